/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import.h"
#include "shared-data.h"


/* Headings of a property system's own import sheets that name one of our fields, and which. What is not here names
 * nothing we keep. */
static const struct
{
  const char *heading;
  const char *field;
} headings[] = {
  { "楼号", "building" },      { "单元", "entrance" },   { "房间", "room" },          { "楼层", "floor" },
  { "总楼层", "floors" },      { "房屋类型", "unit_kind" }, { "建筑面积", "built_area" }, { "室内面积", "inner_area" },
  { "房屋状态", "state" },     { "业主名称", "name" },   { "手机号", "phone" },       { "身份证号", "document" },
  { "业主类型", "role" },      { "楼栋", "building" },   { "备注", "person_note" },   { "车牌号", "plate" },
  { "楼栋编号", "building" },  { "单元编号", "entrance" }, { "房屋编码", "room" },    { "房号", "label" },
  { "房号/车辆", "label" },    { "建筑面积（㎡）*", "built_area" }, { " 联系 电话 ", "phone" }, { "Unit", "label" },
  { "Phone number", "phone" }, { "Full Name", "name" },  { "Built-up area (m2)", "built_area" },
  { "房號", "label" },          { "業主名稱", "name" },  { "聯絡電話", "phone" },  { "建築面積（㎡）", "built_area" },
  { "身份证号码", "document" }, { "交房日期", "delivered_on" }, { "与业主关系", "relation" },
};

static void
test_headings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      DeskImportField field;
      DeskGuess guess = desk_import_guess (DESK_IMPORT_REGISTER, headings[i].heading, &field);

      g_assert_cmpstr (desk_import_field_nick (field), ==, headings[i].field);
      g_assert_cmpint (guess, ==, DESK_GUESS_SURE);
    }
}

/* What the fields of that system mean to us, by kind of sheet; what is not here we do not keep: it may be guessed, but
 * never for sure. */
static const struct
{
  const char *theirs;
  const char *ours;
} meanings[] = {
  { "floorNum", "building" },     { "unitNum", "entrance" },  { "roomNum", "room" },       { "layer", "floor" },
  { "layerCount", "floors" },     { "roomSubType", "unit_kind" }, { "builtUpArea", "built_area" }, { "roomArea", "inner_area" },
  { "roomState", "state" },       { "ownerName", "name" },    { "tel", "phone" },          { "idCard", "document" },
  { "ownerTypeCd", "role" },      { "roomName", "label" },    { "objName", "label" },      { "payerObjName", "label" },
  { "carNum", "plate" },          { "remark", "person_note" },
};

static const char *
meaning_of (const char *theirs)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].theirs, theirs))
      return meanings[i].ours;
  return NULL;
}

/* Guesses one kind of sheet whole, as it is met: @names and what they mean there. */
static void
check_kind (const char *kind, GPtrArray *names, GPtrArray *theirs)
{
  g_autofree DeskImportField *fields = g_new (DeskImportField, names->len + 1);
  g_autofree DeskGuess *guesses = g_new (DeskGuess, names->len + 1);

  desk_import_guess_all (DESK_IMPORT_REGISTER, (const char *const *) names->pdata, names->len, fields, guesses);
  for (guint i = 0; i < names->len; i++)
    {
      const char *ours = meaning_of (theirs->pdata[i]);

      g_test_message ("%s: %s is %s, %s", kind, (char *) names->pdata[i], desk_import_field_nick (fields[i]),
                      guesses[i] == DESK_GUESS_SURE ? "sure" : "maybe");
      if (ours == NULL)
        continue;
      g_assert_cmpstr (desk_import_field_nick (fields[i]), ==, ours);
      g_assert_cmpint (guesses[i], ==, DESK_GUESS_SURE);
    }
}

static void
test_every_heading (void)
{
  g_autofree char *path = shared_data ("import_templates/java110_import_headings.tsv");
  g_auto (GStrv) rows = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) theirs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *kind = NULL;
  guint n = 0;

  if (path == NULL)
    return;
  rows = shared_lines (path);
  for (char **row = rows + 1; *row != NULL && **row != '\0'; row++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (*row), "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      if (kind != NULL && !g_str_equal (kind, cells[0]))
        {
          check_kind (kind, names, theirs);
          g_ptr_array_set_size (names, 0);
          g_ptr_array_set_size (theirs, 0);
        }
      g_free (kind);
      kind = g_strdup (cells[0]);
      g_ptr_array_add (names, g_strdup (cells[2]));
      g_ptr_array_add (theirs, g_strdup (cells[3]));
      n++;
    }
  check_kind (kind, names, theirs);
  g_assert_cmpuint (n, ==, 63);
}

