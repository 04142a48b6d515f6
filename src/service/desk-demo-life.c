/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-household.h"

#define CITY_PEOPLE 150000

/* What a unit is used for once it is finished; the shares are those of a suburb of a large town. */
static DeskState
choose_use (DeskDemoLife *life)
{
  static const guint16 weights[] = { 77, 14, 9 };
  static const DeskState uses[] = { DESK_STATE_LIVED_IN, DESK_STATE_LET, DESK_STATE_VACANT };

  if (life->cast != NULL)
    return life->cast->state;
  if (life->investor || (life->site != NULL && life->site->offices))
    return desk_demo_chance (&life->random, 80) ? DESK_STATE_LET : DESK_STATE_VACANT;
  return uses[desk_demo_weighted (&life->random, weights, G_N_ELEMENTS (weights))];
}

/* Who bought the unit and will not come back: sold it on @sold. */
static void
add_former_owner (DeskDemoLife *life, DeskDay from, DeskDay sold)
{
  desk_demo_add_owner (life, from, sold);
  if (desk_demo_chance (&life->random, 60))
    {
      desk_demo_add_family (life, from, sold);
      desk_demo_add_state (life->plan, life->unit, DESK_STATE_LIVED_IN, desk_day_add (from, 14), NULL);
    }
  desk_demo_add_state (life->plan, life->unit, DESK_STATE_VACANT, sold, "过户");
  life->moved_in = 0;
}

/* Decorated or not, then used in its way, from @from on. */
static void
use_unit (DeskDemoLife *life, DeskDay from)
{
  DeskState use = choose_use (life);
  DeskDay begun = desk_day_add (from, desk_demo_between (&life->random, 15, 200));
  DeskDay done = desk_day_add (begun, desk_demo_between (&life->random, 60, 150));

  if (use == DESK_STATE_DECORATING)
    begun = desk_day_add (life->plan->today, -desk_demo_between (&life->random, 20, 70));
  if (life->cast == NULL && desk_demo_chance (&life->random, 3))
    begun = desk_day_add (life->plan->today, -desk_demo_between (&life->random, 5, 80));
  if (begun <= from)
    begun = desk_day_add (from, 5);
  if (begun > life->plan->today)
    return;
  if (done < begun || use == DESK_STATE_DECORATING)
    done = desk_day_add (begun, 90);
  if (use != DESK_STATE_VACANT || desk_demo_chance (&life->random, 40))
    desk_demo_add_state (life->plan, life->unit, DESK_STATE_DECORATING, begun, NULL);
  if (done > life->plan->today)
    return;
  desk_demo_add_state (life->plan, life->unit, use, done, NULL);
  if (use == DESK_STATE_LIVED_IN)
    desk_demo_add_family (life, done, 0);
  else if (use == DESK_STATE_LET && life->site != NULL && life->site->offices)
    desk_demo_add_company_tenant (life, done);
  else if (use == DESK_STATE_LET)
    desk_demo_add_tenants (life, done);
}

/* Agents show what stands empty. */
static void
add_agent (DeskDemoLife *life)
{
  DeskPerson *agent;
  DeskDay from = desk_day_add (life->plan->today, -desk_demo_between (&life->random, 10, 300));

  if (life->unit->state != DESK_STATE_VACANT || from <= life->unit->state_since
      || !desk_demo_chance (&life->random, 14))
    return;
  life->strangers = TRUE;
  agent = desk_demo_make_person (life, NULL, NULL, desk_demo_chance (&life->random, 50), desk_demo_born (life, 30), 0);
  desk_demo_add_occupancy (life->plan, life->unit, agent, DESK_ROLE_AGENT, "带看，钥匙在前台", from, 0);
}

