/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sheet-test.h"

/* A real file as a person reads it. Several sheets are several lines. */
typedef struct
{
  const char *file;
  const char *sheet;    /* NULL: the only one */
  guint header_row;
  guint n_rows;
  guint n_notes;
  guint n_columns;
  const char *headings; /* the first ones, parted by | */
  guint row;            /* a row to look at */
  const char *cells;    /* its first cells */
} RealCase;

#define TEMPLATE "import_templates/"
#define SAMPLE "xlsx_samples/"

static const RealCase cases[] = {
  { TEMPLATE "java110_importRoom.masked.xlsx", NULL, 1, 1, 0, 17, "楼号|单元|房间|楼层|总层数|是否有电梯|房屋类型|房屋户型|建筑面积",
    2, "1|1|1001|1|33|有|110|10102|94.56|94.56|0|2001|吴学文|男|13800138000|11010519491231002X|1001" },
  { TEMPLATE "java110_importFeeDetail.xlsx", NULL, 1, 3, 0, 10, "房屋|收费项目|缴费周期|开始时间|结束时间|缴费时间|应缴金额|实缴金额|收银员|备注",
    4, "1-1-1001|和HC费用项费用名称一致|12|2018-01-01|2019-01-01|2017-01-01|1000|1000|张三|手工导入" },
  { TEMPLATE "java110_importCarFeeDetail.xlsx", NULL, 1, 3, 0, 10, "车牌号|收费项目|缴费周期", 2, "1|和HC费用项费用名称一致|12|2016-01-01" },
  { TEMPLATE "java110_meterMachine.xlsx", NULL, 1, 1, 0, 8, "名称|表号|表类型|模式|房屋|费用项|厂家|采集器ID", 2,
    "1-1-1智能水表|1212|1001|1001|33|有|110|10102" },
  { TEMPLATE "java110_importResourceStore.xlsx", NULL, 2, 0, 0, 12, "序号|物品名称|物品编号|单价|库存|单位", 0, NULL },
  { TEMPLATE "java110_hc.masked.xlsx", "楼栋单元", 1, 26, 0, 4, "楼栋号|单元编号|总层数|是否有电梯", 27, "13|2|33|有" },
  { TEMPLATE "java110_hc.masked.xlsx", "业主信息", 1, 5, 0, 8, "编号|业主名称|性别|年龄|手机号|身份证号|业主类型|业主编号", 2,
    "1|吴学文|男|28|18999999999|11010519491231002X|1001|1" },
  { TEMPLATE "java110_hc.masked.xlsx", "费用设置", 1, 2, 0, 12, "费用编号|费用类型|收费项目", 2,
    "1|物业费|测试收费1|周期性费用|预付费|6|每月1日|2020-6-10|2037-1-1|1001|1.3|20" },
  { TEMPLATE "java110_hc.masked.xlsx", "房屋信息", 1, 8, 0, 12, "房屋编号|楼栋编号|单元编号|房屋楼层|房屋户型|建筑面积|业主编号|房屋费用",
    2, "1011|1|1|1|10102|94.56|1|1#2|2020-06-10#2020-07-10" },
  { TEMPLATE "java110_hc.masked.xlsx", "车位信息", 1, 1, 0, 12, "停车场编号|车位编码|停车场类型|面积", 2, "1|C0001|地上停车位|98.32" },
  { TEMPLATE "java110_hc20200610.masked.xlsx", "楼栋单元", 1, 26, 0, 4, "楼栋号|单元编号|总层数|是否有电梯", 2, "1|1|33|有" },
  { TEMPLATE "java110_hc20200610.masked.xlsx", "业主信息", 1, 5, 0, 6, "业主编号|业主名称", 6, "5|张三4|男|18|18999999994" },
  { TEMPLATE "java110_hc20200610.masked.xlsx", "房屋信息", 1, 8, 0, 7, "房屋编号|楼栋编号|单元编号", 2, "1011|1|1|1|1010|94.56|1" },
  { TEMPLATE "java110_hc20200610.masked.xlsx", "车位信息", 1, 1, 0, 10, "停车场编号|车位编码|停车场类型|面积", 2, "1|C0001" },
  { TEMPLATE "java110_wy.masked.xlsx", "楼栋单元", 1, 26, 0, 4, "楼栋号|单元编号|总层数|是否有电梯", 2, "1|1|33|有" },
  { TEMPLATE "java110_wy.masked.xlsx", "业主信息", 1, 5, 0, 6, "业主编号|业主名称|性别|年龄|手机号|身份证号", 2, "1|吴学文|男" },
  { TEMPLATE "java110_wy.masked.xlsx", "费用设置", 1, 2, 0, 12, "费用编号|费用类型", 3, "2|物业费|测试收费2" },
  { TEMPLATE "java110_wy.masked.xlsx", "房屋信息", 1, 8, 0, 9, "房屋编号|楼栋编号", 2, "1011|1|1|1|1010|94.56|1|1#2" },
  { TEMPLATE "java110_wy.masked.xlsx", "车位信息", 1, 1, 0, 10, "停车场编号|车位编码", 2, "1|C0001|地上停车位|98.32" },
  { TEMPLATE "condo_contact-import-en.xlsx", NULL, 1, 5, 0, 7, "Address|Unit Name|Unit Type|Phones|Full Name|Email|Role", 6, NULL },
  { TEMPLATE "condo_contact-import-ru.xlsx", NULL, 1, 5, 0, 7, "Адрес|Номер помещения|Тип помещения|Телефон|ФИО", 6, NULL },
  { TEMPLATE "condo_meter-import-en.xlsx", NULL, 1, 10, 0, 21, "Address|Unit|Unit type|Account number|Type|Meter number", 0, NULL },
  { TEMPLATE "condo_meter-import-ru.xlsx", NULL, 1, 10, 0, 21, "Адрес|Помещение|Тип помещения|Лицевой счет", 0, NULL },
  { TEMPLATE "condo_property-import-en.xlsx", NULL, 1, 1, 0, 5, "Address|Units|Sections|Floors|Minimal Floor", 2,
    "city Moscow, Komsomolskaya 19A|144|4|9|1" },
  { TEMPLATE "condo_property-import-ru.xlsx", NULL, 1, 1, 0, 5, "Адрес|Помещений|Подъездов|Этажей", 0, NULL },
  { TEMPLATE "condo_propertyMeter-import-en.xlsx", NULL, 1, 10, 0, 17, "Address|Type|Meter number|Tariffs count", 0, NULL },
  { TEMPLATE "condo_propertyMeter-import-ru.xlsx", NULL, 1, 10, 0, 17, "Адрес|Тип счетчика", 0, NULL },
  { TEMPLATE "condo_ticket-import-en.xlsx", NULL, 1, 10, 0, 9,
    "Address|Unit Name|Unit Type|Is resident ticket|Phone|Full Name|Details|Ticket number|Date of creation", 2,
    "10 Downing Street, London|1|Flat|yes|+79877899888|John Smith" },
  { TEMPLATE "condo_ticket-import-ru.xlsx", NULL, 1, 10, 0, 9, "Адрес|Номер помещения", 0, NULL },
  { SAMPLE "deaths.xlsx", "arts", 5, 10, 4, 6, "Name|Profession|Age|Has kids|Date of birth|Date of death", 6,
    "David Bowie|musician|69|TRUE|1947-01-08|2016-01-10" },
  { SAMPLE "deaths.xlsx", "other", 5, 10, 4, 6, "Name|Profession|Age|Has kids|Date of birth|Date of death", 15,
    "Pat Summit|coach|64|TRUE|1952-06-14|2016-06-28" },
  { SAMPLE "deaths.xls", "arts", 5, 10, 4, 6, "Name|Profession|Age|Has kids|Date of birth|Date of death", 15, "George Michael|musician|53" },
  { SAMPLE "deaths.xls", "other", 5, 10, 4, 6, "Name|Profession|Age|Has kids|Date of birth|Date of death", 6, "Vera Rubin|scientist|88" },
  { SAMPLE "geometry.xlsx", NULL, 3, 3, 0, 3, "B3|C3|D3", 6, "B6|C6|D6" },
  { SAMPLE "datasets.xlsx", "iris", 1, 150, 0, 5, "Sepal.Length|Sepal.Width|Petal.Length|Petal.Width|Species", 2, "5.1|3.5|1.4|0.2|setosa" },
  { SAMPLE "datasets.xlsx", "mtcars", 1, 32, 0, 11, "mpg|cyl|disp|hp", 33, "21.4|4|121|109|4.11|2.78|18.6|1|1|4|2" },
  { SAMPLE "datasets.xlsx", "chickwts", 1, 71, 0, 2, "weight|feed", 2, "179|horsebean" },
  { SAMPLE "datasets.xlsx", "quakes", 1, 1000, 0, 5, "lat|long|depth|mag|stations", 2, "-20.42|181.62|562|4.8|41" },
  { SAMPLE "datasets.xls", "iris", 1, 150, 0, 5, "Sepal.Length|Sepal.Width|Petal.Length|Petal.Width|Species", 2, "5.1|3.5|1.4|0.2|setosa" },
  { SAMPLE "datasets.xls", "mtcars", 1, 32, 0, 11, "mpg|cyl|disp|hp", 33, "21.4|4|121|109|4.11|2.78|18.6|1|1|4|2" },
  { SAMPLE "datasets.xls", "chickwts", 1, 71, 0, 2, "weight|feed", 2, "179|horsebean" },
  { SAMPLE "datasets.xls", "quakes", 1, 1000, 0, 5, "lat|long|depth|mag|stations", 2, "-20.42|181.62|562|4.8|41" },
  { SAMPLE "type-me.xlsx", "logical_coercion", 1, 10, 0, 2, "maybe boolean?|description", 5, "2016-01-01|datetime" },
  { SAMPLE "type-me.xlsx", "numeric_coercion", 1, 7, 0, 2, "maybe numeric?|explanation", 6, "123456|the string \"123456\"" },
  { SAMPLE "type-me.xlsx", "date_coercion", 1, 7, 0, 2, "maybe a datetime?|explanation", 4, "2016-04-28 11:30:00|date and time format" },
  { SAMPLE "type-me.xlsx", "text_coercion", 1, 6, 0, 2, "text|explanation", 6, "2016-09-24|datetime" },
  { SAMPLE "type-me.xls", "logical_coercion", 1, 10, 0, 2, "maybe boolean?|description", 5, "2016-01-01|datetime" },
  { SAMPLE "type-me.xls", "numeric_coercion", 1, 7, 0, 2, "maybe numeric?|explanation", 6, "123456|the string \"123456\"" },
  { SAMPLE "type-me.xls", "date_coercion", 1, 7, 0, 2, "maybe a datetime?|explanation", 4, "2016-04-28 11:30:00|date and time format" },
  { SAMPLE "type-me.xls", "text_coercion", 1, 6, 0, 2, "text|explanation", 6, "2016-09-24|datetime" },
  { "zh_complaints/teddycup2020c_att1_categories_517.xlsx", NULL, 1, 517, 0, 3, "一级分类|二级分类|三级分类", 2, "城乡建设|安全生产|事故处理" },
  { "zh_complaints/teddycup2020c_att2_sample_labeled_495.xlsx", NULL, 1, 495, 0, 6,
    "留言编号|留言用户|留言主题|留言时间|留言详情|一级分类", 2, "24|A00074011|A市西湖建筑集团占道施工有安全隐患|2020/1/6 12:09:38" },
  { "zh_complaints/teddycup2020c_att3_full_4326.xlsx", NULL, 1, 4326, 0, 7,
    "留言编号|留言用户|留言主题|留言时间|留言详情|反对数|点赞数", 2, "188006|A000102948|A3区一米阳光婚纱艺术摄影是否合法纳税了？|2019/2/28 11:25:05" },
};

