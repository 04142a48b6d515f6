/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-figure.h"

#include <string.h>

#include "desk-decimal.h"

#define DASH "–"
#define MINUS "−"
#define YUAN "¥"
#define HOUR 60
#define DAY (24 * HOUR)

/* Returns: "1,034.28" */
char *
desk_text_amount (gint64 fen)
{
  return desk_decimal_format_grouped (fen, DESK_DIGITS_MONEY);
}

/* Returns: "¥1,034.28", "−¥3.00" */
char *
desk_text_money (gint64 fen)
{
  g_autofree char *amount = desk_text_amount (fen);

  if (fen < 0)
    return g_strconcat (MINUS YUAN, amount + sizeof MINUS - 1, NULL);
  return g_strconcat (YUAN, amount, NULL);
}

/* Returns: "1,034.28"; a dash where nothing is owed */
char *
desk_text_owed (gint64 fen)
{
  return fen == 0 ? g_strdup (DASH) : desk_text_amount (fen);
}

/* Returns: "+20.00", "−3.00", "0.00" */
char *
desk_text_difference (gint64 fen)
{
  g_autofree char *amount = desk_text_amount (fen);

  return g_strconcat (fen > 0 ? "+" : "", amount, NULL);
}

/* Returns: "2,970" */
char *
desk_text_number (gint64 n)
{
  return desk_decimal_format_grouped (n, 0);
}

/* Returns: "118.47 m²"; a dash for 0, which is unknown */
char *
desk_text_area (gint64 area)
{
  g_autofree char *number = NULL;

  if (area == 0)
    return g_strdup (DASH);
  number = desk_decimal_format_grouped (area, DESK_DIGITS_AREA);
  return g_strconcat (number, " m²", NULL);
}

/* Returns: (transfer full): a rate with one decimal, "86.3 %"; a dash below zero, where there was nothing to divide by. */
char *
desk_text_percent (gint64 millionths)
{
  gint64 tenths = (millionths + 500) / 1000;

  if (millionths < 0)
    return g_strdup (DASH);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d %%", tenths / 10, (int) (tenths % 10));
}

/* Returns: @millionths of the whole as "50 %", "33.3333 %"; a dash for 0, which is not told */
char *
desk_text_share (gint64 millionths)
{
  g_autofree char *number = NULL;
  gsize n;

  if (millionths == 0)
    return g_strdup (DASH);
  number = desk_decimal_format_grouped (millionths, DESK_DIGITS_RATE - 2);
  for (n = strlen (number); number[n - 1] == '0'; n--)
    number[n - 1] = '\0';
  if (number[n - 1] == '.')
    number[n - 1] = '\0';
  return g_strconcat (number, " %", NULL);
}

/* The parts of @at in the zone of @text. */
static GDateTime *
local_time (const DeskText *text, gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return utc ? g_date_time_to_timezone (utc, desk_text_zone (text)) : NULL;
}

static char *
clock_of (GDateTime *time)
{
  return g_strdup_printf ("%02d:%02d", g_date_time_get_hour (time), g_date_time_get_minute (time));
}

/* Is @day in the week (Monday to Sunday) of @today? */
static gboolean
same_week (DeskDay day, DeskDay today)
{
  DeskDay monday = desk_day_add (today, 1 - desk_day_weekday (today));

  return desk_days_contain (monday, desk_day_add (monday, 7), day);
}

/* The words for @day, or NULL where it is not near @today; "" for today. */
static const char *
near_words (const DeskText *text, DeskDay day, DeskDay today)
{
  switch (desk_day_diff (day, today))
    {
    case 0:
      return "";
    case -1:
      return desk_text_get (text, N_ ("Yesterday"));
    case 1:
      return desk_text_get (text, N_ ("Tomorrow"));
    default:
      return same_week (day, today) ? desk_text_weekday (text, day) : NULL;
    }
}

static char *
month_and_day (DeskDay day)
{
  return g_strdup_printf ("%02d-%02d", desk_day_month (day), desk_day_of_month (day));
}

/**
 * desk_text_time:
 * @text: language and zone
 * @at: Unix seconds; 0 is no time
 * @now: Unix seconds
 *
 * Returns: (transfer full): as near as it is: 10:45, 昨天 16:40, 周六 09:00, 11-18 15:20, 2025-11-18; "" for none
 */
char *
desk_text_time (const DeskText *text, gint64 at, gint64 now)
{
  g_autoptr (GDateTime) time = at != 0 ? local_time (text, at) : NULL;
  g_autofree char *clock = NULL;
  g_autofree char *date = NULL;
  const char *words;
  DeskDay day, today;

  if (time == NULL)
    return g_strdup ("");
  clock = clock_of (time);
  day = desk_day_of_time (at, desk_text_zone (text));
  today = desk_day_of_time (now, desk_text_zone (text));
  words = near_words (text, day, today);
  if (words != NULL)
    return g_strconcat (words, *words ? " " : "", clock, NULL);
  if (desk_day_year (day) != desk_day_year (today))
    return desk_day_format (day);
  date = month_and_day (day);
  return g_strconcat (date, " ", clock, NULL);
}

/* Returns: "2025-11-18 15:20", for tooltips and papers; "" for 0. */
char *
desk_text_time_whole (const DeskText *text, gint64 at)
{
  g_autoptr (GDateTime) time = at != 0 ? local_time (text, at) : NULL;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (time == NULL)
    return g_strdup ("");
  date = desk_day_format (desk_day_of_time (at, desk_text_zone (text)));
  clock = clock_of (time);
  return g_strconcat (date, " ", clock, NULL);
}

