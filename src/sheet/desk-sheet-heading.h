/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-reader.h"

G_BEGIN_DECLS

/* Does the caller know @text as a heading? Helps where a sheet alone does not tell headings from data. */
typedef gboolean (*DeskSheetKnowsHeading) (const char *text, gpointer data);

/* One column of a table: where it stands in the sheet and what its heading says. */
typedef struct
{
  guint column;
  char *heading; /* "" for a column with data but no heading */
} DeskSheetColumnHead;

/* The first rows of a sheet, as they are looked at. */
typedef struct
{
  const GPtrArray *rows; /* DeskSheetRow */
  const DeskSheetArea *merged;
  guint n_merged;
  DeskSheetKnowsHeading knows;
  gpointer data;
} DeskSheetTop;

/* Where the headings are. */
typedef struct
{
  guint first_row, last_row; /* as numbered in the source */
  GArray *columns;           /* DeskSheetColumnHead, owned */
} DeskSheetHeadings;

gboolean desk_sheet_headings_find (const DeskSheetTop *top, guint at_row, DeskSheetHeadings *headings);
gboolean desk_sheet_cell_is_blank (const DeskSheetCell *cell);

G_END_DECLS
