/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sample.h"

/* Canned wording in the store: what it begins with, what is known of a case, and that nothing comes back by itself. */

static gint64 last_act;

static GError *
try (DeskFixture *fixture, DeskUseCase use_case, gpointer in, gint64 *count)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (fixture->service, use_case, fixture->actor, in, &saved, &error);
  last_act = saved.act_id;
  if (count != NULL)
    *count = saved.count;
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return error;
}

static void
must (DeskFixture *fixture, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = try (fixture, use_case, in, NULL);

  g_assert_no_error (error);
}

static gint64
n_phrases (DeskFixture *fixture)
{
  return desk_fixture_count (fixture, "SELECT count(*) FROM phrase");
}

static void
remove_phrase (DeskFixture *fixture, gint64 id)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_PHRASE, id);

  must (fixture, DESK_USE_CASE_REMOVE_PHRASE, desk_remove_input_new (NULL, id, record->version));
}

static gpointer
starters (gint64 which)
{
  return desk_get_input_new (DESK_KIND_PHRASE, which, 0);
}

/* A new store has the Chinese set, each where its category is; whoever takes all away keeps none over a restart. */
static void
test_begin (DeskFixture *fixture, gconstpointer data)
{
  guint n;

  desk_starter_phrases (TRUE, &n);
  g_assert_cmpint (n_phrases (fixture), ==, n);
  g_assert_cmpint (desk_fixture_count (fixture, "SELECT count(*) FROM phrase p JOIN category c ON c.id = p.category_id "
                                                "WHERE p.name = '装修噪音答复' AND c.name = '装修噪音'"), ==, 1);
  desk_fixture_reopen (fixture);
  g_assert_cmpint (n_phrases (fixture), ==, n);
  for (guint i = 1; i <= n; i++)
    remove_phrase (fixture, i);
  desk_fixture_reopen (fixture);
  g_assert_cmpint (n_phrases (fixture), ==, 0);
  must (fixture, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, last_act));
  g_assert_cmpint (n_phrases (fixture), ==, 1);
}

/* The other set comes beside it; a second time there is nothing to add; one undo takes all of it away. */
static void
test_add (DeskFixture *fixture, gconstpointer data)
{
  gint64 before = n_phrases (fixture), count = 0;
  g_autoptr (GError) error = try (fixture, DESK_USE_CASE_ADD_PHRASES, starters (2), &count);
  g_autoptr (GError) again = NULL;
  guint n;

  desk_starter_phrases (FALSE, &n);
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, n);
  g_assert_cmpint (n_phrases (fixture), ==, before + n);
  must (fixture, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, last_act));
  g_assert_cmpint (n_phrases (fixture), ==, before);
  again = try (fixture, DESK_USE_CASE_ADD_PHRASES, starters (1), NULL);
  desk_assert_problem (again, DESK_ERROR_INVALID, DESK_PROBLEM_PHRASES_THERE);
  remove_phrase (fixture, 3);
  g_clear_error (&again);
  again = try (fixture, DESK_USE_CASE_ADD_PHRASES, starters (1), &count);
  g_assert_no_error (again);
  g_assert_cmpint (count, ==, 1);
}

/* No two are called the same; hostile words are words. */
static void
test_save (DeskFixture *fixture, gconstpointer data)
{
  DeskPhrase phrase = { .record = { .kind = DESK_KIND_PHRASE }, .name = (char *) "约上门", .words = (char *) "x" };
  g_autoptr (GError) error = try (fixture, DESK_USE_CASE_SAVE_PHRASE, desk_record_input_new (NULL, &phrase), NULL);
  g_autoptr (DeskRecord) kept = NULL;
  gint64 id;

  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN);
  phrase.name = (char *) "it's";
  phrase.words = (char *) "'); DROP TABLE phrase; -- {<b>}";
  id = desk_fixture_save (fixture, DESK_USE_CASE_SAVE_PHRASE, &phrase);
  kept = desk_fixture_get (fixture, DESK_KIND_PHRASE, id);
  g_assert_cmpstr (((DeskPhrase *) kept)->words, ==, phrase.words);
}

static DeskPhrases *
known (DeskFixture *fixture, DeskKind kind, gint64 id)
{
  DeskGetInput get = { .kind = kind, .id = id };
  DeskPhrases *phrases = desk_use_case_new_result (DESK_USE_CASE_LIST_PHRASES);
  g_autoptr (GError) error = NULL;

  desk_list_phrases (fixture->service, fixture->actor, &get, phrases, &error);
  g_assert_no_error (error);
  return phrases;
}

/* What stands in the variables comes from the record; of nothing nothing is known but who is at the desk. */
static void
test_known (DeskFixture *fixture, gconstpointer data)
{
  gint64 community = desk_fixture_community (fixture), building = desk_fixture_building (fixture, "3");
  gint64 unit = desk_fixture_unit (fixture, building, desk_fixture_entrance (fixture, building, "2"), "1501");
  gint64 person = desk_fixture_person (fixture, "张三", "13800138000");
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .unit_id = unit,
                 .person_id = person, .title = (char *) "楼上装修吵" };
  DeskPhrases *phrases;
  gint64 id;

  g_assert_cmpint (community, >, 0);
  c.category_id = desk_fixture_count (fixture, "SELECT id FROM category WHERE name = '装修噪音'");
  {
    DeskSaved saved = { 0 };
    DeskCaseInput *in = desk_case_input_new (NULL, &c, NULL);
    g_autoptr (GError) error = NULL;

    desk_open_case (fixture->service, fixture->actor, in, &saved, &error);
    g_assert_no_error (error);
    id = saved.id;
    desk_case_input_free (in);
    desk_saved_clear (&saved);
  }
  phrases = known (fixture, DESK_KIND_SERVICE_CASE, id);
  g_assert_cmpstr (phrases->unit_label, ==, "3-2-1501");
  g_assert_cmpstr (phrases->person_name, ==, "张三");
  g_assert_cmpstr (phrases->title, ==, "楼上装修吵");
  g_assert_cmpstr (phrases->category, ==, "装修噪音");
  g_assert_cmpint (phrases->case_kind, ==, DESK_CASE_COMPLAINT);
  g_assert_cmpint (phrases->category_id, ==, c.category_id);
  g_assert_cmpint (phrases->group_id, !=, 0);
  g_assert_cmpint (phrases->due_at, ==, DESK_FIXTURE_NOW + 86400);
  g_assert_true (g_str_has_prefix (phrases->number, "C202511-"));
  desk_use_case_free_result (DESK_USE_CASE_LIST_PHRASES, phrases);
  phrases = known (fixture, DESK_KIND_UNIT, unit);
  g_assert_cmpstr (phrases->unit_label, ==, "3-2-1501");
  g_assert_null (phrases->person_name);
  desk_use_case_free_result (DESK_USE_CASE_LIST_PHRASES, phrases);
  phrases = known (fixture, DESK_KIND_NONE, 0);
  g_assert_null (phrases->unit_label);
  g_assert_nonnull (phrases->staff_name);
  g_assert_cmpuint (phrases->phrases->len, >, 20);
  desk_use_case_free_result (DESK_USE_CASE_LIST_PHRASES, phrases);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/phrases/begin", test_begin);
  desk_fixture_add ("/phrases/add", test_add);
  desk_fixture_add ("/phrases/save", test_save);
  desk_fixture_add ("/phrases/known", test_known);
  return g_test_run ();
}
