/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-register.h"
#include "desk-saved-filter.h"
#include "desk-sample.h"

/* Erasing a person on request: nothing of them is left in any byte of the store, and everything that counts still does. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
} Erase;

static void
set_up (Erase *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
}

static void
tear_down (Erase *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static GError *
try (Erase *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return error;
}

static void
run (Erase *self, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = try (self, use_case, in);

  g_assert_no_error (error);
}

static GError *
erase (Erase *self, gint64 id)
{
  g_autoptr (DeskRecord) person = desk_fixture_get (&self->base, DESK_KIND_PERSON, id);

  return try (self, DESK_USE_CASE_ERASE_PERSON, desk_remove_input_new (NULL, id, person->version));
}

static void
assert_sound (Erase *self, gint64 n_erased)
{
  DeskVerifyReport report;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report.broken_trail, ==, 0);
  g_assert_cmpint (report.n_missing_keys, ==, 0);
  g_assert_cmpint (report.n_unlike, ==, 0);
  g_assert_cmpint (report.n_erased, >=, n_erased);
  g_assert_true (report.ok);
  desk_verify_report_clear (&report);
}

/* No byte of the closed store's file is @secret. */
static void
assert_nowhere (Erase *self, const char *const *secrets)
{
  g_autofree char *bytes = NULL;
  gsize n;

  desk_service_close (g_steal_pointer (&self->base.service));
  g_assert_true (g_file_get_contents (self->base.path, &bytes, &n, NULL));
  for (; *secrets != NULL; secrets++)
    if (memmem (bytes, n, *secrets, strlen (*secrets)) != NULL)
      g_error ("“%s” is left in the store", *secrets);
  desk_fixture_reopen (&self->base);
}

/* Ends what the person still has here. */
static void
move_out (Erase *self)
{
  g_autoptr (DeskRecord) occupancy = desk_fixture_get (&self->base, DESK_KIND_OCCUPANCY, self->world.occupancy);
  g_autoptr (DeskRecord) lease = desk_fixture_get (&self->base, DESK_KIND_SPACE_LEASE, self->world.lease);

  ((DeskOccupancy *) occupancy)->to_day = 20251101;
  desk_text_set (&((DeskOccupancy *) occupancy)->note, "搬去余杭区仓前街道");
  run (self, DESK_USE_CASE_SAVE_OCCUPANCY, desk_record_input_new (NULL, occupancy));
  ((DeskSpaceLease *) lease)->to_day = 20251101;
  run (self, DESK_USE_CASE_SAVE_SPACE_LEASE, desk_record_input_new (NULL, lease));
}

static void
test_still_here (Erase *self, gconstpointer data)
{
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = erase (self, self->world.person);

  desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_ERASE_STILL_HERE);
  g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, "occupancy");
  after = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (before, after);
}

