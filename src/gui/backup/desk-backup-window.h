/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-backup-keeper.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Backups: the last one, one now, when and where they are made by themselves, and what there is to restore. */
#define DESK_TYPE_BACKUP_WINDOW (desk_backup_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskBackupWindow, desk_backup_window, DESK, BACKUP_WINDOW, AdwPreferencesWindow)

void desk_backup_window_present (GtkWindow *parent, DeskEngine *engine, DeskBackupKeeper *keeper, DeskText *text);

G_END_DECLS