static char *
join_cells (const DeskSheetRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
  return g_string_free (out, FALSE);
}

static void
check (const RealCase *c, const char *path)
{
  g_autoptr (GError) error = NULL;
  DeskSheetOptions options = { .sheet = c->sheet };
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, &options, NULL, &error);
  g_autoptr (DeskSheetTable) table = reader != NULL ? desk_sheet_table_new (reader, NULL, NULL, &error) : NULL;
  g_autoptr (GString) headings = g_string_new (NULL);
  DeskSheetRow row;
  guint n = 0, n_notes, n_seen = 0;

  g_test_message ("%s %s", c->file, c->sheet != NULL ? c->sheet : "");
  g_assert_no_error (error);
  for (guint i = 0; i < desk_sheet_table_get_n_columns (table); i++)
    g_string_append_printf (headings, "%s%s", i > 0 ? "|" : "", desk_sheet_table_get_heading (table, i));
  if (!g_str_has_prefix (headings->str, c->headings))
    g_error ("headings are %s", headings->str);
  g_assert_cmpuint (desk_sheet_table_get_n_columns (table), ==, c->n_columns);
  g_assert_cmpuint (desk_sheet_table_get_header_row (table, NULL), ==, c->header_row);
  while (desk_sheet_table_next (table, &row, NULL, &error))
    {
      n++;
      if (row.number == c->row)
        {
          g_autofree char *cells = join_cells (&row);

          n_seen++;
          if (c->cells != NULL && !g_str_has_prefix (cells, c->cells))
            g_error ("row %u is %s", row.number, cells);
        }
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, c->n_rows);
  g_assert_cmpuint (n_seen, ==, c->row > 0 ? 1 : 0);
  desk_sheet_table_get_notes (table, &n_notes);
  g_assert_cmpuint (n_notes, ==, c->n_notes);
}

