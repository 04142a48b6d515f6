/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The assistant that brings a sheet in: choose a file, look at what its columns are taken for and what becomes of every
 * row, mend, import, undo. It reads and writes on the engine's threads and never waits.
 *
 * Signals:
 *  left ()  Esc where there is nothing more to leave inside
 */
#define DESK_TYPE_IMPORT_PANE (desk_import_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportPane, desk_import_pane, DESK, IMPORT_PANE, GtkWidget)

DeskPane *desk_import_pane_new (DeskEngine *engine, DeskText *text);
void desk_import_pane_open (DeskImportPane *self, const char *path);
void desk_import_pane_choose (DeskImportPane *self);

G_END_DECLS
