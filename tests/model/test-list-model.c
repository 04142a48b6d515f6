/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"
#include "desk-list-model.h"
#include "desk-row-cache.h"
#include "desk-table-source.h"

typedef struct
{
  DeskTableSource *source;
  DeskListModel *model;
  GPtrArray *changes; /* "position-removed+added" */
  guint n_listed, n_anew, n_failed, n_rows;
} Fixture;

static void
items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  g_ptr_array_add (f->changes, g_strdup_printf ("%u-%u+%u", position, removed, added));
}

static void
listed (DeskListModel *model, gboolean anew, Fixture *f)
{
  f->n_listed++;
  f->n_anew += anew ? 1 : 0;
}

static void
failed (DeskListModel *model, const GError *error, Fixture *f)
{
  g_assert_error (error, DESK_ERROR, DESK_ERROR_IO);
  f->n_failed++;
}

static void
row_filled (DeskRowItem *item, GParamSpec *spec, Fixture *f)
{
  f->n_rows++;
}

/* Runs what is to be run until nothing more happens. */
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
set_up (Fixture *f, gconstpointer data)
{
  f->source = desk_table_source_new (GPOINTER_TO_UINT (data));
  f->model = desk_list_model_new (DESK_LIST_SOURCE (f->source), DESK_LIST_UNITS);
  f->changes = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (items_changed), f);
  g_signal_connect (f->model, "listed", G_CALLBACK (listed), f);
  g_signal_connect (f->model, "failed", G_CALLBACK (failed), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  run ();
  g_signal_handlers_disconnect_by_data (f->model, f);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->source);
  g_ptr_array_unref (f->changes);
}

static DeskRowItem *
item_at (Fixture *f, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (f->model), position);
}

static const char *
text_at (Fixture *f, guint position)
{
  g_autoptr (DeskRowItem) item = item_at (f, position);
  const DeskCell *cell = desk_row_item_get_cell (item, 0);

  return cell != NULL ? cell->text : NULL;
}

static char *
all_changes (Fixture *f)
{
  g_ptr_array_add (f->changes, NULL);
  return g_strjoinv (" ", (char **) f->changes->pdata);
}

