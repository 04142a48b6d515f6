/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-copy.h"
#include "desk-db-private.h"

/* Questions about every table of a file, whatever its schema: the names come out of the file itself, so these few
 * statements are made here and nowhere else. */

/* Returns: (transfer full) (nullable): the prepared statement @words over @table, whose name it quotes. */
static sqlite3_stmt *
prepare (DeskDb *db, const char *words, const char *table, GError **error)
{
  char *sql = sqlite3_mprintf (words, table);
  sqlite3_stmt *stmt = NULL;

  desk_db_assert_thread (db);
  if (sql == NULL || sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    desk_db_set_error (db, error);
  sqlite3_free (sql);
  return stmt;
}

/* Reads one number and ends @stmt (NULL: it was not prepared). */
static gboolean
read_one (DeskDb *db, sqlite3_stmt *stmt, gint64 *value, GError **error)
{
  int code;

  if (stmt == NULL)
    return FALSE;
  code = sqlite3_step (stmt);
  *value = code == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : 0;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    desk_db_set_error (db, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Returns: (transfer full): the names of our tables, in the order they were made; SQLite's own are left out, with those of its
 * text index. */
static GPtrArray *
table_names (DeskDb *db, gboolean counted, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = prepare (db, counted ? "SELECT name FROM sqlite_sequence"
                                            : "SELECT s.name FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name "
                                              "WHERE l.schema = 'main' AND l.type = 'table' AND s.name NOT LIKE 'sqlite~_%%' "
                                              "ESCAPE '~' ORDER BY s.rowid",
                                NULL, error);
  int code = SQLITE_ERROR;

  while (stmt != NULL && (code = sqlite3_step (stmt)) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  if (stmt != NULL && code != SQLITE_DONE)
    desk_db_set_error (db, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_DONE ? g_steal_pointer (&names) : NULL;
}

GHashTable *
desk_db_count_tables (DeskDb *db, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) names = table_names (db, FALSE, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      gint64 n;

      if (!read_one (db, prepare (db, "SELECT count(*) FROM \"%w\"", names->pdata[i], error), &n, error))
        return NULL;
      g_hash_table_insert (counts, g_strdup (names->pdata[i]), g_memdup2 (&n, sizeof n));
    }
  return names != NULL ? g_steal_pointer (&counts) : NULL;
}

GArray *
desk_db_table_ids (DeskDb *db, const char *table, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *stmt = prepare (db, "SELECT id FROM \"%w\" ORDER BY id", table, error);
  int code = SQLITE_ERROR;

  while (stmt != NULL && (code = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  if (stmt != NULL && code != SQLITE_DONE)
    desk_db_set_error (db, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* The highest id of @table, and the last one its counter has given. */
static gboolean
read_counter (DeskDb *db, const char *table, gint64 *top, gint64 *given, GError **error)
{
  return read_one (db, prepare (db, "SELECT coalesce(max(rowid), 0) FROM \"%w\"", table, error), top, error)
         && read_one (db, prepare (db, "SELECT seq FROM sqlite_sequence WHERE name = %Q", table, error), given, error);
}

gboolean
desk_db_check_counters (DeskDb *db, char **table, GError **error)
{
  g_autoptr (GPtrArray) names = table_names (db, TRUE, error);

  *table = NULL;
  for (guint i = 0; names != NULL && i < names->len && *table == NULL; i++)
    {
      gint64 top, given;

      if (!read_counter (db, names->pdata[i], &top, &given, error))
        return FALSE;
      if (given < top)
        *table = g_strdup (names->pdata[i]);
    }
  return names != NULL;
}
