/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-error.h"
#include "desk-sheet-table.h"
#include "desk-sheet-writer.h"

/* A folder of this test's own, removed at its end, in which files are made by hand. */
typedef struct
{
  char *folder;
} SheetFolder;

void sheet_folder_set_up (SheetFolder *folder, gconstpointer data);
void sheet_folder_tear_down (SheetFolder *folder, gconstpointer data);
char *sheet_file (SheetFolder *folder, const char *name, const void *bytes, gssize length);
char *sheet_file_encoded (SheetFolder *folder, const char *name, const char *text, const char *encoding);

/* One part of a workbook made by hand. */
typedef struct
{
  const char *name;
  const char *text;
} SheetPart;

char *sheet_archive (SheetFolder *folder, const char *name, const SheetPart *parts, guint n_parts);
char *sheet_workbook (SheetFolder *folder, const char *name, const char *rows, const char *after_rows,
                      const char *strings, const char *styles, const char *workbook_properties);

GByteArray *sheet_compound_bytes (const char *stream, const void *bytes, gsize length);
char *sheet_compound (SheetFolder *folder, const char *name, const char *stream, const void *bytes, gsize length);
void sheet_record (GByteArray *stream, guint type, const void *body, gsize length);

/* All rows as "number:kind'text'|kind'text'", one a line; kinds are - T N D E. NULL with @error. */
char *sheet_read (const char *path, const DeskSheetOptions *options, GError **error);
char *sheet_read_table (const char *path, const DeskSheetOptions *options, const DeskSheetTableOptions *how,
                        GError **error);
void sheet_assert_rows (const char *path, const DeskSheetOptions *options, const char *expected);
void sheet_assert_problem (const GError *error, DeskErrorCode code, DeskProblemCode problem);
char *sheet_shared (const char *file);
glong sheet_peak_memory (void);

#define sheet_test(path, function) \
  g_test_add (path, SheetFolder, NULL, sheet_folder_set_up, function, sheet_folder_tear_down)
