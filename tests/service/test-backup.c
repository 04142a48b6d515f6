/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "desk-backup.h"
#include "desk-disk.h"
#include "desk-sample.h"
#include "desk-seal.h"
#include "desk-shim-vfs.h"

/* A backup is the store of one moment, proved, or there is none; old ones go by the rule; a closed one opens with its
 * passphrase and with nothing else. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  char *folder; /* beside the store */
  char *extra;
} Backup;

static void
set_up (Backup *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  self->folder = g_build_filename (self->base.folder, "test-backups", NULL);
  self->extra = g_build_filename (self->base.folder, "stick", NULL);
}

static void
tear_down (Backup *self, gconstpointer data)
{
  desk_disk_set_room (NULL);
  desk_shim_fail (0, 0, 0, FALSE);
  desk_fixture_tear_down (&self->base);
  g_free (self->folder);
  g_free (self->extra);
}

static DeskBackupPlan *
plan_of (Backup *self)
{
  g_autoptr (GError) error = NULL;
  DeskBackupPlan *plan = desk_backup_plan_new (self->base.service, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plan->folder, ==, self->folder);
  return plan;
}

static DeskBackupDone *
make (Backup *self)
{
  g_autoptr (DeskBackupPlan) plan = plan_of (self);
  g_autoptr (GError) error = NULL;
  DeskBackupDone *done = desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return done;
}

static int
count_files (const char *folder, const char *end)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, end);
  return n;
}

/* What the file holds but for what it says of itself. */
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
assert_same (const char *one, const char *other)
{
  g_autofree char *a = dump (one), *b = dump (other);

  desk_assert_same_dump (a, b);
}

static void
set_setting (Backup *self, const char *name, const char *value)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING }, .name = (char *) name, .value = (char *) value };

  desk_fixture_save (&self->base, DESK_USE_CASE_CHANGE_SETTING, &setting);
}

static void
test_make (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupDone) done = make (self);
  struct stat st;

  g_assert_true (g_str_has_suffix (done->info->path, "/test-backups/test-20251121-100000.backup"));
  g_assert_cmpint (done->info->at, ==, DESK_FIXTURE_NOW);
  g_assert_cmpint (done->info->act_id, ==, self->world.head_act);
  g_assert_cmpint (done->info->trail_id, ==, desk_fixture_count (&self->base, "SELECT max(id) FROM trail"));
  g_assert_cmpint (desk_backup_info_count (done->info, "unit"), ==, desk_fixture_count (&self->base, "SELECT count(*) FROM unit"));
  g_assert_cmpint (desk_backup_info_count (done->info, "unit_stat"), ==, 0);
  g_assert_false (done->info->sealed);
  assert_same (self->base.path, done->info->path);
  g_assert_cmpint (stat (done->info->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (self->folder, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
  g_assert_cmpint (count_files (self->folder, ""), ==, 1);
}

/* Two in one second have two names. */
static void
test_twice (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupDone) one = make (self), other = make (self);
  g_autoptr (GPtrArray) list = desk_backup_list (self->folder, one->info->store_id);
  g_autoptr (GPtrArray) none = desk_backup_list (self->folder, "another");

  g_assert_cmpstr (one->info->path, !=, other->info->path);
  g_assert_cmpint (list->len, ==, 2);
  g_assert_cmpint (none->len, ==, 0);
}

/* A building of 1,800 units. */
static void
build (Backup *self, const char *code)
{
  DeskBuilding building = { .record = { .kind = DESK_KIND_BUILDING }, .code = (char *) code };
  DeskBuildingPlanInput *in = desk_building_plan_input_new (NULL, &building);
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  in->n_entrances = 1;
  in->floor_from = 1;
  in->floor_to = 60;
  in->doors = 30;
  in->pattern = g_strdup ("{floor}{door:02}");
  in->state = DESK_STATE_READY;
  desk_make_building (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  desk_building_plan_input_free (in);
}

/* People are saved between the steps: the copy is the store of its last moment, and what comes after is not in it. */
static void
test_beside_work (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupPlan) plan = plan_of (self);
  g_autoptr (DeskBackup) backup = NULL;
  g_autoptr (DeskBackupDone) done = NULL;
  g_autoptr (GError) error = NULL;
  gboolean copied = FALSE;
  int steps = 0;

  build (self, "31");
  build (self, "32");
  build (self, "33");
  backup = desk_backup_begin (self->base.service, plan, &error);
  g_assert_no_error (error);
  while (!copied)
    {
      desk_fixture_person (&self->base, "林冲", "13900001111");
      g_assert_true (desk_backup_step (backup, &copied, &error));
      steps++;
    }
  g_assert_cmpint (steps, >=, 3);
  g_assert_cmpint (desk_backup_percent (backup), ==, 100);
  desk_fixture_person (&self->base, "鲁智深", "13900002222");
  done = desk_backup_finish (backup, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_backup_info_count (done->info, "person"), ==,
                   desk_fixture_count (&self->base, "SELECT count(*) FROM person") - 1);
  g_assert_cmpint (done->info->act_id, ==, desk_fixture_count (&self->base, "SELECT max(id) FROM act") - 1);
}

/* Three months of evenings: what stays is what the rule says, and the newest is always there. */
static void
test_retention (Backup *self, gconstpointer data)
{
  set_setting (self, "backup.days", "3");
  set_setting (self, "backup.weeks", "2");
  set_setting (self, "backup.months", "2");
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (DeskBackupDone) done = NULL;

      desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + i * 86400);
      done = make (self);
      g_assert_true (g_file_test (done->info->path, G_FILE_TEST_EXISTS));
    }
  /* 2026-01-19, a Monday: its day and the two before; the Sunday before is one of these and ends its week; the end of
   * December. */
  g_assert_cmpint (count_files (self->folder, ".backup"), ==, 4);
  g_assert_true (count_files (self->folder, "test-20251231-100000.backup") == 1);
}

