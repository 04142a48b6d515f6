/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-day.h"

#include <string.h>

#include "desk-string.h"

/* Returns: the day, or 0 where there is no such day between 1800 and 2999. */
DeskDay
desk_day_new (int year, int month, int day)
{
  if (year < 1800 || year > 2999 || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return 0;
  return (DeskDay) year * 10000 + month * 100 + day;
}

gboolean
desk_day_is_valid (DeskDay day)
{
  return day >= DESK_DAY_MIN && day <= DESK_DAY_MAX
         && desk_day_new (desk_day_year (day), desk_day_month (day), desk_day_of_month (day)) != 0;
}

int
desk_day_year (DeskDay day)
{
  return (int) (day / 10000);
}

int
desk_day_month (DeskDay day)
{
  return (int) (day / 100 % 100);
}

int
desk_day_of_month (DeskDay day)
{
  return (int) (day % 100);
}

static void
to_date (DeskDay day, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) desk_day_of_month (day), (GDateMonth) desk_day_month (day),
                  (GDateYear) desk_day_year (day));
}

static DeskDay
from_date (const GDate *date)
{
  return desk_day_new (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date));
}

/* Returns: 1 = Monday … 7 = Sunday. */
int
desk_day_weekday (DeskDay day)
{
  GDate date;

  g_return_val_if_fail (desk_day_is_valid (day), 1);
  to_date (day, &date);
  return (int) g_date_get_weekday (&date);
}

/* Returns: @day moved by @n_days (may be negative); 0 when that leaves the years 1800–2999. */
DeskDay
desk_day_add (DeskDay day, int n_days)
{
  GDate date;

  g_return_val_if_fail (desk_day_is_valid (day), 0);
  to_date (day, &date);
  if (n_days >= 0)
    g_date_add_days (&date, (guint) n_days);
  else if ((guint) -n_days < g_date_get_julian (&date))
    g_date_subtract_days (&date, (guint) -n_days);
  else
    return 0;
  return from_date (&date);
}

/* Returns: @day moved by @n_months; a day the month lacks becomes its last (31 January + 1 = 28 February). */
DeskDay
desk_day_add_months (DeskDay day, int n_months)
{
  int months, year, month, last;

  g_return_val_if_fail (desk_day_is_valid (day), 0);
  months = desk_day_year (day) * 12 + desk_day_month (day) - 1 + n_months;
  if (months < 0)
    return 0;
  year = months / 12;
  month = months % 12 + 1;
  if (year < 1800 || year > 2999)
    return 0;
  last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  return desk_day_new (year, month, MIN (desk_day_of_month (day), last));
}

/* Returns: how many days @later is after @earlier (negative when before). */
int
desk_day_diff (DeskDay later, DeskDay earlier)
{
  GDate a, b;

  g_return_val_if_fail (desk_day_is_valid (later) && desk_day_is_valid (earlier), 0);
  to_date (later, &a);
  to_date (earlier, &b);
  return g_date_days_between (&b, &a);
}

/* Is @day in [from, to)? from = 0: since ever; to = 0: open-ended. */
gboolean
desk_days_contain (DeskDay from, DeskDay to, DeskDay day)
{
  return day >= from && (to == 0 || day < to);
}

/* Do [from1, to1) and [from2, to2) share a day? An empty interval (from = to) shares none. */
gboolean
desk_days_overlap (DeskDay from1, DeskDay to1, DeskDay from2, DeskDay to2)
{
  if ((to1 != 0 && to1 <= from1) || (to2 != 0 && to2 <= from2))
    return FALSE;
  return (to2 == 0 || from1 < to2) && (to1 == 0 || from2 < to1);
}

DeskPeriod
desk_day_period (DeskDay day)
{
  return day / 100;
}

/* Returns: the number of days of the month @period. */
int
desk_period_length (DeskPeriod period)
{
  g_return_val_if_fail (desk_day_is_valid (period * 100 + 1), 0);
  return g_date_get_days_in_month ((GDateMonth) (period % 100), (GDateYear) (period / 100));
}

/* Returns: the day on which @time (Unix seconds) falls in @zone. */
DeskDay
desk_day_of_time (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (local == NULL)
    return 0;
  return desk_day_new (g_date_time_get_year (local), g_date_time_get_month (local),
                       g_date_time_get_day_of_month (local));
}

/* Returns: Unix seconds at which @day begins in @zone. */
gint64
desk_day_start (DeskDay day, GTimeZone *zone)
{
  g_autoptr (GDateTime) start = NULL;

  g_return_val_if_fail (desk_day_is_valid (day), 0);
  start = g_date_time_new (zone, desk_day_year (day), desk_day_month (day), desk_day_of_month (day), 0, 0, 0);
  return start != NULL ? g_date_time_to_unix (start) : 0;
}

/* Reads up to three groups of digits; anything but digits between them must be in "-/.年月日" or blanks. */
static int
read_groups (const char *p, int group[3], int digits[3])
{
  int n = 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isdigit ((char) c))
        {
          if (n == 3)
            return -1;
          for (group[n] = 0, digits[n] = 0; g_ascii_isdigit (*p); p++)
            if (++digits[n] > 8)
              return -1;
            else
              group[n] = group[n] * 10 + (*p - '0');
          n++;
          continue;
        }
      if (c != '-' && c != '/' && c != '.' && c != ' ' && c != 0x5e74 && c != 0x6708 && c != 0x65e5)
        return -1;
      p = g_utf8_next_char (p);
    }
  return n;
}

/**
 * desk_day_parse:
 * @text: 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, full-width digits allowed
 * @day: (out): the day; untouched on failure
 *
 * Returns: whether @text names a day
 */
gboolean
desk_day_parse (const char *text, DeskDay *day)
{
  g_autofree char *plain = NULL;
  int group[3], digits[3], n;
  DeskDay result = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  plain = desk_string_half_width (text);
  g_strstrip (plain);
  n = read_groups (plain, group, digits);
  if (n == 1 && digits[0] == 8)
    result = desk_day_new (group[0] / 10000, group[0] / 100 % 100, group[0] % 100);
  else if (n == 3 && digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    result = desk_day_new (group[0], group[1], group[2]);
  if (result == 0)
    return FALSE;
  *day = result;
  return TRUE;
}

/* Returns: (transfer full): "2025-03-01"; "" for no day. */
char *
desk_day_format (DeskDay day)
{
  if (day == 0)
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", desk_day_year (day), desk_day_month (day), desk_day_of_month (day));
}
