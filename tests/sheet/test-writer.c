/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-sheet-package.h"
#include "sheet-test.h"

static const DeskSheetColumn columns[] = {
  { "房号", DESK_SHEET_COLUMN_TEXT, 0, 0 },       { "人数", DESK_SHEET_COLUMN_INTEGER, 0, 0 },
  { "应缴", DESK_SHEET_COLUMN_DECIMAL, 2, 0 },    { "入住", DESK_SHEET_COLUMN_DAY, 0, 0 },
  { "报修时间", DESK_SHEET_COLUMN_TIME, 0, 20 },  { "备注", DESK_SHEET_COLUMN_TEXT, 0, 40 },
};

static const struct
{
  DeskSheetFormat format;
  const char *name;
} formats[] = { { DESK_SHEET_CSV, "out.csv" }, { DESK_SHEET_XLSX, "out.xlsx" } };

static DeskSheetWriter *
make (SheetFolder *folder, gsize f, char **path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  DeskSheetWriter *writer;

  *path = g_build_filename (folder->folder, formats[f].name, NULL);
  writer = desk_sheet_writer_new (*path, formats[f].format, "住户 [一期]", columns, G_N_ELEMENTS (columns), zone, &error);
  g_assert_no_error (error);
  return writer;
}

static void
add (DeskSheetWriter *writer, const char *unit, gint64 people, gint64 due, DeskDay day, gint64 time, const char *remark)
{
  g_autoptr (GError) error = NULL;

  desk_sheet_writer_text (writer, unit);
  desk_sheet_writer_integer (writer, people);
  desk_sheet_writer_decimal (writer, due);
  desk_sheet_writer_day (writer, day);
  desk_sheet_writer_time (writer, time);
  desk_sheet_writer_text (writer, remark);
  desk_sheet_writer_end_row (writer, &error);
  g_assert_no_error (error);
}

static void
test_types (SheetFolder *folder, gconstpointer data)
{
  static const char *const expected[] = {
    "1:T'房号'|T'人数'|T'应缴'|T'入住'|T'报修时间'|T'备注'\n"
    "2:T'0101'|T'3'|T'1409.50'|T'2019-02-28'|T'2019-02-28 11:25:05'|T'110105194912310021'\n"
    "3:T'1-2-301'|T'-1'|T'-0.07'|-''|-''|T' 两端空格 '\n"
    "4:T'9007199254740993'|T'9007199254740993'|T'12345678901234.56'\n",
    "1:T'房号'|T'人数'|T'应缴'|T'入住'|T'报修时间'|T'备注'\n"
    "2:T'0101'|N'3'|N'1409.5'|D'2019-02-28'|D'2019-02-28 11:25:05'|T'110105194912310021'\n"
    "3:T'1-2-301'|N'-1'|N'-0.07'|-''|-''|T' 两端空格 '\n"
    "4:T'9007199254740993'|T'9007199254740993'|T'12345678901234.56'\n",
  };

  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autoptr (DeskSheetWriter) writer = make (folder, f, &path);

      add (writer, "0101", 3, 140950, 20190228, 1551324305, "110105194912310021");
      add (writer, "1-2-301", -1, -7, 0, 0, " 两端空格 ");
      add (writer, "9007199254740993", G_GINT64_CONSTANT (9007199254740993), G_GINT64_CONSTANT (1234567890123456), 0, 0,
           NULL);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      desk_sheet_writer_finish (writer, &error);
      g_assert_no_error (error);
      sheet_assert_rows (path, NULL, expected[f]);
    }
}

/* Byte for byte what Excel opens right: mark, CRLF, quotes where needed, formulas defused, typed numbers not. */
static void
test_csv_bytes (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (DeskSheetWriter) writer = make (folder, 0, &path);

  add (writer, "=HYPERLINK(\"http://x\")", -3, -7, 0, 0, "+86 138, \"x\"\nnext");
  add (writer, "-5", 1, 0, 0, 0, "'@me");
  add (writer, "\ttab", 1, 0, 0, 0, "it's");
  desk_sheet_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
  g_assert_cmpstr (bytes, ==,
                   "\xef\xbb\xbf房号,人数,应缴,入住,报修时间,备注\r\n"
                   "\"'=HYPERLINK(\"\"http://x\"\")\",-3,-0.07,,,\"'+86 138, \"\"x\"\"\nnext\"\r\n"
                   "'-5,1,0.00,,,''@me\r\n"
                   "\"'\ttab\",1,0.00,,,it's\r\n");
}

/* What a spreadsheet program sees besides the cells. */
static void
test_xlsx_part (SheetFolder *folder, gconstpointer data)
{
  static const char *const wanted[] = { "state=\"frozen\"", "ySplit=\"1\"", "<cols>", "width=\"40.7109375\"" };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (DeskSheetWriter) writer = make (folder, 1, &path);
  g_autoptr (DeskSheetSource) source = NULL;
  g_autoptr (DeskSheetPackage) package = NULL;
  g_autoptr (DeskSheetPart) part = NULL;
  g_autoptr (DeskSheetReader) reader = NULL;
  char text[8192] = { 0 };

  add (writer, "0101", 3, 140950, 20190228, 0, "x");
  desk_sheet_writer_finish (writer, &error);
  g_assert_no_error (error);
  source = desk_sheet_source_open (path, &error);
  package = desk_sheet_package_open (source, &error);
  part = desk_sheet_part_open (package, "xl/worksheets/sheet1.xml", sizeof text, &error);
  g_assert_cmpint (desk_sheet_part_read (part, text, sizeof text - 1, &error), >, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("%s is not in %s", wanted[i], text);
  /* Characters a sheet's name may not have are replaced. */
  reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_sheet_reader_get_sheet_name (reader, 0), ==, "住户 -一期-");
}

