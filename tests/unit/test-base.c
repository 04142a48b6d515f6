/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-clock.h"
#include "desk-day.h"
#include "desk-decimal.h"
#include "desk-error.h"
#include "desk-id.h"
#include "desk-string.h"

/* Days, decimals, texts, ids, errors: what everything else stands on. */

static void
test_day_parts (void)
{
  static const struct
  {
    int year, month, day;
    DeskDay result;
  } days[] = {
    { 2025, 3, 1, 20250301 }, { 2024, 2, 29, 20240229 }, { 2025, 2, 29, 0 },      { 1900, 2, 29, 0 }, { 2000, 2, 29, 20000229 },
    { 2025, 13, 1, 0 },       { 2025, 0, 1, 0 },         { 2025, 4, 31, 0 },      { 2025, 4, 0, 0 },  { 1799, 12, 31, 0 },
    { 1800, 1, 1, 18000101 }, { 2999, 12, 31, 29991231 }, { 3000, 1, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpint (desk_day_new (days[i].year, days[i].month, days[i].day), ==, days[i].result);
      if (days[i].result != 0)
        {
          g_assert_true (desk_day_is_valid (days[i].result));
          g_assert_cmpint (desk_day_year (days[i].result), ==, days[i].year);
          g_assert_cmpint (desk_day_month (days[i].result), ==, days[i].month);
          g_assert_cmpint (desk_day_of_month (days[i].result), ==, days[i].day);
        }
    }
  g_assert_false (desk_day_is_valid (0));
  g_assert_false (desk_day_is_valid (20250230));
  g_assert_false (desk_day_is_valid (-20250301));
  g_assert_cmpint (desk_day_weekday (20251121), ==, 5);
  g_assert_cmpint (desk_day_period (20251121), ==, 202511);
  g_assert_cmpint (desk_period_length (202402), ==, 29);
}

static void
test_day_sums (void)
{
  static const struct
  {
    DeskDay day;
    int days;
    DeskDay result;
  } sums[] = {
    { 20250228, 1, 20250301 }, { 20240228, 1, 20240229 }, { 20251231, 1, 20260101 }, { 20250301, -1, 20250228 },
    { 20250301, 0, 20250301 }, { 29991231, 1, 0 },        { 18000101, -1, 0 },       { 20250301, -9999999, 0 },
    { 20250301, 365, 20260301 },
  };
  static const struct
  {
    DeskDay day;
    int months;
    DeskDay result;
  } months[] = {
    { 20250131, 1, 20250228 }, { 20240131, 1, 20240229 }, { 20250331, -1, 20250228 }, { 20251115, 2, 20260115 },
    { 20250115, -1, 20241215 }, { 20250115, 12, 20260115 }, { 29991231, 1, 0 },      { 18000101, -1, 0 },
    { 20250101, -99999, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_assert_cmpint (desk_day_add (sums[i].day, sums[i].days), ==, sums[i].result);
      if (sums[i].result != 0)
        g_assert_cmpint (desk_day_diff (sums[i].result, sums[i].day), ==, sums[i].days);
    }
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_assert_cmpint (desk_day_add_months (months[i].day, months[i].months), ==, months[i].result);
}

static void
test_day_intervals (void)
{
  static const struct
  {
    DeskDay from1, to1, from2, to2;
    gboolean overlap;
  } pairs[] = {
    { 20250101, 20250201, 20250201, 20250301, FALSE }, { 20250101, 20250202, 20250201, 20250301, TRUE },
    { 20250101, 0, 20300101, 0, TRUE },                { 20250101, 20250201, 20240101, 0, TRUE },
    { 20250101, 20250201, 20240101, 20250101, FALSE }, { 20250101, 20250101, 20240101, 0, FALSE },
    { 0, 0, 20250101, 20250102, TRUE },                { 20250101, 20250301, 20250110, 20250120, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpint (desk_days_overlap (pairs[i].from1, pairs[i].to1, pairs[i].from2, pairs[i].to2), ==, pairs[i].overlap);
      g_assert_cmpint (desk_days_overlap (pairs[i].from2, pairs[i].to2, pairs[i].from1, pairs[i].to1), ==, pairs[i].overlap);
    }
  g_assert_true (desk_days_contain (20250301, 20250302, 20250301));
  g_assert_false (desk_days_contain (20250301, 20250302, 20250302));
  g_assert_true (desk_days_contain (0, 0, 20250302));
}

static void
test_day_texts (void)
{
  static const struct
  {
    const char *text;
    DeskDay day; /* 0: refused */
  } texts[] = {
    { "2025-03-01", 20250301 }, { "2025/3/1", 20250301 },   { "2025.3.1", 20250301 }, { "2025年3月1日", 20250301 },
    { "20250301", 20250301 },   { " 2025-3-1 ", 20250301 }, { "２０２５－０３－０１", 20250301 }, { "2025 3 1", 20250301 },
    { "2025-3", 0 },            { "2025-13-1", 0 },         { "2025-3-1-4", 0 },      { "25-3-1", 0 },
    { "250301", 0 },            { "2025-3-001", 0 },        { "2025x3x1", 0 },        { "", 0 },
    { "999999999999", 0 },      { "\xff", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      DeskDay day = 42;

      g_test_message ("%u", i);
      g_assert_cmpint (desk_day_parse (texts[i].text, &day), ==, texts[i].day != 0);
      g_assert_cmpint (day, ==, texts[i].day != 0 ? texts[i].day : 42);
      if (texts[i].day != 0)
        {
          g_autofree char *text = desk_day_format (day);

          g_assert_cmpstr (text, ==, "2025-03-01");
        }
    }
  g_assert_false (desk_day_parse (NULL, NULL));
}

/* Days begin where the store is, also on the days when clocks are moved. */
static void
test_day_zones (void)
{
  static const struct
  {
    const char *zone;
    DeskDay day;
    gint64 start;
  } days[] = {
    { "Asia/Shanghai", 20251121, 1763654400 },
    { "UTC", 20251121, 1763683200 },
    { "America/New_York", 20250309, 1741496400 },
    { "America/New_York", 20250310, 1741579200 }, /* 23 hours later */
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (days[i].zone);

      g_assert_nonnull (zone);
      g_assert_cmpint (desk_day_start (days[i].day, zone), ==, days[i].start);
      g_assert_cmpint (desk_day_of_time (days[i].start, zone), ==, days[i].day);
      g_assert_cmpint (desk_day_of_time (days[i].start - 1, zone), ==, desk_day_add (days[i].day, -1));
    }
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    int digits;
    gboolean ok;
    gint64 value;
  } numbers[] = {
    { "1409.50", 2, TRUE, 140950 },  { "¥1,409.5", 2, TRUE, 140950 },  { "1 409.50", 2, TRUE, 140950 },
    { "-3", 2, TRUE, -300 },         { "−3", 2, TRUE, -300 },          { "+3", 2, TRUE, 300 },
    { "１２．５", 2, TRUE, 1250 },   { "12.500", 2, TRUE, 1250 },      { "12.505", 2, FALSE, 0 },
    { ".5", 2, TRUE, 50 },           { "5.", 2, TRUE, 500 },           { "", 2, FALSE, 0 },
    { ".", 2, FALSE, 0 },            { "1.2.3", 2, FALSE, 0 },         { "1e5", 2, FALSE, 0 },
    { "abc", 2, FALSE, 0 },          { "0x10", 2, FALSE, 0 },          { "--3", 2, FALSE, 0 },
    { "92233720368547758.07", 2, FALSE, 0 }, { "9223372036854775807", 2, FALSE, 0 },
    { "0.000001", 6, TRUE, 1 },      { "7", 0, TRUE, 7 },              { "7.0", 0, TRUE, 7 }, { "7.1", 0, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 value = 42;

      g_test_message ("%s", numbers[i].text);
      g_assert_cmpint (desk_decimal_parse (numbers[i].text, numbers[i].digits, &value), ==, numbers[i].ok);
      g_assert_cmpint (value, ==, numbers[i].ok ? numbers[i].value : 42);
    }
}

static void
test_decimal_texts (void)
{
  static const struct
  {
    gint64 value;
    int digits;
    const char *plain, *grouped;
  } texts[] = {
    { 140950, 2, "1409.50", "1,409.50" }, { 0, 2, "0.00", "0.00" },       { -5, 2, "-0.05", "\xe2\x88\x92" "0.05" },
    { 100, 2, "1.00", "1.00" },           { 99999, 2, "999.99", "999.99" }, { 123456789, 0, "123456789", "123,456,789" },
    { G_MININT64, 2, "-92233720368547758.08", "\xe2\x88\x92" "92,233,720,368,547,758.08" },
    { 1, 6, "0.000001", "0.000001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = desk_decimal_format (texts[i].value, texts[i].digits);
      g_autofree char *grouped = desk_decimal_format_grouped (texts[i].value, texts[i].digits);

      g_assert_cmpstr (plain, ==, texts[i].plain);
      g_assert_cmpstr (grouped, ==, texts[i].grouped);
    }
}

static void
test_strings (void)
{
  static const struct
  {
    const char *text, *half, *clean, *digits;
    gboolean empty;
  } texts[] = {
    { "３－２　号", "3-2 号", "３－２ 号", "32", FALSE },
    { "  a  b  ", "  a  b  ", "a b", "", FALSE },
    { "a \n b", "a \n b", "a\nb", "", FALSE },
    { "\xe3\x80\x80\t ", " \t ", "", "", TRUE },
    { "", "", "", "", TRUE },
    { "+86 138-1234", "+86 138-1234", "+86 138-1234", "861381234", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *half = desk_string_half_width (texts[i].text);
      g_autofree char *clean = desk_string_clean (texts[i].text);
      g_autofree char *digits = desk_string_digits (texts[i].text);

      g_assert_cmpstr (half, ==, texts[i].half);
      g_assert_cmpstr (clean, ==, texts[i].clean);
      g_assert_cmpstr (digits, ==, texts[i].digits);
      g_assert_cmpint (desk_string_is_empty (texts[i].text), ==, texts[i].empty);
    }
  g_assert_true (desk_string_is_empty (NULL));
}

static void
test_control (void)
{
  static const struct
  {
    const char *text;
    gboolean control, control_in_lines;
  } texts[] = {
    { "张三", FALSE, FALSE },           { "a\nb", TRUE, FALSE },          { "a\tb", TRUE, FALSE },
    { "a\rb", TRUE, TRUE },             { "a\x07", TRUE, TRUE },          { "\xe2\x80\xae" "x", TRUE, TRUE },
    { "\xe2\x81\xa6" "x", TRUE, TRUE }, { "\xef\xbb\xbf" "x", TRUE, TRUE }, { "\xff", TRUE, TRUE },
    { "\xc2\x85", TRUE, TRUE },         { "<b>&amp;", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (desk_string_has_control (texts[i].text, FALSE), ==, texts[i].control);
      g_assert_cmpint (desk_string_has_control (texts[i].text, TRUE), ==, texts[i].control_in_lines);
    }
}

static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      char *key = desk_id_new_key ();

      g_assert_cmpint (strlen (key), ==, 32);
      g_assert_cmpint (strspn (key, "0123456789abcdef"), ==, 32);
      g_assert_true (g_hash_table_add (seen, key));
    }
}

/* A copied error still says what is wrong, with all its words. */
static void
test_errors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) other = g_error_new (G_FILE_ERROR, 1, "x");

  desk_error_set (&error, DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, "floor", "999", "-20", "200", NULL);
  desk_error_add_problem (error, desk_problem_new (DESK_PROBLEM_EMPTY, "room", 2, NULL));
  copy = g_error_copy (error);
  g_assert_error (copy, DESK_ERROR, DESK_ERROR_INVALID);
  g_assert_cmpint (desk_error_get_problems (copy)->len, ==, 2);
  g_assert_cmpstr (desk_error_get_problem (copy)->args[2], ==, "200");
  g_assert_null (desk_error_get_problem (copy)->args[3]);
  g_assert_true (desk_error_has_problem (copy, DESK_PROBLEM_EMPTY));
  g_assert_false (desk_error_has_problem (copy, DESK_PROBLEM_GONE));
  g_assert_cmpint (((DeskProblem *) desk_error_get_problems (copy)->pdata[1])->row, ==, 2);
  g_assert_null (desk_error_get_problem (other));
  g_assert_null (desk_error_get_problem (NULL));
  g_assert_cmpstr (error->message, ==, "out-of-range in floor: 999, -20, 200");
}

static void
test_clock (void)
{
  g_autoptr (DeskClock) fixed = desk_clock_new_fixed (100);
  g_autoptr (DeskClock) real = desk_clock_new_real ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (desk_clock_now (fixed), ==, 100);
  desk_clock_set (fixed, 200);
  g_assert_cmpint (desk_clock_now (fixed), ==, 200);
  g_assert_cmpint (desk_clock_now (real), >=, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/parts", test_day_parts);
  g_test_add_func ("/base/day/sums", test_day_sums);
  g_test_add_func ("/base/day/intervals", test_day_intervals);
  g_test_add_func ("/base/day/texts", test_day_texts);
  g_test_add_func ("/base/day/zones", test_day_zones);
  g_test_add_func ("/base/decimal/numbers", test_decimals);
  g_test_add_func ("/base/decimal/texts", test_decimal_texts);
  g_test_add_func ("/base/string/texts", test_strings);
  g_test_add_func ("/base/string/control", test_control);
  g_test_add_func ("/base/ids", test_ids);
  g_test_add_func ("/base/errors", test_errors);
  g_test_add_func ("/base/clock", test_clock);
  return g_test_run ();
}
