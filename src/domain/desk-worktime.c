/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-worktime.h"

#include <stdlib.h>
#include <string.h>

#include "desk-string.h"

/* A calendar that is closed longer than this works never again. */
#define MAX_CLOSED_DAYS 800

typedef struct
{
  int from; /* minutes of the day */
  int to;
} Hours;

struct _DeskWorktime
{
  gatomicrefcount refs;
  gboolean always;
  Hours hours[DESK_WORKTIME_MAX_HOURS];
  guint n_hours;
  guint weekdays;
  DeskDayMark *marks; /* in the order of days */
  guint n_marks;
  GTimeZone *zone;
};

/* Reads "8:30" or "24:00" up to @end. */
static gboolean
read_minutes (const char *text, const char **end, int *minutes)
{
  char *rest;
  glong hour, minute;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  hour = strtol (text, &rest, 10);
  if (*rest != ':' || !g_ascii_isdigit (rest[1]) || !g_ascii_isdigit (rest[2]))
    return FALSE;
  minute = (rest[1] - '0') * 10 + (rest[2] - '0');
  if (hour > 24 || minute > 59 || hour * 60 + minute > 24 * 60)
    return FALSE;
  *minutes = (int) (hour * 60 + minute);
  *end = rest + 3;
  return TRUE;
}

/* Reads "08:30-12:00,14:00-18:00": spans in order that do not touch. */
static gboolean
read_hours (const char *text, Hours *hours, guint *n_hours)
{
  g_autofree char *plain = desk_string_half_width (text != NULL ? text : "");
  const char *p = plain;
  int last = -1;

  *n_hours = 0;
  while (TRUE)
    {
      Hours *span = &hours[*n_hours];

      while (*p == ' ')
        p++;
      if (*n_hours == DESK_WORKTIME_MAX_HOURS || !read_minutes (p, &p, &span->from) || *p++ != '-'
          || !read_minutes (p, &p, &span->to) || span->from <= last || span->to <= span->from)
        return FALSE;
      last = span->to;
      (*n_hours)++;
      while (*p == ' ')
        p++;
      if (*p == '\0')
        return TRUE;
      if (*p++ != ',')
        return FALSE;
    }
}

/* Are @hours ("08:30-12:00,14:00-18:00") spans of one day, in order and apart? */
gboolean
desk_worktime_check_hours (const char *hours, const char *field, GPtrArray *problems)
{
  Hours spans[DESK_WORKTIME_MAX_HOURS];
  guint n;

  if (read_hours (hours, spans, &n))
    return TRUE;
  g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_HOURS_WRONG, field, -1, hours != NULL ? hours : "", NULL));
  return FALSE;
}

