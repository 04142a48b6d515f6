/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-salvage.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "desk-db-copy.h"
#include "desk-db-lock.h"
#include "desk-db-private.h"

/*
 * Rows out of a damaged file: each table by ranges of its ids, around what cannot be read. A range that fails is halved
 * until the ids that are lost stand alone; the search goes down the tree each time, so one bad page costs its own rows.
 * Names of tables and columns come out of the schema, so the statements are made here.
 */

/* Made anew from the records, or never full in a store at work. */
static const char *const left_out[] = { "search_key", "person_order", "row_count", NULL };

typedef struct
{
  DeskDb *from;
  DeskDb *to;
  GCancellable *cancellable;
  DeskSalvaged *table;
  sqlite3_stmt *insert;
  sqlite3_stmt *range; /* rowid first, then the columns */
} Reader;

void
desk_salvaged_free (gpointer data)
{
  DeskSalvaged *salvaged = data;

  g_free (salvaged->table);
  g_array_unref (salvaged->unread);
  g_free (salvaged);
}

static sqlite3_stmt *
prepare (DeskDb *db, const char *words, ...)
{
  va_list args;
  char *sql;
  sqlite3_stmt *stmt = NULL;

  va_start (args, words);
  sql = sqlite3_vmprintf (words, args);
  va_end (args);
  if (sql == NULL || sqlite3_prepare_v2 (db->handle, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_info ("%s: %s", sql, sqlite3_errmsg (db->handle));
  sqlite3_free (sql);
  return stmt;
}

/* Returns: (transfer full): column 0 of the rows of @stmt, which it ends (NULL: nothing). */
static GPtrArray *
read_texts (sqlite3_stmt *stmt)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  return texts;
}

static gint64
read_number (sqlite3_stmt *stmt)
{
  gint64 number = stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW ? sqlite3_column_int64 (stmt, 0) : 0;

  sqlite3_finalize (stmt);
  return number;
}

/* The columns as SQL names them: "a", "b", and so many question marks. */
static char *
join_columns (GPtrArray *columns, gboolean marks)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      char *name = sqlite3_mprintf ("\"%w\"", columns->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", marks ? "?" : name);
      sqlite3_free (name);
    }
  return g_string_free (list, FALSE);
}

/* Takes the row @stmt stands on, whose columns begin at @first. What the table's own rules refuse is rubbish. */
static void
take_row (Reader *self, sqlite3_stmt *stmt, int first)
{
  int n = sqlite3_bind_parameter_count (self->insert);

  for (int i = 0; i < n; i++)
    sqlite3_bind_value (self->insert, i + 1, sqlite3_column_value (stmt, first + i));
  if (sqlite3_step (self->insert) != SQLITE_DONE)
    self->table->n_unfit++;
  else
    self->table->n_read += sqlite3_changes (self->to->handle);
  sqlite3_reset (self->insert);
}

static void
note_unread (Reader *self, gint64 first, gint64 last)
{
  GArray *list = self->table->unread;

  self->table->n_unread += last - first + 1;
  if (list->len > 0 && g_array_index (list, gint64, list->len - 1) == first - 1)
    g_array_index (list, gint64, list->len - 1) = last;
  else
    {
      g_array_append_val (list, first);
      g_array_append_val (list, last);
    }
}

