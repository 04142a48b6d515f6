/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-xml.h"

G_BEGIN_DECLS

/* The texts of a workbook, kept once and pointed at by number. */
typedef struct _DeskSheetStrings DeskSheetStrings;

DeskSheetStrings *desk_sheet_strings_new (void);
void desk_sheet_strings_add (DeskSheetStrings *self, const char *text, gsize length);
guint desk_sheet_strings_get_n (const DeskSheetStrings *self);
DeskSheetStrings *desk_sheet_strings_load (DeskSheetPackage *package, const char *name, GCancellable *cancellable,
                                           GError **error);
void desk_sheet_strings_free (DeskSheetStrings *self);
const char *desk_sheet_strings_get (const DeskSheetStrings *self, guint i, gsize *length);
gsize desk_sheet_unescape (char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetStrings, desk_sheet_strings_free)

G_END_DECLS
