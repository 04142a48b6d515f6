/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-wall.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *code;
} DeskWallBuilding;

/* A building's units with what is open in them. */
typedef struct
{
  GPtrArray *buildings; /* DeskWallBuilding, in order: those that have units */
  gint64 building_id;   /* 0: there is none */
  DeskWall *wall;
} DeskWallPage;

void desk_wall_page_clear (gpointer result);

G_END_DECLS