/* A word within a longer heading is a guess to be confirmed, where it says anything. */
static void
test_maybe (void)
{
  static const struct
  {
    const char *heading;
    const char *field; /* "": none */
  } maybe[] = {
    { "备注2", "person_note" }, { "首选电话", "phone" },  { "公摊面积", "built_area" }, { "房屋户型", "" },
    { "房屋费用", "" },         { "序号", "" },           { "性别", "" },               { "Customer phone", "phone" },
    { "Next stop", "" },        { "不收原因", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (maybe); i++)
    {
      DeskImportField field;
      DeskGuess guess = desk_import_guess (DESK_IMPORT_REGISTER, maybe[i].heading, &field);

      g_test_message ("%s", maybe[i].heading);
      g_assert_cmpstr (desk_import_field_nick (field), ==, maybe[i].field);
      g_assert_cmpint (guess, ==, *maybe[i].field != '\0' ? DESK_GUESS_MAYBE : DESK_GUESS_NONE);
    }
}

/* In one sheet, with building and entrance beside it, 房屋 is the room. */
static void
test_address_settled (void)
{
  const char *const with[] = { "楼栋", "单元", "房屋" };
  const char *const alone[] = { "房间", "业主" };
  DeskImportField fields[3];
  DeskGuess guesses[3];

  desk_import_guess_all (DESK_IMPORT_REGISTER, with, 3, fields, guesses);
  g_assert_cmpint (fields[2], ==, DESK_IMPORT_FIELD_ROOM);
  desk_import_guess_all (DESK_IMPORT_REGISTER, alone, 2, fields, guesses);
  g_assert_cmpint (fields[0], ==, DESK_IMPORT_FIELD_LABEL);
}

/* What a sheet holds is seen by its headings; a number and a day of entry alone make no cases of a register. */
static void
test_kind (void)
{
  static const struct
  {
    const char *headings;
    DeskImport import;
  } rows[] = {
    { "房号|建筑面积|楼层", DESK_IMPORT_UNITS },
    { "业主姓名|联系电话", DESK_IMPORT_PEOPLE },
    { "房号|业主姓名|联系电话", DESK_IMPORT_REGISTER },
    { "编号|房号|业主|登记时间|备注", DESK_IMPORT_REGISTER },
    { "编号|房号|业主|登记时间|类别|备注", DESK_IMPORT_REGISTER },
    { "单号|房号|报修人|联系电话|报修内容|报修时间", DESK_IMPORT_CASES },
    { "编号|受理时间|类别|处理结果|完成时间", DESK_IMPORT_CASES },
    { "留言编号|留言用户|留言主题|留言时间|留言详情|反对数|点赞数", DESK_IMPORT_COMPLAINTS },
    { "Address|Unit Name|Unit Type|Is resident ticket|Phone|Full Name|Details|Ticket number|Date of creation", DESK_IMPORT_CASES },
    { "Unit|Owner|Since|Note", DESK_IMPORT_REGISTER },
    { "", DESK_IMPORT_UNITS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) names = g_strsplit (rows[i].headings, "|", -1);

      g_test_message ("%s", rows[i].headings);
      g_assert_cmpint (desk_import_guess_kind ((const char *const *) names, g_strv_length (names)), ==, rows[i].import);
    }
}

static DeskImportRow *
parse (const char *columns, const char *cells, GPtrArray *problems)
{
  g_auto (GStrv) nicks = g_strsplit (columns, "|", -1);
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);
  g_autofree DeskImportField *fields = g_new (DeskImportField, g_strv_length (nicks));

  for (guint i = 0; nicks[i] != NULL; i++)
    fields[i] = desk_import_field_from_nick (nicks[i]);
  g_assert_cmpuint (g_strv_length (nicks), ==, g_strv_length (texts));
  return desk_import_row_parse (DESK_IMPORT_REGISTER, fields, (const char *const *) texts, g_strv_length (nicks), 20251121,
                                problems);
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *columns;
    const char *cells;
    const char *building;
    const char *entrance;
    const char *room;
  } rows[] = {
    { "label", "3-2-1501", "3", "2", "1501" },
    { "label", "3栋2单元1501", "3", "2", "1501" },
    { "label", "３号楼２单元１５０１室", "3", "2", "1501" },
    { "label", "3-1501", "3", "", "1501" },
    { "label", "A-12", "", "", "A-12" },
    { "building|entrance|room", "3栋|2单元|1501室", "3", "2", "1501" },
    { "building|entrance|room", "3.0|2.0|1501.0", "3", "2", "1501" },
    { "label|room", "3-2|1501", "3", "2", "1501" },
    { "label|room", "3-2-1501|1501室", "3", "2", "1501" },
    { "building|entrance|room", "A座||负101", "A", "", "负101" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      g_autoptr (DeskImportRow) row = parse (rows[i].columns, rows[i].cells, problems);

      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpstr (row->building, ==, rows[i].building);
      g_assert_cmpstr (row->entrance, ==, rows[i].entrance);
      g_assert_cmpstr (row->unit->room, ==, rows[i].room);
    }
}

