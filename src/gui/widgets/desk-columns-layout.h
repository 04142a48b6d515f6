/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side in equal columns while there is room, below one another when there is not. */
#define DESK_TYPE_COLUMNS_LAYOUT (desk_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumnsLayout, desk_columns_layout, DESK, COLUMNS_LAYOUT, GtkLayoutManager)

/* @least: px a column needs at a system font of 11 pt. Returns: (transfer floating): a box; append to it by
 * gtk_box_append(). */
GtkWidget *desk_columns_new (int least, int spacing);

G_END_DECLS
