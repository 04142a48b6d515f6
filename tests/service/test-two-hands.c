/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sample.h"

/* Several people at one store: who was quicker is said, and what others did since stands in the way of an undo only where
 * it must: after later edits, after a merge, after an import. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskActor *other; /* somebody else who may the same */
} Hands;

static void
set_up (Hands *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  desk_tamper (self->base.path, "INSERT INTO staff (login, name, roles) VALUES ('wanglin', '王琳', 63)");
  self->other = desk_actor_new (desk_fixture_count (&self->base, "SELECT max(id) FROM staff"), "王琳", DESK_ALL_ROLES, NULL, 0);
}

static void
tear_down (Hands *self, gconstpointer data)
{
  desk_actor_free (self->other);
  desk_fixture_tear_down (&self->base);
}

/* Returns: the error or NULL. @act: (out) (nullable). */
static GError *
run (Hands *self, const DeskActor *actor, DeskUseCase use_case, gpointer in, gint64 *act)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, actor, in, &saved, &error);
  if (act != NULL)
    *act = saved.act_id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return error;
}

static gint64
done (Hands *self, const DeskActor *actor, DeskUseCase use_case, gpointer in)
{
  gint64 act;
  g_autoptr (GError) error = run (self, actor, use_case, in, &act);

  g_assert_no_error (error);
  return act;
}

static gpointer
with_room (Hands *self, const char *room, gint64 area)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);

  desk_text_set (&((DeskUnit *) record)->room, room);
  ((DeskUnit *) record)->built_area = area;
  return desk_record_input_new (NULL, record);
}

static void
assert_unit (Hands *self, const char *room, gint64 area)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);

  g_assert_cmpstr (((DeskUnit *) record)->room, ==, room);
  g_assert_cmpint (((DeskUnit *) record)->built_area, ==, area);
}

/* Both had the record open: the slower one is told who was quicker and when, and nothing is written over. */
static void
test_stale (Hands *self, gconstpointer data)
{
  gpointer slow = with_room (self, "1512", 10000);
  g_autoptr (GError) error = NULL;

  done (self, self->other, DESK_USE_CASE_SAVE_UNIT, with_room (self, "1511", 12000));
  error = run (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT, slow, NULL);
  desk_assert_problem (error, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE);
  g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, "王琳");
  g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "2025-11-21 10:00");
  assert_unit (self, "1511", 12000);
  done (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT, with_room (self, "1512", 10000));
  assert_unit (self, "1512", 10000);
}

/* A later edit of one field leaves that field, and says which and whose; the rest goes back. */
static void
test_after_edit (Hands *self, gconstpointer data)
{
  g_autoptr (DeskRecord) before = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  gint64 act = done (self, self->base.actor, DESK_USE_CASE_SAVE_UNIT, with_room (self, "1511", 12000));
  DeskUndoInput *in = desk_undo_input_new (NULL, act);
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  done (self, self->other, DESK_USE_CASE_SAVE_UNIT, with_room (self, "1511", 13000));
  g_assert_true (desk_undo_act (self->base.service, self->base.actor, in, &saved, &error));
  g_assert_no_error (error);
  assert_unit (self, ((DeskUnit *) before)->room, 13000);
  g_assert_cmpuint (saved.problems->len, ==, 1);
  g_assert_cmpstr (((DeskProblem *) saved.problems->pdata[0])->args[0], ==, "built_area");
  g_assert_cmpstr (((DeskProblem *) saved.problems->pdata[0])->args[1], ==, "王琳");
  desk_saved_clear (&saved);
  desk_undo_input_free (in);
}

/* Who was made and then merged cannot be unmade: the merge stands on it. The merge itself comes apart, also when a phone
 * it moved was changed since. */
