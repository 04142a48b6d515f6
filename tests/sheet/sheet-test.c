/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-test.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

/* Makes an empty folder. */
void
sheet_folder_set_up (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  folder->folder = g_dir_make_tmp ("desk-sheet-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Removes the folder and what is in it. */
void
sheet_folder_tear_down (SheetFolder *folder, gconstpointer data)
{
  remove_all (folder->folder);
  g_free (folder->folder);
}

/* Returns: (transfer full): the path of a file with those bytes; @length -1: up to the zero byte. */
char *
sheet_file (SheetFolder *folder, const char *name, const void *bytes, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder->folder, name, NULL);

  /* Without the waiting for the disk; in this mode a longer file of that name would keep its end. */
  g_unlink (path);
  g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

/* The same with @text (UTF-8) written in @encoding. */
char *
sheet_file_encoded (SheetFolder *folder, const char *name, const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return sheet_file (folder, name, bytes, (gssize) length);
}

/* Returns: (transfer full): the path of a ZIP archive with those parts. */
char *
sheet_archive (SheetFolder *folder, const char *name, const SheetPart *parts, guint n_parts)
{
  char *path = g_build_filename (folder->folder, name, NULL);
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &code);

  g_assert_nonnull (zip);
  for (guint i = 0; i < n_parts; i++)
    {
      zip_source_t *source = zip_source_buffer (zip, parts[i].text, strlen (parts[i].text), 0);

      g_assert_cmpint (zip_file_add (zip, parts[i].name, source, ZIP_FL_OVERWRITE), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""

/* Returns: (transfer full): the path of a workbook with one sheet of those parts' content; NULL leaves a part out. */
char *
sheet_workbook (SheetFolder *folder, const char *name, const char *rows, const char *after_rows, const char *strings,
                const char *styles, const char *workbook_properties)
{
  g_autofree char *workbook = g_strdup_printf (
      XML "<workbook " MAIN " xmlns:r=\"" OFFICE "\">%s<sheets><sheet name=\"一期\" sheetId=\"1\" r:id=\"rId1\"/>"
          "</sheets></workbook>",
      workbook_properties != NULL ? workbook_properties : "");
  g_autofree char *relations = g_strdup_printf (
      XML "<Relationships " PACKAGE "><Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" "
          "Target=\"worksheets/sheet1.xml\"/>%s%s</Relationships>",
      strings != NULL ? "<Relationship Id=\"rId2\" Type=\"" OFFICE "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                      : "",
      styles != NULL ? "<Relationship Id=\"rId3\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>" : "");
  g_autofree char *sheet = g_strdup_printf (XML "<worksheet " MAIN "><sheetData>%s</sheetData>%s</worksheet>", rows,
                                            after_rows != NULL ? after_rows : "");
  g_autofree char *sst = g_strdup_printf (XML "<sst " MAIN ">%s</sst>", strings != NULL ? strings : "");
  g_autofree char *sheet_styles
      = g_strdup_printf (XML "<styleSheet " MAIN ">%s</styleSheet>", styles != NULL ? styles : "");
  SheetPart parts[6] = {
    { "_rels/.rels", XML "<Relationships " PACKAGE "><Relationship Id=\"rId1\" Type=\"" OFFICE
                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels", relations },
    { "xl/worksheets/sheet1.xml", sheet },
  };
  guint n = 4;

  if (strings != NULL)
    parts[n++] = (SheetPart){ "xl/sharedStrings.xml", sst };
  if (styles != NULL)
    parts[n++] = (SheetPart){ "xl/styles.xml", sheet_styles };
  return sheet_archive (folder, name, parts, n);
}

static void
put (GByteArray *out, gsize at, guint32 value, guint n_bytes)
{
  if (out->len < at + n_bytes)
    g_byte_array_set_size (out, (guint) (at + n_bytes));
  for (guint i = 0; i < n_bytes; i++)
    out->data[at + i] = (guint8) (value >> (8 * i));
}

static void
put_entry (GByteArray *out, guint i, const char *name, guint kind, guint32 begin, gsize size)
{
  gsize at = 1024 + i * 128;

  for (gsize k = 0; k <= strlen (name); k++)
    put (out, at + k * 2, (guint8) name[k], 2);
  put (out, at + 64, (guint32) (strlen (name) + 1) * 2, 2);
  out->data[at + 66] = (guint8) kind;
  for (guint k = 68; k < 80; k += 4)
    put (out, at + k, kind == 5 && k == 76 ? 1 : 0xffffffff, 4);
  put (out, at + 116, begin, 4);
  put (out, at + 120, (guint32) size, 4);
}

/* Returns: (transfer full): a compound document with one stream, filled up to 4,096 bytes at least so that
 * it is no small one: header, table, directory, stream. */
GByteArray *
sheet_compound_bytes (const char *stream, const void *bytes, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  gsize size = MAX (4096, length);
  guint n_sectors = (guint) ((size + 511) / 512);

  g_assert_cmpuint (n_sectors + 2, <=, 128);
  g_byte_array_set_size (out, 1536 + n_sectors * 512);
  memset (out->data, 0, out->len);
  memcpy (out->data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  put (out, 0x18, 0x003e, 2);
  put (out, 0x1a, 3, 2);
  put (out, 0x1c, 0xfffe, 2);
  put (out, 0x1e, 9, 2);
  put (out, 0x20, 6, 2);
  put (out, 0x2c, 1, 4);
  put (out, 0x30, 1, 4);
  put (out, 0x38, 4096, 4);
  put (out, 0x3c, 0xfffffffe, 4);
  put (out, 0x44, 0xfffffffe, 4);
  for (guint i = 1; i < 109; i++)
    put (out, 0x4c + i * 4, 0xffffffff, 4);
  for (guint i = 0; i < 128; i++)
    put (out, 512 + i * 4,
         i == 0                   ? 0xfffffffd
         : i == 1                 ? 0xfffffffe
         : i < n_sectors + 1      ? i + 1
         : i == n_sectors + 1     ? 0xfffffffe
                                  : 0xffffffff,
         4);
  put_entry (out, 0, "Root Entry", 5, 0xfffffffe, 0);
  put_entry (out, 1, stream, 2, 2, size);
  memcpy (out->data + 1536, bytes, length);
  return out;
}

/* Returns: (transfer full): the path of such a document. */
char *
sheet_compound (SheetFolder *folder, const char *name, const char *stream, const void *bytes, gsize length)
{
  g_autoptr (GByteArray) out = sheet_compound_bytes (stream, bytes, length);

  return sheet_file (folder, name, out->data, out->len);
}

/* Adds a record of an old workbook. */
void
sheet_record (GByteArray *stream, guint type, const void *body, gsize length)
{
  gsize at = stream->len;

  put (stream, at, type, 2);
  put (stream, at + 2, (guint32) length, 2);
  g_byte_array_append (stream, body, (guint) length);
}

static void
add_row (GString *out, const DeskSheetRow *row)
{
  g_string_append_printf (out, "%u:", row->number);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_true (g_utf8_validate (row->cells[i].text, -1, NULL));
      g_assert_true ((row->cells[i].kind == DESK_SHEET_EMPTY) == (*row->cells[i].text == '\0'));
      g_string_append_printf (out, "%s%c'%s'", i > 0 ? "|" : "", "-TNDE"[row->cells[i].kind], row->cells[i].text);
    }
  g_string_append_c (out, '\n');
}

/* Reads the whole file. */
char *
sheet_read (const char *path, const DeskSheetOptions *options, GError **error)
{
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, options, NULL, error);
  g_autoptr (GString) out = g_string_new (NULL);
  GError *own = NULL;
  DeskSheetRow row;

  if (reader == NULL)
    return NULL;
  while (desk_sheet_reader_next (reader, &row, NULL, &own))
    add_row (out, &row);
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return NULL;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Reads the table in the file: a line of headings, then its rows, then "notes" with the numbers of those left out. */
char *
sheet_read_table (const char *path, const DeskSheetOptions *options, const DeskSheetTableOptions *how, GError **error)
{
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, options, NULL, error);
  g_autoptr (DeskSheetTable) table = reader != NULL ? desk_sheet_table_new (reader, how, NULL, error) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  GError *own = NULL;
  DeskSheetRow row;
  const guint *notes;
  guint n_notes;

  if (table == NULL)
    return NULL;
  for (guint i = 0; i < desk_sheet_table_get_n_columns (table); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", desk_sheet_table_get_heading (table, i));
  g_string_append_c (out, '\n');
  while (desk_sheet_table_next (table, &row, NULL, &own))
    {
      g_string_append_printf (out, "%u:", row.number);
      for (guint i = 0; i < row.n_cells; i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", row.cells[i].text);
      g_string_append_c (out, '\n');
    }
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return NULL;
    }
  notes = desk_sheet_table_get_notes (table, &n_notes);
  if (n_notes > 0)
    g_string_append (out, "notes");
  for (guint i = 0; i < n_notes; i++)
    g_string_append_printf (out, " %u%s", notes[i], i + 1 == n_notes ? "\n" : "");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Reads the file and compares with the rows as sheet_read() writes them. */
void
sheet_assert_rows (const char *path, const DeskSheetOptions *options, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = sheet_read (path, options, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

/* Is @error ours, with that code and problem, and does the problem name something? */
void
sheet_assert_problem (const GError *error, DeskErrorCode code, DeskProblemCode problem)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == DESK_ERROR);
  if (!desk_error_has_problem (error, problem) || error->code != (int) code)
    g_error ("expected code %d with %s, got code %d: %s", code, desk_problem_nick (problem), error->code, error->message);
}

/* Returns: (transfer full) (nullable): the path of real data, or NULL after skipping the test. */
char *
sheet_shared (const char *file)
{
  const char *shared = g_getenv ("DESK_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("DESK_SOURCE_ROOT"), "..", "shared", NULL);
  g_autofree char *path = g_build_filename (shared != NULL ? shared : beside, "data", file, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the shared data folder is absent");
  return NULL;
}

/* Returns: the most memory this process had, in kilobytes. */
glong
sheet_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  return line != NULL ? (glong) g_ascii_strtoll (line + 6, NULL, 10) : 0;
}
