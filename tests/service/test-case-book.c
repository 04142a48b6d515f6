/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-case.h"
#include "desk-sample.h"

/* Categories and calendars as an office edits them: what is open follows, what is in use stays. It is DESK_FIXTURE_NOW, a
 * Friday in Shanghai. */

static gint64 last_act;

static void
must (DeskFixture *fixture, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_use_case_run (fixture->service, use_case, fixture->actor, in, &saved, &error);
  g_assert_no_error (error);
  last_act = saved.act_id;
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
}

/* An outer wall that leaks: five working days of the office. */
static gint64
open_complex (DeskFixture *fixture, gint64 *category_id)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .title = (char *) "外墙渗水" };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;
  DeskCaseInput *in;

  *category_id = desk_fixture_count (fixture, "SELECT min(id) FROM category WHERE duration_unit = 3 AND case_kind = 1 "
                                              "AND parent_id IS NOT NULL");
  c.category_id = *category_id;
  in = desk_case_input_new (NULL, &c, NULL);
  desk_open_case (fixture->service, fixture->actor, in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_case_input_free (in);
  desk_saved_clear (&saved);
  return id;
}

static gint64
due_of (DeskFixture *fixture, gint64 id)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_SERVICE_CASE, id);

  return ((DeskCase *) record)->completion_due;
}

/* A holiday in between puts the due time off to the next working day, in the list as on the page; taken back, it is as before. */
static void
test_holiday (DeskFixture *fixture, gconstpointer data)
{
  DeskCalendarDay day = { .record = { .kind = DESK_KIND_CALENDAR_DAY }, .day = 20251125, .note = (char *) "停工" };
  gint64 category_id, id = open_complex (fixture, &category_id);
  gint64 before = due_of (fixture, id), version;
  g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_SERVICE_CASE, id);

  version = record->version;
  g_assert_cmpint (before, >, DESK_FIXTURE_NOW);
  must (fixture, DESK_USE_CASE_SAVE_CALENDAR_DAY, desk_record_input_new (NULL, &day));
  g_assert_cmpint (due_of (fixture, id), ==, before + 3 * 86400); /* Friday evening becomes Monday evening */
  g_assert_cmpint (desk_fixture_count (fixture, "SELECT version FROM service_case ORDER BY id DESC LIMIT 1"), ==, version);
  must (fixture, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, last_act));
  g_assert_cmpint (due_of (fixture, id), ==, before);
}

/* Longer hours of the office end the same days later; a clock that counts by the wall stays. */
static void
test_hours (DeskFixture *fixture, gconstpointer data)
{
  gint64 category_id, id = open_complex (fixture, &category_id);
  gint64 before = due_of (fixture, id);
  g_autoptr (DeskRecord) office
      = desk_fixture_get (fixture, DESK_KIND_CALENDAR, desk_fixture_count (fixture, "SELECT id FROM calendar WHERE nick = 'office'"));

  desk_text_set (&((DeskCalendar *) office)->hours, "08:30-12:00,14:00-19:00");
  must (fixture, DESK_USE_CASE_SAVE_CALENDAR, desk_record_input_new (NULL, office));
  g_assert_cmpint (due_of (fixture, id), ==, before + 3600);
}

static void
remove_category (DeskFixture *fixture, gint64 id)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (fixture, DESK_KIND_CATEGORY, id);

  must (fixture, DESK_USE_CASE_REMOVE_CATEGORY, desk_remove_input_new (NULL, id, record->version));
}

/* What cases stand in goes out of use and can come back; what nothing stands in goes. */
static void
test_remove (DeskFixture *fixture, gconstpointer data)
{
  DeskCategory empty = { .record = { .kind = DESK_KIND_CATEGORY }, .case_kind = DESK_CASE_REPAIR, .name = (char *) "泳池",
                         .urgency = DESK_URGENCY_ORDINARY, .duration_unit = 1 };
  gint64 category_id, id = open_complex (fixture, &category_id);
  gint64 empty_id = desk_fixture_save (fixture, DESK_USE_CASE_SAVE_CATEGORY, &empty);
  gint64 n = desk_fixture_count (fixture, "SELECT count(*) FROM category");
  g_autoptr (DeskRecord) kept = NULL;

  remove_category (fixture, empty_id);
  g_assert_cmpint (desk_fixture_count (fixture, "SELECT count(*) FROM category"), ==, n - 1);
  remove_category (fixture, category_id);
  g_assert_cmpint (desk_fixture_count (fixture, "SELECT count(*) FROM category"), ==, n - 1);
  kept = desk_fixture_get (fixture, DESK_KIND_CATEGORY, category_id);
  g_assert_cmpint (((DeskCategory *) kept)->retired_on, ==, 20251121);
  g_assert_cmpint (due_of (fixture, id), >, 0);
  ((DeskCategory *) kept)->retired_on = 0;
  must (fixture, DESK_USE_CASE_SAVE_CATEGORY, desk_record_input_new (NULL, kept));
  open_complex (fixture, &category_id);
}

/* No category of its own group, no two of one name in a group, no price that ends before it begins. */
static void
test_refused (DeskFixture *fixture, gconstpointer data)
{
  gint64 category_id, group;
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GError) name_error = NULL;
  g_autoptr (GError) price_error = NULL;
  DeskSaved saved = { 0 };
  DeskRecordInput *in;

  open_complex (fixture, &category_id);
  record = desk_fixture_get (fixture, DESK_KIND_CATEGORY, category_id);
  group = ((DeskCategory *) record)->parent_id;
  {
    DeskCategory again = { .record = { .kind = DESK_KIND_CATEGORY }, .parent_id = group, .case_kind = DESK_CASE_REPAIR,
                           .name = ((DeskCategory *) record)->name, .urgency = DESK_URGENCY_ORDINARY, .duration_unit = 1 };

    in = desk_record_input_new (NULL, &again);
    g_assert_false (desk_save_category (fixture->service, fixture->actor, in, &saved, &name_error));
    desk_assert_problem (name_error, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN);
    desk_record_input_free (in);
  }
  ((DeskCategory *) record)->price_from = 20000;
  ((DeskCategory *) record)->price_to = 10000;
  in = desk_record_input_new (NULL, record);
  g_assert_false (desk_save_category (fixture->service, fixture->actor, in, &saved, &price_error));
  g_assert_error (price_error, DESK_ERROR, DESK_ERROR_INVALID);
  desk_record_input_free (in);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/case-book/holiday", test_holiday);
  desk_fixture_add ("/case-book/hours", test_hours);
  desk_fixture_add ("/case-book/remove", test_remove);
  desk_fixture_add ("/case-book/refused", test_refused);
  return g_test_run ();
}
