/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-id-set.h"

/* Against a plain table of booleans, with ids on both sides of every word's edge. */
static void
test_against_table (void)
{
  enum { N = 1000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (DeskIdSet) set = desk_id_set_new ();
  gboolean there[N] = { FALSE };
  gint64 size = 0;
  gint64 id = 0;

  for (int i = 0; i < 700; i++)
    {
      gint64 next = g_rand_int_range (random, 1, N);

      g_assert_cmpint (desk_id_set_add (set, next), ==, !there[next]);
      size += there[next] ? 0 : 1;
      there[next] = TRUE;
    }
  g_assert_cmpint (desk_id_set_size (set), ==, size);
  for (gint64 i = 1; i < N; i++)
    {
      g_assert_cmpint (desk_id_set_has (set, i), ==, there[i]);
      if (there[i])
        {
          id = desk_id_set_next (set, id);
          g_assert_cmpint (id, ==, i);
        }
    }
  g_assert_cmpint (desk_id_set_next (set, id), ==, 0);
}

static void
test_edges (void)
{
  static const gint64 ids[] = { 1, 63, 64, 65, 127, 128, 4096, 1000000 };
  g_autoptr (DeskIdSet) set = desk_id_set_new ();
  gint64 id = 0;

  g_assert_false (desk_id_set_has (set, 1));
  g_assert_cmpint (desk_id_set_next (set, 0), ==, 0);
  g_assert_false (desk_id_set_add (set, 0));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (desk_id_set_add (set, ids[i]));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      id = desk_id_set_next (set, id);
      g_assert_cmpint (id, ==, ids[i]);
    }
  g_assert_false (desk_id_set_has (set, 0));
  g_assert_false (desk_id_set_has (set, 5000000));
}

static void
test_algebra (void)
{
  g_autoptr (DeskIdSet) low = desk_id_set_new ();
  g_autoptr (DeskIdSet) high = desk_id_set_new ();

  for (gint64 i = 1; i <= 100; i++)
    desk_id_set_add (low, i);
  for (gint64 i = 51; i <= 5000; i++)
    desk_id_set_add (high, i);
  desk_id_set_intersect (high, low);
  g_assert_cmpint (desk_id_set_size (high), ==, 50);
  g_assert_cmpint (desk_id_set_next (high, 0), ==, 51);
  g_assert_cmpint (desk_id_set_next (high, 100), ==, 0);
  desk_id_set_add (high, 900);
  desk_id_set_unite (low, high);
  g_assert_cmpint (desk_id_set_size (low), ==, 101);
  g_assert_true (desk_id_set_has (low, 900));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-set/against-table", test_against_table);
  g_test_add_func ("/id-set/edges", test_edges);
  g_test_add_func ("/id-set/algebra", test_algebra);
  return g_test_run ();
}
