/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-clock.h"
#include "desk-draft.h"

G_BEGIN_DECLS

/*
 * What is typed and not saved, in <store>.drafts: a thread of its own with a connection of its own, so that neither the
 * window nor the store's writer waits for it. Kept per person who works here; a draft whose request key the store has
 * taken is dropped silently. Called from the window's thread.
 */
typedef struct _DeskDrafts DeskDrafts;

DeskDrafts *desk_drafts_new (const char *store_path, DeskClock *clock);
void desk_drafts_free (DeskDrafts *self);

void desk_drafts_put (DeskDrafts *self, gint64 staff_id, const char *form, const char *request_key, const char *title,
                      gint64 version, const char *words);
void desk_drafts_drop (DeskDrafts *self, gint64 staff_id, const char *form);

void desk_drafts_list_async (DeskDrafts *self, gint64 staff_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data);
GPtrArray *desk_drafts_list_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDrafts, desk_drafts_free)

G_END_DECLS
