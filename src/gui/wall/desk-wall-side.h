/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-text-wall.h"

G_BEGIN_DECLS

/* Beside a wall: what its looks mean, which is also their sum, and the chosen unit. */
#define DESK_TYPE_WALL_SIDE (desk_wall_side_get_type ())
G_DECLARE_FINAL_TYPE (DeskWallSide, desk_wall_side, DESK, WALL_SIDE, GtkWidget)

GtkWidget *desk_wall_side_new (DeskText *text);
void desk_wall_side_show (DeskWallSide *self, const DeskWall *wall, DeskWallLayer layer);
void desk_wall_side_show_unit (DeskWallSide *self, const DeskWallCell *cell);

/* Returns: (transfer none): its button that opens the chosen unit. */
GtkWidget *desk_wall_side_get_open (DeskWallSide *self);

G_END_DECLS
