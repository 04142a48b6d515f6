/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-natural-private.h"

#include <string.h>

#include "desk-string.h"

/* Reads a time from left to right, word by word. Each word says one thing; a second one of a sort makes the whole
 * unknown, so that nothing is guessed out of two. */

typedef struct
{
  const char *p;
  DeskNaturalParts *out;
} Reader;

/* A word and what it says: a day, a part of the day, or both. */
typedef struct
{
  const char *text;
  DeskNaturalDay what;
  int day;
  int week;
  DeskNaturalPart part;
  int part_minute;
} Word;

#define DAY(text, n) { text, DESK_NATURAL_DAYS, n, 0, DESK_NATURAL_NO_PART, 0 }
#define PART(text, part, hour, minute) { text, DESK_NATURAL_NO_DAY, 0, 0, DESK_NATURAL_##part##_PART, hour * 60 + minute }
#define BOTH(text, n, part, hour, minute) { text, DESK_NATURAL_DAYS, n, 0, DESK_NATURAL_##part##_PART, hour * 60 + minute }
#define OTHER(text, what, day, week) { text, DESK_NATURAL_##what, day, week, DESK_NATURAL_NO_PART, 0 }

/* A longer word stands before one it begins with. Numerals are figures by now: 一早 is 1早. */
static const Word words[] = {
  DAY ("大后天", 3), BOTH ("后天早上", 2, MORNING, 8, 30), DAY ("后天", 2), DAY ("今天", 0), DAY ("今日", 0),
  DAY ("明天", 1), DAY ("明日", 1), DAY ("昨天", -1), DAY ("昨日", -1), DAY ("前天", -2),
  BOTH ("今早", 0, MORNING, 8, 30), BOTH ("今晚", 0, NIGHT, 19, 0), BOTH ("明早", 1, MORNING, 8, 30),
  BOTH ("明晚", 1, NIGHT, 19, 0), DAY ("day after tomorrow", 2), DAY ("tomorrow", 1), DAY ("tmrw", 1), DAY ("tmr", 1),
  DAY ("today", 0), DAY ("yesterday", -1), BOTH ("tonight", 0, NIGHT, 19, 0),
  BOTH ("this morning", 0, MORNING, 9, 0), BOTH ("this afternoon", 0, AFTER, 14, 0), BOTH ("this evening", 0, NIGHT, 19, 0),
  OTHER ("半年后", MONTHS, 6, 0), OTHER ("半个月后", DAYS, 15, 0), OTHER ("end of the month", MONTH_END, 0, 0),
  OTHER ("end of the week", WEEKDAY, 5, 0), OTHER ("end of the year", YEAR_END, 0, 0),
  OTHER ("end of next month", MONTH_END, 0, 1), OTHER ("end of this month", MONTH_END, 0, 0),
  OTHER ("end of month", MONTH_END, 0, 0), OTHER ("month end", MONTH_END, 0, 0), OTHER ("eom", MONTH_END, 0, 0),
  OTHER ("end of year", YEAR_END, 0, 0), OTHER ("eoy", YEAR_END, 0, 0), OTHER ("end of week", WEEKDAY, 5, 0),
  OTHER ("next month", MONTHS, 1, 0), OTHER ("next week", WEEKDAY, 1, 2), OTHER ("next weekend", WEEKDAY, 6, 2),
  OTHER ("this weekend", WEEKDAY, 6, 1), OTHER ("weekend", WEEKDAY, 6, 0),
  OTHER ("下个月底", MONTH_END, 0, 1), OTHER ("下月底", MONTH_END, 0, 1), OTHER ("下月末", MONTH_END, 0, 1),
  OTHER ("这个月底", MONTH_END, 0, 0), OTHER ("本月底", MONTH_END, 0, 0), OTHER ("本月末", MONTH_END, 0, 0),
  OTHER ("月底", MONTH_END, 0, 0), OTHER ("月末", MONTH_END, 0, 0),
  OTHER ("下个月初", MONTH_DAY, 1, 1), OTHER ("下月初", MONTH_DAY, 1, 1), OTHER ("月初", MONTH_DAY, 1, 0),
  OTHER ("明年底", YEAR_END, 0, 1), OTHER ("年底", YEAR_END, 0, 0), OTHER ("年末", YEAR_END, 0, 0),
  PART ("凌晨", MORNING, 6, 0), PART ("早上", MORNING, 8, 30), PART ("早晨", MORNING, 8, 30),
  PART ("清晨", MORNING, 7, 0), PART ("1早", MORNING, 8, 30), PART ("上班后", MORNING, 8, 30),
  PART ("上班", MORNING, 8, 30), PART ("上午", MORNING, 9, 0), PART ("中午", NOON, 12, 0), PART ("正午", NOON, 12, 0),
  PART ("下午", AFTER, 14, 0), PART ("午后", AFTER, 14, 0), PART ("傍晚", AFTER, 17, 30),
  PART ("下班前", AFTER, 18, 0), PART ("下班", AFTER, 18, 0), PART ("晚上", NIGHT, 19, 0), PART ("夜里", NIGHT, 19, 0),
  PART ("晚", NIGHT, 19, 0), PART ("morning", MORNING, 9, 0), PART ("noon", NOON, 12, 0),
  PART ("afternoon", AFTER, 14, 0), PART ("evening", NIGHT, 19, 0), PART ("night", NIGHT, 19, 0),
  PART ("end of day", AFTER, 18, 0), PART ("eod", AFTER, 18, 0),
};

