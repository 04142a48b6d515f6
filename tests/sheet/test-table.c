/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sheet-test.h"

typedef struct
{
  const char *what;
  const char *text;
  const char *table; /* as sheet_read_table() writes it */
} TableCase;

static const TableCase csv_cases[] = {
  { "headings in the first row", "楼号,房号,业主\n1,101,张三\n2,102,李四\n", "楼号|房号|业主\n2:1|101|张三\n3:2|102|李四\n" },
  { "a title and a line of remarks above",
    "阳光花园住户登记表,,,\n制表日期：2025-03-01,,共 2 户,\n楼号,房号,业主,电话\n1,101,张三,13800138000\n1,102,李四,13900139000\n",
    "楼号|房号|业主|电话\n4:1|101|张三|13800138000\n5:1|102|李四|13900139000\n" },
  { "notes beside, a blank column between",
    "楼号,房号,业主,,说明,\n1,101,张三,,楼号,填写数字\n1,102,李四,,业主,填写姓名\n",
    "楼号|房号|业主\n2:1|101|张三\n3:1|102|李四\n" },
  { "notes beside without a heading", "楼号,房号,业主,,,\n1,101,张三,,,\n1,102,李四,,楼号,请填数字\n,,,,房号,请填数字\n",
    "楼号|房号|业主\n2:1|101|张三\n3:1|102|李四\n" },
  { "notes and totals below", "楼号,房号,面积\n1,101,94.56\n1,102,88.10\n合计,,182.66\n\n说明：面积为建筑面积,,\n制表：王五,,\n",
    "楼号|房号|面积\n2:1|101|94.56\n3:1|102|88.10\nnotes 4 6 7\n" },
  { "a sparse row in the middle is data, at the end it is told",
    "楼号,房号,业主,电话,备注\n1,101,张三,138,无\n1,,,,\n1,103,李四,139,无\n1,,,,\n",
    "楼号|房号|业主|电话|备注\n2:1|101|张三|138|无\n3:1||||\n4:1|103|李四|139|无\nnotes 5\n" },
  { "a table that is sparse throughout", "楼号,房号,业主,电话,车牌,备注\n1,101,,,,\n1,102,,,,\n1,103,,,,\n",
    "楼号|房号|业主|电话|车牌|备注\n2:1|101||||\n3:1|102||||\n4:1|103||||\n" },
  { "headings without data", "楼号,房号,业主\n", "楼号|房号|业主\n" },
  { "blank columns inside and trailing", "楼号,,房号,业主,,\n1,,101,张三,,\n1,,102,李四,,\n",
    "楼号|房号|业主\n2:1|101|张三\n3:1|102|李四\n" },
  { "a column with data but no heading stays", "楼号,房号,,电话\n1,101,张三,138\n1,102,李四,139\n",
    "楼号|房号||电话\n2:1|101|张三|138\n3:1|102|李四|139\n" },
  { "two lines without merged cells", "序号,房屋,,业主,\n,楼号,房号,姓名,电话\n1,1,101,张三,138\n2,1,102,李四,139\n",
    "序号|房屋 楼号|房屋 房号|业主 姓名|业主 电话\n3:1|1|101|张三|138\n4:2|1|102|李四|139\n" },
  { "line breaks inside headings", "楼号,\"建筑\n面积\",\"built\narea\"\n1,94.5,94.5\n", "楼号|建筑面积|built area\n2:1|94.5|94.5\n" },
  { "full-width digits are left as they are", "楼号,房号,业主\n１,１０１,张三\n", "楼号|房号|业主\n2:１|１０１|张三\n" },
  { "one column", "房号\n101\n102\n", "房号\n2:101\n3:102\n" },
};

static void
test_csv (SheetFolder *folder, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (csv_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = sheet_file (folder, "a.csv", csv_cases[i].text, -1);
      g_autofree char *table = sheet_read_table (path, NULL, NULL, &error);

      g_test_message ("%s", csv_cases[i].what);
      g_assert_no_error (error);
      g_assert_cmpstr (table, ==, csv_cases[i].table);
    }
}

/* The rows of a sheet from lines of "|"-parted cells: numbers as numbers, "" as nothing. */
static char *
rows_of (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);

      g_string_append (rows, "<row>");
      for (guint k = 0; cells[k] != NULL; k++)
        if (*cells[k] == '\0')
          g_string_append (rows, "<c s=\"0\"/>");
        else if (strspn (cells[k], "0123456789.") == strlen (cells[k]))
          g_string_append_printf (rows, "<c><v>%s</v></c>", cells[k]);
        else
          g_string_append_printf (rows, "<c t=\"inlineStr\"><is><t>%s</t></is></c>", cells[k]);
      g_string_append (rows, "</row>");
    }
  return g_string_free (rows, FALSE);
}

