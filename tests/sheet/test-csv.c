/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "sheet-test.h"

#define REGISTER "楼号,房号,业主,电话\n1,101,张三,13800138000\n1,102,李四,13900139000\n"
/* Traditional text long enough to tell what it is. */
#define COMPLAINTS                                                                     \
  "編號,主題,內容\n1,電梯故障,三號樓電梯門無法關閉，請儘快派員維修，住戶已經等候三天。\n" \
  "2,噪音擾民,樓下餐廳深夜營業，聲音過大，影響休息，請協助處理。\n"

typedef struct
{
  const char *iconv;   /* the file is written in it */
  const char *mark;    /* bytes in front */
  guint n_mark;
  const char *chosen;  /* by the caller */
  const char *encoding;
  DeskSheetEncodingReason reason;
} EncodingCase;

static void
check_encoding (SheetFolder *folder, const EncodingCase *c, const char *text)
{
  g_autoptr (GError) error = NULL;
  DeskSheetOptions options = { .encoding = c->chosen };
  gsize length;
  g_autofree char *body = g_convert (text, -1, c->iconv, "UTF-8", NULL, &length, &error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *rows = NULL;
  g_autoptr (DeskSheetReader) reader = NULL;
  DeskSheetEncodingReason reason;

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) c->mark, c->n_mark);
  g_byte_array_append (bytes, (const guint8 *) body, (guint) length);
  path = sheet_file (folder, "a.csv", bytes->data, bytes->len);
  reader = desk_sheet_reader_open (path, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_sheet_reader_get_encoding (reader, &reason), ==, c->encoding);
  g_assert_cmpint (reason, ==, c->reason);
  plain = sheet_file (folder, "plain.csv", text, -1);
  expected = sheet_read (plain, NULL, &error);
  rows = sheet_read (path, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, expected);
}