static void
test_after_merge (Hands *self, gconstpointer data)
{
  gint64 made_act, merge_act, loser = desk_fixture_person (&self->base, "单雄信", "13355557777"), phone;
  g_autoptr (GError) built_on = NULL;
  g_autoptr (DeskRecord) number = NULL;
  g_autoptr (DeskRecord) apart = NULL;
  g_autoptr (DeskRecord) keeper = NULL;
  DeskPersonInput *in;

  made_act = desk_fixture_count (&self->base, "SELECT max(id) FROM act");
  phone = desk_fixture_count (&self->base, "SELECT max(id) FROM phone");
  merge_act = done (self, self->other, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, self->world.person, loser));
  built_on = run (self, self->base.actor, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, made_act), NULL);
  g_assert_error (built_on, DESK_ERROR, DESK_ERROR_CONSEQUENCE);

  keeper = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.person);
  in = desk_person_input_new (NULL, (DeskPerson *) keeper);
  {
    DeskPhone first = { .record = { .kind = DESK_KIND_PHONE, .id = self->world.phone }, .kind = DESK_PHONE_KIND_MOBILE };
    DeskPhone second = { .record = { .kind = DESK_KIND_PHONE, .id = phone }, .kind = DESK_PHONE_KIND_MOBILE,
                         .number = (char *) "13355558888" };

    first.record.version = desk_fixture_count (&self->base, "SELECT version FROM phone WHERE id = (SELECT min(id) FROM phone)");
    second.record.version = desk_fixture_count (&self->base, "SELECT version FROM phone WHERE id = (SELECT max(id) FROM phone)");
    g_ptr_array_add (in->phones, desk_record_copy (&first));
    g_ptr_array_add (in->phones, desk_record_copy (&second));
  }
  done (self, self->base.actor, DESK_USE_CASE_SAVE_PERSON, in);
  done (self, self->other, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, merge_act));
  number = desk_fixture_get (&self->base, DESK_KIND_PHONE, phone);
  apart = desk_fixture_get (&self->base, DESK_KIND_PERSON, loser);
  g_assert_cmpint (((DeskPhone *) number)->person_id, ==, loser);
  g_assert_cmpstr (((DeskPhone *) number)->number, ==, "133****8888"); /* read masked: the later number stands */
  g_assert_cmpint (((DeskPerson *) apart)->merged_into, ==, 0);
}

/* What an import brought over an edit stays when that is undone, and is named; an edit over an import keeps the sheet from being taken back. */
static void
test_after_import (Hands *self, gconstpointer data)
{
  g_autoptr (DeskRecord) unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.bare_unit);
  gint64 edit_act, import_act;
  DeskUndoInput *in;
  DeskSaved saved = { 0 };
  g_autoptr (GError) over_edit = NULL;
  g_autoptr (GError) over_import = NULL;
  g_autoptr (DeskRecord) after = NULL;

  ((DeskUnit *) unit)->built_area = 7700;
  ((DeskUnit *) unit)->inner_area = 7000;
  edit_act = done (self, self->other, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, unit));
  import_act = done (self, self->base.actor, DESK_USE_CASE_TAKE_IMPORT,
                     desk_sample_input (&self->base, &self->world, DESK_USE_CASE_TAKE_IMPORT, NULL));
  in = desk_undo_input_new (NULL, edit_act);
  g_assert_true (desk_undo_act (self->base.service, self->other, in, &saved, &over_edit));
  g_assert_no_error (over_edit);
  g_assert_cmpuint (saved.problems->len, ==, 1);
  g_assert_cmpstr (((DeskProblem *) saved.problems->pdata[0])->args[0], ==, "built_area");
  desk_saved_clear (&saved);
  desk_undo_input_free (in);
  g_clear_pointer (&unit, desk_record_free);
  unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.bare_unit);
  g_assert_cmpint (((DeskUnit *) unit)->built_area, ==, 9800);
  ((DeskUnit *) unit)->built_area = 9900;
  ((DeskUnit *) unit)->inner_area = 8000;
  done (self, self->other, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, unit));
  over_import = run (self, self->base.actor, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, import_act), NULL);
  g_assert_error (over_import, DESK_ERROR, DESK_ERROR_CONSEQUENCE);
  after = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.bare_unit);
  g_assert_cmpint (((DeskUnit *) after)->built_area, ==, 9900);
}

#define add(path, func) g_test_add (path, Hands, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/two-hands/stale", test_stale);
  add ("/two-hands/after-edit", test_after_edit);
  add ("/two-hands/after-merge", test_after_merge);
  add ("/two-hands/after-import", test_after_import);
  return g_test_run ();
}
