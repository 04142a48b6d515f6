/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where "now" comes from. The real clock reads the system's; a fixed one stands where a test put it. */
typedef struct _DeskClock DeskClock;

/* Makes: (transfer full): the system's clock, or one that stands at @now (Unix seconds) until it is set. */
DeskClock *desk_clock_new_real (void);
DeskClock *desk_clock_new_fixed (gint64 now);
DeskClock *desk_clock_ref (DeskClock *clock);
void desk_clock_unref (DeskClock *clock);
gint64 desk_clock_now (DeskClock *clock);
void desk_clock_set (DeskClock *clock, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskClock, desk_clock_unref)

G_END_DECLS