static guint64 room;

static gboolean
little_room (const char *folder, guint64 *free, guint64 *size)
{
  *free = room;
  *size = 100 * room;
  return TRUE;
}

static void
test_room (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupPlan) plan = plan_of (self);
  g_autoptr (GError) error = NULL;
  gint64 bytes = desk_fixture_count (&self->base, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");

  room = (guint64) (2 * bytes - 1);
  desk_disk_set_room (little_room);
  g_assert_null (desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_FULL, DESK_PROBLEM_BACKUP_NO_ROOM);
  g_assert_cmpint (count_files (self->folder, ""), ==, 0);
  room++;
  g_clear_error (&error);
  desk_backup_done_free (desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The second folder may be absent: the backup stands, and it is said. Plugged in, it gets its own. */
static void
test_extra (Backup *self, gconstpointer data)
{
  set_setting (self, "backup.extra", self->extra);
  {
    g_autoptr (DeskBackupDone) done = make (self);

    desk_assert_problem (done->extra_error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_BACKUP_NO_FOLDER);
    g_assert_cmpint (count_files (self->folder, ".backup"), ==, 1);
  }
  g_assert_cmpint (g_mkdir (self->extra, 0700), ==, 0);
  {
    g_autoptr (DeskBackupDone) done = make (self);
    g_autoptr (GPtrArray) list = desk_backup_list (self->extra, NULL);

    g_assert_no_error (done->extra_error);
    g_assert_cmpint (list->len, ==, 1);
    assert_same (self->base.path, ((DeskBackupInfo *) list->pdata[0])->path);
  }
  {
    g_autofree char *lock = desk_seal_make_lock ("长江 long river", NULL);
    g_autoptr (DeskBackupDone) done = NULL;
    g_autoptr (GPtrArray) list = NULL;
    g_autofree char *opened = g_build_filename (self->base.folder, "opened", NULL);
    g_autoptr (GError) error = NULL;

    set_setting (self, "backup.seal", lock);
    done = make (self);
    g_assert_no_error (done->extra_error);
    list = desk_backup_list (self->extra, done->info->store_id);
    g_assert_cmpint (list->len, ==, 2);
    g_assert_cmpint (count_files (self->extra, ".sealed"), ==, 1);
    for (guint i = 0; i < 2; i++)
      if (((DeskBackupInfo *) list->pdata[i])->sealed)
        g_assert_true (desk_seal_open_file (((DeskBackupInfo *) list->pdata[i])->path, opened, "长江 long river", NULL, &error));
    g_assert_no_error (error);
    assert_same (self->base.path, opened);
  }
}

static const char *stick; /* what is pulled out before its backup gets its name */

static gboolean
pull (const char *what)
{
  if (g_str_has_prefix (what, stick))
    desk_fixture_remove_folder (stick);
  return TRUE;
}

/* The stick is pulled out in the middle: the backup stands, it is said, and the next one goes on the stick that is back. */
static void
test_pulled (Backup *self, gconstpointer data)
{
  set_setting (self, "backup.extra", self->extra);
  g_assert_cmpint (g_mkdir (self->extra, 0700), ==, 0);
  stick = self->extra;
  desk_disk_set_step (pull);
  {
    g_autoptr (DeskBackupDone) done = make (self);

    desk_disk_set_step (NULL);
    g_assert_nonnull (desk_error_get_problem (done->extra_error));
    g_assert_cmpint (count_files (self->folder, ".backup"), ==, 1);
    g_assert_cmpint (count_files (self->folder, ".part"), ==, 0);
    assert_same (self->base.path, done->info->path);
  }
  g_assert_cmpint (g_mkdir (self->extra, 0700), ==, 0);
  {
    g_autoptr (DeskBackupDone) done = make (self);

    g_assert_no_error (done->extra_error);
    g_assert_cmpint (count_files (self->extra, ".backup"), ==, 1);
  }
}

/* One file that is asked for, closed: what it says of itself can be read, its rows only with the passphrase, and any byte
 * that changed is noticed. */
static void
test_sealed (Backup *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "mine", NULL);
  g_autofree char *opened = g_build_filename (self->base.folder, "opened", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupPlan) plan = NULL;
  g_autoptr (DeskBackupDone) done = NULL;
  gsize n;

  g_assert_null (desk_backup_plan_new_file (path, "七个字符不够长", &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_SHORT);
  g_clear_error (&error);
  plan = desk_backup_plan_new_file (path, "correct horse", &error);
  done = desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done->info->sealed);
  g_assert_cmpint (done->info->act_id, ==, self->world.head_act);
  g_assert_null (desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS);
  g_clear_error (&error);
  g_assert_false (desk_seal_open_file (path, opened, "correct house", NULL, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_WRONG);
  g_clear_error (&error);
  g_assert_true (desk_seal_open_file (path, opened, "correct horse", NULL, &error));
  assert_same (self->base.path, opened);
  g_unlink (opened);
  g_assert_true (g_file_get_contents (path, &bytes, &n, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) n, "SQLite format"));
  for (gsize at = 0; at < n; at += at < 900 ? 7 : n / 40)
    {
      bytes[at] ^= 0x20;
      g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
      bytes[at] ^= 0x20;
      g_assert_false (desk_seal_open_file (path, opened, "correct horse", NULL, &error));
      g_assert_nonnull (desk_error_get_problem (error));
      g_assert_false (g_file_test (opened, G_FILE_TEST_EXISTS));
      g_clear_error (&error);
    }
  /* Cut off, or with something behind it. */
  for (int more = -1; more <= 1; more += 2)
    {
      g_autofree char *other = g_malloc0 (n + 1);

      memcpy (other, bytes, n);
      g_assert_true (g_file_set_contents (path, other, (gssize) n + more, NULL));
      g_assert_false (desk_seal_open_file (path, opened, "correct horse", NULL, &error));
      desk_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_DAMAGED);
      g_clear_error (&error);
    }
}

