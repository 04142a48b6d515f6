/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-reader.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_SHEET_COLUMN_TEXT,    /* phones, numbers of documents and rooms too: nothing is lost */
  DESK_SHEET_COLUMN_INTEGER,
  DESK_SHEET_COLUMN_DECIMAL, /* scaled: money in fen with 2 digits */
  DESK_SHEET_COLUMN_DAY,
  DESK_SHEET_COLUMN_TIME,
} DeskSheetColumnType;

/* One column to write. */
typedef struct
{
  const char *heading;
  DeskSheetColumnType type;
  int digits; /* of a decimal: 0 to 6 */
  int width;  /* in characters of a digit's width; 0: by the heading */
} DeskSheetColumn;

/* Writes one table into a file that appears, whole, when all is written. For one thread at a time, any. */
typedef struct _DeskSheetWriter DeskSheetWriter;

DeskSheetWriter *desk_sheet_writer_new (const char *path, DeskSheetFormat format, const char *sheet,
                                        const DeskSheetColumn *columns, guint n_columns, GTimeZone *zone,
                                        GError **error);
void desk_sheet_writer_free (DeskSheetWriter *self);

/* The cells of a row, from the first column on, each by its column's type; what is left out stays blank. */
void desk_sheet_writer_blank (DeskSheetWriter *self);
void desk_sheet_writer_text (DeskSheetWriter *self, const char *text);
void desk_sheet_writer_integer (DeskSheetWriter *self, gint64 value);
void desk_sheet_writer_decimal (DeskSheetWriter *self, gint64 scaled);
void desk_sheet_writer_day (DeskSheetWriter *self, DeskDay day);
void desk_sheet_writer_time (DeskSheetWriter *self, gint64 time);
gboolean desk_sheet_writer_end_row (DeskSheetWriter *self, GError **error);
gboolean desk_sheet_writer_complete (DeskSheetWriter *self, GError **error);
gboolean desk_sheet_writer_place (DeskSheetWriter *self, GError **error);
gboolean desk_sheet_writer_finish (DeskSheetWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetWriter, desk_sheet_writer_free)

G_END_DECLS
