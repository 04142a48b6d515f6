/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-day.h"
#include "desk-natural-time.h"

/* Read on Friday 2026-11-20 at 10:00 in Shanghai. "" is not understood, "past" is gone by. */
#define NOW 1795140000

static const struct
{
  const char *text;
  const char *time;
} table[] = {
  /* days */
  { "明天上午", "2026-11-21 09:00" },       { "明天", "2026-11-21 09:00" },
  { "明日下午", "2026-11-21 14:00" },       { "后天", "2026-11-22 09:00" },
  { "大后天中午", "2026-11-23 12:00" },     { "今天", "2026-11-20 18:00" },
  { "今天下午", "2026-11-20 14:00" },       { "今天晚上", "2026-11-20 19:00" },
  { "今晚", "2026-11-20 19:00" },           { "今晚8点", "2026-11-20 20:00" },
  { "明早", "2026-11-21 08:30" },           { "明早八点", "2026-11-21 08:00" },
  { "明晚7点半", "2026-11-21 19:30" },      { "后天早上", "2026-11-22 08:30" },
  { "昨天", "past" },                       { "前天下午", "past" },
  { "今天上午", "past" },                   { "明天一早", "2026-11-21 08:30" },
  { "明天傍晚", "2026-11-21 17:30" },       { "明天下班前", "2026-11-21 18:00" },
  { "下班前", "2026-11-20 18:00" },         { "明天上班后", "2026-11-21 08:30" },
  /* days of the week */
  { "周五", "2026-11-27 09:00" },           { "周五下午", "2026-11-20 14:00" },
  { "周六", "2026-11-21 09:00" },           { "周一", "2026-11-23 09:00" },
  { "下周一", "2026-11-23 09:00" },         { "下周五", "2026-11-27 09:00" },
  { "下周日", "2026-11-29 09:00" },         { "下下周三", "2026-12-02 09:00" },
  { "这周日", "2026-11-22 09:00" },         { "本周六下午3点", "2026-11-21 15:00" },
  { "本周三", "past" },                     { "星期天", "2026-11-22 09:00" },
  { "礼拜二上午10点", "2026-11-24 10:00" }, { "下个星期四", "2026-11-26 09:00" },
  { "下周", "2026-11-23 09:00" },           { "周末", "2026-11-21 09:00" },
  { "下周末", "2026-11-28 09:00" },         { "周一10点", "2026-11-23 10:00" },
  { "周一十点半", "2026-11-23 10:30" },     { "周3下午", "2026-11-25 14:00" },
  { "周七", "" },
  /* lengths */
  { "3天后", "2026-11-23 09:00" },          { "三天后", "2026-11-23 09:00" },
  { "三天以后下午", "2026-11-23 14:00" },   { "过两天", "2026-11-22 09:00" },
  { "两周后", "2026-12-04 09:00" },         { "1个星期后", "2026-11-27 09:00" },
  { "一个月后", "2026-12-20 09:00" },       { "3个月后", "2027-02-20 09:00" },
  { "半年后", "2027-05-20 09:00" },         { "1年后", "2027-11-20 09:00" },
  { "半个月后", "2026-12-05 09:00" },       { "2小时后", "2026-11-20 12:00" },
  { "两个小时后", "2026-11-20 12:00" },     { "半小时后", "2026-11-20 10:30" },
  { "半个小时", "2026-11-20 10:30" },       { "一个半小时后", "2026-11-20 11:30" },
  { "1.5小时后", "2026-11-20 11:30" },      { "1小时30分钟后", "2026-11-20 11:30" },
  { "10分钟后", "2026-11-20 10:10" },       { "10分后", "2026-11-20 10:10" },
  { "一刻钟后", "2026-11-20 10:15" },       { "过20分钟", "2026-11-20 10:20" },
  { "十二天后", "2026-12-02 09:00" },       { "0分钟后", "" },
  /* months and dates */
  { "月底", "2026-11-30 09:00" },           { "月底前", "2026-11-30 09:00" },
  { "本月底下午", "2026-11-30 14:00" },     { "下月底", "2026-12-31 09:00" },
  { "下个月底", "2026-12-31 09:00" },       { "月初", "2026-12-01 09:00" },
  { "下月初", "2026-12-01 09:00" },         { "年底", "2026-12-31 09:00" },
  { "明年底", "2027-12-31 09:00" },         { "25号", "2026-11-25 09:00" },
  { "15号", "2026-12-15 09:00" },           { "31号", "2026-12-31 09:00" },
  { "20号", "2026-12-20 09:00" },           { "20号下午4点", "2026-11-20 16:00" },
  { "下个月15号", "2026-12-15 09:00" },     { "下月3日上午", "2026-12-03 09:00" },
  { "下月31号", "2026-12-31 09:00" },       { "下月", "2026-12-20 09:00" },
  { "12月1日", "2026-12-01 09:00" },        { "12月1号下午2点", "2026-12-01 14:00" },
  { "十二月二十五日", "2026-12-25 09:00" }, { "3月5日", "2027-03-05 09:00" },
  { "2月29日", "2028-02-29 09:00" },        { "2月30日", "" },
  { "13月1日", "" },                        { "2026-12-01", "2026-12-01 09:00" },
  { "2026-12-01 10:00", "2026-12-01 10:00" }, { "2026/12/1 9:05", "2026-12-01 09:05" },
  { "2026年12月1日", "2026-12-01 09:00" },  { "20261201", "2026-12-01 09:00" },
  { "2025-12-01", "past" },                 { "12-1", "2026-12-01 09:00" },
  { "12/24 16:00", "2026-12-24 16:00" },
  /* times of the day */
  { "16:30", "2026-11-20 16:30" },          { "１６：３０", "2026-11-20 16:30" },
  { "1630", "2026-11-20 16:30" },           { "9:30", "2026-11-21 09:30" },
  { "9点", "2026-11-21 09:00" },            { "11点", "2026-11-20 11:00" },
  { "3点", "2026-11-20 15:00" },            { "下午3点", "2026-11-20 15:00" },
  { "下午三点半", "2026-11-20 15:30" },     { "下午3点一刻", "2026-11-20 15:15" },
  { "下午3:05", "2026-11-20 15:05" },       { "15点30分", "2026-11-20 15:30" },
  { "15时", "2026-11-20 15:00" },           { "中午", "2026-11-20 12:00" },
  { "中午1点", "2026-11-20 13:00" },        { "晚上8点", "2026-11-20 20:00" },
  { "晚上12点", "2026-11-21 00:00" },       { "凌晨2点", "2026-11-21 02:00" },
  { "上午11点整", "2026-11-20 11:00" },     { "上午15点", "" },
  { "25:00", "" },                          { "9:75", "" },
  { "9:", "" },
  /* English */
  { "tomorrow 9", "2026-11-21 09:00" },     { "Tomorrow at 9:30", "2026-11-21 09:30" },
  { "tomorrow morning", "2026-11-21 09:00" }, { "tomorrow 4", "2026-11-21 16:00" },
  { "day after tomorrow", "2026-11-22 09:00" }, { "today 5pm", "2026-11-20 17:00" },
  { "tonight", "2026-11-20 19:00" },        { "in 2h", "2026-11-20 12:00" },
  { "in 2 hours", "2026-11-20 12:00" },     { "2h", "2026-11-20 12:00" },
  { "in 1.5 hours", "2026-11-20 11:30" },   { "in half an hour", "2026-11-20 10:30" },
  { "in an hour", "2026-11-20 11:00" },     { "15 min", "2026-11-20 10:15" },
  { "1h 30m", "2026-11-20 11:30" },         { "in 3 days", "2026-11-23 09:00" },
  { "3 days at 4pm", "2026-11-23 16:00" },  { "in a week", "2026-11-27 09:00" },
  { "2 weeks from now", "2026-12-04 09:00" }, { "in 2 months", "2027-01-20 09:00" },
  { "Monday", "2026-11-23 09:00" },         { "fri 3pm", "2026-11-20 15:00" },
  { "next friday", "2026-11-27 09:00" },    { "this sunday", "2026-11-22 09:00" },
  { "this monday", "past" },                { "next week", "2026-11-23 09:00" },
  { "thurs 10:15", "2026-11-26 10:15" },    { "end of month", "2026-11-30 09:00" },
  { "eom", "2026-11-30 09:00" },            { "end of next month", "2026-12-31 09:00" },
  { "end of the week", "2026-11-27 09:00" }, { "next month", "2026-12-20 09:00" },
  { "dec 1", "2026-12-01 09:00" },          { "24 Dec 16:00", "2026-12-24 16:00" },
  { "December 1st", "2026-12-01 09:00" },   { "the 28th", "2026-11-28 09:00" },
  { "noon", "2026-11-20 12:00" },           { "12pm", "2026-11-20 12:00" },
  { "12 am", "2026-11-21 00:00" },          { "9am", "2026-11-21 09:00" },
  { "yesterday", "past" },                  { "eod", "2026-11-20 18:00" },
  { "this afternoon", "2026-11-20 14:00" }, { "weekend", "2026-11-21 09:00" },
  /* not times */
  { "", "" },                               { "  ", "" },
  { "回电", "" },                           { "明天后天", "" },
  { "明天2小时后", "" },                    { "周五周六", "" },
  { "9点10点", "" },                        { "tomorrow maybe", "" },
  { "3 apples", "" },                       { "3-2-1501", "" },
  { "13812345678", "" },                    { "-1天", "" },
  { "99999天后", "" },                      { "the", "" },
  { "in", "" },                             { "1号楼", "" },
};