/* Returns: "Today", "Yesterday", "Sat", "11-18", "2025-11-18"; "" for no day. */
char *
desk_text_day_near (const DeskText *text, DeskDay day, DeskDay today)
{
  const char *words;

  if (day == 0)
    return g_strdup ("");
  words = near_words (text, day, today);
  if (words != NULL)
    return g_strdup (*words ? words : desk_text_get (text, N_ ("Today")));
  return desk_day_year (day) == desk_day_year (today) ? month_and_day (day) : desk_day_format (day);
}

/* Returns: "2026-10-26"; a dash for no day. */
char *
desk_text_day (DeskDay day)
{
  return day == 0 ? g_strdup (DASH) : desk_day_format (day);
}

/**
 * desk_text_days:
 * @text: the language
 * @from: first day, 0 open
 * @to: first day no longer, 0 open
 *
 * Returns: (transfer full): the days from @from to the day before @to as people say them: "from 2021-06-18",
 *   "2021-06-18 – 2023-06-17", "until 2023-06-17"; "" when both are open
 */
char *
desk_text_days (const DeskText *text, DeskDay from, DeskDay to)
{
  g_autofree char *first = desk_day_format (from);
  g_autofree char *last = desk_day_format (to ? desk_day_add (to, -1) : 0);

  if (from == 0 && to == 0)
    return g_strdup ("");
  if (to == 0)
    return desk_text_format (text, N_ ("from %1"), first, NULL);
  if (from == 0)
    return desk_text_format (text, N_ ("until %1"), last, NULL);
  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  return g_strconcat (first, " " DASH " ", last, NULL);
}

/* Returns: (transfer none): "Sat", 周六. */
const char *
desk_text_weekday (const DeskText *text, DeskDay day)
{
  static const char *const words[]
      = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };

  g_return_val_if_fail (desk_day_is_valid (day), "");
  return desk_text_get (text, words[desk_day_weekday (day) - 1]);
}

/* Returns: "October 2026", 2026 年 10 月. */
char *
desk_text_month (const DeskText *text, DeskPeriod period)
{
  static const char *const words[]
      = { N_ ("January %1"), N_ ("February %1"), N_ ("March %1"),     N_ ("April %1"),   N_ ("May %1"),      N_ ("June %1"),
          N_ ("July %1"),    N_ ("August %1"),   N_ ("September %1"), N_ ("October %1"), N_ ("November %1"), N_ ("December %1") };
  g_autofree char *year = g_strdup_printf ("%d", (int) (period / 100));
  int month = (int) (period % 100);

  g_return_val_if_fail (month >= 1 && month <= 12, g_strdup (""));
  return desk_text_format (text, words[month - 1], year, NULL);
}

/* Returns: "24 min", "5 h 12 min", "2 days": minutes under an hour, hours and minutes under a day, then whole days. */
char *
desk_text_minutes (const DeskText *text, gint64 minutes)
{
  g_autofree char *hours = desk_text_number (minutes / HOUR);
  g_autofree char *rest = desk_text_number (minutes % HOUR);
  g_autofree char *days = desk_text_number (minutes / DAY);

  if (minutes < HOUR)
    return desk_text_format (text, N_ ("%1 min"), rest, NULL);
  if (minutes >= DAY)
    return desk_text_format_n (text, NN_ ("%1 day", "%1 days"), minutes / DAY, days, NULL);
  if (minutes % HOUR == 0)
    return desk_text_format (text, N_ ("%1 h"), hours, NULL);
  return desk_text_format (text, N_ ("%1 h %2 min"), hours, rest, NULL);
}

/* Returns: whole years from @from to @today, or whole months under a year, or days; "" when there is no @from or it
 * is still to come. */
char *
desk_text_age (const DeskText *text, DeskDay from, DeskDay today)
{
  g_autofree char *number = NULL;
  int months, n;

  if (from == 0 || from > today)
    return g_strdup ("");
  months = (desk_day_year (today) - desk_day_year (from)) * 12 + desk_day_month (today) - desk_day_month (from);
  if (desk_day_of_month (today) < desk_day_of_month (from))
    months--;
  n = months >= 12 ? months / 12 : months > 0 ? months : desk_day_diff (today, from);
  number = desk_text_number (n);
  if (months >= 12)
    return desk_text_format_n (text, NN_ ("%1 year", "%1 years"), n, number, NULL);
  if (months > 0)
    return desk_text_format_n (text, NN_ ("%1 month", "%1 months"), n, number, NULL);
  return desk_text_format_n (text, NN_ ("%1 day", "%1 days"), n, number, NULL);
}

/* Returns: (transfer full): @things (NULL-terminated) in a row: "Li Wei, Chen Yi", 李伟、陈怡. */
char *
desk_text_join (const DeskText *text, const char *const *things)
{
  return g_strjoinv (desk_text_get_c (text, NP_ ("between things in a row", ", ")), (char **) things);
}

/* Returns: (transfer full): @typed with everything that cannot be seen as a blank; "…" stands for what is cut. */
char *
desk_text_printable (const char *typed, glong most)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  GString *out = g_string_new (NULL);
  glong n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (most > 0 && n == most)
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_isprint (c) ? c : ' ');
    }
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): "Page 2 of 5", as it stands at the foot of papers; @page counts from 1. */
char *
desk_text_page_of (const DeskText *text, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *of = g_strdup_printf ("%u", n_pages);

  return desk_text_format (text, N_ ("Page %1 of %2"), number, of, NULL);
}
