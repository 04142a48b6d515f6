/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

/* People who may be one are pointed out, families are not; a merge takes them off the list, undo brings them back. */

static void
find (DeskFixture *fixture, gint64 person_id, DeskHints *hints)
{
  DeskGetInput in = { .kind = DESK_KIND_PERSON, .id = person_id };
  g_autoptr (GError) error = NULL;

  desk_find_duplicates (fixture->service, fixture->actor, &in, hints, &error);
  g_assert_no_error (error);
}

static void
assert_hint (DeskHints *hints, guint index, DeskHintReason reason, gint64 person_id, gint64 other_id, const char *detail)
{
  const DeskHint *hint;

  g_assert_cmpuint (index, <, hints->hints->len);
  hint = hints->hints->pdata[index];
  g_assert_cmpint (hint->reason, ==, reason);
  g_assert_cmpint (hint->person_id, ==, person_id);
  g_assert_cmpint (hint->other_id, ==, other_id);
  g_assert_cmpstr (hint->detail, ==, detail);
}

static gint64
person_with_document (DeskFixture *fixture, const char *name, const char *number)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) name };
  DeskDocument row = { .record = { .kind = DESK_KIND_DOCUMENT },
                       .kind = DESK_DOCUMENT_KIND_PASSPORT,
                       .number = (char *) number };
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  DeskPersonInput in = { .person = &person, .phones = phones, .documents = documents };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  g_ptr_array_add (documents, &row);
  desk_save_person (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_saved_clear (&saved);
  return id;
}

static void
test_reasons (DeskFixture *fixture, gconstpointer data)
{
  gint64 unit, family, zhang, again, wang, wang_again, passport, passport_again;
  DeskHints hints = { 0 };

  desk_fixture_community (fixture);
  unit = desk_fixture_space (fixture, "B1-117");
  family = desk_fixture_person (fixture, "张建国", "13812345678");
  zhang = desk_fixture_person (fixture, "张淑芬", "138 1234 5678");
  again = desk_fixture_person (fixture, "张淑芬女士", "+86 13812345678");
  wang = desk_fixture_person (fixture, "王伟", NULL);
  wang_again = desk_fixture_person (fixture, "王偉", NULL);
  desk_fixture_person (fixture, "王伟", NULL); /* lives elsewhere */
  desk_fixture_occupancy (fixture, unit, wang, DESK_ROLE_TENANT, 20200101, 20210101);
  desk_fixture_occupancy (fixture, unit, wang_again, DESK_ROLE_FAMILY, 20220101, 0);
  passport = person_with_document (fixture, "John Smith", "E12345901");
  passport_again = person_with_document (fixture, "约翰", "E12345901");
  find (fixture, 0, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 3);
  assert_hint (&hints, 0, DESK_HINT_SAME_DOCUMENT, passport, passport_again, "****5901");
  assert_hint (&hints, 1, DESK_HINT_SAME_PHONE, zhang, again, "138****5678");
  assert_hint (&hints, 2, DESK_HINT_SAME_NAME_UNIT, wang, wang_again, "B1-117");
  desk_hints_clear (&hints);
  find (fixture, again, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 1);
  assert_hint (&hints, 0, DESK_HINT_SAME_PHONE, again, zhang, "138****5678");
  desk_hints_clear (&hints);
  find (fixture, family, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 0);
  desk_hints_clear (&hints);
}

/* A save points at the one who is there already. */
static void
test_save_hints (DeskFixture *fixture, gconstpointer data)
{
  gint64 zhang = desk_fixture_person (fixture, "张淑芬", "13812345678");
  DeskPerson person
      = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "張淑芬" };
  DeskPhone row = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE, .number = (char *) "13812345678" };
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  DeskPersonInput in = { .person = &person, .phones = phones };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  g_ptr_array_add (phones, &row);
  desk_save_person (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  g_assert_nonnull (saved.hints);
  g_assert_cmpuint (saved.hints->len, ==, 1);
  g_assert_cmpint (((DeskHint *) saved.hints->pdata[0])->other_id, ==, zhang);
  desk_saved_clear (&saved);
}

static void
test_merge (DeskFixture *fixture, gconstpointer data)
{
  gint64 keep = desk_fixture_person (fixture, "张淑芬", "13812345678");
  gint64 lose = desk_fixture_person (fixture, "张淑芬", "13812345678");
  DeskMergeInput in = { .keep_id = keep, .lose_id = lose };
  DeskUndoInput undo = { 0 };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  DeskHints hints = { 0 };

  find (fixture, 0, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 1);
  desk_hints_clear (&hints);
  desk_merge_people (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  undo.act_id = saved.act_id;
  desk_saved_clear (&saved);
  find (fixture, 0, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 0);
  desk_hints_clear (&hints);
  desk_undo_act (fixture->service, fixture->actor, &undo, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  find (fixture, 0, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 1);
  desk_hints_clear (&hints);
}

/* A switchboard of a hundred clerks of one name is bounded, and the one asked for is still found. */
static void
test_many (DeskFixture *fixture, gconstpointer data)
{
  DeskHints hints = { 0 };
  gint64 last = 0;

  for (int i = 0; i < 100; i++)
    last = desk_fixture_person (fixture, "前台", "0571-88881234");
  find (fixture, 0, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 500);
  desk_hints_clear (&hints);
  find (fixture, last, &hints);
  g_assert_cmpuint (hints.hints->len, ==, 99);
  desk_hints_clear (&hints);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/duplicates/reasons", test_reasons);
  desk_fixture_add ("/duplicates/save-hints", test_save_hints);
  desk_fixture_add ("/duplicates/merge", test_merge);
  desk_fixture_add ("/duplicates/many", test_many);
  return g_test_run ();
}
