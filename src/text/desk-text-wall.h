/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-text.h"
#include "desk-wall.h"

G_BEGIN_DECLS

/* What a wall shows. A new layer is a line here, its words, and its look in render/desk-wall-draw.c. */
typedef enum
{
  DESK_WALL_REPAIRS, /* open and overdue repairs */
  DESK_WALL_STATES,  /* vacant, let, being decorated … */
  DESK_N_WALL_LAYERS
} DeskWallLayer;

const char *desk_text_wall_layer (const DeskText *text, DeskWallLayer layer);
const char *desk_text_wall_state (const DeskText *text, gint64 state);
char *desk_text_wall_cell (const DeskText *text, const DeskWallCell *cell, DeskWallLayer layer);
char *desk_text_wall_about (const DeskText *text, const DeskWallCell *cell);
char *desk_text_wall_entrance (const DeskText *text, const char *code);

G_END_DECLS
