/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"

G_BEGIN_DECLS

/* The door of a store: flock on <store>.lock, held for life by the one program that may write. The lock goes with the
 * process, so a stale file after a kill stops nobody. */
typedef struct _DeskDoor DeskDoor;

DeskDoor *desk_door_open (const char *path, GError **error);
void desk_door_close (DeskDoor *door);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDoor, desk_door_close)

G_END_DECLS
