/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <xlsxwriter.h>

#include "desk-decimal.h"
#include "desk-sheet-sink.h"

/* Numbers beyond 15 digits lose the last ones in a spreadsheet: they are written as text. */
#define EXACT G_GINT64_CONSTANT (1000000000000000)
#define SHORT 1000000000 /* from twelve digits on a spreadsheet shortens numbers: 1E+11 */
#define MAX_TEXT 32767 /* characters in a cell, Excel's own limit */
#define MAX_WIDTH 60

typedef struct
{
  DeskSheetSink sink;
  char *path;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format **formats; /* by column, none for texts */
  lxw_format *text;     /* "@" */
  guint row;
  lxw_error failed;
} XlsxSink;

static void
keep (XlsxSink *self, lxw_error result)
{
  if (self->failed == LXW_NO_ERROR)
    self->failed = result;
}

/* A text that looks like an escaped character, _x000D_, would be read as one: its underline is escaped itself. */
static char *
escape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      guint n = 0;

      if (p[0] == '_' && p[1] == 'x')
        while (n < 4 && g_ascii_isxdigit (p[2 + n]))
          n++;
      if (n == 4 && p[6] == '_')
        g_string_append (out, "_x005F");
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

/* Would a spreadsheet make a number, a day or a formula of the text if somebody edited the cell: 0101, 1-2-301? Then
 * the cell is formatted as text, so that it stays what it is. */
static gboolean
looks_typed (const char *text)
{
  return (g_ascii_isdigit (*text) || (*text != '\0' && strchr ("+-=@.", *text) != NULL))
         && strspn (text, "0123456789+-=@./:, eE%") == strlen (text);
}

static void
xlsx_text (DeskSheetSink *sink, guint column, const char *text)
{
  XlsxSink *self = (XlsxSink *) sink;
  g_autofree char *escaped = strstr (text, "_x") != NULL ? escape (text) : NULL;

  /* libxlsxwriter looks a format up anew for every cell, which costs as much as the cell: only where it matters. */
  if (*text != '\0')
    keep (self, worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, escaped != NULL ? escaped : text,
                                        looks_typed (text) ? self->text : NULL));
}

static void
xlsx_number (DeskSheetSink *sink, guint column, gint64 scaled, int digits)
{
  XlsxSink *self = (XlsxSink *) sink;
  double power = 1.0;

  if (scaled >= EXACT || scaled <= -EXACT)
    {
      g_autofree char *text = desk_decimal_format (scaled, digits);

      xlsx_text (sink, column, text);
      return;
    }
  for (int i = 0; i < digits; i++)
    power *= 10.0;
  /* Short whole numbers show right without a format. */
  keep (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, (double) scaled / power,
                                      digits == 0 && ABS (scaled) < SHORT ? NULL : self->formats[column]));
}

static void
xlsx_moment (DeskSheetSink *sink, guint column, DeskDay day, int seconds, gboolean is_time)
{
  XlsxSink *self = (XlsxSink *) sink;

  /* Spreadsheets disagree about days before this one. */
  if (day < 19000301)
    {
      g_autofree char *text = desk_sheet_moment_text (day, seconds, is_time);

      xlsx_text (sink, column, text);
      return;
    }
  keep (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) column,
                                      (double) desk_day_diff (day, 18991230) + (double) seconds / 86400.0,
                                      self->formats[column]));
}

