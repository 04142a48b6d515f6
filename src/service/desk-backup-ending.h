/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-backup.h"

G_BEGIN_DECLS

/* The second half of a backup, desk_backup_finish(), on a thread of its own that can be left behind: a disk that hangs
 * in a write comes back when it likes, and nobody who closes the program waits for it. */
typedef struct _DeskBackupEnding DeskBackupEnding;

typedef void (*DeskBackupEnded) (gpointer data);

DeskBackupEnding *desk_backup_ending_new (DeskBackup *backup, GCancellable *cancellable, DeskBackupEnded ended, gpointer data);
gboolean desk_backup_ending_wait (DeskBackupEnding *ending, gint64 patience);
DeskBackupDone *desk_backup_ending_take (DeskBackupEnding *ending, GError **error);
void desk_backup_ending_unref (DeskBackupEnding *ending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskBackupEnding, desk_backup_ending_unref)

G_END_DECLS
