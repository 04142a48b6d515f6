/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"
#include "desk-problem.h"

G_BEGIN_DECLS

/* When a desk or an office works, ready for arithmetic: hours of a day, days of a week, public holidays and the days
 * swapped for them, in a zone. All times are Unix seconds; all spans are half-open [from, to). */
typedef struct _DeskWorktime DeskWorktime;

/* A public holiday (off) or a weekend day worked in its place. */
typedef struct
{
  DeskDay day;
  gboolean work;
} DeskDayMark;

/* Working time without a gap. */
typedef struct
{
  gint64 from;
  gint64 to;
} DeskStretch;

#define DESK_WORKTIME_MAX_HOURS 6
#define DESK_WEEKDAYS_ALL 0xfe      /* bits 1 << weekday, 1 = Monday … 7 = Sunday */
#define DESK_WEEKDAYS_OFFICE 0x3e

/* Making them; counted, never changed afterwards, shared by threads. */
DeskWorktime *desk_worktime_new (const char *hours, guint weekdays, gboolean holidays, const DeskDayMark *marks,
                                 guint n_marks, GTimeZone *zone);
DeskWorktime *desk_worktime_new_always (void);
DeskWorktime *desk_worktime_ref (DeskWorktime *self);
void desk_worktime_unref (DeskWorktime *self);

gboolean desk_worktime_is_always (const DeskWorktime *self);
gboolean desk_worktime_next (const DeskWorktime *self, gint64 time, DeskStretch *stretch);
gboolean desk_worktime_is_open (const DeskWorktime *self, gint64 time);
gint64 desk_worktime_between (const DeskWorktime *self, gint64 from, gint64 to);
gint64 desk_worktime_after (const DeskWorktime *self, gint64 from, gint64 seconds);
gint64 desk_worktime_days_after (const DeskWorktime *self, gint64 from, guint n_days);
guint desk_worktime_days_between (const DeskWorktime *self, gint64 from, gint64 to);
gboolean desk_worktime_is_workday (const DeskWorktime *self, DeskDay day);

gboolean desk_worktime_check_hours (const char *hours, const char *field, GPtrArray *problems);
const DeskDayMark *desk_day_marks_shipped (guint *n_marks);
gboolean desk_day_marks_cover (const DeskDayMark *marks, guint n_marks, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWorktime, desk_worktime_unref)

G_END_DECLS
