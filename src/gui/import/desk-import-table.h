/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import-plan.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Every row of a dry run with its fate: chips to see some of them, answers on the row, cells to be mended.
 *
 * Signals:
 *  mended (guint row, guint column, const char *text)  a cell is to read otherwise
 *  ticked (guint row, gboolean taken)                  a row is to be taken, or left out
 */
#define DESK_TYPE_IMPORT_TABLE (desk_import_table_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportTable, desk_import_table, DESK, IMPORT_TABLE, GtkWidget)

GtkWidget *desk_import_table_new (DeskText *text);
void desk_import_table_set_plan (DeskImportTable *self, DeskImportPlan *plan);
void desk_import_table_focus (DeskImportTable *self);
gboolean desk_import_table_has_focus (DeskImportTable *self);
gboolean desk_import_table_go_back (DeskImportTable *self);
GtkWidget *desk_import_table_get_bar (DeskImportTable *self);

G_END_DECLS