/* Somebody asks for a change of a unit whose note names the person. */
static void
ask_about (Erase *self)
{
  g_autoptr (DeskActor) keeper = desk_service_load_actor (self->base.service, self->world.staff, NULL);
  g_autoptr (DeskRecord) unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.other_unit);
  DeskRecordInput edit = { .record = unit };
  DeskAskInput in = { .use_case = DESK_USE_CASE_SAVE_UNIT, .asked = &edit };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_text_set (&((DeskUnit *) unit)->note, "尉迟敬德来问过");
  desk_ask_approval (self->base.service, keeper, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

static gint64
save_filter (Erase *self, const char *name, const char *text)
{
  DeskFilterForm form = { .list = DESK_LIST_COMPLAINTS, .text = (char *) text };
  g_autofree char *words = desk_filter_form_write (&form);
  DeskSavedFilter filter = { .record = { .kind = DESK_KIND_SAVED_FILTER }, .list_name = (char *) desk_list_spec (DESK_LIST_COMPLAINTS)->nick,
                             .name = (char *) name, .form = words };

  run (self, DESK_USE_CASE_SAVE_FILTER, desk_record_input_new (NULL, &filter));
  return desk_fixture_count (&self->base, "SELECT max(id) FROM saved_filter");
}

/* Four ways to keep somebody's name, one of them removed again, and one filter of something else. */
static void
keep_filters (Erase *self)
{
  gint64 gone;

  save_filter (self, "尉迟敬德的投诉", NULL);
  save_filter (self, "老投诉户", "尉迟敬德");
  save_filter (self, "常来电", "13712349876");
  gone = save_filter (self, "又是他", "尉迟敬德 13712349876");
  run (self, DESK_USE_CASE_REMOVE_FILTER, desk_remove_input_new (NULL, gone, 1));
  save_filter (self, "漏水", "漏水");
}

/* Changed, revealed, removed numbers, documents, plates, notes, search keys: all gone; the past of the unit stays. */
static void
test_everything (Erase *self, gconstpointer data)
{
  static const char *const secrets[]
      = { "尉迟敬德", "13712349876", "330106199001011234", "浙AT5T5T5", "仓前街道", "yuchijingde", "weichijingde", NULL };
  g_autoptr (DeskRecord) person = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.person);
  g_autoptr (DeskRecord) vehicle = desk_fixture_get (&self->base, DESK_KIND_VEHICLE, self->world.vehicle);
  DeskPersonInput *in = NULL;
  DeskPhone phone = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE, .number = (char *) "13712349876" };
  DeskDocument document = { .record = { .kind = DESK_KIND_DOCUMENT }, .kind = DESK_DOCUMENT_KIND_OTHER,
                            .number = (char *) "330106199001011234" };
  gint64 occupancies = desk_fixture_count (&self->base, "SELECT count(*) FROM occupancy"), filters, rows;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecord) after = NULL;
  g_autoptr (GError) undo = NULL;

  desk_text_set (&((DeskPerson *) person)->name, "尉迟敬德");
  in = desk_person_input_new (NULL, (DeskPerson *) person);
  g_ptr_array_add (in->phones, desk_record_copy (&phone));
  in->documents = g_ptr_array_new_with_free_func (desk_record_free);
  g_ptr_array_add (in->documents, desk_record_copy (&document));
  run (self, DESK_USE_CASE_SAVE_PERSON, in);
  desk_text_set (&((DeskVehicle *) vehicle)->plate, "浙AT5T5T5");
  run (self, DESK_USE_CASE_SAVE_VEHICLE, desk_record_input_new (NULL, vehicle));
  run (self, DESK_USE_CASE_REVEAL_NUMBER,
       desk_reveal_input_new (NULL, DESK_KIND_PHONE, desk_fixture_count (&self->base, "SELECT max(id) FROM phone")));
  move_out (self);
  ask_about (self);
  filters = desk_fixture_count (&self->base, "SELECT count(*) FROM saved_filter");
  keep_filters (self);
  rows = desk_fixture_count (&self->base, "SELECT count(*) FROM trail");
  error = erase (self, self->world.person);
  g_assert_no_error (error);
  assert_nowhere (self, secrets);
  assert_sound (self, 6);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM occupancy"), ==, occupancies);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM trail"), ==, rows + 2); /* and the request's */
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT state FROM request ORDER BY id DESC LIMIT 1"), ==, DESK_REQUEST_WITHDRAWN);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM saved_filter"), ==, filters + 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM saved_filter WHERE name = '漏水'"), ==, 1);
  after = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.person);
  g_assert_cmpint (((DeskPerson *) after)->erased_at, ==, DESK_FIXTURE_NOW);
  undo = try (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, desk_fixture_count (&self->base, "SELECT max(id) FROM act")));
  desk_assert_problem (undo, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_UNDO_NOT_POSSIBLE);
}

/* Whoever turned out to be the same goes too. */
static void
test_merged (Erase *self, gconstpointer data)
{
  static const char *const secrets[] = { "0571-88001234", "057188001234", "查良镛", NULL };
  gint64 other = desk_fixture_person (&self->base, "查良镛", "13655556666");
  g_autoptr (GError) loser = NULL;
  g_autoptr (GError) error = NULL;

  run (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, self->world.bare_person, other));
  loser = erase (self, other);
  desk_assert_problem (loser, DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY);
  error = erase (self, self->world.bare_person);
  g_assert_no_error (error);
  assert_nowhere (self, secrets);
  assert_sound (self, 2);
}

/* A name is no pattern: what the trail kept of filters that do not hold it stays. */
static void
test_a_name_of_wildcards (Erase *self, gconstpointer data)
{
  g_autofree char *kept = g_strdup_printf ("SELECT count(*) FROM trail WHERE kind = %d AND changes <> ''", DESK_KIND_SAVED_FILTER);
  gint64 other = desk_fixture_person (&self->base, "_%", "13655556666"), gone, before;
  g_autoptr (GError) error = NULL;

  gone = save_filter (self, "漏水", "漏水");
  run (self, DESK_USE_CASE_REMOVE_FILTER, desk_remove_input_new (NULL, gone, 1));
  before = desk_fixture_count (&self->base, kept);
  error = erase (self, other);
  g_assert_no_error (error);
  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (desk_fixture_count (&self->base, kept), ==, before);
}

