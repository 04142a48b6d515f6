/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-day.h"

G_BEGIN_DECLS

/* What a cell holds. CSV knows TEXT and EMPTY only; a true-or-false cell is TEXT "TRUE" or "FALSE", as Excel shows it. */
typedef enum
{
  DESK_SHEET_EMPTY,  /* nothing */
  DESK_SHEET_TEXT,   /* as typed */
  DESK_SHEET_NUMBER, /* plain decimal: "118.47", "13800138000" */
  DESK_SHEET_DATE,   /* "2019-02-28", "2019-02-28 11:25:05" or "11:25:05" */
  DESK_SHEET_ERROR,  /* "#N/A", "#DIV/0!" … */
} DeskSheetKind;

/* One cell. The text is valid UTF-8, never NULL, "" for a blank cell. */
typedef struct
{
  DeskSheetKind kind;
  const char *text;
} DeskSheetCell;

/* One row: its number in the source as a person counts it (first row 1, rows without content counted) and its cells
 * from the first column on; cells after the last one filled are left off. Owned by whoever gave it. */
typedef struct
{
  guint number;
  guint n_cells;
  const DeskSheetCell *cells;
} DeskSheetRow;

/* What no sheet of an office exceeds. Beyond them a file is refused, so that memory stays bounded. */
#define DESK_SHEET_MAX_FILE (256 * 1024 * 1024)       /* bytes of a file */
#define DESK_SHEET_MAX_CELL (256 * 1024)              /* bytes of a cell; Excel's own limit is 32,767 characters */
#define DESK_SHEET_MAX_ROW_TEXT (2 * 1024 * 1024)     /* bytes of a row */
#define DESK_SHEET_MAX_COLUMNS 16384                  /* Excel's own limit */
#define DESK_SHEET_MAX_ROWS 1048576                   /* Excel's own limit */

DeskSheetRow *desk_sheet_row_copy (const DeskSheetRow *row);
void desk_sheet_row_free (DeskSheetRow *row);
const DeskSheetCell *desk_sheet_row_cell (const DeskSheetRow *row, guint column);
gboolean desk_sheet_row_is_blank (const DeskSheetRow *row);

char *desk_sheet_column_name (guint column);
gboolean desk_sheet_cell_is_lossy (const DeskSheetCell *cell);

gsize desk_sheet_number_plain (const char *stored);
char *desk_sheet_number_text (const char *stored);
char *desk_sheet_serial_text (const char *stored, gboolean date_1904, gboolean with_day, gboolean with_time);
DeskDay desk_sheet_day_of_serial (const char *text, gboolean date_1904);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetRow, desk_sheet_row_free)

G_END_DECLS