static gboolean
fail (XlsxSink *self, GError **error)
{
  g_autofree char *row = g_strdup_printf ("%u", self->row + 1);
  g_autofree char *most = NULL;

  if (self->failed == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    {
      most = g_strdup_printf ("%d", MAX_TEXT);
      desk_error_set (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_CELL_TOO_LONG, NULL, self->path, row, most, NULL);
    }
  else if (self->failed == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    {
      most = g_strdup_printf ("%d", DESK_SHEET_MAX_ROWS);
      desk_error_set (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_MANY_ROWS, NULL, self->path, most, NULL);
    }
  else
    desk_sheet_write_failed (error, self->path, 0, lxw_strerror (self->failed));
  return FALSE;
}

static gboolean
xlsx_end_row (DeskSheetSink *sink, GError **error)
{
  XlsxSink *self = (XlsxSink *) sink;

  if (self->failed != LXW_NO_ERROR)
    return fail (self, error);
  self->row++;
  return TRUE;
}

static gboolean
xlsx_finish (DeskSheetSink *sink, GError **error)
{
  XlsxSink *self = (XlsxSink *) sink;

  keep (self, workbook_close (g_steal_pointer (&self->book)));
  return self->failed == LXW_NO_ERROR || fail (self, error);
}

static void
xlsx_free (DeskSheetSink *sink)
{
  XlsxSink *self = (XlsxSink *) sink;

  if (self->book != NULL)
    lxw_workbook_free (self->book);
  g_free (self->path);
  g_free (self->formats);
  g_free (self);
}

/* A sheet's name: at most 31 characters, without []:*?/\ and without apostrophes at its ends. */
static char *
sheet_name (const char *wanted)
{
  g_autofree char *valid = g_utf8_make_valid (wanted, -1);
  g_autofree char *plain = NULL;
  char *name;

  g_strdelimit (g_strstrip (valid), "[]:*?/\\'", '-');
  plain = g_utf8_substring (valid, 0, MIN (31, g_utf8_strlen (valid, -1)));
  name = g_steal_pointer (&plain);
  if (*name == '\0' || g_ascii_strcasecmp (name, "History") == 0)
    {
      g_free (name);
      name = g_strdup ("Sheet1");
    }
  return name;
}

static int
width_of (const DeskSheetColumn *column)
{
  static const int least[] = { 10, 8, 12, 12, 18 };
  int width = 2;

  if (column->width > 0)
    return MIN (column->width, MAX_WIDTH);
  for (const char *p = column->heading; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return CLAMP (width, least[column->type], MAX_WIDTH);
}

static lxw_format *
format_of (lxw_workbook *book, const DeskSheetColumn *column)
{
  lxw_format *format = column->type != DESK_SHEET_COLUMN_TEXT ? workbook_add_format (book) : NULL;
  g_autofree char *zeros = NULL;
  g_autofree char *code = NULL;

  switch (column->type)
    {
    case DESK_SHEET_COLUMN_INTEGER:
      format_set_num_format (format, "0");
      break;
    case DESK_SHEET_COLUMN_DECIMAL:
      zeros = g_strnfill ((gsize) column->digits, '0');
      code = g_strconcat ("#,##0", column->digits > 0 ? "." : "", zeros, NULL);
      format_set_num_format (format, code);
      break;
    case DESK_SHEET_COLUMN_DAY:
      format_set_num_format (format, "yyyy-mm-dd");
      break;
    case DESK_SHEET_COLUMN_TIME:
      format_set_num_format (format, "yyyy-mm-dd hh:mm");
      break;
    case DESK_SHEET_COLUMN_TEXT:
    default:
      break;
    }
  return format;
}

/* XLSX with real types, the headings bold and held in place, widths by content. Rows go to a temporary file of
 * libxlsxwriter's beside the target, so that memory does not grow with them. */
DeskSheetSink *
desk_sheet_sink_xlsx (const char *path, const char *temporary, const char *sheet, const DeskSheetColumn *columns,
                      guint n_columns, GError **error)
{
  XlsxSink *self = g_new0 (XlsxSink, 1);
  g_autofree char *folder = g_path_get_dirname (temporary);
  g_autofree char *name = sheet_name (sheet);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder };
  lxw_format *bold;

  self->sink = (DeskSheetSink){ xlsx_text, xlsx_number, xlsx_moment, xlsx_end_row, xlsx_finish, xlsx_free };
  self->path = g_strdup (path);
  self->formats = g_new0 (lxw_format *, n_columns);
  self->book = workbook_new_opt (temporary, &options);
  self->sheet = self->book != NULL ? workbook_add_worksheet (self->book, name) : NULL;
  if (self->sheet == NULL)
    {
      desk_sheet_write_failed (error, path, 0, lxw_strerror (LXW_ERROR_CREATING_TMPFILE));
      xlsx_free (&self->sink);
      return NULL;
    }
  self->text = workbook_add_format (self->book);
  format_set_num_format (self->text, "@");
  bold = workbook_add_format (self->book);
  format_set_bold (bold);
  for (guint i = 0; i < n_columns; i++)
    {
      self->formats[i] = format_of (self->book, &columns[i]);
      worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, width_of (&columns[i]), NULL);
    }
  worksheet_freeze_panes (self->sheet, 1, 0);
  for (guint i = 0; i < n_columns; i++)
    keep (self, worksheet_write_string (self->sheet, 0, (lxw_col_t) i, columns[i].heading, bold));
  self->row = 1;
  return &self->sink;
}
