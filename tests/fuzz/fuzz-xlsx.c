/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <zip.h>

#include "fuzz-sheet.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* The parts in the order the input gives them, parted by lines of "--"; what it leaves out is as it should be. */
static SheetPart parts[] = {
  { "xl/worksheets/sheet1.xml", NULL },
  { "xl/sharedStrings.xml", NULL },
  { "xl/styles.xml", NULL },
  { "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<R><Relationship Id=\"r1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"r2\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    "<Relationship Id=\"r3\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></R>" },
  { "_rels/.rels", "<R><Relationship Id=\"r1\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></R>" },
};

static const char *const whole[] = { "<worksheet/>", "<sst/>", "<styleSheet/>" };

/* An archive without compression: mutations reach the parser, checksums do not stop them. */
static void
read_parts (const char *text, gsize size)
{
  g_autofree char *copy = g_strndup (text, size);
  g_auto (GStrv) given = g_strsplit (copy, "\n--\n", G_N_ELEMENTS (parts));
  guint n_given = g_strv_length (given);
  zip_source_t *out = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (out, ZIP_TRUNCATE, NULL);
  g_autofree char *bytes = NULL;
  zip_stat_t info;

  zip_source_keep (out);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = i < n_given ? given[i] : parts[i].text != NULL ? parts[i].text : whole[i];
      zip_source_t *source = zip_source_buffer (zip, part, strlen (part), 0);
      zip_int64_t at = zip_file_add (zip, parts[i].name, source, 0);

      g_assert (at >= 0 && zip_set_file_compression (zip, (zip_uint64_t) at, ZIP_CM_STORE, 0) == 0);
    }
  g_assert (zip_close (zip) == 0);
  g_assert (zip_source_open (out) == 0 && zip_source_stat (out, &info) == 0);
  bytes = g_malloc (info.size);
  g_assert (zip_source_read (out, bytes, info.size) == (zip_int64_t) info.size);
  zip_source_close (out);
  zip_source_free (out);
  fuzz_sheet_read (bytes, info.size, NULL);
}

/* An input that begins as an archive is one; any other is the parts of one. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    fuzz_sheet_read (data, size, NULL);
  else
    read_parts ((const char *) data, size);
  return 0;
}