static const char *const noise[] = { "at ", "on ", "by ", "the ", "of ", "about ", "around ",
                                     "的", "约", "大概", "前后", "左右", ",", ".", "@", "前" };

static const char *const english_days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };
static const char *const english_months[] = { "january", "february", "march", "april", "may", "june", "july", "august",
                                              "september", "october", "november", "december" };

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

/* Does @word stand here, whole? Then it is passed over. */
static gboolean
take (Reader *self, const char *word)
{
  gsize n = strlen (word);

  if (strncmp (self->p, word, n) != 0 || (is_letter (word[n - 1]) && is_letter (self->p[n])))
    return FALSE;
  self->p += n;
  return TRUE;
}

static gboolean
take_any (Reader *self, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (take (self, list[i]))
      return TRUE;
  return FALSE;
}

static void
skip_blanks (Reader *self)
{
  while (*self->p == ' ')
    self->p++;
}

static gboolean
set_day (Reader *self, DeskNaturalDay what, int day, int week)
{
  if (self->out->what != DESK_NATURAL_NO_DAY || self->out->seconds > 0)
    return FALSE;
  self->out->what = what;
  self->out->day = day;
  self->out->week = week;
  return TRUE;
}

static gboolean
set_date (Reader *self, int year, int month, int day)
{
  self->out->year = year;
  self->out->month = month;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && set_day (self, DESK_NATURAL_DATE, day, 0);
}

static gboolean
set_part (Reader *self, DeskNaturalPart part, int minute)
{
  if (self->out->part != DESK_NATURAL_NO_PART || self->out->seconds > 0)
    return FALSE;
  self->out->part = part;
  self->out->part_minute = minute;
  return TRUE;
}

