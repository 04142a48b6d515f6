/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-test.h"

/* Style 1 day, 2 day and time, 3 time, 4 a custom day, 5 filled with zeros. */
#define STYLES                                                                                                     \
  "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>" \
  "<numFmt numFmtId=\"165\" formatCode=\"0000\"/></numFmts>"                                                      \
  "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"                                                 \
  "<cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>"        \
  "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>"

static void
test_cells (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *cell; /* as it stands in the part */
    const char *row;  /* as it is read */
  } cases[] = {
    { "<c r=\"A1\"><v>13800138000.0</v></c>", "N'13800138000'" },
    { "<c r=\"A1\" t=\"n\"><v>118.47000000000001</v></c>", "N'118.47'" },
    { "<c r=\"A1\" t=\"s\"><v>0</v></c>", "T'1.38E+10'" },
    { "<c r=\"A1\" t=\"s\"><v>1</v></c>", "T'东京'" },
    { "<c r=\"A1\" t=\"s\"><v>2</v></c>", "T'张三'" },
    { "<c r=\"A1\" t=\"s\"><v> 3 </v></c>", "T' a\nb\r '" },
    { "<c r=\"A1\" t=\"s\"><v>4</v></c>", "T'_x000D_'" },
    { "<c r=\"A1\" t=\"inlineStr\"><is><t>楼号</t></is></c>", "T'楼号'" },
    { "<c r=\"A1\" t=\"inlineStr\"><is><r><t>楼</t></r><rPh sb=\"0\"><t>lou</t></rPh><r><t>号</t></r></is></c>", "T'楼号'" },
    { "<c r=\"A1\" t=\"str\"><f>A2&amp;A3</f><v>1-101</v></c>", "T'1-101'" },
    { "<c r=\"A1\"><f>SUM(B1:B9)</f><v>12</v></c>", "N'12'" },
    { "<c r=\"A1\" t=\"b\"><v>1</v></c>", "T'TRUE'" },
    { "<c r=\"A1\" t=\"b\"><v>0</v></c>", "T'FALSE'" },
    { "<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", "E'#DIV/0!'" },
    { "<c r=\"A1\" t=\"d\"><v>2019-02-28T11:25:05Z</v></c>", "D'2019-02-28 11:25:05'" },
    { "<c r=\"A1\" t=\"d\"><v>2019-02-28T00:00:00</v></c>", "D'2019-02-28'" },
    { "<c r=\"A1\" s=\"1\"><v>42370</v></c>", "D'2016-01-01'" },
    { "<c r=\"A1\" s=\"2\"><v>43524.475752314815</v></c>", "D'2019-02-28 11:25:05'" },
    { "<c r=\"A1\" s=\"3\"><v>0.5</v></c>", "D'12:00:00'" },
    { "<c r=\"A1\" s=\"4\"><v>42370</v></c>", "D'2016-01-01'" },
    { "<c r=\"A1\" s=\"5\"><v>101</v></c>", "N'0101'" },
    { "<c r=\"A1\" s=\"99\"><v>42370</v></c>", "N'42370'" },
    { "<c r=\"A1\" s=\"1\"><v>-5</v></c>", "N'-5'" },
    { "<c r=\"C1\"><v>3</v></c>", "-''|-''|N'3'" },
    { "<c><v>1</v></c><c><v>2</v></c><c r=\"E1\"><v>5</v></c><c><v>6</v></c>", "N'1'|N'2'|-''|-''|N'5'|N'6'" },
    { "<c r=\"A1\" s=\"1\"/><c r=\"B1\"><v>2</v></c><c r=\"C1\" s=\"4\"></c>", "-''|N'2'" },
    { "<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[<a&b>]]></t></is></c>", "T'<a&b>'" },
    { "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>ns</x:t></x:is></x:c>", "T'ns'" },
  };
  static const char strings[] = "<si><t>1.38E+10</t></si>"
                                "<si><t>东京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr/></si>"
                                "<si><r><rPr><b/></rPr><t>张</t></r><r><t>三</t></r></si>"
                                "<si><t xml:space=\"preserve\"> a&#10;b_x000D_ </t></si>"
                                "<si><t>_x005F_x000D_</t></si>";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("<row r=\"1\">%s</row>", cases[i].cell);
      g_autofree char *expected = g_strdup_printf ("1:%s\n", cases[i].row);
      g_autofree char *path = sheet_workbook (folder, "a.xlsx", rows, NULL, strings, STYLES, NULL);

      sheet_assert_rows (path, NULL, expected);
    }
}

