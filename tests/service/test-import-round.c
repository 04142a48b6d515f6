/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-export.h"
#include "desk-fixture.h"
#include "desk-import-plan.h"
#include "desk-sample.h"
#include "desk-text.h"

/* Out and in again, any mix of rows, a stop at any row: what a whole import keeps. */

static DeskImportPlan *
prepare (DeskFixture *f, DeskImport import, const char *path, const DeskImportMend *mends, guint n_mends)
{
  DeskImportRequest request = { .import = import, .path = path, .mends = mends, .n_mends = n_mends };
  g_autoptr (GError) error = NULL;
  DeskImportPlan *plan = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static guint
take (DeskFixture *f, DeskImportPlan *plan, GCancellable *cancellable, gint64 *act_id, GError **error)
{
  DeskImportInput in = { .plan = plan, .cancellable = cancellable };
  DeskSaved saved = { 0 };
  guint n;

  desk_take_import (f->service, f->actor, &in, &saved, error);
  n = saved.count;
  if (act_id != NULL)
    *act_id = saved.act_id;
  desk_saved_clear (&saved);
  return n;
}

static char *
write_out (DeskFixture *f, DeskImport import, const char *name, const char *language)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (DeskText) text = desk_text_new (language, NULL);
  g_autoptr (GError) error = NULL;
  gboolean masked;
  guint rows;

  g_assert_true (desk_export_write (f->service, f->actor, import, path, text, &rows, &masked, &error));
  g_assert_no_error (error);
  g_assert_false (masked);
  return g_steal_pointer (&path);
}

static char *
contents (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
assert_all_same (DeskFixture *f, DeskImport import, const char *path)
{
  g_autoptr (DeskImportPlan) plan = prepare (f, import, path, NULL, 0);

  for (guint i = 0; i < desk_import_plan_get_n_lines (plan); i++)
    {
      const DeskImportLine *line = desk_import_plan_get_line (plan, i);

      if (line->fate != DESK_FATE_SAME)
        g_error ("row %u of %s: fate %d %s", line->row, path, line->fate,
                 line->problems != NULL ? desk_problem_nick (((DeskProblem *) line->problems->pdata[0])->code) : "");
    }
  g_assert_cmpuint (desk_import_plan_get_n_lines (plan), >, 0);
}

/* A register with what makes trouble: a past owner and the one after, somebody with two roles in one home, several phones of one
 * person, a parking space without a building, formulas, a person without a home. */
static void
make_register (DeskFixture *f)
{
  DeskSampleWorld world;
  DeskMergeInput merge = { 0 };
  DeskSaved saved = { 0 };
  gint64 old_owner, both;
  DeskOccupancy occupancy = { .record = { .kind = DESK_KIND_OCCUPANCY } };

  desk_sample_world (f, &world);
  old_owner = desk_fixture_person (f, "=上官婉儿", "+86 13512340001");
  desk_fixture_occupancy (f, world.bare_unit, old_owner, DESK_ROLE_OWNER, 20100101, 20200601);
  both = desk_fixture_person (f, "欧阳修", "13612340002");
  desk_fixture_occupancy (f, world.bare_unit, both, DESK_ROLE_TENANT, 20180101, 20200601);
  occupancy.unit_id = world.bare_unit;
  occupancy.person_id = both;
  occupancy.role = DESK_ROLE_OWNER;
  occupancy.share = 333333;
  occupancy.relation = (char *) "本人";
  occupancy.from_day = 20200601;
  desk_fixture_save (f, DESK_USE_CASE_SAVE_OCCUPANCY, &occupancy);
  /* Two of one name in one home cannot be told apart in a sheet; they are one. */
  merge.keep_id = world.person;
  merge.lose_id = world.twin;
  g_assert_true (desk_merge_people (f->service, f->actor, &merge, &saved, NULL));
  desk_saved_clear (&saved);
}

static void
test_same_store (DeskFixture *f, gconstpointer data)
{
  static const char *const languages[] = { "zh_CN", "en" };
  static const char *const names[] = { "out.csv", "out.xlsx" };

  make_register (f);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint n = 0; n < G_N_ELEMENTS (names); n++)
      {
        g_autofree char *units = write_out (f, DESK_IMPORT_UNITS, names[n], languages[l]);
        g_autofree char *people = NULL;

        assert_all_same (f, DESK_IMPORT_UNITS, units);
        people = write_out (f, DESK_IMPORT_PEOPLE, names[n], languages[l]);
        assert_all_same (f, DESK_IMPORT_PEOPLE, people);
      }
}

