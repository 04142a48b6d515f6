/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-sheet-encoding.h"
#include "desk-sheet-row.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_SHEET_CSV,
  DESK_SHEET_XLSX,
  DESK_SHEET_XLS,
} DeskSheetFormat;

/* How to read a file; all zero: find out everything. */
typedef struct
{
  const char *sheet;    /* name of a sheet of a workbook; NULL: the first one that is not hidden */
  const char *encoding; /* of a text: a name desk_sheet_encoding_canonical() knows; NULL: detect */
  char separator;       /* of a text: ',', ';', '\t' or '|'; 0: find */
} DeskSheetOptions;

/* A rectangle of cells that are shown as one; columns from 0, rows as numbered, both ends within. */
typedef struct
{
  guint first_row, last_row;
  guint first_column, last_column;
} DeskSheetArea;

/* Reads one sheet as a stream of rows, with memory that does not grow with the file. For one thread at a time, any. */
typedef struct _DeskSheetReader DeskSheetReader;

DeskSheetReader *desk_sheet_reader_open (const char *path, const DeskSheetOptions *options, GCancellable *cancellable,
                                         GError **error);
void desk_sheet_reader_free (DeskSheetReader *self);

DeskSheetFormat desk_sheet_reader_get_format (DeskSheetReader *self);
const char *desk_sheet_reader_get_name (DeskSheetReader *self);
guint desk_sheet_reader_get_n_sheets (DeskSheetReader *self);
const char *desk_sheet_reader_get_sheet_name (DeskSheetReader *self, guint i);
gboolean desk_sheet_reader_is_sheet_hidden (DeskSheetReader *self, guint i);
guint desk_sheet_reader_get_sheet (DeskSheetReader *self);
const char *desk_sheet_reader_get_encoding (DeskSheetReader *self, DeskSheetEncodingReason *reason);
char desk_sheet_reader_get_separator (DeskSheetReader *self);
gboolean desk_sheet_reader_get_date_1904 (DeskSheetReader *self);
gboolean desk_sheet_reader_find_merged (DeskSheetReader *self, GCancellable *cancellable, GError **error);
const DeskSheetArea *desk_sheet_reader_get_merged (DeskSheetReader *self, guint *n_areas);

const GPtrArray *desk_sheet_reader_preview (DeskSheetReader *self, guint n_rows, GCancellable *cancellable,
                                            GError **error);
gboolean desk_sheet_reader_next (DeskSheetReader *self, DeskSheetRow *row, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetReader, desk_sheet_reader_free)

G_END_DECLS
