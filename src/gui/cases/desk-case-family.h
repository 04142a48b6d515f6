/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-badge.h"
#include "desk-case-kind.h"
#include "desk-list-view.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * What tells the pane of one kind of cases from that of another: list, page, moves and paper are the same. Another kind is
 * another of these and a row in the registry of panes.
 */
typedef struct
{
  const char *id;      /* of the pane; its drafts are "id:…" */
  DeskCaseKind kind;   /* 0: of both kinds, none of which is made here */
  DeskList list;
  const char *title;   /* marked with N_(), like all words here */
  const char *icon;
  const char *make;    /* (nullable): of the button that makes one */
  const char *nothing; /* how the empty list is worded: none at all, none of the filter */
  const char *why;
  const char *keys;    /* what the line under the list says */
  const DeskListLayout *layout;
  guint n_layout;
  const DeskListLayout *long_layout; /* where words are long, as in English: wider columns, fewer of them */
  guint n_long_layout;
} DeskCaseFamily;

extern const DeskCaseFamily desk_family_repairs;
extern const DeskCaseFamily desk_family_complaints;
extern const DeskCaseFamily desk_family_callbacks;
extern const DeskBadgeSpec desk_repairs_badge;
extern const DeskBadgeSpec desk_complaints_badge;
extern const DeskBadgeSpec desk_callbacks_badge;

DeskPane *desk_repairs_pane_new (DeskEngine *engine, DeskText *text);
DeskPane *desk_complaints_pane_new (DeskEngine *engine, DeskText *text);
DeskPane *desk_callbacks_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
