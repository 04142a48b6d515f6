/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-clock.h"

#include <stdio.h>
#include <string.h>

static GTimeZone *zone;
static DeskWorktime *desk, *office, *always;

/* "11-23 09:00" of 2026. */
static gint64
at (const char *text)
{
  g_autoptr (GDateTime) time = NULL;
  int month, day, hour, minute;

  g_assert_cmpint (sscanf (text, "%2d-%2d %2d:%2d", &month, &day, &hour, &minute), ==, 4);
  time = g_date_time_new (zone, 2026, month, day, hour, minute, 0);
  return g_date_time_to_unix (time);
}

static char *
show (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return time == 0 ? g_strdup ("-") : g_date_time_format (local, "%m-%d %H:%M");
}

/* The categories of domain.md's table. */
static void
set_plan (DeskClockPlan *plan, const char *name)
{
  static const struct
  {
    const char *name;
    gint64 response;
    char response_time;
    gint64 amount;
    DeskDurationUnit unit;
    char time;
  } plans[] = {
    { "danger", 5, 'a', 2, DESK_DURATION_CLOCK_HOURS, 'a' },
    { "urgent", 30, 'a', 24, DESK_DURATION_CLOCK_HOURS, 'a' },
    { "ordinary", 30, 'd', 24, DESK_DURATION_CLOCK_HOURS, 'd' },
    { "complex", 30, 'd', 5, DESK_DURATION_WORKING_DAYS, 'o' },
    { "serious", 30, 'd', 48, DESK_DURATION_CLOCK_HOURS, 'd' },
    { "enquiry", 240, 'd', 48, DESK_DURATION_CLOCK_HOURS, 'd' },
    { "hours", 30, 'd', 15, DESK_DURATION_WORKING_HOURS, 'd' },
    { "office", 30, 'o', 8, DESK_DURATION_WORKING_HOURS, 'o' },
    { "none", 0, 'd', 0, DESK_DURATION_CLOCK_HOURS, 'd' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (g_str_equal (plans[i].name, name))
      {
        *plan = (DeskClockPlan){ plans[i].response, plans[i].response_time == 'a' ? always : plans[i].response_time == 'd' ? desk : office,
                                 plans[i].amount, plans[i].unit,
                                 plans[i].time == 'o' ? office : desk };
        return;
      }
  g_assert_not_reached ();
}

/* "O 11-23 09:00, R 11-23 09:12": Open, Respond, Wait, Go on, Done, Fail, aNew, X stop. */
static guint
read_script (const char *script, DeskClockEvent *events)
{
  static const char letters[] = "ORWGDFNX";
  static const DeskTick ticks[] = { DESK_TICK_OPEN, DESK_TICK_RESPOND, DESK_TICK_WAIT, DESK_TICK_RESUME,
                                    DESK_TICK_DONE, DESK_TICK_RUN_ON, DESK_TICK_RESTART, DESK_TICK_STOP };
  g_auto (GStrv) parts = g_strsplit (script, ", ", -1);
  guint n = 0;

  for (char **part = parts; *part != NULL; part++, n++)
    events[n] = (DeskClockEvent){ ticks[strchr (letters, (*part)[0]) - letters], at (*part + 2) };
  return n;
}

/* Expected: both due times ("-": none open), then minutes left of response and completion (negative: over, by the wall;
 * 99999: no such clock), then minutes run, waited, outside working time, after the end. */
#define NO 99999
static const struct
{
  const char *plan;
  const char *script;
  const char *now;
  const char *response_due;
  const char *completion_due;
  gint64 response_left;
  gint64 completion_left;
  gint64 running, waiting, off, ended;
} cases[] = {
  /* opened, in and out of hours */
  { "ordinary", "O 11-23 09:00", "11-23 09:00", "11-23 09:30", "11-24 09:00", 30, 1440, 0, 0, 0, 0 },
  { "ordinary", "O 11-23 09:00", "11-23 09:20", "11-23 09:30", "11-24 09:00", 10, 1420, 20, 0, 0, 0 },
  { "ordinary", "O 11-23 09:00", "11-23 10:00", "11-23 09:30", "11-24 09:00", -30, 1380, 60, 0, 0, 0 },
  { "ordinary", "O 11-23 11:45", "11-23 13:00", "11-23 14:15", "11-24 11:45", 15, 1365, 75, 0, 0, 0 },
  { "ordinary", "O 11-23 20:00", "11-23 21:00", "11-24 09:00", "11-24 20:00", 30, 1380, 60, 0, 0, 0 },
  { "ordinary", "O 11-28 17:50", "11-29 08:30", "11-29 08:50", "11-29 17:50", 20, 560, 880, 0, 0, 0 },
  { "urgent", "O 11-28 23:50", "11-29 00:10", "11-29 00:20", "11-29 23:50", 10, 1420, 20, 0, 0, 0 },
  { "danger", "O 02-17 03:00", "02-17 03:04", "02-17 03:05", "02-17 05:00", 1, 116, 4, 0, 0, 0 },
  { "danger", "O 02-17 03:00", "02-17 05:30", "02-17 03:05", "02-17 05:00", -145, -30, 150, 0, 0, 0 },
  { "enquiry", "O 11-23 16:00", "11-23 18:00", "11-24 10:30", "11-25 16:00", 120, 2760, 120, 0, 0, 0 },
  { "complex", "O 11-23 10:00", "11-23 12:00", "11-23 10:30", "11-30 18:00", -90, 2490, 120, 0, 0, 0 },
  { "complex", "O 09-30 10:00", "10-05 10:00", "09-30 10:30", "10-13 18:00", -7170, 2250, 360, 0, 6840, 0 },
  { "hours", "O 11-23 08:30", "11-23 13:00", "11-23 09:00", "11-24 18:00", -240, 690, 210, 0, 60, 0 },
  { "office", "O 11-27 17:00", "11-28 12:00", "11-27 17:30", "11-30 17:30", -1110, 420, 60, 0, 1080, 0 },
  { "none", "O 11-23 09:00", "11-24 09:00", "-", "-", NO, NO, 1440, 0, 0, 0 },
  /* response */
  { "ordinary", "O 11-23 09:00, R 11-23 09:12", "11-23 10:00", "-", "11-24 09:00", NO, 1380, 60, 0, 0, 0 },
  { "ordinary", "O 11-23 09:00, R 11-23 09:12, R 11-23 09:50", "11-23 10:00", "-", "11-24 09:00", NO, 1380, 60, 0, 0, 0 },
  { "ordinary", "O 11-23 09:00, D 11-23 09:00", "11-23 09:00", "-", "-", NO, NO, 0, 0, 0, 0 },
  /* waiting: over lunch, over midnight, over a weekend, over the festival */
  { "ordinary", "O 11-23 09:00, W 11-23 11:00", "11-23 15:00", "11-23 09:30", "-", -330, 1320, 120, 240, 0, 0 },
  { "ordinary", "O 11-23 09:00, W 11-23 11:00, G 11-23 15:00", "11-23 16:00", "11-23 09:30", "11-24 13:00", -390, 1260, 180, 240, 0, 0 },
  { "ordinary", "O 11-23 09:00, R 11-23 09:01, W 11-23 22:00, G 11-24 07:00", "11-24 08:00", "-", "11-24 18:00", NO, 600, 840, 540, 0, 0 },
  { "urgent", "O 11-23 09:00, W 11-23 23:30, G 11-24 00:30", "11-24 09:00", "11-23 09:30", "11-24 10:00", -1410, 60, 1380, 60, 0, 0 },
  { "hours", "O 11-23 08:30, W 11-23 11:00, G 11-23 15:00", "11-23 15:00", "11-23 09:00", "11-25 10:30", -360, 750, 150, 240, 0, 0 },
  { "hours", "O 11-23 08:30, W 11-23 12:30, G 11-23 13:30", "11-23 14:00", "11-23 09:00", "11-24 18:00", -300, 690, 210, 60, 60, 0 },
  { "hours", "O 11-23 08:30, W 11-23 17:00, G 11-24 09:30", "11-24 09:30", "11-23 09:00", "11-25 10:30", -1470, 510, 390, 990, 120, 0 },
  { "complex", "O 11-23 10:00, W 11-24 10:00, G 11-25 10:00", "11-25 10:00", "11-23 10:30", "12-01 18:00", -2850, 2160, 450, 1440, 990, 0 },
  { "complex", "O 11-23 10:00, W 11-27 17:00, G 11-30 09:00", "11-30 09:00", "11-23 10:30", "12-01 10:00", -9990, 510, 2100, 3840, 4080, 0 },
  { "complex", "O 09-29 10:00, W 09-30 10:00, G 10-08 10:00", "10-08 10:00", "09-29 10:30", "10-13 18:00", -12930, 2160, 450, 11520, 990, 0 },
  { "office", "O 11-27 10:00, W 11-27 11:00, G 11-30 11:00", "11-30 11:00", "11-27 10:30", "12-01 10:30", -4350, 420, 60, 4320, 0, 0 },
  { "ordinary", "O 11-23 09:00, W 11-23 10:00, G 11-23 11:00, W 11-23 12:00, G 11-23 14:00", "11-23 15:00", "11-23 09:30", "11-24 12:00", -330, 1260, 180, 180, 0, 0 },
  /* late before it waited: it stays late by as much, and is no less late afterwards */
  { "danger", "O 11-23 09:00, R 11-23 09:02, W 11-23 11:30", "11-23 13:00", "-", "11-23 11:00", NO, -30, 150, 90, 0, 0 },
  { "danger", "O 11-23 09:00, R 11-23 09:02, W 11-23 11:30, G 11-23 13:00", "11-23 13:00", "-", "11-23 12:30", NO, -30, 150, 90, 0, 0 },
  /* done, also out of a wait; what comes after is no longer counted */
  { "ordinary", "O 11-23 09:00, R 11-23 09:10, D 11-23 17:00", "11-24 17:00", "-", "-", NO, NO, 480, 0, 0, 1440 },
  { "ordinary", "O 11-23 09:00, W 11-23 10:00, D 11-23 17:00", "11-23 17:00", "-", "-", NO, NO, 60, 420, 0, 0 },
  { "hours", "O 11-23 17:00, D 11-24 09:00", "11-24 09:00", "-", "-", NO, NO, 90, 0, 870, 0 },
  /* inspection failed: it runs on, and looking at it was waiting */
  { "ordinary", "O 11-23 09:00, D 11-23 17:00, F 11-23 19:00", "11-23 20:00", "-", "11-24 11:00", NO, 900, 540, 120, 0, 0 },
  { "complex", "O 11-23 10:00, D 11-23 16:00, F 11-24 10:00", "11-24 10:00", "-", "12-01 12:00", NO, 2370, 240, 1080, 120, 0 },
  /* reopened: a whole new clock, the first result stays */
  { "ordinary", "O 11-23 09:00, D 11-23 17:00, N 11-25 09:00", "11-25 10:00", "-", "11-26 09:00", NO, 1380, 540, 0, 0, 2400 },
  { "complex", "O 11-23 10:00, D 11-24 10:00, N 11-26 10:00", "11-26 10:00", "-", "12-03 18:00", NO, 2610, 450, 0, 990, 2880 },
  { "ordinary", "O 11-23 09:00, D 11-23 10:00, N 11-23 11:00, D 11-23 12:00, N 11-23 13:00", "11-23 13:30", "-", "11-24 13:00", NO, 1410, 150, 0, 0, 120 },
  { "ordinary", "O 11-23 09:00, D 11-23 10:00, N 11-23 11:00, W 11-23 12:00, G 11-23 13:00", "11-23 14:00", "-", "11-24 12:00", NO, 1320, 180, 60, 0, 60 },
  /* cancelled */
  { "ordinary", "O 11-23 09:00, X 11-23 10:00", "11-23 12:00", "-", "-", NO, NO, 60, 0, 0, 120 },
  { "ordinary", "O 11-23 09:00, W 11-23 10:00, X 11-23 11:00", "11-23 12:00", "-", "-", NO, NO, 60, 60, 0, 60 },
  /* nonsense changes nothing: resume of what runs, wait of what waits, events after the end */
  { "ordinary", "O 11-23 09:00, G 11-23 10:00", "11-23 11:00", "11-23 09:30", "11-24 09:00", -90, 1320, 120, 0, 0, 0 },
  { "ordinary", "O 11-23 09:00, W 11-23 10:00, W 11-23 11:00", "11-23 12:00", "11-23 09:30", "-", -150, 1380, 60, 120, 0, 0 },
  { "ordinary", "O 11-23 09:00, X 11-23 10:00, G 11-23 11:00, D 11-23 12:00", "11-23 12:00", "-", "-", NO, NO, 60, 0, 0, 120 },
  { "ordinary", "O 11-23 09:00, D 11-23 10:00, D 11-23 12:00", "11-23 12:00", "-", "-", NO, NO, 60, 0, 0, 120 },
  { "ordinary", "W 11-23 08:00, O 11-23 09:00, O 11-23 10:00", "11-23 10:00", "11-23 09:30", "11-24 09:00", -30, 1380, 60, 0, 0, 0 },
  /* a clock that was put back: the event counts from the one before it */
  { "ordinary", "O 11-23 09:00, W 11-23 10:00, G 11-23 08:00", "11-23 11:00", "11-23 09:30", "11-24 09:00", -90, 1320, 120, 0, 0, 0 },
};

static void
check (guint i, const char *what, gint64 is, gint64 must)
{
  if (is != must)
    g_error ("row %u (%s: %s): %s is %" G_GINT64_FORMAT ", must be %" G_GINT64_FORMAT, i, cases[i].plan,
             cases[i].script, what, is, must);
}

static void
check_due (guint i, const char *what, gint64 is, const char *must)
{
  g_autofree char *text = show (is);

  if (!g_str_equal (text, must))
    g_error ("row %u (%s: %s): %s is %s, must be %s", i, cases[i].plan, cases[i].script, what, text, must);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskClockEvent events[16];
      guint n = read_script (cases[i].script, events);
      DeskCaseClock clock = { 0 };
      DeskClockPlan plan;
      DeskClockLook look;

      set_plan (&plan, cases[i].plan);
      desk_case_clock_run (&clock, &plan, events, n);
      check_due (i, "response due", desk_case_clock_response_due (&clock), cases[i].response_due);
      check_due (i, "completion due", desk_case_clock_completion_due (&clock), cases[i].completion_due);
      desk_case_clock_look (&clock, &plan, at (cases[i].now), &look);
      check (i, "response left", look.has_response ? look.response_left / 60 : NO, cases[i].response_left);
      check (i, "completion left", look.has_completion ? look.completion_left / 60 : NO, cases[i].completion_left);
      check (i, "running", look.running / 60, cases[i].running);
      check (i, "waiting", look.waiting / 60, cases[i].waiting);
      check (i, "off", look.off / 60, cases[i].off);
      check (i, "ended", look.ended / 60, cases[i].ended);
    }
}

static void
test_first_results (void)
{
  DeskClockEvent events[8];
  DeskCaseClock clock = { 0 };
  DeskClockPlan plan;

  set_plan (&plan, "ordinary");
  desk_case_clock_run (&clock, &plan, events, read_script ("O 11-23 09:00, D 11-24 10:00, N 11-25 09:00, D 11-25 11:00", events));
  check_due (0, "first due", clock.first_due, "11-24 09:00");
  check_due (0, "first done", clock.first_done_at, "11-24 10:00");
  check_due (0, "done", clock.done_at, "11-25 11:00");
  g_assert_cmpint (clock.rounds, ==, 1);
  clock = (DeskCaseClock){ 0 };
  desk_case_clock_run (&clock, &plan, events, read_script ("O 11-23 09:00, D 11-23 10:00, F 11-23 11:00, D 11-23 12:00", events));
  check_due (0, "first done", clock.first_done_at, "11-23 12:00");
}

static void
test_clamped (void)
{
  DeskClockEvent events[8];
  DeskCaseClock clock = { 0 };
  DeskClockPlan plan;

  set_plan (&plan, "ordinary");
  desk_case_clock_run (&clock, &plan, events, read_script ("O 11-23 09:00, R 11-23 09:00", events));
  g_assert_false (clock.clamped);
  desk_case_clock_run (&clock, &plan, events, read_script ("D 11-23 08:59", events));
  g_assert_true (clock.clamped);
  check_due (0, "done", clock.done_at, "11-23 09:00");
}

static void
random_events (GRand *rand, DeskClockEvent *events, guint n)
{
  gint64 time = at ("01-01 00:00") + g_rand_int_range (rand, 0, 500000) * G_GINT64_CONSTANT (60);

  for (guint i = 0; i < n; i++)
    {
      events[i] = (DeskClockEvent){ i == 0 ? DESK_TICK_OPEN : (DeskTick) g_rand_int_range (rand, DESK_TICK_RESPOND, DESK_TICK_STOP + (i > 8 ? 1 : 0)), time };
      time += g_rand_int_range (rand, -500, 200000);
    }
}

/* What has passed is running, waiting, off or after the end; fed in batches it comes to the same; looking changes
 * nothing and time only grows. */
static void
test_properties (void)
{
  static const char *const names[] = { "danger", "urgent", "ordinary", "complex", "serious", "enquiry", "hours", "office", "none" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (60);

  for (int round = 0; round < 4000; round++)
    {
      DeskClockEvent events[12];
      guint n = (guint) g_rand_int_range (rand, 1, 13);
      guint cut = (guint) g_rand_int_range (rand, 0, (gint32) n);
      DeskCaseClock whole = { 0 }, parts = { 0 };
      DeskClockPlan plan;
      DeskClockLook look, later;
      gint64 now;

      set_plan (&plan, names[round % G_N_ELEMENTS (names)]);
      random_events (rand, events, n);
      desk_case_clock_run (&whole, &plan, events, n);
      desk_case_clock_run (&parts, &plan, events, cut);
      desk_case_clock_look (&parts, &plan, whole.last_at, &look);
      desk_case_clock_run (&parts, &plan, events + cut, n - cut);
      g_assert_cmpmem (&whole, sizeof whole, &parts, sizeof parts);
      now = whole.last_at + g_rand_int_range (rand, 0, 300000);
      desk_case_clock_look (&whole, &plan, now, &look);
      g_assert_cmpint (look.running + look.waiting + look.off + look.ended, ==, now - whole.opened_at);
      desk_case_clock_look (&whole, &plan, now + 3600, &later);
      g_assert_cmpint (later.running, >=, look.running);
      g_assert_cmpint (later.waiting, >=, look.waiting);
      g_assert_cmpint (later.off, >=, look.off);
      if (look.has_completion)
        g_assert_cmpint (later.completion_left, <=, look.completion_left);
      if (look.has_response)
        g_assert_cmpint (later.response_left, <=, look.response_left);
      g_assert_true (whole.responded_at == 0 || whole.responded_at >= whole.opened_at);
    }
}

/* A case that waits longer is due no earlier, and one that never waited has the earliest due time. */
static void
test_waiting_is_monotone (void)
{
  static const char *const names[] = { "ordinary", "complex", "hours", "office" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);

  for (int round = 0; round < 2000; round++)
    {
      gint64 open = at ("03-01 00:00") + g_rand_int_range (rand, 0, 300000) * G_GINT64_CONSTANT (60);
      gint64 wait = open + g_rand_int_range (rand, 0, 100000);
      gint64 resume = wait + g_rand_int_range (rand, 0, 300000);
      DeskClockEvent events[] = { { DESK_TICK_OPEN, open }, { DESK_TICK_WAIT, wait }, { DESK_TICK_RESUME, resume } };
      DeskCaseClock shorter = { 0 }, longer = { 0 };
      DeskClockPlan plan;

      set_plan (&plan, names[round % G_N_ELEMENTS (names)]);
      desk_case_clock_run (&shorter, &plan, events, 3);
      g_assert_cmpint (shorter.completion_due, >=, desk_clock_plan_due (&plan, open));
      events[2].at += g_rand_int_range (rand, 0, 200000);
      desk_case_clock_run (&longer, &plan, events, 3);
      g_assert_cmpint (longer.completion_due, >=, shorter.completion_due);
    }
}

static void
test_warning (void)
{
  g_autofree char *day = show (desk_clock_warn_at (NULL, at ("11-23 09:00"), at ("11-24 09:00")));
  g_autofree char *half_hour = show (desk_clock_warn_at (desk, at ("11-23 11:45"), at ("11-23 14:15")));
  g_autofree char *two_hours = show (desk_clock_warn_at (NULL, at ("11-23 09:00"), at ("11-23 11:00")));

  g_assert_cmpstr (day, ==, "11-24 03:00");
  g_assert_cmpstr (half_hour, ==, "11-23 12:00");
  g_assert_cmpstr (two_hours, ==, "11-23 10:00");
  g_assert_true (desk_clock_is_soon (3600, 100000));
  g_assert_true (desk_clock_is_soon (6 * 3600, 24 * 3600));
  g_assert_false (desk_clock_is_soon (6 * 3600 + 1, 24 * 3600));
  g_assert_false (desk_clock_is_soon (-1, 24 * 3600));
}

int
main (int argc, char **argv)
{
  guint n;
  const DeskDayMark *marks = desk_day_marks_shipped (&n);
  int result;

  g_test_init (&argc, &argv, NULL);
  zone = g_time_zone_new_identifier ("Asia/Shanghai");
  desk = desk_worktime_new ("08:30-12:00,14:00-18:00", DESK_WEEKDAYS_ALL, FALSE, marks, n, zone);
  office = desk_worktime_new ("08:30-12:00,14:00-18:00", DESK_WEEKDAYS_OFFICE, TRUE, marks, n, zone);
  always = desk_worktime_new_always ();
  g_test_add_func ("/case-clock/table", test_table);
  g_test_add_func ("/case-clock/first-results", test_first_results);
  g_test_add_func ("/case-clock/clamped", test_clamped);
  g_test_add_func ("/case-clock/properties", test_properties);
  g_test_add_func ("/case-clock/waiting-is-monotone", test_waiting_is_monotone);
  g_test_add_func ("/case-clock/warning", test_warning);
  result = g_test_run ();
  desk_worktime_unref (desk);
  desk_worktime_unref (office);
  desk_worktime_unref (always);
  g_time_zone_unref (zone);
  return result;
}
