/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"

G_BEGIN_DECLS

/* What has been read of a time so far (desk-natural-read.c reads, desk-natural-time.c works out when that is). */
typedef enum
{
  DESK_NATURAL_NO_DAY,
  DESK_NATURAL_DAYS,      /* day: that many days from today */
  DESK_NATURAL_WEEKDAY,   /* day: 1 Monday … 7; week: 0 the next such day, 1 this week's, 2 next week's … */
  DESK_NATURAL_MONTHS,    /* day: that many months from today */
  DESK_NATURAL_MONTH_DAY, /* day of month: of the month that comes with it (month) or the next that has it */
  DESK_NATURAL_MONTH_END, /* week: 0 this month's last day, 1 the next month's */
  DESK_NATURAL_YEAR_END,
  DESK_NATURAL_DATE,      /* year (0 the next), month, day */
} DeskNaturalDay;

typedef enum
{
  DESK_NATURAL_NO_PART,
  DESK_NATURAL_MORNING_PART, /* an hour stays as it is */
  DESK_NATURAL_NOON_PART,
  DESK_NATURAL_AFTER_PART, /* 3 is 15 */
  DESK_NATURAL_NIGHT_PART, /* 8 is 20, 12 is midnight */
} DeskNaturalPart;

typedef struct
{
  DeskNaturalDay what;
  int year, month, day, week;
  DeskNaturalPart part;
  int part_minute; /* of the day, when no hour is said */
  int hour;        /* -1: none */
  int minute;
  gboolean exact;  /* written 3:00: never meant as 15:00 */
  gint64 seconds;  /* from now, 0 none */
} DeskNaturalParts;

gboolean desk_natural_read (const char *text, DeskNaturalParts *parts);

G_END_DECLS
