/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-family.h"

#include <glib/gi18n.h>

#include "desk-case-look.h"
#include "desk-cases-pane.h"

static const DeskListLayout repairs_layout[] = {
  { DESK_CASE_COLUMN_DUE, 136, FALSE, FALSE, &desk_look_clock },
  { DESK_CASE_COLUMN_UNIT, 88, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_TITLE, 150, TRUE, FALSE, &desk_look_title },
  { DESK_CASE_COLUMN_CATEGORY, 76, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_STATE, 66, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_ASSIGNEE, 72, FALSE, FALSE, NULL },
};

static const DeskListLayout long_repairs_layout[] = {
  { DESK_CASE_COLUMN_DUE, 166, FALSE, FALSE, &desk_look_clock },
  { DESK_CASE_COLUMN_UNIT, 100, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_TITLE, 120, TRUE, FALSE, &desk_look_title },
  { DESK_CASE_COLUMN_STATE, 78, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_ASSIGNEE, 90, FALSE, FALSE, NULL },
};

const DeskCaseFamily desk_family_repairs = {
  .id = "repairs",
  .kind = DESK_CASE_REPAIR,
  .list = DESK_LIST_REPAIRS,
  .title = N_("Repairs"),
  .icon = "desk-wrench-symbolic",
  .make = N_("New Repair"),
  .nothing = N_("No repair is open"),
  .why = N_("What is reported comes here: Ctrl+N."),
  .keys = N_("Enter opens  A assign  W wait  D done  Space marks  P print"),
  .layout = repairs_layout,
  .n_layout = G_N_ELEMENTS (repairs_layout),
  .long_layout = long_repairs_layout,
  .n_long_layout = G_N_ELEMENTS (long_repairs_layout),
};

static const DeskListLayout complaints_layout[] = {
  { DESK_CASE_COLUMN_DUE, 136, FALSE, FALSE, &desk_look_clock },
  { DESK_CASE_COLUMN_UNIT, 88, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_TITLE, 140, TRUE, FALSE, &desk_look_title },
  { DESK_CASE_COLUMN_SEVERITY, 56, FALSE, FALSE, &desk_look_severity },
  { DESK_CASE_COLUMN_STAGE, 74, FALSE, FALSE, &desk_look_stage },
  { DESK_CASE_COLUMN_ASSIGNEE, 72, FALSE, FALSE, NULL },
};

static const DeskListLayout long_complaints_layout[] = {
  { DESK_CASE_COLUMN_DUE, 150, FALSE, FALSE, &desk_look_clock },
  { DESK_CASE_COLUMN_UNIT, 100, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_TITLE, 120, TRUE, FALSE, &desk_look_title },
  { DESK_CASE_COLUMN_SEVERITY, 78, FALSE, FALSE, &desk_look_severity },
  { DESK_CASE_COLUMN_STAGE, 96, FALSE, FALSE, &desk_look_stage },
};

const DeskCaseFamily desk_family_complaints = {
  .id = "complaints",
  .kind = DESK_CASE_COMPLAINT,
  .list = DESK_LIST_COMPLAINTS,
  .title = N_("Complaints"),
  .icon = "chat-message-new-symbolic",
  .make = N_("New Complaint"),
  .nothing = N_("No complaint is open"),
  .why = N_("What somebody complains about comes here: Ctrl+N."),
  .keys = N_("Enter opens  T sign the stage  E escalate  W wait  Space marks  M join"),
  .layout = complaints_layout,
  .n_layout = G_N_ELEMENTS (complaints_layout),
  .long_layout = long_complaints_layout,
  .n_long_layout = G_N_ELEMENTS (long_complaints_layout),
};

static const DeskListLayout callbacks_layout[] = {
  { DESK_CASE_COLUMN_DUE, 136, FALSE, FALSE, &desk_look_clock },
  { DESK_CASE_COLUMN_UNIT, 88, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_RESULT, 140, TRUE, FALSE, NULL },
  { DESK_CASE_COLUMN_CATEGORY, 84, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_CALLER, 76, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_TRIES, 64, FALSE, FALSE, NULL },
};