static char *
read_time (const char *text, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  gint64 time = 0;

  switch (desk_natural_time (text, NOW, zone, &time))
    {
    case DESK_NATURAL_UNDERSTOOD:
      g_assert_cmpint (time, >, NOW);
      utc = g_date_time_new_from_unix_utc (time);
      local = g_date_time_to_timezone (utc, zone);
      return g_date_time_format (local, "%Y-%m-%d %H:%M");
    case DESK_NATURAL_PAST:
      return g_strdup ("past");
    case DESK_NATURAL_UNKNOWN:
    default:
      g_assert_cmpint (time, ==, 0);
      return g_strdup ("");
    }
}

static void
test_table (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  g_assert_cmpint (G_N_ELEMENTS (table), >=, 150);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *time = read_time (table[i].text, zone);

      if (!g_str_equal (time, table[i].time))
        g_error ("“%s” gave “%s”, not “%s”", table[i].text, time, table[i].time);
    }
}

/* Any text is read without a fault: every prefix of every row, bytes that are no letters, much too much. */
static void
test_hostile (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autofree char *huge = g_strnfill (100000, '9');
  gint64 time;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (gsize n = 0; table[i].text[n] != '\0'; n++)
      {
        g_autofree char *part = g_strndup (table[i].text, n);
        g_autofree char *doubled = g_strconcat (part, table[i].text, NULL);

        desk_natural_time (part, NOW, zone, &time);
        desk_natural_time (doubled, NOW, zone, &time);
      }
  g_assert_cmpint (desk_natural_time (huge, NOW, zone, &time), ==, DESK_NATURAL_UNKNOWN);
  g_assert_cmpint (desk_natural_time ("\xff\xfe", NOW, zone, &time), ==, DESK_NATURAL_UNKNOWN);
  g_assert_cmpint (desk_natural_time (NULL, NOW, zone, &time), ==, DESK_NATURAL_UNKNOWN);
}

/* What is said without a day goes on to the next one over a change to summer time, by the clock on the wall. */
static void
test_summer_time (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 28, 20, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_new (zone, 2026, 3, 29, 9, 0, 0);
  gint64 time = 0;

  g_assert_cmpint (desk_natural_time ("tomorrow 9", g_date_time_to_unix (now), zone, &time), ==,
                   DESK_NATURAL_UNDERSTOOD);
  g_assert_cmpint (time, ==, g_date_time_to_unix (then));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/natural-time/table", test_table);
  g_test_add_func ("/natural-time/hostile", test_hostile);
  g_test_add_func ("/natural-time/summer-time", test_summer_time);
  return g_test_run ();
}