static const struct
{
  const char *what;
  const char *rows;
  const char *merged; /* references parted by blanks */
  const char *table;
} merged_cases[] = {
  { "a title over all columns", "住户登记表\n楼号|房号|业主\n1|101|张三", "A1:C1", "楼号|房号|业主\n3:1|101|张三\n" },
  { "two lines: groups, and headings that reach down",
    "住户登记表\n序号|房屋|||业主||备注\n|楼号|房号|面积|姓名|电话\n1|1|101|94.56|张三|138|\n2|1|102|88.1|李四|139|无",
    "A1:G1 A2:A3 B2:D2 E2:F2 G2:G3",
    "序号|房屋 楼号|房屋 房号|房屋 面积|业主 姓名|业主 电话|备注\n4:1|1|101|94.56|张三|138|\n5:2|1|102|88.1|李四|139|无\n" },
  { "many headings reach down, one group", "楼号|单元|房号|面积|户型|状态|朝向|业主||备注\n|||||||姓名|电话|\n1|1|101|90|三室|入住|南|张三|138|无",
    "A1:A2 B1:B2 C1:C2 D1:D2 E1:E2 F1:F2 G1:G2 H1:I1 J1:J2",
    "楼号|单元|房号|面积|户型|状态|朝向|业主 姓名|业主 电话|备注\n3:1|1|101|90|三室|入住|南|张三|138|无\n" },
  { "data merged downwards is filled", "楼号|房号|业主\n1|101|张三\n|102|李四\n|103|王五\n2|101|赵六",
    "A2:A4", "楼号|房号|业主\n2:1|101|张三\n3:1|102|李四\n4:1|103|王五\n5:2|101|赵六\n" },
  { "remarks merged among single cells are no headings", "see|the remark||here\n楼号|房号|业主|电话\n1|101|张三|138",
    "B1:C1", "楼号|房号|业主|电话\n3:1|101|张三|138\n" },
};

static void
test_merged (SheetFolder *folder, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (merged_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = rows_of (merged_cases[i].rows);
      g_auto (GStrv) references = g_strsplit (merged_cases[i].merged, " ", -1);
      g_autoptr (GString) merged = g_string_new ("<mergeCells>");
      g_autofree char *path = NULL;
      g_autofree char *table = NULL;

      for (guint k = 0; references[k] != NULL; k++)
        g_string_append_printf (merged, "<mergeCell ref=\"%s\"/>", references[k]);
      g_string_append (merged, "</mergeCells>");
      path = sheet_workbook (folder, "a.xlsx", rows, merged->str, NULL, NULL, NULL);
      table = sheet_read_table (path, NULL, NULL, &error);
      g_test_message ("%s", merged_cases[i].what);
      g_assert_no_error (error);
      g_assert_cmpstr (table, ==, merged_cases[i].table);
    }
}

/* Sixty thousand rows that are only formatted are no rows. */
static void
test_formatted_tail (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filled = rows_of ("楼号|房号\n1|101\n1|102");
  g_autoptr (GString) rows = g_string_new (filled);
  g_autofree char *path = NULL;
  g_autofree char *table = NULL;

  for (int i = 0; i < 60000; i++)
    g_string_append (rows, "<row><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/></row>");
  path = sheet_workbook (folder, "a.xlsx", rows->str, NULL, NULL, NULL, NULL);
  table = sheet_read_table (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (table, ==, "楼号|房号\n2:1|101\n3:1|102\n");
}

static gboolean
knows (const char *text, gpointer data)
{
  return strcmp (text, "楼号") == 0 || strcmp (text, "房号") == 0;
}

/* A person, or what the caller knows of headings, decides where the sheet alone does not. */
static void
test_by_hand (SheetFolder *folder, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path
      = sheet_file (folder, "a.csv", "x,y,z,w\n楼号,房号,,\n一,甲,乙,丙\n二,丁,戊,己\n", -1);
  DeskSheetTableOptions by_row = { .header_row = 2 }, by_word = { .knows = knows }, beyond = { .header_row = 99 };
  g_autofree char *guessed = sheet_read_table (path, NULL, NULL, &error);
  g_autofree char *row = sheet_read_table (path, NULL, &by_row, &error);
  g_autofree char *word = sheet_read_table (path, NULL, &by_word, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (guessed, "x|y|z|w\n2:"));
  g_assert_cmpstr (row, ==, "楼号|房号\n3:一|甲\n4:二|丁\n");
  g_assert_cmpstr (word, ==, row);
  g_assert_null (sheet_read_table (path, NULL, &beyond, &error));
  sheet_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHEET_NO_TABLE);
}

static void
test_none (SheetFolder *folder, gconstpointer data)
{
  static const struct
  {
    const char *text;
    DeskProblemCode problem;
  } cases[] = { { "\n\n,,\n", DESK_PROBLEM_SHEET_EMPTY }, { "1,2\n3,4\n", DESK_PROBLEM_SHEET_NO_TABLE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = sheet_file (folder, "a.csv", cases[i].text, -1);

      g_assert_null (sheet_read_table (path, NULL, NULL, &error));
      sheet_assert_problem (error, DESK_ERROR_INVALID, cases[i].problem);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sheet_test ("/table/csv", test_csv);
  sheet_test ("/table/merged", test_merged);
  sheet_test ("/table/formatted-tail", test_formatted_tail);
  sheet_test ("/table/by-hand", test_by_hand);
  sheet_test ("/table/none", test_none);
  return g_test_run ();
}
