/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-household.h"
#include "desk-demo-names.h"
#include "desk-demo-papers.h"

/* A day between moving in and today; 0 if that would be none. */
static DeskDay
day_since (DeskDemoLife *life, DeskDay from)
{
  int days = desk_day_diff (life->plan->today, from);

  return days <= 0 ? from : desk_day_add (from, (int) desk_demo_below (&life->random, (guint) days + 1));
}

/* The parking space the household gets: of the car park that belongs to its part of the community. */
static DeskUnit *
take_space (DeskDemoLife *life)
{
  static const guint zones[] = { 0, 0, 2, 3, 3 };
  GArray *spaces = life->plan->free_spaces[zones[life->site ? life->site->phase : 2]];
  guint index;
  gint64 id;

  if (spaces->len < 40)
    return NULL;
  index = desk_demo_below (&life->random, spaces->len);
  id = g_array_index (spaces, gint64, index);
  g_array_remove_index (spaces, index);
  return desk_demo_plan_unit (life->plan, id);
}

/* Bought with the flat, or leased from the developer by the year. */
static void
add_space (DeskDemoLife *life, DeskPerson *driver, DeskDay from)
{
  gboolean owned = life->tenant == NULL && desk_demo_chance (&life->random, 46);
  DeskUnit *space = take_space (life);
  DeskDay begin, end;

  if (space == NULL)
    return;
  begin = MAX (from, desk_day_add (space->state_since, 20));
  if (begin > life->plan->today)
    return;
  if (owned)
    {
      desk_demo_add_state (life->plan, space, DESK_STATE_HANDED_OVER, begin, NULL);
      desk_demo_add_occupancy (life->plan, space, life->owner, DESK_ROLE_OWNER, NULL, begin, 0);
      return;
    }
  for (end = begin; end <= life->plan->today; begin = end)
    {
      end = desk_day_add_months (begin, 12);
      while (end <= life->plan->today && desk_demo_chance (&life->random, 60))
        end = desk_day_add_months (end, 12);
      desk_demo_add_lease (life->plan, space, life->unit, driver, begin, end);
    }
}

void
desk_demo_add_cars (DeskDemoLife *life)
{
  static const guint16 numbers[] = { 40, 48, 12 };
  DeskPerson *driver = life->tenant ? life->tenant : life->owner;
  guint n = desk_demo_weighted (&life->random, numbers, G_N_ELEMENTS (numbers));

  if (life->tenant == NULL && life->family == DESK_DEMO_ELDERLY_ALONE)
    return;
  for (guint i = 0; i < n; i++)
    {
      gboolean electric = FALSE;
      g_autofree char *plate = desk_demo_plate (&life->random, &electric);
      g_autofree char *car = desk_demo_car (&life->random, electric);
      DeskDay from = day_since (life, life->moved_in), to = 0;

      if (i == 0 && desk_demo_chance (&life->random, 10))
        to = day_since (life, from);
      desk_demo_add_vehicle (life->plan, life->unit, i == 1 && life->spouse ? life->spouse : driver, plate, car, from,
                             to > from ? to : 0);
      if (i == 0 && desk_demo_chance (&life->random, 72))
        add_space (life, driver, from);
    }
}

static void
add_care (DeskDemoLife *life, DeskCare care, const char *words)
{
  g_autofree char *note = words != NULL ? desk_demo_word (&life->random, words) : NULL;

  desk_demo_add_care (life->plan, life->unit, care, note, day_since (life, life->moved_in));
}

#define PETS "养一只金毛 养一只泰迪 养一只边牧 养两只猫 养一只柯基 养一只哈士奇，见生人会叫 养一只柴犬 养鹦鹉"
#define MEDICAL                                                                                               \
  "老人长期卧床，停电前先通知 家有透析病人，停水前先通知 有制氧机，停电前先通知 轮椅出行，留意电梯检修 "       \
  "心脏装有支架，急救电话已登记"
#define DISPUTES                                                                                              \
  "与楼上漏水纠纷，已诉至法院，谈话两人在场 因交付质量拒交物业费 楼上夜间噪声，多次报警 邻里因楼道堆物争吵 "  \
  "阳台封窗与公司有争议，已发整改通知 群租，已报街道 对电梯广告收益分配有异议 索赔车辆划痕，监控已保存"
#define CALL_FIRST "夜班，白天休息，上门先打电话 有婴儿午睡，勿敲门 独居女士，上门先打电话 只认管家，陌生人不开门"

/* How old the smallest child in the unit is today, if it is below three; else -1. */
static int
infant_age (DeskDemoLife *life)
{
  GPtrArray *rows = life->plan->occupancies;
  int least = 3;

  for (guint i = rows->len; i > 0 && i + 12 > rows->len; i--)
    {
      DeskOccupancy *row = rows->pdata[i - 1];
      DeskDay born = desk_demo_plan_soul (life->plan, row->person_id)->born;

      if (row->unit_id == life->unit->record.id && born != 0 && row->to_day == 0)
        least = MIN (least, desk_demo_age (life->plan, born, life->plan->today));
    }
  return least < 3 ? least : -1;
}

