/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list.h"

#include "desk-case-kind.h"
#include "desk-follow-up.h"
#include "desk-outage.h"

static const DeskColumnSpec unit_columns[] = {
  { "label", DESK_COLUMN_KEY, NULL, TRUE },
  { "owner", DESK_COLUMN_TEXT, NULL, TRUE },
  { "care", DESK_COLUMN_FLAGS, &desk_enum_care, FALSE },
  { "state", DESK_COLUMN_ENUM, &desk_enum_state, TRUE },
  { "kind", DESK_COLUMN_ENUM, &desk_enum_unit_kind, FALSE },
  { "built_area", DESK_COLUMN_AREA, NULL, TRUE },
  { "residents", DESK_COLUMN_INT, NULL, FALSE },
  { "delivered_on", DESK_COLUMN_DAY, NULL, FALSE },
};

static const char *const unit_filters[]
    = { "all", "lived_in", "let", "vacant", "decorating", "undelivered", "care", "shop", "space" };

static const DeskColumnSpec person_columns[] = {
  { "name", DESK_COLUMN_KEY, NULL, TRUE },
  { "units", DESK_COLUMN_TEXT, NULL, FALSE },
  { "role", DESK_COLUMN_ENUM, &desk_enum_role, FALSE },
  { "phone", DESK_COLUMN_PHONE, NULL, FALSE },
};

static const char *const person_filters[] = { "all", "owner", "tenant", "other", "no_unit" };

static const DeskColumnSpec visit_columns[] = {
  { "at", DESK_COLUMN_TIME, NULL, TRUE },
  { "channel", DESK_COLUMN_ENUM, &desk_enum_channel, FALSE },
  { "unit", DESK_COLUMN_KEY, NULL, FALSE },
  { "caller", DESK_COLUMN_TEXT, NULL, FALSE },
  { "about", DESK_COLUMN_TEXT, NULL, FALSE },
  { "summary", DESK_COLUMN_TEXT, NULL, FALSE },
  { "became", DESK_COLUMN_LINK, NULL, FALSE },
  { "staff", DESK_COLUMN_TEXT, NULL, FALSE },
  { "visit_kind", DESK_COLUMN_ENUM, &desk_enum_visit_kind, FALSE },
  { "first_contact", DESK_COLUMN_TEXT, NULL, FALSE },
  { "visit_state", DESK_COLUMN_ENUM, &desk_enum_visit_state, FALSE },
};

static const char *const visit_filters[]
    = { "all", "today", "walk_in", "phone_calls", "messages", "no_summary", "by_me", "handed_to_me" };

static const DeskColumnSpec case_columns[] = {
  { "due", DESK_COLUMN_TIME, NULL, TRUE },
  { "unit", DESK_COLUMN_KEY, NULL, FALSE },
  { "title", DESK_COLUMN_TEXT, NULL, FALSE },
  { "category", DESK_COLUMN_TEXT, NULL, FALSE },
  { "case_state", DESK_COLUMN_ENUM, &desk_enum_case_state, FALSE },
  { "assignee", DESK_COLUMN_TEXT, NULL, FALSE },
  { "number", DESK_COLUMN_TEXT, NULL, TRUE },
  { "caller", DESK_COLUMN_TEXT, NULL, FALSE },
  { "opened", DESK_COLUMN_TIME, NULL, FALSE },
  { "urgency", DESK_COLUMN_ENUM, &desk_enum_urgency, FALSE },
  { "hurried", DESK_COLUMN_INT, NULL, FALSE },
  { "wait_reason", DESK_COLUMN_ENUM, &desk_enum_wait_reason, FALSE },
  { "since", DESK_COLUMN_TIME, NULL, FALSE },
  { "warn_at", DESK_COLUMN_TIME, NULL, FALSE },
  { "finished_due", DESK_COLUMN_TIME, NULL, FALSE },
  { "severity", DESK_COLUMN_ENUM, &desk_enum_severity, FALSE },
  { "stage", DESK_COLUMN_ENUM, &desk_enum_stage, FALSE },
  { "work_days", DESK_COLUMN_INT, NULL, FALSE },
  { "result", DESK_COLUMN_TEXT, NULL, FALSE },
  { "tries", DESK_COLUMN_INT, NULL, FALSE },
};

