/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-copy.h"

#include <errno.h>
#include <sys/stat.h>

#include "desk-db-lock.h"
#include "desk-db-private.h"

#define PAGES_A_STEP 256

struct _DeskDbCopy
{
  DeskDb *db; /* the source */
  char *path;
  sqlite3 *target;
  sqlite3_backup *backup;
};

static gboolean
fail (DeskDbCopy *self, int code, GError **error)
{
  if ((code & 0xff) == SQLITE_FULL)
    desk_error_set (error, DESK_ERROR_FULL, DESK_PROBLEM_DISK_FULL, NULL, self->path, NULL);
  else if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED, NULL, self->db->path, NULL);
  else if ((code & 0xff) == SQLITE_NOMEM)
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_OUT_OF_MEMORY, NULL, NULL);
  else
    desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, self->path, sqlite3_errstr (code), NULL);
  return FALSE;
}

/**
 * desk_db_copy_begin:
 * @db: the source
 * @path: the copy, which must not exist
 * @quick: without journal and syncs, for a file that is synced, proved and renamed afterwards
 *
 * Returns: (transfer full) (nullable): the copy on its way
 */
DeskDbCopy *
desk_db_copy_begin (DeskDb *db, const char *path, gboolean quick, GError **error)
{
  g_autoptr (DeskDbCopy) self = g_new0 (DeskDbCopy, 1);
  int code;

  desk_db_assert_thread (db);
  self->db = db;
  self->path = g_strdup (path);
  desk_db_lock_install ();
  code = sqlite3_open_v2 (path, &self->target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, NULL);
  if (code == SQLITE_OK && quick)
    code = sqlite3_exec (self->target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    {
      self->backup = sqlite3_backup_init (self->target, "main", db->handle, "main");
      code = sqlite3_extended_errcode (self->target);
    }
  if (self->backup == NULL)
    {
      fail (self, code, error);
      return NULL;
    }
  /* For the owner's eyes from its first page on. */
  if (chmod (path, 0600) != 0)
    g_info ("chmod %s: %s", path, g_strerror (errno));
  return g_steal_pointer (&self);
}

/* Copies so many pages more; -1 all. @done: (out): nothing is left, the copy is the store of this moment. */
gboolean
desk_db_copy_step (DeskDbCopy *copy, int n_pages, gboolean *done, GError **error)
{
  int code;

  desk_db_assert_thread (copy->db);
  code = sqlite3_backup_step (copy->backup, n_pages);
  *done = code == SQLITE_DONE;
  return code == SQLITE_OK || code == SQLITE_DONE ? TRUE : fail (copy, code, error);
}

/* Returns: the pages that are left, of @total (out). */
int
desk_db_copy_left (DeskDbCopy *copy, int *total)
{
  *total = sqlite3_backup_pagecount (copy->backup);
  return sqlite3_backup_remaining (copy->backup);
}

/* Ends it; the file stays as far as it came. */
void
desk_db_copy_free (DeskDbCopy *copy)
{
  if (copy == NULL)
    return;
  desk_db_assert_thread (copy->db);
  sqlite3_backup_finish (copy->backup);
  sqlite3_close (copy->target);
  g_free (copy->path);
  g_free (copy);
}

/* Copies the whole store to @path (which must not exist), synced. */
gboolean
desk_db_copy_to (DeskDb *db, const char *path, GError **error)
{
  g_autoptr (DeskDbCopy) copy = desk_db_copy_begin (db, path, FALSE, error);
  gboolean done = FALSE;

  while (copy != NULL && !done)
    if (!desk_db_copy_step (copy, PAGES_A_STEP, &done, error))
      return FALSE;
  return copy != NULL;
}

/* Hands the connection to the calling thread. */
void
desk_db_take_over (DeskDb *db)
{
  db->thread = g_thread_self ();
}

/* The schema of the file, which a copy may be behind with. */
int
desk_db_get_schema (DeskDb *db)
{
  gint64 schema;

  desk_db_assert_thread (db);
  return desk_db_pragma_int (db, "PRAGMA user_version", &schema, NULL) ? (int) schema : 0;
}

/* How many bytes the store takes without its log. */
gint64
desk_db_get_bytes (DeskDb *db)
{
  gint64 pages, size;

  desk_db_assert_thread (db);
  return desk_db_pragma_int (db, "PRAGMA page_count", &pages, NULL) && desk_db_pragma_int (db, "PRAGMA page_size", &size, NULL)
             ? pages * size
             : 0;
}
