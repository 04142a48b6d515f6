/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-worktime.h"

#include <stdio.h>

/* Calendars: d desk, o office, a always, n a night shift, s one that works on Saturdays only; capitals in Berlin, where
 * the clock is put forward on 2026-03-29 and back on 2026-10-25. */
static const char HOURS[] = "08:30-12:00,14:00-18:00";

static GTimeZone *
zone_of (char calendar)
{
  return g_time_zone_new_identifier (g_ascii_isupper (calendar) ? "Europe/Berlin" : "Asia/Shanghai");
}

static DeskWorktime *
make (char calendar)
{
  g_autoptr (GTimeZone) zone = zone_of (calendar);
  guint n;
  const DeskDayMark *marks = desk_day_marks_shipped (&n);

  switch (g_ascii_tolower (calendar))
    {
    case 'a':
      return desk_worktime_new_always ();
    case 'd':
      return desk_worktime_new (HOURS, DESK_WEEKDAYS_ALL, FALSE, marks, n, zone);
    case 'n':
      return desk_worktime_new ("00:00-06:00,22:00-24:00", DESK_WEEKDAYS_ALL, FALSE, NULL, 0, zone);
    case 's':
      return desk_worktime_new ("9:00-11:00", 1 << 6, FALSE, NULL, 0, zone);
    default:
      return desk_worktime_new (HOURS, DESK_WEEKDAYS_OFFICE, TRUE, marks, n, zone);
    }
}

