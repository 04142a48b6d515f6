/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-xlsx-rows.h"

#include <string.h>

/* Reads "AB12" (row from 1, column from 0); @row is 0 for "AB". FALSE when it is no reference. */
gboolean
desk_sheet_cell_reference (const char *text, guint *row, guint *column, const char **end)
{
  const char *p = text;
  guint c = 0, r = 0;

  while (g_ascii_isalpha (*p) && c <= DESK_SHEET_MAX_COLUMNS)
    c = c * 26 + (guint) (g_ascii_toupper (*p++) - 'A' + 1);
  while (g_ascii_isdigit (*p) && r <= DESK_SHEET_MAX_ROWS)
    r = r * 10 + (guint) (*p++ - '0');
  if (end != NULL)
    *end = p;
  *row = r;
  *column = c - 1;
  return c > 0 && c <= DESK_SHEET_MAX_COLUMNS && (end != NULL || *p == '\0');
}

/* Reads the digits of @text, blanks around them allowed; FALSE when there is anything else. Called for nearly every cell,
 * where the C library's way takes as long as the rest. */
static gboolean
read_index (const char *text, guint *index)
{
  const char *p = text + strspn (text, " \t\r\n");
  const char *first = p;

  for (*index = 0; g_ascii_isdigit (*p) && p - first < 9; p++)
    *index = *index * 10 + (guint) (*p - '0');
  return p > first && p[strspn (p, " \t\r\n")] == '\0';
}

static void
add_shared (DeskSheetXlsxRows *self, const char *index)
{
  const char *text = NULL;
  gsize length = 0;
  guint i;

  if (read_index (index, &i))
    text = desk_sheet_strings_get (self->strings, i, &length);
  if (text == NULL)
    desk_sheet_batch_fail (self->batch, DESK_PROBLEM_SHEET_DAMAGED, self->row);
  else
    desk_sheet_batch_add_lasting (self->batch, self->column, DESK_SHEET_TEXT, text, length);
}

/* ISO 8601 as some programs write days: 2019-02-28T11:25:05Z. */
static void
add_iso (DeskSheetXlsxRows *self, char *text)
{
  char *rest = strchr (text, 'T');

  if (rest != NULL)
    {
      *rest = ' ';
      if (g_str_has_prefix (rest, " 00:00:00"))
        *rest = '\0';
      else
        rest[MIN (strlen (rest), strlen (" 11:25:05"))] = '\0';
    }
  desk_sheet_batch_add (self->batch, self->column, DESK_SHEET_DATE, text, strlen (text));
}

static DeskSheetStyle
style_of (const DeskSheetXlsxRows *self)
{
  static const DeskSheetStyle plain = { 0 };

  return self->style < self->styles->len ? g_array_index (self->styles, DeskSheetStyle, self->style) : plain;
}

static void
end_cell (DeskSheetXlsxRows *self)
{
  GString *value = self->value;

  self->next_column = self->column + 1;
  if (value->len == 0)
    return;
  self->batch->n_rows = self->row - 1; /* what a limit names as the row before */
  switch (self->type)
    {
    case 's':
      add_shared (self, value->str);
      break;
    case 'i':
    case 'f':
      g_string_truncate (value, desk_sheet_unescape (value->str, value->len));
      desk_sheet_batch_add (self->batch, self->column, DESK_SHEET_TEXT, value->str, value->len);
      break;
    case 'b':
      desk_sheet_batch_add (self->batch, self->column, DESK_SHEET_TEXT, *value->str == '0' ? "FALSE" : "TRUE",
                            *value->str == '0' ? 5 : 4);
      break;
    case 'e':
      desk_sheet_batch_add (self->batch, self->column, DESK_SHEET_ERROR, value->str, value->len);
      break;
    case 'd':
      add_iso (self, value->str);
      break;
    default:
      desk_sheet_styled_number (self->batch, self->column, value->str, style_of (self), self->date_1904);
      break;
    }
}

static void
begin_cell (DeskSheetXlsxRows *self, const char **names, const char **values)
{
  guint row;

  self->column = self->next_column;
  self->type = 'n';
  self->style = 0;
  g_string_truncate (self->value, 0);
  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] == '\0' || names[i][1] != '\0')
      continue;
    else if (names[i][0] == 'r')
      {
        if (!desk_sheet_cell_reference (values[i], &row, &self->column, NULL))
          {
            self->column = self->next_column;
            desk_sheet_batch_fail (self->batch, DESK_PROBLEM_SHEET_DAMAGED, self->row);
          }
      }
    else if (names[i][0] == 't')
      self->type = strcmp (values[i], "str") == 0 ? 'f' : values[i][0];
    else if (names[i][0] == 's')
      read_index (values[i], &self->style);
}

static void
begin_row (DeskSheetXlsxRows *self, const char **names, const char **values)
{
  const char *number = desk_sheet_xml_value (names, values, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10) : self->row + 1;

  /* Rows out of order get the next number: they are read all the same. */
  self->row = row > self->row && row <= DESK_SHEET_MAX_ROWS + 1 ? (guint) row : self->row + 1;
  self->next_column = 0;
}

/* Nearly all elements of a sheet are cells and values: they are told first, by their one letter. */
static void
on_start (gpointer data, const char *name, const char **names, const char **values)
{
  DeskSheetXlsxRows *self = data;
  char letter = name[1] == '\0' ? name[0] : '\0';

  if (letter == 'c')
    begin_cell (self, names, values);
  else if (letter == 'v')
    self->wanted = self->type != 'i';
  else if (letter == 't')
    self->wanted = self->type == 'i' && self->in_phonetic == 0;
  else if (strcmp (name, "row") == 0)
    begin_row (self, names, values);
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic++;
}

static void
on_end (gpointer data, const char *name)
{
  DeskSheetXlsxRows *self = data;
  char letter = name[1] == '\0' ? name[0] : '\0';

  self->wanted = FALSE;
  if (letter == 'c')
    end_cell (self);
  else if (letter == '\0' && strcmp (name, "row") == 0)
    desk_sheet_batch_end_row (self->batch, self->row);
  else if (letter == '\0' && strcmp (name, "rPh") == 0)
    self->in_phonetic--;
}

static void
on_text (gpointer data, const char *text, gsize length)
{
  DeskSheetXlsxRows *self = data;

  if (self->wanted && self->value->len <= DESK_SHEET_MAX_CELL)
    g_string_append_len (self->value, text, (gssize) MIN (length, DESK_SHEET_MAX_CELL + 1));
}

const DeskSheetXmlHandlers desk_sheet_xlsx_rows_handlers = { on_start, on_end, on_text };
