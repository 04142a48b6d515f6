/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "desk-db-private.h"
#include "desk-sample.h"
#include "desk-service-private.h"
#include "desk-shim-vfs.h"

/* The disk is full, fails or can no longer be written at the Nth operation of a save: there is a sentence, nothing is
 * half there, the same form can be saved afterwards and is there once, and the store is sound when it is opened again.
 * DESK_EVERY=1 tries every N (nightly), else a sample. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  char *bytes; /* of the store all tries begin with */
  gsize n_bytes;
  char *before;
} Faults;

static gboolean
every (void)
{
  return g_getenv ("DESK_EVERY") != NULL;
}

static void
set_up (Faults *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  self->before = desk_dump (self->base.path, TRUE);
  g_clear_pointer (&self->base.service, desk_service_close);
  g_assert_true (g_file_get_contents (self->base.path, &self->bytes, &self->n_bytes, NULL));
}

static void
tear_down (Faults *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
  g_free (self->bytes);
  g_free (self->before);
}

/* The store as it was at the beginning, open. */
static void
begin_anew (Faults *self)
{
  static const char *const ends[] = { "-wal", "-shm" };

  g_clear_pointer (&self->base.service, desk_service_close);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (self->base.path, ends[i], NULL);

      g_unlink (file);
    }
  g_assert_true (g_file_set_contents_full (self->base.path, self->bytes, (gssize) self->n_bytes, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
  desk_fixture_reopen (&self->base);
}

static void
assert_sound (Faults *self)
{
  DeskVerifyReport report;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (report.detail);
  g_assert_true (report.ok);
  desk_verify_report_clear (&report);
}

/* What each of SQLite's codes is told as. */
static const struct
{
  const char *name;
  DeskShimOps ops;
  int code;
  DeskErrorCode error;
  DeskProblemCode problem;
} faults[] = {
  { "full", DESK_SHIM_WRITE, SQLITE_FULL, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL },
  { "write", DESK_SHIM_WRITE, SQLITE_IOERR_WRITE, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED },
  { "sync", DESK_SHIM_SYNC, SQLITE_IOERR_FSYNC, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED },
  { "read-only", DESK_SHIM_WRITE, SQLITE_READONLY, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY },
};

static gboolean
save (Faults *self, DeskUseCase use_case, gpointer in, DeskSaved *saved, GError **error)
{
  return desk_use_case_run (self->base.service, use_case, self->base.actor, in, saved, error);
}

/* The form is still there and is saved again: once. */
static void
save_again (Faults *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self, use_case, in, &saved, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM act WHERE request_key = 'form'"), ==, 1);
  desk_saved_clear (&saved);
  assert_sound (self);
}

/* Returns: whether there was an Nth operation to fail. */
static gboolean
try (Faults *self, DeskUseCase use_case, guint fault, gboolean lasting, int nth)
{
  gpointer in;
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  gboolean failed;

  begin_anew (self);
  in = desk_sample_input (&self->base, &self->world, use_case, "form");
  desk_shim_fail (faults[fault].ops, nth, faults[fault].code, lasting);
  failed = !save (self, use_case, in, &saved, &error);
  g_assert_cmpint (failed, ==, desk_shim_has_failed ());
  if (failed)
    desk_assert_problem (error, faults[fault].error, faults[fault].problem);
  desk_saved_clear (&saved);
  if (failed && lasting)
    g_clear_pointer (&self->base.service, desk_service_close);
  desk_shim_fail (0, 0, 0, FALSE);
  if (!failed)
    {
      desk_use_case_free_input (use_case, in);
      return FALSE;
    }
  if (lasting)
    desk_fixture_reopen (&self->base);
  now = desk_dump (self->base.path, TRUE);
  /* After a failed sync nobody knows what the disk has: all of it or nothing, never a part. */
  if (faults[fault].ops != DESK_SHIM_SYNC || desk_fixture_count (&self->base, "SELECT count(*) FROM act WHERE request_key = 'form'") == 0)
    {
      desk_assert_same_dump (self->before, now);
      save_again (self, use_case, in);
    }
  desk_fixture_reopen (&self->base);
  assert_sound (self);
  desk_use_case_free_input (use_case, in);
  return TRUE;
}

static void
loop (Faults *self, DeskUseCase use_case, int step)
{
  for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
    for (int lasting = 0; lasting < 2; lasting++)
      {
        int nth = 1, tried = 0;

        for (; try (self, use_case, fault, lasting == 1, nth); nth += every () || nth < 4 ? 1 : step)
          tried++;
        g_test_message ("%s, %s%s: %d failures", desk_use_case_nick (use_case), faults[fault].name,
                        lasting ? ", lasting" : "", tried);
        g_assert_cmpint (tried, >, 0);
      }
}

static void
test_save_person (Faults *self, gconstpointer data)
{
  loop (self, DESK_USE_CASE_SAVE_PERSON, 7);
}

static void
test_make_building (Faults *self, gconstpointer data)
{
  loop (self, DESK_USE_CASE_MAKE_BUILDING, 19);
}

static void
test_undo (Faults *self, gconstpointer data)
{
  loop (self, DESK_USE_CASE_UNDO_ACT, 7);
}

/* A store that cannot be made is not there, and can be made afterwards. */
static void
test_create (Faults *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "new.frontdesk", NULL);

  for (guint fault = 0; fault < 3; fault++)
    for (int nth = 1;; nth += every () || nth < 4 ? 1 : 11)
      {
        g_autoptr (GError) error = NULL;
        DeskService *service;

        desk_shim_fail (faults[fault].ops | DESK_SHIM_OPEN, nth, faults[fault].code, TRUE);
        service = desk_service_open (path, DESK_OPEN_CREATE, self->base.clock, &error);
        if (!desk_shim_has_failed ())
          {
            desk_shim_fail (0, 0, 0, FALSE);
            g_assert_no_error (error);
            desk_service_close (service);
            g_assert_cmpint (g_unlink (path), ==, 0);
            break;
          }
        /* The last writes are those of closing: what was made stands. */
        desk_shim_fail (0, 0, 0, FALSE);
        if (service != NULL)
          {
            desk_service_close (service);
            g_unlink (path);
            continue;
          }
        g_assert_nonnull (desk_error_get_problem (error));
        g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      }
}

