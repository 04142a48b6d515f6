/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-batch.h"
#include "desk-sheet-xml.h"

G_BEGIN_DECLS

/* What a cell's number format makes of a number. */
typedef struct
{
  guint8 with_day;  /* it shows a day */
  guint8 with_time; /* it shows a time */
  guint8 zeros;     /* "0000": digits it is filled up to, 0 for none */
} DeskSheetStyle;

DeskSheetStyle desk_sheet_style_of_number (guint number);
DeskSheetStyle desk_sheet_style_of_code (const char *code);
GArray *desk_sheet_styles_load (DeskSheetPackage *package, const char *name, GCancellable *cancellable,
                                GError **error);

void desk_sheet_styled_number (DeskSheetBatch *batch, guint column, const char *stored, DeskSheetStyle style,
                               gboolean date_1904);

G_END_DECLS
