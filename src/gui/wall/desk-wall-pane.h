/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The room wall: a building's units by floor and entrance, coloured by open repairs or by who lives there. Enter opens a
 * unit, Ctrl+P prints the wall.
 *
 * Signals:
 *  left ()   back to the list
 */
#define DESK_TYPE_WALL_PANE (desk_wall_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskWallPane, desk_wall_pane, DESK, WALL_PANE, GtkWidget)

GtkWidget *desk_wall_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
