/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *desk_unit_sort_key (const char *building, const char *entrance, int floor, const char *room);
int desk_floor_of_room (const char *room);

G_END_DECLS
