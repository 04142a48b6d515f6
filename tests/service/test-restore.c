/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "desk-disk.h"
#include "desk-restore.h"
#include "desk-sample.h"
#include "desk-seal.h"
#include "desk-service-private.h"

/* The drill: a backup takes the store's place, the old store is kept whole with its log, and a restore that is cut off at
 * any step leaves the one or the other. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  char *backup; /* a file of the sample world */
  char *then;   /* what it holds */
  char *now;    /* what the store holds, of which the last acts stand in its log alone */
} Restore;

static char *
dump (const char *path)
{
  g_autofree char *text = desk_dump (path, TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *rest = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (!g_str_has_prefix (*line, "backup_mark ") && strstr (*line, "name=backup_mark ") == NULL)
      g_string_append_printf (rest, "%s\n", *line);
  return g_string_free (rest, FALSE);
}

static void
make (Restore *self, const char *path, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupPlan) plan = desk_backup_plan_new_file (path, passphrase, &error);
  g_autoptr (DeskBackupDone) done = desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
set_up (Restore *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  self->backup = g_build_filename (self->base.folder, "kept.backup", NULL);
  make (self, self->backup, NULL);
  self->then = dump (self->backup);
  desk_fixture_reopen (&self->base);
  desk_fixture_person (&self->base, "秦琼", "13900009999");
  desk_fixture_person (&self->base, "程咬金", "13900008888");
  self->now = dump (self->base.path);
}

static void
tear_down (Restore *self, gconstpointer data)
{
  desk_disk_set_step (NULL);
  desk_fixture_tear_down (&self->base);
  g_free (self->backup);
  g_free (self->then);
  g_free (self->now);
}

static void
close_store (Restore *self)
{
  g_clear_pointer (&self->base.service, desk_service_close);
}

/* The store's files as a kill leaves them: the log is not in the store yet. */
static void
take_files (Restore *self, char *bytes[2], gsize n[2])
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *file = g_strconcat (self->base.path, i == 1 ? "-wal" : "", NULL);

      g_assert_true (g_file_get_contents (file, &bytes[i], &n[i], NULL));
    }
  g_assert_cmpint (n[1], >, 4096);
}

static void
put_files (Restore *self, char *const bytes[2], const gsize n[2])
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *file = g_strconcat (self->base.path, i == 1 ? "-wal" : "", NULL);

      g_assert_true (g_file_set_contents_full (file, bytes[i], (gssize) n[i], G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static char *
swap (Restore *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  desk_restore_swap (self->base.path, DESK_FIXTURE_NOW, zone, &kept, &error);
  g_assert_no_error (error);
  return kept;
}

static void
prepare (Restore *self, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupInfo) info = desk_restore_prepare (self->base.path, self->backup, passphrase, self->base.actor, self->base.clock, NULL,
                                         &error);

  g_assert_no_error (error);
  g_assert_nonnull (info);
}

static void
assert_sound (Restore *self)
{
  DeskVerifyReport report;

  desk_fixture_reopen (&self->base);
  g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, NULL));
  g_assert_true (report.ok);
  desk_verify_report_clear (&report);
}

static void
test_drill (Restore *self, gconstpointer data)
{
  g_autofree char *kept = NULL, *restored = NULL, *old = NULL, *again = NULL;

  /* Made ready while the store is in use. */
  prepare (self, NULL);
  desk_fixture_person (&self->base, "罗成", NULL);
  g_free (self->now);
  self->now = dump (self->base.path);
  close_store (self);
  kept = swap (self);
  g_assert_true (g_str_has_suffix (kept, "test.frontdesk.replaced-20251121-100000"));
  restored = dump (self->base.path);
  old = dump (kept);
  desk_assert_same_dump (self->then, restored);
  desk_assert_same_dump (self->now, old);
  assert_sound (self);
  desk_fixture_person (&self->base, "单雄信", NULL);
  close_store (self);
  /* And once more in the same second: nothing that was kept is written over. */
  prepare (self, NULL);
  again = swap (self);
  g_assert_cmpstr (again, !=, kept);
  assert_sound (self);
}

/* A kill left its last acts in the log: they stay with the old store and never come into the new one. */
static void
test_log (Restore *self, gconstpointer data)
{
  char *bytes[2];
  gsize n[2];
  g_autofree char *kept = NULL, *restored = NULL, *old = NULL;

  take_files (self, bytes, n);
  close_store (self);
  put_files (self, bytes, n);
  prepare (self, NULL);
  put_files (self, bytes, n);
  kept = swap (self);
  old = dump (kept);
  restored = dump (self->base.path);
  desk_assert_same_dump (self->now, old);
  desk_assert_same_dump (self->then, restored);
  assert_sound (self);
  g_free (bytes[0]);
  g_free (bytes[1]);
}

static int steps_left;

static gboolean
count_down (const char *what)
{
  return --steps_left > 0;
}

