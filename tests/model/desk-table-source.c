/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-table-source.h"

#include "desk-error.h"

struct _DeskTableSource
{
  GObject parent_instance;
  GArray *ids;
  GHashTable *renamed; /* id → how often */
  gboolean hold, fail;
  GQueue waiting; /* GTask */
  guint n_queries, n_pages, n_cancelled;
};

static void iface_init (DeskListSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskTableSource, desk_table_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_LIST_SOURCE, iface_init))

static void
list_free (gpointer data)
{
  desk_id_list_clear (data);
  g_free (data);
}

static DeskRow *
row_of (DeskTableSource *self, gint32 id)
{
  DeskRow *row = desk_row_new (id, 1, 2);

  row->cells[0].text
      = g_strdup_printf ("%d.%d", id, GPOINTER_TO_INT (g_hash_table_lookup (self->renamed, GINT_TO_POINTER (id))));
  row->cells[1].number = id;
  return row;
}

static void
answer_query (DeskTableSource *self, GTask *task)
{
  const DeskListInput *query = g_task_get_task_data (task);
  DeskIdList *list = g_new0 (DeskIdList, 1);

  list->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < self->ids->len; i++)
    {
      gint32 id = g_array_index (self->ids, gint32, query->descending ? self->ids->len - 1 - i : i);

      if (query->filter == 0 || id % (gint32) (query->filter + 1) == 0)
        g_array_append_val (list->ids, id);
    }
  list->counts[0] = self->ids->len;
  list->counts[1] = list->ids->len;
  g_task_return_pointer (task, list, list_free);
}

static void
answer_rows (DeskTableSource *self, GTask *task)
{
  GArray *ids = g_task_get_task_data (task);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_row_unref);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (rows, row_of (self, g_array_index (ids, gint32, i)));
  g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
answer (gpointer data)
{
  GTask *task = data;
  DeskTableSource *self = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    self->n_cancelled++;
  else if (self->fail)
    g_task_return_new_error (task, DESK_ERROR, DESK_ERROR_IO, "the disk failed");
  else if (g_task_get_source_tag (task) == answer_query)
    answer_query (self, task);
  else
    answer_rows (self, task);
  return G_SOURCE_REMOVE;
}

static void
serve (DeskTableSource *self, GTask *task)
{
  if (self->hold)
    g_queue_push_tail (&self->waiting, task);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, answer, task, g_object_unref);
}

static void
query_free (gpointer data)
{
  desk_list_input_free (data);
}

static void
query_async (DeskListSource *source, const DeskListInput *query, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer data)
{
  DeskTableSource *self = DESK_TABLE_SOURCE (source);
  GTask *task = g_task_new (source, cancellable, callback, data);

  self->n_queries++;
  g_task_set_source_tag (task, answer_query);
  g_task_set_task_data (task,
                        desk_list_input_new (query->list, query->filter, query->text, query->sort, query->descending,
                                             query->building_id, query->today),
                        query_free);
  serve (self, task);
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
  DeskTableSource *self = DESK_TABLE_SOURCE (source);
  GTask *task = g_task_new (source, cancellable, callback, data);
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n_ids);

  g_array_append_vals (copy, ids, n_ids);
  self->n_pages++;
  g_task_set_source_tag (task, answer_rows);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_array_unref);
  serve (self, task);
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
desk_table_source_finalize (GObject *object)
{
  DeskTableSource *self = DESK_TABLE_SOURCE (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->renamed);
  G_OBJECT_CLASS (desk_table_source_parent_class)->finalize (object);
}

static void
desk_table_source_class_init (DeskTableSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_table_source_finalize;
}

static void
desk_table_source_init (DeskTableSource *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->renamed = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->waiting);
}

/* Rows 1 … @n_rows. */
DeskTableSource *
desk_table_source_new (guint n_rows)
{
  DeskTableSource *self = g_object_new (DESK_TYPE_TABLE_SOURCE, NULL);

  for (gint32 id = 1; id <= (gint32) n_rows; id++)
    g_array_append_val (self->ids, id);
  return self;
}

void
desk_table_source_set_ids (DeskTableSource *self, const gint32 *ids, guint n_ids)
{
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids, n_ids);
}

void
desk_table_source_rename (DeskTableSource *self, gint32 id)
{
  gpointer key = GINT_TO_POINTER (id);

  g_hash_table_insert (self->renamed, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (self->renamed, key)) + 1));
}

void
desk_table_source_tell (DeskTableSource *self, DeskKind kind, gint64 id, DeskChangeType type)
{
  g_autoptr (DeskChangeSet) set = desk_change_set_new ();

  desk_change_set_add (set, kind, id, type);
  g_signal_emit_by_name (self, "changed", set);
}

/* Letting go answers in the order of asking. */
void
desk_table_source_hold (DeskTableSource *self, gboolean hold)
{
  GTask *task;

  self->hold = hold;
  while (!hold && (task = g_queue_pop_head (&self->waiting)) != NULL)
    serve (self, task);
}

void
desk_table_source_fail (DeskTableSource *self, gboolean fail)
{
  self->fail = fail;
}

guint
desk_table_source_n_queries (DeskTableSource *self)
{
  return self->n_queries;
}

guint
desk_table_source_n_pages (DeskTableSource *self)
{
  return self->n_pages;
}

guint
desk_table_source_n_cancelled (DeskTableSource *self)
{
  return self->n_cancelled;
}
