/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "desk-db-copy.h"
#include "desk-disk.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-seal.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-backup.h"

#define PAGES_A_STEP 256
#define MB (1024 * 1024)

struct _DeskBackup
{
  DeskBackupPlan plan; /* its strings are owned */
  char *stem;          /* of names in a folder */
  char *part;          /* what is being copied */
  char *target;        /* (nullable): on another disk, where it is brought once it is proved */
  gint64 now;
  GTimeZone *zone;
  DeskService *service;
  DeskDbCopy *copy;
  DeskDb *snapshot; /* the store of the moment that the copy holds */
  guint percent;
};

void
desk_backup_done_free (gpointer data)
{
  DeskBackupDone *done = data;

  if (done == NULL)
    return;
  desk_backup_info_free (done->info);
  g_clear_error (&done->extra_error);
  g_free (done);
}

/* Begin */

/* Names in a folder begin with the store's: desk-20261128-220000.backup. */
static char *
stem_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return g_steal_pointer (&name);
}

static char *
name_of (DeskBackup *self, const char *end)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, self->zone);
  g_autofree char *time = g_date_time_format (local, "%Y%m%d-%H%M%S");

  return g_strconcat (self->stem, "-", time, end, NULL);
}

/* A free name in @folder: two in one second are told apart. */
static char *
free_path (DeskBackup *self, const char *folder, const char *end)
{
  for (int i = 1;; i++)
    {
      g_autofree char *more = i > 1 ? g_strdup_printf ("-%d%s", i, end) : g_strdup (end);
      g_autofree char *name = name_of (self, more);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* Twice the size must be free: for the backup, and for the work to go on. */
static gboolean
check_room (const char *folder, gint64 bytes, GError **error)
{
  guint64 room, size, wanted = 2 * (guint64) MAX (bytes, 0);
  g_autofree char *needs = NULL, *has = NULL;

  if (!desk_disk_room (folder, &room, &size, error))
    return FALSE;
  if (room >= wanted)
    return TRUE;
  needs = g_strdup_printf ("%" G_GUINT64_FORMAT, wanted / MB + 1);
  has = g_strdup_printf ("%" G_GUINT64_FORMAT, room / MB);
  desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_BACKUP_NO_ROOM, NULL, folder, needs, has, NULL);
  return FALSE;
}

/* What a backup that was cut off has left in @folder. */
static void
sweep (DeskBackup *self, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, self->stem)
        && (g_str_has_suffix (name, ".backup.part") || g_str_has_suffix (name, ".sealed.part")))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/* Decides where the copy for @path is made: beside it, or beside the store where @path lies on another disk. A stick that is
 * slow or hangs must keep nobody waiting, and it is the writer's thread that copies. */
static gboolean
choose_part (DeskBackup *self, const char *path, GError **error)
{
  const char *store = desk_service_path (self->service);
  g_autofree char *folder = g_path_get_dirname (path), *own = NULL;
  gint64 bytes = desk_db_get_bytes (self->service->db);
  gboolean is_closed = self->plan.file != NULL && self->plan.lock != NULL;
  gboolean is_other = !is_closed && desk_disk_is_other (store, folder);

  if (!check_room (folder, bytes, error))
    return FALSE;
  self->part = is_closed || is_other ? g_strconcat (store, ".open.part", NULL) : g_strconcat (path, ".part", NULL);
  self->target = is_other ? g_strdup (path) : NULL;
  g_unlink (self->part);
  own = g_path_get_dirname (self->part);
  return check_room (own, bytes, error);
}

/* A folder of backups that come and go. */
static gboolean
prepare_folder (DeskBackup *self, GError **error)
{
  g_autofree char *path = NULL;

  if (!desk_disk_make_folder (self->plan.folder, error))
    return FALSE;
  sweep (self, self->plan.folder);
  path = free_path (self, self->plan.folder, ".backup");
  return choose_part (self, path, error);
}

/* One file that was asked for. What will be closed is copied beside the store first: nothing that is open comes to where
 * the closed file goes. */