static void
test_encodings (SheetFolder *folder, gconstpointer data)
{
  static const EncodingCase cases[] = {
    { "UTF-8", "", 0, NULL, "UTF-8", DESK_SHEET_ENCODING_VALID },
    { "UTF-8", "\xef\xbb\xbf", 3, NULL, "UTF-8", DESK_SHEET_ENCODING_MARKED },
    { "GB18030", "", 0, NULL, "GB18030", DESK_SHEET_ENCODING_ASSUMED },
    { "GB18030", "\x84\x31\x95\x33", 4, NULL, "GB18030", DESK_SHEET_ENCODING_MARKED },
    { "GB18030", "", 0, "gbk", "GB18030", DESK_SHEET_ENCODING_CHOSEN },
    { "UTF-16LE", "\xff\xfe", 2, NULL, "UTF-16LE", DESK_SHEET_ENCODING_MARKED },
    { "UTF-16BE", "\xfe\xff", 2, NULL, "UTF-16BE", DESK_SHEET_ENCODING_MARKED },
    { "UTF-16BE", "\xfe\xff", 2, "utf-16", "UTF-16BE", DESK_SHEET_ENCODING_CHOSEN },
    { "UTF-16LE", "", 0, NULL, "UTF-16LE", DESK_SHEET_ENCODING_ZEROS },
    { "UTF-16BE", "", 0, NULL, "UTF-16BE", DESK_SHEET_ENCODING_ZEROS },
    { "UTF-16BE", "", 0, "UTF-16BE", "UTF-16BE", DESK_SHEET_ENCODING_CHOSEN },
  };
  static const EncodingCase traditional[] = {
    { "BIG5", "", 0, NULL, "Big5", DESK_SHEET_ENCODING_LETTERS },
    { "BIG5", "", 0, "cp950", "Big5", DESK_SHEET_ENCODING_CHOSEN },
    { "GB18030", "", 0, "GB18030", "GB18030", DESK_SHEET_ENCODING_CHOSEN },
    { "UTF-8", "", 0, NULL, "UTF-8", DESK_SHEET_ENCODING_VALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_encoding (folder, &cases[i], REGISTER);
  for (gsize i = 0; i < G_N_ELEMENTS (traditional); i++)
    check_encoding (folder, &traditional[i], COMPLAINTS);
}

/* The first Chinese character comes long after the first chunk: the whole file decides, not its beginning. */
static void
test_late_characters (SheetFolder *folder, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-8", "GB18030" };

  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    {
      g_autoptr (GString) text = g_string_new ("a,b\n");
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      g_autofree char *rows = NULL;

      for (int i = 0; i < 20000; i++)
        g_string_append (text, "1234567,abcdefgh\n");
      g_string_append (text, "末行,𠮷野家\n");
      path = sheet_file_encoded (folder, "late.csv", text->str, encodings[e]);
      rows = sheet_read (path, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (rows, "20002:T'末行'|T'𠮷野家'\n"));
    }
}

/* Characters cut by the ends of chunks come out whole, whatever their length and place. */
static void
test_chunk_ends (SheetFolder *folder, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16LE" };

  for (gsize e = 0; e < G_N_ELEMENTS (encodings); e++)
    for (int shift = 0; shift < 4; shift++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GError) error = NULL;
        DeskSheetOptions options = { .encoding = encodings[e] };
        g_autofree char *path = NULL;
        g_autofree char *rows = NULL;
        g_autofree char *expected = NULL;

        g_string_append_printf (text, "%.*s", shift, "xyz");
        for (int i = 0; i < 30000; i++)
          g_string_append (text, i % 3 == 0 ? "𠮷" : i % 3 == 1 ? "房" : "é");
        expected = g_strdup_printf ("1:T'%s'|T'b'\n", text->str);
        g_string_append (text, ",b\n");
        path = sheet_file_encoded (folder, "chunks.csv", text->str, encodings[e]);
        rows = sheet_read (path, &options, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (rows, ==, expected);
      }
}

static void
test_wrong_encoding (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *chosen;
    const char *encoding; /* named in the problem */
    const char *row;
  } cases[] = {
    { "a,b\n1,2\n3,\xff\n", -1, "UTF-8", "UTF-8", "3" },
    { "a,b\n1,\xd5\xc5\xc8\xfd\n", -1, "UTF-8", "UTF-8", "2" },
    { "a,b\n1,\xff\xff\n", -1, NULL, "GB18030", "2" },
    { "a\0b\0\n\0x", 7, "UTF-16LE", "UTF-16LE", "2" },
    /* UTF-8 cut short inside a character stays UTF-8: turned into GB18030 it would be nonsense without an error. */
    { "楼号,房号\n一,二\n三,\xe5\x9b", -1, NULL, "UTF-8", "3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DeskSheetOptions options = { .encoding = cases[i].chosen };
      g_autofree char *path = sheet_file (folder, "bad.csv", cases[i].bytes, cases[i].length);
      g_autofree char *rows = sheet_read (path, &options, &error);

      g_assert_null (rows);
      sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCODING);
      g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, cases[i].encoding);
      g_assert_cmpstr (desk_error_get_problem (error)->args[2], ==, cases[i].row);
    }
}

static void
test_unknown_encoding (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskSheetOptions options = { .encoding = "klingon" };
  g_autofree char *path = sheet_file (folder, "a.csv", "a\n", -1);

  g_assert_null (sheet_read (path, &options, &error));
  sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_ENCODING_UNKNOWN);
}

static void
test_separators (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *text;
    char chosen;
    char separator;
    const char *rows;
  } cases[] = {
    { "a,b\n1,2\n", 0, ',', "1:T'a'|T'b'\n2:T'1'|T'2'\n" },
    { "a;b\n1,5;2,5\n", 0, ';', "1:T'a'|T'b'\n2:T'1,5'|T'2,5'\n" },
    { "a\tb\n1\t2\n", 0, '\t', "1:T'a'|T'b'\n2:T'1'|T'2'\n" },
    { "a|b\n1|2\n", 0, '|', "1:T'a'|T'b'\n2:T'1'|T'2'\n" },
    { "标题\na,b,c\n1,x;y,3\n2,x;y,4\n", 0, ',', "1:T'标题'\n2:T'a'|T'b'|T'c'\n3:T'1'|T'x;y'|T'3'\n4:T'2'|T'x;y'|T'4'\n" },
    { "\"a;b;c\",d\n\"1;2;3\",4\n", 0, ',', "1:T'a;b;c'|T'd'\n2:T'1;2;3'|T'4'\n" },
    { "sep=;\r\na;b\r\n1,2,3;4\r\n", 0, ';', "1:T'a'|T'b'\n2:T'1,2,3'|T'4'\n" },
    { "only\n1\n", 0, ',', "1:T'only'\n2:T'1'\n" },
    { "a;b,c\n1;2,3\n", ';', ';', "1:T'a'|T'b,c'\n2:T'1'|T'2,3'\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DeskSheetOptions options = { .separator = cases[i].chosen };
      g_autofree char *path = sheet_file (folder, "a.csv", cases[i].text, -1);
      g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, &options, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (desk_sheet_reader_get_separator (reader), ==, cases[i].separator);
      sheet_assert_rows (path, &options, cases[i].rows);
    }
}