/* An item is there at once and is the same again; its row follows with one notify. */
static void
test_item_then_row (Fixture *f, gconstpointer data)
{
  g_autoptr (DeskRowItem) item = NULL, again = NULL;

  g_assert_true (desk_list_model_is_loading (f->model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 0);
  run ();
  g_assert_false (desk_list_model_is_loading (f->model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1000);
  g_assert_cmpint (desk_list_model_get_count (f->model, 0), ==, 1000);
  desk_table_source_hold (f->source, TRUE);
  item = item_at (f, 700);
  g_assert_cmpint (desk_row_item_get_id (item), ==, 701);
  g_assert_null (desk_row_item_get_row (item));
  g_signal_connect (item, "notify::row", G_CALLBACK (row_filled), f);
  run ();
  g_assert_null (desk_row_item_get_row (item));
  desk_table_source_hold (f->source, FALSE);
  run ();
  g_assert_cmpuint (f->n_rows, ==, 1);
  g_assert_cmpstr (desk_row_item_get_cell (item, 0)->text, ==, "701.0");
  again = item_at (f, 700);
  g_assert_true (again == item);
  g_signal_handlers_disconnect_by_data (item, f);
}

/* Two pages around the viewport are read ahead; a jump gives up what is on its way and forgets what was. */
static void
test_window (Fixture *f, gconstpointer data)
{
  guint pages;

  run ();
  desk_list_model_set_viewport (f->model, 0, 20);
  run ();
  g_assert_nonnull (text_at (f, 0));
  g_assert_nonnull (text_at (f, 3 * DESK_PAGE_ROWS - 1));
  g_assert_cmpuint (desk_list_model_get_held (f->model), ==, 3 * DESK_PAGE_ROWS);
  pages = desk_table_source_n_pages (f->source);

  desk_table_source_hold (f->source, TRUE);
  desk_list_model_set_viewport (f->model, 50000, 50020);
  run ();
  g_assert_cmpuint (desk_table_source_n_pages (f->source), ==, pages + 5);
  desk_list_model_set_viewport (f->model, 90000, 90020);
  run ();
  desk_table_source_hold (f->source, FALSE);
  run ();
  g_assert_cmpuint (desk_table_source_n_cancelled (f->source), ==, 5);
  g_assert_cmpuint (desk_list_model_get_held (f->model), ==, 5 * DESK_PAGE_ROWS);
  g_assert_cmpstr (text_at (f, 90000), ==, "90001.0");
}

/* Filter, order and text set together are one question; an answer to the old one is not taken. */
static void
test_question (Fixture *f, gconstpointer data)
{
  guint queries;

  run ();
  queries = desk_table_source_n_queries (f->source);
  desk_list_model_set_filter (f->model, 1);
  desk_list_model_set_sort (f->model, 0, TRUE);
  run ();
  g_assert_cmpuint (desk_table_source_n_queries (f->source), ==, queries + 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 500);
  g_assert_cmpint (desk_list_model_get_id (f->model, 0), ==, 1000);

  desk_table_source_hold (f->source, TRUE);
  desk_list_model_set_filter (f->model, 2);
  run ();
  desk_list_model_set_filter (f->model, 3);
  run ();
  desk_table_source_hold (f->source, FALSE);
  run ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 250);
  g_assert_cmpuint (f->n_anew, ==, 3);
  g_assert_cmpuint (desk_list_model_index_of (f->model, 996), ==, 1);
  g_assert_cmpuint (desk_list_model_index_of (f->model, 997), ==, G_MAXUINT);
}

/* One made, one gone, one moved: so many small steps, and items that stay stay themselves. */
static void
test_small_changes (Fixture *f, gconstpointer data)
{
  const gint32 after[] = { 1, 2, 11, 3, 5, 6, 7, 9, 8, 10 };
  g_autoptr (DeskRowItem) six = NULL, again = NULL;
  g_autofree char *changes = NULL;

  run ();
  six = item_at (f, 5);
  run ();
  g_ptr_array_set_size (f->changes, 0);
  desk_table_source_set_ids (f->source, after, G_N_ELEMENTS (after));
  desk_table_source_tell (f->source, DESK_KIND_UNIT, 11, DESK_CHANGE_MADE);
  run ();
  changes = all_changes (f);
  g_assert_cmpstr (changes, ==, "2-0+1 4-1+0 7-0+1 9-1+0");
  again = item_at (f, 5);
  g_assert_true (again == six);
  g_assert_cmpuint (f->n_anew, ==, 1);
  g_assert_cmpuint (f->n_listed, ==, 2);
}

/* A change that leaves the order alone tells no items, only the rows that differ. */
static void
test_edited (Fixture *f, gconstpointer data)
{
  g_autoptr (DeskRowItem) three = NULL, four = NULL;
  guint pages;

  run ();
  three = item_at (f, 2);
  four = item_at (f, 3);
  run ();
  g_signal_connect (three, "notify::row", G_CALLBACK (row_filled), f);
  g_signal_connect (four, "notify::row", G_CALLBACK (row_filled), f);
  g_ptr_array_set_size (f->changes, 0);
  pages = desk_table_source_n_pages (f->source);
  desk_table_source_rename (f->source, 3);
  desk_table_source_tell (f->source, DESK_KIND_UNIT, 3, DESK_CHANGE_EDITED);
  run ();
  g_assert_cmpuint (f->changes->len, ==, 0);
  g_assert_cmpuint (f->n_rows, ==, 1);
  g_assert_cmpstr (desk_row_item_get_cell (three, 0)->text, ==, "3.1");
  g_assert_cmpuint (desk_table_source_n_pages (f->source), ==, pages + 1);

  /* What another record shows in the row is read anew too; records no row shows are none of its business. */
  desk_table_source_rename (f->source, 4);
  desk_table_source_tell (f->source, DESK_KIND_SETTING, 1, DESK_CHANGE_EDITED);
  run ();
  g_assert_cmpuint (f->n_rows, ==, 1);
  desk_table_source_tell (f->source, DESK_KIND_OCCUPANCY, 77, DESK_CHANGE_MADE);
  run ();
  g_assert_cmpuint (f->n_rows, ==, 2);
  g_signal_handlers_disconnect_by_data (three, f);
  g_signal_handlers_disconnect_by_data (four, f);
}

/* A change while rows are on their way: what comes may be older than the change, so it is asked for again. */
static void
test_change_under_way (Fixture *f, gconstpointer data)
{
  run ();
  desk_table_source_hold (f->source, TRUE);
  g_assert_null (text_at (f, 900));
  run ();
  desk_table_source_rename (f->source, 901);
  desk_table_source_tell (f->source, DESK_KIND_UNIT, 901, DESK_CHANGE_EDITED);
  desk_table_source_tell (f->source, DESK_KIND_UNIT, 901, DESK_CHANGE_EDITED);
  desk_table_source_hold (f->source, FALSE);
  run ();
  g_assert_cmpstr (text_at (f, 900), ==, "901.1");
}

/* What cannot be read is told, what was there stays, and the next question is answered. */
static void
test_failure (Fixture *f, gconstpointer data)
{
  run ();
  desk_table_source_fail (f->source, TRUE);
  desk_list_model_set_filter (f->model, 1);
  run ();
  g_assert_cmpuint (f->n_failed, >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1000);
  desk_table_source_fail (f->source, FALSE);
  desk_list_model_refresh (f->model);
  run ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 500);
}

