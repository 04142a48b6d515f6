/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-reader.h"

#include <string.h>

#include "desk-sheet-backend.h"

/* A preview holds no more text than this, however long the rows are. */
#define PREVIEW_TEXT (16 * 1024 * 1024)

struct _DeskSheetReader
{
  DeskSheetFormat format;
  DeskSheetSource *source;
  DeskSheetFacts facts;
  DeskSheetBackend *backend;
  DeskSheetBatch batch;
  gboolean more;         /* the backend has more chunks */
  gboolean merged_found;
  GPtrArray *previewed;  /* DeskSheetRow read ahead */
  guint n_replayed;      /* of previewed, given out already */
  gsize previewed_bytes;
  GError *fault;         /* what ended the stream; told again to who asks again */
};

static void
clear_info (gpointer info)
{
  g_free (((DeskSheetInfo *) info)->name);
}

/* Adds a sheet to what the reader lists; @name need not be UTF-8. */
void
desk_sheet_facts_add_sheet (DeskSheetFacts *facts, const char *name, gboolean hidden)
{
  DeskSheetInfo info = { g_utf8_make_valid (name, -1), hidden };

  g_array_append_val (facts->sheets, info);
}

/* Chooses the sheet to read: the one called @name, or without a name the first that is not hidden. Sets NOT_FOUND
 * sheet-no-such-sheet, or DAMAGED for a workbook without sheets. */
gboolean
desk_sheet_facts_choose (DeskSheetFacts *facts, const char *name, DeskSheetSource *source, GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < facts->sheets->len; i++)
      {
        const DeskSheetInfo *info = &g_array_index (facts->sheets, DeskSheetInfo, i);

        if (name != NULL ? strcmp (info->name, name) == 0 : !info->hidden || pass == 1)
          {
            facts->sheet = i;
            return TRUE;
          }
      }
  if (name != NULL)
    desk_sheet_fail (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_SHEET_NO_SUCH_SHEET, source, name);
  else
    desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, source, NULL);
  return FALSE;
}

static gboolean
open_backend (DeskSheetReader *self, const DeskSheetOptions *options, GCancellable *cancellable, GError **error)
{
  DeskSheetLooks looks = DESK_SHEET_LOOKS_TEXT;
  DeskSheetBackendOpen open_it = desk_sheet_csv_open;

  if (!desk_sheet_source_look (self->source, &looks, error))
    return FALSE;
  if (looks == DESK_SHEET_LOOKS_ZIP)
    {
      self->format = DESK_SHEET_XLSX;
      open_it = desk_sheet_xlsx_open;
    }
  else if (looks == DESK_SHEET_LOOKS_OLE)
    {
      self->format = DESK_SHEET_XLS;
      open_it = desk_sheet_xls_open;
    }
  self->backend = open_it (self->source, options, &self->facts, cancellable, error);
  return self->backend != NULL;
}

/**
 * desk_sheet_reader_open:
 * @path: a file in the file system's encoding
 * @options: (nullable): how to read it
 * @cancellable: (nullable):
 * @error: DESK_ERROR with one of the sheet problems
 *
 * What the file is, is told by its content, not by its name.
 *
 * Returns: (transfer full) (nullable): a reader before its first row
 */