static int
compare_marks (const void *a, const void *b)
{
  const DeskDayMark *x = a;
  const DeskDayMark *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

/**
 * desk_worktime_new:
 * @hours: as desk_worktime_check_hours() passes them
 * @weekdays: bits 1 << weekday
 * @holidays: whether @marks count: holidays off, swapped days worked
 * @zone: in which the hours are read
 *
 * Returns: (transfer full) (nullable): NULL where @hours are wrong
 */
DeskWorktime *
desk_worktime_new (const char *hours, guint weekdays, gboolean holidays, const DeskDayMark *marks, guint n_marks,
                   GTimeZone *zone)
{
  g_autoptr (DeskWorktime) self = g_new0 (DeskWorktime, 1);

  g_atomic_ref_count_init (&self->refs);
  self->weekdays = weekdays;
  self->zone = g_time_zone_ref (zone);
  if (!read_hours (hours, self->hours, &self->n_hours))
    return NULL;
  if (holidays && n_marks > 0)
    {
      self->marks = g_memdup2 (marks, n_marks * sizeof *marks);
      self->n_marks = n_marks;
      qsort (self->marks, n_marks, sizeof *marks, compare_marks);
    }
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): working time that never ends. */
DeskWorktime *
desk_worktime_new_always (void)
{
  DeskWorktime *self = g_new0 (DeskWorktime, 1);

  g_atomic_ref_count_init (&self->refs);
  self->always = TRUE;
  self->weekdays = DESK_WEEKDAYS_ALL;
  self->hours[0] = (Hours){ 0, 24 * 60 };
  self->n_hours = 1;
  self->zone = g_time_zone_new_utc ();
  return self;
}

/* Holds and lets go. */
DeskWorktime *
desk_worktime_ref (DeskWorktime *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
desk_worktime_unref (DeskWorktime *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_time_zone_unref (self->zone);
  g_free (self->marks);
  g_free (self);
}

/* Does it never close? Then nothing is hatched, and a duration is its clock hours. */
gboolean
desk_worktime_is_always (const DeskWorktime *self)
{
  return self->always;
}

/* Does anybody work on @day? A mark says more than the day of the week. */
gboolean
desk_worktime_is_workday (const DeskWorktime *self, DeskDay day)
{
  DeskDayMark key = { day, FALSE };
  const DeskDayMark *mark
      = self->n_marks > 0 ? bsearch (&key, self->marks, self->n_marks, sizeof key, compare_marks) : NULL;

  if (mark != NULL)
    return mark->work;
  return (self->weekdays & (1u << desk_day_weekday (day))) != 0;
}

/* Unix seconds of @minutes after the midnight that @day begins with, by the clock on the wall. */
static gint64
wall_time (const DeskWorktime *self, DeskDay day, int minutes)
{
  g_autoptr (GDateTime) time = NULL;

  if (minutes == 24 * 60)
    return desk_day_start (desk_day_add (day, 1), self->zone);
  time = g_date_time_new (self->zone, desk_day_year (day), desk_day_month (day), desk_day_of_month (day), minutes / 60,
                          minutes % 60, 0);
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* The first stretch of @day that ends after @time. */
static gboolean
next_on_day (const DeskWorktime *self, DeskDay day, gint64 time, DeskStretch *stretch)
{
  if (!desk_worktime_is_workday (self, day))
    return FALSE;
  for (guint i = 0; i < self->n_hours; i++)
    {
      DeskStretch s = { wall_time (self, day, self->hours[i].from), wall_time (self, day, self->hours[i].to) };

      /* A clock that is put forward can swallow a span. */
      if (s.to > time && s.to > s.from)
        {
          *stretch = s;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * desk_worktime_next:
 * @stretch: (out): the first stretch of working time that ends after @time; it may have begun before
 *
 * Returns: FALSE where there is none for years
 */
gboolean
desk_worktime_next (const DeskWorktime *self, gint64 time, DeskStretch *stretch)
{
  DeskDay day;

  if (self->always)
    {
      *stretch = (DeskStretch){ time, G_MAXINT64 };
      return TRUE;
    }
  day = desk_day_of_time (time, self->zone);
  for (int i = 0; i < MAX_CLOSED_DAYS && day != 0 && day < DESK_DAY_MAX; i++, day = desk_day_add (day, 1))
    if (next_on_day (self, day, time, stretch))
      return TRUE;
  return FALSE;
}

/* Does anybody work at @time? */
gboolean
desk_worktime_is_open (const DeskWorktime *self, gint64 time)
{
  DeskStretch stretch;

  return desk_worktime_next (self, time, &stretch) && stretch.from <= time;
}

/* Returns: the seconds of working time in [from, to); 0 where @to is not after @from. */
gint64
desk_worktime_between (const DeskWorktime *self, gint64 from, gint64 to)
{
  gint64 sum = 0;
  DeskStretch stretch;

  if (to <= from)
    return 0;
  if (self->always)
    return to - from;
  while (from < to && desk_worktime_next (self, from, &stretch) && stretch.from < to)
    {
      sum += MIN (stretch.to, to) - MAX (stretch.from, from);
      from = stretch.to;
    }
  return sum;
}

/**
 * desk_worktime_after:
 * @seconds: of working time, not negative
 *
 * Returns: the first moment at which @seconds of working time have passed since @from; 0 where that never comes
 */
gint64
desk_worktime_after (const DeskWorktime *self, gint64 from, gint64 seconds)
{
  DeskStretch stretch;

  if (self->always || seconds <= 0)
    return from + MAX (seconds, 0);
  while (desk_worktime_next (self, from, &stretch))
    {
      gint64 begin = MAX (stretch.from, from);

      if (stretch.to - begin >= seconds)
        return begin + seconds;
      seconds -= stretch.to - begin;
      from = stretch.to;
    }
  return 0;
}

/* When the last stretch of @day ends; 0 where nobody works. */
static gint64
end_of_business (const DeskWorktime *self, DeskDay day)
{
  gint64 end = 0;
  DeskStretch stretch;

  for (gint64 time = desk_day_start (day, self->zone); next_on_day (self, day, time, &stretch); time = stretch.to)
    end = stretch.to;
  return end;
}

/* Returns: the end of business of the @n_days-th working day after the day of @from; 0 where that never comes. */
gint64
desk_worktime_days_after (const DeskWorktime *self, gint64 from, guint n_days)
{
  DeskDay day = desk_day_of_time (from, self->zone);
  gint64 end = end_of_business (self, day);

  for (int closed = 0; n_days > 0 && closed < MAX_CLOSED_DAYS && day < DESK_DAY_MAX - 1;)
    {
      gint64 ends;

      day = desk_day_add (day, 1);
      ends = end_of_business (self, day);
      closed = ends == 0 ? closed + 1 : 0;
      if (ends != 0)
        end = ends;
      n_days -= ends != 0 ? 1 : 0;
    }
  return n_days == 0 ? end : 0;
}

/* Returns: how many working days begin after the day of @from and not after the day of @to: what "5 working days
 * left" counts. */
guint
desk_worktime_days_between (const DeskWorktime *self, gint64 from, gint64 to)
{
  DeskDay day = desk_day_of_time (from, self->zone);
  DeskDay last = desk_day_of_time (to, self->zone);
  guint n = 0;

  while (day != 0 && day < last)
    {
      day = desk_day_add (day, 1);
      n += desk_worktime_is_workday (self, day) ? 1 : 0;
    }
  return n;
}