/* A copy that is not what it was taken of is dropped: rows that are missing, a page that is damaged. */
static void
test_not_proved (Backup *self, gconstpointer data)
{
  static const char *const harms[] = { "DELETE FROM phone", "DELETE FROM trail WHERE id = (SELECT max(id) FROM trail)",
                                       "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'unit'" };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autoptr (DeskBackupPlan) plan = plan_of (self);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskBackup) backup = desk_backup_begin (self->base.service, plan, &error);
      g_autofree char *part = g_build_filename (self->folder, "test-20251121-100000.backup.part", NULL);
      gboolean copied = FALSE;

      while (!copied)
        g_assert_true (desk_backup_step (backup, &copied, &error));
      desk_tamper (part, harms[i]);
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "the copy*");
      g_assert_null (desk_backup_finish (backup, NULL, &error));
      g_test_assert_expected_messages ();
      desk_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_NOT_PROVED);
      g_clear_pointer (&backup, desk_backup_free);
      g_assert_cmpint (count_files (self->folder, ""), ==, 0);
    }
}

static void
test_cancelled (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupPlan) plan = plan_of (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *left = g_build_filename (self->folder, "test-20251120-220000.backup.part", NULL);

  /* What a cut has left of an earlier one goes with the next. */
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (left, "half", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (desk_backup_make (self->base.service, plan, NULL, NULL, cancellable, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CANCELLED);
  g_assert_cmpint (count_files (self->folder, ""), ==, 0);
}

/* The disk of the backup fails at every operation in turn: a sentence, no file, the store as it was; or a backup. */
static void
test_failing_disk (Backup *self, gconstpointer data)
{
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_CANTOPEN };
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  gboolean failed = TRUE;
  int n_failed = 0;

  for (int nth = 1; failed; nth++)
    {
      g_autoptr (DeskBackupPlan) plan = plan_of (self);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskBackupDone) done = NULL;
      g_autofree char *now = NULL;

      desk_shim_fail (DESK_SHIM_WRITE | DESK_SHIM_OPEN | DESK_SHIM_TRUNCATE, nth, codes[nth % 3], FALSE);
      done = desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error);
      failed = desk_shim_has_failed ();
      desk_shim_fail (0, 0, 0, FALSE);
      if (done == NULL)
        {
          g_assert_true (failed);
          g_assert_nonnull (desk_error_get_problem (error));
          n_failed++;
        }
      g_assert_cmpint (count_files (self->folder, ".backup"), ==, done != NULL ? 1 : 0);
      g_assert_cmpint (count_files (self->folder, ".part"), ==, 0);
      if (done != NULL)
        {
          assert_same (self->base.path, done->info->path);
          g_unlink (done->info->path);
        }
      now = desk_dump (self->base.path, TRUE);
      desk_assert_same_dump (before, now);
    }
  g_test_message ("%d failures", n_failed);
  g_assert_cmpint (n_failed, >, 10);
}

