/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "desk-sheet-table.h"
#include "desk-sheet-writer.h"
#include "sheet-probe.h"

/* Our part of the speed: at least so much of the probe's. */
#define BUDGET 0.70
#define ROUNDS 9

static char *folder;

static char *
file_in (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* A file every program would write: shared strings in the workbook, UTF-8 in the text. */
static void
make_files (void)
{
  g_autofree char *xlsx = file_in ("in.xlsx");
  g_autofree char *csv = file_in ("in.csv");
  g_autoptr (GString) text = g_string_new (NULL);
  lxw_workbook *book = workbook_new (xlsx);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  lxw_format *day = workbook_add_format (book);

  format_set_num_format (day, "yyyy-mm-dd");
  for (int i = 0; i < BENCH_ROWS; i++)
    {
      const char *texts[BENCH_COLUMNS] = { NULL };
      BenchRow row;

      bench_row (i, &row);
      texts[1] = row.room;
      texts[2] = row.name;
      texts[3] = row.phone;
      texts[4] = row.pinyin;
      texts[5] = "物业服务费";
      texts[6] = "2025-10";
      texts[10] = row.settled ? "已缴" : "未缴";
      texts[11] = "备注：前台登记";
      for (guint k = 0; k < BENCH_COLUMNS; k++)
        if (texts[k] != NULL)
          worksheet_write_string (sheet, (lxw_row_t) i, (lxw_col_t) k, texts[k], NULL);
      worksheet_write_number (sheet, (lxw_row_t) i, 0, row.number, NULL);
      worksheet_write_number (sheet, (lxw_row_t) i, 7, 45000 + row.day, day);
      worksheet_write_number (sheet, (lxw_row_t) i, 8, (double) row.due / 100.0, NULL);
      worksheet_write_number (sheet, (lxw_row_t) i, 9, (double) row.paid / 100.0, NULL);
      g_string_append_printf (text, "%d,%s,\"%s\",%s,%s,物业服务费,2025-10,2025-10-01,%.2f,%.2f,%s,\"备注：前台登记\"\n",
                              row.number, row.room, row.name, row.phone, row.pinyin, (double) row.due / 100.0,
                              (double) row.paid / 100.0, texts[10]);
    }
  if (workbook_close (book) != LXW_NO_ERROR || !g_file_set_contents (csv, text->str, -1, NULL))
    abort ();
}

static void
ours_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  DeskSheetRow row;
  gsize n = 0;

  while (reader != NULL && desk_sheet_reader_next (reader, &row, NULL, &error))
    n += row.n_cells;
  if (error != NULL || n != BENCH_ROWS * BENCH_COLUMNS)
    g_error ("%s: %" G_GSIZE_FORMAT " cells, %s", path, n, error != NULL ? error->message : "");
}

static void
ours_csv_in (void)
{
  g_autofree char *path = file_in ("in.csv");

  ours_in (path);
}

static void
ours_xlsx_in (void)
{
  g_autofree char *path = file_in ("in.xlsx");

  ours_in (path);
}

