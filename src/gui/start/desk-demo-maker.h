/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Told on the main context how far the making is. */
typedef void (*DeskDemoMakerFunc) (guint done, guint total, gpointer data);

void desk_demo_maker_make_async (const char *path, GCancellable *cancellable, DeskDemoMakerFunc progress,
                                 gpointer progress_object, GAsyncReadyCallback callback, gpointer data);
gboolean desk_demo_maker_finish (GAsyncResult *result, GError **error);

G_END_DECLS
