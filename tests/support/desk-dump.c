/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "desk-sample.h"

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return stmt;
}

/* What closing leaves for the next planner of queries. */
static gboolean
is_statistics (const char *table)
{
  return g_str_has_prefix (table, "sqlite_stat");
}

static gboolean
is_spine (const char *table)
{
  /* A number that was given is never given again: counters do not go back. Contents of files stay, for undoing anew. */
  static const char *const tables[] = { "act", "act_item", "trail", "timeline", "counter", "sqlite_sequence", "blob", NULL };

  return g_strv_contains (tables, table);
}

static void
dump_table (sqlite3 *db, const char *table, gboolean spine, GPtrArray *lines)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *stmt = prepare (db, sql);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      GString *line = g_string_new (table);

      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *name = sqlite3_column_name (stmt, i);

          if (!spine && g_str_equal (name, "version"))
            continue;
          g_string_append_printf (line, " %s=", name);
          if (sqlite3_column_type (stmt, i) != SQLITE_BLOB)
            g_string_append (line, sqlite3_column_text (stmt, i) != NULL ? (const char *) sqlite3_column_text (stmt, i) : "NULL");
          else
            for (int k = 0; k < sqlite3_column_bytes (stmt, i); k++)
              g_string_append_printf (line, "%02x", ((const guint8 *) sqlite3_column_blob (stmt, i))[k]);
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  sqlite3_finalize (stmt);
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

char *
desk_dump (const char *path, gboolean spine)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db = NULL;
  sqlite3_stmt *tables;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  tables = prepare (db, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema'");
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);

      if (!is_statistics (table) && (spine || !is_spine (table)))
        dump_table (db, table, spine, lines);
    }
  sqlite3_finalize (tables);
  sqlite3_close (db);
  g_ptr_array_sort (lines, by_text);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Fails with the first line that differs. */
void
desk_assert_same_dump (const char *before, const char *after)
{
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (after, "\n", -1);
  guint i = 0;

  while (old_lines[i] != NULL && new_lines[i] != NULL && g_str_equal (old_lines[i], new_lines[i]))
    i++;
  g_assert_cmpstr (new_lines[i], ==, old_lines[i]);
}

void
desk_tamper (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}