static void
test_1904 (SheetFolder *folder, gconstpointer data)
{
  static const char *const flags[] = { "1", "true" };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *properties = g_strdup_printf ("<workbookPr date1904=\"%s\"/>", flags[i]);
      g_autofree char *path = sheet_workbook (folder, "a.xlsx", "<row><c s=\"1\"><v>40908</v></c></row>", NULL, NULL,
                                              STYLES, properties);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (desk_sheet_reader_get_date_1904 (reader));
      sheet_assert_rows (path, NULL, "1:D'2016-01-01'\n");
    }
}

/* Row numbers, gaps, rows that are only formatted, rows out of order. */
static void
test_rows (SheetFolder *folder, gconstpointer data)
{
  g_autofree char *path = sheet_workbook (
      folder, "a.xlsx",
      "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\" s=\"1\"/></row>"
      "<row r=\"9\"><c r=\"A9\"><v>2</v></c></row><row><c><v>3</v></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>4</v></c></row>",
      NULL, NULL, STYLES, NULL);

  sheet_assert_rows (path, NULL, "3:N'1'\n9:N'2'\n10:N'3'\n11:N'4'\n");
}

static void
test_merged (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = sheet_workbook (folder, "a.xlsx", "<row><c><v>1</v></c></row>",
                        "<mergeCells count=\"3\"><mergeCell ref=\"B5:B9\"/><mergeCell ref=\"A1:D1\"/>"
                        "<mergeCell ref=\"nonsense\"/></mergeCells><pageMargins left=\"0.7\"/>",
                        NULL, NULL, NULL);
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  const DeskSheetArea *areas;
  guint n;

  desk_sheet_reader_find_merged (reader, NULL, &error);
  g_assert_no_error (error);
  areas = desk_sheet_reader_get_merged (reader, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (areas[0].first_row, ==, 1);
  g_assert_cmpuint (areas[0].last_column, ==, 3);
  g_assert_cmpuint (areas[1].first_row, ==, 5);
  g_assert_cmpuint (areas[1].last_row, ==, 9);
  g_assert_cmpuint (areas[1].first_column, ==, 1);
}

/* The place of merged cells is found wherever it lies in relation to the chunks, and not in a text that names it. */
static void
test_merged_far (SheetFolder *folder, gconstpointer data)
{
  for (guint shift = 0; shift < 48; shift++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) rows = g_string_new ("<row><c t=\"inlineStr\"><is><t>mergeCells</t></is></c>");
      g_autofree char *path = NULL;
      g_autoptr (DeskSheetReader) reader = NULL;
      guint n;

      while (rows->len < 65536 - 420 + shift)
        g_string_append_c (rows, ' ');
      g_string_append (rows, "</row>");
      path = sheet_workbook (folder, "a.xlsx", rows->str,
                             "<x:mergeCells><x:mergeCell ref=\"A1:A2\"/></x:mergeCells>", NULL, NULL, NULL);
      reader = desk_sheet_reader_open (path, NULL, NULL, &error);
      desk_sheet_reader_find_merged (reader, NULL, &error);
      g_assert_no_error (error);
      desk_sheet_reader_get_merged (reader, &n);
      g_assert_cmpuint (n, ==, 1);
    }
}

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const SheetPart two_sheets[] = {
  { "_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/"
                   "relationships/officeDocument\" Target=\"/book.xml\"/></Relationships>" },
  { "book.xml", "<workbook><sheets><sheet name=\"草稿\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"图\" r:id=\"r3\"/>"
                "<sheet name=\"住户\" r:id=\"r2\"/></sheets></workbook>" },
  { "_rels/book.xml.rels",
    "<Relationships><Relationship Id=\"r1\" Type=\"" OFFICE "/worksheet\" Target=\"../x/../one.xml\"/>"
    "<Relationship Id=\"r2\" Type=\"" OFFICE "/worksheet\" Target=\"./TWO.xml\"/>"
    "<Relationship Id=\"r3\" Type=\"" OFFICE "/chartsheet\" Target=\"chart.xml\"/>"
    "<Relationship Id=\"r4\" Type=\"" OFFICE "/printerSettings\" Target=\"absent.bin\"/></Relationships>" },
  { "one.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
  { "two.xml", "\xef\xbb\xbf<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>" },
};

/* The first sheet that is not hidden is read; charts are no sheets; parts are found however they are named; a part
 * that is named but not needed may be absent. */
static void
test_sheets (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sheet_archive (folder, "a.xlsx", two_sheets, G_N_ELEMENTS (two_sheets));
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  DeskSheetOptions draft = { .sheet = "草稿" }, none = { .sheet = "图" };

  g_assert_no_error (error);
  g_assert_cmpuint (desk_sheet_reader_get_n_sheets (reader), ==, 2);
  g_assert_cmpstr (desk_sheet_reader_get_sheet_name (reader, 0), ==, "草稿");
  g_assert_true (desk_sheet_reader_is_sheet_hidden (reader, 0));
  g_assert_cmpuint (desk_sheet_reader_get_sheet (reader), ==, 1);
  g_assert_null (desk_sheet_reader_get_encoding (reader, NULL));
  sheet_assert_rows (path, NULL, "1:N'2'\n");
  sheet_assert_rows (path, &draft, "1:N'1'\n");
  g_assert_null (sheet_read (path, &none, &error));
  sheet_assert_problem (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_SHEET_NO_SUCH_SHEET);
}

/* A needed part is absent: the error names it. */
static void
test_missing_part (SheetFolder *folder, gconstpointer data)
{
  static const guint left_out[] = { 1, 2, 4 };
  static const char *const named[] = { "book.xml", "_rels/book.xml.rels", "TWO.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      g_autoptr (GError) error = NULL;
      SheetPart parts[G_N_ELEMENTS (two_sheets)];
      guint n = 0;
      g_autofree char *path = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (two_sheets); k++)
        if (k != left_out[i])
          parts[n++] = two_sheets[k];
      path = sheet_archive (folder, "a.xlsx", parts, n);
      g_assert_null (sheet_read (path, NULL, &error));
      sheet_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_PART_MISSING);
      g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, named[i]);
    }
}

