/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import.h"

#include <string.h>

#include "desk-pinyin.h"
#include "desk-string.h"

static const char *const import_nicks[] = { "units", "people", "register", "cases", "complaints" };

static const char *const field_nicks[] = {
#define X(code, nick) nick,
  DESK_IMPORT_FIELDS (X)
#undef X
};

#define FIELD(code) (G_GUINT64_CONSTANT (1) << DESK_IMPORT_FIELD_##code)
#define UNIT_FIELDS                                                                                          \
  (FIELD (BUILDING) | FIELD (ENTRANCE) | FIELD (ROOM) | FIELD (LABEL) | FIELD (FLOOR) | FIELD (FLOORS)        \
   | FIELD (UNIT_KIND) | FIELD (BUILT_AREA) | FIELD (INNER_AREA) | FIELD (STATE) | FIELD (DELIVERED_ON)      \
   | FIELD (UNIT_NOTE))
#define ADDRESS_FIELDS (FIELD (BUILDING) | FIELD (ENTRANCE) | FIELD (ROOM) | FIELD (LABEL))
#define PERSON_FIELDS                                                                                        \
  (FIELD (NAME) | FIELD (PERSON_KIND) | FIELD (PHONE) | FIELD (PHONE2) | FIELD (DOCUMENT) | FIELD (ROLE)     \
   | FIELD (RELATION) | FIELD (SHARE) | FIELD (FROM_DAY) | FIELD (TO_DAY) | FIELD (PLATE) | FIELD (PERSON_NOTE))

#define CASE_FIELDS                                                                                          \
  (FIELD (CASE_NUMBER) | FIELD (CASE_KIND) | FIELD (TITLE) | FIELD (CATEGORY) | FIELD (QUEUE) | FIELD (LOCATION)  \
   | FIELD (OPENED) | FIELD (DUE) | FIELD (CLOSED) | FIELD (CASE_STATUS) | FIELD (RESULT) | FIELD (LABEL) | FIELD (NAME) \
   | FIELD (PHONE) | FIELD (DETAIL))

static const guint64 takes[] = { UNIT_FIELDS, ADDRESS_FIELDS | PERSON_FIELDS, UNIT_FIELDS | PERSON_FIELDS, CASE_FIELDS,
                                CASE_FIELDS & ~FIELD (CASE_KIND) };

/* Headings as people write them, in the form desk_import_heading_normalize() gives. Whole headings first; a heading
 * that only contains one of these words is a guess to be confirmed. The templates of java110 (Apache-2.0) and condo (MIT)
 * were read for what people meet; the list is our own. */