static char *
random_text (void)
{
  static const char *const pieces[] = { "房",   "𠮷", "é", "a",  "\"", ",", ";", "\t", "\n", "\r\n", " ", "=", "+", "-", "@", "'",
                                        "<&>", "_x000D_", "_x", "0", "1.38E+10", "\xe3\x80\x80", "\x01", "|", "]]>", "\r" };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 8);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Whatever is written comes back the same, in both formats. */
static void
test_round_trip (SheetFolder *folder, gconstpointer data)
{
  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *path = NULL;
      g_autoptr (DeskSheetWriter) writer = make (folder, f, &path);
      g_autoptr (DeskSheetReader) reader = NULL;
      DeskSheetRow row;
      guint n = 0;

      for (int i = 0; i < 3000; i++)
        {
          g_ptr_array_add (texts, random_text ());
          g_ptr_array_add (texts, random_text ());
          add (writer, texts->pdata[i * 2], i, i * 7919, 20190227 + i % 2, 1551324305 + i, texts->pdata[i * 2 + 1]);
        }
      desk_sheet_writer_finish (writer, &error);
      g_assert_no_error (error);
      reader = desk_sheet_reader_open (path, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (desk_sheet_reader_next (reader, &row, NULL, &error));
      while (desk_sheet_reader_next (reader, &row, NULL, &error))
        {
          g_assert_cmpuint (row.number, ==, n + 2);
          g_assert_cmpstr (desk_sheet_row_cell (&row, 0)->text, ==, texts->pdata[n * 2]);
          g_assert_cmpstr (desk_sheet_row_cell (&row, 5)->text, ==, texts->pdata[n * 2 + 1]);
          g_assert_cmpint (g_ascii_strtoll (desk_sheet_row_cell (&row, 1)->text, NULL, 10), ==, n);
          n++;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, 3000);
    }
}

/* Until it is finished nothing shows, and what was there stays; a writer given up leaves nothing behind. */
static void
test_whole_or_not (SheetFolder *folder, gconstpointer data)
{
  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *before = sheet_file (folder, formats[f].name, "kept", -1);
      g_autoptr (DeskSheetWriter) writer = make (folder, f, &path);
      GStatBuf info;
      g_autoptr (GDir) dir = NULL;
      const char *name;

      add (writer, "1", 1, 1, 0, 0, "x");
      g_clear_pointer (&writer, desk_sheet_writer_free);
      g_clear_pointer (&path, g_free);
      g_assert_true (g_file_get_contents (before, &kept, NULL, &error));
      g_assert_cmpstr (kept, ==, "kept");
      writer = make (folder, f, &path);
      add (writer, "1", 1, 1, 0, 0, "x");
      desk_sheet_writer_finish (writer, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
      dir = g_dir_open (folder->folder, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        if (*name == '.')
          g_error ("%s was left behind", name);
    }
}

static void
test_failures (SheetFolder *folder, gconstpointer data)
{
  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
      g_autofree char *nowhere = g_build_filename (folder->folder, "absent", formats[f].name, NULL);
      g_autofree char *taken = g_build_filename (folder->folder, "folder", NULL);
      g_autofree char *inside = g_build_filename (taken, "x", NULL);
      DeskSheetWriter *writer
          = desk_sheet_writer_new (nowhere, formats[f].format, "a", columns, G_N_ELEMENTS (columns), zone, &error);

      g_assert_null (writer);
      sheet_assert_problem (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED);
      g_clear_error (&error);
      /* The name is that of a folder with something in it: it cannot be replaced. */
      g_mkdir_with_parents (inside, 0700);
      writer = desk_sheet_writer_new (taken, formats[f].format, "a", columns, G_N_ELEMENTS (columns), zone, &error);
      g_assert_no_error (error);
      g_assert_false (desk_sheet_writer_finish (writer, &error));
      sheet_assert_problem (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED);
      desk_sheet_writer_free (writer);
    }
}

/* The disk takes no more: never a file that looks whole. A limit on the size of files stands for the full disk; the rows
 * of a workbook meet it in the temporary file, where libxlsxwriter does not look. */
static void
test_no_room (SheetFolder *folder, gconstpointer data)
{
  struct rlimit before, small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 200000;
  for (gsize f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autoptr (DeskSheetWriter) writer = make (folder, f, &path);
      gboolean fine = TRUE;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      for (int i = 0; i < 20000 && fine; i++)
        {
          desk_sheet_writer_text (writer, "一号楼一单元一〇一室");
          fine = desk_sheet_writer_end_row (writer, &error);
        }
      fine = fine && desk_sheet_writer_finish (writer, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (fine);
      g_assert_nonnull (error);
      g_assert_true (error->domain == DESK_ERROR && (error->code == DESK_ERROR_FULL || error->code == DESK_ERROR_IO));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_long_text (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = g_strnfill (32768, 'x');
  g_autoptr (DeskSheetWriter) writer = make (folder, 1, &path);

  desk_sheet_writer_text (writer, text);
  g_assert_false (desk_sheet_writer_end_row (writer, &error));
  sheet_assert_problem (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_CELL_TOO_LONG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sheet_test ("/writer/types", test_types);
  sheet_test ("/writer/csv-bytes", test_csv_bytes);
  sheet_test ("/writer/xlsx-part", test_xlsx_part);
  sheet_test ("/writer/round-trip", test_round_trip);
  sheet_test ("/writer/whole-or-not", test_whole_or_not);
  sheet_test ("/writer/failures", test_failures);
  sheet_test ("/writer/no-room", test_no_room);
  sheet_test ("/writer/long-text", test_long_text);
  return g_test_run ();
}
