/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "sheet-test.h"

/* What a process may need at most for any of these files, above what it had (kilobytes). */
#define MOST_MEMORY (160 * 1024)

static void
refused (const char *path, DeskErrorCode code, DeskProblemCode problem)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = sheet_read (path, NULL, &error);

  if (rows != NULL)
    g_error ("%s was read", path);
  sheet_assert_problem (error, code, problem);
}

static void
test_places (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (folder->folder, "missing.csv", NULL);
  g_autofree char *below = g_build_filename (folder->folder, "a.csv", "b.csv", NULL);
  g_autofree char *fifo = g_build_filename (folder->folder, "fifo", NULL);
  g_autofree char *link = g_build_filename (folder->folder, "link", NULL);
  g_autofree char *empty = sheet_file (folder, "empty.csv", "", 0);
  g_autofree char *file = sheet_file (folder, "a.csv", "a\n", -1);

  refused (missing, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_SHEET_MISSING);
  refused (below, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_SHEET_MISSING);
  refused (folder->folder, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_FILE);
  refused ("/dev/zero", DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_FILE);
  refused (empty, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_EMPTY);
  /* Nobody writes to the pipe: opening it would wait for ever. */
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  refused (fifo, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_FILE);
  g_assert_cmpint (symlink (fifo, link), ==, 0);
  refused (link, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_FILE);
}

static void
test_no_permission (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *path = sheet_file (folder, "a.csv", "a\n", -1);
  gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (folder->folder, 0711), ==, 0);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  refused (path, DESK_ERROR_IO, DESK_PROBLEM_SHEET_NOT_READABLE);
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_too_large (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *path = sheet_file (folder, "a.csv", "a\n", -1);

  g_assert_cmpint (truncate (path, (off_t) DESK_SHEET_MAX_FILE + 1), ==, 0);
  refused (path, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_LARGE);
}

static void
test_texts (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    DeskErrorCode code;
    DeskProblemCode problem;
  } cases[] = {
    { "a,b\n1,\0\n2,3\n", 12, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_SHEET },
    { "\0\0\0\0\0\0\0\0", 8, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NOT_A_SHEET },
    { "%PDF-1.4\n", -1, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT },
    { "\n <HTML><table><tr><td>1</td></tr></table>", -1, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT },
    { "<?xml version=\"1.0\"?><Workbook/>", -1, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT },
    { "PK\003\004", 4, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED },
    { "PK\005\006", 4, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sheet_file (folder, "a.csv", cases[i].bytes, cases[i].length);

      refused (path, cases[i].code, cases[i].problem);
    }
}

static void
test_compounds (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *stream;
    DeskErrorCode code;
    DeskProblemCode problem;
  } cases[] = {
    { "EncryptedPackage", DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCRYPTED },
    { "WordDocument", DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT },
    { "PowerPoint Document", DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT },
    { "Anything", DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED },
    { "Workbook", DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sheet_compound (folder, "a.xls", cases[i].stream, "", 0);

      refused (path, cases[i].code, cases[i].problem);
    }
}