/* "2026-11-23 09:00" or "11-23 09:00" of 2026, as the clock on the wall shows it. */
static gint64
at (char calendar, const char *text)
{
  g_autoptr (GTimeZone) zone = zone_of (calendar);
  g_autoptr (GDateTime) time = NULL;
  int year = 2026, month, day, hour, minute;

  if (sscanf (text, "%4d-%2d-%2d %2d:%2d", &year, &month, &day, &hour, &minute) != 5)
    {
      year = 2026;
      g_assert_cmpint (sscanf (text, "%2d-%2d %2d:%2d", &month, &day, &hour, &minute), ==, 4);
    }
  time = g_date_time_new (zone, year, month, day, hour, minute, 0);
  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static char *
show (char calendar, gint64 time)
{
  g_autoptr (GTimeZone) zone = zone_of (calendar);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
assert_time (char calendar, gint64 time, const char *expected, const char *from, gint64 amount)
{
  g_autofree char *is = show (calendar, time);
  g_autofree char *must = show (calendar, at (calendar, expected));

  if (!g_str_equal (is, must))
    g_error ("%c %s + %" G_GINT64_FORMAT ": %s, must be %s", calendar, from, amount, is, must);
}

/* Minutes of working time after a moment. 2026-11-23 is a Monday. */
static const struct
{
  char calendar;
  const char *from;
  gint64 minutes;
  const char *due;
} after[] = {
  /* the desk's day: morning, lunch, afternoon, night */
  { 'd', "11-23 09:00", 30, "11-23 09:30" },
  { 'd', "11-23 11:45", 30, "11-23 14:15" },
  { 'd', "11-23 11:30", 30, "11-23 12:00" },
  { 'd', "11-23 12:00", 30, "11-23 14:30" },
  { 'd', "11-23 13:00", 30, "11-23 14:30" },
  { 'd', "11-23 12:30", 0, "11-23 12:30" },
  { 'd', "11-23 17:45", 30, "11-24 08:45" },
  { 'd', "11-23 17:30", 30, "11-23 18:00" },
  { 'd', "11-23 18:00", 30, "11-24 09:00" },
  { 'd', "11-23 23:59", 30, "11-24 09:00" },
  { 'd', "11-23 00:00", 30, "11-23 09:00" },
  { 'd', "11-23 08:29", 1, "11-23 08:31" },
  { 'd', "11-23 06:00", 240, "11-23 14:30" },
  { 'd', "11-23 09:00", 240, "11-23 15:00" },
  { 'd', "11-23 14:00", 240, "11-23 18:00" },
  { 'd', "11-23 15:00", 240, "11-24 09:30" },
  { 'd', "11-23 08:30", 450, "11-23 18:00" },
  { 'd', "11-23 08:30", 451, "11-24 08:31" },
  { 'd', "11-23 08:30", 900, "11-24 18:00" },
  { 'd', "11-23 08:30", 2250, "11-27 18:00" },
  { 'd', "11-23 12:00", 450, "11-24 12:00" },
  { 'd', "11-23 10:00", 450, "11-24 10:00" },
  /* weekends and holidays are on duty */
  { 'd', "11-27 17:00", 240, "11-28 11:30" },
  { 'd', "11-28 17:59", 2, "11-29 08:31" },
  { 'd', "11-29 17:59", 1, "11-29 18:00" },
  { 'd', "10-01 09:00", 30, "10-01 09:30" },
  { 'd', "02-17 17:45", 30, "02-18 08:45" },
  /* ends of months and years */
  { 'd', "2024-02-28 17:45", 30, "2024-02-29 08:45" },
  { 'd', "2024-02-29 17:45", 30, "2024-03-01 08:45" },
  { 'd', "2025-02-28 17:45", 30, "2025-03-01 08:45" },
  { 'd', "12-31 17:45", 30, "2027-01-01 08:45" },
  /* the office's week */
  { 'o', "11-23 09:00", 30, "11-23 09:30" },
  { 'o', "11-27 17:45", 30, "11-30 08:45" },
  { 'o', "11-28 10:00", 30, "11-30 09:00" },
  { 'o', "11-29 23:00", 30, "11-30 09:00" },
  { 'o', "11-27 12:00", 240, "11-27 18:00" },
  { 'o', "11-27 12:00", 241, "11-30 08:31" },
  { 'o', "11-23 08:30", 2250, "11-27 18:00" },
  { 'o', "11-23 08:30", 2251, "11-30 08:31" },
  /* 2026, holiday by holiday: the last moment before it, and days worked instead */
  { 'o', "2025-12-31 17:45", 30, "01-04 08:45" },
  { 'o', "01-04 17:45", 30, "01-05 08:45" },
  { 'o', "02-13 17:45", 30, "02-14 08:45" },
  { 'o', "02-14 17:45", 30, "02-24 08:45" },
  { 'o', "02-27 17:45", 30, "02-28 08:45" },
  { 'o', "02-28 17:45", 30, "03-02 08:45" },
  { 'o', "04-03 17:45", 30, "04-07 08:45" },
  { 'o', "04-30 17:45", 30, "05-06 08:45" },
  { 'o', "05-08 17:45", 30, "05-09 08:45" },
  { 'o', "05-09 17:45", 30, "05-11 08:45" },
  { 'o', "06-18 17:45", 30, "06-22 08:45" },
  { 'o', "09-18 17:45", 30, "09-20 08:45" },
  { 'o', "09-20 17:45", 30, "09-21 08:45" },
  { 'o', "09-24 17:45", 30, "09-28 08:45" },
  { 'o', "09-30 17:45", 30, "10-08 08:45" },
  { 'o', "10-09 17:45", 30, "10-10 08:45" },
  { 'o', "10-10 17:45", 30, "10-12 08:45" },
  { 'o', "10-10 09:00", 30, "10-10 09:30" },
  { 'o', "12-31 17:45", 30, "2027-01-01 08:45" }, /* nothing known of 2027: weekends only */
  /* 2024 */
  { 'o', "2023-12-29 17:45", 30, "2024-01-02 08:45" },
  { 'o', "2024-02-03 10:00", 30, "2024-02-04 09:00" },
  { 'o', "2024-02-09 17:45", 30, "2024-02-18 08:45" },
  { 'o', "2024-04-03 17:45", 30, "2024-04-07 08:45" },
  { 'o', "2024-04-26 17:45", 30, "2024-04-28 08:45" },
  { 'o', "2024-04-30 17:45", 30, "2024-05-06 08:45" },
  { 'o', "2024-05-10 17:45", 30, "2024-05-11 08:45" },
  { 'o', "2024-06-07 17:45", 30, "2024-06-11 08:45" },
  { 'o', "2024-09-13 17:45", 30, "2024-09-14 08:45" },
  { 'o', "2024-09-14 17:45", 30, "2024-09-18 08:45" },
  { 'o', "2024-09-27 17:45", 30, "2024-09-29 08:45" },
  { 'o', "2024-09-30 17:45", 30, "2024-10-08 08:45" },
  { 'o', "2024-10-11 17:45", 30, "2024-10-12 08:45" },
  /* 2025 */
  { 'o', "2024-12-31 17:45", 30, "2025-01-02 08:45" },
  { 'o', "2025-01-24 17:45", 30, "2025-01-26 08:45" },
  { 'o', "2025-01-27 17:45", 30, "2025-02-05 08:45" },
  { 'o', "2025-02-07 17:45", 30, "2025-02-08 08:45" },
  { 'o', "2025-04-03 17:45", 30, "2025-04-07 08:45" },
  { 'o', "2025-04-25 17:45", 30, "2025-04-27 08:45" },
  { 'o', "2025-04-30 17:45", 30, "2025-05-06 08:45" },
  { 'o', "2025-05-30 17:45", 30, "2025-06-03 08:45" },
  { 'o', "2025-09-26 17:45", 30, "2025-09-28 08:45" },
  { 'o', "2025-09-30 17:45", 30, "2025-10-09 08:45" },
  { 'o', "2025-10-10 17:45", 30, "2025-10-11 08:45" },
  /* always */
  { 'a', "11-23 09:00", 5, "11-23 09:05" },
  { 'a', "11-27 23:50", 30, "11-28 00:20" },
  { 'a', "02-16 12:00", 1440, "02-17 12:00" },
  { 'a', "2024-02-28 12:00", 1440, "2024-02-29 12:00" },
  /* a day of 23 and one of 25 hours */
  { 'A', "03-28 12:00", 1440, "03-29 13:00" },
  { 'A', "10-24 12:00", 1440, "10-25 11:00" },
  { 'D', "03-28 17:45", 30, "03-29 08:45" },
  { 'D', "10-24 17:45", 30, "10-25 08:45" },
  { 'D', "03-28 14:00", 690, "03-29 18:00" },
  { 'N', "03-29 00:00", 300, "03-29 06:00" },
  { 'N', "03-29 00:00", 301, "03-29 22:01" },
  { 'N', "10-25 00:00", 420, "10-25 06:00" },
  { 'N', "10-25 00:00", 421, "10-25 22:01" },
  { 'N', "06-10 23:00", 90, "06-11 00:30" },
  { 'n', "06-10 05:30", 60, "06-10 22:30" },
  /* once a week */
  { 's', "11-23 09:00", 60, "11-28 10:00" },
  { 's', "11-28 10:30", 60, "12-05 09:30" },
};

static void
test_after (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    {
      g_autoptr (DeskWorktime) worktime = make (after[i].calendar);
      gint64 due = desk_worktime_after (worktime, at (after[i].calendar, after[i].from), after[i].minutes * 60);

      assert_time (after[i].calendar, due, after[i].due, after[i].from, after[i].minutes);
    }
}

/* Minutes of working time from one moment to another. */
static const struct
{
  char calendar;
  const char *from;
  const char *to;
  gint64 minutes;
} between[] = {
  { 'd', "11-23 09:00", "11-23 09:00", 0 },
  { 'd', "11-23 10:00", "11-23 09:00", 0 },
  { 'd', "11-23 09:00", "11-23 11:00", 120 },
  { 'd', "11-23 11:00", "11-23 15:00", 120 },
  { 'd', "11-23 12:00", "11-23 14:00", 0 },
  { 'd', "11-23 11:59", "11-23 14:01", 2 },
  { 'd', "11-23 00:00", "11-24 00:00", 450 },
  { 'd', "11-23 18:00", "11-24 08:30", 0 },
  { 'd', "11-23 17:00", "11-24 09:00", 90 },
  { 'd', "11-23 00:00", "11-30 00:00", 3150 },
  { 'd', "10-01 00:00", "10-08 00:00", 3150 },
  { 'o', "11-23 00:00", "11-30 00:00", 2250 },
  { 'o', "11-27 17:00", "11-30 09:00", 90 },
  { 'o', "11-28 00:00", "11-30 00:00", 0 },
  { 'o', "10-01 00:00", "10-08 00:00", 0 },
  { 'o', "09-28 00:00", "10-12 00:00", 6 * 450 },  /* 09-28…30, 10-08…10 */
  { 'o', "02-09 00:00", "02-24 00:00", 6 * 450 },  /* a week with its Saturday, then the festival */
  { 'o', "2025-09-22 00:00", "2025-10-13 00:00", 11 * 450 }, /* 5 + Sunday, 2, 2 + Saturday */
  { 'o', "01-01 00:00", "02-01 00:00", 21 * 450 }, /* 22 weekdays − 2 + 1 */
  { 'a', "11-23 00:00", "11-30 00:00", 10080 },
  { 'A', "03-29 00:00", "03-30 00:00", 1380 },
  { 'A', "10-25 00:00", "10-26 00:00", 1500 },
  { 'D', "03-29 00:00", "03-30 00:00", 450 },
  { 'N', "03-29 00:00", "03-30 00:00", 420 },
  { 'N', "10-25 00:00", "10-26 00:00", 540 },
  { 'n', "06-10 00:00", "06-11 00:00", 480 },
  { 's', "11-23 00:00", "12-07 00:00", 240 },
};

static void
test_between (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      char calendar = between[i].calendar;
      g_autoptr (DeskWorktime) worktime = make (calendar);
      gint64 is = desk_worktime_between (worktime, at (calendar, between[i].from), at (calendar, between[i].to));

      if (is != between[i].minutes * 60)
        g_error ("%c %s – %s: %" G_GINT64_FORMAT " min", calendar, between[i].from, between[i].to, is / 60);
    }
}

/* The end of business of the n-th working day after. */
static const struct
{
  char calendar;
  const char *from;
  guint days;
  const char *due;
} days[] = {
  { 'o', "11-23 10:00", 1, "11-24 18:00" },
  { 'o', "11-23 10:00", 5, "11-30 18:00" },
  { 'o', "11-23 23:30", 5, "11-30 18:00" },
  { 'o', "11-23 00:00", 5, "11-30 18:00" },
  { 'o', "11-27 17:00", 1, "11-30 18:00" },
  { 'o', "11-28 10:00", 1, "11-30 18:00" },
  { 'o', "11-29 10:00", 3, "12-02 18:00" },
  { 'o', "09-30 10:00", 1, "10-08 18:00" },
  { 'o', "09-30 10:00", 3, "10-10 18:00" },
  { 'o', "09-30 10:00", 4, "10-12 18:00" },
  { 'o', "09-18 10:00", 1, "09-20 18:00" },
  { 'o', "02-11 10:00", 5, "02-25 18:00" }, /* 12, 13, 14, 24, 25 */
  { 'o', "2025-01-24 10:00", 5, "2025-02-07 18:00" }, /* 26, 27, 02-05, 06, 07 */
  { 'd', "11-23 10:00", 5, "11-28 18:00" },
  { 'd', "11-28 10:00", 1, "11-29 18:00" },
  { 'd', "11-23 10:00", 0, "11-23 18:00" },
  { 's', "11-23 10:00", 2, "12-05 11:00" },
  { 'D', "03-28 10:00", 1, "03-29 18:00" },
  { 'N', "03-28 10:00", 1, "03-30 00:00" },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (DeskWorktime) worktime = make (days[i].calendar);
      gint64 from = at (days[i].calendar, days[i].from);
      gint64 due = desk_worktime_days_after (worktime, from, days[i].days);

      assert_time (days[i].calendar, due, days[i].due, days[i].from, days[i].days);
      if (days[i].calendar != 'N')
        g_assert_cmpint (desk_worktime_days_between (worktime, from, due), ==, days[i].days);
    }
}

