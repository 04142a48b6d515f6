/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "desk-backup.h"
#include "desk-restore.h"
#include "desk-sample.h"
#include "desk-service-private.h"
#include "desk-shim-folder.h"
#include "desk-shim-vfs.h"

/*
 * The power is cut while a backup is made and while it takes the store's place. The whole folder as it could be left is looked at:
 * a file that is called a backup is one, whole; the store is the old or the new, whole; what was acknowledged is
 * there. DESK_IMAGES: how many.
 */

/* What was acknowledged; before PROMISE_BACKUP the number of the last act. */
#define PROMISE_BACKUP 1000000
#define PROMISE_RESTORE 2000000

typedef struct
{
  DeskFixture base;
  char *backup; /* the second file, of which the store is restored */
  char *then;   /* what it holds */
  gint64 last_act;
  char *real;   /* where the folder lies while images stand in its place */
  guint n_old, n_new, n_backups, n_broken;
} Cut;

static int
n_images (void)
{
  const char *text = g_getenv ("DESK_IMAGES");

  return text != NULL ? atoi (text) : 120;
}

/* Without what a backup leaves in the store. */
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
back_up (Cut *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupPlan) plan = desk_backup_plan_new_file (path, NULL, &error);
  g_autoptr (DeskBackupDone) done = desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (done);
}

static void
save_some (Cut *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      desk_fixture_person (&self->base, "尉迟敬德", "13900009999");
      self->last_act = desk_fixture_count (&self->base, "SELECT max(id) FROM act");
      desk_shim_folder_promise (self->last_act);
    }
}

/* Saves, a backup, saves that will be lost, the restore. */
static void
work (Cut *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupInfo) info = NULL;

  save_some (self, 3);
  back_up (self, self->backup);
  desk_shim_folder_promise (PROMISE_BACKUP + self->last_act);
  self->then = dump (self->backup);
  desk_fixture_person (&self->base, "程咬金", NULL);
  info = desk_restore_prepare (self->base.path, self->backup, NULL, self->base.actor, self->base.clock, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_restore_swap (self->base.path, DESK_FIXTURE_NOW, zone, NULL, &error);
  g_assert_no_error (error);
  desk_shim_folder_promise (PROMISE_RESTORE);
}

/* Every file that has the name of a backup can be restored: that proves all of it. */
static void
check_backups (Cut *self, gboolean promised)
{
  g_autoptr (GDir) dir = g_dir_open (self->base.folder, 0, NULL);
  g_autofree char *other = g_build_filename (self->base.folder, "other", "other.frontdesk", NULL);
  g_autofree char *folder = g_path_get_dirname (other);
  const char *name;

  g_assert_true (!promised || g_file_test (self->backup, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->base.folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskBackupInfo) info = NULL;

      if (!g_str_has_suffix (name, ".backup"))
        continue;
      info = desk_restore_prepare (other, path, NULL, NULL, self->base.clock, NULL, &error);
      desk_restore_drop (other);
      self->n_backups++;
      self->n_broken += info == NULL;
    }
  desk_fixture_remove_folder (folder);
}

/* The store opens, whatever was under way, is sound, and is the old one with all that was promised or the new one. */
static void
check_store (Cut *self, gint64 promised)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  DeskVerifyReport report;
  gint64 last;

  self->base.service = desk_service_open (self->base.path, DESK_OPEN_WRITE, self->base.clock, &error);
  g_assert_no_error (error);
  g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (report.detail);
  g_assert_true (report.ok);
  desk_verify_report_clear (&report);
  last = desk_fixture_count (&self->base, "SELECT max(id) FROM act");
  g_clear_pointer (&self->base.service, desk_service_close);
  if (promised < PROMISE_BACKUP)
    {
      g_assert_cmpint (last, >=, promised);
      return;
    }
  found = dump (self->base.path);
  if (strcmp (found, self->then) == 0)
    self->n_new++;
  else
    {
      g_assert_cmpint (promised, <, PROMISE_RESTORE);
      g_assert_cmpint (last, >=, promised - PROMISE_BACKUP);
      self->n_old++;
    }
}

/* Records a backup and a restore, of which @ignored is never synced. */
static void
begin (Cut *self, const char *ignored)
{
  g_autofree char *first = NULL;
  DeskSampleWorld world;

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &world);
  first = g_build_filename (self->base.folder, "first.backup", NULL);
  self->backup = g_build_filename (self->base.folder, "second.backup", NULL);
  back_up (self, first);
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_shim_folder_record (self->base.folder);
  desk_shim_folder_ignore (ignored);
  desk_fixture_reopen (&self->base);
  desk_shim_folder_mark ();
  work (self);
  desk_shim_folder_stop ();
  self->real = g_strconcat (self->base.folder, ".real", NULL);
  g_assert_cmpint (g_rename (self->base.folder, self->real), ==, 0);
}

static void
end (Cut *self)
{
  desk_shim_folder_forget ();
  desk_shim_folder_ignore (NULL);
  desk_fixture_remove_folder (self->real);
  desk_fixture_tear_down (&self->base);
  g_free (self->backup);
  g_free (self->then);
  g_free (self->real);
}

static void
test_files (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  Cut self = { .base = { 0 } };

  begin (&self, NULL);
  for (int i = 0; i < n_images (); i++)
    {
      gint64 promised;

      g_assert_cmpint (g_mkdir (self.base.folder, 0700), ==, 0);
      promised = desk_shim_folder_cut (rand, self.base.folder);
      check_backups (&self, promised >= PROMISE_BACKUP);
      check_store (&self, promised);
      desk_fixture_remove_folder (self.base.folder);
    }
  g_test_message ("%d images: %u backups, %u broken; after the second one %u old stores, %u new ones", n_images (),
                  self.n_backups, self.n_broken, self.n_old, self.n_new);
  g_assert_cmpuint (self.n_broken, ==, 0);
  g_assert_cmpuint (self.n_old, >, 0);
  g_assert_cmpuint (self.n_new, >, 0);
  end (&self);
}

/* Somebody forgot to sync the backup before it got its name: the images must tell. */
static void
test_control (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Cut self = { .base = { 0 } };

  begin (&self, ".part");
  for (int i = 0; i < 40; i++)
    {
      g_assert_cmpint (g_mkdir (self.base.folder, 0700), ==, 0);
      desk_shim_folder_cut (rand, self.base.folder);
      check_backups (&self, FALSE);
      desk_fixture_remove_folder (self.base.folder);
    }
  g_test_message ("%u of %u backups broken", self.n_broken, self.n_backups);
  g_assert_cmpuint (self.n_broken, >, 10);
  end (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  desk_shim_set_fast (TRUE);
  g_test_add_func ("/power-cut-files/backup-and-restore", test_files);
  g_test_add_func ("/power-cut-files/control", test_control);
  return g_test_run ();
}