static void
test_rows (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    /* row numbers count blank lines, as a spreadsheet shows them */
    { "a\n\n\nb\n", "1:T'a'\n4:T'b'\n" },
    { "a\r\n\r\nb\r\n", "1:T'a'\n3:T'b'\n" },
    { "a\r\rb", "1:T'a'\n3:T'b'\n" },
    /* rows of separators only have no content */
    { "a,b\n,,,\n1,2\n", "1:T'a'|T'b'\n3:T'1'|T'2'\n" },
    { "a,b\n1,\"x\r\ny\"\n2,z\n", "1:T'a'|T'b'\n2:T'1'|T'x\r\ny'\n3:T'2'|T'z'\n" },
    { "\"a\" , \"b,c\"\n", "1:T'a'|T'b,c'\n" },
    { "a,\"5\"\" pipe\"\n", "1:T'a'|T'5\" pipe'\n" },
    /* an apostrophe that keeps a text from being run is taken off again, others stay */
    { "'+86 138,'=1+1,''-5,'x,'\n", "1:T'+86 138'|T'=1+1'|T''-5'|T''x'|T'''\n" },
    { "\xef\xbb\xbfsep=,\na,b\n", "1:T'a'|T'b'\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sheet_file (folder, "a.csv", cases[i].text, -1);

      sheet_assert_rows (path, NULL, cases[i].rows);
    }
}

static void
test_open_quote (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sheet_file (folder, "a.csv", "a,b\n1,2\n3,\"never closed,4\n5,6\n", -1);

  g_assert_null (sheet_read (path, NULL, &error));
  sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_QUOTE_OPEN);
  g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "3");
}

/* What is previewed comes again, and no row is lost or doubled. */
static void
test_preview (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sheet_file (folder, "a.csv", REGISTER, -1);
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  const GPtrArray *rows;
  DeskSheetRow row;
  guint n = 0;

  g_assert_no_error (error);
  rows = desk_sheet_reader_preview (reader, 2, NULL, &error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((const DeskSheetRow *) rows->pdata[1])->cells[2].text, ==, "张三");
  rows = desk_sheet_reader_preview (reader, 50, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  while (desk_sheet_reader_next (reader, &row, NULL, &error))
    g_assert_cmpuint (row.number, ==, ++n);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
}

/* How our reading of csv_torture differs from the expected files, and why; everything else must be met exactly. */
static const struct
{
  const char *file;
  const char *ours;
  const char *why;
} differences[] = {
  { "all-empty", "[]", "a line with nothing on it is no row" },
  { "empty-one-column", "[[\"foo\"]]", "a line with nothing on it is no row" },
  { "leading-space", "[[\"foo\",\"bar\",\"baz\"],[\"1\",\"leading space\",\"3\"]]",
    "blanks around what is not quoted are dropped, so that \"a\" , \"b\" are two fields" },
  { "trailing-space", "[[\"foo\",\"bar\",\"baz\"],[\"1\",\"trailing space\",\"3\"]]",
    "blanks around what is not quoted are dropped" },
  { "location_coordinates", NULL, "its expected file holds another phone number than its source" },
};

static void
add_string (JsonArray *array, const char *text)
{
  json_array_add_string_element (array, text);
}

/* Our reading as JSON: rows as arrays, or as objects by the first row when the expected file has them so. */
static char *
as_json (const char *path, gboolean objects)
{
  g_autoptr (GError) error = NULL;
  DeskSheetOptions options = { .separator = ',' };
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, &options, NULL, &error);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  JsonArray *rows = json_array_new ();
  DeskSheetRow row;

  g_assert_no_error (error);
  json_node_take_array (root, rows);
  while (desk_sheet_reader_next (reader, &row, NULL, &error))
    {
      JsonArray *list = json_array_new ();
      JsonObject *object = json_object_new ();
      gboolean first = heads->len == 0;

      for (guint i = 0; first && i < row.n_cells; i++)
        g_ptr_array_add (heads, g_strdup (row.cells[i].text));
      for (guint i = 0; i < heads->len; i++)
        {
          add_string (list, desk_sheet_row_cell (&row, i)->text);
          json_object_set_string_member (object, heads->pdata[i], desk_sheet_row_cell (&row, i)->text);
        }
      if (!objects)
        json_array_add_array_element (rows, json_array_ref (list));
      else if (!first)
        json_array_add_object_element (rows, json_object_ref (object));
      json_array_unref (list);
      json_object_unref (object);
    }
  g_assert_no_error (error);
  return json_to_string (root, FALSE);
}

