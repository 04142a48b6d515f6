/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time of coming in a line: 明天上午, 周六 9:30, 下午三点, 11月29日14点到16点. */
typedef struct
{
  guint from_char; /* where it stands in the line, in characters */
  guint to_char;
  gint64 from; /* Unix seconds of the window agreed */
  gint64 to;
} DeskQuickTime;

gboolean desk_quick_time_find (const char *line, gint64 now, GTimeZone *zone, DeskQuickTime *found);

G_END_DECLS
