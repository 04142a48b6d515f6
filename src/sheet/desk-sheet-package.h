/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-source.h"

G_BEGIN_DECLS

/* A workbook is a ZIP archive of parts. No more than this is unpacked from a sheet, from its texts, from another part. */
#define DESK_SHEET_MAX_UNPACKED (1024u * 1024 * 1024)
#define DESK_SHEET_MAX_STRINGS (256u * 1024 * 1024)
#define DESK_SHEET_MAX_SMALL_PART (16u * 1024 * 1024)

typedef struct _DeskSheetPackage DeskSheetPackage;
typedef struct _DeskSheetPart DeskSheetPart;

DeskSheetPackage *desk_sheet_package_open (DeskSheetSource *source, GError **error);
void desk_sheet_package_free (DeskSheetPackage *self);
DeskSheetSource *desk_sheet_package_source (DeskSheetPackage *self);
gboolean desk_sheet_package_has (DeskSheetPackage *self, const char *name);

DeskSheetPart *desk_sheet_part_open (DeskSheetPackage *package, const char *name, gsize most, GError **error);
void desk_sheet_part_free (DeskSheetPart *self);
gssize desk_sheet_part_read (DeskSheetPart *self, void *buffer, gsize size, GError **error);
DeskSheetSource *desk_sheet_part_source (DeskSheetPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetPackage, desk_sheet_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetPart, desk_sheet_part_free)

G_END_DECLS