/* after() and between() undo each other, both only grow, and open moments are those that count. */
static void
test_properties (void)
{
  static const char calendars[] = "doansDANO";
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int i = 0; i < 6000; i++)
    {
      char calendar = calendars[i % (sizeof calendars - 1)];
      g_autoptr (DeskWorktime) worktime = make (calendar);
      gint64 from = at (calendar, "2024-01-01 00:00") + g_rand_int_range (rand, 0, 3 * 365 * 1440) * G_GINT64_CONSTANT (60);
      gint64 a = g_rand_int_range (rand, 0, 12000);
      gint64 b = g_rand_int_range (rand, 0, 12000);
      gint64 due = desk_worktime_after (worktime, from, a);

      g_assert_cmpint (due, >=, from + a);
      g_assert_cmpint (desk_worktime_between (worktime, from, due), ==, a);
      g_assert_cmpint (desk_worktime_after (worktime, due, b), ==, desk_worktime_after (worktime, from, a + b));
      g_assert_cmpint (desk_worktime_between (worktime, from, due + b), ==,
                       a + desk_worktime_between (worktime, due, due + b));
      g_assert_cmpint (desk_worktime_after (worktime, from + b, a), >=, due);
      g_assert_cmpint (desk_worktime_is_open (worktime, from), ==,
                       desk_worktime_between (worktime, from, from + 1) == 1);
    }
}

