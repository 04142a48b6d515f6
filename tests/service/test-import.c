/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"
#include "desk-export.h"
#include "desk-import-plan.h"
#include "desk-import-word.h"
#include "desk-register.h"
#include "desk-text-import.h"
#include "desk-text-label.h"

static DeskImportPlan *
prepare (DeskFixture *f, const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, "sheet.csv", NULL);
  DeskImportRequest request = { .import = DESK_IMPORT_REGISTER, .path = path, .staff_id = f->actor->staff_id };
  g_autoptr (GError) error = NULL;
  DeskImportPlan *plan;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  plan = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static gint64
take (DeskFixture *f, DeskImportPlan *plan)
{
  DeskImportInput in = { .plan = plan };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_take_import (f->service, f->actor, &in, &saved, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (saved.count, ==, desk_import_plan_count_taken (plan));
  return saved.act_id;
}

static void
assert_fates (DeskImportPlan *plan, guint fresh, guint change, guint same, guint doubt, guint reject)
{
  for (guint i = 0; i < desk_import_plan_get_n_lines (plan); i++)
    {
      const DeskImportLine *line = desk_import_plan_get_line (plan, i);

      if (line->problems != NULL)
        g_test_message ("row %u: %s", line->row, desk_problem_nick (((DeskProblem *) line->problems->pdata[0])->code));
      else
        g_test_message ("row %u: fate %d", line->row, line->fate);
    }
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_NEW), ==, fresh);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_CHANGE), ==, change);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_SAME), ==, same);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_DOUBT), ==, doubt);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_REJECT), ==, reject);
}

static const char sheet[] = "翠湖花园业主台账,,,,\n房号,业主姓名,联系电话,建筑面积(㎡),关系\n"
                            "3-2-1501,张淑芬,13812345678,118.47,\n3-2-1501,陈建平,13912340412,118.47,配偶\n"
                            "3-2-1502,周国栋,13912342210,118.47,\n3-2-1502,周 国栋,13912342210,118.47,\n"
                            "3-2-1601,,,89.20,\n3-2-1602,徐丽娟,12,89.20,\n3-2-1701,孙志刚,13900001111,89.2.0,\n";

/* The dry run writes nothing; the same file twice makes nothing twice; one undo takes the whole import back. */
static void
test_whole (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (DeskImportPlan) again = NULL;
  g_autoptr (GError) error = NULL;
  DeskUndoInput undo = { 0 };
  DeskSaved saved = { 0 };

  desk_fixture_community (f);
  plan = prepare (f, sheet);
  assert_fates (plan, 4, 0, 0, 1, 2);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit"), ==, 0);
  undo.act_id = take (f, plan);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit"), ==, 3);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM person"), ==, 3);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM occupancy"), ==, 3);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM trail WHERE use_case = 'take_import'"), ==, 1);
  again = prepare (f, sheet);
  assert_fates (again, 0, 0, 4, 1, 2);
  desk_undo_act (f->service, f->actor, &undo, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit"), ==, 0);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM building"), ==, 0);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM person"), ==, 0);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM search_key"), ==, 0);
}

/* Mended rows change what is there, and undo gives the old values back. */
static void
test_change (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) first = NULL;
  g_autoptr (DeskImportPlan) second = NULL;
  g_autoptr (GError) error = NULL;
  DeskUndoInput undo = { 0 };
  DeskSaved saved = { 0 };

  desk_fixture_community (f);
  first = prepare (f, "房号,业主,电话,建筑面积\n3-2-1501,张淑芬,13812345678,118.47\n");
  take (f, first);
  second = prepare (f, "房号,业主,电话,建筑面积\n3-2-1501,张淑芬,13700004410,120\n");
  assert_fates (second, 0, 1, 0, 0, 0);
  undo.act_id = take (f, second);
  g_assert_cmpint (desk_fixture_count (f, "SELECT built_area FROM unit"), ==, 12000);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM phone"), ==, 2);
  desk_undo_act (f->service, f->actor, &undo, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  g_assert_cmpint (desk_fixture_count (f, "SELECT built_area FROM unit"), ==, 11847);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM phone"), ==, 1);
}