static const DeskListLayout long_callbacks_layout[] = {
  { DESK_CASE_COLUMN_DUE, 122, FALSE, FALSE, &desk_look_clock },
  { DESK_CASE_COLUMN_UNIT, 100, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_RESULT, 140, TRUE, FALSE, NULL },
  { DESK_CASE_COLUMN_CALLER, 84, FALSE, FALSE, NULL },
  { DESK_CASE_COLUMN_TRIES, 100, FALSE, FALSE, NULL },
};

const DeskCaseFamily desk_family_callbacks = {
  .id = "callbacks",
  .list = DESK_LIST_CALLBACKS,
  .title = N_("Callbacks"),
  .icon = "call-outgoing-symbolic",
  .nothing = N_("Nobody is to be called back"),
  .why = N_("What was done yesterday is drawn from every morning; by hand with L on the page of what is done."),
  .keys = N_("F8 number  A satisfied  B fair  C not satisfied  X not reached  I note"),
  .layout = callbacks_layout,
  .n_layout = G_N_ELEMENTS (callbacks_layout),
  .long_layout = long_callbacks_layout,
  .n_long_layout = G_N_ELEMENTS (long_callbacks_layout),
};

DeskPane *
desk_callbacks_pane_new (DeskEngine *engine, DeskText *text)
{
  return desk_cases_pane_new (engine, text, &desk_family_callbacks);
}

DeskPane *
desk_complaints_pane_new (DeskEngine *engine, DeskText *text)
{
  return desk_cases_pane_new (engine, text, &desk_family_complaints);
}

DeskPane *
desk_repairs_pane_new (DeskEngine *engine, DeskText *text)
{
  return desk_cases_pane_new (engine, text, &desk_family_repairs);
}

/* The badge: what is late; else what is one's own. */

static gpointer
input_of (DeskEngine *engine, DeskList list)
{
  return desk_list_input_new_brief (list, DESK_CASE_FILTER_OVERDUE, FALSE, desk_engine_today (engine));
}

static gpointer
repairs_input (DeskEngine *engine)
{
  return input_of (engine, DESK_LIST_REPAIRS);
}

static gpointer
complaints_input (DeskEngine *engine)
{
  return input_of (engine, DESK_LIST_COMPLAINTS);
}

static gpointer
callbacks_input (DeskEngine *engine)
{
  return input_of (engine, DESK_LIST_CALLBACKS);
}

/* What is late; else all that is to be called. */
static void
read_calls (gconstpointer result, DeskBadge *badge)
{
  const DeskIdList *list = result;

  badge->late = (guint) list->counts[DESK_CALLBACK_FILTER_OVERDUE];
  badge->open = (guint) list->counts[DESK_CALLBACK_FILTER_ALL];
}

static void
read_badge (gconstpointer result, DeskBadge *badge)
{
  const DeskIdList *list = result;

  badge->late = (guint) list->counts[DESK_CASE_FILTER_OVERDUE];
  badge->open = (guint) list->counts[DESK_CASE_FILTER_MINE];
}

static const DeskKind badge_kinds[] = { DESK_KIND_SERVICE_CASE, DESK_KIND_CASE_EVENT, DESK_KIND_NONE };

const DeskBadgeSpec desk_repairs_badge = {
  .use_case = DESK_USE_CASE_LIST_IDS, .make_input = repairs_input, .read = read_badge, .kinds = badge_kinds,
};

const DeskBadgeSpec desk_complaints_badge = {
  .use_case = DESK_USE_CASE_LIST_IDS, .make_input = complaints_input, .read = read_badge, .kinds = badge_kinds,
};

const DeskBadgeSpec desk_callbacks_badge = {
  .use_case = DESK_USE_CASE_LIST_IDS, .make_input = callbacks_input, .read = read_calls, .kinds = badge_kinds,
};