static gboolean
prepare_file (DeskBackup *self, GError **error)
{
  if (g_file_test (self->plan.file, G_FILE_TEST_EXISTS))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, self->plan.file, NULL);
      return FALSE;
    }
  return choose_part (self, self->plan.file, error);
}

static void
copy_plan (DeskBackupPlan *to, const DeskBackupPlan *from)
{
  *to = *from;
  to->file = g_strdup (from->file);
  to->folder = g_strdup (from->folder);
  to->extra = g_strdup (from->extra);
  to->lock = g_strdup (from->lock);
  to->passphrase = g_strdup (from->passphrase);
}

static void
clear_plan (DeskBackupPlan *plan)
{
  g_free (plan->file);
  g_free (plan->folder);
  g_free (plan->extra);
  g_free (plan->lock);
  g_free (plan->passphrase);
}

/* Looks where it will go, on a thread that nobody waits for: a disk that hangs hangs at the first look, and what is looked
 * at now, the writer's thread is told at once. */
void
desk_backup_look (const DeskBackupPlan *plan)
{
  g_autofree char *folder = plan->file != NULL ? g_path_get_dirname (plan->file) : g_strdup (plan->folder);
  guint64 room, size;

  if (desk_disk_step (folder, NULL))
    desk_disk_room (folder, &room, &size, NULL);
}

/**
 * desk_backup_begin:
 * @service: a writer
 * @plan: where it goes; copied
 * @error: FULL when less than twice the size is free, INVALID when the file is there already, READ_ONLY, IO
 *
 * Returns: (transfer full) (nullable): the backup, to be stepped on this thread until it is copied
 */
DeskBackup *
desk_backup_begin (DeskService *service, const DeskBackupPlan *plan, GError **error)
{
  g_autoptr (DeskBackup) self = g_new0 (DeskBackup, 1);

  copy_plan (&self->plan, plan);
  self->service = service;
  self->now = desk_service_now (service);
  self->zone = g_time_zone_ref (desk_service_zone (service));
  self->stem = stem_of (desk_service_path (service));
  if (!(self->plan.file != NULL ? prepare_file (self, error) : prepare_folder (self, error)))
    return NULL;
  self->copy = desk_db_copy_begin (service->db, self->part, TRUE, error);
  return self->copy != NULL ? g_steal_pointer (&self) : NULL;
}

/* Keeps a reader at the state the copy holds, so that it can be counted while others go on. */
static gboolean
take_snapshot (DeskBackup *self, GError **error)
{
  gint64 n, at;

  self->snapshot = desk_db_open (desk_service_path (self->service), DESK_DB_READ, error);
  return self->snapshot != NULL && desk_db_begin_read (self->snapshot, error)
         && desk_store_count_acts_after (self->snapshot, G_MAXINT64, &n, &at, error);
}

/* Copies a little more, on the writer's thread. @copied: (out): all of it is; go on with desk_backup_finish (). */
gboolean
desk_backup_step (DeskBackup *backup, gboolean *copied, GError **error)
{
  int total, left;

  if (!desk_db_copy_step (backup->copy, PAGES_A_STEP, copied, error))
    return FALSE;
  left = desk_db_copy_left (backup->copy, &total);
  backup->percent = total > 0 ? (guint) ((gint64) (total - left) * 100 / total) : 0;
  if (!*copied)
    return TRUE;
  g_clear_pointer (&backup->copy, desk_db_copy_free);
  return take_snapshot (backup, error);
}

/* How much of it is copied. */
guint
desk_backup_percent (DeskBackup *backup)
{
  return backup->percent;
}

/* Finish */

static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return TRUE;
}

/* Writes into the copy what it says of itself, by the store it was taken of: the one it is counted against. */
static gboolean
mark (DeskBackup *self, DeskMark *wanted, GError **error)
{
  g_autoptr (DeskDb) db = NULL;
  gboolean ok;

  desk_db_take_over (self->snapshot);
  ok = desk_store_take_mark (self->snapshot, self->now, wanted, error);
  g_clear_pointer (&self->snapshot, desk_db_close);
  if (!ok || (db = desk_db_open_to_mark (self->part, error)) == NULL)
    return FALSE;
  return desk_store_add_mark (db, wanted, error);
}

