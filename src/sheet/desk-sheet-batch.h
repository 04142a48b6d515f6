/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-row.h"
#include "desk-sheet-source.h"

G_BEGIN_DECLS

/* The rows a parser found in one chunk of a file, waiting to be taken. Parsers put cells in from callbacks that cannot
 * fail; the first limit that is exceeded is kept and reported by desk_sheet_batch_check(). */
typedef struct
{
  /* Blocks of our own where something is added for every cell: GArray divides each time it is asked for room. */
  char *text; /* the cells' texts, each with its zero byte */
  gsize text_length, text_room;
  struct _DeskSheetPendingCell *cells; /* of rows not yet taken */
  guint n_cells, cell_room;
  DeskSheetCell *out; /* of the row last taken */
  guint out_room;
  GArray *rows;     /* PendingRow */
  guint taken;      /* of rows */
  guint n_rows;     /* number of the row last ended */
  gsize row_text;   /* bytes in the row being filled */
  guint row_begin;  /* its first one of cells */
  DeskProblemCode problem;
  guint problem_row;
  gboolean failed;
} DeskSheetBatch;

void desk_sheet_batch_init (DeskSheetBatch *self);
void desk_sheet_batch_clear (DeskSheetBatch *self);
void desk_sheet_batch_begin_chunk (DeskSheetBatch *self);
void desk_sheet_batch_fail (DeskSheetBatch *self, DeskProblemCode problem, guint row);
void desk_sheet_batch_add (DeskSheetBatch *self, guint column, DeskSheetKind kind, const char *text, gsize length);
void desk_sheet_batch_add_lasting (DeskSheetBatch *self, guint column, DeskSheetKind kind, const char *text,
                                   gsize length);
void desk_sheet_batch_end_row (DeskSheetBatch *self, guint number);
gboolean desk_sheet_batch_take (DeskSheetBatch *self, DeskSheetRow *row);
gboolean desk_sheet_batch_check (DeskSheetBatch *self, const DeskSheetSource *source, GError **error);

G_END_DECLS
