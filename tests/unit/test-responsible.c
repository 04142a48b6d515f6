/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-responsible.h"

/* domain.md, Units and people: the developer until delivery, then the owner of that day. */
static const struct
{
  const char *what;
  gint64 state;
  DeskDay delivered_on;
  DeskDay deemed_on;
  gboolean owned;
  DeskDay day;
  gboolean developer;
} rules[] = {
  { "day before delivery", DESK_STATE_LIVED_IN, 20250301, 0, TRUE, 20250228, TRUE },
  { "delivery day is the owner's", DESK_STATE_LIVED_IN, 20250301, 0, TRUE, 20250301, FALSE },
  { "long after", DESK_STATE_LIVED_IN, 20210618, 0, TRUE, 20250301, FALSE },
  { "deemed delivered, the day before", DESK_STATE_VACANT, 0, 20250301, TRUE, 20250228, TRUE },
  { "deemed delivered, that day", DESK_STATE_VACANT, 0, 20250301, TRUE, 20250301, FALSE },
  { "a real delivery goes before a deemed one", DESK_STATE_VACANT, 20250401, 20250301, TRUE, 20250315, TRUE },
  { "sold, not delivered", DESK_STATE_READY, 0, 0, TRUE, 20250301, TRUE },
  { "unsold", DESK_STATE_UNSOLD, 0, 0, FALSE, 20250301, TRUE },
  { "delivery day unknown, state says delivered, owned", DESK_STATE_LIVED_IN, 0, 0, TRUE, 20250301, FALSE },
  { "delivery day unknown, nobody owned it yet", DESK_STATE_LIVED_IN, 0, 0, FALSE, 20250301, TRUE },
  { "delivered, owner of that day unknown", DESK_STATE_LET, 20210618, 0, FALSE, 20250301, FALSE },
  { "delivery planned, state not changed yet", DESK_STATE_READY, 20250601, 0, TRUE, 20250601, FALSE },
};

static void
test_rule (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  DeskUnit unit = { .state = rules[i].state, .delivered_on = rules[i].delivered_on, .deemed_on = rules[i].deemed_on };

  g_assert_cmpint (desk_responsible_is_developer (&unit, rules[i].owned, rules[i].day), ==, rules[i].developer);
}

/* One unit's life: sold by 1 to 2 on 2025-03-01, 2 takes 3 in with 60 % on 2026-01-01; 4 rents, 5 is family. */
static const DeskOccupancy life[] = {
  { { DESK_KIND_OCCUPANCY, 11, 1 }, 1, 1, DESK_ROLE_OWNER, 1000000, NULL, 20210618, 20250301, NULL },
  { { DESK_KIND_OCCUPANCY, 12, 1 }, 1, 2, DESK_ROLE_OWNER, 1000000, NULL, 20250301, 20260101, NULL },
  { { DESK_KIND_OCCUPANCY, 13, 1 }, 1, 2, DESK_ROLE_OWNER, 400000, NULL, 20260101, 0, NULL },
  { { DESK_KIND_OCCUPANCY, 14, 1 }, 1, 3, DESK_ROLE_CO_OWNER, 600000, NULL, 20260101, 0, NULL },
  { { DESK_KIND_OCCUPANCY, 15, 1 }, 1, 4, DESK_ROLE_TENANT, 0, NULL, 20230101, 0, NULL },
  { { DESK_KIND_OCCUPANCY, 16, 1 }, 1, 5, DESK_ROLE_FAMILY, 0, NULL, 20210618, 0, NULL },
};

static const struct
{
  DeskDay day;
  gint64 owners[3];
} days[] = {
  { 20210617, { 0 } },       { 20210618, { 11, 0 } },    { 20250228, { 11, 0 } },
  { 20250301, { 12, 0 } },   { 20251231, { 12, 0 } },    { 20260101, { 14, 13, 0 } },
  { 20300101, { 14, 13, 0 } },
};

static void
test_owners (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) owners = NULL;
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (life); k++)
    g_ptr_array_add (all, (gpointer) &life[k]);
  owners = desk_owners_on (all, days[i].day);
  for (; days[i].owners[n] != 0; n++)
    {
      g_assert_cmpuint (n, <, owners->len);
      g_assert_cmpint (((DeskOccupancy *) g_ptr_array_index (owners, n))->record.id, ==, days[i].owners[n]);
    }
  g_assert_cmpuint (owners->len, ==, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strdup_printf ("/responsible/rule/%s", rules[i].what);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_rule);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/responsible/owners/%" G_GINT64_FORMAT, days[i].day);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_owners);
    }
  return g_test_run ();
}