/* Somebody who came with a sheet: what the batch kept goes, and the sheet cannot be taken back over it. */
static void
test_imported (Erase *self, gconstpointer data)
{
  static const char *const secrets[] = { "林小燕", "13912340001", NULL };
  gpointer in = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_TAKE_IMPORT, NULL);
  gint64 act, id;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) undo = NULL;

  run (self, DESK_USE_CASE_TAKE_IMPORT, in);
  act = desk_fixture_count (&self->base, "SELECT max(id) FROM act");
  id = desk_fixture_count (&self->base, "SELECT id FROM person WHERE name = '林小燕'");
  {
    g_autoptr (DeskRecord) stay = desk_fixture_get (
        &self->base, DESK_KIND_OCCUPANCY, desk_fixture_count (&self->base, "SELECT max(id) FROM occupancy"));

    ((DeskOccupancy *) stay)->from_day = 20250101;
    ((DeskOccupancy *) stay)->to_day = 20251101;
    run (self, DESK_USE_CASE_SAVE_OCCUPANCY, desk_record_input_new (NULL, stay));
  }
  error = erase (self, id);
  g_assert_no_error (error);
  assert_nowhere (self, secrets);
  assert_sound (self, 0);
  undo = try (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, act));
  g_assert_error (undo, DESK_ERROR, DESK_ERROR_CONSEQUENCE);
}

/* Nobody is erased twice, edited afterwards, merged or moved in. */
static void
test_afterwards (Erase *self, gconstpointer data)
{
  g_autoptr (GError) first = erase (self, self->world.bare_person);
  g_autoptr (GError) again = erase (self, self->world.bare_person);
  g_autoptr (DeskRecord) person = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.bare_person);
  DeskOccupancy stay = { .record = { .kind = DESK_KIND_OCCUPANCY }, .unit_id = self->world.bare_unit,
                         .person_id = self->world.bare_person, .role = DESK_ROLE_TENANT, .from_day = 20251101 };
  g_autoptr (GError) edited = try (self, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new (NULL, (DeskPerson *) person));
  g_autoptr (GError) merged = try (self, DESK_USE_CASE_MERGE_PEOPLE,
                                   desk_merge_input_new (NULL, self->world.elsewhere, self->world.bare_person));
  g_autoptr (GError) moved = try (self, DESK_USE_CASE_SAVE_OCCUPANCY, desk_record_input_new (NULL, &stay));

  g_assert_no_error (first);
  desk_assert_problem (again, DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED);
  desk_assert_problem (edited, DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED);
  desk_assert_problem (merged, DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED);
  desk_assert_problem (moved, DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED);
}

/* Emptying a row from outside is no way to hide it: the erasing rows say how many there are. */
static void
test_emptied_outside (Erase *self, gconstpointer data)
{
  DeskVerifyReport report;
  g_autoptr (GError) error = NULL;

  desk_service_close (g_steal_pointer (&self->base.service));
  desk_tamper (self->base.path, "UPDATE trail SET changes = '', salt = x'' WHERE id = 5");
  desk_fixture_reopen (&self->base);
  g_assert_true (desk_service_verify (self->base.service, FALSE, &report, NULL, &error));
  g_assert_cmpint (report.broken_trail, ==, 5);
  g_assert_false (report.ok);
  desk_verify_report_clear (&report);
}

/* Every kind of record that names a person is taken care of: a new one without a row in desk-body-erase.c fails here. */
static void
test_every_kind (void)
{
  for (int kind = DESK_KIND_NONE + 1; kind < DESK_N_KINDS; kind++)
    {
      const DeskRecordSpec *spec = desk_record_spec ((DeskKind) kind);

      for (guint i = 0; spec != NULL && i < spec->n_fields; i++)
        if (spec->fields[i].type == DESK_FIELD_REF && spec->fields[i].ref == DESK_KIND_PERSON && !desk_erase_knows ((DeskKind) kind))
          g_error ("%s names people: say in desk-body-erase.c what is left of it when one is erased",
                   desk_kind_nick ((DeskKind) kind));
    }
}

#define add(path, func) g_test_add (path, Erase, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erase/every-kind", test_every_kind);
  add ("/erase/still-here", test_still_here);
  add ("/erase/everything", test_everything);
  add ("/erase/merged", test_merged);
  add ("/erase/a-name-of-wildcards", test_a_name_of_wildcards);
  add ("/erase/imported", test_imported);
  add ("/erase/afterwards", test_afterwards);
  add ("/erase/emptied-outside", test_emptied_outside);
  return g_test_run ();
}