/* The power goes at every step in turn, with a log beside the store: the old store or the new one is there, whole. */
static void
test_cut (Restore *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  char *bytes[2];
  gsize n[2];
  int n_old = 0, n_new = 0;
  gboolean cut = TRUE;

  take_files (self, bytes, n);
  close_store (self);
  for (int nth = 1; cut; nth++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL, *kept = NULL, *old = NULL, *log = g_strconcat (self->base.path, "-wal", NULL);

      g_unlink (log);
      put_files (self, bytes, n);
      prepare (self, NULL);
      put_files (self, bytes, n);
      desk_disk_set_step (count_down);
      steps_left = nth;
      cut = !desk_restore_swap (self->base.path, DESK_FIXTURE_NOW + nth, zone, &kept, &error);
      /* The power goes once more while the next one ends it. */
      if (cut && nth > 1)
        {
          steps_left = 2;
          desk_service_close (desk_service_open (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL));
        }
      desk_disk_set_step (NULL);
      desk_fixture_reopen (&self->base);
      close_store (self);
      found = dump (self->base.path);
      if (strcmp (found, self->now) == 0)
        n_old++;
      else
        {
          desk_assert_same_dump (self->then, found);
          n_new++;
        }
      desk_restore_drop (self->base.path);
    }
  g_test_message ("%d old, %d new", n_old, n_new);
  g_assert_cmpint (n_old, ==, 1);
  g_assert_cmpint (n_new, >, 3);
  g_free (bytes[0]);
  g_free (bytes[1]);
}

/* Where no store is, or one that cannot be read, any backup may go. */
static void
test_onto_nothing (Restore *self, gconstpointer data)
{
  g_autofree char *restored = NULL, *kept = NULL, *text = NULL;

  close_store (self);
  g_assert_true (g_file_set_contents (self->base.path, "what was a store", -1, NULL));
  prepare (self, NULL);
  kept = swap (self);
  restored = dump (self->base.path);
  desk_assert_same_dump (self->then, restored);
  g_assert_true (g_file_get_contents (kept, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "what was a store");
  g_unlink (self->base.path);
  g_clear_pointer (&kept, g_free);
  prepare (self, NULL);
  kept = swap (self);
  g_assert_null (kept);
  assert_sound (self);
}

static void
test_sealed (Restore *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *restored = NULL, *kept = NULL, *now = dump (self->base.path);

  g_unlink (self->backup);
  make (self, self->backup, "长江 long river");
  g_assert_null (desk_restore_prepare (self->base.path, self->backup, NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_NEEDED);
  g_clear_error (&error);
  g_assert_null (desk_restore_prepare (self->base.path, self->backup, "long river", self->base.actor, self->base.clock, NULL,
                                         &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_WRONG);
  close_store (self);
  prepare (self, "长江 long river");
  kept = swap (self);
  restored = dump (self->base.path);
  desk_assert_same_dump (now, restored);
}

/* What is no backup, or is damaged, or of another store, is refused; nothing is left of the try. */
static void
test_refused (Restore *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->base.folder, "other.frontdesk", NULL);
  g_autofree char *fresh = g_strconcat (self->base.path, ".restoring", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  desk_service_close (desk_service_open (other, DESK_OPEN_CREATE, self->base.clock, NULL));
  g_assert_null (desk_restore_prepare (self->base.path, other, NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_BACKUP_OTHER_STORE);
  g_clear_error (&error);
  g_assert_null (desk_restore_prepare (self->base.path, "/no/such/file", NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (desk_restore_prepare (self->base.path, self->base.folder, NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  g_assert_nonnull (desk_error_get_problem (error));
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (self->backup, &bytes, &n, NULL));
  /* A row of an index that is gone: the pages are sound, only the whole check sees it. */
  desk_tamper (self->backup, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX phone_number ON "
                             "phone (kind)' WHERE name = 'phone_number'");
  g_assert_null (desk_restore_prepare (self->base.path, self->backup, NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  desk_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->backup, bytes, (gssize) n, NULL));
  desk_tamper (self->backup, "DELETE FROM instruction");
  g_assert_null (desk_restore_prepare (self->base.path, self->backup, NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  desk_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->backup, bytes, (gssize) n / 2, NULL));
  g_assert_null (desk_restore_prepare (self->base.path, self->backup, NULL, self->base.actor, self->base.clock, NULL,
                                         &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_DAMAGED);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

/* Somebody is in: nothing changes place. */
static void
test_door (Restore *self, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;

  prepare (self, NULL);
  g_assert_false (desk_restore_swap (self->base.path, DESK_FIXTURE_NOW, zone, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED);
  now = dump (self->base.path);
  desk_assert_same_dump (self->now, now);
}

/* Who may not restore is refused before anything is made ready; who may, and a store that nobody can ask, are not. */
static void
test_right (Restore *self, gconstpointer data)
{
  DeskActor clerk = { .staff_id = self->world.staff, .roles = 1 << DESK_STAFF_ROLE_HOUSEKEEPER };
  g_autoptr (GError) error = NULL;
  g_autofree char *fresh = g_strconcat (self->base.path, ".restoring", NULL);
  g_autoptr (DeskBackupInfo) info = NULL;

  g_assert_null (desk_restore_prepare (self->base.path, self->backup, NULL, &clerk, self->base.clock, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_null (desk_restore_salvage (self->base.path, &clerk, self->base.clock, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
  close_store (self);
  g_assert_cmpint (g_unlink (self->base.path), ==, 0);
  info = desk_restore_prepare (self->base.path, self->backup, NULL, &clerk, self->base.clock, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (info);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_seal_set_cheap (TRUE);
#define ADD(path, func) g_test_add (path, Restore, NULL, set_up, func, tear_down)
  ADD ("/restore/drill", test_drill);
  ADD ("/restore/log", test_log);
  ADD ("/restore/cut", test_cut);
  ADD ("/restore/onto-nothing", test_onto_nothing);
  ADD ("/restore/sealed", test_sealed);
  ADD ("/restore/refused", test_refused);
  ADD ("/restore/door", test_door);
  ADD ("/restore/right", test_right);
  return g_test_run ();
}