/* What a row says may be right by itself and wrong with what the store knows: it is rejected with the rule's sentence, in
 * the dry run, and at the latest when it is taken, where rows before it in the sheet count. */
static void
test_rule_of_both (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) first = NULL;
  g_autoptr (DeskImportPlan) second = NULL;
  g_autoptr (DeskImportPlan) third = NULL;
  const DeskImportLine *line;
  DeskImportInput in = { 0 };
  DeskSaved saved = { 0 };

  desk_fixture_community (f);
  first = prepare (f, "房号,业主,建筑面积,套内面积,入住日期\n3-2-1501,张淑芬,118.47,96.20,2020-05-01\n"
                      "3-2-1502,周国栋,118.47,96.20,2020-05-01\n3-2-1503,,118.47,,\n");
  take (f, first);
  second = prepare (f, "房号,业主,建筑面积,搬离日期\n3-2-1501,,90.00,\n3-2-1502,周国栋,,2019-01-01\n");
  assert_fates (second, 0, 0, 0, 0, 2);
  line = desk_import_plan_get_line (second, 0);
  g_assert_cmpint (((DeskProblem *) line->problems->pdata[0])->code, ==, DESK_PROBLEM_INNER_ABOVE_BUILT);
  g_assert_cmpint (desk_import_plan_find_column (second, line->problems->pdata[0]), ==, 2);
  line = desk_import_plan_get_line (second, 1);
  g_assert_cmpint (((DeskProblem *) line->problems->pdata[0])->code, ==, DESK_PROBLEM_ENDS_BEFORE_BEGIN);
  g_assert_cmpint (desk_import_plan_find_column (second, line->problems->pdata[0]), ==, 3);
  third = prepare (f, "房号,业主,建筑面积,套内面积\n3-2-1503,,,110.00\n3-2-1503,张淑芬,100.00,\n");
  assert_fates (third, 1, 1, 0, 0, 0);
  in.plan = third;
  g_assert_true (desk_take_import (f->service, f->actor, &in, &saved, NULL));
  desk_saved_clear (&saved);
  assert_fates (third, 0, 1, 0, 0, 1);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit WHERE inner_area > built_area"), ==, 0);
  g_assert_cmpint (desk_fixture_count (f, "SELECT inner_area FROM unit WHERE room = '1503'"), ==, 11000);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM person"), ==, 2);
}

/* A row that is taken back takes its count of the person's version along: what a later row adds to the same person is seen
 * by whoever has them open. */
static void
test_taken_back (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) first = NULL;
  g_autoptr (DeskImportPlan) second = NULL;
  DeskImportInput in = { 0 };
  DeskSaved saved = { 0 };
  DeskOccupancy other = { .record = { .kind = DESK_KIND_OCCUPANCY }, .role = DESK_ROLE_OWNER, .share = 600000,
                          .from_day = 20200101 };
  gint64 version;

  desk_fixture_community (f);
  first = prepare (f, "房号,业主,证件号码,建筑面积\n3-2-1501,张淑芬,330106198003214829,89\n3-2-1502,,,89\n");
  take (f, first);
  second = prepare (f, "房号,姓名,证件号码,电话,份额,关系,入住日期\n3-2-1502,张淑芬,330106198003214829,13812345678,60%,业主,2021-01-01\n"
                       "3-2-1501,张淑芬,330106198003214829,13912340412,,,\n");
  assert_fates (second, 1, 1, 0, 0, 0);
  other.unit_id = desk_fixture_count (f, "SELECT id FROM unit WHERE room = '1502'");
  other.person_id = desk_fixture_person (f, "周国栋", "13900001111");
  desk_fixture_save (f, DESK_USE_CASE_SAVE_OCCUPANCY, &other);
  version = desk_fixture_count (f, "SELECT version FROM person WHERE name = '张淑芬'");
  in.plan = second;
  g_assert_true (desk_take_import (f->service, f->actor, &in, &saved, NULL));
  desk_saved_clear (&saved);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM phone WHERE number = '13812345678'"), ==, 0);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM phone WHERE number = '13912340412'"), ==, 1);
  g_assert_cmpint (desk_fixture_count (f, "SELECT version FROM person WHERE name = '张淑芬'"), ==, version + 1);
}