/* From the day of delivery to today. */
static void
live (DeskDemoLife *life, DeskDay delivered)
{
  int days = desk_day_diff (life->plan->today, delivered);
  gboolean resold = days > 1500 && life->cast == NULL && desk_demo_chance (&life->random, 21);
  DeskDay from = delivered;

  if (resold)
    {
      from = desk_day_add (delivered, desk_demo_between (&life->random, 730, days - 200));
      life->whole = TRUE;
      add_former_owner (life, delivered, from);
    }
  desk_demo_add_owner (life, from, 0);
  use_unit (life, from);
  add_agent (life);
  if (life->moved_in == 0 || life->moved_in > life->plan->today)
    return;
  if (life->unit->state != DESK_STATE_LIVED_IN && life->unit->state != DESK_STATE_LET)
    return;
  desk_demo_add_cars (life);
  if (life->site->offices)
    return;
  desk_demo_add_cares (life);
  desk_demo_add_wishes (life);
  desk_demo_add_trouble (life);
}

/* The day the buyer came for the keys: most on the first three, some weeks later, a few never until the notice's
 * sixty days made it so. */
static DeskDay
deliver (DeskDemoLife *life)
{
  DeskDay day = life->plan->phases[life->site->phase].delivered_on;
  guint drawn = life->cast != NULL ? 0 : desk_demo_below (&life->random, 1000);

  if (drawn < 600)
    day = desk_day_add (day, life->cast != NULL ? 0 : (int) drawn % 3);
  else if (drawn < 985)
    day = desk_day_add (day, desk_demo_between (&life->random, 3, 45));
  else
    day = desk_day_add (day, 60);
  if (day > life->plan->today)
    return 0;
  if (drawn >= 985)
    life->unit->deemed_on = day;
  desk_demo_add_state (life->plan, life->unit, DESK_STATE_HANDED_OVER, day, drawn >= 985 ? "通知期满，视为交付" : NULL);
  return day;
}

/* A row of the cast that stays with the developer, or has no owner on file. */
static gboolean
stays_empty (DeskDemoLife *life)
{
  DeskUnit *unit = life->unit;

  if (life->cast == NULL || life->cast->owner != NULL)
    return unit->state == DESK_STATE_UNSOLD && life->cast == NULL;
  if (life->cast->state == DESK_STATE_VACANT)
    {
      DeskDay day = deliver (life);

      desk_demo_add_state (life->plan, unit, DESK_STATE_VACANT, desk_day_add (day, 30), "原业主资料未移交");
    }
  else
    {
      DeskUnitState *first = NULL;

      for (guint i = 0; first == NULL && i < life->plan->states->len; i++)
        if (((DeskUnitState *) life->plan->states->pdata[i])->unit_id == unit->record.id)
          first = life->plan->states->pdata[i];
      first->state = unit->state = life->cast->state;
    }
  return TRUE;
}

static void
settle_room (DeskDemoPlan *plan, DeskUnit *unit)
{
  DeskDemoLife life = { .plan = plan, .unit = unit };
  DeskDay delivered;

  life.site = desk_demo_plan_site (plan, unit);
  life.cast = desk_demo_find_cast (unit->label);
  life.random = desk_demo_random_fork (&plan->random, (guint64) g_str_hash (unit->label) << 20 | (guint64) unit->record.id);
  if (stays_empty (&life))
    return;
  delivered = deliver (&life);
  if (delivered == 0)
    return;
  if (unit->floor < 0)
    desk_demo_add_owner (&life, delivered, 0);
  else if (life.cast != NULL && g_strcmp0 (unit->label, "3-2-1501") == 0)
    desk_demo_add_zhang (&life, delivered);
  else
    live (&life, delivered);
}

void
desk_demo_settle_rooms (DeskDemoPlan *plan)
{
  for (guint i = 0; i < plan->units->len; i++)
    {
      DeskUnit *unit = plan->units->pdata[i];

      if (unit->kind == DESK_UNIT_KIND_ROOM)
        settle_room (plan, unit);
    }
}

