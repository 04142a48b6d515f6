/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-sheet.h"

/* The first byte chooses encoding and separator, the rest is the text. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const encodings[] = { NULL, "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "Windows-1252", NULL };
  static const char separators[] = { 0, ',', ';', '\t' };
  DeskSheetOptions options = { 0 };

  if (size == 0)
    return 0;
  options.encoding = encodings[data[0] & 7];
  options.separator = separators[data[0] >> 3 & 3];
  fuzz_sheet_read (data + 1, size - 1, &options);
  return 0;
}