static gboolean
not_proved (const char *path, const char *why, GError **error)
{
  g_warning ("the copy %s: %s", path, why);
  desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_NOT_PROVED, NULL, path, NULL);
  return FALSE;
}

/* Opens the copy read-only, checks it and counts it against what it was taken of. */
static gboolean
prove (const char *path, const DeskMark *wanted, GError **error)
{
  g_autoptr (DeskDb) db = desk_db_open_copy (path, error);
  g_auto (DeskMark) counted = { 0 };
  g_autofree char *fault = NULL;

  if (db == NULL || !desk_db_quick_check (db, FALSE, &fault, error))
    return FALSE;
  if (fault != NULL)
    return not_proved (path, fault, error);
  if (!desk_store_take_mark (db, wanted->at, &counted, error))
    return FALSE;
  if (g_strcmp0 (counted.counts, wanted->counts) != 0 || counted.trail_id != wanted->trail_id
      || memcmp (counted.head, wanted->head, sizeof counted.head) != 0)
    return not_proved (path, "the rows are not those of the store", error);
  return TRUE;
}

/* @path without its .part. */
static char *
without_part (const char *path)
{
  return g_strndup (path, strlen (path) - strlen (".part"));
}

/* Closes @from into @path by way of a .part. */
static gboolean
put_sealed (DeskBackup *self, const char *from, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DeskBackupInfo) info = desk_backup_info_read (from, error);
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *note = info != NULL ? desk_backup_info_to_note (info) : NULL;

  g_unlink (part);
  if (note == NULL || !desk_seal_close_file (from, part, self->plan.lock, note, cancellable, error))
    return FALSE;
  if ((self->plan.passphrase == NULL || desk_seal_open_file (part, NULL, self->plan.passphrase, cancellable, error))
      && desk_disk_rename (part, path, error))
    return TRUE;
  g_unlink (part);
  return FALSE;
}

static gboolean
put_open (const char *from, const char *path, const DeskMark *wanted, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!desk_disk_copy (from, part, cancellable, error))
    return FALSE;
  if (prove (part, wanted, error) && desk_disk_rename (part, path, error))
    return TRUE;
  g_unlink (part);
  return FALSE;
}

/* Gives what was proved its name, or brings it to the other disk. Returns: (transfer full) (nullable): the path. */
static char *
settle (DeskBackup *self, const DeskMark *wanted, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = self->target != NULL ? g_strdup (self->target) : without_part (self->part);
  gboolean ok = self->target != NULL ? put_open (self->part, path, wanted, cancellable, error)
                                     : desk_disk_sync (self->part, error) && desk_disk_rename (self->part, path, error);

  if (self->target != NULL)
    g_unlink (self->part);
  return ok ? g_steal_pointer (&path) : NULL;
}

/* Drops those of @folder that the rule keeps no longer. Returns: how many. */
static guint
drop_old (DeskBackup *self, const char *folder, const char *store_id)
{
  g_autoptr (GPtrArray) list = desk_backup_list (folder, store_id);
  g_autofree DeskBackupSlot *slots = g_new0 (DeskBackupSlot, list->len + 1);
  DeskBackupRule rule = self->plan.rule;
  guint64 room, size;
  guint n = 0;

  if (desk_disk_room (folder, &room, &size, NULL))
    rule.room = (gint64) (size / 100 * (guint64) self->plan.share);
  for (guint i = 0; i < list->len; i++)
    {
      const DeskBackupInfo *info = list->pdata[i];

      slots[i] = (DeskBackupSlot){ info->at, info->size, FALSE };
    }
  desk_backup_rule_judge (&rule, slots, list->len, self->now, self->zone);
  for (guint i = 0; i < list->len; i++)
    if (!slots[i].keep && g_unlink (((DeskBackupInfo *) list->pdata[i])->path) == 0)
      n++;
  return n;
}

