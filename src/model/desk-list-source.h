/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-input.h"
#include "desk-result.h"

G_BEGIN_DECLS

/*
 * Where a DeskListModel gets ids and rows from: the engine, or a table in memory for tests and benchmarks. Answers
 * come on the caller's main context and are never given before the asking function has returned.
 *
 * Signals:
 *  changed (DeskChangeSet *)  what a commit changed
 */
#define DESK_TYPE_LIST_SOURCE (desk_list_source_get_type ())
G_DECLARE_INTERFACE (DeskListSource, desk_list_source, DESK, LIST_SOURCE, GObject)

struct _DeskListSourceInterface
{
  GTypeInterface parent_iface;

  void (*query_async) (DeskListSource *source, const DeskListInput *query, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data);
  gboolean (*query_finish) (DeskListSource *source, GAsyncResult *result, DeskIdList *out, GError **error);
  void (*rows_async) (DeskListSource *source, DeskList list, const gint32 *ids, guint n_ids,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
  GPtrArray *(*rows_finish) (DeskListSource *source, GAsyncResult *result, GError **error);
};

void desk_list_source_query_async (DeskListSource *source, const DeskListInput *query, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);
gboolean desk_list_source_query_finish (DeskListSource *source, GAsyncResult *result, DeskIdList *out,
                                        GError **error);
void desk_list_source_rows_async (DeskListSource *source, DeskList list, const gint32 *ids, guint n_ids,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GPtrArray *desk_list_source_rows_finish (DeskListSource *source, GAsyncResult *result, GError **error);

G_END_DECLS