static const struct
{
  DeskImportField field;
  const char *headings;
} headings[] = {
  { DESK_IMPORT_FIELD_BUILDING,
    "楼号|楼栋|楼栋号|栋号|楼栋编号|栋|幢|幢号|楼|楼宇|楼座|座|座号|楼幢|楼栋名称|building|buildingno|block|tower" },
  { DESK_IMPORT_FIELD_ENTRANCE,
    "单元|单元号|单元编号|单元名称|门栋|门洞|entrance|section|stair|staircase|stairwell|unitno" },
  { DESK_IMPORT_FIELD_ROOM, "房间|房间号|室|室号|户号|门牌|门牌号|房屋编号|房屋编码|房屋号|room|roomno|roomnumber|"
                            "flat|flatno|apartment|door|doorno|unitname" },
  { DESK_IMPORT_FIELD_LABEL, "房号|房屋|房产|房屋地址|房屋名称|物业地址|房屋坐落|坐落|地址|住址|户室|房号/车辆|资源|"
                             "单位房号|房屋信息|unit|unitlabel|address|label|house|property" },
  { DESK_IMPORT_FIELD_FLOOR, "楼层|层|层号|所在层|房屋楼层|所在楼层|floor|level|storey|story" },
  { DESK_IMPORT_FIELD_FLOORS, "总楼层|总层数|层数|地上层数|floors|storeys|numberoffloors" },
  { DESK_IMPORT_FIELD_UNIT_KIND, "房屋类型|房屋类别|房产类型|类型|用途|房屋用途|物业类型|业态|unitkind|unittype|type|kind|use|usage" },
  { DESK_IMPORT_FIELD_BUILT_AREA,
    "建筑面积|建面|建筑面|面积|产权面积|房屋面积|计费面积|收费面积|建筑面积平方米|builtarea|builtuparea|area|grossarea|squaremeters" },
  { DESK_IMPORT_FIELD_INNER_AREA, "室内面积|套内面积|套内|套内建筑面积|使用面积|实用面积|innerarea|netarea|usablearea|livingarea" },
  { DESK_IMPORT_FIELD_STATE, "房屋状态|状态|入住状态|房态|交付状态|使用状态|居住状态|state|status|unitstate|occupancystatus" },
  { DESK_IMPORT_FIELD_DELIVERED_ON,
    "交付日期|交房日期|交付时间|交房时间|接房日期|收房日期|收楼日期|入伙日期|入伙时间|deliveredon|deliverydate|handoverdate|handedover|handedoveron" },
  { DESK_IMPORT_FIELD_UNIT_NOTE, "房屋备注|unitnote|unitremark" },
  { DESK_IMPORT_FIELD_NAME, "业主名称|业主姓名|业主|姓名|住户|住户姓名|户主|户主姓名|客户|客户名称|客户姓名|产权人|名字|"
                            "联系人|租户|租户姓名|租客|人员姓名|报修人|投诉人|反映人|留言用户|name|fullname|ownername|owner|resident|residentname|contact|contactname|tenant" },
  { DESK_IMPORT_FIELD_PERSON_KIND, "客户类型|客户类别|业主性质|个人单位|personkind|persontype|customertype|personorcompany" },
  { DESK_IMPORT_FIELD_PHONE, "手机号|手机|手机号码|电话|联系电话|联络电话|联系方式|电话号码|移动电话|业主电话|业主手机|业主手机号|"
                             "联系人电话|住户电话|本人电话|phone|phonenumber|mobile|mobilephone|mobilenumber|tel|telephone|cell|phones" },
  { DESK_IMPORT_FIELD_PHONE2, "备用电话|电话2|手机2|手机号2|联系电话2|其他电话|其它电话|固定电话|座机|家庭电话|紧急联系电话|"
                              "phone2|secondphone|otherphone|homephone|landline" },
  { DESK_IMPORT_FIELD_DOCUMENT, "身份证号|身份证|身份证号码|证件号|证件号码|证件|idcard|idnumber|id号|document|documentnumber|passport" },
  { DESK_IMPORT_FIELD_ROLE, "业主类型|身份|人员类型|住户类型|人员类别|住户身份|成员类型|role|residenttype|occupancytype|ownertype" },
  { DESK_IMPORT_FIELD_RELATION, "关系|与业主关系|与户主关系|和业主关系|relation|relationship|relationtoowner" },
  { DESK_IMPORT_FIELD_SHARE, "份额|产权份额|产权比例|所占比例|share|ownership|ownershipshare" },
  { DESK_IMPORT_FIELD_FROM_DAY, "入住日期|入住时间|迁入日期|登记日期|起|起始日期|开始日期|租赁开始|起租日期|合同开始|自|"
                                "fromday|from|since|movein|movedin|moveindate|startdate|leasestart" },
  { DESK_IMPORT_FIELD_TO_DAY, "迁出日期|搬出日期|搬离日期|退租日期|止|截止日期|结束日期|租赁结束|到期日期|合同结束|至|"
                              "today|to|until|till|moveout|movedout|moveoutdate|enddate|leaseend" },
  { DESK_IMPORT_FIELD_PLATE, "车牌|车牌号|车牌号码|车号|plate|platenumber|licenseplate|carnumber" },
  { DESK_IMPORT_FIELD_CASE_NUMBER, "单号|工单号|报修单号|投诉编号|投诉单号|留言编号|编号|工单编号|caseno|casenumber|ticket|ticketnumber|caseid|caseenquiryid" },
  { DESK_IMPORT_FIELD_CASE_KIND, "种类|工单类型|单据类型|casekind|casetype" },
  { DESK_IMPORT_FIELD_TITLE, "内容|主题|报修内容|投诉内容|留言主题|事由|标题|问题描述|title|casetitle|subject|summary|details|description" },
  { DESK_IMPORT_FIELD_CATEGORY, "类别|分类|一级分类|报修类别|报修类型|投诉类别|故障类型|category" },
  { DESK_IMPORT_FIELD_QUEUE, "部门|班组|处理部门|责任部门|队列|处理人|维修人|queue|department|team|assignee" },
  { DESK_IMPORT_FIELD_LOCATION, "位置|公共位置|地点|报修位置|place" },
  { DESK_IMPORT_FIELD_OPENED, "受理时间|报修时间|登记时间|创建时间|提交时间|投诉时间|留言时间|来电时间|opened|openedat|opendt|created|createdat|"
                              "opendate|dateofcreation|creationdate" },
  { DESK_IMPORT_FIELD_DUE, "限时|到期时间|要求完成时间|截止时间|due|duedate|target|targetdt|deadline" },
  { DESK_IMPORT_FIELD_CLOSED, "完成时间|完工时间|结单时间|办结时间|关闭时间|closed|closedat|completed|finished|closeddate|closeddt" },
  { DESK_IMPORT_FIELD_CASE_STATUS, "工单状态|单据状态|处理状态|进度|casestatus" },
  { DESK_IMPORT_FIELD_RESULT, "结果|处理结果|维修结果|办理结果|回复|result|resolution|closurereason" },
  { DESK_IMPORT_FIELD_DETAIL, "详情|留言详情|投诉详情|详细内容|详细情况|诉求内容|反映内容|detail|fulltext" },
  { DESK_IMPORT_FIELD_PERSON_NOTE, "备注|说明|业主备注|住户备注|备注1|note|notes|remark|remarks|comment" },
};

