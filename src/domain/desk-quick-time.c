/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quick-time.h"

#include <stdlib.h>

#include "desk-day.h"

/* Day, part of the day, clock, and until. One of day, part or clock must be there; the expression is matched against a
 * line in half-width characters. */
#define NUMBER "(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})"
#define DAY "(?<day>今天|今日|今晚|明天|明日|明早|明晚|后天|大后天|(?:下)?(?:周|星期|礼拜)[一二三四五六日天]|\\d{1,2}月\\d{1,2}[日号])"
#define PART "(?<part>早上|上午|中午|下午|傍晚|晚上)"
#define CLOCK "(?<hour>" NUMBER ")(?::(?<minute>[0-5]\\d)|点(?<half>半)?(?:(?<minutes>[0-5]\\d)分?)?)"
#define UNTIL "(?:\\s*(?:-|~|到|至)\\s*(?<to_hour>" NUMBER ")(?::(?<to_minute>[0-5]\\d)|点(?<to_half>半)?))"
#define PATTERN "(?<![\\d-])(?:" DAY "\\s*" PART "?\\s*(?:" CLOCK UNTIL "?)?|" PART "\\s*(?:" CLOCK UNTIL "?)?|" CLOCK UNTIL "?)(?![\\d-])"

/* Hours and minutes of a part of the day as a window. */
static const struct
{
  const char *word;
  int from;
  int to;
} parts[] = {
  { "早上", 8 * 60, 10 * 60 },       { "上午", 8 * 60 + 30, 12 * 60 }, { "中午", 12 * 60, 14 * 60 },
  { "下午", 14 * 60, 18 * 60 },      { "傍晚", 17 * 60, 19 * 60 },     { "晚上", 18 * 60, 21 * 60 },
  { "今晚", 18 * 60, 21 * 60 },      { "明晚", 18 * 60, 21 * 60 },     { "明早", 8 * 60, 10 * 60 },
};

#define WHOLE_DAY_FROM (8 * 60 + 30)
#define WHOLE_DAY_TO (18 * 60)

static char *
group (const GMatchInfo *match, const char *name)
{
  return g_match_info_fetch_named (match, name);
}

/* Reads 9, 15, 三, 十, 十一, 两. Returns: -1 when it is none. */
static int
read_number (const char *text)
{
  static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  int value = 0;
  gboolean ten = FALSE;

  if (text == NULL || *text == '\0')
    return -1;
  if (g_ascii_isdigit (*text))
    return atoi (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, "十"))
        {
          value = MAX (value, 1) * 10;
          ten = TRUE;
          continue;
        }
      for (int i = 1; i <= 9; i++)
        if (g_str_has_prefix (p, digits[i]) || (i == 2 && g_str_has_prefix (p, "两")))
          value += i;
    }
  return ten || value < 10 ? value : -1;
}

static int
weekday_of (const char *text)
{
  static const char *const days[] = { "一", "二", "三", "四", "五", "六", "日" };

  for (int i = 0; i < 7; i++)
    if (g_str_has_suffix (text, days[i]))
      return i + 1;
  return 7; /* 天 */
}

static DeskDay
read_day (const char *text, DeskDay today)
{
  int month, day;
  DeskDay found;

  if (text == NULL || *text == '\0' || g_str_has_prefix (text, "今"))
    return today;
  if (g_str_has_prefix (text, "明"))
    return desk_day_add (today, 1);
  if (g_str_has_prefix (text, "大后"))
    return desk_day_add (today, 3);
  if (g_str_has_prefix (text, "后"))
    return desk_day_add (today, 2);
  if (g_ascii_isdigit (*text))
    {
      char *rest;

      month = (int) strtol (text, &rest, 10);
      day = (int) strtol (g_utf8_next_char (rest), NULL, 10);
      found = desk_day_new (desk_day_year (today), month, day);
      if (found != 0 && found < today)
        found = desk_day_new (desk_day_year (today) + 1, month, day);
      return found;
    }
  {
    gboolean next_week = g_str_has_prefix (text, "下");
    int ahead = weekday_of (text) - desk_day_weekday (today);

    /* 周六 is the next Saturday there is; 下周六 the one of the week after. */
    return desk_day_add (today, next_week ? ahead + 7 : ahead < 0 ? ahead + 7 : ahead);
  }
}

