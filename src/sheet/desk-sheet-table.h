/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-heading.h"

G_BEGIN_DECLS

/* How to find the table; all zero: find out everything. */
typedef struct
{
  guint header_row;            /* number of the row with the headings (the lower of two), as corrected by hand; 0: find */
  DeskSheetKnowsHeading knows; /* (nullable) */
  gpointer data;               /* given to knows */
} DeskSheetTableOptions;

/* The table in a sheet: headings, and data rows as a stream. Titles above, notes beside and below, rows and columns
 * that are only formatted are left out. Cells merged downwards are filled. */
typedef struct _DeskSheetTable DeskSheetTable;

DeskSheetTable *desk_sheet_table_new (DeskSheetReader *reader, const DeskSheetTableOptions *options,
                                      GCancellable *cancellable, GError **error);
void desk_sheet_table_free (DeskSheetTable *self);
guint desk_sheet_table_get_n_columns (DeskSheetTable *self);
const char *desk_sheet_table_get_heading (DeskSheetTable *self, guint i);
guint desk_sheet_table_get_source_column (DeskSheetTable *self, guint i);
guint desk_sheet_table_get_header_row (DeskSheetTable *self, guint *first);
gboolean desk_sheet_table_next (DeskSheetTable *self, DeskSheetRow *row, GCancellable *cancellable, GError **error);
const guint *desk_sheet_table_get_notes (DeskSheetTable *self, guint *n_notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetTable, desk_sheet_table_free)

G_END_DECLS