static void
check_torture (const char *csv, const char *json, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *expected = NULL;
  g_autofree char *ours = NULL;
  gboolean objects = FALSE;
  JsonNode *root;

  json_parser_load_from_file (parser, json, &error);
  g_assert_no_error (error);
  root = json_parser_get_root (parser);
  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      JsonArray *array = json_node_get_array (root);

      objects = json_array_get_length (array) == 0 || JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, 0));
    }
  expected = json_to_string (root, FALSE);
  ours = as_json (csv, objects);
  for (gsize i = 0; i < G_N_ELEMENTS (differences); i++)
    if (strcmp (differences[i].file, name) == 0)
      {
        g_test_message ("%s differs: %s", name, differences[i].why);
        g_assert_cmpstr (ours, !=, expected);
        if (differences[i].ours != NULL)
          g_assert_cmpstr (ours, ==, differences[i].ours);
        return;
      }
  g_assert_cmpstr (ours, ==, expected);
}

static void
check_torture_folder (const char *csv_folder, const char *json_folder, guint n_expected)
{
  g_autoptr (GDir) dir = g_dir_open (json_folder, 0, NULL);
  const char *file;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = g_strndup (file, strlen (file) - strlen (".json"));
      g_autofree char *csv_name = g_strconcat (name, ".csv", NULL);
      g_autofree char *csv = g_build_filename (csv_folder, csv_name, NULL);
      g_autofree char *json = g_build_filename (json_folder, file, NULL);

      check_torture (csv, json, name);
      n++;
    }
  g_assert_cmpuint (n, ==, n_expected);
}

static gboolean
unpack (SheetFolder *folder, const char *archive)
{
  g_autofree char *path = sheet_shared (archive);
  const char *argv[] = { "tar", "xzf", path, "-C", folder->folder, NULL };
  int status = -1;

  if (path == NULL)
    return FALSE;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return TRUE;
}

static void
test_torture (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *csv = g_build_filename (folder->folder, "csv-test-data", "csv", NULL);
  g_autofree char *json = g_build_filename (folder->folder, "csv-test-data", "json", NULL);
  g_autofree char *spectrum_csv = g_build_filename (folder->folder, "package", "csvs", NULL);
  g_autofree char *spectrum_json = g_build_filename (folder->folder, "package", "json", NULL);
  g_autofree char *lost_quote = g_build_filename (csv, "bad-missing-quote.csv", NULL);
  g_autofree char *stray_quote = g_build_filename (csv, "bad-quotes-with-unescaped-quote.csv", NULL);
  g_autoptr (GError) error = NULL;

  if (!unpack (folder, "csv_torture/sineemore-csv-test-data-e4c25eb.tar.gz")
      || !unpack (folder, "csv_torture/csv-spectrum-2.0.0.tgz"))
    return;
  check_torture_folder (csv, json, 18);
  check_torture_folder (spectrum_csv, spectrum_json, 12);
  g_assert_null (sheet_read (lost_quote, NULL, &error));
  sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_QUOTE_OPEN);
  sheet_assert_rows (stray_quote, NULL, "1:T'foo'|T'bar'|T'baz'\n2:T'1'|T'Hey, I missed \" it'|T'3'\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sheet_test ("/csv/encodings", test_encodings);
  sheet_test ("/csv/late-characters", test_late_characters);
  sheet_test ("/csv/chunk-ends", test_chunk_ends);
  sheet_test ("/csv/wrong-encoding", test_wrong_encoding);
  sheet_test ("/csv/unknown-encoding", test_unknown_encoding);
  sheet_test ("/csv/separators", test_separators);
  sheet_test ("/csv/rows", test_rows);
  sheet_test ("/csv/open-quote", test_open_quote);
  sheet_test ("/csv/preview", test_preview);
  sheet_test ("/csv/torture", test_torture);
  return g_test_run ();
}
