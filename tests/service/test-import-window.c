/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-engine.h"
#include "desk-fixture.h"
#include "desk-import-plan.h"
#include "desk-text.h"

/* What the assistant asks: the dry run as a use case, what its rows read like, the kind of sheet found out. */

static const char sheet[] = "业主台账,,,\n房号,业主姓名,联系电话,建筑面积(㎡)\n"
                            "3-2-1501,张淑芬,13812345678,118.47\n3-2-16O2,徐丽娟,13712344410,89.20\n"
                            "3-2-1701,孙志刚,1390000,118.47\n3-2-1501,张 淑芬,13812345678,118.47\n3-2-1801,,,89.20\n";

static DeskImportPlan *
prepare (DeskFixture *f, const char *text, const DeskImportRequest *wanted)
{
  g_autofree char *path = g_build_filename (f->folder, "sheet.csv", NULL);
  DeskImportRequest request = *wanted;
  DeskPrepareInput *in;
  DeskPrepared out = { 0 };
  g_autoptr (DeskProgress) progress = desk_progress_new ();
  g_autoptr (GError) error = NULL;
  DeskImportPlan *plan;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  request.path = path;
  in = desk_prepare_input_new (&request, progress);
  desk_prepare_import (f->service, f->actor, in, &out, &error);
  g_assert_no_error (error);
  plan = desk_import_plan_ref (out.plan);
  desk_prepared_clear (&out);
  desk_prepare_input_free (in);
  return plan;
}

/* Numbers are masked unless they are what is wrong; every row says what becomes of it; what is surely meant is offered. */
static void
test_rows (DeskFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *shown[2]; /* unit and phone */
    const char *words;
  } rows[] = {
    { { "3-2-1501", "138****5678" }, "Makes 1 unit and 1 person" },
    { { "3-2-16O2", "137****4410" }, "Unit label: “3-2-16O2” holds a letter that looks like a digit: write 3-2-1602." },
    { { "3-2-1701", "1390000" }, NULL },
    { { "3-2-1501", "138****5678" }, "Same unit and same person as row 3, surely a repetition: take it only if it is none." },
    { { "3-2-1801", "" }, "Nobody is named: only the unit is made." },
  };
  g_autoptr (DeskText) text = desk_text_new ("en", NULL);
  g_autoptr (DeskImportPlan) plan = NULL;
  guint column = 9;

  desk_fixture_community (f);
  plan = prepare (f, sheet, &(DeskImportRequest){ .import = DESK_N_IMPORTS });
  g_assert_cmpint (desk_import_plan_get_import (plan), ==, DESK_IMPORT_REGISTER);
  g_assert_cmpuint (desk_import_plan_get_n_lines (plan), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *unit = desk_import_plan_get_shown (plan, i, 0);
      g_autofree char *phone = desk_import_plan_get_shown (plan, i, 2);
      g_autofree char *words = desk_import_plan_get_words (plan, i, text);

      g_assert_cmpstr (unit, ==, rows[i].shown[0]);
      g_assert_cmpstr (phone, ==, rows[i].shown[1]);
      if (rows[i].words != NULL)
        g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpstr (words, !=, "");
    }
  g_assert_cmpstr (desk_import_plan_get_suggestion (plan, 1, &column), ==, "3-2-1602");
  g_assert_cmpuint (column, ==, 0);
  g_assert_null (desk_import_plan_get_suggestion (plan, 2, &column));
  g_assert_true (desk_import_plan_is_wrong (plan, 2, 2));
  g_assert_false (desk_import_plan_is_wrong (plan, 2, 0));
}

/* Headings tell what a sheet holds; a choice by hand stands. */
static void
test_kinds (DeskFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *text;
    DeskImport chosen;
    DeskImport found;
  } sheets[] = {
    { "房号,建筑面积\n1-1-101,90\n", DESK_N_IMPORTS, DESK_IMPORT_UNITS },
    { "姓名,电话\n张淑芬,13812345678\n", DESK_N_IMPORTS, DESK_IMPORT_PEOPLE },
    { "房号,姓名\n1-1-101,张淑芬\n", DESK_N_IMPORTS, DESK_IMPORT_REGISTER },
    { "房号,姓名\n1-1-101,张淑芬\n", DESK_IMPORT_PEOPLE, DESK_IMPORT_PEOPLE },
  };

  desk_fixture_community (f);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (DeskImportPlan) plan = prepare (f, sheets[i].text, &(DeskImportRequest){ .import = sheets[i].chosen });

      g_assert_cmpint (desk_import_plan_get_import (plan), ==, sheets[i].found);
    }
}

