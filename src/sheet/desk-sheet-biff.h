/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-sheet-strings.h"

G_BEGIN_DECLS

/* Records of workbooks of Excel 5 to 2003, by Microsoft's open specification [MS-XLS]. */
enum
{
  DESK_BIFF_FORMULA = 0x0006,
  DESK_BIFF_EOF = 0x000a,
  DESK_BIFF_DATE_MODE = 0x0022,
  DESK_BIFF_FILE_PASS = 0x002f,
  DESK_BIFF_CONTINUE = 0x003c,
  DESK_BIFF_CODE_PAGE = 0x0042,
  DESK_BIFF_BOUND_SHEET = 0x0085,
  DESK_BIFF_MUL_RK = 0x00bd,
  DESK_BIFF_RICH_STRING = 0x00d6,
  DESK_BIFF_XF = 0x00e0,
  DESK_BIFF_MERGED = 0x00e5,
  DESK_BIFF_STRINGS = 0x00fc,
  DESK_BIFF_LABEL_STRING = 0x00fd,
  DESK_BIFF_NUMBER = 0x0203,
  DESK_BIFF_LABEL = 0x0204,
  DESK_BIFF_BOOL_ERR = 0x0205,
  DESK_BIFF_STRING = 0x0207,
  DESK_BIFF_RK = 0x027e,
  DESK_BIFF_FORMAT = 0x041e,
  DESK_BIFF_BOF = 0x0809,
};

/* A walk over the records of a stream; all of a record lies within the stream. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize next; /* where the next record begins */
  guint type;
  const guint8 *body;
  guint length;
  gboolean narrow; /* texts are bytes of a code page, as before Excel 97 */
  char charset[16];
} DeskSheetBiff;

gboolean desk_sheet_biff_next (DeskSheetBiff *self);
guint desk_sheet_biff_number (const guint8 *p, guint n_bytes);
double desk_sheet_biff_double (const guint8 *p);
double desk_sheet_biff_rk (const guint8 *p);
char *desk_sheet_biff_text (const DeskSheetBiff *self, guint offset, guint n_length_bytes);
gboolean desk_sheet_biff_strings (DeskSheetBiff *self, DeskSheetStrings *strings);

G_END_DECLS
