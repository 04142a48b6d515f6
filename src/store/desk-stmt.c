/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

static const char *const texts[] = {
#define X(name, text) text,
  DESK_STATEMENTS (X)
#undef X
};

static const char *const names[] = {
#define X(name, text) #name,
  DESK_STATEMENTS (X)
#undef X
};

/* Returns: (transfer none): statement @sql, reset and unbound. A statement that cannot be prepared (a damaged schema,
 * no memory) fails at its first step. */
DeskStmt *
desk_db_get (DeskDb *db, DeskSql sql)
{
  DeskStmt *stmt;

  desk_db_assert_thread (db);
  g_assert (sql < DESK_N_SQL);
  stmt = db->stmts[sql];
  if (stmt == NULL)
    {
      stmt = db->stmts[sql] = g_new0 (DeskStmt, 1);
      stmt->db = db;
      stmt->sql = sql;
    }
  if (stmt->handle == NULL)
    {
      /* Every statement is prepared by a test: what does not fit here is a schema that was damaged. */
      if (sqlite3_prepare_v3 (db->handle, texts[sql], -1, SQLITE_PREPARE_PERSISTENT, &stmt->handle, NULL) == SQLITE_ERROR)
        g_info ("statement %s: %s", names[sql], sqlite3_errmsg (db->handle));
      return stmt;
    }
  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
  return stmt;
}

/* The position of parameter :@name; 0 where the statement could not be prepared. An unknown name is a bug. */
static int
position (DeskStmt *stmt, const char *name)
{
  char buffer[64];
  int index;

  desk_db_assert_thread (stmt->db);
  if (stmt->handle == NULL)
    return 0;
  buffer[0] = ':';
  g_strlcpy (buffer + 1, name, sizeof buffer - 1);
  index = sqlite3_bind_parameter_index (stmt->handle, buffer);
  if (index == 0)
    g_error ("statement %s has no parameter :%s", names[stmt->sql], name);
  return index;
}

/* Binds a number to :@name. */
void
desk_stmt_bind_int (DeskStmt *stmt, const char *name, gint64 value)
{
  int index = position (stmt, name);

  if (index > 0)
    sqlite3_bind_int64 (stmt->handle, index, value);
}

/* An id, where 0 means none and is stored as NULL. */
void
desk_stmt_bind_ref (DeskStmt *stmt, const char *name, gint64 id)
{
  int index = position (stmt, name);

  if (index > 0 && id != 0)
    sqlite3_bind_int64 (stmt->handle, index, id);
}

/* @text NULL binds NULL; where a column is NOT NULL give "". */
void
desk_stmt_bind_text (DeskStmt *stmt, const char *name, const char *text)
{
  int index = position (stmt, name);

  if (index > 0)
    sqlite3_bind_text (stmt->handle, index, text, -1, SQLITE_TRANSIENT);
}

/* Binds a copy of @bytes to :@name. */
void
desk_stmt_bind_blob (DeskStmt *stmt, const char *name, const guint8 *bytes, gsize n_bytes)
{
  int index = position (stmt, name);

  if (index > 0)
    sqlite3_bind_blob64 (stmt->handle, index, bytes, n_bytes, SQLITE_TRANSIENT);
}

/* The next row. After DONE or FAILED the statement is reset: it holds no snapshot and no lock. */
DeskStep
desk_stmt_step (DeskStmt *stmt, GError **error)
{
  int code;

  desk_db_assert_thread (stmt->db);
  if (stmt->handle == NULL)
    {
      if (sqlite3_errcode (stmt->db->handle) == SQLITE_ERROR)
        desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED, NULL, stmt->db->path, NULL);
      else
        desk_db_set_error (stmt->db, error);
      return DESK_STEP_FAILED;
    }
  code = sqlite3_step (stmt->handle);
  if (code == SQLITE_ROW)
    return DESK_STEP_ROW;
  if (code != SQLITE_DONE)
    desk_db_set_error (stmt->db, error);
  sqlite3_reset (stmt->handle);
  return code == SQLITE_DONE ? DESK_STEP_DONE : DESK_STEP_FAILED;
}

/* Runs a statement whose rows nobody wants. */
gboolean
desk_stmt_run (DeskStmt *stmt, GError **error)
{
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    ;
  return step == DESK_STEP_DONE;
}

/* Steps to the only row; its columns can be read until the statement is used again. Call desk_stmt_reset() after
 * reading. Without a row @found is FALSE. */
gboolean
desk_stmt_one (DeskStmt *stmt, gboolean *found, GError **error)
{
  DeskStep step = desk_stmt_step (stmt, error);

  *found = step == DESK_STEP_ROW;
  return step != DESK_STEP_FAILED;
}

/* Ends the reading of rows; NULL is nothing. */
void
desk_stmt_reset (DeskStmt *stmt)
{
  if (stmt != NULL && stmt->handle != NULL)
    sqlite3_reset (stmt->handle);
}

/* NULL reads as 0. */
gint64
desk_stmt_int (DeskStmt *stmt, int column)
{
  return sqlite3_column_int64 (stmt->handle, column);
}

/* Returns: (transfer none): valid until the next step; NULL reads as "". */
const char *
desk_stmt_text (DeskStmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt->handle, column);

  return text != NULL ? text : "";
}

/* Returns: (transfer none): bytes, valid until the next step. */
const guint8 *
desk_stmt_blob (DeskStmt *stmt, int column, gsize *n_bytes)
{
  const guint8 *bytes = sqlite3_column_blob (stmt->handle, column);

  *n_bytes = (gsize) sqlite3_column_bytes (stmt->handle, column);
  return bytes;
}

/* How many columns the rows have. */
int
desk_stmt_n_columns (DeskStmt *stmt)
{
  return sqlite3_column_count (stmt->handle);
}