/* Shops: half of them sold to somebody who lets them, the others let by the developer himself. */
void
desk_demo_settle_shops (DeskDemoPlan *plan)
{
  for (guint i = 0; i < plan->units->len; i++)
    {
      DeskUnit *unit = plan->units->pdata[i];
      DeskDemoLife life = { .plan = plan, .unit = unit };
      DeskDay day = desk_day_add (unit->state_since, 30);

      if (unit->kind != DESK_UNIT_KIND_SHOP || day > plan->today)
        continue;
      life.random = desk_demo_random_fork (&plan->random, (guint64) unit->record.id);
      if (desk_demo_chance (&life.random, 55))
        {
          desk_demo_add_state (plan, unit, DESK_STATE_HANDED_OVER, day, NULL);
          desk_demo_add_owner (&life, day, 0);
        }
      if (desk_demo_chance (&life.random, 88))
        {
          desk_demo_add_state (plan, unit, DESK_STATE_LET, desk_day_add (day, 60), NULL);
          desk_demo_add_company_tenant (&life, desk_day_add (day, 60));
        }
      else if (unit->delivered_on != 0)
        desk_demo_add_state (plan, unit, DESK_STATE_VACANT, desk_day_add (day, 60), NULL);
    }
}

/* The rest of the spaces: some sold to people of the house who have no car on file, some being sold. */
void
desk_demo_settle_spaces (DeskDemoPlan *plan)
{
  for (guint zone = 0; zone < DESK_DEMO_N_PHASES; zone++)
    for (guint i = 0; i < plan->free_spaces[zone]->len; i++)
      {
        DeskUnit *space = desk_demo_plan_unit (plan, g_array_index (plan->free_spaces[zone], gint64, i));
        DeskDemoRandom random = desk_demo_random_fork (&plan->random, (guint64) space->record.id);
        DeskDay day = desk_day_add (space->state_since, desk_demo_between (&random, 30, 900));

        if (plan->investors->len == 0 || day > plan->today || !desk_demo_chance (&random, 12))
          continue;
        desk_demo_add_state (plan, space, DESK_STATE_HANDED_OVER, day, NULL);
        desk_demo_add_occupancy (
            plan, space,
            desk_demo_plan_person (plan, g_array_index (plan->investors, gint64,
                                                        desk_demo_below (&random, plan->investors->len))),
            DESK_ROLE_OWNER, NULL, day, 0);
      }
}

/* People who were entered twice, as it happens when car park and flats are kept in two lists: same name, same phone.
 * One pair has been found and put together, the others wait for it. */
void
desk_demo_add_doubles (DeskDemoPlan *plan)
{
  static const char *const labels[] = { "3-2-1402", "7-2-902", "9-1-1201", "2-2-802" };

  for (guint i = 0; i < G_N_ELEMENTS (labels) && plan->free_spaces[3]->len > i; i++)
    {
      DeskUnit *unit = desk_demo_plan_find_unit (plan, labels[i]);
      DeskUnit *space = desk_demo_plan_unit (plan, g_array_index (plan->free_spaces[3], gint64, i));
      DeskDay day = desk_day_add (space->state_since, 40 + (int) i * 17);
      const DeskOccupancy *deed = NULL;
      DeskPerson *person, *twin;

      for (guint j = 0; deed == NULL && j < plan->occupancies->len; j++)
        if (((DeskOccupancy *) plan->occupancies->pdata[j])->unit_id == unit->record.id)
          deed = plan->occupancies->pdata[j];
      if (deed == NULL || space->state != DESK_STATE_UNSOLD || day > plan->today)
        continue;
      person = desk_demo_plan_person (plan, deed->person_id);
      twin = desk_demo_add_person (plan, person->name, FALSE, 0);
      if (desk_demo_plan_soul (plan, deed->person_id)->mobile != NULL)
        desk_demo_add_phone (plan, twin, DESK_PHONE_KIND_MOBILE, desk_demo_plan_soul (plan, deed->person_id)->mobile, 0);
      desk_demo_add_state (plan, space, DESK_STATE_HANDED_OVER, day, NULL);
      desk_demo_add_occupancy (plan, space, twin, DESK_ROLE_OWNER, NULL, day, 0);
      if (i == 3)
        {
          DeskDemoMerge merge = { person->record.id, twin->record.id, desk_day_add (day, 200) };

          g_array_append_val (plan->merges, merge);
        }
    }
}