/* Reads ids from @low to @high as far as that goes. Returns: the last id that was read; @whole: (out): all were. */
static gint64
read_once (Reader *self, gint64 low, gint64 high, gboolean *whole)
{
  gint64 last = low - 1;
  int code;

  sqlite3_bind_int64 (self->range, 1, low);
  sqlite3_bind_int64 (self->range, 2, high);
  while ((code = sqlite3_step (self->range)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (self->range, 0);

      if (id <= last || id > high)
        {
          code = SQLITE_CORRUPT;
          break;
        }
      last = id;
      take_row (self, self->range, 1);
    }
  sqlite3_reset (self->range);
  *whole = code == SQLITE_DONE;
  return last;
}

static void
read_range (Reader *self, gint64 low, gint64 high)
{
  gboolean whole;
  gint64 last, middle;

  if (low > high || g_cancellable_is_cancelled (self->cancellable))
    return;
  last = read_once (self, low, high, &whole);
  if (whole || last >= high)
    return;
  low = last + 1;
  if (low == high)
    {
      note_unread (self, low, high);
      return;
    }
  middle = low + (high - low) / 2;
  read_range (self, low, middle);
  read_range (self, middle + 1, high);
}

/* The highest id there can be: the last row's, or what the counter of ids has given. */
static gint64
highest_id (Reader *self)
{
  gint64 top = read_number (prepare (self->from, "SELECT max(rowid) FROM \"%w\"", self->table->table));
  gint64 given = read_number (prepare (self->from, "SELECT seq FROM sqlite_sequence WHERE name = %Q", self->table->table));

  return MAX (top, given);
}

/* A table without ids is read from both ends. What lies between two faults stays unread. */
static void
read_both_ways (Reader *self, const char *columns)
{
  g_autoptr (GPtrArray) key = read_texts (prepare (
      self->from, "SELECT name FROM pragma_table_info (%Q) WHERE pk > 0 ORDER BY pk", self->table->table));
  gboolean whole = FALSE;

  for (int down = 0; down < 2 && !whole && key->len > 0; down++)
    {
      g_autoptr (GString) order = g_string_new (NULL);
      sqlite3_stmt *stmt;
      int code = SQLITE_ERROR;

      for (guint i = 0; i < key->len; i++)
        g_string_append_printf (order, "%s%s%s", i > 0 ? ", " : "", (char *) key->pdata[i], down ? " DESC" : "");
      stmt = prepare (self->from, "SELECT %s FROM \"%w\" ORDER BY %s", columns, self->table->table, order->str);
      while (stmt != NULL && (code = sqlite3_step (stmt)) == SQLITE_ROW)
        take_row (self, stmt, 0);
      sqlite3_finalize (stmt);
      whole = code == SQLITE_DONE;
    }
  if (!whole)
    note_unread (self, 0, 0);
}

/* Ids are never used twice, also those of rows that are lost. */
static void
keep_counter (Reader *self)
{
  gint64 given = read_number (prepare (self->from, "SELECT seq FROM sqlite_sequence WHERE name = %Q", self->table->table));

  if (given <= 0)
    return;
  read_number (prepare (self->to, "INSERT INTO sqlite_sequence (name, seq) SELECT %Q, 0 WHERE NOT EXISTS "
                                  "(SELECT 1 FROM sqlite_sequence WHERE name = %Q)", self->table->table, self->table->table));
  read_number (prepare (self->to, "UPDATE sqlite_sequence SET seq = max(seq, %lld) WHERE name = %Q", given, self->table->table));
}

static void
read_table (Reader *self)
{
  g_autoptr (GPtrArray) columns
      = read_texts (prepare (self->to, "SELECT name FROM pragma_table_info (%Q)", self->table->table));
  g_autofree char *names = join_columns (columns, FALSE), *marks = join_columns (columns, TRUE);
  gboolean keyed = read_number (prepare (self->to, "SELECT wr FROM pragma_table_list (%Q)", self->table->table)) == 1;

  self->insert = prepare (self->to, "INSERT OR IGNORE INTO \"%w\" (%s) VALUES (%s)", self->table->table, names, marks);
  self->range = keyed ? NULL : prepare (self->from, "SELECT rowid, %s FROM \"%w\" WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
                                        names, self->table->table);
  if (keyed)
    read_both_ways (self, names);
  else if (self->range == NULL)
    note_unread (self, 1, MAX (highest_id (self), 1));
  else
    read_range (self, 1, highest_id (self));
  keep_counter (self);
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->range, sqlite3_finalize);
}

/* The tables to be filled: plain ones of the new store, in the order they were made. */
static GPtrArray *
tables_of (DeskDb *db)
{
  return read_texts (prepare (db, "SELECT s.name FROM sqlite_schema s JOIN pragma_table_list l ON l.name = s.name "
                                  "WHERE l.schema = 'main' AND l.type = 'table' AND s.name NOT LIKE 'sqlite~_%%' "
                                  "ESCAPE '~' ORDER BY s.rowid"));
}

/**
 * desk_db_salvage:
 * @from: of desk_db_open_damaged()
 * @to: an empty store of the same schema
 * @cancellable: (nullable)
 * @error: what the disk of the new store says, or CANCELLED
 *
 * Copies every row that can be read. References are not looked at: see desk_db_drop_orphans().
 *
 * Returns: (transfer full) (nullable) (element-type DeskSalvaged): what came out of each table
 */
GPtrArray *
desk_db_salvage (DeskDb *from, DeskDb *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = tables_of (to);
  g_autoptr (GPtrArray) report = g_ptr_array_new_with_free_func (desk_salvaged_free);
  Reader reader = { .from = from, .to = to, .cancellable = cancellable };

  if (!desk_db_exec (to, "PRAGMA foreign_keys = OFF", error) || !desk_db_begin (to, error))
    return NULL;
  for (guint i = 0; i < tables->len; i++)
    {
      if (g_strv_contains (left_out, tables->pdata[i]))
        continue;
      reader.table = g_new0 (DeskSalvaged, 1);
      reader.table->table = g_strdup (tables->pdata[i]);
      reader.table->unread = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (report, reader.table);
      read_table (&reader);
    }
  if (g_cancellable_is_cancelled (cancellable))
    {
      desk_db_rollback (to);
      desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
      return NULL;
    }
  /* A full disk makes SQLite drop the transaction, and rows that did not fit look like rubbish until then. */
  if (!desk_db_check_open (to, error) || !desk_db_commit (to, error))
    return NULL;
  return g_steal_pointer (&report);
}

