/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-backup.h"
#include "desk-salvage.h"

G_BEGIN_DECLS

/*
 * A backup takes the store's place. First it is made ready and proved beside the store, on any thread and while others
 * work; then, with the store closed, the two change places. The old store is kept under another name.
 */
DeskBackupInfo *desk_restore_prepare (const char *store, const char *backup, const char *passphrase,
                                      const DeskActor *actor, DeskClock *clock, GCancellable *cancellable, GError **error);
DeskSalvageReport *desk_restore_salvage (const char *store, const DeskActor *actor, DeskClock *clock, GCancellable *cancellable,
                                         GError **error);
gboolean desk_restore_swap (const char *store, gint64 now, GTimeZone *zone, char **kept, GError **error);
gboolean desk_restore_note (const char *store, gint64 at, const DeskActor *actor, DeskClock *clock, GError **error);
void desk_restore_drop (const char *store);

G_END_DECLS
