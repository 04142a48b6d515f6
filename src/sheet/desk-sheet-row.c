/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-row.h"

#include <stdlib.h>
#include <string.h>

/* Returns: (transfer full): a copy of @row in one block that lives on its own; free with desk_sheet_row_free(). */
DeskSheetRow *
desk_sheet_row_copy (const DeskSheetRow *row)
{
  gsize size = sizeof (DeskSheetRow) + row->n_cells * sizeof (DeskSheetCell);
  DeskSheetRow *copy;
  DeskSheetCell *cells;
  char *text;

  for (guint i = 0; i < row->n_cells; i++)
    size += strlen (row->cells[i].text) + 1;
  copy = g_malloc (size);
  cells = (DeskSheetCell *) (copy + 1);
  text = (char *) (cells + row->n_cells);
  *copy = (DeskSheetRow){ .number = row->number, .n_cells = row->n_cells, .cells = cells };
  for (guint i = 0; i < row->n_cells; i++)
    {
      cells[i] = (DeskSheetCell){ .kind = row->cells[i].kind, .text = text };
      text = g_stpcpy (text, row->cells[i].text) + 1;
    }
  return copy;
}

void
desk_sheet_row_free (DeskSheetRow *row)
{
  g_free (row);
}

/* Returns: (transfer none): the cell of @column (from 0), a blank one where the row ends before. */
const DeskSheetCell *
desk_sheet_row_cell (const DeskSheetRow *row, guint column)
{
  static const DeskSheetCell blank = { DESK_SHEET_EMPTY, "" };

  return column < row->n_cells ? &row->cells[column] : &blank;
}

/* Is there nothing in the row but blanks? */
gboolean
desk_sheet_row_is_blank (const DeskSheetRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    for (const char *p = row->cells[i].text; *p != '\0'; p = g_utf8_next_char (p))
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
  return TRUE;
}

/* Returns: (transfer full): the letters a person knows @column (from 0) by: A, B … Z, AA … */
char *
desk_sheet_column_name (guint column)
{
  char name[8];
  char *p = name + sizeof name;

  *--p = '\0';
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    *--p = (char) ('A' + (rest - 1) % 26);
  return g_strdup (p);
}

/* Is @text a number in the scientific form a spreadsheet shortens long ones to: 1.38E+10? */
static gboolean
is_scientific (const char *text)
{
  const char *p = text + (*text == '-' || *text == '+');
  const char *digits = p;

  while (g_ascii_isdigit (*p) || (*p == '.' && p > digits))
    p++;
  if (p == digits || (*p != 'E' && *p != 'e') || (p[1] != '+' && p[1] != '-'))
    return FALSE;
  p += 2;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  return *p == '\0';
}

/**
 * desk_sheet_cell_is_lossy:
 * @cell: a cell as read
 *
 * Did the spreadsheet drop digits of what was typed? So it is with a text left in scientific form (1.38E+10: a phone
 * number saved as CSV) and with a number of more than 15 digits (an ID-card number typed as a number: the digits
 * after the 15th are zeros). The way out is to format the column as text in the spreadsheet and type them again.
 */
gboolean
desk_sheet_cell_is_lossy (const DeskSheetCell *cell)
{
  guint digits = 0;

  if (cell->kind != DESK_SHEET_TEXT && cell->kind != DESK_SHEET_NUMBER)
    return FALSE;
  if (is_scientific (cell->text))
    return TRUE;
  if (cell->kind != DESK_SHEET_NUMBER)
    return FALSE;
  for (const char *p = cell->text; *p != '\0' && *p != '.'; p++)
    digits += g_ascii_isdigit (*p) ? 1 : 0;
  return digits > 15;
}

