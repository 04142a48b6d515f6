/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-engine-source.h"

struct _DeskEngineSource
{
  GObject parent_instance;
  DeskEngine *engine;
};

static void desk_engine_source_iface_init (DeskListSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskEngineSource, desk_engine_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_LIST_SOURCE, desk_engine_source_iface_init))

static void
query_async (DeskListSource *source, const DeskListInput *query, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer data)
{
  DeskEngineSource *self = DESK_ENGINE_SOURCE (source);
  DeskListInput *input = desk_list_input_copy (query);

  input->today = desk_engine_today (self->engine);
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_IDS, input, cancellable, callback, data);
}

static gboolean
query_finish (DeskListSource *source, GAsyncResult *result, DeskIdList *out, GError **error)
{
  DeskEngineSource *self = DESK_ENGINE_SOURCE (source);
  DeskIdList *got = desk_engine_call_finish (self->engine, result, error);

  if (got == NULL)
    return FALSE;
  *out = *got;
  got->ids = NULL;
  desk_use_case_free_result (DESK_USE_CASE_LIST_IDS, got);
  return TRUE;
}

static void
rows_async (DeskListSource *source, DeskList list, const gint32 *ids, guint n_ids, GCancellable *cancellable,
            GAsyncReadyCallback callback, gpointer data)
{
  DeskEngineSource *self = DESK_ENGINE_SOURCE (source);
  g_autoptr (GArray) array = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n_ids);

  g_array_append_vals (array, ids, n_ids);
  desk_engine_call_async (self->engine, DESK_USE_CASE_GET_ROWS,
                          desk_rows_input_new (list, array, desk_engine_today (self->engine)), cancellable, callback,
                          data);
}

static GPtrArray *
rows_finish (DeskListSource *source, GAsyncResult *result, GError **error)
{
  DeskEngineSource *self = DESK_ENGINE_SOURCE (source);
  DeskRows *got = desk_engine_call_finish (self->engine, result, error);
  GPtrArray *rows;

  if (got == NULL)
    return NULL;
  rows = g_steal_pointer (&got->rows);
  desk_use_case_free_result (DESK_USE_CASE_GET_ROWS, got);
  return rows;
}

static void
desk_engine_source_iface_init (DeskListSourceInterface *iface)
{
  iface->query_async = query_async;
  iface->query_finish = query_finish;
  iface->rows_async = rows_async;
  iface->rows_finish = rows_finish;
}

static void
engine_changed (DeskEngine *engine, DeskChangeSet *changes, DeskEngineSource *self)
{
  g_signal_emit_by_name (self, "changed", changes);
}

static void
desk_engine_source_dispose (GObject *object)
{
  g_clear_object (&DESK_ENGINE_SOURCE (object)->engine);
  G_OBJECT_CLASS (desk_engine_source_parent_class)->dispose (object);
}

static void
desk_engine_source_class_init (DeskEngineSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_engine_source_dispose;
}

static void
desk_engine_source_init (DeskEngineSource *self)
{
}

/* Returns: (transfer full): the lists of @engine. */
DeskListSource *
desk_engine_source_new (DeskEngine *engine)
{
  DeskEngineSource *self = g_object_new (DESK_TYPE_ENGINE_SOURCE, NULL);

  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "changed", G_CALLBACK (engine_changed), self, 0);
  return DESK_LIST_SOURCE (self);
}
