/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sheet-test.h"

#define BOF_GLOBALS "\x00\x06\x05\x00\xbb\x0d\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"
#define BOF_SHEET "\x00\x06\x10\x00\xbb\x0d\xcc\x07\x00\x00\x00\x00\x06\x00\x00\x00"
/* The value 12.5 and the serial 42370 as a double. */
#define DOUBLE_12_5 "\x00\x00\x00\x00\x00\x00\x29\x40"
#define DOUBLE_42370 "\x00\x00\x00\x00\x40\xb0\xe4\x40"

typedef struct
{
  guint type;
  const char *body;
  gsize length;
} Record;

#define RECORD(type, body) { type, body, sizeof (body) - 1 }

/* Row, column, style 0, then a result and what a formula has besides. */
#define FORMULA(place, result) place "\x00\x00" result "\x00\x00\x00\x00\x00\x00\x00\x00"

static const Record globals[] = {
  RECORD (0x0042, "\xb0\x04"),                                              /* code page: UTF-16 */
  RECORD (0x0022, "\x00\x00"),                                              /* days from 1900 */
  RECORD (0x041e, "\xa4\x00\x0a\x00\x00yyyy-mm-dd"),                        /* format 164 */
  RECORD (0x00e0, "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
  RECORD (0x00e0, "\x00\x00\xa4\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
};

static const Record sheet[] = {
  RECORD (0x0200, "\x00\x00\x00\x00\x06\x00\x00\x00\x00\x00\x03\x00\x00\x00"), /* 6 rows, 3 columns */
  RECORD (0x0203, "\x00\x00\x00\x00\x00\x00" DOUBLE_12_5),                     /* A1: a number */
  RECORD (0x0006, FORMULA ("\x00\x00\x01\x00", DOUBLE_12_5)),                  /* B1: a formula's number */
  RECORD (0x0006, "\x00\x00\x02\x00\x01\x00" DOUBLE_42370 "\x00\x00\x00\x00\x00\x00\x00\x00"), /* C1: its day */
  RECORD (0x0006, FORMULA ("\x01\x00\x00\x00", "\x00\x00\x00\x00\x00\x00\xff\xff")),           /* A2: its text … */
  RECORD (0x0207, "\x02\x00\x01\x0e\x66\xf7\x53"),                                             /* … 明号 */
  RECORD (0x0006, FORMULA ("\x01\x00\x01\x00", "\x01\x00\x01\x00\x00\x00\xff\xff")),           /* B2: its TRUE */
  RECORD (0x0006, FORMULA ("\x01\x00\x02\x00", "\x02\x00\x07\x00\x00\x00\xff\xff")),           /* C2: its #DIV/0! */
  RECORD (0x0205, "\x02\x00\x00\x00\x00\x00\x00\x00"),                                         /* A3: FALSE */
  RECORD (0x0205, "\x02\x00\x01\x00\x00\x00\x2a\x01"),                                         /* B3: #N/A */
  RECORD (0x0006, FORMULA ("\x05\x00\x01\x00", "\x03\x00\x00\x00\x00\x00\xff\xff")),           /* B6: its empty text */
  RECORD (0x00e5, "\x01\x00\x00\x00\x02\x00\x01\x00\x01\x00"),                                 /* B1:B3 merged */
};

static void
add_bound_sheet (GByteArray *stream, guint *place, guint state, guint kind, const char *name)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  const guint8 head[8] = { 0, 0, 0, 0, (guint8) state, (guint8) kind, (guint8) strlen (name), 0 };

  g_byte_array_append (body, head, sizeof head);
  g_byte_array_append (body, (const guint8 *) name, (guint) strlen (name));
  *place = stream->len + 4;
  sheet_record (stream, 0x0085, body->data, body->len);
}

static void
point_at (GByteArray *stream, guint place)
{
  for (guint i = 0; i < 4; i++)
    stream->data[place + i] = (guint8) (stream->len >> (8 * i));
}

static void
add_records (GByteArray *stream, const Record *records, gsize n)
{
  for (gsize i = 0; i < n; i++)
    sheet_record (stream, records[i].type, records[i].body, records[i].length);
}

static char *
make (SheetFolder *folder, gboolean encrypted)
{
  g_autoptr (GByteArray) stream = g_byte_array_new ();
  guint hidden, shown;

  sheet_record (stream, 0x0809, BOF_GLOBALS, 16);
  if (encrypted)
    sheet_record (stream, 0x002f, "\x00\x00\x01\x02\x03\x04", 6);
  add_records (stream, globals, G_N_ELEMENTS (globals));
  add_bound_sheet (stream, &hidden, 1, 0, "old");
  add_bound_sheet (stream, &shown, 0, 0, "new");
  sheet_record (stream, 0x000a, "", 0);
  point_at (stream, hidden);
  sheet_record (stream, 0x0809, BOF_SHEET, 16);
  add_records (stream, sheet, 2);
  sheet_record (stream, 0x000a, "", 0);
  point_at (stream, shown);
  sheet_record (stream, 0x0809, BOF_SHEET, 16);
  add_records (stream, sheet, G_N_ELEMENTS (sheet));
  sheet_record (stream, 0x000a, "", 0);
  return sheet_compound (folder, "a.xls", "Workbook", stream->data, stream->len);
}

/* Results of formulas, true and false, errors, dates by format: none is lost. */
static void
test_cells (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *path = make (folder, FALSE);
  DeskSheetOptions old = { .sheet = "old" };

  sheet_assert_rows (path, NULL, "1:N'12.5'|N'12.5'|D'2016-01-01'\n2:T'明号'|T'TRUE'|E'#DIV/0!'\n3:T'FALSE'|E'#N/A'\n");
  sheet_assert_rows (path, &old, "1:N'12.5'\n");
}

static void
test_facts (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make (folder, FALSE);
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  const DeskSheetArea *merged;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpint (desk_sheet_reader_get_format (reader), ==, DESK_SHEET_XLS);
  g_assert_cmpuint (desk_sheet_reader_get_n_sheets (reader), ==, 2);
  g_assert_true (desk_sheet_reader_is_sheet_hidden (reader, 0));
  g_assert_false (desk_sheet_reader_is_sheet_hidden (reader, 1));
  g_assert_cmpuint (desk_sheet_reader_get_sheet (reader), ==, 1);
  merged = desk_sheet_reader_get_merged (reader, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (merged[0].first_row, ==, 1);
  g_assert_cmpuint (merged[0].last_row, ==, 3);
  g_assert_cmpuint (merged[0].first_column, ==, 1);
}

static void
test_encrypted (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make (folder, TRUE);

  g_assert_null (sheet_read (path, NULL, &error));
  sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCRYPTED);
}

/* Cut anywhere or with a bit turned: read or refused in words, never a crash. */
static void
test_broken (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *whole = make (folder, FALSE);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  for (gsize n = 0; n < 1500; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *rows = NULL;
      gsize at = 8 + (gsize) g_test_rand_int_range (0, (int) MIN (length, 2600) - 8);

      bytes[at] ^= (char) (1 << (n % 8));
      path = sheet_file (folder, "b.xls", bytes, n % 2 == 0 ? (gssize) length : (gssize) at + 1);
      rows = sheet_read (path, NULL, &error);
      g_assert_true ((rows == NULL) == (error != NULL));
      bytes[at] ^= (char) (1 << (n % 8));
    }
}

/* The table of strings, cut into records of at most @most bytes: characters that go on in the next record are told
 * anew how wide they are. */
typedef struct
{
  GByteArray *stream;
  GByteArray *piece;
  guint most;
  gboolean continued;
} Table;

static void
flush (Table *table)
{
  sheet_record (table->stream, table->continued ? 0x003c : 0x00fc, table->piece->data, table->piece->len);
  g_byte_array_set_size (table->piece, 0);
  table->continued = TRUE;
}

static void
put_bytes (Table *table, const void *bytes, guint n)
{
  if (table->piece->len + n > table->most)
    flush (table);
  g_byte_array_append (table->piece, bytes, n);
}

static void
put_string (Table *table, const char *text, gboolean rich)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  guint n = 0;
  guint8 head[5] = { 0, 0, 1, 2, 0 };
  gboolean narrow = TRUE;

  for (; wide[n] != 0; n++)
    narrow = narrow && wide[n] < 0x100;
  head[0] = (guint8) n;
  head[2] = (guint8) ((narrow ? 0 : 1) | (rich ? 8 : 0));
  put_bytes (table, head, rich ? 5 : 3);
  for (guint i = 0; i < n; i++)
    {
      const guint8 c[2] = { (guint8) wide[i], (guint8) (wide[i] >> 8) };

      if (table->piece->len + 2 > table->most)
        {
          flush (table);
          g_byte_array_append (table->piece, &(guint8){ narrow ? 0 : 1 }, 1);
        }
      g_byte_array_append (table->piece, c, narrow ? 1 : 2);
    }
  if (rich)
    {
      put_bytes (table, "\1\2\3\4", 4);
      put_bytes (table, "\1\2\3\4", 4);
    }
}

