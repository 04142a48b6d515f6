/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-follow-up.h"

#include "desk-follow-up.h"
#include "desk-list.h"
#include "desk-outage.h"

/* Day from today, minute of it, what. */
static const struct
{
  int day;
  int minute;
  DeskTopic topic;
  DeskStaffRole role;
  gboolean urgent;
  const char *note;
} promises[] = {
  { -1, 16 * 60 + 40, DESK_TOPIC_CALL, DESK_STAFF_ROLE_DESK, FALSE, "厨房漏水已修好，回电确认不再渗" },
  { 0, 8 * 60 + 40, DESK_TOPIC_CALL, DESK_STAFF_ROLE_DESK, TRUE, "空调外机噪声，夜间影响休息，先联系" },
  { 0, 10 * 60 + 45, DESK_TOPIC_APPOINTMENT, DESK_STAFF_ROLE_DESK, FALSE, "燃气灶接头，约 10:45–11:30 上门" },
  { 0, 11 * 60, DESK_TOPIC_MESSAGE, DESK_STAFF_ROLE_DESK, FALSE, "转告管家：车位续租回电" },
  { 0, 14 * 60 + 30, DESK_TOPIC_APPOINTMENT, DESK_STAFF_ROLE_HOUSEKEEPER, FALSE, "阳台门缝整改，第 2 次看" },
  { 0, 15 * 60, DESK_TOPIC_TASK, DESK_STAFF_ROLE_DESK, FALSE, "中介看房借的钥匙，15:00 还" },
  { 0, 17 * 60, DESK_TOPIC_TASK, DESK_STAFF_ROLE_HOUSEKEEPER, FALSE, "装修巡查，水电阶段，核对放行条" },
  { 0, 18 * 60, DESK_TOPIC_CALL, DESK_STAFF_ROLE_DESK, FALSE, "楼道灯换好了，抽样回电" },
  { 1, 9 * 60, DESK_TOPIC_CALL, DESK_STAFF_ROLE_DESK, FALSE, "门禁卡补办，问收到没有" },
  { 2, 18 * 60, DESK_TOPIC_TASK, DESK_STAFF_ROLE_SUPERVISOR, FALSE, "月报还缺 2 项数据" },
  { 4, 10 * 60, DESK_TOPIC_APPOINTMENT, DESK_STAFF_ROLE_DESK, FALSE, "外墙渗水，约业主一起看" },
};

/* The first who is there: a follow-up about a home is about somebody. */
static gboolean
find_person (DeskDemoStage *stage, gint64 unit_id, gint64 *person_id, GError **error)
{
  DeskGetInput in = { .kind = DESK_KIND_UNIT, .id = unit_id, .day = stage->plan->today };
  DeskUnitPage page = { 0 };
  gboolean ok = desk_get_unit_page (stage->service, stage->actor, &in, &page, error);

  *person_id = ok && page.occupants->len > 0
                   ? ((const DeskOccupant *) page.occupants->pdata[0])->card->person->record.id
                   : 0;
  desk_unit_page_clear (&page);
  return ok;
}

static gboolean
promise (DeskDemoStage *stage, guint index, gint64 unit_id, GError **error)
{
  DeskDay day = desk_day_add (stage->plan->today, promises[index].day);
  DeskFollowUp follow_up = { .record = { .kind = DESK_KIND_FOLLOW_UP },
                             .topic = promises[index].topic,
                             .about_kind = DESK_KIND_UNIT,
                             .about_id = unit_id,
                             .due_at = desk_day_start (day, desk_service_zone (stage->service)) + promises[index].minute * 60,
                             .owner_role = promises[index].role + 1,
                             .urgent = promises[index].urgent,
                             .note = (char *) promises[index].note };
  DeskRecordInput in = { .record = &follow_up.record };
  DeskSaved out = { 0 };
  gboolean ok = find_person (stage, unit_id, &follow_up.person_id, error)
                && desk_save_follow_up (stage->service, stage->actor, &in, &out, error);

  desk_saved_clear (&out);
  return ok;
}

gboolean
desk_demo_follow_ups (DeskDemoStage *stage, GError **error)
{
  DeskListInput in = { .list = DESK_LIST_UNITS, .filter = DESK_UNIT_FILTER_LIVED_IN, .today = stage->plan->today };
  DeskIdList homes = { 0 };
  gboolean ok = desk_list_ids (stage->service, stage->actor, &in, &homes, error);

  for (guint i = 0; ok && homes.ids->len > 0 && i < G_N_ELEMENTS (promises); i++)
    ok = promise (stage, i, g_array_index (homes.ids, gint32, (i * 97 + 41) % homes.ids->len), error);
  desk_id_list_clear (&homes);
  return ok;
}

/* Returns: (transfer full): code of the second building, or the only one; "" where there is none. */
static char *
second_building (const DeskCommunityPage *page)
{
  guint n = page->buildings->len;

  return g_strdup (n > 0 ? ((DeskBuildingCard *) page->buildings->pdata[MIN (1, n - 1)])->building->code : "");
}

gboolean
desk_demo_outage (DeskDemoStage *stage, GError **error)
{
  gint64 morning = desk_day_start (stage->plan->today, desk_service_zone (stage->service));
  DeskGetInput get = { .kind = DESK_KIND_COMMUNITY, .day = stage->plan->today };
  DeskCommunityPage page = { 0 };
  g_autofree char *building = NULL;
  DeskOutage outage = { .record = { .kind = DESK_KIND_OUTAGE },
                        .topic = DESK_OUTAGE_LIFT,
                        .title = (char *) "曳引机异响，厂家在检修",
                        .begun_at = morning + 8 * 3600 + 1200,
                        .expected_at = morning + 18 * 3600,
                        .script = (char *) "电梯正在检修，预计 18:00 前恢复。腿脚不便的住户告知房号，安排人上门搬送。" };
  DeskRecordInput in = { .record = &outage.record };
  DeskSaved out = { 0 };
  gboolean ok = desk_get_community (stage->service, stage->actor, &get, &page, error);

  if (ok)
    building = second_building (&page);
  outage.buildings = building;
  ok = ok && desk_save_outage (stage->service, stage->actor, &in, &out, error);
  desk_community_page_clear (&page);
  desk_saved_clear (&out);
  return ok;
}
