/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list.h"

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

static const DeskListSpec specs[DESK_N_LISTS] = {
  { "units", DESK_KIND_UNIT, unit_columns, G_N_ELEMENTS (unit_columns), unit_filters, G_N_ELEMENTS (unit_filters) },
  { "people", DESK_KIND_PERSON, person_columns, G_N_ELEMENTS (person_columns), person_filters,
    G_N_ELEMENTS (person_filters) },
};

/* Returns: (transfer none): the table of @list. */
const DeskListSpec *
desk_list_spec (DeskList list)
{
  g_return_val_if_fail (list < DESK_N_LISTS, NULL);
  return &specs[list];
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
