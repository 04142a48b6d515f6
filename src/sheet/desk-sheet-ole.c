/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-sheet-ole.h"

#include <string.h>

#define CHUNK 65536
#define OVERLAP 64

/* Does the file hold @name as a compound document writes the names of its streams, in UTF-16? */
static gboolean
holds_stream (DeskSheetSource *source, const char *name)
{
  g_autofree guint8 *chunk = g_malloc (OVERLAP + CHUNK);
  guint8 wide[OVERLAP];
  gsize n_wide = strlen (name) * 2;
  goffset offset = 0;
  gsize kept = 0;
  gssize n;

  for (gsize i = 0; i < n_wide; i++)
    wide[i] = i % 2 == 0 ? (guint8) name[i / 2] : 0;
  while ((n = desk_sheet_source_read (source, offset, chunk + kept, CHUNK, NULL)) > 0)
    {
      gsize length = kept + (gsize) n;

      if (memmem (chunk, length, wide, n_wide) != NULL)
        return TRUE;
      kept = MIN (length, OVERLAP);
      memmove (chunk, chunk + length - kept, kept);
      offset += n;
    }
  return FALSE;
}

/**
 * desk_sheet_ole_check:
 * @source: a file that begins as a compound document
 * @error: INVALID sheet-encrypted, sheet-other-format
 *
 * Compound documents are old workbooks, but also new ones with a password, and old documents of other programs.
 *
 * Returns: whether it seems to be an old workbook
 */
gboolean
desk_sheet_ole_check (DeskSheetSource *source, GError **error)
{
  static const struct
  {
    const char *stream;
    const char *format;
  } others[] = { { "WordDocument", "DOC" }, { "PowerPoint Document", "PPT" } };

  if (holds_stream (source, "Workbook") || holds_stream (source, "Book"))
    return TRUE;
  if (holds_stream (source, "EncryptedPackage"))
    {
      desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCRYPTED, source, NULL);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (holds_stream (source, others[i].stream))
      {
        desk_sheet_fail (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT, source, others[i].format);
        return FALSE;
      }
  desk_sheet_fail (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED, source, NULL);
  return FALSE;
}
