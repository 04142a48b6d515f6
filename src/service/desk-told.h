/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"

G_BEGIN_DECLS

/* Which follow-ups somebody has been told of: kept in the store, so that it outlives a kill. */
gboolean desk_service_mark_told (DeskService *service, GPtrArray *items, GError **error);
void desk_engine_mark_told_async (DeskEngine *engine, GPtrArray *items, GAsyncReadyCallback callback, gpointer data);
gboolean desk_engine_mark_told_finish (DeskEngine *engine, GAsyncResult *result, GError **error);

G_END_DECLS
