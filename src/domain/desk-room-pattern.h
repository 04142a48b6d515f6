/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many units are made in one step at most. */
#define DESK_ROOM_PATTERN_MAX 5000

typedef struct
{
  int floor;
  int door;
  char *room;
} DeskPlannedRoom;

GPtrArray *desk_room_pattern_expand (const char *pattern, int floor_from, int floor_to, int doors,
                                     const int *skip_floors, gsize n_skip_floors, GError **error);
gboolean desk_room_pattern_parse_floors (const char *text, GArray *floors);

G_END_DECLS
