/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-draft.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "desk-db-private.h"
#include "desk-store-resource.h"

#define SHAPE 1 /* of the table; kept as the file's user_version */

/* A new file gets its table; one of another shape is none of ours. */
static gboolean
check_shape (DeskDb *db, GError **error)
{
  g_autoptr (GBytes) ddl = g_resource_lookup_data (desk_store_get_resource (), "/org/frontdesk/Frontdesk/drafts/draft.sql",
                                                   0, error);
  gint64 shape;

  if (ddl == NULL || !desk_db_pragma_int (db, "PRAGMA user_version", &shape, error))
    return FALSE;
  if (shape == 0)
    return desk_db_exec (db, g_bytes_get_data (ddl, NULL), error);
  if (shape == SHAPE)
    return TRUE;
  desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS, NULL, db->path, NULL);
  return FALSE;
}

/* Opens or makes the file. */
static DeskDb *
open_file (const char *path, GError **error)
{
  g_autoptr (DeskDb) db = g_new0 (DeskDb, 1);

  db->path = g_strdup (path);
  db->writer = TRUE;
  db->thread = g_thread_self ();
  if (!desk_db_open_handle (db, DESK_DB_CREATE, FALSE, error))
    return NULL;
  if (chmod (path, 0600) != 0)
    g_info ("chmod %s: %s", path, g_strerror (errno));
  /* Nobody but this connection knows the file: SQLite may checkpoint by itself. */
  if (!desk_db_configure (db, error) || !desk_db_exec (db, "PRAGMA wal_autocheckpoint = 100", error)
      || !check_shape (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A file that cannot be read as drafts is put aside, never deleted: somebody may still get words out of it. */
static gboolean
put_aside (const char *path, GError **error)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (path, ends[i], NULL);
      g_autofree char *to = g_strconcat (path, ".damaged", ends[i], NULL);

      if (g_rename (from, to) == 0 || errno == ENOENT)
        continue;
      desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, from, g_strerror (errno), NULL);
      return FALSE;
    }
  return TRUE;
}

/* Returns: whether the store has a file of drafts. */
gboolean
desk_store_has_drafts (const char *store_path)
{
  g_autofree char *path = g_strconcat (store_path, ".drafts", NULL);
  struct stat st;

  return stat (path, &st) == 0;
}

/**
 * desk_store_open_drafts:
 * @store_path: of the store they belong to; its door is held by this process
 *
 * Returns: (transfer full) (nullable): the connection to <store>.drafts, owned by the calling thread; it knows the
 * statements of desk-sql-draft.h alone
 */
DeskDb *
desk_store_open_drafts (const char *store_path, GError **error)
{
  g_autofree char *path = g_strconcat (store_path, ".drafts", NULL);
  g_autoptr (GError) local = NULL;
  DeskDb *db = open_file (path, &local);

  if (db != NULL)
    return db;
  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_warning ("%s: %s", path, local->message);
  return put_aside (path, error) ? open_file (path, error) : NULL;
}

/* Writes the draft over the one of the same form and author; it is on the disk when this returns TRUE. */
gboolean
desk_store_put_draft (DeskDb *db, const DeskDraft *row, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_DRAFT_PUT);

  desk_stmt_bind_int (stmt, "staff_id", row->staff_id);
  desk_stmt_bind_text (stmt, "form", row->form);
  desk_stmt_bind_text (stmt, "request_key", row->request_key);
  desk_stmt_bind_text (stmt, "title", row->title);
  desk_stmt_bind_int (stmt, "version", row->version);
  desk_stmt_bind_text (stmt, "words", row->words);
  desk_stmt_bind_int (stmt, "at", row->at);
  return desk_stmt_run (stmt, error);
}

/* Takes the draft away; none is nothing. */
gboolean
desk_store_drop_draft (DeskDb *db, gint64 staff_id, const char *form, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_DRAFT_DROP);

  desk_stmt_bind_int (stmt, "staff_id", staff_id);
  desk_stmt_bind_text (stmt, "form", form);
  return desk_stmt_run (stmt, error);
}

/* Returns: (transfer full) (element-type DeskDraft) (nullable): of one author, latest first. */
GPtrArray *
desk_store_get_drafts (DeskDb *db, gint64 staff_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_DRAFTS_OF_STAFF);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (desk_draft_free);
  DeskStep step;

  desk_stmt_bind_int (stmt, "staff_id", staff_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    g_ptr_array_add (rows, desk_draft_new (staff_id, desk_stmt_text (stmt, 0), desk_stmt_text (stmt, 1),
                                           desk_stmt_text (stmt, 2), desk_stmt_int (stmt, 3), desk_stmt_text (stmt, 4),
                                           desk_stmt_int (stmt, 5)));
  return step == DESK_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