/* Minutes of the day; a bare small hour is meant in the afternoon, as nobody comes at three in the night. */
static int
read_clock (const char *hour, const char *minute, const char *half, const char *part)
{
  int h = read_number (hour);
  int m = minute != NULL && *minute != '\0' ? atoi (minute) : half != NULL && *half != '\0' ? 30 : 0;
  gboolean late = part != NULL
                  && (g_str_equal (part, "下午") || g_str_equal (part, "傍晚") || g_str_equal (part, "晚上")
                      || g_str_equal (part, "今晚") || g_str_equal (part, "明晚"));
  gboolean early = part != NULL && *part != '\0' && !late;

  if (h < 0 || h > 24)
    return -1;
  if (h < 12 && (late || (!early && h < 7)))
    h += 12;
  return MIN (h * 60 + m, 24 * 60 - 1);
}

static gboolean
window_of (const GMatchInfo *match, int *from, int *to)
{
  g_autofree char *hour = group (match, "hour");
  g_autofree char *minute = group (match, "minute");
  g_autofree char *minutes = group (match, "minutes");
  g_autofree char *half = group (match, "half");
  g_autofree char *to_hour = group (match, "to_hour");
  g_autofree char *to_minute = group (match, "to_minute");
  g_autofree char *to_half = group (match, "to_half");
  g_autofree char *day = group (match, "day");
  g_autofree char *said = group (match, "part");
  const char *part = said != NULL && *said != '\0' ? said : day != NULL ? day : "";

  *from = WHOLE_DAY_FROM;
  *to = WHOLE_DAY_TO;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].word, part))
      {
        *from = parts[i].from;
        *to = parts[i].to;
      }
  if (hour == NULL || *hour == '\0')
    return TRUE;
  if (said == NULL || *said == '\0')
    part = g_str_has_suffix (part, "晚") || g_str_has_suffix (part, "早") ? part : NULL;
  *from = read_clock (hour, minute != NULL && *minute != '\0' ? minute : minutes, half, part);
  *to = to_hour != NULL && *to_hour != '\0' ? read_clock (to_hour, to_minute, to_half, part) : MIN (*from + 60, 24 * 60);
  return *from >= 0 && *to > *from;
}

static GRegex *
pattern (void)
{
  static gsize made = 0;
  static GRegex *regex = NULL;

  if (g_once_init_enter (&made))
    {
      regex = g_regex_new (PATTERN, G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, NULL);
      g_once_init_leave (&made, 1);
    }
  return regex;
}

/**
 * desk_quick_time_find:
 * @line: valid UTF-8 in half-width characters
 * @found: (out): the first time of coming that the line names
 *
 * Returns: whether there is one; one that is over already is none
 */
gboolean
desk_quick_time_find (const char *line, gint64 now, GTimeZone *zone, DeskQuickTime *found)
{
  g_autoptr (GMatchInfo) match = NULL;
  DeskDay today = desk_day_of_time (now, zone);

  for (g_regex_match (pattern (), line, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *day_text = group (match, "day");
      DeskDay day = read_day (day_text, today);
      int start, end, from, to;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (day == 0 || end <= start || !window_of (match, &from, &to))
        continue;
      /* The clock on the wall: a day has not always 24 hours. */
      {
        g_autoptr (GDateTime) a = g_date_time_new (zone, desk_day_year (day), desk_day_month (day),
                                                   desk_day_of_month (day), from / 60, from % 60, 0);

        if (a == NULL)
          continue;
        found->from = g_date_time_to_unix (a);
        found->to = found->from + (to - from) * 60;
      }
      found->from_char = (guint) g_utf8_pointer_to_offset (line, line + start);
      found->to_char = (guint) g_utf8_pointer_to_offset (line, line + end);
      while (found->to_char > found->from_char
             && *g_utf8_offset_to_pointer (line, found->to_char - 1) == ' ')
        found->to_char--;
      if (found->to > now)
        return TRUE;
    }
  return FALSE;
}
