/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times as people say them, in Chinese and in English: 明天上午, 下周一, 3天后, 月底, 16:30, tomorrow 9, in 2h. */
typedef enum
{
  DESK_NATURAL_UNDERSTOOD,
  DESK_NATURAL_UNKNOWN, /* not a time, or two that do not go together */
  DESK_NATURAL_PAST,    /* understood, and gone by */
} DeskNatural;

/* A day that is named without a time means this minute of it; today means before the desk closes. */
#define DESK_NATURAL_MORNING (9 * 60)
#define DESK_NATURAL_CLOSING (18 * 60)

DeskNatural desk_natural_time (const char *text, gint64 now, GTimeZone *zone, gint64 *time);

G_END_DECLS