/* The file is deleted, or another one is put in its place, while the store is open: a save that would be lost is refused,
 * and goes on when the file is back. */
static void
test_moved (Faults *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->base.path, ".aside", NULL);

  for (int replaced = 0; replaced < 2; replaced++)
    {
      gpointer in;
      DeskSaved saved = { 0 };
      g_autoptr (GError) error = NULL;

      begin_anew (self);
      in = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_PERSON, "form");
      g_assert_cmpint (g_rename (self->base.path, aside), ==, 0);
      if (replaced)
        g_assert_true (g_file_set_contents (self->base.path, self->bytes, (gssize) self->n_bytes, NULL));
      g_assert_false (save (self, DESK_USE_CASE_SAVE_PERSON, in, &saved, &error));
      desk_assert_problem (error, DESK_ERROR_IO, DESK_PROBLEM_STORE_MOVED);
      g_assert_cmpint (g_rename (aside, self->base.path), ==, 0);
      save_again (self, DESK_USE_CASE_SAVE_PERSON, in);
      desk_saved_clear (&saved);
      desk_use_case_free_input (DESK_USE_CASE_SAVE_PERSON, in);
    }
}

/* Memory is refused at the Nth request of SQLite in a save: a sentence, nothing half, and the form is saved afterwards. */
static struct
{
  sqlite3_mem_methods real;
  int left;
} memory;

static gboolean
is_refused (void)
{
  return memory.left > 0 && --memory.left == 0;
}

static void *
scarce_malloc (int n)
{
  return is_refused () ? NULL : memory.real.xMalloc (n);
}

static void *
scarce_realloc (void *at, int n)
{
  return is_refused () ? NULL : memory.real.xRealloc (at, n);
}

static void
test_memory (Faults *self, gconstpointer data)
{
  int refused = 0, nth = 1;
  gboolean reached = TRUE;

  for (; reached; nth += every () ? 1 : 1 + nth / 6)
    {
      gpointer in;
      DeskSaved saved = { 0 };
      g_autoptr (GError) error = NULL;
      gboolean ok;

      begin_anew (self);
      in = desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_PERSON, "form");
      memory.left = nth;
      ok = save (self, DESK_USE_CASE_SAVE_PERSON, in, &saved, &error);
      reached = memory.left == 0;
      memory.left = 0;
      if (!ok)
        {
          g_assert_nonnull (desk_error_get_problem (error));
          refused++;
          save_again (self, DESK_USE_CASE_SAVE_PERSON, in);
        }
      desk_saved_clear (&saved);
      desk_use_case_free_input (DESK_USE_CASE_SAVE_PERSON, in);
      assert_sound (self);
    }
  g_test_message ("%d saves refused, of %d requests for memory", refused, nth);
  g_assert_cmpint (refused, >, 5);
}

/* Several use cases in one transaction on a disk that becomes full: SQLite drops all of it, and so does the program; what
 * comes after is not written alone. */
static void
test_bulk (Faults *self, gconstpointer data)
{
  DeskBuilding building = { .record = { .kind = DESK_KIND_BUILDING }, .code = (char *) "31" };
  DeskBuildingPlanInput *in = desk_building_plan_input_new (NULL, &building);
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  DeskSaved saved = { 0 };

  in->n_entrances = 1;
  in->floor_from = 1;
  in->floor_to = 20;
  in->doors = 10;
  in->pattern = g_strdup ("{floor}{door:02}");
  in->state = DESK_STATE_READY;
  begin_anew (self);
  /* So little memory that the disk is reached before the end. */
  g_assert_true (desk_db_exec (self->base.service->db, "PRAGMA cache_size = 8", &error));
  g_assert_true (desk_service_begin_bulk (self->base.service, &error));
  desk_fixture_building (&self->base, "30");
  desk_shim_fail (DESK_SHIM_WRITE, 1, SQLITE_FULL, TRUE);
  g_assert_false (desk_make_building (self->base.service, self->base.actor, in, &saved, &error));
  desk_assert_problem (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL);
  g_clear_error (&error);
  desk_shim_fail (0, 0, 0, FALSE);
  g_assert_false (desk_make_building (self->base.service, self->base.actor, in, &saved, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (desk_service_end_bulk (self->base.service, TRUE, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_IO);
  now = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (self->before, now);
  desk_saved_clear (&saved);
  desk_building_plan_input_free (in);
  assert_sound (self);
}

int
main (int argc, char **argv)
{
  sqlite3_mem_methods scarce;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &memory.real), ==, SQLITE_OK);
  scarce = memory.real;
  scarce.xMalloc = scarce_malloc;
  scarce.xRealloc = scarce_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &scarce), ==, SQLITE_OK);
  desk_shim_install ();
  desk_shim_set_fast (TRUE);
#define ADD(path, func) g_test_add (path, Faults, NULL, set_up, func, tear_down)
  ADD ("/faults/save-person", test_save_person);
  ADD ("/faults/make-building", test_make_building);
  ADD ("/faults/undo", test_undo);
  ADD ("/faults/create", test_create);
  ADD ("/faults/bulk", test_bulk);
  ADD ("/faults/moved", test_moved);
  ADD ("/faults/memory", test_memory);
  return g_test_run ();
}
