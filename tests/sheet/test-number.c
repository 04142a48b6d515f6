/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-sheet-styles.h"
#include "sheet-test.h"

static void
test_number_text (void)
{
  static const struct
  {
    const char *stored;
    const char *text;
  } cases[] = {
    { "144.0", "144" },
    { "13800138000", "13800138000" },
    { "13800138000.0", "13800138000" },
    { "1.38001380E10", "13800138000" },
    { "1.3800138E+10", "13800138000" },
    { "118.47000000000001", "118.47" },
    { "0.30000000000000004", "0.3" },
    { "1.1000000000000001", "1.1" },
    { "94.56", "94.56" },
    { "94.50", "94.5" },
    { "-12.5", "-12.5" },
    { "-20.420000000000002", "-20.42" },
    { " 41", "41" },
    { "0", "0" },
    { "-0", "0" },
    { "0.0", "0" },
    { "1E-3", "0.001" },
    { "5.0000000000000001E-3", "0.005" },
    { "1.1010519491231E+17", "110105194912310000" },
    { "123456789012345", "123456789012345" },
    { "1e3", "1000" },
    { "007", "7" },
    { "0.1", "0.1" },
    { ".5", "0.5" },
    { "1E+400", "1E+400" },
    { "nan", "nan" },
    { "inf", "inf" },
    { "abc", "abc" },
    { "12abc", "12abc" },
    { "", "" },
    { "-", "-" },
    { "0x10", "0x10" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = desk_sheet_number_text (cases[i].stored);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* What has at most 15 digits comes back as it was typed, through the binary form every workbook stores. */
static void
test_number_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 whole = g_test_rand_int_range (0, 1000000) * G_GINT64_CONSTANT (1000000) + g_test_rand_int_range (0, 1000000);
      int cents = g_test_rand_int_range (0, 1000);
      g_autofree char *typed = g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", whole, cents);
      char binary[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *text = desk_sheet_number_text (g_ascii_dtostr (binary, sizeof binary, g_ascii_strtod (typed, NULL)));
      gsize length = strlen (typed);

      while (typed[length - 1] == '0')
        length--;
      if (typed[length - 1] == '.')
        length--;
      typed[length] = '\0';
      g_assert_cmpstr (text, ==, typed);
    }
}

static void
test_serials (void)
{
  static const struct
  {
    const char *stored;
    gboolean date_1904, with_day, with_time;
    const char *text;
  } cases[] = {
    { "42370", FALSE, TRUE, FALSE, "2016-01-01" },
    { "43524", FALSE, TRUE, TRUE, "2019-02-28" },
    { "43524.475752314815", FALSE, TRUE, TRUE, "2019-02-28 11:25:05" },
    { "43524.475752314815", FALSE, TRUE, FALSE, "2019-02-28 11:25:05" },
    { "43524.999999", FALSE, TRUE, TRUE, "2019-03-01" },
    { "0.475752314815", FALSE, FALSE, TRUE, "11:25:05" },
    { "0.5", TRUE, FALSE, TRUE, "12:00:00" },
    { "1", FALSE, TRUE, FALSE, "1900-01-01" },
    { "59", FALSE, TRUE, FALSE, "1900-02-28" },
    { "61", FALSE, TRUE, FALSE, "1900-03-01" },
    { "40908", TRUE, TRUE, FALSE, "2016-01-01" },
    { "0", TRUE, TRUE, FALSE, "1904-01-01" },
    { "-1", FALSE, TRUE, FALSE, NULL },
    { "2958466", FALSE, TRUE, FALSE, NULL },
    { "1e300", FALSE, TRUE, FALSE, NULL },
    { "nan", FALSE, TRUE, FALSE, NULL },
    { "x", FALSE, TRUE, FALSE, NULL },
    { "", FALSE, TRUE, FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = desk_sheet_serial_text (cases[i].stored, cases[i].date_1904, cases[i].with_day, cases[i].with_time);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpint (desk_sheet_day_of_serial ("42370", FALSE), ==, 20160101);
  g_assert_cmpint (desk_sheet_day_of_serial ("40908", TRUE), ==, 20160101);
  g_assert_cmpint (desk_sheet_day_of_serial ("1001", FALSE), ==, 0);
  g_assert_cmpint (desk_sheet_day_of_serial ("2016-01-01", FALSE), ==, 0);
}

static void
test_lossy (void)
{
  static const struct
  {
    DeskSheetKind kind;
    const char *text;
    gboolean lossy;
  } cases[] = {
    { DESK_SHEET_TEXT, "1.38E+10", TRUE },
    { DESK_SHEET_TEXT, "1.10105E+17", TRUE },
    { DESK_SHEET_TEXT, "-4.2e+12", TRUE },
    { DESK_SHEET_TEXT, "5E-05", TRUE },
    { DESK_SHEET_TEXT, "13800138000", FALSE },
    { DESK_SHEET_TEXT, "110105194912310021", FALSE },
    { DESK_SHEET_TEXT, "3E", FALSE },
    { DESK_SHEET_TEXT, "2E301", FALSE },
    { DESK_SHEET_TEXT, "E+10", FALSE },
    { DESK_SHEET_TEXT, "1.5E+10 x", FALSE },
    { DESK_SHEET_TEXT, "", FALSE },
    { DESK_SHEET_NUMBER, "110105194912310000", TRUE },
    { DESK_SHEET_NUMBER, "123456789012345", FALSE },
    { DESK_SHEET_NUMBER, "13800138000", FALSE },
    { DESK_SHEET_NUMBER, "0.123456789012345", FALSE },
    { DESK_SHEET_DATE, "2019-02-28 11:25:05", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskSheetCell cell = { cases[i].kind, cases[i].text };

      if (desk_sheet_cell_is_lossy (&cell) != cases[i].lossy)
        g_error ("%s", cases[i].text);
    }
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    DeskSheetStyle style;
  } cases[] = {
    { "yyyy-mm-dd", { TRUE, FALSE, 0 } },
    { "yyyy\"年\"m\"月\"d\"日\";@", { TRUE, FALSE, 0 } },
    { "[$-804]yyyy/m/d h:mm AM/PM", { TRUE, TRUE, 0 } },
    { "h:mm:ss", { FALSE, TRUE, 0 } },
    { "[h]:mm", { FALSE, TRUE, 0 } },
    { "mm:ss.0", { FALSE, TRUE, 0 } },
    { "mmm", { TRUE, FALSE, 0 } },
    { "上午/下午h\"时\"mm\"分\"", { FALSE, TRUE, 0 } },
    { "General", { FALSE, FALSE, 0 } },
    { "G/通用格式", { FALSE, FALSE, 0 } },
    { "#,##0.00", { FALSE, FALSE, 0 } },
    { "#,##0.00;[Red]-#,##0.00", { FALSE, FALSE, 0 } },
    { "_ * #,##0.00_ ;_ * -#,##0.00_ ", { FALSE, FALSE, 0 } },
    { "0.00E+00", { FALSE, FALSE, 0 } },
    { "\"day \"0", { FALSE, FALSE, 0 } },
    { "0\\d", { FALSE, FALSE, 0 } },
    { "@", { FALSE, FALSE, 0 } },
    { "0", { FALSE, FALSE, 0 } },
    { "0000", { FALSE, FALSE, 4 } },
    { "00000;@", { FALSE, FALSE, 5 } },
    { "0000.00", { FALSE, FALSE, 0 } },
    { "", { FALSE, FALSE, 0 } },
    { "\"", { FALSE, FALSE, 0 } },
    { "[", { FALSE, FALSE, 0 } },
    { "\\", { FALSE, FALSE, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskSheetStyle style = desk_sheet_style_of_code (cases[i].code);

      if (style.with_day != cases[i].style.with_day || style.with_time != cases[i].style.with_time
          || style.zeros != cases[i].style.zeros)
        g_error ("%s: day %d time %d zeros %d", cases[i].code, style.with_day, style.with_time, style.zeros);
    }
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } cases[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 52, "BA" }, { 701, "ZZ" }, { 702, "AAA" },
                { 16383, "XFD" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = desk_sheet_column_name (cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/text", test_number_text);
  g_test_add_func ("/number/round-trip", test_number_round_trip);
  g_test_add_func ("/number/serials", test_serials);
  g_test_add_func ("/number/lossy", test_lossy);
  g_test_add_func ("/number/formats", test_formats);
  g_test_add_func ("/number/column-names", test_column_names);
  return g_test_run ();
}
