/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-probe.h"

#include <csv.h>
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
#include <zlib.h>

/* The row number @i, the same in every run. */
void
bench_row (int i, BenchRow *row)
{
  static const char *const names[] = { "张伟", "王秀英", "李娜", "欧阳明", "曾国", "单小平", "解晓东", "仇英" };

  g_snprintf (row->room, sizeof row->room, "%d-%d-%d", i / 1000 + 1, i % 4 + 1, i % 3000 + 101);
  g_snprintf (row->name, sizeof row->name, "%s", names[i % 8]);
  g_snprintf (row->phone, sizeof row->phone, "138%08d", (int) (((gint64) i * 7919) % 100000000));
  g_snprintf (row->pinyin, sizeof row->pinyin, "name %d", i);
  row->number = i + 1;
  row->day = i % 365;
  row->due = ((gint64) i * 7919) % 50000;
  row->paid = ((gint64) i * 7907) % 50000;
  row->settled = i % 3 != 0;
}

static char *
load (const char *path, gsize *size)
{
  FILE *file = fopen (path, "rb");
  char *bytes;

  fseek (file, 0, SEEK_END);
  *size = (gsize) ftell (file);
  rewind (file);
  bytes = malloc (*size + 1);
  if (fread (bytes, 1, *size, file) != *size)
    abort ();
  bytes[*size] = '\0';
  fclose (file);
  return bytes;
}

typedef struct
{
  char cells[16][256];
  int column;
  gsize n_cells;
} CsvProbe;

static void
on_field (void *data, size_t length, void *user_data)
{
  CsvProbe *self = user_data;

  length = MIN (length, 255);
  memcpy (self->cells[self->column & 15], data, length);
  self->cells[self->column++ & 15][length] = '\0';
  self->n_cells++;
}

static void
on_row (int end, void *user_data)
{
  ((CsvProbe *) user_data)->column = 0;
}

/* libcsv over chunks of the file, which are UTF-8 or not, cells copied into a row. */
gsize
probe_csv_in (const char *path)
{
  static char chunk[65536];
  FILE *file = fopen (path, "rb");
  struct csv_parser parser;
  CsvProbe self = { 0 };
  gsize n;

  csv_init (&parser, 0);
  while ((n = fread (chunk, 1, sizeof chunk, file)) > 0)
    {
      const char *begin = chunk, *end;

      /* A character may lie across two chunks. */
      while ((*begin & 0xc0) == 0x80)
        begin++;
      if (!g_utf8_validate (begin, chunk + n - begin, &end) && chunk + n - end > 3)
        abort ();
      csv_parse (&parser, chunk, n, on_field, on_row, &self);
    }
  csv_fini (&parser, on_field, on_row, &self);
  csv_free (&parser);
  fclose (file);
  return self.n_cells;
}

typedef struct
{
  char **strings;
  gsize n_strings, n_allocated;
  char text[4096];
  int length;
  gboolean in_text, is_shared, loading;
  char cells[16][256];
  int column;
  gsize n_cells;
} Probe;

static void XMLCALL
on_start (void *data, const char *name, const char **values)
{
  Probe *self = data;

  if (strcmp (name, "t") == 0 || strcmp (name, "v") == 0)
    {
      self->in_text = TRUE;
      self->length = 0;
    }
  else if (strcmp (name, "c") == 0)
    {
      self->is_shared = FALSE;
      for (; *values != NULL; values += 2)
        if (strcmp (values[0], "r") == 0)
          self->column = values[1][0] - 'A';
        else if (strcmp (values[0], "t") == 0)
          self->is_shared = values[1][0] == 's';
    }
}

static void XMLCALL
on_end (void *data, const char *name)
{
  Probe *self = data;

  if (strcmp (name, "t") != 0 && strcmp (name, "v") != 0)
    return;
  self->in_text = FALSE;
  self->text[self->length] = '\0';
  if (self->loading)
    {
      if (self->n_strings == self->n_allocated)
        {
          self->n_allocated = self->n_allocated * 2 + 1024;
          self->strings = realloc (self->strings, self->n_allocated * sizeof *self->strings);
        }
      self->strings[self->n_strings++] = strdup (self->text);
      return;
    }
  g_strlcpy (self->cells[self->column & 15], self->is_shared ? self->strings[atoi (self->text)] : self->text, 256);
  self->n_cells++;
}