static gboolean
set_clock (Reader *self, int hour, int minute, gboolean exact)
{
  if (self->out->hour >= 0 || self->out->seconds > 0 || hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return FALSE;
  self->out->hour = hour;
  self->out->minute = minute;
  self->out->exact = exact || hour == 0;
  return TRUE;
}

static gboolean
add_seconds (Reader *self, gint64 seconds)
{
  if (self->out->what != DESK_NATURAL_NO_DAY || self->out->part != DESK_NATURAL_NO_PART || self->out->hour >= 0
      || seconds <= 0)
    return FALSE;
  self->out->seconds += seconds;
  return TRUE;
}

/* The numeral in Hanzi that begins at @p, 0 to 99, or with @single just one figure.
 * Returns: where it ends; NULL when there is none. */
static const char *
hanzi_number (const char *p, gboolean single, int *value)
{
  static const char digits[] = "零一二三四五六七八九";
  int tens = -1, ones = -1;
  const char *q = p;

  for (int i = 0; i <= 9; i++)
    if (strncmp (q, digits + i * 3, 3) == 0)
      ones = i;
  if (strncmp (q, "两", 3) == 0)
    ones = 2;
  if (ones >= 0)
    q += 3;
  if (!single && strncmp (q, "十", 3) == 0)
    {
      tens = ones >= 0 ? ones : 1;
      ones = 0;
      q += 3;
      for (int i = 1; i <= 9; i++)
        if (strncmp (q, digits + i * 3, 3) == 0)
          ones = i;
      if (ones > 0)
        q += 3;
    }
  if (q == p)
    return NULL;
  *value = (tens > 0 ? tens * 10 : 0) + ones;
  return q;
}

/* Does the text end in 周, 星期 or 礼拜, so that a numeral is a day of the week? */
static gboolean
ends_in_week (const GString *text)
{
  return g_str_has_suffix (text->str, "周") || g_str_has_suffix (text->str, "星期")
         || g_str_has_suffix (text->str, "礼拜");
}

/* Returns: (transfer full) (nullable): @text half-width, in small letters, with figures for numerals. */
static char *
normalize (const char *text)
{
  g_autofree char *half = NULL;
  g_autofree char *small = NULL;
  GString *out;

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 200)
    return NULL;
  half = desk_string_half_width (text);
  small = g_utf8_strdown (half, -1);
  out = g_string_new (NULL);
  for (const char *p = small; *p != '\0';)
    {
      gboolean of_week = ends_in_week (out);
      int value;
      const char *after = hanzi_number (p, of_week, &value);

      if (after != NULL)
        {
          /* 周一10点: the day and the hour must not run together. */
          g_string_append_printf (out, of_week || g_ascii_isdigit (*after) ? "%d " : "%d", value);
          p = after;
        }
      else if (strncmp (p, "：", strlen ("：")) == 0)
        {
          g_string_append_c (out, ':');
          p += strlen ("：");
        }
      else
        {
          g_string_append_unichar (out, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }
  return g_string_free (out, FALSE);
}

/* A whole number of at most 8 figures; -1 when there is none. */
static int
take_number (Reader *self, int *digits)
{
  int value = 0;

  for (*digits = 0; g_ascii_isdigit (*self->p) && *digits < 8; self->p++, (*digits)++)
    value = value * 10 + (*self->p - '0');
  return *digits > 0 ? value : -1;
}

static gboolean
read_word (Reader *self, gboolean *ok)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const Word *word = &words[i];

      if (!take (self, word->text))
        continue;
      *ok = (word->what == DESK_NATURAL_NO_DAY || set_day (self, word->what, word->day, word->week))
            && (word->part == DESK_NATURAL_NO_PART || set_part (self, word->part, word->part_minute));
      return TRUE;
    }
  return FALSE;
}

/* 周五, 这周五, 下周五, 下下个星期五, 下周, 周末. */
static gboolean
read_week (Reader *self, gboolean *ok)
{
  static const char *const names[] = { "星期", "礼拜", "周" };
  Reader ahead = *self;
  int week = 0, digits;

  while (take (&ahead, "下"))
    week = week == 0 ? 2 : week + 1;
  if (week == 0 && (take (&ahead, "这") || take (&ahead, "本")))
    week = 1;
  take (&ahead, "个");
  if (!take_any (&ahead, names, G_N_ELEMENTS (names)))
    return FALSE;
  if (take (&ahead, "末"))
    *ok = set_day (&ahead, DESK_NATURAL_WEEKDAY, 6, week);
  else if (take (&ahead, "日") || take (&ahead, "天"))
    *ok = set_day (&ahead, DESK_NATURAL_WEEKDAY, 7, week);
  else if (*ahead.p >= '1' && *ahead.p <= '6')
    *ok = set_day (&ahead, DESK_NATURAL_WEEKDAY, take_number (&ahead, &digits), week) && digits == 1;
  else
    *ok = week > 1 && set_day (&ahead, DESK_NATURAL_WEEKDAY, 1, week);
  *self = ahead;
  return TRUE;
}

