/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <string.h>

/* Begins the transaction of a write: IMMEDIATE, so that it never has to be given up half-way. */
gboolean
desk_db_begin (DeskDb *db, GError **error)
{
  int moved = 0;

  desk_db_assert_thread (db);
  g_assert (db->writer);
  /* What is written into a file that lies there no longer would be said to be saved and be lost. */
  if (sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved)
    {
      desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_STORE_MOVED, NULL, db->path, NULL);
      return FALSE;
    }
  return desk_db_exec (db, "BEGIN IMMEDIATE", error);
}

/* When this returns TRUE the change is on the disk. On failure everything is rolled back. */
gboolean
desk_db_commit (DeskDb *db, GError **error)
{
  desk_db_assert_thread (db);
  if (desk_db_exec (db, "COMMIT", error))
    return TRUE;
  desk_db_rollback (db);
  return FALSE;
}

/* Drops the transaction, if there is one. */
void
desk_db_rollback (DeskDb *db)
{
  desk_db_assert_thread (db);
  db->savepoints = 0;
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/* One snapshot for several statements of a read; ended by desk_db_end_read(). */
gboolean
desk_db_begin_read (DeskDb *db, GError **error)
{
  desk_db_assert_thread (db);
  return desk_db_exec (db, "BEGIN", error);
}

/* Ends the snapshot. */
void
desk_db_end_read (DeskDb *db)
{
  desk_db_assert_thread (db);
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "COMMIT", NULL, NULL, NULL);
}

/* Is the transaction that was begun still there? A full or failing disk makes SQLite drop it whole. */
gboolean
desk_db_check_open (DeskDb *db, GError **error)
{
  if (!sqlite3_get_autocommit (db->handle))
    return TRUE;
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, db->path, "rolled back", NULL);
  return FALSE;
}

/* A part of a transaction that can be dropped alone. */
gboolean
desk_db_savepoint (DeskDb *db, GError **error)
{
  desk_db_assert_thread (db);
  if (!desk_db_exec (db, "SAVEPOINT part", error))
    return FALSE;
  db->savepoints++;
  return TRUE;
}

/* Ends the part: @keep joins it to the transaction, else it never happened. */
gboolean
desk_db_release (DeskDb *db, gboolean keep, GError **error)
{
  desk_db_assert_thread (db);
  g_assert (db->savepoints > 0);
  db->savepoints--;
  if (!keep && !desk_db_exec (db, "ROLLBACK TO part", error))
    return FALSE;
  return desk_db_exec (db, "RELEASE part", error);
}

/* Is a transaction or a read snapshot open? */
gboolean
desk_db_in_transaction (DeskDb *db)
{
  return !sqlite3_get_autocommit (db->handle);
}

/**
 * desk_db_checkpoint:
 * @truncate: also empty the log file (at close); else PASSIVE, which waits for nobody
 * @wal_bytes: (out) (optional): what the log held
 *
 * Moves the log into the store. Only the writer does this (design.md, rule 2).
 */
gboolean
desk_db_checkpoint (DeskDb *db, gboolean truncate, gint64 *wal_bytes, GError **error)
{
  int frames = 0;

  desk_db_assert_thread (db);
  g_assert (db->writer);
  if (sqlite3_wal_checkpoint_v2 (db->handle, NULL, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                                 &frames, NULL)
      != SQLITE_OK)
    {
      desk_db_set_error (db, error);
      return FALSE;
    }
  if (wal_bytes != NULL)
    *wal_bytes = (gint64) frames * 4096;
  return TRUE;
}

static int
keep_first (void *data, int n, char **values, char **names)
{
  char **fault = data;

  if (*fault == NULL && n > 0 && values[0] != NULL && strcmp (values[0], "ok") != 0)
    *fault = g_strdup (values[0]);
  return 0;
}

/**
 * desk_db_quick_check:
 * @deep: integrity_check and foreign keys instead of quick_check
 * @fault: (out): SQLite's words of the first fault, NULL when sound
 * @error: when the check could not run to its end
 *
 * Returns: whether the check ran; a damaged store that could still be read returns TRUE with @fault
 */
gboolean
desk_db_quick_check (DeskDb *db, gboolean deep, char **fault, GError **error)
{
  int code;

  desk_db_assert_thread (db);
  *fault = NULL;
  if (!desk_db_use_cache (db, FALSE, error))
    return FALSE;
  code = sqlite3_exec (db->handle, deep ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", keep_first, fault, NULL);
  if (code == SQLITE_OK && deep && *fault == NULL)
    code = sqlite3_exec (db->handle, "PRAGMA foreign_key_check", keep_first, fault, NULL);
  if (code == SQLITE_OK)
    return desk_db_use_cache (db, TRUE, error);
  if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    {
      if (*fault == NULL)
        *fault = g_strdup (sqlite3_errmsg (db->handle));
      return TRUE;
    }
  desk_db_set_error (db, error);
  return FALSE;
}