static void
test_hours (void)
{
  static const char *const good[] = { "08:30-12:00,14:00-18:00", "0:00-24:00", "9:00-10:00 , 11:00-12:00", "８：３０－１２：００" };
  static const char *const bad[] = { "", "8-12", "08:30", "08:30-08:30", "12:00-08:30", "08:30-12:00,11:00-13:00",
                                     "08:30-25:00", "08:60-09:00", "08:30-12:00,", "a", "08:30-12:00;14:00-18:00",
                                     "01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();

      g_assert_true (desk_worktime_check_hours (good[i], "hours", problems));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

      g_assert_false (desk_worktime_check_hours (bad[i], "hours", problems));
      g_assert_cmpint (problems->len, ==, 1);
      g_assert_null (desk_worktime_new (bad[i], DESK_WEEKDAYS_ALL, FALSE, NULL, 0, utc));
    }
}

/* A calendar without a day of work answers, too. */
static void
test_never (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (DeskWorktime) never = desk_worktime_new ("09:00-10:00", 0, FALSE, NULL, 0, utc);
  DeskStretch stretch;

  g_assert_false (desk_worktime_next (never, 0, &stretch));
  g_assert_cmpint (desk_worktime_after (never, 0, 60), ==, 0);
  g_assert_cmpint (desk_worktime_days_after (never, 0, 2), ==, 0);
  g_assert_cmpint (desk_worktime_between (never, 0, 1000000), ==, 0);
  g_assert_false (desk_worktime_is_open (never, 0));
}

static void
test_marks (void)
{
  guint n, work = 0;
  const DeskDayMark *marks = desk_day_marks_shipped (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (desk_day_is_valid (marks[i].day));
      g_assert_true (i == 0 || marks[i].day > marks[i - 1].day);
      work += marks[i].work ? 1 : 0;
      if (marks[i].work) /* only a weekend day is worked instead */
        g_assert_cmpint (desk_day_weekday (marks[i].day), >=, 6);
    }
  g_assert_cmpint (work, ==, 8 + 5 + 6);
  for (int year = 2023; year <= 2027; year++)
    g_assert_cmpint (desk_day_marks_cover (marks, n, year), ==, year >= 2024 && year <= 2026);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worktime/after", test_after);
  g_test_add_func ("/worktime/between", test_between);
  g_test_add_func ("/worktime/days", test_days);
  g_test_add_func ("/worktime/properties", test_properties);
  g_test_add_func ("/worktime/hours", test_hours);
  g_test_add_func ("/worktime/never", test_never);
  g_test_add_func ("/worktime/marks", test_marks);
  return g_test_run ();
}
