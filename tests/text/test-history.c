/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-text-history.h"
#include "desk-text-label.h"

static DeskText *zh;
static DeskText *en;

static const struct
{
  DeskKind kind;
  const char *use_case;
  const char *changes;
  const char *subject;
  const char *zh;
  const char *en;
} rows[] = {
  { DESK_KIND_UNIT, "change_unit_state", "{\"state\":[2,3],\"state_since\":[20200101,20210618]}", NULL,
    "状态：待交付 → 已交付，2021-06-18 起", "State: Ready → Handed over, from 2021-06-18" },
  { DESK_KIND_UNIT, "change_unit_state", "{\"delivered_on\":[0,20210618],\"state\":[2,3],\"state_since\":[20200101,20210618]}",
    NULL, "状态：待交付 → 已交付，2021-06-18 起", "State: Ready → Handed over, from 2021-06-18" },
  { DESK_KIND_INSTRUCTION, "save_instruction",
    "{\"from_day\":[null,20261106],\"kind\":[null,2],\"text\":[null,\"放丰巢。\"]}", NULL, "嘱托已记，代收快递，放丰巢，2026-11-06 起",
    "Instruction added, Parcels, 放丰巢, from 2026-11-06" },
  { DESK_KIND_UNIT, "save_unit", "{\"built_area\":[11847,11900],\"delivered_on\":[0,20210618],\"floor\":[0,15]}", NULL,
    "建筑面积：118.47 m² → 119.00 m²，交付日：2021-06-18，楼层：0 → 15",
    "Built-up area: 118.47 m² → 119.00 m², Handed over on: 2021-06-18, Floor: 0 → 15" },
  { DESK_KIND_UNIT, "save_unit", "{\"note\":[\"旧\",\"\"]}", NULL, "备注：旧 → –", "Note: 旧 → –" },
  { DESK_KIND_UNIT, "save_unit", "{\"entrance_id\":[4,5]}", NULL, "单元已换", "Entrance replaced" },
  { DESK_KIND_UNIT, "save_unit",
    "{\"built_area\":[null,11847],\"community_id\":[null,1],\"kind\":[null,1],\"room\":[null,\"1501\"],\"state\":[null,5],"
    "\"state_since\":[null,20210618]}",
    NULL, "房屋已建，住宅，建筑面积 118.47 m²，入住", "Unit made, Home, Built-up area 118.47 m², Lived in" },
  { DESK_KIND_OCCUPANCY, "save_occupancy",
    "{\"from_day\":[null,20210618],\"person_id\":[null,7],\"role\":[null,1],\"share\":[null,1000000],\"unit_id\":[null,3]}",
    "张淑芬", "张淑芬：登记为业主，2021-06-18 起", "张淑芬: Entered as Owner, from 2021-06-18" },
  { DESK_KIND_OCCUPANCY, "save_occupancy",
    "{\"from_day\":[null,20210618],\"relation\":[null,\"配偶\"],\"role\":[null,2],\"share\":[null,500000]}", NULL,
    "登记为共有人，产权份额 50 %，配偶，2021-06-18 起", "Entered as Co-owner, Share 50 %, 配偶, from 2021-06-18" },
  { DESK_KIND_OCCUPANCY, "change_owner", "{\"to_day\":[0,20230618]}", "张淑芬", "张淑芬：到 2023-06-17 为止",
    "张淑芬: Ended, last day 2023-06-17" },
  { DESK_KIND_OCCUPANCY, "undo_act", "{\"to_day\":[20230618,0]}", "张淑芬", "撤销：张淑芬：迁出日：2023-06-18 → –",
    "Undone: 张淑芬: Moved out: 2023-06-18 → –" },
  { DESK_KIND_OCCUPANCY, "remove_occupancy", "{\"from_day\":[20210618,null],\"role\":[3,null],\"to_day\":[20230618,null]}",
    "李岩", "李岩：居住登记已删，租户，2021-06-18 – 2023-06-17",
    "李岩: Occupancy removed, Tenant, 2021-06-18 – 2023-06-17" },
  { DESK_KIND_VISIT, "open_case", "{\"link_id\":[0,232],\"link_kind\":[0,26]}", NULL, "已转单", "Became: Case" },
  { DESK_KIND_REQUEST, "decide_request",
    "{\"decided_at\":[0,1764363600],\"decided_by\":[null,1],\"input\":[\"#1\",\"#2\"],\"state\":[1,2]}", "3-2-1501",
    "3-2-1501：已批准", "3-2-1501: Approved" },
  { DESK_KIND_REQUEST, "decide_request", "{\"answer\":[\"\",\"先量一次\"],\"state\":[1,3]}", NULL, "没批，先量一次",
    "Refused, 先量一次" },
  { DESK_KIND_REQUEST, "ask_approval",
    "{\"code\":[null,\"unit.edit\"],\"kind\":[null,4],\"record_id\":[null,1203],\"state\":[null,1],\"use_case\":[null,\"save_unit\"]}",
    "3-2-1501", "3-2-1501：报批，房屋已改，等批准", "3-2-1501: Approval asked for, Unit edited, Waiting" },
  { DESK_KIND_PHONE, "save_contact", "{\"number\":[\"13812345678\",\"13987650412\"]}", NULL,
    "电话：138****5678 → 139****0412", "Phone number: 138****5678 → 139****0412" },
  { DESK_KIND_PHONE, "save_person", "{\"kind\":[null,1],\"number\":[null,\"13812345678\"],\"person_id\":[null,7]}", "张淑芬",
    "张淑芬：电话已加，手机，138****5678", "张淑芬: Phone added, Mobile, 138****5678" },
  { DESK_KIND_PHONE, "save_contact", "{\"kind\":[1,null],\"number\":[\"13812345678\",null],\"rank\":[1,null]}", NULL,
    "电话已删，手机，138****5678", "Phone removed, Mobile, 138****5678" },
  { DESK_KIND_PHONE, "save_contact", "{\"kind\":[null,1],\"number\":[null,\"138****5678\"]}", "138****5678",
    "电话已加，手机，138****5678", "Phone added, Mobile, 138****5678" },
  { DESK_KIND_STAFF, "note_export", "{\"exported\":[null,\"people\"],\"rows\":[0,412]}", NULL, "导出列表，住户，412 行",
    "List exported, People, 412 rows" },
  { DESK_KIND_STAFF, "note_print", "{\"exported\":[null,\"trail\"],\"rows\":[0,1]}", NULL, "打印列表，留痕，1 行",
    "List printed, Trail, 1 row" },
  { DESK_KIND_STAFF, "note_restore", "{\"restored\":[0,1763690400]}", NULL, "恢复备份，2025-11-21 10:00",
    "Backup restored, 2025-11-21 10:00" },
  { DESK_KIND_STAFF, "note_backup", "{\"backed_up\":[0,1763690400],\"sealed\":[0,1]}", NULL, "备份存成文件，2025-11-21 10:00，有口令",
    "Backup saved to a file, 2025-11-21 10:00, closed by a passphrase" },
  { DESK_KIND_PHONE, "reveal_number", "{\"revealed\":[null,\"138****5678\"]}", "138****5678", "看过完整号码，138****5678",
    "Whole number shown, 138****5678" },
  { DESK_KIND_VEHICLE, "save_vehicle", "{\"description\":[null,\"白色 SUV\"],\"plate\":[null,\"浙A8K231\"]}", "浙A8K231",
    "车辆已加，浙A8K231，白色 SUV", "Vehicle added, 浙A8K231, 白色 SUV" },
  { DESK_KIND_PHONE, "save_contact", "{\"rank\":[0,1]}", NULL, "拨打次序：1 → 2", "Order of calling: 1 → 2" },
  { DESK_KIND_PHONE, "reveal_number", "{\"revealed\":[null,\"138****5678\"]}", "张淑芬",
    "张淑芬：看过完整号码，138****5678", "张淑芬: Whole number shown, 138****5678" },
  { DESK_KIND_DOCUMENT, "save_person", "{\"kind\":[null,1],\"number\":[null,{\"digest\":\"00ff\"}]}", NULL, "证件已加，身份证",
    "Document added, Resident ID" },
  { DESK_KIND_DOCUMENT, "save_person", "{\"number\":[{\"digest\":\"00ff\"},{\"digest\":\"11ff\"}]}", NULL, "证件号已换",
    "Document number replaced" },
  { DESK_KIND_PERSON, "save_person", "{\"kind\":[null,1],\"name\":[null,\"张淑芬\"]}", NULL, "住户已加，张淑芬",
    "Person added, 张淑芬" },
  { DESK_KIND_PERSON, "save_person", "{\"name\":[\"张淑芳\",\"张淑芬\"]}", NULL, "姓名：张淑芳 → 张淑芬",
    "Full name: 张淑芳 → 张淑芬" },
  { DESK_KIND_PERSON, "merge_people", "{\"merged_into\":[0,9]}", "张淑芬", "张淑芬：并入另一人", "张淑芬: Merged into another person" },
  { DESK_KIND_PERSON, "undo_act", "{\"merged_into\":[9,0]}", NULL, "撤销：又与另一人分开",
    "Undone: Taken apart from another person again" },
  { DESK_KIND_PHONE, "merge_people", "{\"person_id\":[9,7]}", NULL, "电话随合并转入", "Phone taken over in a merge" },
  { DESK_KIND_CARE_FLAG, "save_care_flag", "{\"kind\":[null,6],\"note\":[null,\"有大型犬\"],\"unit_id\":[null,3]}", NULL,
    "留意已加，进门前先打电话，有大型犬", "Care flag added, Call first, 有大型犬" },
  { DESK_KIND_BUILDING, "make_building", "{\"count\":[0,180],\"digest\":[null,\"ab\"]}", "3", "3：整栋已建，180 条记录",
    "3: Building made with its units, 180 records" },
  { DESK_KIND_STAFF, "change_setting", "{\"roles\":[32,48]}", NULL, "岗位：管理员 → 主管、管理员",
    "Roles: Administrator → Supervisor, Administrator" },
  { DESK_KIND_SETTING, "change_setting", "{\"value\":[\"zh_CN\",\"en\"]}", "store.language", "store.language：值：zh_CN → en",
    "store.language: Value: zh_CN → en" },
  { DESK_KIND_PERSON, "save_person", "", NULL, "住户已改", "Person edited" },
  { DESK_KIND_PERSON, "save_person", "no json", "张淑芬", "住户已改", "Person edited" },
  { DESK_KIND_NONE, "save_person", "{}", NULL, "住户已改", "Person edited" },
  { DESK_KIND_UNIT, "save_unit", "{\"no_such_field\":[1,2]}", NULL, "no_such_field：1 → 2", "no_such_field: 1 → 2" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *chinese
          = desk_text_history (zh, rows[i].kind, rows[i].use_case, rows[i].changes, rows[i].subject);
      g_autofree char *english
          = desk_text_history (en, rows[i].kind, rows[i].use_case, rows[i].changes, rows[i].subject);

      g_assert_cmpstr (chinese, ==, rows[i].zh);
      g_assert_cmpstr (english, ==, rows[i].en);
    }
}

