/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <freexl.h>
#include <string.h>

#include "desk-sheet-backend.h"
#include "desk-sheet-biff.h"
#include "desk-sheet-ole.h"

/* freexl holds a workbook as a whole; one larger than this was made to fill the memory (65,536 rows of 256 columns
 * are the format's own limit). */
#define MAX_FILE (64 * 1024 * 1024)
#define ROWS_AT_ONCE 512

/* A workbook of Excel 97 to 2003, read by freexl. That leaves out the results of formulas and does not tell true and
 * false from 1 and 0, nor which cells are merged and which sheets hidden: these are read besides. */
typedef struct
{
  DeskSheetBackend backend;
  DeskSheetSource *source;
  const void *handle;
  GByteArray *stream;
  DeskSheetBiff biff;
  guint next_cell; /* of the cells read besides */
  guint n_rows;
  guint n_columns;
  guint row;
} Xls;

static gboolean
fail (Xls *self, DeskErrorCode code, DeskProblemCode problem, GError **error)
{
  desk_sheet_fail (error, code, problem, self->source, NULL);
  return FALSE;
}

static void
add_cell (DeskSheetBatch *batch, guint column, const FreeXL_CellValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;
  DeskSheetKind kind = DESK_SHEET_NUMBER;

  switch (value->type)
    {
    case FREEXL_CELL_INT:
      text = g_strdup_printf ("%d", value->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      text = desk_sheet_number_text (g_ascii_dtostr (buffer, sizeof buffer, value->value.double_value));
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      if (value->value.text_value == NULL)
        return;
      kind = DESK_SHEET_TEXT;
      text = g_utf8_make_valid (value->value.text_value, -1);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      if (value->value.text_value == NULL)
        return;
      kind = DESK_SHEET_DATE;
      text = g_utf8_make_valid (value->value.text_value, -1);
      if (value->type == FREEXL_CELL_DATETIME && g_str_has_suffix (text, " 00:00:00"))
        text[strlen (text) - strlen (" 00:00:00")] = '\0';
      break;
    default:
      return;
    }
  desk_sheet_batch_add (batch, column, kind, text, strlen (text));
}

/* Cells of the present row that freexl left out, or in place of those it told less about. */
static void
add_besides (Xls *self, DeskSheetBatch *batch)
{
  for (; self->next_cell < self->biff.cells->len; self->next_cell++)
    {
      const DeskSheetBiffCell *cell = &g_array_index (self->biff.cells, DeskSheetBiffCell, self->next_cell);

      if (cell->row > self->row)
        return;
      if (cell->row == self->row)
        desk_sheet_batch_add (batch, cell->column, cell->kind, cell->text, strlen (cell->text));
    }
}

static gboolean
xls_fill (DeskSheetBackend *backend, DeskSheetBatch *batch, gboolean *more, GCancellable *cancellable, GError **error)
{
  Xls *self = (Xls *) backend;
  guint end = MIN (self->row + ROWS_AT_ONCE, self->n_rows);

  if (desk_sheet_cancelled (cancellable, error))
    return FALSE;
  for (; self->row < end; self->row++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          FreeXL_CellValue value = { 0 };

          if (freexl_get_cell_value (self->handle, self->row, (unsigned short) column, &value) == FREEXL_OK)
            add_cell (batch, column, &value);
        }
      add_besides (self, batch);
      desk_sheet_batch_end_row (batch, self->row + 1);
    }
  *more = self->row < self->n_rows;
  return TRUE;
}

static void
xls_close (DeskSheetBackend *backend)
{
  Xls *self = (Xls *) backend;

  if (self->handle != NULL)
    freexl_close (self->handle);
  desk_sheet_biff_clear (&self->biff);
  g_clear_pointer (&self->stream, g_byte_array_unref);
  g_free (self);
}

static gboolean
list_sheets (Xls *self, DeskSheetFacts *facts, GError **error)
{
  unsigned int n_sheets = 0, mode = 0;

  if (freexl_get_info (self->handle, FREEXL_BIFF_SHEET_COUNT, &n_sheets) != FREEXL_OK)
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, error);
  for (unsigned int i = 0; i < n_sheets; i++)
    {
      const char *name = NULL;

      if (freexl_get_worksheet_name (self->handle, (unsigned short) i, &name) != FREEXL_OK)
        return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, error);
      desk_sheet_facts_add_sheet (facts, name != NULL ? name : "",
                                  i < self->biff.hidden->len && g_array_index (self->biff.hidden, gboolean, i));
    }
  facts->date_1904 = freexl_get_info (self->handle, FREEXL_BIFF_DATEMODE, &mode) == FREEXL_OK
                     && mode == FREEXL_BIFF_DATEMODE_1904;
  return TRUE;
}

static gboolean
open_workbook (Xls *self, const DeskSheetOptions *options, DeskSheetFacts *facts, GError **error)
{
  /* freexl wants a path: this one leads to the very file that is open, whatever stands at its name by now. */
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", self->source->fd);
  unsigned short columns = 0;

  if (freexl_open (path, &self->handle) != FREEXL_OK)
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, error);
  if (!list_sheets (self, facts, error) || !desk_sheet_facts_choose (facts, options->sheet, self->source, error))
    return FALSE;
  if (freexl_select_active_worksheet (self->handle, (unsigned short) facts->sheet) != FREEXL_OK
      || freexl_worksheet_dimensions (self->handle, &self->n_rows, &columns) != FREEXL_OK)
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, error);
  self->n_columns = columns;
  /* If freexl counts other sheets than are listed in the stream, nobody knows which one is meant. */
  if (self->biff.hidden->len == facts->sheets->len
      && desk_sheet_biff_read_sheet (self->stream, facts->sheet, facts->date_1904, &self->biff))
    {
      g_array_append_vals (facts->merged, self->biff.merged->data, self->biff.merged->len);
      if (self->biff.cells->len > 0)
        self->n_rows = MAX (self->n_rows, g_array_index (self->biff.cells, DeskSheetBiffCell,
                                                         self->biff.cells->len - 1).row + 1u);
    }
  g_clear_pointer (&self->stream, g_byte_array_unref);
  return TRUE;
}

static gboolean
check_stream (Xls *self, GError **error)
{
  self->stream = desk_sheet_ole_workbook (self->source, error);
  if (self->stream == NULL)
    return FALSE;
  if (!desk_sheet_biff_check (self->stream, &self->biff))
    return fail (self, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, error);
  if (self->biff.encrypted)
    return fail (self, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCRYPTED, error);
  return TRUE;
}

/* Opens a workbook of Excel 97 to 2003. See DeskSheetBackendOpen. */
DeskSheetBackend *
desk_sheet_xls_open (DeskSheetSource *source, const DeskSheetOptions *options, DeskSheetFacts *facts,
                     GCancellable *cancellable, GError **error)
{
  Xls *self = g_new0 (Xls, 1);

  self->backend = (DeskSheetBackend){ xls_fill, xls_close };
  self->source = source;
  if (source->size > MAX_FILE)
    desk_sheet_fail (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_LARGE, source, "64");
  else if (check_stream (self, error) && open_workbook (self, options, facts, error))
    return &self->backend;
  xls_close (&self->backend);
  return NULL;
}