static void
test_row (void)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (DeskImportRow) row
      = parse ("label|built_area|state|delivered_on|name|phone|document|relation|from_day|plate",
               "3-2-1501|118.47㎡|入住|2021/6/18|陈建平|13912340412/0571-88880000|11010519491231002X|配偶|44365|浙A8K2B5", problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpint (row->unit->built_area, ==, 11847);
  g_assert_cmpint (row->unit->state, ==, DESK_STATE_LIVED_IN);
  g_assert_cmpint (row->unit->delivered_on, ==, 20210618);
  g_assert_cmpint (row->unit->floor, ==, 15);
  g_assert_cmpuint (row->phones->len, ==, 2);
  g_assert_cmpint (row->document->kind, ==, DESK_DOCUMENT_KIND_RESIDENT_ID);
  g_assert_cmpint (row->occupancy->role, ==, DESK_ROLE_FAMILY);
  g_assert_cmpstr (row->occupancy->relation, ==, "配偶");
  g_assert_cmpint (row->occupancy->from_day, ==, 20210618);
  g_assert_cmpstr (row->plates[0], ==, "浙A8K2B5");
  g_assert_null (row->plates[1]);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *columns;
    const char *cells;
    DeskProblemCode problem;
  } rows[] = {
    { "label|built_area", "3-2-1501|89.2.0", DESK_PROBLEM_NOT_A_NUMBER },
    { "label|built_area", "3-2-1501|10000000", DESK_PROBLEM_OUT_OF_RANGE },
    { "label|name|phone", "3-2-1501|张淑芬|12", DESK_PROBLEM_PHONE_SHORT },
    { "label|name|phone", "3-2-1501|张淑芬|1390000", DESK_PROBLEM_PHONE_SHORT },
    { "label|name|phone", "3-2-1501|张淑芬|138****5678", DESK_PROBLEM_PHONE_MASKED },
    { "label|name|document", "3-2-1501|张淑芬|110105194912310021", DESK_PROBLEM_ID_NUMBER_WRONG },
    { "label|state", "3-2-1501|不知道", DESK_PROBLEM_IMPORT_UNKNOWN_WORD },
    { "label|delivered_on", "3-2-1501|2021-13-40", DESK_PROBLEM_NOT_A_DAY },
    { "label|name|from_day|to_day", "3-2-1501|张淑芬|2021-06-18|2020-01-01", DESK_PROBLEM_ENDS_BEFORE_BEGIN },
    { "label|phone", "3-2-1501|13812345678", DESK_PROBLEM_EMPTY },
    { "label|name", "|张淑芬", DESK_PROBLEM_EMPTY },
    { "entrance|room", "2|1501", DESK_PROBLEM_EMPTY },
    { "building|room", "一二三四五六七八九十一二三四五六七八九十一|1501", DESK_PROBLEM_TOO_LONG },
    { "label|name|plate", "3-2-1501|张淑芬|A", DESK_PROBLEM_PLATE_WRONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      g_autoptr (DeskImportRow) row = parse (rows[i].columns, rows[i].cells, problems);

      g_assert_cmpuint (problems->len, >=, 1);
      g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, rows[i].problem);
    }
}

/* A letter among digits that is surely a digit: the problem brings the cell that is meant, and nothing else. */
static void
test_looks_like (void)
{
  static const struct
  {
    const char *columns;
    const char *cells;
    const char *field;
    const char *meant; /* NULL: nothing is wrong */
  } rows[] = {
    { "label", "3-2-16O2", "label", "3-2-1602" },
    { "label", "3-2-160O", "label", "3-2-1600" },
    { "label", "3栋2单元1oO2", "label", "3栋2单元1002" },
    { "building|entrance|room", "3|2|I602", NULL, NULL },
    { "building|entrance|room", "3|2|16l2", "room", "1612" },
    { "label", "B1-023", NULL, NULL },
    { "label", "A-12", NULL, NULL },
    { "building|room", "OA|1602", NULL, NULL },
    { "building|room", "3|12A", NULL, NULL },
    { "label|name|phone", "3-2-1501|张淑芬|138O2345678", "phones", "13802345678" },
    { "label|built_area", "3-2-1501|118.47平", NULL, NULL },
    { "label|built_area", "3-2-1501|11O.47", "built_area", "110.47" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      g_autoptr (DeskImportRow) row = parse (rows[i].columns, rows[i].cells, problems);
      const DeskProblem *problem = problems->len > 0 ? problems->pdata[0] : NULL;
      gboolean like = problem != NULL && problem->code == DESK_PROBLEM_IMPORT_LOOKS_LIKE;

      g_test_message ("%s", rows[i].cells);
      g_assert_cmpint (like, ==, rows[i].meant != NULL);
      if (!like)
        continue;
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_cmpstr (problem->field, ==, rows[i].field);
      g_assert_cmpstr (problem->args[1], ==, rows[i].meant);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/headings", test_headings);
  g_test_add_func ("/import/every-heading", test_every_heading);
  g_test_add_func ("/import/maybe", test_maybe);
  g_test_add_func ("/import/address-settled", test_address_settled);
  g_test_add_func ("/import/kind", test_kind);
  g_test_add_func ("/import/addresses", test_addresses);
  g_test_add_func ("/import/row", test_row);
  g_test_add_func ("/import/faults", test_faults);
  g_test_add_func ("/import/looks-like", test_looks_like);
  return g_test_run ();
}