static void
ours_xlsx_out (void)
{
  static const DeskSheetColumn columns[BENCH_COLUMNS] = {
    { "序号", DESK_SHEET_COLUMN_INTEGER }, { "房号", DESK_SHEET_COLUMN_TEXT },       { "业主", DESK_SHEET_COLUMN_TEXT },
    { "电话", DESK_SHEET_COLUMN_TEXT },    { "拼音", DESK_SHEET_COLUMN_TEXT },       { "收费项目", DESK_SHEET_COLUMN_TEXT },
    { "账期", DESK_SHEET_COLUMN_TEXT },    { "日期", DESK_SHEET_COLUMN_DAY },        { "应缴", DESK_SHEET_COLUMN_DECIMAL, 2 },
    { "实缴", DESK_SHEET_COLUMN_DECIMAL, 2 }, { "状态", DESK_SHEET_COLUMN_TEXT },    { "备注", DESK_SHEET_COLUMN_TEXT },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *path = file_in ("ours.xlsx");
  g_autoptr (DeskSheetWriter) writer
      = desk_sheet_writer_new (path, DESK_SHEET_XLSX, "费用", columns, BENCH_COLUMNS, zone, &error);

  for (int i = 0; i < BENCH_ROWS && error == NULL; i++)
    {
      BenchRow row;

      bench_row (i, &row);
      desk_sheet_writer_integer (writer, row.number);
      desk_sheet_writer_text (writer, row.room);
      desk_sheet_writer_text (writer, row.name);
      desk_sheet_writer_text (writer, row.phone);
      desk_sheet_writer_text (writer, row.pinyin);
      desk_sheet_writer_text (writer, "物业服务费");
      desk_sheet_writer_text (writer, "2025-10");
      desk_sheet_writer_day (writer, desk_day_add (20230315, row.day));
      desk_sheet_writer_decimal (writer, row.due);
      desk_sheet_writer_decimal (writer, row.paid);
      desk_sheet_writer_text (writer, row.settled ? "已缴" : "未缴");
      desk_sheet_writer_text (writer, "备注：前台登记");
      desk_sheet_writer_end_row (writer, &error);
    }
  if (error != NULL || !desk_sheet_writer_finish (writer, &error))
    g_error ("%s", error->message);
}

static void
bare_csv_in (void)
{
  g_autofree char *path = file_in ("in.csv");

  if (probe_csv_in (path) != BENCH_ROWS * BENCH_COLUMNS)
    abort ();
}

static void
bare_xlsx_in (void)
{
  g_autofree char *path = file_in ("in.xlsx");

  if (probe_xlsx_in (path) != BENCH_ROWS * BENCH_COLUMNS)
    abort ();
}

static void
bare_xlsx_out (void)
{
  g_autofree char *path = file_in ("probe.xlsx");

  probe_xlsx_out (path);
}

/* Runs @work in a process of its own. Returns: seconds of processor time, which a busy machine does not stretch; the most memory it had, in megabytes, in @memory. */
static double
measure (void (*work) (void), double *memory)
{
  int channel[2];
  double figures[2] = { 0 };
  int status;
  pid_t child;

  if (pipe (channel) != 0)
    abort ();
  child = fork ();
  if (child == 0)
    {
      clock_t begin = clock ();
      g_autofree char *self = NULL;

      work ();
      figures[0] = (double) (clock () - begin) / CLOCKS_PER_SEC;
      g_file_get_contents ("/proc/self/status", &self, NULL, NULL);
      figures[1] = g_ascii_strtod (strstr (self, "VmHWM:") + 6, NULL) / 1024.0;
      if (write (channel[1], figures, sizeof figures) != sizeof figures)
        abort ();
      _exit (0);
    }
  close (channel[1]);
  if (read (channel[0], figures, sizeof figures) != sizeof figures || waitpid (child, &status, 0) != child || status != 0)
    exit (1);
  close (channel[0]);
  *memory = figures[1];
  return figures[0];
}

static int
by_size (const void *a, const void *b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

/* Both in turn, some rounds; the ratio is the middle one of those of the rounds, so that a busy machine disturbs both
 * alike. */
static gboolean
compare (const char *what, void (*ours) (void), void (*probe) (void))
{
  double best_ours = G_MAXDOUBLE, best_probe = G_MAXDOUBLE, memory, memory_ours = 0, memory_probe = 0;
  double ratios[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      double a = measure (ours, &memory), b;

      memory_ours = MAX (memory_ours, memory);
      b = measure (probe, &memory);
      memory_probe = MAX (memory_probe, memory);
      best_ours = MIN (best_ours, a);
      best_probe = MIN (best_probe, b);
      ratios[i] = b / a;
    }
  qsort (ratios, ROUNDS, sizeof *ratios, by_size);
  g_print ("%s, %.3f s %.0f MB, %.3f s %.0f MB, %.2f, >= %.2f\n", what, best_ours, memory_ours, best_probe, memory_probe,
           ratios[ROUNDS / 2], BUDGET);
  return ratios[ROUNDS / 2] >= BUDGET;
}

int
main (void)
{
  gboolean fine = TRUE;
  double memory;
  static const char *const files[] = { "in.csv", "in.xlsx", "ours.xlsx", "probe.xlsx" };

  folder = g_dir_make_tmp ("desk-bench-XXXXXX", NULL);
  measure (make_files, &memory);
  g_print ("what, ours, probe, ratio, budget (%d rows of %d columns)\n", BENCH_ROWS, BENCH_COLUMNS);
  fine = compare ("csv in", ours_csv_in, bare_csv_in) && fine;
  fine = compare ("xlsx in", ours_xlsx_in, bare_xlsx_in) && fine;
  fine = compare ("xlsx out", ours_xlsx_out, bare_xlsx_out) && fine;
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = file_in (files[i]);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return fine ? 0 : 1;
}