/* Above the reasons in a sheet of rows that were not taken: it comes back with them and is not looked at. */
static const char reason_headings[] = "不收原因|whynottaken";

/* Returns: the name of a kind of sheet on the command line and in layouts, static. */
const char *
desk_import_nick (DeskImport import)
{
  g_return_val_if_fail (import < DESK_N_IMPORTS, "none");
  return import_nicks[import];
}

/* Returns: the kind of sheet called @nick, or -1. */
int
desk_import_from_nick (const char *nick)
{
  for (int i = 0; i < DESK_N_IMPORTS; i++)
    if (g_strcmp0 (import_nicks[i], nick) == 0)
      return i;
  return -1;
}

/* Returns: the name of @field in key files, static; "" for a column that is not taken. */
const char *
desk_import_field_nick (DeskImportField field)
{
  return field >= 0 && field < DESK_N_IMPORT_FIELDS ? field_nicks[field] : "";
}

/* Returns: the field called @nick, or NONE. */
DeskImportField
desk_import_field_from_nick (const char *nick)
{
  for (int i = 0; i < DESK_N_IMPORT_FIELDS; i++)
    if (g_strcmp0 (field_nicks[i], nick) == 0)
      return (DeskImportField) i;
  return DESK_IMPORT_FIELD_NONE;
}

/* Does a row of this kind of sheet make a case? */
gboolean
desk_import_is_of_cases (DeskImport import)
{
  return import == DESK_IMPORT_CASES || import == DESK_IMPORT_COMPLAINTS;
}

