/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-natural-time.h"

#include "desk-natural-private.h"

/* The day @parts name, 0 when there is none such. @today is the day of now. */
static DeskDay
weekday_of (const DeskNaturalParts *parts, DeskDay today)
{
  int ahead = parts->day - desk_day_weekday (today);

  if (parts->week > 0)
    return desk_day_add (today, ahead + (parts->week - 1) * 7);
  return desk_day_add (today, ahead < 0 ? ahead + 7 : ahead);
}

/* The next day with that number; a month that lacks it is passed over, unless it was named. */
static DeskDay
month_day_of (const DeskNaturalParts *parts, DeskDay today)
{
  DeskDay first = desk_day_new (desk_day_year (today), desk_day_month (today), 1);

  if (parts->week > 0)
    first = desk_day_add_months (first, parts->week);
  for (int i = 0; i < 12; i++)
    {
      DeskDay month = desk_day_add_months (first, i);
      DeskDay day = desk_day_new (desk_day_year (month), desk_day_month (month), parts->day);

      if (day >= today)
        return day;
      if (parts->week > 0)
        return 0;
    }
  return 0;
}

static DeskDay
month_end_of (const DeskNaturalParts *parts, DeskDay today)
{
  DeskDay month = desk_day_add_months (desk_day_new (desk_day_year (today), desk_day_month (today), 1), parts->week);

  return desk_day_new (desk_day_year (month), desk_day_month (month), desk_period_length (desk_day_period (month)));
}

/* A date without a year is this year's or, when that has gone by, the next one's. 29 February waits for its year. */
static DeskDay
date_of (const DeskNaturalParts *parts, DeskDay today)
{
  int year = desk_day_year (today);

  if (parts->year > 0)
    return desk_day_new (parts->year, parts->month, parts->day);
  for (int i = 0; i <= 8; i++)
    {
      DeskDay day = desk_day_new (year + i, parts->month, parts->day);

      if (day >= today)
        return day;
    }
  return 0;
}

static DeskDay
day_of (const DeskNaturalParts *parts, DeskDay today)
{
  switch (parts->what)
    {
    case DESK_NATURAL_DAYS:
      return desk_day_add (today, parts->day);
    case DESK_NATURAL_WEEKDAY:
      return weekday_of (parts, today);
    case DESK_NATURAL_MONTHS:
      return desk_day_add_months (today, parts->day);
    case DESK_NATURAL_MONTH_DAY:
      return month_day_of (parts, today);
    case DESK_NATURAL_MONTH_END:
      return month_end_of (parts, today);
    case DESK_NATURAL_YEAR_END:
      return desk_day_new (desk_day_year (today) + parts->week, 12, 31);
    case DESK_NATURAL_DATE:
      return date_of (parts, today);
    case DESK_NATURAL_NO_DAY:
    default:
      return today;
    }
}

/* The minute of the day: 下午3点 is 15:00, and an hour from 1 to 6 that nobody calls a morning is meant as one too. */
static int
minute_of (const DeskNaturalParts *parts)
{
  int hour = parts->hour;

  if (hour < 0 && parts->part != DESK_NATURAL_NO_PART)
    return parts->part_minute;
  if (hour < 0)
    return parts->what == DESK_NATURAL_DAYS && parts->day == 0 ? DESK_NATURAL_CLOSING : DESK_NATURAL_MORNING;
  switch (parts->part)
    {
    case DESK_NATURAL_NO_PART:
      if (hour >= 1 && hour <= 6 && !parts->exact)
        hour += 12;
      break;
    case DESK_NATURAL_MORNING_PART:
      if (hour > 12)
        return -1;
      hour %= 12;
      break;
    case DESK_NATURAL_NOON_PART:
      if (hour >= 1 && hour <= 3)
        hour += 12;
      break;
    case DESK_NATURAL_AFTER_PART:
      if (hour < 12)
        hour += 12;
      break;
    case DESK_NATURAL_NIGHT_PART:
      if (hour == 12)
        hour = 24;
      else if (hour >= 5 && hour < 12)
        hour += 12;
      break;
    default:
      break;
    }
  return hour * 60 + parts->minute;
}

/* Unix seconds of @minute of @day, by the clock on the wall. */
static gint64
time_of (DeskDay day, int minute, GTimeZone *zone)
{
  g_autoptr (GDateTime) when = NULL;

  if (minute >= 24 * 60)
    {
      day = desk_day_add (day, 1);
      minute -= 24 * 60;
    }
  when = g_date_time_new (zone, desk_day_year (day), desk_day_month (day), desk_day_of_month (day), minute / 60,
                          minute % 60, 0);
  return when != NULL ? g_date_time_to_unix (when) : 0;
}

/* What is said without a day, and is gone by, is meant for the next one: 9点 in the afternoon is tomorrow morning. */
static DeskDay
next_of (const DeskNaturalParts *parts, DeskDay day)
{
  switch (parts->what)
    {
    case DESK_NATURAL_NO_DAY:
      return desk_day_add (day, 1);
    case DESK_NATURAL_WEEKDAY:
      return parts->week == 0 ? desk_day_add (day, 7) : 0;
    case DESK_NATURAL_MONTH_DAY:
      return parts->week == 0 ? month_day_of (parts, desk_day_add (day, 1)) : 0;
    case DESK_NATURAL_DATE:
      return parts->year == 0 ? date_of (parts, desk_day_add (day, 1)) : 0;
    case DESK_NATURAL_DAYS:
    case DESK_NATURAL_MONTHS:
    case DESK_NATURAL_MONTH_END:
    case DESK_NATURAL_YEAR_END:
    default:
      return 0;
    }
}

/**
 * desk_natural_time:
 * @text: what was typed
 * @now: Unix seconds it is read against
 * @zone: in which days begin
 * @time: (out): Unix seconds; untouched unless understood
 *
 * Returns: whether @text names a time that is still to come
 */
DeskNatural
desk_natural_time (const char *text, gint64 now, GTimeZone *zone, gint64 *time)
{
  DeskNaturalParts parts;
  DeskDay day;
  int minute;
  gint64 when;

  if (text == NULL || !desk_natural_read (text, &parts))
    return DESK_NATURAL_UNKNOWN;
  if (parts.seconds > 0)
    {
      *time = now + parts.seconds;
      return DESK_NATURAL_UNDERSTOOD;
    }
  day = day_of (&parts, desk_day_of_time (now, zone));
  minute = minute_of (&parts);
  if (day == 0 || minute < 0)
    return DESK_NATURAL_UNKNOWN;
  when = time_of (day, minute, zone);
  if (when <= now && next_of (&parts, day) != 0)
    when = time_of (next_of (&parts, day), minute, zone);
  if (when <= now)
    return DESK_NATURAL_PAST;
  *time = when;
  return DESK_NATURAL_UNDERSTOOD;
}