/* What beside a backup looks like its log or journal is never replayed into it. */
static void
test_stale_files (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupDone) done = make (self);
  g_autofree char *wal = g_strconcat (done->info->path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (done->info->path, "-journal", NULL);
  g_autofree char *log = NULL, *store_wal = g_strconcat (self->base.path, "-wal", NULL);
  g_autoptr (DeskBackupInfo) again = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  desk_fixture_person (&self->base, "武松", "13911112222");
  g_assert_true (g_file_get_contents (store_wal, &log, &n, NULL));
  g_assert_cmpint (n, >, 4096);
  g_assert_true (g_file_set_contents (wal, log, (gssize) n, NULL));
  g_assert_true (g_file_set_contents (journal, log, (gssize) n, NULL));
  again = desk_backup_info_read (done->info->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->act_id, ==, done->info->act_id);
  g_assert_cmpstr (again->counts, ==, done->info->counts);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS) && g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_loss (Backup *self, gconstpointer data)
{
  g_autoptr (DeskBackupDone) done = make (self);
  DeskBackupLoss loss;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_backup_count_loss (self->base.service, done->info, &loss, &error));
  g_assert_true (loss.same_line);
  g_assert_cmpint (loss.n_acts, ==, 0);
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 60);
  desk_fixture_person (&self->base, "宋江", "13911113333");
  desk_fixture_person (&self->base, "吴用", "13911114444");
  g_assert_true (desk_backup_count_loss (self->base.service, done->info, &loss, &error));
  g_assert_cmpint (loss.n_acts, ==, 2);
  g_assert_cmpint (loss.last_at, ==, DESK_FIXTURE_NOW + 60);
  /* A store that has gone another way since loses all of its own. */
  done->info->head[0] = done->info->head[0] == 'a' ? 'b' : 'a';
  g_assert_true (desk_backup_count_loss (self->base.service, done->info, &loss, &error));
  g_assert_false (loss.same_line);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  desk_shim_set_fast (TRUE);
  desk_seal_set_cheap (TRUE);
#define ADD(path, func) g_test_add (path, Backup, NULL, set_up, func, tear_down)
  ADD ("/backup/make", test_make);
  ADD ("/backup/twice", test_twice);
  ADD ("/backup/beside-work", test_beside_work);
  ADD ("/backup/retention", test_retention);
  ADD ("/backup/room", test_room);
  ADD ("/backup/extra", test_extra);
  ADD ("/backup/pulled", test_pulled);
  ADD ("/backup/sealed", test_sealed);
  ADD ("/backup/not-proved", test_not_proved);
  ADD ("/backup/cancelled", test_cancelled);
  ADD ("/backup/failing-disk", test_failing_disk);
  ADD ("/backup/stale-files", test_stale_files);
  ADD ("/backup/loss", test_loss);
  return g_test_run ();
}