/* Somebody else owns the unit already: an owner is changed on the unit's page, with its day, not by a sheet. */
static void
test_other_owner (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) first = NULL;
  g_autoptr (DeskImportPlan) second = NULL;

  desk_fixture_community (f);
  first = prepare (f, "房号,业主\n3-2-1501,张淑芬\n");
  take (f, first);
  second = prepare (f, "房号,业主\n3-2-1501,李建军\n");
  assert_fates (second, 0, 0, 0, 0, 1);
}

/* A cancelled import leaves nothing. */
static void
test_cancel (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  DeskImportInput in = { .cancellable = cancellable };
  DeskSaved saved = { 0 };

  desk_fixture_community (f);
  plan = in.plan = prepare (f, sheet);
  g_cancellable_cancel (cancellable);
  g_assert_false (desk_take_import (f->service, f->actor, &in, &saved, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CANCELLED);
  desk_saved_clear (&saved);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM unit"), ==, 0);
}

/* Rows that were not taken come back in the source's own columns with the reason; mended, only they are taken. The
 * column of reasons is no column of the sheet: the mapping by hand is remembered for both. */
static void
check_rejects (DeskFixture *f, const char *language, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (DeskText) text = desk_text_new (language, NULL);
  DeskImportRequest request = { .import = DESK_IMPORT_REGISTER, .path = path, .staff_id = f->actor->staff_id };
  g_autoptr (DeskImportPlan) plan = prepare (f, sheet);
  g_autoptr (DeskImportPlan) back = NULL;
  g_autoptr (GError) error = NULL;
  guint columns = desk_import_plan_get_n_columns (plan);

  g_assert_cmpuint (desk_import_plan_count_rejects (plan), ==, 3);
  desk_import_plan_set_taken (plan, 0, FALSE);
  g_assert_cmpuint (desk_import_plan_count_rejects (plan), ==, 4);
  g_assert_true (desk_import_plan_write_rejects (plan, path, text, &error));
  g_assert_no_error (error);
  back = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_import_plan_get_n_columns (back), ==, columns + 1);
  g_assert_cmpuint (desk_import_plan_get_n_lines (back), ==, 4);
  g_assert_true (desk_import_is_reason_heading (desk_import_plan_get_heading (back, columns)));
  for (guint i = 0; i <= columns; i++)
    g_assert_cmpint (desk_import_plan_get_field (back, i, NULL), ==,
                     i < columns ? desk_import_plan_get_field (plan, i, NULL) : DESK_IMPORT_FIELD_NONE);
  for (guint i = 0; i < 4; i++)
    {
      const DeskImportLine *line = desk_import_plan_get_line (back, i);

      g_test_message ("%s | %s", line->cells[0], line->cells[columns]);
      g_assert_cmpstr (line->cells[columns], !=, "");
    }
  g_assert_cmpstr (desk_import_plan_get_line (back, 3)->cells[3], ==, "89.2.0");
}

static void
test_rejects (DeskFixture *f, gconstpointer data)
{
  desk_fixture_community (f);
  check_rejects (f, "zh_CN", "back.csv");
  check_rejects (f, "en", "back.xlsx");
}