/* The name of a day or month, whole or its first three letters (four of thurs, sept). */
static int
take_name (Reader *self, const char *const *names, int n)
{
  gsize length = 0;

  while (is_letter (self->p[length]))
    length++;
  for (int i = 0; length >= 3 && i < n; i++)
    if (length <= strlen (names[i]) && strncmp (self->p, names[i], length) == 0)
      {
        self->p += length;
        return i + 1;
      }
  return 0;
}

/* fri, this friday, next fri. */
static gboolean
read_english_day (Reader *self, gboolean *ok)
{
  Reader ahead = *self;
  int week = take (&ahead, "next ") ? 2 : take (&ahead, "this ") ? 1 : 0;
  int day = take_name (&ahead, english_days, 7);

  if (day == 0)
    return FALSE;
  *ok = set_day (&ahead, DESK_NATURAL_WEEKDAY, day, week);
  *self = ahead;
  return TRUE;
}

static gboolean
take_ordinal (Reader *self)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  return take_any (self, endings, G_N_ELEMENTS (endings));
}

/* dec 1, december 24th. */
static gboolean
read_english_month (Reader *self, gboolean *ok)
{
  Reader ahead = *self;
  int month = take_name (&ahead, english_months, 12);
  int day, digits;

  if (month == 0)
    return FALSE;
  skip_blanks (&ahead);
  day = take_number (&ahead, &digits);
  take_ordinal (&ahead);
  *ok = day > 0 && digits <= 2 && set_date (&ahead, 0, month, day);
  *self = ahead;
  return TRUE;
}

/* 下个月15号, 下月; 本月28号 is a day that is still to come. */
static gboolean
read_month (Reader *self, gboolean *ok)
{
  Reader ahead = *self;
  int week = take (&ahead, "下") ? 1 : 0;
  int day, digits;

  if (week == 0 && !take (&ahead, "本") && !take (&ahead, "这"))
    return FALSE;
  take (&ahead, "个");
  if (!take (&ahead, "月"))
    return FALSE;
  day = take_number (&ahead, &digits);
  if (day < 0)
    *ok = week == 1 && set_day (&ahead, DESK_NATURAL_MONTHS, 1, 0);
  else
    *ok = (take (&ahead, "号") || take (&ahead, "日")) && day >= 1 && day <= 31
          && set_day (&ahead, DESK_NATURAL_MONTH_DAY, day, week);
  *self = ahead;
  return TRUE;
}

/* What a unit of length adds up to. */
typedef struct
{
  const char *text;
  DeskNaturalDay what; /* NO_DAY: seconds */
  int factor;
} Unit;

static const Unit units[] = {
  { "个小时", DESK_NATURAL_NO_DAY, 3600 }, { "小时", DESK_NATURAL_NO_DAY, 3600 },
  { "个钟头", DESK_NATURAL_NO_DAY, 3600 }, { "钟头", DESK_NATURAL_NO_DAY, 3600 },
  { "刻钟", DESK_NATURAL_NO_DAY, 900 },    { "分钟", DESK_NATURAL_NO_DAY, 60 },
  { "分", DESK_NATURAL_NO_DAY, 60 },
  { "hours", DESK_NATURAL_NO_DAY, 3600 },  { "hour", DESK_NATURAL_NO_DAY, 3600 },
  { "hrs", DESK_NATURAL_NO_DAY, 3600 },    { "hr", DESK_NATURAL_NO_DAY, 3600 },
  { "h", DESK_NATURAL_NO_DAY, 3600 },      { "minutes", DESK_NATURAL_NO_DAY, 60 },
  { "minute", DESK_NATURAL_NO_DAY, 60 },   { "mins", DESK_NATURAL_NO_DAY, 60 },
  { "min", DESK_NATURAL_NO_DAY, 60 },      { "m", DESK_NATURAL_NO_DAY, 60 },
  { "个星期", DESK_NATURAL_DAYS, 7 },      { "个礼拜", DESK_NATURAL_DAYS, 7 },
  { "星期", DESK_NATURAL_DAYS, 7 },        { "周", DESK_NATURAL_DAYS, 7 },
  { "天", DESK_NATURAL_DAYS, 1 },          { "days", DESK_NATURAL_DAYS, 1 },
  { "day", DESK_NATURAL_DAYS, 1 },         { "d", DESK_NATURAL_DAYS, 1 },
  { "weeks", DESK_NATURAL_DAYS, 7 },       { "week", DESK_NATURAL_DAYS, 7 },
  { "w", DESK_NATURAL_DAYS, 7 },           { "个月", DESK_NATURAL_MONTHS, 1 },
  { "months", DESK_NATURAL_MONTHS, 1 },    { "month", DESK_NATURAL_MONTHS, 1 },
  { "年后", DESK_NATURAL_MONTHS, 12 },     { "years", DESK_NATURAL_MONTHS, 12 },
  { "year", DESK_NATURAL_MONTHS, 12 },
};

