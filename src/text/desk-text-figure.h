/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Figures as people read them: window.md, Type and Money on screen. Every result is (transfer full). */

/* Amounts in fen: in a column "1,034.28"; in a sentence or total "¥1,034.28"; owed, where nothing is a dash; a
 * difference with its sign. */
char *desk_text_amount (gint64 fen);
char *desk_text_money (gint64 fen);
char *desk_text_owed (gint64 fen);
char *desk_text_difference (gint64 fen);

/* "2,970"; 0.01 m² as "118.47 m²" and 0 as a dash; millionths as "50 %". */
char *desk_text_number (gint64 n);
char *desk_text_percent (gint64 millionths);
char *desk_text_area (gint64 area);
char *desk_text_share (gint64 millionths);

/* A moment as near as it is: 10:45, 昨天 16:40, 周六 09:00, 11-18 15:20, 2025-11-18; the whole of it; a day likewise. */
char *desk_text_time (const DeskText *text, gint64 at, gint64 now);
char *desk_text_time_whole (const DeskText *text, gint64 at);
char *desk_text_day_near (const DeskText *text, DeskDay day, DeskDay today);
char *desk_text_day (DeskDay day);
char *desk_text_days (const DeskText *text, DeskDay from, DeskDay to);
const char *desk_text_weekday (const DeskText *text, DeskDay day);
char *desk_text_month (const DeskText *text, DeskPeriod period);

/* Lengths: minutes as "5 h 12 min", the age on a day as "3 years". */
char *desk_text_minutes (const DeskText *text, gint64 minutes);
char *desk_text_age (const DeskText *text, DeskDay from, DeskDay today);

/* Things in a row: 陈建平、陈一鸣. */
char *desk_text_join (const DeskText *text, const char *const *things);

/* What somebody typed, on one line and printable, cut after so many characters (0: never). */
char *desk_text_printable (const char *typed, glong most);
char *desk_text_page_of (const DeskText *text, guint page, guint n_pages);

G_END_DECLS
