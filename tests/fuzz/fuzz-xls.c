/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz-sheet.h"

/* An input that begins as a compound document is one; any other is the workbook's stream in one. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GByteArray) document = NULL;

  if (size >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    fuzz_sheet_read (data, size, NULL);
  else
    {
      document = sheet_compound_bytes ("Workbook", data, MIN (size, 60000));
      fuzz_sheet_read (document->data, document->len, NULL);
    }
  return 0;
}
