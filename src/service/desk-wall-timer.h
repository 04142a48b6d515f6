/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Wakes the main context at a time of the wall clock: also when the machine slept over it, and at once when somebody
 * sets the clock or the machine wakes up, so that whoever waits can work out anew what for. It costs nothing until then.
 */
typedef struct _DeskWallTimer DeskWallTimer;

/* @jumped: the clock was set or the machine slept; the time that was waited for may not have come. */
typedef void (*DeskWallFunc) (gboolean jumped, gpointer data);

DeskWallTimer *desk_wall_timer_new (DeskWallFunc func, gpointer data);
void desk_wall_timer_free (DeskWallTimer *timer);
void desk_wall_timer_set (DeskWallTimer *timer, gint64 at);
guint desk_wall_timer_get_wakes (DeskWallTimer *timer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWallTimer, desk_wall_timer_free)

G_END_DECLS
