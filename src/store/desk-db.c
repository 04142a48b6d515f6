/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-db-copy.h"
#include "desk-db-lock.h"
#include "desk-place.h"
#include "desk-swap.h"

/* Runs constant SQL that returns nothing: PRAGMAs and the DDL of migrations. */
gboolean
desk_db_exec (DeskDb *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  desk_db_set_error (db, error);
  return FALSE;
}

static int
store_int (void *data, int n, char **values, char **names)
{
  *(gint64 *) data = n > 0 && values[0] != NULL ? g_ascii_strtoll (values[0], NULL, 10) : 0;
  return 0;
}

/* Reads the first column of the last row of a constant PRAGMA. */
gboolean
desk_db_pragma_int (DeskDb *db, const char *sql, gint64 *value, GError **error)
{
  *value = 0;
  if (sqlite3_exec (db->handle, sql, store_int, value, NULL) == SQLITE_OK)
    return TRUE;
  desk_db_set_error (db, error);
  return FALSE;
}

/* Is there a regular file (or none, when it shall be made)? Looks with stat only. */
static gboolean
check_file (const char *path, DeskDbMode mode, gboolean *read_only, GError **error)
{
  struct stat st;

  if (stat (path, &st) != 0)
    {
      if (mode == DESK_DB_CREATE && errno == ENOENT)
        return TRUE;
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_STORE_MISSING, NULL, path, NULL);
      return FALSE;
    }
  if (mode == DESK_DB_CREATE)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, path, NULL);
      return FALSE;
    }
  if (!S_ISREG (st.st_mode) || st.st_size == 0)
    {
      desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS, NULL, path, NULL);
      return FALSE;
    }
  *read_only = (st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || access (path, W_OK) != 0;
  if (*read_only && mode == DESK_DB_WRITE)
    {
      desk_error_set (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY, NULL, path, NULL);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_uri (DeskDb *db, int flags, const char *query, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (db->path, NULL);
  g_autofree char *escaped = g_uri_escape_string (full, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s%s", escaped, query);

  desk_db_lock_install ();
  if (sqlite3_open_v2 (uri, &db->handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL)
      == SQLITE_OK)
    return TRUE;
  desk_db_set_error (db, error);
  return FALSE;
}

/* Opens db->path. A read-only one in a folder that cannot be written is opened as immutable: WAL needs a writable
 * folder otherwise, and where nobody can write, nothing changes. */
gboolean
desk_db_open_handle (DeskDb *db, DeskDbMode mode, gboolean read_only, GError **error)
{
  g_autofree char *wal = g_strconcat (db->path, "-wal", NULL);
  struct stat st;
  gboolean immutable = mode == DESK_DB_READ && read_only && (stat (wal, &st) != 0 || st.st_size == 0);

  if (mode == DESK_DB_READ)
    return open_uri (db, SQLITE_OPEN_READONLY, immutable ? "?immutable=1" : "", error);
  return open_uri (db, SQLITE_OPEN_READWRITE | (mode == DESK_DB_CREATE ? SQLITE_OPEN_CREATE : 0), "", error);
}

/* Pages that are kept: of the writer the rows of long imports, of readers what lists and search look at again and again. A walk
 * over the whole store (@usual FALSE) looks at each once: it would keep the whole cache full, and the memory with it. */
gboolean
desk_db_use_cache (DeskDb *db, gboolean usual, GError **error)
{
  if (!usual)
    return desk_db_exec (db, "PRAGMA cache_size = -1024", error);
  return desk_db_exec (db, db->writer ? "PRAGMA cache_size = -32768" : "PRAGMA cache_size = -8192", error);
}

/* One place where every connection is set up (limits.md, 2.2). */
gboolean
desk_db_configure (DeskDb *db, GError **error)
{
  gint64 value;

  sqlite3_busy_timeout (db->handle, 5000);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  if (!desk_db_exec (db, "PRAGMA trusted_schema = OFF", error)
      || !desk_db_exec (db, "PRAGMA foreign_keys = ON", error)
      || !desk_db_use_cache (db, TRUE, error)
      || !desk_db_exec (db, "PRAGMA mmap_size = 0", error)
      || !desk_db_exec (db, "PRAGMA temp_store = MEMORY", error))
    return FALSE;
  if (!db->writer)
    return desk_db_exec (db, "PRAGMA query_only = ON", error);
  if (!desk_db_exec (db, "PRAGMA synchronous = FULL", error)
      || !desk_db_exec (db, "PRAGMA secure_delete = ON", error)
      || !desk_db_exec (db, "PRAGMA journal_size_limit = 67108864", error))
    return FALSE;
  /* The mode is read back: a file system that cannot do WAL keeps the old one without an error. */
  sqlite3_exec (db->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
  if (!desk_db_pragma_int (db, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", &value, error))
    return FALSE;
  if (value != 1)
    {
      desk_error_set (error, DESK_ERROR_BAD_PLACE, DESK_PROBLEM_STORE_BAD_PLACE, NULL, db->path, "no WAL", NULL);
      return FALSE;
    }
  return desk_db_exec (db, "PRAGMA wal_autocheckpoint = 0", error);
}

/* Is it a store of ours, and one this program understands? Reads the header before anything is set. */
static gboolean
check_header (DeskDb *db, GError **error)
{
  gint64 id, schema;

  if (!desk_db_pragma_int (db, "PRAGMA application_id", &id, error)
      || !desk_db_pragma_int (db, "PRAGMA user_version", &schema, error))
    return FALSE;
  if (id != DESK_STORE_APPLICATION_ID || schema < 1)
    {
      desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS, NULL, db->path, NULL);
      return FALSE;
    }
  if (schema > desk_db_schema ())
    {
      g_autofree char *theirs = g_strdup_printf ("%" G_GINT64_FORMAT, schema);
      g_autofree char *ours = g_strdup_printf ("%d", desk_db_schema ());

      desk_error_set (error, DESK_ERROR_NEWER_SCHEMA, DESK_PROBLEM_STORE_NEWER, NULL, db->path, theirs, ours, NULL);
      return FALSE;
    }
  return TRUE;
}

/* A reader cannot migrate: an older store is read by its writer first. */
static gboolean
check_reader_schema (DeskDb *db, GError **error)
{
  gint64 schema;

  if (!desk_db_pragma_int (db, "PRAGMA user_version", &schema, error))
    return FALSE;
  if (schema == desk_db_schema ())
    return TRUE;
  desk_error_set (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_OLDER, NULL, db->path, NULL);
  return FALSE;
}

/* Ends a restore that was cut off: behind the door, before anybody looks at the file. */
static gboolean
end_swap (const char *path, GError **error)
{
  g_autoptr (DeskDoor) door = NULL;

  if (!desk_swap_is_pending (path))
    return TRUE;
  door = desk_door_open (path, error);
  return door != NULL && desk_swap_resume (path, error);
}

static gboolean
open_checked (DeskDb *db, DeskDbMode mode, GError **error)
{
  gboolean read_only = FALSE;

  if (!end_swap (db->path, error) || !check_file (db->path, mode, &read_only, error) || !desk_place_check (db->path, error))
    return FALSE;
  if (db->writer && (db->door = desk_door_open (db->path, error)) == NULL)
    return FALSE;
  /* Once more behind the door: another program may have made it meanwhile. */
  if (mode == DESK_DB_CREATE && !check_file (db->path, mode, &read_only, error))
    return FALSE;
  if (!desk_db_open_handle (db, mode, read_only, error))
    return FALSE;
  if (mode == DESK_DB_CREATE)
    {
      /* Personal data: for the owner's eyes (design.md, rule 11). SQLite gives -wal and -shm the same mode. */
      if (chmod (db->path, 0600) != 0)
        g_info ("chmod %s: %s", db->path, g_strerror (errno));
    }
  else if (!check_header (db, error))
    return FALSE;
  if (!desk_db_configure (db, error))
    return FALSE;
  return db->writer ? desk_db_migrate (db, mode == DESK_DB_CREATE, error) : check_reader_schema (db, error);
}

/**
 * desk_db_open:
 * @path: the store
 * @mode: writer, reader or a new store
 * @error: NOT_FOUND, BAD_PLACE, LOCKED, READ_ONLY, NEWER_SCHEMA, DAMAGED, FULL, IO; INVALID when a new store's file exists
 *
 * Returns: (transfer full) (nullable): the connection, owned by the calling thread. On failure the file is as it was.
 */
DeskDb *
desk_db_open (const char *path, DeskDbMode mode, GError **error)
{
  g_autoptr (DeskDb) db = g_new0 (DeskDb, 1);

  db->path = g_strdup (path);
  db->writer = mode != DESK_DB_READ;
  db->thread = g_thread_self ();
  if (!open_checked (db, mode, error))
    {
      if (mode == DESK_DB_CREATE && db->handle != NULL)
        desk_db_discard (g_steal_pointer (&db));
      return NULL;
    }
  return g_steal_pointer (&db);
}

/**
 * desk_db_open_copy:
 * @path: a backup, or a store that nobody works on
 * @error: NOT_FOUND, DAMAGED, NEWER_SCHEMA, IO
 *
 * Reads the file alone: immutable, so that no log or journal that lies beside it is replayed into it.
 *
 * Returns: (transfer full) (nullable): the connection, owned by the calling thread
 */
DeskDb *
desk_db_open_copy (const char *path, GError **error)
{
  g_autoptr (DeskDb) db = g_new0 (DeskDb, 1);
  gboolean read_only;

  db->path = g_strdup (path);
  db->thread = g_thread_self ();
  if (!check_file (path, DESK_DB_READ, &read_only, error) || !open_uri (db, SQLITE_OPEN_READONLY, "?immutable=1", error)
      || !check_header (db, error) || !desk_db_configure (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * desk_db_open_to_mark:
 * @path: a copy that was just made
 *
 * Opens it to be written once more: without a log of its own, so that it is one file, and without syncs, because it is
 * synced as a whole afterwards.
 *
 * Returns: (transfer full) (nullable): the connection
 */
DeskDb *
desk_db_open_to_mark (const char *path, GError **error)
{
  g_autoptr (DeskDb) db = g_new0 (DeskDb, 1);

  db->path = g_strdup (path);
  db->thread = g_thread_self ();
  if (!open_uri (db, SQLITE_OPEN_READWRITE, "", error) || !check_header (db, error)
      || !desk_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error)
      || !desk_db_exec (db, "PRAGMA journal_mode = MEMORY", error)
      || !desk_db_exec (db, "PRAGMA synchronous = OFF", error))
    return NULL;
  return g_steal_pointer (&db);
}

/* Closes a store that could not be made to its end, and leaves nothing of it behind. Only for one that was made by this
 * connection: an existing file is refused before it is touched. */
void
desk_db_discard (DeskDb *db)
{
  static const char *const ends[] = { "", "-wal", "-shm", ".lock" };
  g_autofree char *path = g_strdup (db->path);

  desk_db_close (db);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

/* Closes the connection; a writer checkpoints and truncates the log first. */
void
desk_db_close (DeskDb *db)
{
  if (db == NULL)
    return;
  desk_db_assert_thread (db);
  for (int i = 0; i < DESK_N_SQL; i++)
    if (db->stmts[i] != NULL)
      {
        sqlite3_finalize (db->stmts[i]->handle);
        g_free (db->stmts[i]);
      }
  if (db->handle != NULL && db->writer)
    {
      sqlite3_exec (db->handle, "PRAGMA analysis_limit = 400; PRAGMA optimize", NULL, NULL, NULL);
      sqlite3_wal_checkpoint_v2 (db->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    }
  sqlite3_close (db->handle);
  desk_door_close (db->door);
  g_free (db->path);
  g_free (db);
}

/* Returns: (transfer none): where the store lies. */
const char *
desk_db_get_path (DeskDb *db)
{
  return db->path;
}

/* Is this the one writer? */
gboolean
desk_db_is_writer (DeskDb *db)
{
  return db->writer;
}

/* Stops what the connection is doing; the one call another thread may make. */
void
desk_db_interrupt (DeskDb *db)
{
  sqlite3_interrupt (db->handle);
}

/* The id of the row that was inserted last. */
gint64
desk_db_last_id (DeskDb *db)
{
  desk_db_assert_thread (db);
  return sqlite3_last_insert_rowid (db->handle);
}

/* Returns: rows the last statement changed. */
gint64
desk_db_changes (DeskDb *db)
{
  desk_db_assert_thread (db);
  return sqlite3_changes (db->handle);
}