/* Into an empty store the sheets make the same register: they come out of it alike. */
static void
test_empty_store (DeskFixture *f, gconstpointer data)
{
  static const DeskImport kinds[] = { DESK_IMPORT_UNITS, DESK_IMPORT_PEOPLE };
  DeskFixture other = { 0 };

  make_register (f);
  desk_fixture_set_up (&other);
  desk_fixture_community (&other);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *out = write_out (f, kinds[i], "out.csv", "zh_CN");
      g_autofree char *before = contents (out);
      g_autoptr (DeskImportPlan) plan = prepare (&other, kinds[i], out, NULL, 0);
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;
      g_autofree char *after = NULL;

      g_assert_cmpuint (desk_import_plan_count_rejects (plan), ==, 0);
      take (&other, plan, NULL, NULL, &error);
      g_assert_no_error (error);
      back = write_out (&other, kinds[i], "back.csv", "zh_CN");
      after = contents (back);
      g_assert_cmpstr (after, ==, before);
    }
  desk_fixture_tear_down (&other);
}

static const char *const cells[][8] = {
  { "3-2-1501", "3-2-1502", "5-1-301", "3-2-16O2", "", "车位 B1-023", "一二三四五六七八九十一二三四五六七八九十一", "A-12" },
  { "张淑芬", "周国栋", "", "李建军", "陈建平", "某某公司", "周 国栋", "=SUM(A1)" },
  { "13812345678", "", "12", "138****1234", "0571-88001234", "13900001111/13900002222", "abc", "1.38E+10" },
  { "118.47", "", "89.2.0", "0", "-5", "99999999", "90㎡", "1e400" },
  { "业主", "", "租户", "家属", "不知道", "配偶", "1003", "共有人" },
  { "2021-06-18", "", "2021/6/18", "44365", "2021-13-40", "20210618", "昨天", "2021年6月18日" },
  { "", "", "2030-01-01", "2019-01-01", "x", "", "", "2022-02-30" },
  { "浙A8K2B5", "", "", "A", "浙A8K2B5/浙A11111", "", "", "" },
};
#define HEADINGS "房号,姓名,电话,建筑面积,身份,入住日期,迁出日期,车牌号\n"

