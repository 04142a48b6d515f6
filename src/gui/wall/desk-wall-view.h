/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-text-wall.h"
#include "desk-wall-draw.h"

G_BEGIN_DECLS

/*
 * A building's units as cells, drawn. Arrows walk from cell to cell, Home and End to the bottom and the top floor; a
 * screen reader is told each cell.
 *
 * Signals:
 *  chosen (gint64 unit_id)   another cell, 0 none
 *  opened (gint64 unit_id)   Enter or a double click
 */
#define DESK_TYPE_WALL_VIEW (desk_wall_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskWallView, desk_wall_view, DESK, WALL_VIEW, GtkWidget)

GtkWidget *desk_wall_view_new (DeskText *text);
void desk_wall_view_set_wall (DeskWallView *self, const DeskWall *wall);
void desk_wall_view_set_layer (DeskWallView *self, DeskWallLayer layer);
const DeskWallCell *desk_wall_view_get_chosen (DeskWallView *self);
void desk_wall_view_choose (DeskWallView *self, gint64 unit_id);

/* The colours of @widget's theme at this moment, and the height of its letters in px. */
void desk_wall_inks_of (GtkWidget *widget, DeskWallInks *inks);
double desk_wall_letter_of (GtkWidget *widget);

G_END_DECLS