/* A view that asks for rows far apart in one go, as one does that keeps the focused row while it jumps, gets them all. */
static void
test_far_apart (Fixture *f, gconstpointer data)
{
  static const guint places[] = { 0, 4, 2500, 40000, 80000, 99999 };
  DeskRowItem *items[G_N_ELEMENTS (places)];

  run ();
  desk_list_model_set_viewport (f->model, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    items[i] = item_at (f, places[i]);
  run ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_nonnull (desk_row_item_get_row (items[i]));
      g_object_unref (items[i]);
    }
}

/* A list that nobody looks at asks for nothing; when somebody does, once for all that changed. */
static void
test_resting (Fixture *f, gconstpointer data)
{
  desk_list_model_set_resting (f->model, TRUE);
  run ();
  g_assert_cmpuint (desk_table_source_n_queries (f->source), ==, 0);
  g_assert_true (desk_list_model_is_loading (f->model));
  desk_list_model_set_filter (f->model, 1);
  desk_list_model_set_resting (f->model, FALSE);
  run ();
  g_assert_cmpuint (desk_table_source_n_queries (f->source), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 500);
  desk_list_model_set_resting (f->model, TRUE);
  desk_list_model_set_filter (f->model, 0);
  desk_table_source_tell (f->source, DESK_KIND_PERSON, 3, DESK_CHANGE_MADE);
  run ();
  g_assert_cmpuint (desk_table_source_n_queries (f->source), ==, 1);
  desk_list_model_set_resting (f->model, FALSE);
  run ();
  g_assert_cmpuint (desk_table_source_n_queries (f->source), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1000);
  desk_list_model_set_resting (f->model, TRUE);
  desk_list_model_set_resting (f->model, FALSE);
  run ();
  g_assert_cmpuint (desk_table_source_n_queries (f->source), ==, 2);
}

/* A million rows: items anywhere, little held. */
static void
test_million (Fixture *f, gconstpointer data)
{
  run ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->model)), ==, 1000000);
  for (guint i = 0; i < 40; i++)
    {
      guint position = g_test_rand_int_range (0, 1000000);

      desk_list_model_set_viewport (f->model, position, MIN (position + 20, 999999));
      run ();
      g_assert_nonnull (text_at (f, position));
      g_assert_cmpuint (desk_list_model_get_held (f->model), <=, 7 * DESK_PAGE_ROWS);
    }
}

/* A model that goes while answers are on their way leaves nothing behind. */
static void
test_gone_under_way (void)
{
  DeskTableSource *source = desk_table_source_new (1000);
  DeskListModel *model = desk_list_model_new (DESK_LIST_SOURCE (source), DESK_LIST_PEOPLE);
  g_autoptr (DeskRowItem) item = NULL;

  run ();
  desk_table_source_hold (source, TRUE);
  item = g_list_model_get_item (G_LIST_MODEL (model), 900);
  run ();
  g_object_unref (model);
  desk_table_source_hold (source, FALSE);
  run ();
  g_assert_null (desk_row_item_get_row (item));
  g_assert_finalize_object (source);
}

#define ADD(path, n, func) g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/model/list/item-then-row", 1000, test_item_then_row);
  ADD ("/model/list/window", 100000, test_window);
  ADD ("/model/list/question", 1000, test_question);
  ADD ("/model/list/small-changes", 10, test_small_changes);
  ADD ("/model/list/edited", 10, test_edited);
  ADD ("/model/list/change-under-way", 1000, test_change_under_way);
  ADD ("/model/list/failure", 1000, test_failure);
  ADD ("/model/list/far-apart", 100000, test_far_apart);
  ADD ("/model/list/resting", 1000, test_resting);
  ADD ("/model/list/million", 1000000, test_million);
  g_test_add_func ("/model/list/gone-under-way", test_gone_under_way);
  return g_test_run ();
}