static char *
random_sheet (DeskFixture *f, guint n_rows)
{
  GString *text = g_string_new (HEADINGS);
  g_autofree char *path = g_build_filename (f->folder, "random.csv", NULL);

  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
      g_string_append_printf (text, "%s%s", cells[c][g_test_rand_int_range (0, 8)],
                              c + 1 < G_N_ELEMENTS (cells) ? "," : "\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_string_free (text, TRUE);
  return g_steal_pointer (&path);
}

/* Any mix of good and bad rows: what is taken, rejected and unchanged is what was read; the store keeps its rules; what
 * was taken is there the next time; undone nothing is left. */
static void
test_any_rows (DeskFixture *f, gconstpointer data)
{
  desk_fixture_community (f);
  for (int round = 0; round < 30; round++)
    {
      g_autofree char *path = random_sheet (f, (guint) g_test_rand_int_range (1, 40));
      DeskImport import = g_test_rand_bit () ? DESK_IMPORT_REGISTER : DESK_IMPORT_PEOPLE;
      g_autoptr (DeskImportPlan) plan = prepare (f, import, path, NULL, 0);
      g_autoptr (DeskImportPlan) again = NULL;
      g_autoptr (GError) error = NULL;
      DeskVerifyReport report = { 0 };
      DeskUndoInput undo = { .import_only = TRUE };
      DeskSaved saved = { 0 };
      gint64 units = desk_fixture_count (f, "SELECT count(*) FROM unit");
      gint64 people = desk_fixture_count (f, "SELECT count(*) FROM person");
      guint taken = take (f, plan, NULL, &undo.act_id, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (taken, ==, desk_import_plan_count_taken (plan));
      g_assert_cmpuint (taken + desk_import_plan_count_rejects (plan) + desk_import_plan_count (plan, DESK_FATE_SAME), ==,
                        desk_import_plan_get_n_lines (plan));
      g_assert_true (desk_service_verify (f->service, TRUE, &report, NULL, &error));
      g_assert_true (report.ok);
      desk_verify_report_clear (&report);
      again = prepare (f, import, path, NULL, 0);
      for (guint i = 0; i < desk_import_plan_get_n_lines (again); i++)
        {
          const DeskImportLine *line = desk_import_plan_get_line (again, i);
          g_autofree char *joined = g_strjoinv (",", line->cells);

          if (line->fate == DESK_FATE_NEW)
            g_error ("row %u is new again (%d %d %d): %s in\n%s", line->row, line->new_unit, line->new_person,
                     line->new_occupancy, joined, contents (path));
        }
      if (undo.act_id == 0 || g_test_rand_bit ())
        continue;
      desk_undo_act (f->service, f->actor, &undo, &saved, &error);
      g_assert_no_error (error);
      desk_saved_clear (&saved);
      g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit"), ==, units);
      g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM person"), ==, people);
    }
}

typedef struct
{
  DeskImportPlan *plan;
  GCancellable *cancellable;
  guint at;
} Stop;

static gpointer
stop (gpointer data)
{
  Stop *self = data;

  while (desk_import_plan_get_progress (self->plan) < self->at)
    g_thread_yield ();
  g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* Stopped at any row: all or nothing, and never a part. */
static void
test_stopped (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "many.csv", NULL);
  GString *text = g_string_new ("房号,姓名,电话\n");

  desk_fixture_community (f);
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "3-2-%u,住户%u,138%08u\n", 101 + i, i, i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_string_free (text, TRUE);
  for (int round = 0; round < 6; round++)
    {
      g_autoptr (DeskImportPlan) plan = prepare (f, DESK_IMPORT_REGISTER, path, NULL, 0);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Stop how = { plan, cancellable, (guint) g_test_rand_int_range (1, 380) };
      GThread *thread = g_thread_new ("stop", stop, &how);
      g_autoptr (GError) error = NULL;
      guint taken = take (f, plan, cancellable, NULL, &error);

      g_thread_join (thread);
      if (error == NULL)
        {
          g_assert_cmpuint (taken, ==, 400);
          break;
        }
      g_assert_error (error, DESK_ERROR, DESK_ERROR_CANCELLED);
      g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit"), ==, 0);
      g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM act_item"), ==, 0);
      g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM search_key"), ==, 0);
    }
}

/* A suggestion put into its cell without touching the file; what is worth a look; which cell is meant; how much new. */
static void
test_mended (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "mend.csv", NULL);
  DeskImportMend mend = { .row = 3, .column = 0 };
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (DeskImportPlan) mended = NULL;
  const DeskProblem *problem;
  guint units, people;

  desk_fixture_community (f);
  g_assert_true (g_file_set_contents (path,
                                      "房号,姓名,电话\n3-2-1501,张淑芬,13812345678\n3-2-16O2,徐丽娟,13812345678\n"
                                      "3-2-1701,,\n3-2-1801,马晓东,1.38E+10\n3-2-1802,张淑芬,13812345678\n",
                                      -1, NULL));
  plan = prepare (f, DESK_IMPORT_REGISTER, path, NULL, 0);
  g_assert_cmpuint (desk_import_plan_count_rejects (plan), ==, 2);
  problem = desk_import_plan_get_line (plan, 1)->problems->pdata[0];
  g_assert_cmpint (problem->code, ==, DESK_PROBLEM_IMPORT_LOOKS_LIKE);
  g_assert_cmpint (desk_import_plan_find_column (plan, problem), ==, 0);
  mend.text = problem->args[1];
  mended = prepare (f, DESK_IMPORT_REGISTER, path, &mend, 1);
  g_assert_cmpstr (desk_import_plan_get_line (mended, 1)->cells[0], ==, "3-2-1602");
  g_assert_cmpuint (desk_import_plan_count_rejects (mended), ==, 1);
  problem = desk_import_plan_get_line (mended, 3)->problems->pdata[0];
  g_assert_cmpint (problem->code, ==, DESK_PROBLEM_SHEET_NUMBER_LOST);
  g_assert_cmpint (desk_import_plan_find_column (mended, problem), ==, 2);
  problem = desk_import_plan_get_line (mended, 1)->notices->pdata[0];
  g_assert_cmpint (problem->code, ==, DESK_PROBLEM_IMPORT_SHARED_PHONE);
  g_assert_cmpstr (problem->args[0], ==, "3-2-1501");
  problem = desk_import_plan_get_line (mended, 2)->notices->pdata[0];
  g_assert_cmpint (problem->code, ==, DESK_PROBLEM_IMPORT_NO_NAME);
  g_assert_cmpuint (desk_import_plan_count_notices (mended), ==, 3);
  desk_import_plan_count_new (mended, &units, &people);
  g_assert_cmpuint (units, ==, 4);
  /* One person holds two homes. */
  g_assert_cmpuint (people, ==, 2);
}

/* A name is the same with a blank in it, in the sheet and in the store, also where only the phone tells who it is. */
static void
test_blank_in_name (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "blank.csv", NULL);
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (DeskImportPlan) again = NULL;
  g_autoptr (GError) error = NULL;

  desk_fixture_community (f);
  g_assert_true (g_file_set_contents (path,
                                      "房号,姓名,电话\n3-2-1501,周国栋,0571-88001234\n"
                                      "3-2-1502,周　国栋,0571-88001234\n",
                                      -1, NULL));
  plan = prepare (f, DESK_IMPORT_REGISTER, path, NULL, 0);
  take (f, plan, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM person"), ==, 1);
  g_assert_true (g_file_set_contents (path, "房号,姓名,电话\n3-2-1502,周国栋,0571-88001234\n,周 国栋,0571-88001234\n", -1, NULL));
  again = prepare (f, DESK_IMPORT_PEOPLE, path, NULL, 0);
  g_assert_cmpuint (desk_import_plan_count (again, DESK_FATE_SAME), ==, 2);
}

/* Days as sheets hold them, and numbers that a spreadsheet made floats. */
static void
test_shapes (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "shapes.csv", NULL);
  g_autoptr (DeskImportPlan) plan = NULL;

  desk_fixture_community (f);
  g_assert_true (g_file_set_contents (path,
                                      "房号,姓名,电话,交付日期\n3-2-1501,甲某,13800138000.0,2021/6/18 0:00:00\n"
                                      "3-2-1502,乙某,13800138000,2021-06-18\n3-2-1503,丙某,１３８００１３８０００,44365\n"
                                      "3-2-1504,丁某,13800138000,2021年6月18日\n3-2-1505,戊某,13800138000,2021-06-18 08:30:00\n"
                                      "3-2-1506,己某,13800138000,2021.6.18\n",
                                      -1, NULL));
  plan = prepare (f, DESK_IMPORT_REGISTER, path, NULL, 0);
  g_assert_cmpuint (desk_import_plan_get_n_lines (plan), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const DeskImportLine *line = desk_import_plan_get_line (plan, i);

      g_test_message ("row %u: %s", line->row,
                      line->problems != NULL ? desk_problem_nick (((DeskProblem *) line->problems->pdata[0])->code) : "");
      g_assert_cmpint (line->fate, ==, DESK_FATE_NEW);
      g_assert_cmpint (line->data->unit->delivered_on, ==, 20210618);
      g_assert_cmpstr (((const DeskPhone *) line->data->phones->pdata[0])->number, ==, "13800138000");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/import-round/same-store", test_same_store);
  desk_fixture_add ("/import-round/empty-store", test_empty_store);
  desk_fixture_add ("/import-round/any-rows", test_any_rows);
  desk_fixture_add ("/import-round/stopped", test_stopped);
  desk_fixture_add ("/import-round/mended", test_mended);
  desk_fixture_add ("/import-round/blank-in-name", test_blank_in_name);
  desk_fixture_add ("/import-round/shapes", test_shapes);
  return g_test_run ();
}
