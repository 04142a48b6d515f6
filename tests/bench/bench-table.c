/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-table.h"

#include <glib/gstdio.h>

#include "desk-service.h"

struct _BenchTable
{
  GObject parent_instance;
  sqlite3 *db;
  sqlite3_stmt *row;
  GThreadPool *thread; /* of GTask */
};

static void iface_init (DeskListSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchTable, bench_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_LIST_SOURCE, iface_init))

static void
check (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
fill (const char *path)
{
  static const char *const owners[] = { "张淑芬", "欧阳建国", "李明", "王雅琴", "尉迟恭" };
  sqlite3 *db = NULL;
  sqlite3_stmt *insert = NULL;

  check (db, sqlite3_open (path, &db));
  check (db, sqlite3_exec (db, "CREATE TABLE bench_row (id INTEGER PRIMARY KEY, label TEXT, owner TEXT, care INTEGER, "
                               "state INTEGER, kind INTEGER, built_area INTEGER, residents INTEGER, delivered_on INTEGER, "
                               "sort_key INTEGER) STRICT; BEGIN", NULL, NULL, NULL));
  check (db, sqlite3_prepare_v2 (db, "INSERT INTO bench_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, NULL));
  for (int i = 1; i <= BENCH_TABLE_ROWS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d-%d-%d%02d", i / 10000 + 1, i / 2000 % 5 + 1, i / 40 % 50 + 1, i % 40);

      sqlite3_bind_int (insert, 1, i);
      sqlite3_bind_text (insert, 2, label, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 3, owners[i % 5], -1, SQLITE_STATIC);
      sqlite3_bind_int (insert, 4, i % 11 == 0 ? 1 << (i % 5) : 0);
      sqlite3_bind_int (insert, 5, i % 7 + 1);
      sqlite3_bind_int (insert, 6, i % 3 + 1);
      sqlite3_bind_int (insert, 7, 6000 + i % 9000);
      sqlite3_bind_int (insert, 8, i % 6);
      sqlite3_bind_int (insert, 9, 20200101 + i % 28);
      sqlite3_bind_int (insert, 10, (int) ((gint64) i * 7919 % BENCH_TABLE_ROWS)); /* order and place on disk differ */
      check (db, sqlite3_step (insert));
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  check (db, sqlite3_exec (db, "COMMIT; CREATE INDEX bench_row_order ON bench_row (sort_key, id)", NULL, NULL, NULL));
  sqlite3_close (db);
}

/* Returns: (transfer full): the table in @folder, made if it is not there. */
char *
bench_table_make (const char *folder)
{
  char *path = g_build_filename (folder, "bench-table.sqlite", NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_unlink (part);
      fill (part);
      g_assert_cmpint (g_rename (part, path), ==, 0);
    }
  return path;
}

sqlite3 *
bench_table_open (const char *path)
{
  sqlite3 *db = NULL;

  check (db, sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL));
  return db;
}

GArray *
bench_table_read_ids (sqlite3 *db)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint32), BENCH_TABLE_ROWS);
  sqlite3_stmt *stmt = NULL;

  check (db, sqlite3_prepare_v2 (db, "SELECT id FROM bench_row ORDER BY sort_key, id", -1, &stmt, NULL));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      gint32 id = sqlite3_column_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (stmt);
  return ids;
}

sqlite3_stmt *
bench_table_prepare_row (sqlite3 *db)
{
  sqlite3_stmt *stmt = NULL;

  check (db, sqlite3_prepare_v2 (db, "SELECT label, owner, care, state, kind, built_area, residents, delivered_on "
                                     "FROM bench_row WHERE id = ?", -1, &stmt, NULL));
  return stmt;
}

char *
bench_table_cell_words (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

/* The source */

static void
list_free (gpointer data)
{
  desk_id_list_clear (data);
  g_free (data);
}

static gpointer
read_list (BenchTable *self)
{
  DeskIdList *list = g_new0 (DeskIdList, 1);

  list->ids = bench_table_read_ids (self->db);
  list->counts[0] = list->ids->len;
  return list;
}

static DeskRow *
read_row (BenchTable *self, gint32 id)
{
  DeskRow *row = desk_row_new (id, 1, BENCH_TABLE_COLUMNS);

  sqlite3_bind_int (self->row, 1, id);
  check (self->db, sqlite3_step (self->row));
  for (int i = 0; i < BENCH_TABLE_COLUMNS; i++)
    if (sqlite3_column_type (self->row, i) == SQLITE_TEXT)
      row->cells[i].text = bench_table_cell_words (self->row, i);
    else
      row->cells[i].number = sqlite3_column_int64 (self->row, i);
  sqlite3_reset (self->row);
  return row;
}

/* On the reader's thread. */
static void
serve (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  BenchTable *self = user_data;
  GArray *ids = g_task_get_task_data (task);
  GPtrArray *rows;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (ids == NULL)
    {
      g_task_return_pointer (task, read_list (self), list_free);
      return;
    }
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_row_unref);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (rows, read_row (self, g_array_index (ids, gint32, i)));
  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
query_async (DeskListSource *source, const DeskListInput *query, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer data)
{
  g_thread_pool_push (BENCH_TABLE (source)->thread, g_task_new (source, cancellable, callback, data), NULL);
}

static gboolean
query_finish (DeskListSource *source, GAsyncResult *result, DeskIdList *out, GError **error)
{
  DeskIdList *list = g_task_propagate_pointer (G_TASK (result), error);

  if (list == NULL)
    return FALSE;
  *out = *list;
  g_free (list);
  return TRUE;
}

static void
rows_async (DeskListSource *source, DeskList list, const gint32 *ids, guint n_ids, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (source, cancellable, callback, data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n_ids);

  g_array_append_vals (copy, ids, n_ids);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  g_thread_pool_push (BENCH_TABLE (source)->thread, task, NULL);
}

static GPtrArray *
rows_finish (DeskListSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
iface_init (DeskListSourceInterface *iface)
{
  iface->query_async = query_async;
  iface->query_finish = query_finish;
  iface->rows_async = rows_async;
  iface->rows_finish = rows_finish;
}

static void
bench_table_finalize (GObject *object)
{
  BenchTable *self = BENCH_TABLE (object);

  g_thread_pool_free (self->thread, FALSE, TRUE);
  sqlite3_finalize (self->row);
  sqlite3_close (self->db);
  G_OBJECT_CLASS (bench_table_parent_class)->finalize (object);
}

static void
bench_table_class_init (BenchTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_table_finalize;
}

static void
bench_table_init (BenchTable *self)
{
  self->thread = g_thread_pool_new (serve, self, 1, TRUE, NULL);
}

BenchTable *
bench_table_new (const char *path)
{
  BenchTable *self = g_object_new (BENCH_TYPE_TABLE, NULL);

  self->db = bench_table_open (path);
  self->row = bench_table_prepare_row (self->db);
  return self;
}