/* Any bytes are refused in words or read; nothing crashes, nothing is neither. */
static void
test_random (SheetFolder *folder, gconstpointer data)
{
  static const char *const heads[] = { "", "PK\003\004", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\xff\xfe", "\xef\xbb\xbf" };

  for (int i = 0; i < 400; i++)
    {
      guint8 bytes[3000];
      gsize n_head = strlen (heads[i % G_N_ELEMENTS (heads)]);
      gsize length = (gsize) g_test_rand_int_range ((int) n_head + 1, (int) sizeof bytes);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *rows = NULL;

      for (gsize k = 0; k < length; k++)
        bytes[k] = (guint8) g_test_rand_int ();
      memcpy (bytes, heads[i % G_N_ELEMENTS (heads)], n_head);
      path = sheet_file (folder, "a.csv", bytes, (gssize) length);
      rows = sheet_read (path, NULL, &error);
      g_assert_true ((rows == NULL) == (error != NULL));
      g_assert_true (error == NULL || error->domain == DESK_ERROR);
    }
}

static char *
small_workbook (SheetFolder *folder)
{
  return sheet_workbook (folder, "small.xlsx",
                         "<row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2\"><c s=\"1\"><v>42370</v></c></row>",
                         "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>", "<si><t>楼号</t></si>",
                         "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", NULL);
}

/* A file cut short anywhere: an error, never some of the rows without one. */
static void
test_cut_short (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *whole = small_workbook (folder);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  for (gsize n = 1; n < length; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = sheet_file (folder, "cut.xlsx", bytes, (gssize) n);

      /* The end record may come without its comment; one byte less and it is none. */
      if (n >= 4)
        g_assert_null (sheet_read (path, NULL, &error));
    }
}

/* One bit turned anywhere: an error or the same rows; the checksums see to it. */
static void
test_turned_bits (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *whole = small_workbook (folder);
  g_autofree char *bytes = NULL;
  g_autofree char *right = sheet_read (whole, NULL, NULL);
  guint n_same = 0, n_refused = 0;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  for (gsize n = 4; n < length; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;
      g_autofree char *path = NULL;

      bytes[n] ^= (char) (1 << (n % 8));
      path = sheet_file (folder, "bit.xlsx", bytes, (gssize) length);
      bytes[n] ^= (char) (1 << (n % 8));
      rows = sheet_read (path, NULL, &error);
      g_assert_true ((rows == NULL) == (error != NULL));
      if (rows != NULL)
        g_assert_cmpstr (rows, ==, right);
      n_same += rows != NULL;
      n_refused += rows == NULL;
    }
  g_test_message ("%u refused, %u without effect", n_refused, n_same);
}

static void
test_entities (SheetFolder *folder, gconstpointer data)
{
  static const char *const sheets[] = {
    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row>"
    "</sheetData></worksheet>",
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData><row>"
    "<c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      const SheetPart parts[] = {
        { "_rels/.rels", "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"w.xml\"/></R>" },
        { "w.xml", "<workbook><sheets><sheet name=\"a\" id=\"a\"/></sheets></workbook>" },
        { "_rels/w.xml.rels", "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>" },
        { "s.xml", sheets[i] },
      };
      g_autofree char *path = sheet_archive (folder, "a.xlsx", parts, G_N_ELEMENTS (parts));

      refused (path, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED);
    }
}

/* A cell of three million characters, however it is stored; the row is named. */
static void
test_long_cell (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *text = g_strnfill (3000000, 'x');
  g_autofree char *csv_text = g_strconcat ("a,b\n1,", text, "\n", NULL);
  g_autofree char *inside
      = g_strconcat ("<row><c><v>1</v></c></row><row><c t=\"str\"><v>", text, "</v></c></row>", NULL);
  g_autofree char *shared = g_strconcat ("<si><t>a</t></si><si><t>", text, "</t></si>", NULL);
  g_autofree char *csv = sheet_file (folder, "a.csv", csv_text, -1);
  g_autofree char *xlsx = sheet_workbook (folder, "a.xlsx", inside, NULL, NULL, NULL, NULL);
  g_autofree char *sst = sheet_workbook (
      folder, "b.xlsx", "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>", NULL, shared, NULL, NULL);
  const char *const paths[] = { csv, xlsx, sst };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sheet_read (paths[i], NULL, &error));
      sheet_assert_problem (error, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_CELL_TOO_LONG);
      g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "2");
    }
}

static void
test_wide_row (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("a\n");
  g_autofree char *csv = NULL;

  for (int i = 0; i < DESK_SHEET_MAX_COLUMNS + 1; i++)
    g_string_append (text, "x,");
  g_string_append (text, "x\n");
  csv = sheet_file (folder, "a.csv", text->str, -1);
  refused (csv, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_ROW_TOO_LARGE);
}

static void
test_many_rows (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *text = g_malloc ((gsize) DESK_SHEET_MAX_ROWS * 2 + 3);
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = sheet_workbook (folder, "a.xlsx", "<row r=\"1048577\"><c><v>1</v></c></row>", NULL, NULL, NULL, NULL);

  for (gsize i = 0; i < (gsize) DESK_SHEET_MAX_ROWS * 2 + 2; i++)
    text[i] = i % 2 == 0 ? 'x' : '\n';
  csv = sheet_file (folder, "a.csv", text, (gssize) DESK_SHEET_MAX_ROWS * 2 + 2);
  refused (csv, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_MANY_ROWS);
  refused (xlsx, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_TOO_MANY_ROWS);
}

