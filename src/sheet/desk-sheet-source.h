/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

#include "desk-error.h"

G_BEGIN_DECLS

/* A regular file open for reading, with what it was when opened, so that a change while it is read is noticed. */
typedef struct
{
  int fd;
  char *path;
  char *name; /* the path as a person may read it: valid UTF-8 */
  goffset size;
  struct stat opened;
} DeskSheetSource;

/* What the first bytes of a file say it is. */
typedef enum
{
  DESK_SHEET_LOOKS_TEXT,
  DESK_SHEET_LOOKS_ZIP,
  DESK_SHEET_LOOKS_OLE,
  DESK_SHEET_LOOKS_OTHER,
} DeskSheetLooks;

DeskSheetSource *desk_sheet_source_open (const char *path, GError **error);
void desk_sheet_source_free (DeskSheetSource *self);
gssize desk_sheet_source_read (DeskSheetSource *self, goffset offset, void *buffer, gsize size, GError **error);
gboolean desk_sheet_source_check (DeskSheetSource *self, GError **error);
gboolean desk_sheet_source_look (DeskSheetSource *self, DeskSheetLooks *looks, GError **error);

void desk_sheet_fail (GError **error, DeskErrorCode code, DeskProblemCode problem, const DeskSheetSource *source,
                      const char *second);
gboolean desk_sheet_cancelled (GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetSource, desk_sheet_source_free)

G_END_DECLS
