/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "desk-id-diff.h"

typedef struct
{
  const char *name;
  gint32 before[12], after[12]; /* ended by 0 */
  guint hunks;                  /* at most so many */
  guint touched;                /* ids removed and added together */
} Case;

static const Case cases[] = {
  { "same", { 1, 2, 3 }, { 1, 2, 3 }, 0, 0 },
  { "first", { 0 }, { 1, 2, 3 }, 1, 3 },
  { "emptied", { 1, 2, 3 }, { 0 }, 1, 3 },
  { "made-at-end", { 1, 2 }, { 1, 2, 3 }, 1, 1 },
  { "made-inside", { 1, 3 }, { 1, 2, 3 }, 1, 1 },
  { "gone-inside", { 1, 2, 3 }, { 1, 3 }, 1, 1 },
  { "replaced", { 1, 2, 3 }, { 1, 9, 3 }, 1, 2 },
  { "moved-up", { 1, 2, 3, 4, 5 }, { 1, 5, 2, 3, 4 }, 2, 2 },
  { "moved-down", { 1, 2, 3, 4, 5 }, { 2, 3, 4, 5, 1 }, 2, 2 },
  { "two-apart", { 1, 2, 3, 4, 5, 6, 7, 8 }, { 1, 3, 4, 5, 6, 9, 7, 8 }, 2, 2 },
  { "swapped", { 1, 2 }, { 2, 1 }, 2, 2 },
};

static guint
length (const gint32 *ids)
{
  guint n = 0;

  while (n < 12 && ids[n] != 0)
    n++;
  return n;
}

/* Applies hunks as the model does. */
static GArray *
apply (const gint32 *before, guint n_before, const gint32 *after, GArray *hunks)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint32));

  g_array_append_vals (list, before, n_before);
  for (guint i = 0; i < hunks->len; i++)
    {
      DeskIdHunk *hunk = &g_array_index (hunks, DeskIdHunk, i);

      g_assert_cmpuint (hunk->position + hunk->removed, <=, list->len);
      if (hunk->removed > 0)
        g_array_remove_range (list, hunk->position, hunk->removed);
      if (hunk->added > 0)
        g_array_insert_vals (list, hunk->position, after + hunk->position, hunk->added);
    }
  return list;
}

static void
assert_same (GArray *list, const gint32 *ids, guint n)
{
  g_assert_cmpmem (list->data, list->len * sizeof (gint32), ids, n * sizeof (gint32));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  guint n_before = length (c->before), n_after = length (c->after), touched = 0;
  g_autoptr (GArray) hunks = desk_id_diff (c->before, n_before, c->after, n_after, 64);
  g_autoptr (GArray) list = apply (c->before, n_before, c->after, hunks);

  assert_same (list, c->after, n_after);
  for (guint i = 0; i < hunks->len; i++)
    touched += g_array_index (hunks, DeskIdHunk, i).removed + g_array_index (hunks, DeskIdHunk, i).added;
  g_assert_cmpuint (hunks->len, <=, c->hunks);
  g_assert_cmpuint (touched, <=, c->touched);
}

static void
shuffle (gint32 *ids, guint n, guint n_swaps)
{
  for (guint i = 0; i < n_swaps && n > 1; i++)
    {
      guint a = g_test_rand_int_range (0, n), b = g_test_rand_int_range (0, n);
      gint32 id = ids[a];

      ids[a] = ids[b];
      ids[b] = id;
    }
}

/* Whatever the change, applying the hunks gives the new list; with few hunks allowed as well. */
static void
test_random (void)
{
  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_autoptr (GArray) hunks = NULL, list = NULL;
      gint32 n = g_test_rand_int_range (0, 40);
      guint max = g_test_rand_int_range (0, 8);

      for (gint32 id = 1; id <= n; id++)
        {
          if (g_test_rand_int_range (0, 5) > 0)
            g_array_append_val (before, id);
          if (g_test_rand_int_range (0, 5) > 0)
            g_array_append_val (after, id);
        }
      shuffle ((gint32 *) (gpointer) after->data, after->len, g_test_rand_int_range (0, 6));
      hunks = desk_id_diff ((gint32 *) (gpointer) before->data, before->len, (gint32 *) (gpointer) after->data, after->len,
                            max);
      g_assert_cmpuint (hunks->len, <=, MAX (max, 1));
      list = apply ((gint32 *) (gpointer) before->data, before->len, (gint32 *) (gpointer) after->data, hunks);
      assert_same (list, (gint32 *) (gpointer) after->data, after->len);
    }
}

/* Ids too large for a set of bits give one hunk, and the right one. */
static void
test_large_ids (void)
{
  const gint32 before[] = { 1, G_MAXINT32, 3 }, after[] = { 3, 1, G_MAXINT32 };
  g_autoptr (GArray) hunks = desk_id_diff (before, 3, after, 3, 64);
  g_autoptr (GArray) list = apply (before, 3, after, hunks);

  g_assert_cmpuint (hunks->len, ==, 1);
  assert_same (list, after, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/id-diff/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model/id-diff/random", test_random);
  g_test_add_func ("/model/id-diff/large-ids", test_large_ids);
  return g_test_run ();
}
