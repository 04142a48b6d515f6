/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-selection.h"
#include "desk-table-source.h"

/* The selected row of a list: it follows its record, and when that leaves the list the next one can be gone on to. */

#define MOST 8

static const struct
{
  gint32 before[MOST], after[MOST]; /* ids, up to the first 0 */
  gint64 selected;
  guint position;   /* of it afterwards, G_MAXUINT gone */
  gboolean goes_on;
  gint64 then;      /* selected after going on */
} changes[] = {
  /* it stays, also in another place */
  { { 1, 2, 3, 4 }, { 1, 2, 3 }, 2, 1, FALSE, 2 },
  { { 1, 2, 3, 4 }, { 2, 3, 4 }, 2, 0, FALSE, 2 },
  { { 1, 2, 3, 4 }, { 1, 3, 4, 2 }, 2, 3, FALSE, 2 },
  { { 1, 2, 3, 4 }, { 4, 1, 2, 3 }, 4, 0, FALSE, 4 },
  /* it goes: the next one; the last one where it was the last */
  { { 1, 2, 3, 4 }, { 1, 3, 4 }, 2, G_MAXUINT, TRUE, 3 },
  { { 1, 2, 3, 4 }, { 2, 3, 4 }, 1, G_MAXUINT, TRUE, 2 },
  { { 1, 2, 3, 4 }, { 1, 2, 3 }, 4, G_MAXUINT, TRUE, 3 },
  /* with others, before it and after it */
  { { 1, 2, 3, 4, 5 }, { 3, 5 }, 2, G_MAXUINT, TRUE, 3 },
  { { 1, 2, 3, 4, 5 }, { 1, 5 }, 3, G_MAXUINT, TRUE, 5 },
  { { 1, 2, 3, 4, 5 }, { 1 }, 3, G_MAXUINT, TRUE, 1 },
  { { 1, 2, 3, 4, 5 }, { 6, 1, 2, 4, 5 }, 3, G_MAXUINT, TRUE, 4 },
  /* nothing is left; it was never there; nothing was selected */
  { { 1 }, { 0 }, 1, G_MAXUINT, FALSE, 1 },
  { { 1, 2 }, { 1 }, 9, G_MAXUINT, FALSE, 9 },
  { { 1, 2 }, { 1 }, 0, G_MAXUINT, FALSE, 0 },
};

static void
run (void)
{
  for (int quiet = 0; quiet < 3; quiet++)
    while (g_main_context_pending (NULL))
      {
        g_main_context_iteration (NULL, FALSE);
        quiet = 0;
      }
}

static void
give (DeskTableSource *source, DeskListModel *model, const gint32 *ids)
{
  guint n = 0;

  while (n < MOST && ids[n] != 0)
    n++;
  desk_table_source_set_ids (source, ids, n);
  desk_list_model_refresh (model);
  run ();
}

static void
test_going_on (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (DeskTableSource) source = desk_table_source_new (0);
      g_autoptr (DeskListModel) model = desk_list_model_new (DESK_LIST_SOURCE (source), DESK_LIST_UNITS);
      g_autoptr (DeskListSelection) selection = desk_list_selection_new (model);

      g_test_message ("row %u", i);
      give (source, model, changes[i].before);
      desk_list_selection_set_selected (selection, changes[i].selected);
      give (source, model, changes[i].after);
      g_assert_cmpuint (desk_list_selection_get_position (selection), ==, changes[i].position);
      g_assert_cmpint (desk_list_selection_get_selected (selection), ==, changes[i].selected);
      g_assert_cmpint (desk_list_selection_go_on (selection), ==, changes[i].goes_on);
      g_assert_cmpint (desk_list_selection_get_selected (selection), ==, changes[i].then);
      g_assert_false (desk_list_selection_go_on (selection));
    }
}

/* A record that comes back before anybody went on is selected again where it stands. */
static void
test_coming_back (void)
{
  static const gint32 all[] = { 1, 2, 3, 0 }, without[] = { 1, 3, 0 };
  g_autoptr (DeskTableSource) source = desk_table_source_new (0);
  g_autoptr (DeskListModel) model = desk_list_model_new (DESK_LIST_SOURCE (source), DESK_LIST_UNITS);
  g_autoptr (DeskListSelection) selection = desk_list_selection_new (model);

  give (source, model, all);
  desk_list_selection_set_selected (selection, 2);
  give (source, model, without);
  give (source, model, all);
  g_assert_cmpuint (desk_list_selection_get_position (selection), ==, 1);
  g_assert_false (desk_list_selection_go_on (selection));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-selection/going-on", test_going_on);
  g_test_add_func ("/list-selection/coming-back", test_coming_back);
  return g_test_run ();
}