/* The head of an act says made of what was made, edited of what stood before. */
static void
test_act (void)
{
  static const struct
  {
    const char *use_case, *changes, *zh;
  } acts[] = {
    { "apply_follow_rules", "{\"due_at\":[null,1764363600],\"note\":[null,\"待审\"]}", "跟进由规则记下" },
    { "apply_follow_rules", "{\"state\":[1,2]}", "跟进由规则关掉" },
    { "save_unit", "{\"room\":[null,\"1501\"]}", "房屋已建" },
    { "save_unit", "{\"room\":[\"1501\",\"1502\"]}", "房屋已改" },
    { "sign_in", "{}", "登录" },
    { "save_person", "", "住户已改" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_assert_cmpstr (desk_text_history_act (zh, acts[i].use_case, acts[i].changes), ==, acts[i].zh);
  g_assert_cmpstr (desk_text_author (zh, ""), ==, "自动");
  g_assert_cmpstr (desk_text_author (zh, NULL), ==, "自动");
  g_assert_cmpstr (desk_text_author (zh, "王丽"), ==, "王丽");
}

/* Where the day stands beside the line, it is not said again; an end is. */
static void
test_day_beside (void)
{
  static const struct
  {
    DeskDay day;
    const char *changes;
    const char *zh;
  } days[] = {
    { 20210618, "{\"from_day\":[null,20210618],\"role\":[null,1]}", "登记为业主" },
    { 20210619, "{\"from_day\":[null,20210618],\"role\":[null,1]}", "登记为业主，2021-06-18 起" },
    { 20210618, "{\"from_day\":[null,20210618],\"role\":[null,3],\"to_day\":[null,20220618]}",
      "登记为租户，2021-06-18 – 2022-06-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64 at = desk_day_start (days[i].day, desk_text_zone (zh)) + 3600;
      g_autofree char *line
          = desk_text_history_at (zh, DESK_KIND_OCCUPANCY, "save_occupancy", days[i].changes, NULL, at);

      g_assert_cmpstr (line, ==, days[i].zh);
    }
}

/* A record of every kind with something in every field, made, edited and taken away: one line, no number whole, nothing
 * left in another language's or the program's words. */
static void
fill (DeskRecord *record, int turn)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];

      if (field->type == DESK_FIELD_TEXT)
        desk_record_set_text (record, field, field->flags & DESK_FIELD_PRIVATE ? turn ? "13987650412" : "13812345678"
                                             : turn ? "第二\n行" : "甲");
      else if (field->type == DESK_FIELD_DAY)
        desk_record_set_int (record, field, 20210618 + turn);
      else if (field->type == DESK_FIELD_TIME)
        desk_record_set_int (record, field, 1624000000 + turn);
      else
        desk_record_set_int (record, field, 1 + turn);
    }
}

