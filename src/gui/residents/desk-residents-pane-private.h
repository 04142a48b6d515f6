/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-form.h"
#include "desk-list-detail.h"
#include "desk-person-page-view.h"
#include "desk-residents-ask.h"
#include "desk-residents-list.h"
#include "desk-residents-pane.h"
#include "desk-unit-page-view.h"

G_BEGIN_DECLS

struct _DeskResidentsPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *sides, *list, *detail;
  GtkWidget *empty, *unit_page, *person_page;
  GtkWidget *sheet;   /* (nullable): a form or the page of duplicates, in front of the page */
  char *draft_key;    /* of the form in @sheet */
  GHashTable *drafts; /* key → form that was left with words in it */
  DeskKind shown_kind; /* whose page lies under the sheet */
  DeskKind back_kind;  /* the page from which this one was opened: Esc goes there */
  gint64 back_id;
  DeskKind focus_kind; /* row to be focused once the page shows it */
  gint64 focus_id;
  char *resuming; /* (nullable): route of a form that is opened once the page under it is there */
};

/* Which page is in front. */
void desk_residents_pane_show_page (DeskResidentsPane *self, DeskKind kind, gint64 id);
void desk_residents_pane_show_record (DeskResidentsPane *self, DeskKind kind, gint64 id);
void desk_residents_pane_push (DeskResidentsPane *self, GtkWidget *sheet);
void desk_residents_pane_pop (DeskResidentsPane *self);
void desk_residents_pane_focus_detail (DeskResidentsPane *self);
DeskRecordPage *desk_residents_pane_get_page (DeskResidentsPane *self);

/* What pages and keys ask for: forms, removals, dialogs (desk-residents-pane-asks.c). */
void desk_residents_pane_ask (DeskResidentsPane *self, DeskAsk ask, DeskKind kind, gint64 id, gpointer record);
void desk_residents_pane_resume (DeskResidentsPane *self, const char *route);
void desk_residents_pane_resume_now (DeskResidentsPane *self);
void desk_residents_pane_say_done (DeskResidentsPane *self, DeskUseCase use_case, gboolean made, gint64 act_id);

G_END_DECLS
