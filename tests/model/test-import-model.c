/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"
#include "desk-import-model.h"

static const char sheet[] = "房号,业主姓名,联系电话,建筑面积\n3-2-1501,张淑芬,13812345678,118.47\n"
                            "3-2-16O2,徐丽娟,13712344410,89.20\n3-2-1501,张 淑芬,13812345678,118.47\n"
                            "3-2-1801,,,89.20\n3-2-1802,,,八十\n";

static DeskImportPlan *
prepare (DeskFixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "sheet.csv", NULL);
  DeskImportRequest request = { .import = DESK_IMPORT_REGISTER, .path = path };
  g_autoptr (GError) error = NULL;
  DeskImportPlan *plan;

  desk_fixture_community (f);
  g_assert_true (g_file_set_contents (path, sheet, -1, NULL));
  plan = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

/* Every filter shows what it counts, and together the fates are the whole. */
static void
test_shows (DeskFixture *f, gconstpointer data)
{
  static const guint expected[DESK_N_IMPORT_SHOWS] = { 5, 2, 0, 0, 1, 2, 1 };
  g_autoptr (DeskImportModel) model = desk_import_model_new ();
  g_autoptr (DeskImportPlan) plan = NULL;
  guint sum = 0;

  g_assert_cmpuint (desk_import_model_count (model, DESK_IMPORT_SHOW_ALL), ==, 0);
  g_assert_cmpuint (desk_import_model_position_of_row (model, 3), ==, G_MAXUINT);
  plan = prepare (f);
  desk_import_model_set_plan (model, plan);
  for (int i = 0; i < DESK_N_IMPORT_SHOWS; i++)
    {
      desk_import_model_set_show (model, (DeskImportShow) i);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, expected[i]);
      g_assert_cmpuint (desk_import_model_count (model, (DeskImportShow) i), ==, expected[i]);
      sum += i >= DESK_IMPORT_SHOW_FATE && i < DESK_IMPORT_SHOW_NOTICES ? expected[i] : 0;
    }
  g_assert_cmpuint (sum, ==, expected[DESK_IMPORT_SHOW_ALL]);
}

/* A row is found again by its number in the sheet; where it is not shown, the next one. */
static void
test_position (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportModel) model = desk_import_model_new ();
  g_autoptr (DeskImportPlan) plan = prepare (f);

  desk_import_model_set_plan (model, plan);
  g_assert_cmpuint (desk_import_model_position_of_row (model, 4), ==, 2);
  g_assert_cmpuint (desk_import_model_position_of_row (model, 400), ==, 4);
  desk_import_model_set_show (model, DESK_IMPORT_SHOW_FATE + DESK_FATE_REJECT);
  g_assert_cmpuint (desk_import_model_position_of_row (model, 3), ==, 0);
  g_assert_cmpuint (desk_import_model_position_of_row (model, 4), ==, 1);
}

static void
count (DeskImportItem *item, guint *n)
{
  (*n)++;
}

/* A tick reaches the item that somebody holds; an item that is let go of is made anew. */
static void
test_tick (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportModel) model = desk_import_model_new ();
  g_autoptr (DeskImportPlan) plan = prepare (f);
  DeskImportItem *item, *same;
  guint n = 0;

  desk_import_model_set_plan (model, plan);
  item = g_list_model_get_item (G_LIST_MODEL (model), 2);
  same = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_true (item == same);
  g_object_unref (same);
  g_signal_connect (item, "changed", G_CALLBACK (count), &n);
  g_assert_cmpint (desk_import_item_get_line (item)->fate, ==, DESK_FATE_DOUBT);
  g_assert_false (desk_import_item_get_line (item)->taken);
  desk_import_model_set_taken (model, 2, TRUE);
  g_assert_true (desk_import_item_get_line (item)->taken);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (desk_import_plan_count_taken (plan), ==, 3);
  g_object_unref (item);
  desk_import_model_set_taken (model, 2, FALSE);
  g_assert_cmpuint (desk_import_plan_count_taken (plan), ==, 2);
  item = g_list_model_get_item (G_LIST_MODEL (model), 2);
  desk_import_model_set_plan (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_cmpuint (desk_import_item_get_line (item)->row, ==, 4);
  g_object_unref (item);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/import-model/shows", test_shows);
  desk_fixture_add ("/import-model/position", test_position);
  desk_fixture_add ("/import-model/tick", test_tick);
  return g_test_run ();
}