/* A city has exactly the number of people its name promises: relatives of those who live there make it up. */
void
desk_demo_top_up (DeskDemoPlan *plan)
{
  DeskDemoRandom random = desk_demo_random_fork (&plan->random, 77);

  while (plan->people->len < CITY_PEOPLE)
    {
      DeskUnit *unit = plan->units->pdata[desk_demo_below (&random, plan->units->len)];
      DeskDemoLife life = { .plan = plan, .unit = unit, .random = desk_demo_random_fork (&random, plan->people->len) };
      DeskPerson *person;
      gboolean woman = desk_demo_chance (&life.random, 55);
      int age = desk_demo_between (&life.random, 16, 75);
      const char *relation = age < 22   ? (woman ? "外甥女" : "侄子")
                             : age < 46 ? (woman ? "妹妹" : "弟弟")
                                        : (woman ? "姑妈" : "舅舅");

      desk_demo_random_next (&random);
      if (unit->kind != DESK_UNIT_KIND_ROOM || unit->state != DESK_STATE_LIVED_IN
          || desk_demo_find_cast (unit->label) != NULL)
        continue;
      person = desk_demo_make_person (&life, NULL, NULL, woman,
                                      desk_demo_born (&life, age), 5);
      desk_demo_add_occupancy (plan, unit, person, DESK_ROLE_FAMILY, relation, unit->state_since, 0);
    }
}

/* The household of the pictures, 3-2-1501. */
void
desk_demo_add_zhang (DeskDemoLife *life, DeskDay from)
{
  DeskDemoPlan *plan = life->plan;
  DeskDay help_from = (DeskDay) (desk_day_year (plan->today) - 1) * 10000 + 301;
  DeskDay car_from = (DeskDay) (desk_day_year (plan->today) - 4) * 10000 + 516;
  DeskUnit *space = desk_demo_plan_find_unit (plan, "B1-117");
  DeskPerson *husband, *son, *help;

  life->apart = TRUE;
  desk_demo_add_owner (life, from, 0);
  husband = desk_demo_add_person (plan, "陈建平", FALSE, desk_demo_born (life, 44));
  desk_demo_add_phone (plan, husband, DESK_PHONE_KIND_MOBILE, "13906510412", 0);
  desk_demo_add_occupancy (plan, life->unit, husband, DESK_ROLE_FAMILY, "配偶", from, 0);
  son = desk_demo_add_person (plan, "陈一鸣", FALSE, desk_demo_born (life, 11));
  help = desk_demo_add_person (plan, "刘阿姨", TRUE, desk_demo_born (life, 52));
  desk_demo_add_phone (plan, help, DESK_PHONE_KIND_MOBILE, "17706518830", 0);
  desk_demo_add_occupancy (plan, life->unit, son, DESK_ROLE_FAMILY, "子", from, 0);
  desk_demo_add_occupancy (plan, life->unit, help, DESK_ROLE_STAFF, "家政", help_from, 0);
  desk_demo_add_state (plan, life->unit, DESK_STATE_DECORATING, desk_day_add (from, 40), NULL);
  desk_demo_add_state (plan, life->unit, DESK_STATE_LIVED_IN, desk_day_add (from, 190), NULL);
  desk_demo_add_vehicle (plan, life->unit, husband, "浙A8K27F", "白色 SUV", car_from, 0);
  desk_demo_add_state (plan, space, DESK_STATE_HANDED_OVER, from, NULL);
  desk_demo_add_occupancy (plan, space, life->owner, DESK_ROLE_OWNER, NULL, from, 0);
  desk_demo_add_care (plan, life->unit, DESK_CARE_CALL_FIRST, "先打业主手机", desk_day_add (plan->today, -16));
  desk_demo_add_care (plan, life->unit, DESK_CARE_PET, "养一只大型犬", desk_day_add (plan->today, -16));
  desk_demo_add_instruction (plan, life->unit, DESK_INSTRUCTION_OTHER, "进门前先打电话。有大型犬，开门前由业主牵好。",
                             desk_day_add (plan->today, -16), 0);
}