/* A cell mended by the number of its row is not put into a file that was changed meanwhile. */
static void
test_changed_file (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "sheet.csv", NULL);
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (DeskImportPlan) again = NULL;
  g_autoptr (GError) error = NULL;
  const DeskImportMend mend = { 4, 0, "3-2-1602" };
  DeskImportRequest request = { .import = DESK_N_IMPORTS, .path = path, .mends = &mend, .n_mends = 1 };

  desk_fixture_community (f);
  plan = prepare (f, sheet, &(DeskImportRequest){ .import = DESK_N_IMPORTS });
  request.stamp = desk_import_plan_get_stamp (plan);
  again = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_import_plan_count (again, DESK_FATE_REJECT), ==, desk_import_plan_count (plan, DESK_FATE_REJECT) - 1);
  g_assert_true (g_file_set_contents (path, "房号,业主姓名\n1-1-101,张淑芬\n", -1, NULL));
  g_assert_null (desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_STALE, DESK_PROBLEM_SHEET_CHANGED);
}

/* What would change is told as the history will tell it. */
static void
test_changes (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskText) text = desk_text_new ("en", NULL);
  g_autoptr (DeskImportPlan) first = NULL;
  g_autoptr (DeskImportPlan) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  DeskImportInput in = { 0 };
  DeskSaved saved = { 0 };

  desk_fixture_community (f);
  in.plan = first = prepare (f, "房号,业主,电话,建筑面积\n3-2-1501,张淑芬,13812345678,118.47\n",
                             &(DeskImportRequest){ .import = DESK_N_IMPORTS });
  desk_take_import (f->service, f->actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  second = prepare (f, "房号,业主,电话,建筑面积\n3-2-1501,张淑芬,13700004410,120\n",
                    &(DeskImportRequest){ .import = DESK_N_IMPORTS });
  words = desk_import_plan_get_words (second, 0, text);
  g_assert_nonnull (strstr (words, "120"));
  g_assert_nonnull (strstr (words, "Adds phone 137****4410"));
  g_assert_null (strstr (words, "13700004410"));
}

/* The engine */

typedef struct
{
  GMainLoop *loop;
  GError *error;
  gboolean done;
} Wait;

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  DeskPrepared *prepared = desk_engine_call_finish (DESK_ENGINE (source), result, &wait->error);

  if (prepared != NULL)
    desk_use_case_free_result (DESK_USE_CASE_PREPARE_IMPORT, prepared);
  wait->done = TRUE;
  g_main_loop_quit (wait->loop);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskEngine **engine = data;

  *engine = desk_engine_open_finish (result, NULL);
  g_main_context_wakeup (NULL);
}

static char *
large_sheet (guint n)
{
  GString *text = g_string_new ("房号,业主,电话\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u-1-%u,住户%u,138%08u\n", i / 1000 + 1, 101 + i % 1000, i, i);
  return g_string_free (text, FALSE);
}

/* A dry run that is stopped says so, and one that runs is stopped by the engine's end: nobody waits for its last row. */
static void
stop (DeskFixture *f, gboolean by_end)
{
  g_autofree char *path = g_build_filename (f->folder, "large.csv", NULL);
  g_autofree char *text = large_sheet (by_end ? 60000 : 2000);
  g_autoptr (DeskProgress) progress = desk_progress_new ();
  DeskImportRequest request = { .import = DESK_N_IMPORTS, .path = path };
  DeskEngine *engine = NULL;
  Wait wait = { g_main_loop_new (NULL, FALSE), NULL, FALSE };
  guint done, total;

  desk_fixture_community (f);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  desk_engine_open_async (f->path, DESK_OPEN_READ, f->clock, NULL, on_opened, &engine);
  while (engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  desk_engine_call_async (engine, DESK_USE_CASE_PREPARE_IMPORT, desk_prepare_input_new (&request, progress),
                          desk_progress_get_cancellable (progress), on_prepared, &wait);
  if (by_end)
    {
      desk_engine_close (engine);
      desk_progress_get (progress, &done, &total);
      g_assert_cmpuint (done, <, 60000);
    }
  else
    g_cancellable_cancel (desk_progress_get_cancellable (progress));
  if (!wait.done)
    g_main_loop_run (wait.loop);
  g_assert_nonnull (wait.error);
  g_clear_error (&wait.error);
  g_object_unref (engine);
  g_main_loop_unref (wait.loop);
}

static void
test_stopped (DeskFixture *f, gconstpointer data)
{
  stop (f, FALSE);
}

static void
test_ended (DeskFixture *f, gconstpointer data)
{
  stop (f, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/import-window/rows", test_rows);
  desk_fixture_add ("/import-window/kinds", test_kinds);
  desk_fixture_add ("/import-window/changed-file", test_changed_file);
  desk_fixture_add ("/import-window/changes", test_changes);
  desk_fixture_add ("/import-window/stopped", test_stopped);
  desk_fixture_add ("/import-window/ended", test_ended);
  return g_test_run ();
}
