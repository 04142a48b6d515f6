/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-reader.h"

G_BEGIN_DECLS

/* A cell freexl leaves out or tells less about than the file: results of formulas, true and false, errors. */
typedef struct
{
  guint16 row, column; /* from 0 */
  DeskSheetKind kind;
  char *text;
} DeskSheetBiffCell;

typedef struct
{
  gboolean encrypted;
  GArray *hidden; /* gboolean by sheet, charts not counted */
  GArray *cells;  /* DeskSheetBiffCell of one sheet, by row and column, owned */
  GArray *merged; /* DeskSheetArea of one sheet, by row */
} DeskSheetBiff;

gboolean desk_sheet_biff_check (const GByteArray *stream, DeskSheetBiff *biff);
gboolean desk_sheet_biff_read_sheet (const GByteArray *stream, guint sheet, gboolean date_1904, DeskSheetBiff *biff);
void desk_sheet_biff_clear (DeskSheetBiff *biff);

G_END_DECLS
