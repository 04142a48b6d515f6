/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-restore.h"

#include <glib/gstdio.h>
#include <string.h>

#include "desk-db-copy.h"
#include "desk-disk.h"
#include "desk-door.h"
#include "desk-error.h"
#include "desk-place.h"
#include "desk-seal.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-backup.h"
#include "desk-store-trail.h"
#include "desk-swap.h"

/* The id of the store that lies at @path; NULL where there is none, or none that can be read. */
static char *
id_of_store (const char *path)
{
  g_autoptr (DeskDb) db = g_file_test (path, G_FILE_TEST_EXISTS) ? desk_db_open (path, DESK_DB_READ, NULL) : NULL;

  return db != NULL ? desk_store_get_setting (db, desk_setting_name (DESK_SETTING_STORE_ID), NULL) : NULL;
}

/* Only a backup of this very store may take its place; where no store can be read, any may. */
static gboolean
check_same_store (const char *store, const DeskBackupInfo *info, GError **error)
{
  g_autofree char *id = id_of_store (store);

  if (id == NULL || g_str_equal (id, info->store_id))
    return TRUE;
  desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_BACKUP_OTHER_STORE, NULL, info->path, NULL);
  return FALSE;
}

static gboolean
check_room (const char *store, gint64 bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (store);
  guint64 room, size;

  if (!desk_disk_room (folder, &room, &size, error))
    return FALSE;
  if (room >= (guint64) bytes)
    return TRUE;
  desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, store, NULL);
  return FALSE;
}

/* Only who may restore may put another store into the place of one that can be read. One that is missing or cannot be read
 * has nobody to ask, and is what a restore is for. @actor NULL: where nobody has to sign in everybody may what all may. */
static gboolean
check_right (const char *store, const DeskActor *actor, DeskClock *clock, GError **error)
{
  static const DeskErrorCode unread[] = { DESK_ERROR_NOT_FOUND, DESK_ERROR_DAMAGED, DESK_ERROR_IO, DESK_ERROR_READ_ONLY };
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskService) service = desk_service_open (store, DESK_OPEN_READ, clock, &local);
  g_autoptr (DeskActor) sole = NULL;

  for (guint i = 0; service == NULL && i < G_N_ELEMENTS (unread); i++)
    if (g_error_matches (local, DESK_ERROR, (int) unread[i]))
      return TRUE;
  if (service == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (actor == NULL)
    actor = sole = desk_service_sole_actor (service, error);
  return actor != NULL && desk_service_allow (service, actor, DESK_RIGHT_BACKUP_RESTORE, error);
}

/* Every page, every reference, the counts and the head it says it has. */
static gboolean
prove (const char *fresh, const DeskBackupInfo *info, GError **error)
{
  g_autoptr (DeskDb) db = desk_db_open_copy (fresh, error);
  g_autofree char *fault = NULL;
  g_auto (DeskMark) counted = { 0 };

  if (db == NULL || !desk_db_quick_check (db, TRUE, &fault, error))
    return FALSE;
  if (fault == NULL && !desk_store_take_mark (db, info->at, &counted, error))
    return FALSE;
  if (fault == NULL && g_str_equal (counted.counts, info->counts) && counted.trail_id == info->trail_id)
    return TRUE;
  g_info ("%s: %s", info->path, fault != NULL ? fault : "the rows are not those it was made with");
  desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_BACKUP_DAMAGED, NULL, info->path, NULL);
  return FALSE;
}

static gboolean
bring (const DeskBackupInfo *info, const char *fresh, const char *passphrase, GCancellable *cancellable, GError **error)
{
  if (!info->sealed)
    return desk_disk_copy (info->path, fresh, cancellable, error);
  if (passphrase != NULL)
    return desk_seal_open_file (info->path, fresh, passphrase, cancellable, error);
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PASSPHRASE_NEEDED, "passphrase", info->path, NULL);
  return FALSE;
}

