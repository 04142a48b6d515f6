/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "desk-clock-ring.h"
#include "desk-paper.h"
#include "desk-text-wall.h"

G_BEGIN_DECLS

/* The colours of a wall: on the screen those of the theme, on paper black and grey. */
typedef struct
{
  DeskInk text;
  DeskInk late;      /* a cell's ground, in steps */
  DeskInk late_text; /* on its darkest step */
  DeskInk accent;    /* the corner of open repairs, the frame of the chosen cell */
  gboolean dark;     /* tints are stronger on a dark ground */
} DeskWallInks;

extern const DeskWallInks desk_wall_inks_paper;

/* How a wall lies in an area: what is drawn, and what lies under the pointer. Lengths are those of the area. */
typedef struct
{
  double left, top;           /* of the first cell */
  double cell_width, cell_height;
  double gap;                 /* between entrances */
  double letter;              /* height of letters */
} DeskWallPlan;

void desk_wall_plan (const DeskWall *wall, double width, double height, double letter, DeskWallPlan *plan);
void desk_wall_cell_box (const DeskWall *wall, const DeskWallPlan *plan, const DeskWallCell *cell, double box[4]);
const DeskWallCell *desk_wall_pick (const DeskWall *wall, const DeskWallPlan *plan, double x, double y);
void desk_wall_draw (cairo_t *cr, const DeskWall *wall, const DeskWallPlan *plan, DeskWallLayer layer,
                     const DeskText *text, const DeskWallInks *inks, gint64 chosen_id);
void desk_wall_draw_swatch (cairo_t *cr, double width, double height, const DeskWallCell *cell, DeskWallLayer layer,
                            const DeskText *text, const DeskWallInks *inks, double letter);

DeskPaper *desk_wall_paper_new (DeskWall *wall, DeskWallLayer layer, const DeskText *text, const char *title);

G_END_DECLS