static const char *const case_filters[]
    = { "live", "overdue", "soon", "unassigned", "waiting", "callback", "mine", "closed" };

static const char *const callback_filters[] = { "to_call", "overdue", "not_reached", "of_complaints", "of_repairs" };

static const DeskColumnSpec trail_columns[] = {
  { "at", DESK_COLUMN_TIME, NULL, TRUE },
  { "actor", DESK_COLUMN_TEXT, NULL, FALSE },
  { "subject", DESK_COLUMN_KEY, NULL, FALSE },
  { "record_kind", DESK_COLUMN_KIND, NULL, FALSE },
  { "record", DESK_COLUMN_INT, NULL, FALSE },
  { "what", DESK_COLUMN_TOLD, NULL, FALSE },
};

/* desk-trail-filter.h */
static const char *const trail_filters[]
    = { "all", "people", "houses", "office", "shown", "entered", "refused", "sheets", "removed" };

static const DeskColumnSpec follow_up_columns[] = {
  { "due_at", DESK_COLUMN_TIME, NULL, TRUE },
  { "topic", DESK_COLUMN_ENUM, &desk_enum_topic, FALSE },
  { "unit", DESK_COLUMN_KEY, NULL, FALSE },
  { "person", DESK_COLUMN_TEXT, NULL, FALSE },
  { "duty", DESK_COLUMN_DUTY, NULL, FALSE },
  { "urgency", DESK_COLUMN_ENUM, &desk_enum_urgency, FALSE },
  { "owes", DESK_COLUMN_OWES, NULL, FALSE },
};

static const char *const follow_up_filters[] = { "mine", "my_floors", "everyone" };

static const DeskColumnSpec outage_columns[] = {
  { "begun_at", DESK_COLUMN_TIME, NULL, TRUE },
  { "outage_topic", DESK_COLUMN_ENUM, &desk_enum_outage_topic, FALSE },
  { "buildings", DESK_COLUMN_KEY, NULL, FALSE },
  { "title", DESK_COLUMN_TEXT, NULL, FALSE },
  { "expected_at", DESK_COLUMN_TIME, NULL, FALSE },
  { "callers", DESK_COLUMN_INT, NULL, FALSE },
  { "untold", DESK_COLUMN_INT, NULL, FALSE },
  { "ended_at", DESK_COLUMN_TIME, NULL, FALSE },
};

static const char *const outage_filters[] = { "all", "running", "untold" };

static const DeskColumnSpec bill_columns[] = {
  { "bill_since", DESK_COLUMN_TIME, NULL, TRUE },
  { "unit", DESK_COLUMN_KEY, NULL, FALSE },
  { "caller", DESK_COLUMN_TEXT, NULL, FALSE },
  { "title", DESK_COLUMN_TEXT, NULL, FALSE },
  { "number", DESK_COLUMN_TEXT, NULL, FALSE },
  { "amount_fen", DESK_COLUMN_MONEY, NULL, FALSE },
  { "billed_by", DESK_COLUMN_TEXT, NULL, FALSE },
  { "checked_by", DESK_COLUMN_TEXT, NULL, FALSE },
};

static const char *const bill_filters[] = { "bills_ready", "bills_to_check" };

static const char *const sign_in_nicks[] = { "password", "blocked", "due", "pin_only", "not_yet" };

const DeskEnumSpec desk_enum_sign_in = { "sign_in", sign_in_nicks, G_N_ELEMENTS (sign_in_nicks) };

static const DeskColumnSpec staff_columns[] = {
  { "staff_name", DESK_COLUMN_KEY, NULL, TRUE },
  { "login", DESK_COLUMN_TEXT, NULL, FALSE },
  { "roles", DESK_COLUMN_ROLES, NULL, FALSE },
  { "staff_buildings", DESK_COLUMN_TEXT, NULL, FALSE },
  { "sign_in", DESK_COLUMN_ENUM, &desk_enum_sign_in, FALSE },
  { "left_on", DESK_COLUMN_DAY, NULL, FALSE },
};

static const char *const staff_filters[] = { "all" };