DeskSheetReader *
desk_sheet_reader_open (const char *path, const DeskSheetOptions *options, GCancellable *cancellable, GError **error)
{
  static const DeskSheetOptions none = { 0 };
  g_autoptr (DeskSheetReader) self = NULL;
  g_autoptr (DeskSheetSource) source = NULL;

  if (desk_sheet_cancelled (cancellable, error))
    return NULL;
  source = desk_sheet_source_open (path, error);
  if (source == NULL)
    return NULL;
  self = g_new0 (DeskSheetReader, 1);
  self->source = g_steal_pointer (&source);
  self->facts.sheets = g_array_new (FALSE, FALSE, sizeof (DeskSheetInfo));
  g_array_set_clear_func (self->facts.sheets, clear_info);
  self->facts.merged = g_array_new (FALSE, FALSE, sizeof (DeskSheetArea));
  self->previewed = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sheet_row_free);
  self->more = TRUE;
  desk_sheet_batch_init (&self->batch);
  if (!open_backend (self, options != NULL ? options : &none, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
desk_sheet_reader_free (DeskSheetReader *self)
{
  if (self->backend != NULL)
    self->backend->free (self->backend);
  desk_sheet_batch_clear (&self->batch);
  g_clear_error (&self->fault);
  g_ptr_array_unref (self->previewed);
  g_array_unref (self->facts.sheets);
  g_array_unref (self->facts.merged);
  desk_sheet_source_free (self->source);
  g_free (self);
}

/* Returns: what the file is. */
DeskSheetFormat
desk_sheet_reader_get_format (DeskSheetReader *self)
{
  return self->format;
}

/* Returns: (transfer none): the file's path as a person may read it. */
const char *
desk_sheet_reader_get_name (DeskSheetReader *self)
{
  return self->source->name;
}

/* Returns: how many sheets the workbook has; 1 for a text. */
guint
desk_sheet_reader_get_n_sheets (DeskSheetReader *self)
{
  return self->facts.sheets->len;
}

/* Returns: (transfer none): the name of sheet @i; "" for a text. */
const char *
desk_sheet_reader_get_sheet_name (DeskSheetReader *self, guint i)
{
  g_return_val_if_fail (i < self->facts.sheets->len, "");
  return g_array_index (self->facts.sheets, DeskSheetInfo, i).name;
}

/* Does the workbook hide sheet @i? */
gboolean
desk_sheet_reader_is_sheet_hidden (DeskSheetReader *self, guint i)
{
  g_return_val_if_fail (i < self->facts.sheets->len, FALSE);
  return g_array_index (self->facts.sheets, DeskSheetInfo, i).hidden;
}

/* Returns: which sheet is read. */
guint
desk_sheet_reader_get_sheet (DeskSheetReader *self)
{
  return self->facts.sheet;
}

/* Returns: (transfer none) (nullable): the encoding of a text and, in @reason (out) (optional), how it was found; %NULL
 * for a workbook. */
const char *
desk_sheet_reader_get_encoding (DeskSheetReader *self, DeskSheetEncodingReason *reason)
{
  if (reason != NULL)
    *reason = self->facts.reason;
  return self->facts.encoding;
}

/* Returns: the separator of a text, 0 for a workbook. */
char
desk_sheet_reader_get_separator (DeskSheetReader *self)
{
  return self->facts.separator;
}

/* Does the workbook count days from 1904? For desk_sheet_day_of_serial(). */
gboolean
desk_sheet_reader_get_date_1904 (DeskSheetReader *self)
{
  return self->facts.date_1904;
}

/**
 * desk_sheet_reader_find_merged:
 * @self: a reader
 * @cancellable: (nullable):
 * @error: as desk_sheet_reader_next()
 *
 * Looks for merged cells. A workbook tells them after all its rows, so this costs a tenth of reading it.
 *
 * Returns: whether the looking went well, not whether there are any
 */
gboolean
desk_sheet_reader_find_merged (DeskSheetReader *self, GCancellable *cancellable, GError **error)
{
  if (self->merged_found || self->backend->find_merged == NULL)
    return TRUE;
  self->merged_found = self->backend->find_merged (self->backend, cancellable, error);
  return self->merged_found;
}

/* Returns: (transfer none) (array length=n_areas): cells shown as one, by first row; their text stands in the first.
 * Known after desk_sheet_reader_find_merged(). */
const DeskSheetArea *
desk_sheet_reader_get_merged (DeskSheetReader *self, guint *n_areas)
{
  *n_areas = self->facts.merged->len;
  return (const DeskSheetArea *) self->facts.merged->data;
}

/* Parses the next chunk into the empty batch. */
static gboolean
fill (DeskSheetReader *self, GCancellable *cancellable, GError **error)
{
  /* Rows before a fault were given out; now it ends the stream. */
  if (!desk_sheet_batch_check (&self->batch, self->source, error))
    return FALSE;
  desk_sheet_batch_begin_chunk (&self->batch);
  if (!self->backend->fill (self->backend, &self->batch, &self->more, cancellable, error))
    return FALSE;
  return self->more || desk_sheet_source_check (self->source, error);
}

/* The next row from the file itself; FALSE without @error at the end. */
static gboolean
read_row (DeskSheetReader *self, DeskSheetRow *row, GCancellable *cancellable, GError **error)
{
  while (self->fault == NULL)
    {
      if (desk_sheet_batch_take (&self->batch, row))
        return TRUE;
      if (!self->more && !self->batch.failed)
        return FALSE;
      fill (self, cancellable, &self->fault);
    }
  if (error != NULL)
    *error = g_error_copy (self->fault);
  return FALSE;
}

/**
 * desk_sheet_reader_preview:
 * @self: a reader
 * @n_rows: how many rows to show
 * @cancellable: (nullable):
 * @error: as desk_sheet_reader_next()
 *
 * Looks at the first rows without taking them: desk_sheet_reader_next() gives them again. To be called before the
 * first row is taken; fewer rows come back at the end of the file or when they hold very long texts.
 *
 * Returns: (transfer none) (element-type DeskSheetRow) (nullable): the rows, the reader's own
 */
const GPtrArray *
desk_sheet_reader_preview (DeskSheetReader *self, guint n_rows, GCancellable *cancellable, GError **error)
{
  GError *own = NULL;
  DeskSheetRow row;

  while (self->previewed->len < n_rows && self->previewed_bytes < PREVIEW_TEXT)
    {
      if (!read_row (self, &row, cancellable, &own))
        {
          if (own == NULL)
            break;
          g_propagate_error (error, own);
          return NULL;
        }
      for (guint i = 0; i < row.n_cells; i++)
        self->previewed_bytes += strlen (row.cells[i].text) + sizeof (DeskSheetCell);
      g_ptr_array_add (self->previewed, desk_sheet_row_copy (&row));
    }
  return self->previewed;
}

/**
 * desk_sheet_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the row, good until the next call
 * @cancellable: (nullable): asked once a chunk
 * @error: DESK_ERROR with one of the sheet problems; DAMAGED, LIMIT, IO, CANCELLED
 *
 * Rows without content are left out; their numbers are missing.
 *
 * Returns: whether there was a row; %FALSE without @error at the end
 */
gboolean
desk_sheet_reader_next (DeskSheetReader *self, DeskSheetRow *row, GCancellable *cancellable, GError **error)
{
  if (self->n_replayed < self->previewed->len)
    {
      *row = *(const DeskSheetRow *) self->previewed->pdata[self->n_replayed++];
      return TRUE;
    }
  return read_row (self, row, cancellable, error);
}
