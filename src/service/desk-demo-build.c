/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-plan.h"
#include "desk-unit-label.h"
#include "desk-unit-order.h"

#define CITY_UNITS 50000
#define CITY_ROOMS 40200
#define CITY_SHOPS 900
#define DESK_SHOPS 52

/* Areas of the flats on one floor, door by door, 0.01 m²: built-up, inner. The list begins again where there are
 * more doors than it has. */
typedef struct
{
  gint64 built;
  gint64 inner;
} Area;

static const Area low_rise[] = { { 7263, 6461 }, { 8940, 7953 } };
static const Area two_doors[] = { { 11847, 9620 }, { 8963, 7268 } };
static const Area three_doors[] = { { 13752, 10710 }, { 8945, 6966 }, { 10420, 8114 } };
static const Area four_doors[] = { { 12806, 9965 }, { 8871, 6902 }, { 8871, 6902 }, { 12806, 9965 } };
static const Area studios[] = { { 4520, 3118 } };
static const Area houses[] = { { 21860, 20110 } };
static const Area offices[] = { { 9830, 6420 }, { 15640, 10215 }, { 6275, 4098 } };
static const Area alike[] = { { 9642, 7510 } };
#define AREAS(list) list, G_N_ELEMENTS (list)

/* The buildings of the desk's community; a city has them too and goes on with more of their kind. */
static const struct
{
  const char *code;
  const char *name;
  guint phase;
  guint n_entrances;
  int floors;
  guint n_doors;
  DeskDemoRooms rooms;
  const Area *areas;
  guint n_areas;
  gboolean skips;
  gboolean cellars;
  guint unsold;
} shapes[] = {
  { "1", "", 2, 2, 33, 4, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (four_doors), FALSE, FALSE, 0 },
  { "2", "", 2, 2, 33, 3, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (three_doors), FALSE, FALSE, 0 },
  { "3", "", 2, 3, 23, 2, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (two_doors), FALSE, FALSE, 1 },
  { "4", "", 0, 4, 6, 2, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (low_rise), FALSE, TRUE, 0 },
  { "5", "", 0, 5, 6, 2, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (low_rise), FALSE, TRUE, 0 },
  { "6", "", 0, 4, 7, 3, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (low_rise), FALSE, FALSE, 0 },
  { "7", "", 1, 3, 11, 2, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (two_doors), FALSE, FALSE, 0 },
  { "8", "", 1, 4, 11, 2, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (two_doors), FALSE, FALSE, 0 },
  { "9", "", 1, 2, 18, 3, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (three_doors), FALSE, FALSE, 0 },
  { "10", "", 4, 2, 33, 4, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (four_doors), FALSE, FALSE, 22 },
  { "11", "", 3, 2, 26, 4, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (four_doors), FALSE, FALSE, 2 },
  { "12", "青年公寓", 3, 0, 18, 12, DESK_DEMO_ROOMS_FLOOR_LETTER, AREAS (studios), TRUE, FALSE, 3 },
  { "13", "临湖联排", 3, 0, 1, 16, DESK_DEMO_ROOMS_DOOR, AREAS (houses), FALSE, FALSE, 6 },
  { "15", "", 3, 2, 18, 4, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (alike), FALSE, FALSE, 1 },
  { "16", "", 4, 3, 33, 2, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (two_doors), FALSE, FALSE, 30 },
  { "A", "翠湖商务楼", 3, 0, 12, 8, DESK_DEMO_ROOMS_FLOOR_DOOR, AREAS (offices), FALSE, FALSE, 8 },
};

static gboolean
skipped (const DeskDemoSite *site, int floor)
{
  return site->skips && (floor == 4 || floor == 13 || floor == 14);
}

static char *
room_number (const DeskDemoSite *site, int floor, guint door)
{
  switch (site->rooms)
    {
    case DESK_DEMO_ROOMS_FLOOR_LETTER:
      return g_strdup_printf ("%d%c", floor, 'A' + (int) door - 1);
    case DESK_DEMO_ROOMS_DOOR:
      return g_strdup_printf ("%02u", door);
    case DESK_DEMO_ROOMS_FLOOR_DOOR:
    default:
      return g_strdup_printf ("%d%02u", floor, door);
    }
}