/* The second folder gets its copy, too. It may be absent: a stick. */
static gboolean
put_extra (DeskBackup *self, const char *made, const DeskMark *wanted, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  gint64 bytes;

  if (!g_file_test (self->plan.extra, G_FILE_TEST_IS_DIR))
    {
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_BACKUP_NO_FOLDER, NULL, self->plan.extra, NULL);
      return FALSE;
    }
  sweep (self, self->plan.extra);
  {
    g_autoptr (DeskBackupInfo) info = desk_backup_info_read (made, error);

    if (info == NULL)
      return FALSE;
    bytes = info->size;
  }
  if (!check_room (self->plan.extra, bytes, error))
    return FALSE;
  path = free_path (self, self->plan.extra, self->plan.lock != NULL ? ".sealed" : ".backup");
  if (!(self->plan.lock != NULL ? put_sealed (self, made, path, cancellable, error)
                                : put_open (made, path, wanted, cancellable, error)))
    return FALSE;
  drop_old (self, self->plan.extra, wanted->store_id);
  return TRUE;
}

/* One file that was asked for: open under its name, or closed and the open one gone. */
static char *
settle_file (DeskBackup *self, const DeskMark *wanted, GCancellable *cancellable, GError **error)
{
  gboolean ok;

  if (self->plan.lock == NULL)
    return settle (self, wanted, cancellable, error);
  ok = put_sealed (self, self->part, self->plan.file, cancellable, error);
  g_unlink (self->part);
  return ok ? g_strdup (self->plan.file) : NULL;
}

/* What was made, without looking at it again: it stands. */
static DeskBackupInfo *
describe (DeskBackup *self, const char *path, const DeskMark *made)
{
  DeskBackupInfo *info = g_new0 (DeskBackupInfo, 1);
  struct stat st;

  info->path = g_strdup (path);
  info->at = made->at;
  info->size = stat (path, &st) == 0 ? st.st_size : 0;
  info->sealed = self->plan.file != NULL && self->plan.lock != NULL;
  info->schema = desk_db_schema ();
  info->store_id = g_strdup (made->store_id);
  info->act_id = made->act_id;
  info->trail_id = made->trail_id;
  info->head = desk_id_hex (made->head, sizeof made->head);
  info->counts = g_strdup (made->counts);
  return info;
}

/**
 * desk_backup_finish:
 * @backup: copied; any thread
 * @cancellable: (nullable): drops it
 * @error: DAMAGED when the copy is not what it was taken of, FULL, IO, CANCELLED
 *
 * Marks, proves, syncs and renames it, serves the second folder, and drops what the rule keeps no longer: in this order,
 * so that nothing goes before the new one stands.
 *
 * Returns: (transfer full) (nullable): what was made
 */
DeskBackupDone *
desk_backup_finish (DeskBackup *backup, GCancellable *cancellable, GError **error)
{
  g_auto (DeskMark) wanted = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (DeskBackupDone) done = g_new0 (DeskBackupDone, 1);

  if (is_cancelled (cancellable, error) || !mark (backup, &wanted, error) || !prove (backup->part, &wanted, error)
      || is_cancelled (cancellable, error))
    return NULL;
  path = backup->plan.file != NULL ? settle_file (backup, &wanted, cancellable, error)
                                   : settle (backup, &wanted, cancellable, error);
  if (path == NULL)
    return NULL;
  g_clear_pointer (&backup->part, g_free);
  if (backup->plan.file == NULL && backup->plan.extra != NULL)
    put_extra (backup, path, &wanted, cancellable, &done->extra_error);
  if (backup->plan.file == NULL)
    done->n_dropped = drop_old (backup, backup->plan.folder, wanted.store_id);
  done->info = describe (backup, path, &wanted);
  return g_steal_pointer (&done);
}

