/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import-model.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What a column of the dry run shows. */
typedef enum
{
  DESK_IMPORT_CELL_ROW,  /* number of the row in the sheet */
  DESK_IMPORT_CELL_FATE, /* what becomes of it */
  DESK_IMPORT_CELL_DATA, /* a cell of the sheet */
  DESK_IMPORT_CELL_WHY,  /* why, and what can be answered on the row */
} DeskImportCellRole;

/* One cell of the dry run. Its buttons activate row.take, row.leave, row.suggest and row.mend with the row's index. */
#define DESK_TYPE_IMPORT_CELL (desk_import_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportCell, desk_import_cell, DESK, IMPORT_CELL, GtkWidget)

GtkWidget *desk_import_cell_new (DeskText *text, DeskImportCellRole role, guint column, gboolean right);
void desk_import_cell_set_item (DeskImportCell *self, DeskImportItem *item);
DeskImportItem *desk_import_cell_get_item (DeskImportCell *self);

const char *desk_import_fate_icon (DeskFate fate);
const char *desk_import_fate_style (DeskFate fate);

G_END_DECLS