/* Has this kind of sheet such a field? */
gboolean
desk_import_takes (DeskImport import, DeskImportField field)
{
  return import < DESK_N_IMPORTS && field >= 0 && field < DESK_N_IMPORT_FIELDS
         && (takes[import] & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

/* Returns: (transfer full): @heading in simplified characters, small half-width letters without blanks, punctuation, stars of required fields
 * and what stands in brackets: "建筑面积（㎡）*" and "建築 面積" become 建筑面积. A slash stays. */
char *
desk_import_heading_normalize (const char *heading)
{
  g_autofree char *half = desk_string_half_width (heading);
  g_autofree char *plain = desk_hanzi_simplify (half);
  g_autofree char *lower = g_utf8_strdown (plain, -1);
  GString *out = g_string_new (NULL);
  int depth = 0;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[' || c == 0x3010)
        depth++;
      else if ((c == ')' || c == ']' || c == 0x3011) && depth > 0)
        depth--;
      else if (depth == 0 && (c == '/' || g_unichar_isalnum (c)))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Is @word long enough and plain enough to say something where it is a part of a heading? 房屋 stands in headings of
 * everything, and short English words in long ones. */
static gboolean
tells_within (const char *word)
{
  return !g_str_equal (word, "房屋") && g_utf8_strlen (word, -1) >= (g_ascii_isalpha (*word) ? 5 : 2);
}

/* Is @heading one of the words of @list? Or, with @within, does it hold one of them? */
static gboolean
list_has (const char *list, const char *heading, gboolean within)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);

  for (char **word = words; *word != NULL; word++)
    if (within ? tells_within (*word) && strstr (heading, *word) != NULL : g_str_equal (heading, *word))
      return TRUE;
  return FALSE;
}

/* Does @heading stand above the reasons that our own sheet of rejected rows gives? */
gboolean
desk_import_is_reason_heading (const char *heading)
{
  g_autofree char *normal = desk_import_heading_normalize (heading);

  return list_has (reason_headings, normal, FALSE);
}

/**
 * desk_import_guess:
 * @heading: as it stands in the sheet
 * @field: (out): what it seems to be; NONE when nothing fits
 *
 * Returns: how sure the guess is
 */
DeskGuess
desk_import_guess (DeskImport import, const char *heading, DeskImportField *field)
{
  g_autofree char *normal = desk_import_heading_normalize (heading);

  *field = DESK_IMPORT_FIELD_NONE;
  if (*normal == '\0' || list_has (reason_headings, normal, FALSE))
    return DESK_GUESS_NONE;
  for (int within = 0; within <= 1; within++)
    for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
      if (desk_import_takes (import, headings[i].field)
          && (list_has (headings[i].headings, normal, within)
              || (!within && g_str_equal (normal, field_nicks[headings[i].field]))))
        {
          *field = headings[i].field;
          return within ? DESK_GUESS_MAYBE : DESK_GUESS_SURE;
        }
  return DESK_GUESS_NONE;
}

/* A room number beside a building is a room, alone it is a whole label; and the other way round for headings that say
 * "unit" (房屋) next to building and entrance. */
static void
settle_address (DeskImport import, DeskImportField *fields, DeskGuess *guesses, guint n)
{
  int room = -1, label = -1, building = -1;

  for (guint i = 0; i < n; i++)
    if (fields[i] == DESK_IMPORT_FIELD_ROOM)
      room = (int) i;
    else if (fields[i] == DESK_IMPORT_FIELD_LABEL)
      label = (int) i;
    else if (fields[i] == DESK_IMPORT_FIELD_BUILDING)
      building = (int) i;
  if (building >= 0 && room < 0 && label >= 0)
    fields[label] = DESK_IMPORT_FIELD_ROOM;
  else if (building < 0 && room >= 0 && label < 0)
    fields[room] = DESK_IMPORT_FIELD_LABEL;
}

/**
 * desk_import_guess_all:
 * @fields: (out) (array length=n_headings): a field for every heading, each field once; the surer guess wins
 * @guesses: (out) (array length=n_headings): how sure
 */
void
desk_import_guess_all (DeskImport import, const char *const *names, guint n_headings, DeskImportField *fields,
                       DeskGuess *guesses)
{
  for (guint i = 0; i < n_headings; i++)
    guesses[i] = desk_import_guess (import, names[i], &fields[i]);
  for (guint i = 0; i < n_headings; i++)
    for (guint k = 0; k < n_headings; k++)
      if (k != i && fields[k] == fields[i] && fields[i] != DESK_IMPORT_FIELD_NONE
          && (guesses[k] > guesses[i] || (guesses[k] == guesses[i] && k < i)))
        {
          fields[i] = DESK_IMPORT_FIELD_NONE;
          guesses[i] = DESK_GUESS_NONE;
        }
  settle_address (import, fields, guesses, n_headings);
}

/* What only cases have, but for their number: 编号 and 登记时间 stand in registers, too. A sheet of cases says when each
 * came and what it is about, or two things more. */
static gboolean
tells_of_cases (const char *const *names, guint n_headings)
{
  const guint64 more = FIELD (CASE_KIND) | FIELD (CATEGORY) | FIELD (QUEUE) | FIELD (LOCATION) | FIELD (DUE) | FIELD (CLOSED)
                       | FIELD (CASE_STATUS) | FIELD (RESULT);
  guint64 found = 0;
  guint n_more = 0;

  for (guint i = 0; i < n_headings; i++)
    {
      DeskImportField field, other;

      if (desk_import_guess (DESK_IMPORT_CASES, names[i], &field) == DESK_GUESS_SURE
          && desk_import_guess (DESK_IMPORT_REGISTER, names[i], &other) != DESK_GUESS_SURE)
        found |= G_GUINT64_CONSTANT (1) << field;
    }
  for (guint i = 0; i < DESK_N_IMPORT_FIELDS; i++)
    n_more += (found & more & (G_GUINT64_CONSTANT (1) << i)) != 0;
  return (found & FIELD (OPENED)) != 0 && ((found & FIELD (TITLE)) != 0 || n_more >= 2);
}

/* A sheet of cases whose headings speak of complaints or messages, and that has no column for what kind each is. */
static gboolean
tells_of_complaints (const char *const *names, guint n_headings)
{
  gboolean told = FALSE;

  for (guint i = 0; i < n_headings; i++)
    {
      g_autofree char *normal = desk_import_heading_normalize (names[i]);
      DeskImportField field;

      if (desk_import_guess (DESK_IMPORT_CASES, names[i], &field) == DESK_GUESS_SURE && field == DESK_IMPORT_FIELD_CASE_KIND)
        return FALSE;
      told = told || g_str_has_prefix (normal, "投诉") || g_str_has_prefix (normal, "留言") || g_str_has_prefix (normal, "complaint");
    }
  return told;
}

/* Returns: which kind of sheet has these headings: cases, people without an address, units without names, or both. */
DeskImport
desk_import_guess_kind (const char *const *names, guint n_headings)
{
  g_autofree DeskImportField *fields = g_new (DeskImportField, n_headings + 1);
  g_autofree DeskGuess *guesses = g_new (DeskGuess, n_headings + 1);
  DeskImportField missing;
  gboolean named = FALSE;

  if (tells_of_cases (names, n_headings))
    return tells_of_complaints (names, n_headings) ? DESK_IMPORT_COMPLAINTS : DESK_IMPORT_CASES;
  desk_import_guess_all (DESK_IMPORT_REGISTER, names, n_headings, fields, guesses);
  for (guint i = 0; i < n_headings; i++)
    named = named || fields[i] == DESK_IMPORT_FIELD_NAME;
  if (!named)
    return DESK_IMPORT_UNITS;
  return desk_import_missing (DESK_IMPORT_REGISTER, fields, n_headings, &missing) ? DESK_IMPORT_PEOPLE
                                                                                  : DESK_IMPORT_REGISTER;
}

/* For the finder of tables: is @heading one that any kind of sheet knows for sure? */
gboolean
desk_import_knows_heading (const char *heading, gpointer data)
{
  DeskImportField field;

  for (int i = 0; i < DESK_N_IMPORTS; i++)
    if (desk_import_guess ((DeskImport) i, heading, &field) == DESK_GUESS_SURE)
      return TRUE;
  return FALSE;
}

static gboolean
has (const DeskImportField *fields, guint n_fields, DeskImportField field)
{
  for (guint i = 0; i < n_fields; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

/* Does the mapping lack a field without which no row can be read? @missing: (out): that field. */
gboolean
desk_import_missing (DeskImport import, const DeskImportField *fields, guint n_fields, DeskImportField *missing)
{
  if (desk_import_is_of_cases (import))
    {
      *missing = DESK_IMPORT_FIELD_OPENED;
      return !has (fields, n_fields, DESK_IMPORT_FIELD_OPENED);
    }
  if (import != DESK_IMPORT_PEOPLE && !has (fields, n_fields, DESK_IMPORT_FIELD_LABEL)
      && !has (fields, n_fields, DESK_IMPORT_FIELD_ROOM))
    *missing = DESK_IMPORT_FIELD_LABEL;
  else if (import == DESK_IMPORT_PEOPLE && !has (fields, n_fields, DESK_IMPORT_FIELD_NAME))
    *missing = DESK_IMPORT_FIELD_NAME;
  else
    return FALSE;
  return TRUE;
}
