/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* Takes @folder away with all that is in it. */
void
desk_fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        desk_fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* A new store as it is made, read back once: to make one takes half the time of a short test, and a walk over the registry
 * asks for hundreds. */
static GBytes *
new_store (DeskFixture *fixture)
{
  static GBytes *bytes;
  g_autoptr (GError) error = NULL;
  DeskService *service;
  char *content;
  gsize length;

  if (bytes != NULL)
    return bytes;
  service = desk_service_open (fixture->path, DESK_OPEN_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  desk_service_close (service);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  bytes = g_bytes_new_take (content, length);
  return bytes;
}

/* Returns: (transfer full): the service of a new store at the fixture's path. */
static DeskService *
open_new (DeskFixture *fixture)
{
  gsize length;
  const char *content = g_bytes_get_data (new_store (fixture), &length);
  g_autoptr (GError) error = NULL;
  DeskService *service;

  g_assert_true (g_file_set_contents_full (fixture->path, content, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  service = desk_service_open (fixture->path, DESK_OPEN_WRITE, fixture->clock, &error);
  g_assert_no_error (error);
  return service;
}

void
desk_fixture_set_up (DeskFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  /* A new store takes the machine's zone: in every test it is the same one. */
  if (g_strcmp0 (g_getenv ("TZ"), "Asia/Shanghai") != 0)
    g_setenv ("TZ", "Asia/Shanghai", TRUE);
  fixture->folder = g_dir_make_tmp ("desk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.frontdesk", NULL);
  fixture->clock = desk_clock_new_fixed (DESK_FIXTURE_NOW);
  fixture->service = open_new (fixture);
  desk_service_set_secret_cost (fixture->service, DESK_SECRET_COST_TEST);
  fixture->actor = desk_service_sole_actor (fixture->service, &error);
  g_assert_no_error (error);
}

void
desk_fixture_tear_down (DeskFixture *fixture)
{
  g_clear_pointer (&fixture->service, desk_service_close);
  g_clear_pointer (&fixture->actor, desk_actor_free);
  g_clear_pointer (&fixture->clock, desk_clock_unref);
  desk_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
}

/* Closes the store and opens it again. */
void
desk_fixture_reopen (DeskFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->service, desk_service_close);
  fixture->service = desk_service_open (fixture->path, DESK_OPEN_WRITE, fixture->clock, &error);
  g_assert_no_error (error);
  desk_service_set_secret_cost (fixture->service, DESK_SECRET_COST_TEST);
}

void
desk_fixture_set_up_test (DeskFixture *fixture, gconstpointer data)
{
  desk_fixture_set_up (fixture);
}

void
desk_fixture_tear_down_test (DeskFixture *fixture, gconstpointer data)
{
  desk_fixture_tear_down (fixture);
}

/* Saves @record by a use case that takes a DeskRecordInput. Returns: its id. */
gint64
desk_fixture_save (DeskFixture *fixture, DeskUseCase use_case, gconstpointer record)
{
  DeskRecordInput in = { .record = (DeskRecord *) record };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  desk_use_case_run (fixture->service, use_case, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_saved_clear (&saved);
  return id;
}

gint64
desk_fixture_community (DeskFixture *fixture)
{
  DeskCommunity community = { .record = { .kind = DESK_KIND_COMMUNITY },
                              .name = (char *) "翠湖花园",
                              .developer = (char *) "翠湖置业" };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_COMMUNITY, &community);
}

gint64
desk_fixture_building (DeskFixture *fixture, const char *code)
{
  DeskBuilding building = { .record = { .kind = DESK_KIND_BUILDING }, .code = (char *) code };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_BUILDING, &building);
}

gint64
desk_fixture_entrance (DeskFixture *fixture, gint64 building_id, const char *code)
{
  DeskEntrance entrance
      = { .record = { .kind = DESK_KIND_ENTRANCE }, .building_id = building_id, .code = (char *) code };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_ENTRANCE, &entrance);
}

gint64
desk_fixture_unit (DeskFixture *fixture, gint64 building_id, gint64 entrance_id, const char *room)
{
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT },
                    .building_id = building_id,
                    .entrance_id = entrance_id,
                    .kind = DESK_UNIT_KIND_ROOM,
                    .floor = 15,
                    .room = (char *) room,
                    .built_area = 11847,
                    .inner_area = 9620,
                    .state = DESK_STATE_LIVED_IN };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_UNIT, &unit);
}

gint64
desk_fixture_space (DeskFixture *fixture, const char *room)
{
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT },
                    .kind = DESK_UNIT_KIND_SPACE,
                    .floor = -1,
                    .room = (char *) room,
                    .state = DESK_STATE_HANDED_OVER };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_UNIT, &unit);
}

/* @phone may be NULL. */
gint64
desk_fixture_person (DeskFixture *fixture, const char *name, const char *phone)
{
  DeskPerson person
      = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) name };
  DeskPhone row = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE, .number = (char *) phone };
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  DeskPersonInput in = { .person = &person, .phones = phones };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  if (phone != NULL)
    g_ptr_array_add (phones, &row);
  desk_save_person (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_saved_clear (&saved);
  return id;
}

gint64
desk_fixture_occupancy (DeskFixture *fixture, gint64 unit_id, gint64 person_id, gint64 role, DeskDay from, DeskDay to)
{
  DeskOccupancy occupancy = { .record = { .kind = DESK_KIND_OCCUPANCY },
                              .unit_id = unit_id,
                              .person_id = person_id,
                              .role = role,
                              .from_day = from,
                              .to_day = to };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_OCCUPANCY, &occupancy);
}

/* Somebody who works here and cannot sign in yet; @building_id: all they answer for, 0 everything. */
gint64
desk_fixture_staff (DeskFixture *fixture, const char *login, const char *name, gint64 roles, gint64 building_id)
{
  DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) login, .name = (char *) name,
                      .roles = roles };
  DeskStaffScope scope = { .record = { .kind = DESK_KIND_STAFF_SCOPE }, .building_id = building_id };
  g_autoptr (GPtrArray) scopes = g_ptr_array_new ();
  DeskStaffInput in = { .staff = &staff, .scopes = scopes };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  if (building_id != 0)
    g_ptr_array_add (scopes, &scope);
  desk_save_staff (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_saved_clear (&saved);
  return id;
}

/* Gives somebody a password or PIN. */
void
desk_fixture_secret (DeskFixture *fixture, gint64 staff_id, DeskSecretKind kind, const char *secret)
{
  DeskSecretInput in = { .staff_id = staff_id, .kind = kind, .secret = (char *) secret };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_reset_secret (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

/* Returns: (transfer full): the record as it stands. */
gpointer
desk_fixture_get (DeskFixture *fixture, DeskKind kind, gint64 id)
{
  DeskGetInput in = { .kind = kind, .id = id };
  g_autoptr (GError) error = NULL;
  DeskRecordResult result = { 0 };
  gpointer record;

  desk_get_record (fixture->service, fixture->actor, &in, &result, &error);
  g_assert_no_error (error);
  record = g_steal_pointer (&result.record);
  desk_record_result_clear (&result);
  return record;
}

/* Asks the store a number by a connection of the test's own, beside the service. */
gint64
desk_fixture_count (DeskFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

void
desk_assert_problem (GError *error, DeskErrorCode code, DeskProblemCode problem)
{
  g_assert_error (error, DESK_ERROR, (int) code);
  if (!desk_error_has_problem (error, problem))
    g_error ("wanted problem %s, got: %s", desk_problem_nick (problem), error->message);
}