/* Appends a unit as it was when the property company took it over. */
static DeskUnit *
add_unit (DeskDemoPlan *plan, DeskDemoSite *site, const DeskEntrance *entrance, DeskUnitKind kind, int floor,
          const char *room)
{
  DeskUnit *unit = desk_record_new (DESK_KIND_UNIT);
  const char *building = site ? site->building->code : NULL;

  g_ptr_array_add (plan->units, unit);
  unit->record.id = plan->units->len;
  unit->community_id = 1;
  unit->building_id = site ? site->building->record.id : 0;
  unit->entrance_id = entrance ? entrance->record.id : 0;
  unit->kind = kind;
  unit->floor = floor;
  desk_text_set (&unit->room, room);
  unit->label = desk_unit_label_make (building, entrance ? entrance->code : NULL, room);
  unit->label_key = desk_unit_label_normalize (unit->label);
  unit->sort_key = desk_unit_sort_key (building, entrance ? entrance->code : NULL, floor, room);
  g_hash_table_insert (plan->labels, unit->label, unit);
  return unit;
}

/* A flat of @site with its first state: waiting for its buyer, or not sold. */
static void
add_flat (DeskDemoPlan *plan, DeskDemoSite *site, const DeskEntrance *entrance, int floor, guint door, const Area *area)
{
  g_autofree char *room = room_number (site, floor, door);
  DeskUnit *unit = add_unit (plan, site, entrance, DESK_UNIT_KIND_ROOM, floor, room);
  DeskDemoRandom random = desk_demo_random_fork (&plan->random, g_str_hash (unit->label));

  unit->built_area = area->built;
  unit->inner_area = area->inner;
  desk_demo_add_state (plan, unit,
                       desk_demo_chance (&random, site->unsold) ? DESK_STATE_UNSOLD : DESK_STATE_READY,
                       plan->phases[site->phase].made_on, NULL);
}

/* The store rooms below one entrance: 负101, 负102 …, sold to nobody or to residents. */
static void
add_cellars (DeskDemoPlan *plan, DeskDemoSite *site, const DeskEntrance *entrance)
{
  for (guint door = 1; door <= 4; door++)
    {
      g_autofree char *room = g_strdup_printf ("负1%02u", door);
      DeskUnit *unit = add_unit (plan, site, entrance, DESK_UNIT_KIND_ROOM, -1, room);

      unit->built_area = 1180;
      unit->inner_area = 1020;
      desk_text_set (&unit->note, "地下储藏室");
      desk_demo_add_state (plan, unit, DESK_STATE_READY, plan->phases[site->phase].made_on, NULL);
    }
}

static void
add_floors (DeskDemoPlan *plan, DeskDemoSite *site, const DeskEntrance *entrance, const Area *areas, guint n_areas)
{
  if (site->cellars)
    add_cellars (plan, site, entrance);
  for (int floor = 1; floor <= site->building->floors; floor++)
    for (guint door = 1; door <= site->n_doors && !skipped (site, floor); door++)
      add_flat (plan, site, entrance, floor, door, &areas[(door - 1) % n_areas]);
}

static void
add_building (DeskDemoPlan *plan, guint shape, const char *code, guint phase)
{
  DeskDemoSite *site = g_new0 (DeskDemoSite, 1);
  guint n_entrances = shapes[shape].n_entrances;

  g_ptr_array_add (plan->sites, site);
  site->building = desk_record_new (DESK_KIND_BUILDING);
  site->building->record.id = plan->sites->len;
  site->building->community_id = 1;
  desk_text_set (&site->building->code, code);
  desk_text_set (&site->building->name, shapes[shape].name);
  site->building->floors = shapes[shape].floors;
  site->building->accepted_on = plan->phases[phase].accepted_on;
  site->building->sort_key = desk_unit_sort_key (code, NULL, 0, "");
  site->phase = phase;
  site->n_entrances = n_entrances;
  site->n_doors = shapes[shape].n_doors;
  site->rooms = shapes[shape].rooms;
  site->skips = shapes[shape].skips;
  site->cellars = shapes[shape].cellars;
  site->unsold = phase == DESK_DEMO_N_PHASES - 1 ? MAX (shapes[shape].unsold, 20) : shapes[shape].unsold;
  site->one_area = shapes[shape].n_areas == 1;
  site->offices = shapes[shape].areas == offices;
  site->first_entrance = n_entrances > 0 ? plan->entrances->len + 1 : 0;
  if (n_entrances == 0)
    add_floors (plan, site, NULL, shapes[shape].areas, shapes[shape].n_areas);
  for (guint i = 1; i <= n_entrances; i++)
    {
      DeskEntrance *entrance = desk_record_new (DESK_KIND_ENTRANCE);

      g_ptr_array_add (plan->entrances, entrance);
      entrance->record.id = plan->entrances->len;
      entrance->building_id = site->building->record.id;
      entrance->code = g_strdup_printf ("%u", i);
      entrance->sort_key = desk_unit_sort_key (code, entrance->code, 0, "");
      add_floors (plan, site, entrance, shapes[shape].areas, shapes[shape].n_areas);
    }
}