void
desk_demo_add_cares (DeskDemoLife *life)
{
  guint given = life->cast ? life->cast->cares : 0;
  static const char *const ages[] = { "新生儿", "一岁多，午间勿敲门", "两岁" };
  int infant = infant_age (life);
  gboolean alone = life->tenant == NULL && life->family == DESK_DEMO_ELDERLY_ALONE;

  if (alone || (given & DESK_DEMO_CARE (ELDERLY)))
    add_care (life, DESK_CARE_ELDERLY, "独居，每周探访 子女在外地，紧急联系人已登记 独居，有紧急呼叫按钮 听力不好，说话大声些");
  if (given & DESK_DEMO_CARE (INFANT) || infant >= 0)
    add_care (life, DESK_CARE_INFANT, ages[infant >= 0 ? infant : 1]);
  if (given & DESK_DEMO_CARE (PET) || (life->cast == NULL && desk_demo_one_in_thousand (&life->random, 75)))
    add_care (life, DESK_CARE_PET, PETS);
  if (given & DESK_DEMO_CARE (MEDICAL) || (life->cast == NULL && desk_demo_one_in_thousand (&life->random, 12)))
    add_care (life, DESK_CARE_MEDICAL, MEDICAL);
  if (given & DESK_DEMO_CARE (DISPUTE) || (life->cast == NULL && desk_demo_one_in_thousand (&life->random, 18)))
    add_care (life, DESK_CARE_DISPUTE, DISPUTES);
  if (given & DESK_DEMO_CARE (CALL_FIRST) || (life->cast == NULL && desk_demo_one_in_thousand (&life->random, 14)))
    add_care (life, DESK_CARE_CALL_FIRST, CALL_FIRST);
}

/* What the household has asked for once and for all; half of it has run out. */
void
desk_demo_add_wishes (DeskDemoLife *life)
{
  static const struct
  {
    DeskInstructionKind kind;
    const char *words;
    int days; /* 0: no end */
  } wishes[] = {
    { DESK_INSTRUCTION_PARCEL, "快递放门口鞋柜上 快递由前台代收 大件快递先打电话 快递放驿站，不放门口", 0 },
    { DESK_INSTRUCTION_MAY_ENTER, "钥匙在前台，查表可入户，两人同行 装修期间可入户检查，找工长老周 钥匙在管家处，漏水可先入户", 180 },
    { DESK_INSTRUCTION_AWAY, "出国探亲，水阀已关，有事联系女儿 回老家过年，信件代收 出差，水电有事打配偶电话 住院期间由儿子代办", 60 },
    { DESK_INSTRUCTION_OTHER, "发票抬头用公司名，找前台要税号 缴费通知发微信，不贴门上 门铃坏了，敲门 通知用大字打印 访客须业主同意", 365 },
  };
  guint index = desk_demo_below (&life->random, G_N_ELEMENTS (wishes));
  g_autofree char *text = NULL;
  DeskDay from, to;

  if (life->cast != NULL || !desk_demo_one_in_thousand (&life->random, 70))
    return;
  text = desk_demo_word (&life->random, wishes[index].words);
  from = day_since (life, life->moved_in);
  if (desk_day_diff (life->plan->today, from) > 500)
    from = desk_day_add (life->plan->today, -(int) desk_demo_below (&life->random, 500));
  to = wishes[index].days == 0 ? 0 : desk_day_add (from, wishes[index].days);
  desk_demo_add_instruction (life->plan, life->unit, wishes[index].kind, text, from, to);
}

/* The note on a difficult household. */
void
desk_demo_add_trouble (DeskDemoLife *life)
{
  static const char *const notes[] = {
    "卫生间渗漏，楼下天花板起皮，业主不同意入户查漏，第三次上门被拒。",
    "拖欠物业费两年，称交付时阳台积水未整改。已送催缴函，律师函待发。",
    "夜间打牌，楼下多次投诉，民警调解两次。",
    "楼道堆放纸板和电动车电池，消防整改通知书已签收。",
    "承重墙开门洞，住建部门已责令恢复。",
    "空调外机滴水影响楼下雨棚，约定入夏前改管。",
    "租客拖欠水电费，业主在外地，联系用微信。",
    "一楼小院搭建阳光房，已报城管。",
    "业主夫妻离婚诉讼中，过户与缴费须双方到场。",
    "高空抛物警示对象，已装朝天摄像头。",
  };

  DeskDemoRemark remark = { life->unit->record.id, day_since (life, life->moved_in) };
  guint index = desk_demo_below (&life->random, G_N_ELEMENTS (notes));

  if (life->cast != NULL && life->cast->cares & DESK_DEMO_CARE (DISPUTE))
    index = 0;
  else if (life->cast != NULL || !desk_demo_one_in_thousand (&life->random, 14))
    return;
  desk_text_set (&life->unit->note, notes[index]);
  g_array_append_val (life->plan->remarks, remark);
}
