/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-list.h"
#include "desk-case-page-view.h"
#include "desk-cases-pane.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskCasesPane
{
  GtkWidget parent_instance;
  DeskEngine *engine;
  DeskText *text;
  const DeskCaseFamily *family;
  GtkWidget *box, *sides, *list, *detail, *empty, *page;
  guint minute_source;
  char *resuming; /* (nullable): route of a form that is opened once the page under it is there */
};

/* What is done with the selected or the marked cases (desk-cases-pane-deeds.c). */
void desk_cases_pane_do (DeskCasesPane *self, const DeskCaseDeed *deed);
gboolean desk_cases_pane_key (DeskCasesPane *self, guint keyval);
void desk_cases_pane_make (DeskCasesPane *self);
void desk_cases_pane_resume (DeskCasesPane *self, const char *route);
void desk_cases_pane_resume_now (DeskCasesPane *self);

/* For the deeds: shows a case, selected in the list; the focus stays. */
void desk_cases_pane_show (DeskCasesPane *self, gint64 id);

G_END_DECLS
