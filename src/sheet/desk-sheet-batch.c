/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-batch.h"

#include <string.h>

/* A text that outlives the batch is pointed at, any other copied into the batch's block. */
typedef struct _DeskSheetPendingCell
{
  const char *lasting;
  guint32 offset;
  guint16 column;
  guint16 kind;
} PendingCell;

typedef struct
{
  guint number;
  guint begin, end; /* of cells */
} PendingRow;

/* Prepares an empty batch. */
void
desk_sheet_batch_init (DeskSheetBatch *self)
{
  *self = (DeskSheetBatch){ 0 };
  self->rows = g_array_new (FALSE, FALSE, sizeof (PendingRow));
}

/* Frees what a batch holds. */
void
desk_sheet_batch_clear (DeskSheetBatch *self)
{
  g_free (self->text);
  g_free (self->cells);
  g_free (self->out);
  g_array_unref (self->rows);
}

/* Forgets the rows that were taken and their texts; a row that is half filled stays. */
void
desk_sheet_batch_begin_chunk (DeskSheetBatch *self)
{
  guint n_left = self->n_cells - self->row_begin;
  gsize text_begin = self->text_length;

  g_assert (self->taken == self->rows->len);
  for (guint i = self->row_begin; i < self->n_cells; i++)
    if (self->cells[i].lasting == NULL)
      text_begin = MIN (text_begin, self->cells[i].offset);
  if (n_left > 0)
    memmove (self->cells, self->cells + self->row_begin, n_left * sizeof *self->cells);
  self->n_cells = n_left;
  self->text_length -= text_begin;
  if (self->text_length > 0)
    memmove (self->text, self->text + text_begin, self->text_length);
  for (guint i = 0; i < n_left; i++)
    self->cells[i].offset -= (guint32) text_begin;
  self->row_begin = 0;
  g_array_set_size (self->rows, 0);
  self->taken = 0;
}

/* Keeps the first thing that went wrong in a callback, in row number @row. */
void
desk_sheet_batch_fail (DeskSheetBatch *self, DeskProblemCode problem, guint row)
{
  if (self->failed)
    return;
  self->failed = TRUE;
  self->problem = problem;
  self->problem_row = row;
}

static gboolean
fits (DeskSheetBatch *self, guint column, gsize length)
{
  self->row_text += length + 1;
  if (length > DESK_SHEET_MAX_CELL)
    desk_sheet_batch_fail (self, DESK_PROBLEM_SHEET_CELL_TOO_LONG, self->n_rows + 1);
  else if (column >= DESK_SHEET_MAX_COLUMNS || self->row_text > DESK_SHEET_MAX_ROW_TEXT)
    desk_sheet_batch_fail (self, DESK_PROBLEM_SHEET_ROW_TOO_LARGE, self->n_rows + 1);
  return !self->failed;
}

static void
append (DeskSheetBatch *self, PendingCell cell)
{
  if (self->n_cells == self->cell_room)
    {
      self->cell_room = MAX (self->cell_room * 2, 256);
      self->cells = g_renew (PendingCell, self->cells, self->cell_room);
    }
  self->cells[self->n_cells++] = cell;
}

/* Adds a cell to the row being filled; @text (@length bytes of valid UTF-8) is copied. An empty one is left out. */
void
desk_sheet_batch_add (DeskSheetBatch *self, guint column, DeskSheetKind kind, const char *text, gsize length)
{
  PendingCell cell = { .offset = (guint32) self->text_length, .column = (guint16) column, .kind = (guint16) kind };

  if (!fits (self, column, length) || length == 0)
    return;
  if (self->text_length + length + 1 > self->text_room)
    {
      self->text_room = MAX (self->text_room * 2, self->text_length + length + 1);
      g_assert (self->text_room <= G_MAXUINT32);
      self->text = g_realloc (self->text, self->text_room);
    }
  memcpy (self->text + self->text_length, text, length);
  self->text[self->text_length + length] = '\0';
  self->text_length += length + 1;
  append (self, cell);
}

/* The same with a @text that outlives the batch and is not copied. */
void
desk_sheet_batch_add_lasting (DeskSheetBatch *self, guint column, DeskSheetKind kind, const char *text, gsize length)
{
  PendingCell cell = { .lasting = text, .column = (guint16) column, .kind = (guint16) kind };

  if (fits (self, column, length) && length > 0)
    append (self, cell);
}

/* Ends the row being filled as number @number; one without content is dropped. */
void
desk_sheet_batch_end_row (DeskSheetBatch *self, guint number)
{
  PendingRow row = { .number = number, .begin = self->row_begin, .end = self->n_cells };

  self->n_rows = number;
  self->row_text = 0;
  if (number > DESK_SHEET_MAX_ROWS)
    desk_sheet_batch_fail (self, DESK_PROBLEM_SHEET_TOO_MANY_ROWS, number);
  if (row.end > row.begin)
    g_array_append_val (self->rows, row);
  self->row_begin = row.end;
}

/* Takes the next waiting row; its cells stay until the next call. Returns: whether there was one. */
gboolean
desk_sheet_batch_take (DeskSheetBatch *self, DeskSheetRow *row)
{
  const PendingRow *pending;
  DeskSheetCell *out;
  guint n = 0;

  if (self->taken == self->rows->len)
    return FALSE;
  pending = &g_array_index (self->rows, PendingRow, self->taken++);
  for (guint i = pending->begin; i < pending->end; i++)
    n = MAX (n, self->cells[i].column + 1u);
  if (n > self->out_room)
    {
      self->out_room = n;
      self->out = g_renew (DeskSheetCell, self->out, n);
    }
  out = self->out;
  for (guint i = 0; i < n; i++)
    out[i] = (DeskSheetCell){ DESK_SHEET_EMPTY, "" };
  for (guint i = pending->begin; i < pending->end; i++)
    {
      const PendingCell *cell = &self->cells[i];

      out[cell->column].kind = (DeskSheetKind) cell->kind;
      out[cell->column].text = cell->lasting != NULL ? cell->lasting : self->text + cell->offset;
    }
  *row = (DeskSheetRow){ .number = pending->number, .n_cells = n, .cells = out };
  return TRUE;
}

/* Turns what went wrong in a callback into an error that names file, row and limit. Returns: whether all is well. */
gboolean
desk_sheet_batch_check (DeskSheetBatch *self, const DeskSheetSource *source, GError **error)
{
  char row[16], most[16];

  if (!self->failed)
    return TRUE;
  g_snprintf (row, sizeof row, "%u", self->problem_row);
  if (self->problem == DESK_PROBLEM_SHEET_TOO_MANY_ROWS)
    {
      g_snprintf (most, sizeof most, "%d", DESK_SHEET_MAX_ROWS);
      desk_error_set (error, DESK_ERROR_LIMIT, self->problem, NULL, source->name, most, NULL);
    }
  else if (self->problem == DESK_PROBLEM_SHEET_DAMAGED || self->problem == DESK_PROBLEM_SHEET_NOT_A_SHEET)
    desk_error_set (error, DESK_ERROR_DAMAGED, self->problem, NULL, source->name, NULL);
  else
    {
      g_snprintf (most, sizeof most, "%d",
                  self->problem == DESK_PROBLEM_SHEET_CELL_TOO_LONG ? DESK_SHEET_MAX_CELL : DESK_SHEET_MAX_COLUMNS);
      desk_error_set (error, DESK_ERROR_LIMIT, self->problem, NULL, source->name, row, most, NULL);
    }
  return FALSE;
}