static const struct
{
  const char *name;
  DeskErrorCode code;
  DeskProblemCode problem;
} bombs[] = {
  { "blanks.xlsx", DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE },
  { "strings.xlsx", DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE },
  { "styles.xlsx", DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE },
  { "nested.xlsx", DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED },
  { "long.xlsx", DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_CELL_TOO_LONG },
  { "shared.xlsx", DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_CELL_TOO_LONG },
  { "long.csv", DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_CELL_TOO_LONG },
};

/* A process of its own, so that the memory is what reading needs and not what making the files needed. */
static void
test_bombs_read (void)
{
  glong before = sheet_peak_memory ();

  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("DESK_TEST_BOMBS"), bombs[i].name, NULL);

      refused (path, bombs[i].code, bombs[i].problem);
      g_printerr ("# %s: peak %ld KB more than before\n", bombs[i].name, sheet_peak_memory () - before);
    }
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (sheet_peak_memory () - before, <, MOST_MEMORY);
#endif
}

static void
make_workbook (SheetFolder *folder, const char *name, const char *rows, const char *strings, const char *styles)
{
  g_autofree char *path = sheet_workbook (folder, name, rows, NULL, strings, styles, NULL);
}

/* Parts that unpack to far more than they are; nested and lone pieces that a parser would keep whole. */
static void
test_bombs (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *blanks = g_strnfill ((gsize) 80 * 1024 * 1024, ' ');
  g_autofree char *deep = g_strnfill (300000, ' ');
  g_autofree char *text = g_strnfill (3000000, 'x');
  g_autofree char *inside = g_strconcat ("<row><c t=\"str\"><v>", text, "</v></c></row>", NULL);
  g_autofree char *shared = g_strconcat ("<si><t>", text, "</t></si>", NULL);
  g_autofree char *csv = sheet_file (folder, "long.csv", text, -1);

  for (gsize i = 0; i + 3 <= 300000; i += 3)
    memcpy (deep + i, "<a>", 3);
  make_workbook (folder, "blanks.xlsx", blanks, NULL, NULL);
  make_workbook (folder, "strings.xlsx", "", blanks, NULL);
  make_workbook (folder, "styles.xlsx", "", NULL, blanks);
  make_workbook (folder, "nested.xlsx", deep, NULL, NULL);
  make_workbook (folder, "long.xlsx", inside, NULL, NULL);
  make_workbook (folder, "shared.xlsx", "<row><c t=\"s\"><v>0</v></c></row>", shared, NULL);
  g_setenv ("DESK_TEST_BOMBS", folder->folder, TRUE);
  g_test_trap_subprocess ("/hostile/bombs/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* An archive that names more parts than any workbook has. */
static void
test_many_parts (SheetFolder *folder, gconstpointer data)
{
  static const guint8 end[] = { 'P', 'K', 5, 6, 0, 0, 0, 0, 0xfe, 0xff, 0xfe, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
  guint8 bytes[4 + sizeof end] = { 'P', 'K', 3, 4 };
  g_autofree char *path = NULL;

  memcpy (bytes + 4, end, sizeof end);
  path = sheet_file (folder, "a.xlsx", bytes, sizeof bytes);
  refused (path, DESK_ERROR_LIMIT, DESK_PROBLEM_SHEET_UNPACKS_TOO_LARGE);
}

static char *
long_csv (SheetFolder *folder)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "%d,x\n", i);
  return sheet_file (folder, "long.csv", text->str, -1);
}

/* Written to, or cut, while it is read: no import of half one and half the other. */
static void
test_changes (SheetFolder *folder, gconstpointer data)
{
  for (int how = 0; how < 2; how++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = long_csv (folder);
      g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
      DeskSheetRow row;

      g_assert_true (desk_sheet_reader_next (reader, &row, NULL, &error));
      if (how == 0)
        {
          FILE *file = g_fopen (path, "a");

          g_assert_cmpint (fputs ("1,2\n", file), >=, 0);
          fclose (file);
        }
      else
        g_assert_cmpint (truncate (path, 400000), ==, 0);
      while (desk_sheet_reader_next (reader, &row, NULL, &error))
        ;
      sheet_assert_problem (error, DESK_ERROR_IO, DESK_PROBLEM_SHEET_CHANGED);
      /* Who asks again hears the same, not the end. */
      g_clear_error (&error);
      g_assert_false (desk_sheet_reader_next (reader, &row, NULL, &error));
      sheet_assert_problem (error, DESK_ERROR_IO, DESK_PROBLEM_SHEET_CHANGED);
    }
}

/* A file that is deleted or replaced while it is read is read to its end as it was. */
static void
test_vanishes (SheetFolder *folder, gconstpointer data)
{
  for (int how = 0; how < 2; how++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = long_csv (folder);
      g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
      DeskSheetRow row;
      guint n = 0;

      g_assert_true (desk_sheet_reader_next (reader, &row, NULL, &error));
      if (how == 0)
        g_assert_cmpint (g_unlink (path), ==, 0);
      else
        {
          g_autofree char *other = sheet_file (folder, "other.csv", "zzz\n", -1);

          g_assert_cmpint (g_rename (other, path), ==, 0);
        }
      while (desk_sheet_reader_next (reader, &row, NULL, &error))
        n++;
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, 100000);
    }
}