/* Writes "ddd" and the power of ten of "%.*e" out as a plain decimal: 1.38E+10 -> 13800000000. */
static char *
plain_of_exponent (const char *scientific)
{
  const char *e = strchr (scientific, 'e');
  int power = atoi (e + 1);
  gboolean negative = *scientific == '-';
  g_autoptr (GString) digits = g_string_new (NULL);
  GString *out;
  int point;

  for (const char *p = scientific + (negative ? 1 : 0); p < e; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  while (digits->len > 1 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  negative = negative && strcmp (digits->str, "0") != 0;
  out = g_string_new (negative ? "-" : NULL);
  point = power + 1;
  if (point <= 0)
    g_string_append (out, "0.");
  for (int i = point; i < 0; i++)
    g_string_append_c (out, '0');
  for (int i = 0; i < (int) digits->len; i++)
    {
      if (i > 0 && i == point)
        g_string_append_c (out, '.');
      g_string_append_c (out, digits->str[i]);
    }
  for (int i = (int) digits->len; i < point; i++)
    g_string_append_c (out, '0');
  return g_string_free (out, FALSE);
}

/* Returns: how many bytes of @stored are the number as it is shown, zeros at its end left off, when it is a plain decimal
 * of at most 15 digits, as most are; 0 when desk_sheet_number_text() must work it out. */
gsize
desk_sheet_number_plain (const char *stored)
{
  const char *p = stored + (*stored == '-');
  const char *first = p;
  const char *point = NULL;

  if (*p == '0' && (g_ascii_isdigit (p[1]) || first > stored))
    return 0;
  while (g_ascii_isdigit (*p) || (*p == '.' && point == NULL && p > first))
    {
      if (*p == '.')
        point = p;
      p++;
    }
  if (*p != '\0' || p == first || p - first - (point != NULL ? 1 : 0) > 15)
    return 0;
  if (point != NULL)
    while (p[-1] == '0' || p[-1] == '.')
      if (*--p == '.')
        break;
  return (gsize) (p - stored);
}

/**
 * desk_sheet_number_text:
 * @stored: a number as a workbook stores it: "144.0", "118.47000000000001", "1.38E+10", " 41"
 *
 * Numbers are kept in binary there; a spreadsheet shows 15 digits of them, which is what was typed. Returns the same
 * as a plain decimal without exponent and without zeros at its end.
 *
 * Returns: (transfer full): the number, or a copy of @stored when that is none
 */
char *
desk_sheet_number_text (const char *stored)
{
  char buffer[64];
  char *end;
  gsize length;
  double value;

  while (g_ascii_isspace (*stored))
    stored++;
  length = desk_sheet_number_plain (stored);
  if (length > 0)
    return g_strndup (stored, length);
  /* What strtod() takes besides, hexadecimal and "nan", no sheet means as a number. */
  value = g_ascii_strtod (stored, &end);
  while (g_ascii_isspace (*end))
    end++;
  if (end == stored || *end != '\0' || strspn (stored, "0123456789.+-eE \t\r\n") != strlen (stored))
    return g_strdup (stored);
  g_ascii_formatd (buffer, sizeof buffer, "%.14e", value);
  if (strchr (buffer, 'e') == NULL || abs (atoi (strchr (buffer, 'e') + 1)) > 100)
    return g_strdup (stored);
  return plain_of_exponent (buffer);
}

/* Days and seconds of a serial; FALSE when it is no date Excel knows (0 to the end of 9999). */
static gboolean
split_serial (const char *stored, gboolean date_1904, gint64 *days, int *seconds)
{
  char *end;
  double value = g_ascii_strtod (stored, &end);
  double rest;

  while (g_ascii_isspace (*end))
    end++;
  if (end == stored || *end != '\0' || !(value >= 0.0 && value < 2958466.0))
    return FALSE;
  *days = (gint64) value;
  rest = (value - (double) *days) * 86400.0 + 0.5;
  *seconds = (int) rest;
  if (*seconds >= 86400)
    {
      *seconds -= 86400;
      *days += 1;
    }
  if (date_1904)
    *days += 1462;
  else if (*days < 60)
    *days += 1; /* the 1900 system counts a 29 February 1900 that never was, as day 60 */
  return *days < 2958466;
}

/**
 * desk_sheet_serial_text:
 * @stored: the serial as a workbook stores it: days since 1899-12-30, with the time of day as fraction
 * @date_1904: the workbook counts from 1904
 * @with_day: its format shows a day
 * @with_time: its format shows a time
 *
 * Returns: (transfer full) (nullable): "2019-02-28", "2019-02-28 11:25:05" or "11:25:05"; %NULL when it is no date.
 * A time of day other than midnight is told even where the format hides it: nothing is lost.
 */
char *
desk_sheet_serial_text (const char *stored, gboolean date_1904, gboolean with_day, gboolean with_time)
{
  g_autofree char *day = NULL;
  DeskDay date;
  gint64 days;
  int seconds;

  if (!split_serial (stored, date_1904, &days, &seconds))
    return NULL;
  if (!with_day && with_time && days <= (date_1904 ? 1462 : 1))
    return g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  date = desk_day_add (18991230, (int) days);
  if (date == 0)
    return NULL;
  day = desk_day_format (date);
  if (seconds == 0 && !(with_time && !with_day))
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s %02d:%02d:%02d", day, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/**
 * desk_sheet_day_of_serial:
 * @text: the text of a number cell
 * @date_1904: as desk_sheet_reader_get_date_1904() says
 *
 * The day a bare serial means, for columns that are known to hold days: 42370 is 2016-01-01.
 *
 * Returns: the day, or 0 when @text is no serial of the years 1950 to 2199 (smaller numbers are seldom meant as days)
 */
DeskDay
desk_sheet_day_of_serial (const char *text, gboolean date_1904)
{
  gint64 days;
  int seconds;

  if (!split_serial (text, date_1904, &days, &seconds) || days < 18264 || days > 109573)
    return 0;
  return desk_day_add (18991230, (int) days);
}