static const DeskColumnSpec figure_columns[] = {
  { "slice", DESK_COLUMN_SLICE, NULL, TRUE },          { "opened_cases", DESK_COLUMN_INT, NULL, TRUE },
  { "response", DESK_COLUMN_RATE, NULL, TRUE },        { "completion", DESK_COLUMN_RATE, NULL, TRUE },
  { "on_time", DESK_COLUMN_RATE, NULL, TRUE },         { "reopened", DESK_COLUMN_RATE, NULL, TRUE },
  { "callback_reached", DESK_COLUMN_RATE, NULL, TRUE }, { "satisfied", DESK_COLUMN_RATE, NULL, TRUE },
};

static const char *const figure_filters[] = { "by_month", "by_category", "by_person", "by_building" };

static const DeskListSpec specs[DESK_N_LISTS] = {
  { "units", DESK_KIND_UNIT, unit_columns, G_N_ELEMENTS (unit_columns), unit_filters, G_N_ELEMENTS (unit_filters) },
  { "people", DESK_KIND_PERSON, person_columns, G_N_ELEMENTS (person_columns), person_filters,
    G_N_ELEMENTS (person_filters) },
  { "visits", DESK_KIND_VISIT, visit_columns, G_N_ELEMENTS (visit_columns), visit_filters, G_N_ELEMENTS (visit_filters) },
  { "repairs", DESK_KIND_SERVICE_CASE, case_columns, G_N_ELEMENTS (case_columns), case_filters,
    G_N_ELEMENTS (case_filters) },
  { "complaints", DESK_KIND_SERVICE_CASE, case_columns, G_N_ELEMENTS (case_columns), case_filters,
    G_N_ELEMENTS (case_filters) },
  { "trail", DESK_KIND_NONE, trail_columns, G_N_ELEMENTS (trail_columns), trail_filters, G_N_ELEMENTS (trail_filters),
    TRUE },
  { "follow_ups", DESK_KIND_FOLLOW_UP, follow_up_columns, G_N_ELEMENTS (follow_up_columns), follow_up_filters,
    G_N_ELEMENTS (follow_up_filters) },
  { "outages", DESK_KIND_OUTAGE, outage_columns, G_N_ELEMENTS (outage_columns), outage_filters,
    G_N_ELEMENTS (outage_filters) },
  { "bills", DESK_KIND_SERVICE_CASE, bill_columns, G_N_ELEMENTS (bill_columns), bill_filters, G_N_ELEMENTS (bill_filters) },
  { "staff", DESK_KIND_STAFF, staff_columns, G_N_ELEMENTS (staff_columns), staff_filters, G_N_ELEMENTS (staff_filters) },
  { "repair_figures", DESK_KIND_NONE, figure_columns, G_N_ELEMENTS (figure_columns), figure_filters,
    G_N_ELEMENTS (figure_filters), TRUE },
  { "complaint_figures", DESK_KIND_NONE, figure_columns, G_N_ELEMENTS (figure_columns), figure_filters,
    G_N_ELEMENTS (figure_filters), TRUE },
  { "callbacks", DESK_KIND_SERVICE_CASE, case_columns, G_N_ELEMENTS (case_columns), callback_filters,
    G_N_ELEMENTS (callback_filters) },
};

/* Returns: (transfer none): the table of @list. */
const DeskListSpec *
desk_list_spec (DeskList list)
{
  g_return_val_if_fail (list < DESK_N_LISTS, NULL);
  return &specs[list];
}

/* Does the column name somebody who works here? A store's first person is called by what they are until they get a name. */
gboolean
desk_column_is_staff (const DeskColumnSpec *column)
{
  static const char *const nicks[] = { "actor", "staff", "first_contact", "billed_by", "checked_by", "staff_name", NULL };

  return g_strv_contains (nicks, column->nick);
}

/* Returns: the index of the column called @nick, or -1. */
int
desk_list_column (const DeskListSpec *spec, const char *nick)
{
  for (guint i = 0; i < spec->n_columns; i++)
    if (g_strcmp0 (spec->columns[i].nick, nick) == 0)
      return (int) i;
  return -1;
}

/* Returns: the index of the filter called @nick, or -1. */
int
desk_list_filter (const DeskListSpec *spec, const char *nick)
{
  for (guint i = 0; i < spec->n_filters; i++)
    if (g_strcmp0 (spec->filters[i], nick) == 0)
      return (int) i;
  return -1;
}
