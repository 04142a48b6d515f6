/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "desk-row.h"

G_BEGIN_DECLS

/*
 * One item of a DeskListModel: the id at once, the row when it has been read. Property "row" notifies once when the
 * row arrives and again when a change gives it other cells.
 */
#define DESK_TYPE_ROW_ITEM (desk_row_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskRowItem, desk_row_item, DESK, ROW_ITEM, GObject)

DeskRowItem *desk_row_item_new (gint64 id);
gint64 desk_row_item_get_id (DeskRowItem *self);
DeskRow *desk_row_item_get_row (DeskRowItem *self);
gboolean desk_row_item_set_row (DeskRowItem *self, DeskRow *row);
const DeskCell *desk_row_item_get_cell (DeskRowItem *self, guint column);

G_END_DECLS
