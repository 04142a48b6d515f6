/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-figure.h"

#define TODAY 20261120 /* a Friday */

static DeskText *zh;
static DeskText *en;

static gint64
at (DeskDay day, int hour, int minute)
{
  return desk_day_start (day, desk_text_zone (zh)) + hour * 3600 + minute * 60;
}

/* window.md, Type: today, yesterday, this week, this year, else. */
static void
test_times (void)
{
  static const struct
  {
    DeskDay day;
    int hour, minute;
    const char *zh;
    const char *en;
  } rows[] = {
    { 20261120, 10, 45, "10:45", "10:45" },
    { 20261120, 0, 0, "00:00", "00:00" },
    { 20261120, 23, 59, "23:59", "23:59" },
    { 20261119, 16, 40, "昨天 16:40", "Yesterday 16:40" },
    { 20261121, 10, 24, "明天 10:24", "Tomorrow 10:24" },
    { 20261116, 9, 0, "周一 09:00", "Mon 09:00" },
    { 20261122, 9, 0, "周日 09:00", "Sun 09:00" },
    { 20261115, 15, 20, "11-15 15:20", "11-15 15:20" },
    { 20261123, 15, 20, "11-23 15:20", "11-23 15:20" },
    { 20260101, 0, 5, "01-01 00:05", "01-01 00:05" },
    { 20251118, 15, 20, "2025-11-18", "2025-11-18" },
    { 20270101, 15, 20, "2027-01-01", "2027-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 time = at (rows[i].day, rows[i].hour, rows[i].minute);
      g_autofree char *chinese = desk_text_time (zh, time, at (TODAY, 12, 0));
      g_autofree char *english = desk_text_time (en, time, at (TODAY, 12, 0));

      g_assert_cmpstr (chinese, ==, rows[i].zh);
      g_assert_cmpstr (english, ==, rows[i].en);
    }
}

static void
test_whole_times (void)
{
  g_autofree char *whole = desk_text_time_whole (zh, at (20251118, 15, 20));
  g_autofree char *none = desk_text_time_whole (zh, 0);
  g_autofree char *never = desk_text_time (zh, 0, at (TODAY, 12, 0));

  g_assert_cmpstr (whole, ==, "2025-11-18 15:20");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (never, ==, "");
}

/* New Year's Eve is yesterday, not last year. */
static void
test_turn_of_the_year (void)
{
  g_autofree char *eve = desk_text_time (zh, at (20251231, 23, 0), at (20260101, 9, 0));
  g_autofree char *week = desk_text_time (zh, at (20251229, 9, 0), at (20260101, 9, 0));

  g_assert_cmpstr (eve, ==, "昨天 23:00");
  g_assert_cmpstr (week, ==, "周一 09:00");
}

static void
test_days (void)
{
  static const struct
  {
    DeskDay from, to;
    const char *zh;
    const char *en;
  } rows[] = {
    { 20210618, 0, "2021-06-18 起", "from 2021-06-18" },
    { 20210618, 20230618, "2021-06-18 – 2023-06-17", "2021-06-18 – 2023-06-17" },
    { 0, 20230301, "至 2023-02-28", "until 2023-02-28" },
    { 20230301, 20230302, "2023-03-01", "2023-03-01" },
    { 0, 0, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chinese = desk_text_days (zh, rows[i].from, rows[i].to);
      g_autofree char *english = desk_text_days (en, rows[i].from, rows[i].to);

      g_assert_cmpstr (chinese, ==, rows[i].zh);
      g_assert_cmpstr (english, ==, rows[i].en);
    }
}

static void
test_near_days (void)
{
  static const struct
  {
    DeskDay day;
    const char *zh;
  } rows[] = {
    { 20261120, "今天" },  { 20261119, "昨天" },       { 20261121, "明天" }, { 20261122, "周日" },
    { 20261201, "12-01" }, { 20250301, "2025-03-01" }, { 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chinese = desk_text_day_near (zh, rows[i].day, TODAY);

      g_assert_cmpstr (chinese, ==, rows[i].zh);
    }
}

static void
test_money (void)
{
  static const struct
  {
    gint64 fen;
    const char *amount, *money, *owed, *difference;
  } rows[] = {
    { 140950, "1,409.50", "¥1,409.50", "1,409.50", "+1,409.50" },
    { 0, "0.00", "¥0.00", "–", "0.00" },
    { 5, "0.05", "¥0.05", "0.05", "+0.05" },
    { -300, "−3.00", "−¥3.00", "−3.00", "−3.00" },
    { 1001000000, "10,010,000.00", "¥10,010,000.00", "10,010,000.00", "+10,010,000.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *amount = desk_text_amount (rows[i].fen);
      g_autofree char *money = desk_text_money (rows[i].fen);
      g_autofree char *owed = desk_text_owed (rows[i].fen);
      g_autofree char *difference = desk_text_difference (rows[i].fen);

      g_assert_cmpstr (amount, ==, rows[i].amount);
      g_assert_cmpstr (money, ==, rows[i].money);
      g_assert_cmpstr (owed, ==, rows[i].owed);
      g_assert_cmpstr (difference, ==, rows[i].difference);
    }
}

static void
test_measures (void)
{
  static const struct
  {
    gint64 share;
    const char *shown;
  } shares[] = { { 1000000, "100 %" }, { 500000, "50 %" }, { 333333, "33.3333 %" }, { 125000, "12.5 %" }, { 0, "–" } };
  g_autofree char *area = desk_text_area (11847);
  g_autofree char *unknown = desk_text_area (0);
  g_autofree char *number = desk_text_number (2970);

  g_assert_cmpstr (area, ==, "118.47 m²");
  g_assert_cmpstr (unknown, ==, "–");
  g_assert_cmpstr (number, ==, "2,970");
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *shown = desk_text_share (shares[i].share);

      g_assert_cmpstr (shown, ==, shares[i].shown);
    }
}

/* window.md, Clocks: under 1 h minutes, under 24 h hours and minutes, then whole days. */
static void
test_lengths (void)
{
  static const struct
  {
    gint64 minutes;
    const char *zh;
    const char *en;
  } rows[] = {
    { 0, "0 分", "0 min" },          { 24, "24 分", "24 min" }, { 312, "5 时 12 分", "5 h 12 min" },
    { 120, "2 时", "2 h" },          { 1439, "23 时 59 分", "23 h 59 min" },
    { 1440, "1 天", "1 day" },       { 4319, "2 天", "2 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chinese = desk_text_minutes (zh, rows[i].minutes);
      g_autofree char *english = desk_text_minutes (en, rows[i].minutes);

      g_assert_cmpstr (chinese, ==, rows[i].zh);
      g_assert_cmpstr (english, ==, rows[i].en);
    }
}

static void
test_ages (void)
{
  static const struct
  {
    DeskDay from;
    const char *zh;
    const char *en;
  } rows[] = {
    { 20210618, "5 年", "5 years" }, { 20251120, "1 年", "1 year" }, { 20251121, "11 个月", "11 months" },
    { 20261020, "1 个月", "1 month" }, { 20261021, "30 天", "30 days" }, { 20261120, "0 天", "0 days" },
    { 20261121, "", "" },            { 0, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chinese = desk_text_age (zh, rows[i].from, TODAY);
      g_autofree char *english = desk_text_age (en, rows[i].from, TODAY);

      g_assert_cmpstr (chinese, ==, rows[i].zh);
      g_assert_cmpstr (english, ==, rows[i].en);
    }
}

static void
test_months_and_rows (void)
{
  static const char *const things[] = { "陈建平", "陈一鸣", NULL };
  static const char *const nothing[] = { NULL };
  g_autofree char *chinese = desk_text_month (zh, 202610);
  g_autofree char *english = desk_text_month (en, 202610);
  g_autofree char *joined = desk_text_join (zh, things);
  g_autofree char *commas = desk_text_join (en, things);
  g_autofree char *empty = desk_text_join (zh, nothing);

  g_assert_cmpstr (chinese, ==, "2026 年 10 月");
  g_assert_cmpstr (english, ==, "October 2026");
  g_assert_cmpstr (joined, ==, "陈建平、陈一鸣");
  g_assert_cmpstr (commas, ==, "陈建平, 陈一鸣");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (desk_text_weekday (zh, TODAY), ==, "周五");
}

/* One moment is another day elsewhere: what counts is the zone of the store. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (DeskText) there = desk_text_new ("en", utc);
  gint64 early = at (TODAY, 1, 30);
  g_autofree char *here = desk_text_time (en, early, at (TODAY, 12, 0));
  g_autofree char *abroad = desk_text_time (there, early, at (TODAY, 12, 0));

  g_assert_cmpstr (here, ==, "01:30");
  g_assert_cmpstr (abroad, ==, "Yesterday 17:30");
}

int
main (int argc, char **argv)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  int status;

  g_test_init (&argc, &argv, NULL);
  zh = desk_text_new ("zh_CN", zone);
  en = desk_text_new ("en", zone);
  g_test_add_func ("/figure/times", test_times);
  g_test_add_func ("/figure/whole-times", test_whole_times);
  g_test_add_func ("/figure/turn-of-the-year", test_turn_of_the_year);
  g_test_add_func ("/figure/days", test_days);
  g_test_add_func ("/figure/near-days", test_near_days);
  g_test_add_func ("/figure/money", test_money);
  g_test_add_func ("/figure/measures", test_measures);
  g_test_add_func ("/figure/lengths", test_lengths);
  g_test_add_func ("/figure/ages", test_ages);
  g_test_add_func ("/figure/months-and-rows", test_months_and_rows);
  g_test_add_func ("/figure/zone", test_zone);
  status = g_test_run ();
  desk_text_unref (zh);
  desk_text_unref (en);
  return status;
}
