/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-table.h"

#include <string.h>

#include "desk-string.h"

/* Rows looked at to find the headings. */
#define TOP_ROWS 100
/* Rows held back because they may be notes; more than that are data. */
#define MOST_DOUBTFUL 200
#define MOST_NOTES 1000

/* A cell that reaches down over the rows to come. */
typedef struct
{
  guint column; /* of the sheet */
  guint last_row;
  DeskSheetKind kind;
  char *text;
} Reaching;

struct _DeskSheetTable
{
  DeskSheetReader *reader;
  DeskSheetHeadings headings;
  guint n_named;      /* columns with a heading */
  GArray *cells;      /* DeskSheetCell of the row given out */
  GArray *reaching;   /* Reaching */
  guint next_merged;  /* first area not yet looked at */
  GQueue waiting;     /* DeskSheetRow: doubtful ones, then perhaps one that settled them */
  gboolean release;   /* the waiting rows are data */
  DeskSheetRow *given;
  guint n_rows;       /* taken as data */
  guint n_filled;     /* cells in them */
  guint last_number;
  gboolean at_end;
  GArray *notes;      /* guint */
};

static void
clear_reaching (gpointer data)
{
  g_free (((Reaching *) data)->text);
}

static guint
count_named (const GArray *columns)
{
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += *g_array_index (columns, DeskSheetColumnHead, i).heading != '\0';
  return n;
}

/**
 * desk_sheet_table_new:
 * @reader: (transfer none): a reader before its first row; must outlive the table and be used through it only
 * @options: (nullable): how to find the table
 * @cancellable: (nullable):
 * @error: INVALID sheet-no-table, sheet-empty; else as desk_sheet_reader_next()
 *
 * Returns: (transfer full) (nullable): the table before its first data row
 */
DeskSheetTable *
desk_sheet_table_new (DeskSheetReader *reader, const DeskSheetTableOptions *options, GCancellable *cancellable,
                      GError **error)
{
  static const DeskSheetTableOptions none = { 0 };
  g_autoptr (DeskSheetTable) self = NULL;
  guint n_rows = TOP_ROWS;
  DeskSheetTop top = { 0 };

  options = options != NULL ? options : &none;
  /* A row named by hand may stand deeper than is looked at else. */
  n_rows = MAX (n_rows, MIN (options->header_row, 1000) + 10);
  top.rows = desk_sheet_reader_preview (reader, n_rows, cancellable, error);
  if (top.rows == NULL || !desk_sheet_reader_find_merged (reader, cancellable, error))
    return NULL;
  top.merged = desk_sheet_reader_get_merged (reader, &top.n_merged);
  top.knows = options->knows;
  top.data = options->data;
  self = g_new0 (DeskSheetTable, 1);
  self->reader = reader;
  if (!desk_sheet_headings_find (&top, options->header_row, &self->headings))
    {
      desk_error_set (error, DESK_ERROR_INVALID,
                      top.rows->len == 0 ? DESK_PROBLEM_SHEET_EMPTY : DESK_PROBLEM_SHEET_NO_TABLE, NULL,
                      desk_sheet_reader_get_name (reader), NULL);
      return NULL;
    }
  self->n_named = count_named (self->headings.columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (DeskSheetCell));
  g_array_set_size (self->cells, self->headings.columns->len);
  self->reaching = g_array_new (FALSE, FALSE, sizeof (Reaching));
  g_array_set_clear_func (self->reaching, clear_reaching);
  self->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->last_number = self->headings.last_row;
  return g_steal_pointer (&self);
}

void
desk_sheet_table_free (DeskSheetTable *self)
{
  g_queue_clear_full (&self->waiting, (GDestroyNotify) desk_sheet_row_free);
  g_clear_pointer (&self->given, desk_sheet_row_free);
  g_clear_pointer (&self->headings.columns, g_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->reaching, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_free (self);
}

/* Returns: how many columns the table has. */
guint
desk_sheet_table_get_n_columns (DeskSheetTable *self)
{
  return self->headings.columns->len;
}

/* Returns: (transfer none): the heading of column @i on one line, two lines joined by a blank; "" for none. */
const char *
desk_sheet_table_get_heading (DeskSheetTable *self, guint i)
{
  g_return_val_if_fail (i < self->headings.columns->len, "");
  return g_array_index (self->headings.columns, DeskSheetColumnHead, i).heading;
}

/* Returns: which column of the sheet (from 0) column @i is; for desk_sheet_column_name(). */
guint
desk_sheet_table_get_source_column (DeskSheetTable *self, guint i)
{
  g_return_val_if_fail (i < self->headings.columns->len, 0);
  return g_array_index (self->headings.columns, DeskSheetColumnHead, i).column;
}

/* Returns: the number of the row with the headings, of two the lower; in @first (out) (optional) the upper. */
guint
desk_sheet_table_get_header_row (DeskSheetTable *self, guint *first)
{
  if (first != NULL)
    *first = self->headings.first_row;
  return self->headings.last_row;
}

/* Returns: (transfer none) (array length=n_notes): numbers of the rows below the headings that were left out as notes
 * or totals, known when the table was read to its end; at most a thousand. */
const guint *
desk_sheet_table_get_notes (DeskSheetTable *self, guint *n_notes)
{
  *n_notes = self->notes->len;
  return (const guint *) self->notes->data;
}

/* Keeps the cells of @row that reach down, forgets those that end above it. */
static void
update_reaching (DeskSheetTable *self, const DeskSheetRow *row)
{
  guint n_merged;
  const DeskSheetArea *merged = desk_sheet_reader_get_merged (self->reader, &n_merged);

  for (guint i = self->reaching->len; i > 0; i--)
    if (g_array_index (self->reaching, Reaching, i - 1).last_row < row->number)
      g_array_remove_index_fast (self->reaching, i - 1);
  for (; self->next_merged < n_merged && merged[self->next_merged].first_row <= row->number; self->next_merged++)
    {
      const DeskSheetArea *area = &merged[self->next_merged];
      const DeskSheetCell *cell = desk_sheet_row_cell (row, area->first_column);
      Reaching reaching = { area->first_column, area->last_row, cell->kind, NULL };

      if (area->first_row != row->number || area->last_row == area->first_row || desk_sheet_cell_is_blank (cell))
        continue;
      reaching.text = g_strdup (cell->text);
      g_array_append_val (self->reaching, reaching);
    }
}

/* Takes the table's cells out of @row. Returns: how many of them are filled in the row itself. */
static guint
pick_cells (DeskSheetTable *self, const DeskSheetRow *row)
{
  DeskSheetCell *cells = (DeskSheetCell *) self->cells->data;
  guint n_filled = 0;

  update_reaching (self, row);
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = g_array_index (self->headings.columns, DeskSheetColumnHead, i).column;

      cells[i] = *desk_sheet_row_cell (row, column);
      if (!desk_sheet_cell_is_blank (&cells[i]))
        {
          n_filled++;
          continue;
        }
      for (guint k = 0; k < self->reaching->len; k++)
        {
          const Reaching *reaching = &g_array_index (self->reaching, Reaching, k);

          if (reaching->column == column)
            cells[i] = (DeskSheetCell){ reaching->kind, reaching->text };
        }
    }
  return n_filled;
}