static void
test_files (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sheet_shared (cases[i].file);

      if (path == NULL)
        return;
      check (&cases[i], path);
    }
}

/* Every file of the three folders is in the table above. */
static void
test_all_there (void)
{
  static const char *const folders[] = { "import_templates", "xlsx_samples", "zh_complaints" };

  for (gsize f = 0; f < G_N_ELEMENTS (folders); f++)
    {
      g_autofree char *path = sheet_shared (folders[f]);
      g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
      const char *name;

      if (path == NULL)
        return;
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          gboolean known = strstr (name, ".xls") == NULL;

          for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
            known = known || g_str_has_suffix (cases[i].file, name);
          if (!known)
            g_error ("%s/%s is not read by any test", folders[f], name);
        }
    }
}

/* The column of times holds both texts in two shapes and true dates: 129 of them. */
static void
test_mixed_times (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sheet_shared ("zh_complaints/teddycup2020c_att3_full_4326.xlsx");
  g_autoptr (DeskSheetReader) reader = NULL;
  DeskSheetRow row;
  guint n_dates = 0, n_texts = 0;

  if (path == NULL)
    return;
  reader = desk_sheet_reader_open (path, NULL, NULL, &error);
  while (desk_sheet_reader_next (reader, &row, NULL, &error))
    {
      n_dates += desk_sheet_row_cell (&row, 3)->kind == DESK_SHEET_DATE;
      n_texts += desk_sheet_row_cell (&row, 3)->kind == DESK_SHEET_TEXT;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_dates, ==, 129);
  g_assert_cmpuint (n_texts, ==, 4326 - 129 + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real/files", test_files);
  g_test_add_func ("/real/all-there", test_all_there);
  g_test_add_func ("/real/mixed-times", test_mixed_times);
  return g_test_run ();
}
