/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-backup.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Asks whether @info shall take the store's place: what goes, what is kept, the passphrase of a closed one. Then the
 * application does it. @loss: (nullable): what would be lost, where that is known. @there: is there a store at all? */
void desk_restore_dialog_ask (GtkWindow *parent, const DeskText *text, const DeskBackupInfo *info,
                              const DeskBackupLoss *loss, gboolean there);

/* The same for a file that somebody chose: what it is, is read first. */
void desk_restore_dialog_choose (GtkWindow *parent, DeskText *text, gboolean there);

/* "17.3 MB" of so many bytes. */
char *desk_restore_dialog_size (gint64 bytes);

G_END_DECLS