/* A text the workbook has not: damaged, not blank. */
static void
test_missing_string (SheetFolder *folder, gconstpointer data)
{
  static const char *const indexes[] = { "1", "-1", "4294967296", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = g_strdup_printf ("<row><c t=\"s\"><v>%s</v></c></row>", indexes[i]);
      g_autofree char *path = sheet_workbook (folder, "a.xlsx", rows, NULL, "<si><t>a</t></si>", NULL, NULL);

      g_assert_null (sheet_read (path, NULL, &error));
      sheet_assert_problem (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_SHEET_DAMAGED);
    }
}

static void
test_other_formats (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    SheetPart parts[2];
    const char *format;
  } cases[] = {
    { { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", "<a/>" } }, "ODS" },
    { { { "a.txt", "a" }, { "b.txt", "b" } }, "ZIP" },
    { { { "_rels/.rels", "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>" },
        { "word/document.xml", "<a/>" } },
      "DOCX" },
    { { { "_rels/.rels", "<R><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></R>" },
        { "xl/workbook.bin", "x" } },
      "XLSB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = sheet_archive (folder, "a.xlsx", cases[i].parts, 2);

      g_assert_null (sheet_read (path, NULL, &error));
      sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_OTHER_FORMAT);
      g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, cases[i].format);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sheet_test ("/xlsx/cells", test_cells);
  sheet_test ("/xlsx/1904", test_1904);
  sheet_test ("/xlsx/rows", test_rows);
  sheet_test ("/xlsx/merged", test_merged);
  sheet_test ("/xlsx/merged-far", test_merged_far);
  sheet_test ("/xlsx/sheets", test_sheets);
  sheet_test ("/xlsx/missing-part", test_missing_part);
  sheet_test ("/xlsx/missing-string", test_missing_string);
  sheet_test ("/xlsx/other-formats", test_other_formats);
  return g_test_run ();
}
