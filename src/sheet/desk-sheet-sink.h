/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-writer.h"

G_BEGIN_DECLS

/* One format to write: gets the cells of a row in order. */
typedef struct _DeskSheetSink DeskSheetSink;

struct _DeskSheetSink
{
  void (*text) (DeskSheetSink *self, guint column, const char *text);
  /* A number in the plain decimal form, and as it is: @scaled divided by ten to the power of the column's digits. */
  void (*number) (DeskSheetSink *self, guint column, gint64 scaled, int digits);
  /* A day with the seconds since midnight; @is_time: the column shows them. */
  void (*moment) (DeskSheetSink *self, guint column, DeskDay day, int seconds, gboolean is_time);
  gboolean (*end_row) (DeskSheetSink *self, GError **error);
  /* Writes what is left; the file is whole then. */
  gboolean (*finish) (DeskSheetSink *self, GError **error);
  void (*free) (DeskSheetSink *self);
};

/* Each writes its headings at once. @temporary is the file to fill (@fd is open on it and stays the caller's), @path
 * the name to tell in errors. */
DeskSheetSink *desk_sheet_sink_csv (const char *path, int fd, const DeskSheetColumn *columns, guint n_columns);
DeskSheetSink *desk_sheet_sink_xlsx (const char *path, const char *temporary, const char *sheet,
                                     const DeskSheetColumn *columns, guint n_columns, GError **error);

void desk_sheet_write_failed (GError **error, const char *path, int code, const char *words);
char *desk_sheet_moment_text (DeskDay day, int seconds, gboolean is_time);

G_END_DECLS