/* A city goes on with the desk's shapes under running numbers, each as old as its place in the row. */
static void
add_city (DeskDemoPlan *plan)
{
  for (guint number = 17; plan->units->len < CITY_ROOMS; number++)
    {
      g_autofree char *code = g_strdup_printf ("%u", number);
      guint shape = number * 5 % (G_N_ELEMENTS (shapes) - 1);
      guint phase = number % 23 == 0 ? DESK_DEMO_N_PHASES - 1 : shapes[shape].phase % (DESK_DEMO_N_PHASES - 1);

      if (shapes[shape].rooms == DESK_DEMO_ROOMS_DOOR && number % 3 != 0)
        shape = 1;
      add_building (plan, shape, code, phase);
    }
}

static void
add_shops (DeskDemoPlan *plan, guint n_shops)
{
  for (guint i = 1; i <= n_shops; i++)
    {
      g_autofree char *room = g_strdup_printf ("S-%02u", i);
      DeskUnit *unit = add_unit (plan, NULL, NULL, DESK_UNIT_KIND_SHOP, 1, room);
      guint phase = i * 4 / (n_shops + 1);

      unit->built_area = 3860 + (gint64) (i * 37 % 9) * 815;
      unit->inner_area = unit->built_area * 9 / 10;
      desk_demo_add_state (plan, unit, DESK_STATE_READY, plan->phases[phase].made_on, NULL);
    }
}

/* Parking: places in the open for the old part, two floors under ground for the others. */
static void
add_spaces (DeskDemoPlan *plan, const char *zone, guint phase, int floor, guint n_spaces)
{
  for (guint i = 1; i <= n_spaces; i++)
    {
      g_autofree char *room = g_strdup_printf ("%s-%03u", zone, i);
      DeskUnit *unit = add_unit (plan, NULL, NULL, DESK_UNIT_KIND_SPACE, floor, room);

      unit->built_area = floor < 0 ? 1272 : 0;
      unit->inner_area = floor < 0 ? 1250 : 0;
      desk_demo_add_state (plan, unit, DESK_STATE_UNSOLD, plan->phases[phase].made_on, NULL);
      g_array_append_val (plan->free_spaces[phase], unit->record.id);
    }
}

void
desk_demo_build (DeskDemoPlan *plan)
{
  gboolean city = plan->scale == DESK_DEMO_CITY;
  guint rest;

  plan->community = desk_record_new (DESK_KIND_COMMUNITY);
  plan->community->record.id = 1;
  desk_text_set (&plan->community->name, city ? "翠湖新城" : "翠湖花园");
  desk_text_set (&plan->community->address, city ? "杭州市翠湖大道 1 号" : "杭州市翠湖路 88 号");
  desk_text_set (&plan->community->developer, "翠湖置业有限公司");
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    add_building (plan, i, shapes[i].code, shapes[i].phase);
  if (city)
    add_city (plan);
  add_shops (plan, city ? CITY_SHOPS : DESK_SHOPS);
  rest = (city ? CITY_UNITS : 3000) - plan->units->len;
  add_spaces (plan, "C", 0, 0, rest * 20 / 100);
  add_spaces (plan, "B1", 2, -1, rest * 45 / 100);
  add_spaces (plan, "B2", 3, -2, rest - rest * 20 / 100 - rest * 45 / 100);
}
