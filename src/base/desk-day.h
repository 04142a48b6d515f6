/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day as the integer yyyymmdd; 0 = no day. A period (month) is yyyymm. Never subtract them: use
 * desk_day_diff(). Intervals are half-open [from, to), where to = 0 means open-ended. */
typedef gint64 DeskDay;
typedef gint64 DeskPeriod;

#define DESK_DAY_MIN 18000101
#define DESK_DAY_MAX 29991231

/* Making, checking and taking apart; the parts of an invalid day mean nothing. */
DeskDay desk_day_new (int year, int month, int day);
gboolean desk_day_is_valid (DeskDay day);
int desk_day_year (DeskDay day);
int desk_day_month (DeskDay day);
int desk_day_of_month (DeskDay day);
int desk_day_weekday (DeskDay day);
DeskDay desk_day_add (DeskDay day, int n_days);
DeskDay desk_day_add_months (DeskDay day, int n_months);
int desk_day_diff (DeskDay later, DeskDay earlier);
gboolean desk_days_contain (DeskDay from, DeskDay to, DeskDay day);
gboolean desk_days_overlap (DeskDay from1, DeskDay to1, DeskDay from2, DeskDay to2);
/* The month a day lies in as yyyymm, and its length in days. */
DeskPeriod desk_day_period (DeskDay day);
int desk_period_length (DeskPeriod period);

DeskDay desk_day_of_time (gint64 time, GTimeZone *zone);
gint64 desk_day_start (DeskDay day, GTimeZone *zone);

gboolean desk_day_parse (const char *text, DeskDay *day);
char *desk_day_format (DeskDay day);

G_END_DECLS
