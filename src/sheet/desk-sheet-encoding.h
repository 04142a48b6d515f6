/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-source.h"

G_BEGIN_DECLS

/* How the encoding of a text file was found, to be told beside the preview. */
typedef enum
{
  DESK_SHEET_ENCODING_OF_FORMAT, /* a workbook: the format says it */
  DESK_SHEET_ENCODING_CHOSEN,    /* by the caller */
  DESK_SHEET_ENCODING_MARKED,    /* a byte order mark at the beginning */
  DESK_SHEET_ENCODING_VALID,     /* every byte is right as UTF-8 */
  DESK_SHEET_ENCODING_ZEROS,     /* every second byte of plain letters is zero: UTF-16 */
  DESK_SHEET_ENCODING_LETTERS,   /* the characters used most are those of Big5 */
  DESK_SHEET_ENCODING_ASSUMED,   /* not UTF-8, so what Chinese Windows saves: GB18030 */
} DeskSheetEncodingReason;

const char *const *desk_sheet_encodings (void);
const char *desk_sheet_encoding_canonical (const char *name);
gboolean desk_sheet_encoding_detect (DeskSheetSource *source, GCancellable *cancellable, const char **encoding,
                                     DeskSheetEncodingReason *reason, GError **error);
guint desk_sheet_encoding_mark (const guint8 *head, gsize length, const char **encoding);

/* Turns chunks of bytes into UTF-8; characters cut by a chunk's end are kept for the next. */
typedef struct _DeskSheetDecoder DeskSheetDecoder;

DeskSheetDecoder *desk_sheet_decoder_new (const char *encoding);
void desk_sheet_decoder_free (DeskSheetDecoder *self);
gboolean desk_sheet_decoder_feed (DeskSheetDecoder *self, const guint8 *bytes, gsize length, gboolean last,
                                  GByteArray *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSheetDecoder, desk_sheet_decoder_free)

G_END_DECLS