static void
test_strings (SheetFolder *folder, gconstpointer data)
{
  static const char *const texts[] = { "plain", "楼号与房号", "", "a𠮷b", "Zsa Zsa G\u00e1bor", "最后一个" };
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      g_string_append_printf (expected, "%u:T'%s'\n", i + 1, texts[i]);
  for (guint most = 9; most < 90; most++)
    {
      g_autoptr (GByteArray) stream = g_byte_array_new ();
      Table table = { stream, g_byte_array_new (), most, FALSE };
      g_autofree char *path = NULL;
      guint shown;

      sheet_record (stream, 0x0809, BOF_GLOBALS, 16);
      add_bound_sheet (stream, &shown, 0, 0, "a");
      put_bytes (&table, "\6\0\0\0\6\0\0\0", 8);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        put_string (&table, texts[i], i % 2 == 1);
      flush (&table);
      sheet_record (stream, 0x000a, "", 0);
      point_at (stream, shown);
      sheet_record (stream, 0x0809, BOF_SHEET, 16);
      for (guint8 i = 0; i < G_N_ELEMENTS (texts); i++)
        sheet_record (stream, 0x00fd, (const guint8[10]){ i, 0, 0, 0, 0, 0, i, 0, 0, 0 }, 10);
      sheet_record (stream, 0x000a, "", 0);
      path = sheet_compound (folder, "s.xls", "Workbook", stream->data, stream->len);
      g_byte_array_unref (table.piece);
      sheet_assert_rows (path, NULL, expected->str);
    }
}

