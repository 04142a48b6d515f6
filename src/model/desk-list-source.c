/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-source.h"

#include "desk-service.h"

G_DEFINE_INTERFACE (DeskListSource, desk_list_source, G_TYPE_OBJECT)

static void
desk_list_source_default_init (DeskListSourceInterface *iface)
{
  g_signal_new ("changed", DESK_TYPE_LIST_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                desk_change_set_get_type ());
}

/* Asks for the ids of @query (its day is the source's affair), copied before the function returns. */
void
desk_list_source_query_async (DeskListSource *source, const DeskListInput *query, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  DESK_LIST_SOURCE_GET_IFACE (source)->query_async (source, query, cancellable, callback, data);
}

/* Fills @out, to be emptied by desk_id_list_clear(). */
gboolean
desk_list_source_query_finish (DeskListSource *source, GAsyncResult *result, DeskIdList *out, GError **error)
{
  return DESK_LIST_SOURCE_GET_IFACE (source)->query_finish (source, result, out, error);
}

/* Asks for the rows of @ids, copied before the function returns. */
void
desk_list_source_rows_async (DeskListSource *source, DeskList list, const gint32 *ids, guint n_ids,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  DESK_LIST_SOURCE_GET_IFACE (source)->rows_async (source, list, ids, n_ids, cancellable, callback, data);
}

/* Returns: (transfer full): DeskRow in the order asked; an id that is gone gives no row. */
GPtrArray *
desk_list_source_rows_finish (DeskListSource *source, GAsyncResult *result, GError **error)
{
  return DESK_LIST_SOURCE_GET_IFACE (source)->rows_finish (source, result, error);
}
