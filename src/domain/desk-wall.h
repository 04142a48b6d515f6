/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"

G_BEGIN_DECLS

/* The room wall 房态图: every unit of a building as a cell, floors down, entrances across. */
typedef struct
{
  gint64 unit_id;
  char *label;
  char *room;
  char *entrance; /* code, "" without one */
  char *sort_key; /* (nullable): of the place, where the store knows it; else it is worked out */
  int floor;      /* 0 unknown */
  gint64 state;   /* DeskState */
  gint64 built_area;
  gint64 n_open;  /* repairs that are not done */
  gint64 n_late;  /* of these, past due */
  int row, column; /* from the top, from the left */
} DeskWallCell;

typedef struct
{
  char *code;
  int column; /* its first */
  int n_columns;
} DeskWallEntrance;

typedef struct
{
  GPtrArray *cells;     /* DeskWallCell, by row, then column */
  GPtrArray *entrances; /* DeskWallEntrance */
  GPtrArray *doors;     /* char *, one a column: 01 */
  GArray *floors;       /* int, one a row, the top first */
} DeskWall;

typedef enum
{
  DESK_WALL_LEFT,
  DESK_WALL_RIGHT,
  DESK_WALL_UP,
  DESK_WALL_DOWN,
  DESK_WALL_TOP,
  DESK_WALL_BOTTOM,
} DeskWallStep;

DeskWall *desk_wall_new (void);
void desk_wall_free (DeskWall *wall);
void desk_wall_arrange (DeskWall *wall);
const DeskWallCell *desk_wall_at (const DeskWall *wall, int row, int column);
const DeskWallCell *desk_wall_find (const DeskWall *wall, gint64 unit_id);
const DeskWallCell *desk_wall_step (const DeskWall *wall, const DeskWallCell *from, DeskWallStep step);
void desk_wall_cell_free (gpointer cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWall, desk_wall_free)

G_END_DECLS