static void
check (gpointer before, gpointer after, DeskKind kind, const char *use_case)
{
  static const guint8 salt[16] = { 1 };
  g_autoptr (GPtrArray) changes = desk_changes_diff (before, after, salt, sizeof salt);
  g_autofree char *json = desk_changes_to_json (changes);
  DeskText *texts[] = { zh, en };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = desk_text_history (texts[i], kind, use_case, json, NULL);

      g_test_message ("%s", line);
      g_assert_null (strchr (line, '\n'));
      g_assert_null (strchr (line, '_'));
      g_assert_null (strstr (line, "13812345678"));
      g_assert_null (strstr (line, "13987650412"));
      g_assert_true (g_utf8_validate (line, -1, NULL) && *line != '\0');
    }
}

static void
test_every_kind (void)
{
  for (int kind = 1; kind < DESK_N_KINDS; kind++)
    {
      g_autoptr (DeskRecord) before = desk_record_new ((DeskKind) kind);
      g_autoptr (DeskRecord) after = desk_record_new ((DeskKind) kind);

      fill (before, 0);
      fill (after, 1);
      check (NULL, after, (DeskKind) kind, "save_unit");
      check (before, after, (DeskKind) kind, "save_unit");
      check (before, NULL, (DeskKind) kind, "remove_unit");
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  int status;

  g_test_init (&argc, &argv, NULL);
  zh = desk_text_new ("zh_CN", zone);
  en = desk_text_new ("en", zone);
  g_test_add_func ("/history/lines", test_lines);
  g_test_add_func ("/history/act", test_act);
  g_test_add_func ("/history/day-beside", test_day_beside);
  g_test_add_func ("/history/every-kind", test_every_kind);
  status = g_test_run ();
  desk_text_unref (zh);
  desk_text_unref (en);
  return status;
}