/**
 * desk_restore_prepare:
 * @store: whose place it shall take; may be in use, missing or damaged
 * @backup: the file
 * @passphrase: (nullable): of a closed one
 * @actor: (nullable): who wants it; NULL where nobody has signed in
 * @clock: now
 * @cancellable: (nullable)
 * @error: FORBIDDEN, NOT_FOUND, DAMAGED, NEWER_SCHEMA, CONSEQUENCE when it is of another store, BAD_PLACE, INVALID for a wrong
 * passphrase, FULL, IO, CANCELLED
 *
 * Copies the backup beside the store and proves the copy. Nothing of the store is touched.
 *
 * Returns: (transfer full) (nullable): what was made ready
 */
DeskBackupInfo *
desk_restore_prepare (const char *store, const char *backup, const char *passphrase, const DeskActor *actor,
                      DeskClock *clock, GCancellable *cancellable, GError **error)
{
  g_autofree char *fresh = desk_swap_fresh_path (store);
  g_autoptr (DeskBackupInfo) info = NULL;

  if (!desk_place_check (store, error) || !check_right (store, actor, clock, error))
    return NULL;
  info = desk_backup_info_read (backup, error);
  if (info == NULL || !check_same_store (store, info, error) || !check_room (store, info->size, error))
    return NULL;
  desk_swap_drop (store);
  if (!bring (info, fresh, passphrase, cancellable, error))
    return NULL;
  if (!prove (fresh, info, error) || !desk_disk_sync_folder_of (fresh, error))
    {
      g_unlink (fresh);
      return NULL;
    }
  return g_steal_pointer (&info);
}

/* Makes ready what can be read of the damaged @store itself, to take its place. @actor: (nullable): who wants
 * it. Errors of desk_salvage_run(), FORBIDDEN. */
DeskSalvageReport *
desk_restore_salvage (const char *store, const DeskActor *actor, DeskClock *clock, GCancellable *cancellable, GError **error)
{
  g_autofree char *fresh = desk_swap_fresh_path (store);

  if (!check_right (store, actor, clock, error))
    return NULL;
  desk_swap_drop (store);
  return desk_salvage_run (store, fresh, clock, cancellable, error);
}

/**
 * desk_restore_swap:
 * @store: made ready, and closed in this process
 * @now: when, for the name of the old one
 * @zone: of that name
 * @kept: (out) (transfer full) (optional): where the old store lies now; NULL where there was none
 * @error: LOCKED when another program has it; what the disk says
 */
gboolean
desk_restore_swap (const char *store, gint64 now, GTimeZone *zone, char **kept, GError **error)
{
  g_autoptr (DeskDoor) door = desk_door_open (store, error);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *time = g_date_time_format (local, "%Y%m%d-%H%M%S");
  g_autofree char *old = desk_swap_kept_path (store, time);
  gboolean had = g_file_test (store, G_FILE_TEST_EXISTS);

  if (door == NULL || !desk_swap_resume (store, error) || !desk_swap_run (store, old, error))
    return FALSE;
  if (kept != NULL)
    *kept = had ? g_steal_pointer (&old) : NULL;
  return TRUE;
}

/**
 * desk_restore_note:
 * @store: restored, and not open yet
 * @at: when the backup was made
 * @actor: (nullable): who restored it; NULL where nobody had signed in
 * @error: what the store says; FORBIDDEN where it knows nobody who may
 *
 * Tells the trail of the store, as it is now, that it is a restored one.
 */
gboolean
desk_restore_note (const char *store, gint64 at, const DeskActor *actor, DeskClock *clock, GError **error)
{
  g_autoptr (DeskService) service = desk_service_open (store, DESK_OPEN_WRITE, clock, error);
  g_autoptr (DeskActor) sole = NULL;
  DeskBackupNoteInput in = { .at = at };
  DeskSaved saved = { 0 };
  gboolean noted;

  if (service == NULL)
    return FALSE;
  if (actor == NULL)
    actor = sole = desk_service_sole_actor (service, error);
  noted = actor != NULL && desk_note_restore (service, actor, &in, &saved, error);
  desk_saved_clear (&saved);
  return noted;
}

/* Drops what was made ready and is not wanted. */
void
desk_restore_drop (const char *store)
{
  desk_swap_drop (store);
}