/* Numbers in their short forms, several in one record. */
static void
test_short_numbers (SheetFolder *folder, gconstpointer data)
{
  static const Record cells[] = {
    RECORD (0x027e, "\x00\x00\x00\x00\x00\x00\x16\x00\x00\x00"), /* 5 */
    RECORD (0x027e, "\x00\x00\x01\x00\x00\x00\x03\xd2\x04\x00"), /* 789.76 */
    RECORD (0x027e, "\x00\x00\x02\x00\x00\x00\xfe\xff\xff\xff"), /* -1 */
    RECORD (0x027e, "\x00\x00\x03\x00\x00\x00\x00\x00\x29\x40"), /* 12.5 */
    RECORD (0x00bd, "\x01\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x0a\x00\x00\x00\x02\x00"), /* 1, 2 */
  };
  g_autoptr (GByteArray) stream = g_byte_array_new ();
  g_autofree char *path = NULL;
  guint shown;

  sheet_record (stream, 0x0809, BOF_GLOBALS, 16);
  add_bound_sheet (stream, &shown, 0, 0, "a");
  sheet_record (stream, 0x000a, "", 0);
  point_at (stream, shown);
  sheet_record (stream, 0x0809, BOF_SHEET, 16);
  add_records (stream, cells, G_N_ELEMENTS (cells));
  sheet_record (stream, 0x000a, "", 0);
  path = sheet_compound (folder, "n.xls", "Workbook", stream->data, stream->len);
  sheet_assert_rows (path, NULL, "1:N'5'|N'789.76'|N'-1'|N'12.5'\n2:-''|N'1'|N'2'\n");
}

/* A workbook of Excel 95 from a Chinese Windows: texts are bytes of its code page. */
static void
test_excel_95 (SheetFolder *folder, gconstpointer data)
{
  static const Record before[] = { RECORD (0x0042, "\xa8\x03") };
  static const Record cells[] = {
    RECORD (0x0204, "\x00\x00\x00\x00\x00\x00\x04\x00\xc2\xa5\xba\xc5"),
    RECORD (0x0006, FORMULA ("\x00\x00\x01\x00", "\x00\x00\x00\x00\x00\x00\xff\xff")),
    RECORD (0x0207, "\x04\x00\xb7\xbf\xba\xc5"),
  };
  g_autoptr (GByteArray) stream = g_byte_array_new ();
  g_autofree char *path = NULL;
  guint place;

  sheet_record (stream, 0x0809, "\x00\x05\x05\x00\x00\x00\x00\x00", 8);
  add_records (stream, before, 1);
  place = stream->len + 4;
  sheet_record (stream, 0x0085, "\0\0\0\0\0\0\1a", 8);
  sheet_record (stream, 0x000a, "", 0);
  point_at (stream, place);
  sheet_record (stream, 0x0809, "\x00\x05\x10\x00\x00\x00\x00\x00", 8);
  add_records (stream, cells, G_N_ELEMENTS (cells));
  sheet_record (stream, 0x000a, "", 0);
  path = sheet_compound (folder, "95.xls", "Book", stream->data, stream->len);
  sheet_assert_rows (path, NULL, "1:T'楼号'|T'房号'\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sheet_test ("/xls/cells", test_cells);
  sheet_test ("/xls/facts", test_facts);
  sheet_test ("/xls/encrypted", test_encrypted);
  sheet_test ("/xls/strings", test_strings);
  sheet_test ("/xls/short-numbers", test_short_numbers);
  sheet_test ("/xls/excel-95", test_excel_95);
  sheet_test ("/xls/broken", test_broken);
  return g_test_run ();
}
