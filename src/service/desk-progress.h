/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far a piece of long work has come, and the word that stops it. One end works on a thread, the other looks from the
 * window's; counted, any thread. */
typedef struct _DeskProgress DeskProgress;

DeskProgress *desk_progress_new (void);
DeskProgress *desk_progress_ref (DeskProgress *progress);
void desk_progress_unref (DeskProgress *progress);
void desk_progress_set (DeskProgress *progress, guint done, guint total);
void desk_progress_get (DeskProgress *progress, guint *done, guint *total);
GCancellable *desk_progress_get_cancellable (DeskProgress *progress);
gboolean desk_progress_stopped (DeskProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskProgress, desk_progress_unref)

G_END_DECLS