/* Empties or takes out rows of @table whose reference @id leads nowhere. Returns: how many were taken out. */
static gint64
mend_reference (DeskDb *db, const char *table, gint64 id)
{
  g_autoptr (GPtrArray) own = read_texts (prepare (
      db, "SELECT \"from\" FROM pragma_foreign_key_list (%Q) WHERE id = %lld ORDER BY seq", table, id));
  g_autoptr (GPtrArray) theirs = read_texts (prepare (
      db, "SELECT \"to\" FROM pragma_foreign_key_list (%Q) WHERE id = %lld ORDER BY seq", table, id));
  g_autoptr (GPtrArray) parent = read_texts (prepare (
      db, "SELECT \"table\" FROM pragma_foreign_key_list (%Q) WHERE id = %lld AND seq = 0", table, id));
  g_autofree char *from = NULL, *to = NULL;
  const char *last;

  if (own->len == 0 || parent->len != 1)
    return 0;
  from = join_columns (own, FALSE);
  to = join_columns (theirs, FALSE);
  last = own->pdata[own->len - 1];
  if (read_number (prepare (db, "SELECT \"notnull\" FROM pragma_table_info (%Q) WHERE name = %Q", table, last)) == 0)
    {
      read_number (prepare (db, "UPDATE \"%w\" SET \"%w\" = NULL WHERE \"%w\" IS NOT NULL AND (%s) NOT IN (SELECT %s FROM \"%w\")",
                            table, last, last, from, to, parent->pdata[0]));
      return 0;
    }
  read_number (prepare (db, "DELETE FROM \"%w\" WHERE (%s) NOT IN (SELECT %s FROM \"%w\")", table, from, to, parent->pdata[0]));
  return sqlite3_changes (db->handle);
}

static DeskSalvaged *
find_table (GPtrArray *report, const char *table)
{
  for (guint i = 0; i < report->len; i++)
    if (g_str_equal (((DeskSalvaged *) report->pdata[i])->table, table))
      return report->pdata[i];
  return NULL;
}

/* One round over every reference that leads nowhere. Returns: how many there were. */
static gint64
mend_round (DeskDb *db, GPtrArray *report)
{
  sqlite3_stmt *stmt = prepare (db, "SELECT DISTINCT \"table\", fkid FROM pragma_foreign_key_check");
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 1);

      g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
      g_array_append_val (ids, id);
    }
  sqlite3_finalize (stmt);
  for (guint i = 0; i < tables->len; i++)
    {
      DeskSalvaged *table = find_table (report, tables->pdata[i]);
      gint64 n = mend_reference (db, tables->pdata[i], g_array_index (ids, gint64, i));

      if (table != NULL)
        table->n_orphans += n;
    }
  return tables->len;
}

/* Takes out what belongs to rows that are lost, or empties the reference where it may be empty, until every reference
 * leads somewhere; it stays in the old file. Counts it in @report. */
gboolean
desk_db_drop_orphans (DeskDb *db, GPtrArray *report, GError **error)
{
  gint64 left = 1;

  /* What is taken out may itself be what others belong to: those are the next round's. */
  if (!desk_db_exec (db, "PRAGMA foreign_keys = OFF", error) || !desk_db_begin (db, error))
    return FALSE;
  for (int round = 0; round < 20 && left > 0; round++)
    left = mend_round (db, report);
  return desk_db_commit (db, error) && desk_db_exec (db, "PRAGMA foreign_keys = ON", error);
}

/**
 * desk_db_open_damaged:
 * @path: a copy of the file, with a copy of its log beside it; nobody else has it
 *
 * Returns: (transfer full) (nullable): the connection; DAMAGED when not even the schema can be read
 */
DeskDb *
desk_db_open_damaged (const char *path, GError **error)
{
  g_autoptr (DeskDb) db = g_new0 (DeskDb, 1);
  gint64 n;

  db->path = g_strdup (path);
  db->thread = g_thread_self ();
  desk_db_lock_install ();
  if (sqlite3_open_v2 (path, &db->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK
      || !desk_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE", error)
      || !desk_db_exec (db, "PRAGMA trusted_schema = OFF", error)
      || !desk_db_pragma_int (db, "SELECT count(*) FROM sqlite_schema", &n, error))
    {
      if (error != NULL && *error == NULL)
        desk_db_set_error (db, error);
      return NULL;
    }
  return g_steal_pointer (&db);
}

DeskDb *
desk_db_create_at (const char *path, int schema, GError **error)
{
  g_autoptr (DeskDb) db = g_new0 (DeskDb, 1);

  db->path = g_strdup (path);
  db->thread = g_thread_self ();
  db->writer = TRUE;
  if (!desk_db_open_handle (db, DESK_DB_CREATE, FALSE, error) || !desk_db_configure (db, error)
      || !desk_db_migrate_fresh_to (db, schema, error))
    return NULL;
  if (chmod (path, 0600) != 0)
    g_info ("chmod %s: %s", path, g_strerror (errno));
  return g_steal_pointer (&db);
}
