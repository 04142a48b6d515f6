/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-row-item.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A column that is not told in words alone: how its cell is made and filled. @row is NULL while it is being read; @now is
 * the list's. */
typedef struct
{
  GtkWidget *(*make) (DeskText *text);
  void (*show) (GtkWidget *widget, DeskText *text, const DeskRow *row, gint64 now);
} DeskCellLook;

/* One cell of a list: words in a GtkInscription, or care flags as framed Hanzi. It follows its item's row. */
#define DESK_TYPE_LIST_CELL (desk_list_cell_get_type ())
G_DECLARE_FINAL_TYPE (DeskListCell, desk_list_cell, DESK, LIST_CELL, GtkWidget)

GtkWidget *desk_list_cell_new (DeskText *text, const DeskListSpec *list, guint index, gboolean right,
                               const DeskCellLook *look, const gint64 *now);
void desk_list_cell_update (DeskListCell *self);
void desk_list_cell_set_item (DeskListCell *self, DeskRowItem *item);
DeskRowItem *desk_list_cell_get_item (DeskListCell *self);
char *desk_list_cell_words (const DeskText *text, const DeskColumnSpec *column, const DeskCell *cell);

G_END_DECLS