static void XMLCALL
on_text (void *data, const char *text, int length)
{
  Probe *self = data;

  if (self->in_text && self->length + length < 4095)
    {
      memcpy (self->text + self->length, text, (gsize) length);
      self->length += length;
    }
}

static guint
number_at (const guint8 *p, guint n_bytes)
{
  guint value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value |= (guint) p[i] << (8 * i);
  return value;
}

/* Finds the part by the archive's list and unpacks it into expat. */
static void
parse_part (Probe *self, const guint8 *zip, gsize size, const char *name)
{
  static guint8 out[65536];
  gsize end = size - 22;
  const guint8 *entry;
  XML_Parser parser = XML_ParserCreate (NULL);
  z_stream stream = { 0 };
  int result = Z_OK;

  while (number_at (zip + end, 4) != 0x06054b50)
    end--;
  entry = zip + number_at (zip + end + 16, 4);
  for (guint n = number_at (zip + end + 10, 2); n > 0; n--)
    {
      if (number_at (entry + 28, 2) == strlen (name) && memcmp (entry + 46, name, strlen (name)) == 0)
        break;
      entry += 46 + number_at (entry + 28, 2) + number_at (entry + 30, 2) + number_at (entry + 32, 2);
    }
  XML_SetElementHandler (parser, on_start, on_end);
  XML_SetCharacterDataHandler (parser, on_text);
  XML_SetUserData (parser, self);
  inflateInit2 (&stream, -15);
  stream.next_in = (Bytef *) zip + number_at (entry + 42, 4);
  stream.next_in += 30 + number_at (stream.next_in + 26, 2) + number_at (stream.next_in + 28, 2);
  stream.avail_in = number_at (entry + 20, 4);
  while (result == Z_OK)
    {
      stream.next_out = out;
      stream.avail_out = sizeof out;
      result = inflate (&stream, Z_NO_FLUSH);
      XML_Parse (parser, (char *) out, (int) (sizeof out - stream.avail_out), result == Z_STREAM_END);
    }
  inflateEnd (&stream);
  XML_ParserFree (parser);
}

/* zlib and expat, cells copied into a row. */
gsize
probe_xlsx_in (const char *path)
{
  Probe *self = calloc (1, sizeof *self);
  gsize size, n;
  char *zip = load (path, &size);

  self->loading = TRUE;
  parse_part (self, (guint8 *) zip, size, "xl/sharedStrings.xml");
  self->loading = FALSE;
  parse_part (self, (guint8 *) zip, size, "xl/worksheets/sheet1.xml");
  n = self->n_cells;
  for (gsize i = 0; i < self->n_strings; i++)
    free (self->strings[i]);
  free (self->strings);
  free (self);
  free (zip);
  return n;
}

/* libxlsxwriter in the mode that keeps nothing, straight from the rows. */
void
probe_xlsx_out (const char *path)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "费用");
  lxw_format *money = workbook_add_format (book), *day = workbook_add_format (book);

  format_set_num_format (money, "#,##0.00");
  format_set_num_format (day, "yyyy-mm-dd");
  for (int i = 0; i < BENCH_ROWS; i++)
    {
      lxw_row_t at = (lxw_row_t) i;
      BenchRow row;

      bench_row (i, &row);
      worksheet_write_number (sheet, at, 0, row.number, NULL);
      worksheet_write_string (sheet, at, 1, row.room, NULL);
      worksheet_write_string (sheet, at, 2, row.name, NULL);
      worksheet_write_string (sheet, at, 3, row.phone, NULL);
      worksheet_write_string (sheet, at, 4, row.pinyin, NULL);
      worksheet_write_string (sheet, at, 5, "物业服务费", NULL);
      worksheet_write_string (sheet, at, 6, "2025-10", NULL);
      worksheet_write_number (sheet, at, 7, 45000 + row.day, day);
      worksheet_write_number (sheet, at, 8, (double) row.due / 100.0, money);
      worksheet_write_number (sheet, at, 9, (double) row.paid / 100.0, money);
      worksheet_write_string (sheet, at, 10, row.settled ? "已缴" : "未缴", NULL);
      worksheet_write_string (sheet, at, 11, "备注：前台登记", NULL);
    }
  if (workbook_close (book) != LXW_NO_ERROR)
    abort ();
}