static void
test_cancelled (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = long_csv (folder);
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, cancellable, &error);
  DeskSheetRow row;

  g_assert_true (desk_sheet_reader_next (reader, &row, cancellable, &error));
  g_cancellable_cancel (cancellable);
  while (desk_sheet_reader_next (reader, &row, cancellable, &error))
    ;
  sheet_assert_problem (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED);
  g_clear_error (&error);
  g_assert_null (desk_sheet_reader_open (path, NULL, cancellable, &error));
  sheet_assert_problem (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED);
}

/* Two hundred thousand rows need no more memory than two hundred. */
static void
test_memory (SheetFolder *folder, gconstpointer data)
{
  glong before = sheet_peak_memory ();
  g_autofree char *path = g_build_filename (folder->folder, "big.xlsx", NULL);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = folder->folder };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSheetReader) reader = NULL;
  DeskSheetRow row;
  guint n = 0;

  for (guint i = 0; i < 200000; i++)
    for (lxw_col_t k = 0; k < 6; k++)
      worksheet_write_string (sheet, i, k, "一号楼一单元一〇一室", NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
  reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  while (desk_sheet_reader_next (reader, &row, NULL, &error))
    n++;
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 200000);
  g_test_message ("200,000 rows: %ld KB more than before", sheet_peak_memory () - before);
#ifndef __SANITIZE_ADDRESS__
  /* What is freed is kept for a while by the sanitizer. */
  g_assert_cmpint (sheet_peak_memory () - before, <, MOST_MEMORY);
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, while the process has not grown yet. */
  sheet_test ("/hostile/memory", test_memory);
  sheet_test ("/hostile/places", test_places);
  sheet_test ("/hostile/no-permission", test_no_permission);
  sheet_test ("/hostile/too-large", test_too_large);
  sheet_test ("/hostile/texts", test_texts);
  sheet_test ("/hostile/compounds", test_compounds);
  sheet_test ("/hostile/random", test_random);
  sheet_test ("/hostile/cut-short", test_cut_short);
  sheet_test ("/hostile/turned-bits", test_turned_bits);
  sheet_test ("/hostile/entities", test_entities);
  sheet_test ("/hostile/long-cell", test_long_cell);
  sheet_test ("/hostile/wide-row", test_wide_row);
  sheet_test ("/hostile/many-rows", test_many_rows);
  sheet_test ("/hostile/bombs", test_bombs);
  g_test_add_func ("/hostile/bombs/subprocess", test_bombs_read);
  sheet_test ("/hostile/many-parts", test_many_parts);
  sheet_test ("/hostile/changes", test_changes);
  sheet_test ("/hostile/vanishes", test_vanishes);
  sheet_test ("/hostile/cancelled", test_cancelled);
  return g_test_run ();
}