/* What was mapped by hand is known the next time, for the same headings only, and for a sheet of rejected rows. */
static void
test_remembered (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskImportPlan) first = NULL;
  g_autoptr (DeskImportPlan) again = NULL;
  g_autoptr (DeskImportPlan) other = NULL;
  g_autoptr (DeskImportPlan) back = NULL;
  g_autoptr (DeskRecord) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder, "sheet.csv", NULL);
  const DeskImportField fields[] = { DESK_IMPORT_FIELD_LABEL, DESK_IMPORT_FIELD_NAME, DESK_IMPORT_FIELD_PLATE };
  DeskImportRequest request = { .import = DESK_IMPORT_REGISTER, .path = path, .fields = fields, .n_fields = 3,
                                .staff_id = f->actor->staff_id };
  DeskRecordInput in = { 0 };
  DeskSaved saved = { 0 };

  desk_fixture_community (f);
  first = prepare (f, "房号,业主,备注1\n3-2-1501,张淑芬,浙A8K2B5\n");
  g_assert_false (desk_import_plan_is_remembered (first));
  desk_import_plan_unref (first);
  first = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  in.record = layout = desk_import_plan_make_layout (first);
  g_assert_true (desk_remember_layout (f->service, f->actor, &in, &saved, &error));
  desk_saved_clear (&saved);
  again = prepare (f, "房号,业主,备注1\n3-2-1502,周国栋,\n");
  g_assert_true (desk_import_plan_is_remembered (again));
  g_assert_cmpint (desk_import_plan_get_field (again, 2, NULL), ==, DESK_IMPORT_FIELD_PLATE);
  back = prepare (f, "房号,业主,备注1,不收原因\n3-2-1502,周国栋,,缺\n");
  g_assert_true (desk_import_plan_is_remembered (back));
  g_assert_cmpint (desk_import_plan_get_field (back, 3, NULL), ==, DESK_IMPORT_FIELD_NONE);
  other = prepare (f, "房号,业主,备注2\n3-2-1502,周国栋,\n");
  g_assert_false (desk_import_plan_is_remembered (other));
}

/* Our own words above the columns are known when they come back. */
static void
test_own_headings (void)
{
  static const char *const languages[] = { "zh_CN", "en" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (DeskText) text = desk_text_new (languages[l], NULL);

      for (int import = 0; import < DESK_N_IMPORTS; import++)
        for (int i = 0; i < DESK_N_IMPORT_FIELDS; i++)
          {
            DeskImportField field;

            if (!desk_import_takes (import, i))
              continue;
            g_test_message ("%d: %s", import, desk_text_import_field (text, i));
            g_assert_cmpint (desk_import_guess (import, desk_text_import_field (text, i), &field), ==, DESK_GUESS_SURE);
            g_assert_cmpint (field, ==, i);
          }
      g_assert_true (desk_import_is_reason_heading (desk_text_import_reason_heading (text)));
    }
}

/* Every word that a sheet of ours holds is understood when it comes back. */
static void
test_own_words (void)
{
  static const char *const languages[] = { "zh_CN", "en" };
  const char *relation;

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (DeskText) text = desk_text_new (languages[l], NULL);

      for (int i = 1; i <= desk_enum_state.n; i++)
        g_assert_cmpint (desk_import_word_state (desk_text_enum (text, &desk_enum_state, i)), ==, i);
      for (int i = 1; i <= desk_enum_unit_kind.n; i++)
        g_assert_cmpint (desk_import_word_unit_kind (desk_text_enum (text, &desk_enum_unit_kind, i)), ==, i);
      for (int i = 1; i <= desk_enum_person_kind.n; i++)
        g_assert_cmpint (desk_import_word_person_kind (desk_text_enum (text, &desk_enum_person_kind, i)), ==, i);
      for (int i = 1; i <= desk_enum_role.n; i++)
        g_assert_cmpint (desk_import_word_role (desk_text_enum (text, &desk_enum_role, i), &relation), ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/import/whole", test_whole);
  desk_fixture_add ("/import/change", test_change);
  desk_fixture_add ("/import/rule-of-both", test_rule_of_both);
  desk_fixture_add ("/import/taken-back", test_taken_back);
  desk_fixture_add ("/import/other-owner", test_other_owner);
  desk_fixture_add ("/import/cancel", test_cancel);
  desk_fixture_add ("/import/rejects", test_rejects);
  desk_fixture_add ("/import/remembered", test_remembered);
  g_test_add_func ("/import/own-headings", test_own_headings);
  g_test_add_func ("/import/own-words", test_own_words);
  return g_test_run ();
}