/* The words after a length: 后, later. They say nothing new. */
static void
take_after (Reader *self)
{
  static const char *const after[] = { "以后", "之后", "后", "later", "from now" };

  skip_blanks (self);
  take_any (self, after, G_N_ELEMENTS (after));
}

/* @halves: the length in halves, so that 半 and 1.5 stay whole numbers. */
static gboolean
read_unit (Reader *self, int halves, gboolean *ok)
{
  skip_blanks (self);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const Unit *unit = &units[i];

      if (!take (self, unit->text))
        continue;
      if (unit->what == DESK_NATURAL_NO_DAY)
        *ok = halves <= 200000 && add_seconds (self, (gint64) halves * unit->factor / 2);
      else
        *ok = halves % 2 == 0 && halves <= 20000 && halves > 0
              && set_day (self, unit->what, halves / 2 * unit->factor, 0);
      take_after (self);
      return TRUE;
    }
  return FALSE;
}

/* Lengths without a figure: 半小时, half an hour, an hour, a week. */
static gboolean
read_half (Reader *self, gboolean *ok)
{
  static const char *const halves[] = { "half an", "half a", "half", "半" };
  static const char *const ones[] = { "an", "a" };
  Reader ahead = *self;
  int n = take_any (&ahead, halves, G_N_ELEMENTS (halves)) ? 1 : take_any (&ahead, ones, G_N_ELEMENTS (ones)) ? 2 : 0;

  if (n == 0 || !read_unit (&ahead, n, ok))
    return FALSE;
  *self = ahead;
  return TRUE;
}

/* am, pm after an hour. */
static gboolean
read_half_of_day (Reader *self, int hour)
{
  gboolean pm;

  skip_blanks (self);
  pm = take (self, "pm") || take (self, "p.m.");
  if (!pm && !take (self, "am") && !take (self, "a.m."))
    return TRUE;
  return hour >= 1 && hour <= 12
         && set_part (self, pm ? DESK_NATURAL_AFTER_PART : DESK_NATURAL_MORNING_PART, 0);
}

/* 9:30, 9点半, 9点一刻, 9点05分, 9时 after their hour. */
static gboolean
read_clock (Reader *self, int hour, gboolean *ok)
{
  int minute = 0, digits;
  gboolean colon = take (self, ":");

  if (!colon && !take (self, "点钟") && !take (self, "点") && !take (self, "时"))
    return FALSE;
  if (take (self, "半"))
    minute = 30;
  else if (take (self, "1刻"))
    minute = 15;
  else if (take (self, "3刻"))
    minute = 45;
  else if (!take (self, "整") && g_ascii_isdigit (*self->p))
    minute = take_number (self, &digits);
  else if (colon)
    minute = 60;
  take (self, "分");
  *ok = set_clock (self, hour, minute, colon) && read_half_of_day (self, hour);
  return TRUE;
}

