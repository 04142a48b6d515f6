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

const DeskCaseFamily desk_family_repairs = {
  .id = "repairs",
  .kind = DESK_CASE_REPAIR,
  .list = DESK_LIST_REPAIRS,
  .title = N_("Repairs"),
  .icon = "desk-wrench-symbolic",
  .make = N_("New Repair"),
  .nothing = N_("No repair is open"),
  .why = N_("What is reported comes here: Ctrl+N."),
  .layout = repairs_layout,
  .n_layout = G_N_ELEMENTS (repairs_layout),
};

DeskPane *
desk_repairs_pane_new (DeskEngine *engine, DeskText *text)
{
  return desk_cases_pane_new (engine, text, &desk_family_repairs);
}

/* The badge: what is late; else what is one's own. */

static gpointer
badge_input (DeskEngine *engine)
{
  return desk_list_input_new_brief (DESK_LIST_REPAIRS, DESK_CASE_FILTER_OVERDUE, FALSE, desk_engine_today (engine));
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
  .use_case = DESK_USE_CASE_LIST_IDS, .make_input = badge_input, .read = read_badge, .kinds = badge_kinds,
};
