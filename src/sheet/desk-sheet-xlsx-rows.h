/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-batch.h"
#include "desk-sheet-reader.h"
#include "desk-sheet-strings.h"
#include "desk-sheet-styles.h"

G_BEGIN_DECLS

/* The parser of one sheet: elements come in, cells go into the batch. */
typedef struct
{
  const DeskSheetStrings *strings;
  const GArray *styles; /* DeskSheetStyle */
  gboolean date_1904;
  DeskSheetBatch *batch;

  guint row;        /* number of the row being read */
  guint column;     /* of the cell being read */
  guint next_column;
  guint style;
  char type;        /* 'n' number, 's' shared text, 'i' text inside, 'f' text of a formula, 'b', 'e', 'd' */
  gboolean wanted;  /* texts now belong to the cell */
  guint in_phonetic;
  GString *value;
} DeskSheetXlsxRows;

extern const DeskSheetXmlHandlers desk_sheet_xlsx_rows_handlers;

gboolean desk_sheet_cell_reference (const char *text, guint *row, guint *column, const char **end);
gboolean desk_sheet_xlsx_read_merged (DeskSheetPackage *package, const char *name, GArray *merged,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