/* 12月1日, 12-1, 12/1, 1号, 1日, 1 dec, 28th, 2026-12-01, 2026年12月1日 after their first figure. */
static gboolean
read_date (Reader *self, int first, int digits, gboolean *ok)
{
  static const char *const parts[] = { "年", "月", "-", "/" };
  Reader ahead = *self;
  int n[3] = { first, 0, 0 }, count = 1, width, month;

  if (digits <= 2 && (take (&ahead, "号") || take (&ahead, "日")))
    *ok = first >= 1 && first <= 31 && set_day (&ahead, DESK_NATURAL_MONTH_DAY, first, 0);
  else if (digits <= 2 && take_ordinal (&ahead))
    {
      skip_blanks (&ahead);
      month = take_name (&ahead, english_months, 12);
      *ok = month > 0 ? set_date (&ahead, 0, month, first)
                      : first >= 1 && first <= 31 && set_day (&ahead, DESK_NATURAL_MONTH_DAY, first, 0);
    }
  else
    {
      while (count < 3 && take_any (&ahead, parts, G_N_ELEMENTS (parts)) && g_ascii_isdigit (*ahead.p))
        n[count++] = take_number (&ahead, &width);
      if (count == 1)
        return FALSE;
      if (!take (&ahead, "号"))
        take (&ahead, "日");
      *ok = count == 3 ? digits == 4 && set_date (&ahead, n[0], n[1], n[2])
                       : digits <= 2 && set_date (&ahead, 0, n[0], n[1]);
    }
  *self = ahead;
  return TRUE;
}

/* 1 dec: the day before the name of its month. */
static gboolean
read_day_of_name (Reader *self, int day, gboolean *ok)
{
  Reader ahead = *self;
  int month;

  skip_blanks (&ahead);
  month = take_name (&ahead, english_months, 12);
  if (month == 0)
    return FALSE;
  *ok = set_date (&ahead, 0, month, day);
  *self = ahead;
  return TRUE;
}

/* Whatever begins with a figure. */
static gboolean
read_number (Reader *self, gboolean *ok)
{
  int digits, value = take_number (self, &digits), halves = value * 2;

  if (value < 0)
    return FALSE;
  if (digits <= 2 && (read_clock (self, value, ok) || read_day_of_name (self, value, ok)))
    return TRUE;
  if (digits > 5 && digits != 8)
    return FALSE;
  if (self->p[0] == '.' && self->p[1] == '5' && !g_ascii_isdigit (self->p[2]))
    {
      halves++;
      self->p += 2;
    }
  else if (strncmp (self->p, "个半", strlen ("个半")) == 0)
    {
      halves++;
      self->p += strlen ("个半");
    }
  if (digits <= 5 && read_unit (self, halves, ok))
    return TRUE;
  if (halves != value * 2)
    return FALSE;
  if (read_date (self, value, digits, ok))
    return TRUE;
  if (digits == 8)
    *ok = set_date (self, value / 10000, value / 100 % 100, value % 100);
  else if (digits == 4)
    *ok = set_clock (self, value / 100, value % 100, TRUE);
  else
    *ok = digits <= 2 && set_clock (self, value, 0, FALSE) && read_half_of_day (self, value);
  return TRUE;
}

/* The words before a length: in 2h, 过3天. */
static gboolean
read_in (Reader *self)
{
  static const char *const before[] = { "in ", "after ", "再过", "过" };

  return take_any (self, before, G_N_ELEMENTS (before));
}

/**
 * desk_natural_read:
 * @text: what was typed
 * @parts: (out): what it says; nothing but that is meant
 *
 * Returns: whether all of it is understood
 */
gboolean
desk_natural_read (const char *text, DeskNaturalParts *parts)
{
  g_autofree char *plain = normalize (text);
  Reader self = { plain, parts };

  *parts = (DeskNaturalParts){ .hour = -1 };
  while (plain != NULL)
    {
      gboolean ok = FALSE;

      skip_blanks (&self);
      if (*self.p == '\0')
        return parts->what != DESK_NATURAL_NO_DAY || parts->part != DESK_NATURAL_NO_PART || parts->hour >= 0
               || parts->seconds > 0;
      if (read_in (&self))
        continue;
      if (!read_word (&self, &ok) && !read_week (&self, &ok) && !read_month (&self, &ok)
          && !read_english_day (&self, &ok) && !read_english_month (&self, &ok) && !read_half (&self, &ok)
          && !read_number (&self, &ok))
        ok = take_any (&self, noise, G_N_ELEMENTS (noise));
      if (!ok)
        return FALSE;
    }
  return FALSE;
}