static gboolean
begins_like_note (const DeskSheetRow *row)
{
  static const char *const words[] = { "说明", "備註", "备注", "注：", "注:", "合计", "合計", "总计", "總計", "小计",
                                       "制表", "审核", "填表", "Note", "Total" };

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = NULL;

      if (desk_sheet_cell_is_blank (&row->cells[i]))
        continue;
      text = desk_string_clean (row->cells[i].text);
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        if (g_str_has_prefix (text, words[k]))
          return TRUE;
      return FALSE;
    }
  return FALSE;
}

/* May the row be a note or a total below the table? It fills few of the columns, fewer than the rows before do. */
static gboolean
is_doubtful (DeskSheetTable *self, const DeskSheetRow *row, guint n_filled)
{
  guint usual = self->n_rows > 0 ? self->n_filled / self->n_rows : self->n_named;

  if (begins_like_note (row) && n_filled * 2 <= self->n_named + 1)
    return TRUE;
  if (self->n_named < 3 || usual * 2 <= n_filled * 3)
    return FALSE;
  return n_filled * 3 <= self->n_named || (row->number > self->last_number + 1 && n_filled * 2 <= self->n_named);
}

/* At the end of the sheet: what was held back are notes, unless nothing else is there. */
static void
settle_end (DeskSheetTable *self)
{
  self->at_end = TRUE;
  if (self->release)
    return;
  for (GList *link = self->waiting.head, *next; link != NULL; link = next)
    {
      DeskSheetRow *row = link->data;

      next = link->next;
      if (self->n_rows == 0 && !begins_like_note (row))
        continue;
      if (self->notes->len < MOST_NOTES)
        g_array_append_val (self->notes, row->number);
      g_queue_delete_link (&self->waiting, link);
      desk_sheet_row_free (row);
    }
  self->release = TRUE;
}

/* Reads one row of the sheet. Returns: whether @row is one to give out at once. */
static gboolean
take_row (DeskSheetTable *self, const DeskSheetRow *source, DeskSheetRow *row)
{
  guint n_filled = pick_cells (self, source);

  if (source->number <= self->headings.last_row || n_filled == 0)
    return FALSE;
  *row = (DeskSheetRow){ source->number, self->cells->len, (const DeskSheetCell *) self->cells->data };
  if (is_doubtful (self, row, n_filled))
    {
      g_queue_push_tail (&self->waiting, desk_sheet_row_copy (row));
      self->release = self->waiting.length >= MOST_DOUBTFUL;
      return FALSE;
    }
  self->n_rows++;
  self->n_filled += n_filled;
  self->last_number = source->number;
  if (self->waiting.length == 0)
    return TRUE;
  g_queue_push_tail (&self->waiting, desk_sheet_row_copy (row));
  self->release = TRUE;
  return FALSE;
}

/**
 * desk_sheet_table_next:
 * @self: a table
 * @row: (out caller-allocates): the row, its cells in the order of the table's columns; good until the next call
 * @cancellable: (nullable):
 * @error: as desk_sheet_reader_next()
 *
 * Returns: whether there was a row; %FALSE without @error at the end
 */
gboolean
desk_sheet_table_next (DeskSheetTable *self, DeskSheetRow *row, GCancellable *cancellable, GError **error)
{
  GError *own = NULL;
  DeskSheetRow source;

  while (TRUE)
    {
      if (self->release && self->waiting.length > 0)
        {
          g_clear_pointer (&self->given, desk_sheet_row_free);
          self->given = g_queue_pop_head (&self->waiting);
          *row = *self->given;
          return TRUE;
        }
      if (self->at_end)
        return FALSE;
      self->release = FALSE;
      if (!desk_sheet_reader_next (self->reader, &source, cancellable, &own))
        {
          if (own != NULL)
            {
              g_propagate_error (error, own);
              return FALSE;
            }
          settle_end (self);
        }
      else if (take_row (self, &source, row))
        return TRUE;
    }
}