/* Ends it. One that was not finished leaves nothing; while it is being copied only the writer's thread may do this. */
void
desk_backup_free (DeskBackup *backup)
{
  if (backup == NULL)
    return;
  g_clear_pointer (&backup->copy, desk_db_copy_free);
  if (backup->snapshot != NULL)
    {
      desk_db_take_over (backup->snapshot);
      desk_db_close (backup->snapshot);
    }
  if (backup->part != NULL)
    {
      g_autofree char *journal = g_strconcat (backup->part, "-journal", NULL);

      g_unlink (backup->part);
      g_unlink (journal);
    }
  clear_plan (&backup->plan);
  g_clear_pointer (&backup->zone, g_time_zone_unref);
  g_free (backup->part);
  g_free (backup->target);
  g_free (backup->stem);
  g_free (backup);
}

/* The whole of it on one thread: for the command line, and before the program ends. @func: (nullable): told after every
 * step. */
DeskBackupDone *
desk_backup_make (DeskService *service, const DeskBackupPlan *plan, DeskBackupFunc func, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (DeskBackup) backup = desk_backup_begin (service, plan, error);
  gboolean copied = FALSE;

  while (backup != NULL && !copied)
    {
      if (is_cancelled (cancellable, error) || !desk_backup_step (backup, &copied, error))
        return NULL;
      if (func != NULL)
        func (backup->percent, data);
    }
  return backup != NULL ? desk_backup_finish (backup, cancellable, error) : NULL;
}

/* Plans */

static gboolean
read_number (DeskService *service, DeskSettingCode code, int *number, GError **error)
{
  g_autofree char *value = desk_service_get_setting (service, desk_setting_name (code), error);

  if (value != NULL)
    *number = (int) g_ascii_strtoll (value, NULL, 10);
  return value != NULL;
}

/* @text: (out) (transfer full) (nullable): NULL for nothing. */
static gboolean
read_text (DeskService *service, DeskSettingCode code, char **text, GError **error)
{
  *text = desk_service_get_setting (service, desk_setting_name (code), error);
  if (*text == NULL)
    return FALSE;
  if (**text == '\0')
    g_clear_pointer (text, g_free);
  return TRUE;
}

/* Returns: (transfer full): the folder beside the store, which is meant where nobody chose one. */
char *
desk_backup_folder_beside (const char *path)
{
  g_autofree char *stem = stem_of (path);
  g_autofree char *name = g_strconcat (stem, "-backups", NULL);
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);

  return g_build_filename (folder, name, NULL);
}

/* Returns: (transfer full) (nullable): what the store's settings say. */
DeskBackupPlan *
desk_backup_plan_new (DeskService *service, GError **error)
{
  g_autoptr (DeskBackupPlan) plan = g_new0 (DeskBackupPlan, 1);

  if (!read_text (service, DESK_SETTING_BACKUP_FOLDER, &plan->folder, error)
      || !read_text (service, DESK_SETTING_BACKUP_EXTRA, &plan->extra, error)
      || !read_text (service, DESK_SETTING_BACKUP_SEAL, &plan->lock, error)
      || !read_number (service, DESK_SETTING_BACKUP_SHARE, &plan->share, error)
      || !read_number (service, DESK_SETTING_BACKUP_DAYS, &plan->rule.days, error)
      || !read_number (service, DESK_SETTING_BACKUP_WEEKS, &plan->rule.weeks, error)
      || !read_number (service, DESK_SETTING_BACKUP_MONTHS, &plan->rule.months, error))
    return NULL;
  if (plan->folder == NULL)
    plan->folder = desk_backup_folder_beside (desk_service_path (service));
  return g_steal_pointer (&plan);
}

/* Returns: (transfer full) (nullable): one file; @passphrase (nullable) closes it. Takes a second then. */
DeskBackupPlan *
desk_backup_plan_new_file (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (DeskBackupPlan) plan = g_new0 (DeskBackupPlan, 1);

  plan->file = g_canonicalize_filename (path, NULL);
  plan->passphrase = g_strdup (passphrase);
  if (passphrase != NULL && (plan->lock = desk_seal_make_lock (passphrase, error)) == NULL)
    return NULL;
  return g_steal_pointer (&plan);
}

void
desk_backup_plan_free (DeskBackupPlan *plan)
{
  if (plan == NULL)
    return;
  clear_plan (plan);
  g_free (plan);
}
