/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

/* Lists of units and people: order, filters with counts, what a typed text leaves, the rows. */

typedef struct
{
  DeskFixture base;
  gint64 building; /* 3 */
  gint64 units[6]; /* 3-2-1501, 3-2-1502, 3-2-0301, 11-0201, shop S-12, space B1-117 */
  gint64 people[5];
} World;

static const struct
{
  const char *room;
  gint64 kind;
  gint64 state;
  gint64 area;
} units[] = {
  { "1501", DESK_UNIT_KIND_ROOM, DESK_STATE_LIVED_IN, 11847 }, { "1502", DESK_UNIT_KIND_ROOM, DESK_STATE_LET, 8800 },
  { "0301", DESK_UNIT_KIND_ROOM, DESK_STATE_VACANT, 8800 },    { "0201", DESK_UNIT_KIND_ROOM, DESK_STATE_UNSOLD, 12000 },
  { "S-12", DESK_UNIT_KIND_SHOP, DESK_STATE_LET, 6000 },       { "B1-117", DESK_UNIT_KIND_SPACE, DESK_STATE_READY, 0 },
};

static const struct
{
  const char *name;
  const char *phone;
  int unit; /* index, -1 none */
  gint64 role;
  DeskDay from, to;
} people[] = {
  { "张淑芬", "13812345678", 0, DESK_ROLE_OWNER, 20210618, 0 },
  { "陈建平", "13900000412", 0, DESK_ROLE_FAMILY, 20210618, 0 },
  { "李岩", "13655554321", 1, DESK_ROLE_TENANT, 20240101, 20260101 },
  { "安然", NULL, 1, DESK_ROLE_OWNER, 20210618, 0 },
  { "周远", NULL, -1, 0, 0, 0 },
};

static void
set_up (World *world, gconstpointer data)
{
  DeskFixture *fixture = &world->base;
  gint64 entrance, eleven;
  DeskCareFlag flag = { .record = { .kind = DESK_KIND_CARE_FLAG }, .kind = DESK_CARE_PET };
  DeskVehicle car = { .record = { .kind = DESK_KIND_VEHICLE }, .plate = (char *) "浙A·8K234" };

  desk_fixture_set_up (fixture);
  desk_fixture_community (fixture);
  eleven = desk_fixture_building (fixture, "11");
  world->building = desk_fixture_building (fixture, "3");
  entrance = desk_fixture_entrance (fixture, world->building, "2");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT },
                        .building_id = i < 3 ? world->building : i == 3 ? eleven : 0,
                        .entrance_id = i < 3 ? entrance : 0,
                        .kind = units[i].kind,
                        .floor = 2,
                        .room = (char *) units[i].room,
                        .built_area = units[i].area,
                        .state = units[i].state };

      world->units[i] = desk_fixture_save (fixture, DESK_USE_CASE_SAVE_UNIT, &unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      world->people[i] = desk_fixture_person (fixture, people[i].name, people[i].phone);
      if (people[i].unit >= 0)
        desk_fixture_occupancy (fixture, world->units[people[i].unit], world->people[i], people[i].role,
                                people[i].from, people[i].to);
    }
  flag.unit_id = world->units[0];
  desk_fixture_save (fixture, DESK_USE_CASE_SAVE_CARE_FLAG, &flag);
  flag.kind = DESK_CARE_CALL_FIRST;
  desk_fixture_save (fixture, DESK_USE_CASE_SAVE_CARE_FLAG, &flag);
  car.unit_id = world->units[1];
  desk_fixture_save (fixture, DESK_USE_CASE_SAVE_VEHICLE, &car);
}

static void
tear_down (World *world, gconstpointer data)
{
  desk_fixture_tear_down (&world->base);
}

/* What the list gives, as the first cells of its rows with a blank between. */
static char *
list (World *world, const DeskListInput *in, gint64 *counts)
{
  g_autoptr (GError) error = NULL;
  DeskIdList ids = { 0 };
  DeskRows rows = { 0 };
  DeskRowsInput wanted = { .list = in->list, .today = in->today };
  GString *text = g_string_new (NULL);

  desk_list_ids (world->base.service, world->base.actor, in, &ids, &error);
  g_assert_no_error (error);
  wanted.ids = ids.ids;
  desk_get_rows (world->base.service, world->base.actor, &wanted, &rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows.rows->len, ==, ids.ids->len);
  for (guint i = 0; i < rows.rows->len; i++)
    {
      const DeskRow *row = rows.rows->pdata[i];

      g_assert_cmpint (row->id, ==, g_array_index (ids.ids, gint32, i));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", row->cells[0].text);
    }
  if (counts != NULL)
    for (guint i = 0; i < DESK_MAX_FILTERS; i++)
      counts[i] = ids.counts[i];
  desk_id_list_clear (&ids);
  desk_rows_clear (&rows);
  return g_string_free (text, FALSE);
}

static const struct
{
  DeskList list;
  guint filter;
  guint sort;
  gboolean descending;
  const char *text;
  gboolean in_building;
  DeskDay today;
  const char *rows;
} cases[] = {
  /* orders: numbers by their value, shops and spaces where their label puts them */
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_LABEL, FALSE, NULL, TRUE, 0, "3-2-0301 3-2-1501 3-2-1502" },
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_LABEL, TRUE, NULL, TRUE, 0, "3-2-1502 3-2-1501 3-2-0301" },
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_AREA, FALSE, NULL, TRUE, 0, "3-2-0301 3-2-1502 3-2-1501" },
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_AREA, TRUE, NULL, FALSE, 0,
    "11-0201 3-2-1501 3-2-1502 3-2-0301 S-12 B1-117" },
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_STATE, FALSE, NULL, TRUE, 0, "3-2-1501 3-2-0301 3-2-1502" },
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_OWNER, FALSE, NULL, TRUE, 0, "3-2-1502 3-2-1501 3-2-0301" },
  { DESK_LIST_UNITS, 0, DESK_UNIT_COLUMN_OWNER, TRUE, NULL, TRUE, 0, "3-2-1501 3-2-1502 3-2-0301" },
  /* filters */
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_LIVED_IN, 0, FALSE, NULL, FALSE, 0, "3-2-1501" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_LET, 0, FALSE, NULL, TRUE, 0, "3-2-1502" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_VACANT, 0, FALSE, NULL, FALSE, 0, "3-2-0301" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_DECORATING, 0, FALSE, NULL, FALSE, 0, "" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_CARE, 0, FALSE, NULL, FALSE, 0, "3-2-1501" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_SHOP, 0, FALSE, NULL, FALSE, 0, "S-12" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_SPACE, 0, FALSE, NULL, FALSE, 0, "B1-117" },
  /* what is typed: labels, residents, phones, cars, several terms */
  { DESK_LIST_UNITS, 0, 0, FALSE, "3-2", FALSE, 0, "3-2-0301 3-2-1501 3-2-1502" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "3栋2单元15", FALSE, 0, "3-2-1501 3-2-1502" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "1501", FALSE, 0, "3-2-1501" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "zsf", FALSE, 0, "3-2-1501" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "李岩", FALSE, 0, "3-2-1502" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "4321", FALSE, 0, "3-2-1502" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "8k2", FALSE, 0, "3-2-1502" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "15 李", FALSE, 0, "3-2-1502" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "1501 李", FALSE, 0, "" },
  { DESK_LIST_UNITS, DESK_UNIT_FILTER_VACANT, 0, FALSE, "3-2", FALSE, 0, "3-2-0301" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "没有的", FALSE, 0, "" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "?!", FALSE, 0, "" },
  { DESK_LIST_UNITS, 0, 0, FALSE, "李岩", FALSE, 20260101, "" }, /* moved out on that day */
  /* people by name as it sounds: 安 an, 陈 chen, 李 li, 张 zhang, 周 zhou */
  { DESK_LIST_PEOPLE, 0, 0, FALSE, NULL, FALSE, 0, "安然 陈建平 李岩 张淑芬 周远" },
  { DESK_LIST_PEOPLE, 0, 0, TRUE, NULL, FALSE, 0, "周远 张淑芬 李岩 陈建平 安然" },
  { DESK_LIST_PEOPLE, DESK_PERSON_FILTER_OWNER, 0, FALSE, NULL, FALSE, 0, "安然 张淑芬" },
  { DESK_LIST_PEOPLE, DESK_PERSON_FILTER_TENANT, 0, FALSE, NULL, FALSE, 0, "李岩" },
  { DESK_LIST_PEOPLE, DESK_PERSON_FILTER_OTHER, 0, FALSE, NULL, FALSE, 0, "陈建平" },
  { DESK_LIST_PEOPLE, DESK_PERSON_FILTER_NO_UNIT, 0, FALSE, NULL, FALSE, 0, "周远" },
  { DESK_LIST_PEOPLE, DESK_PERSON_FILTER_NO_UNIT, 0, FALSE, NULL, FALSE, 20260101, "李岩 周远" },
  { DESK_LIST_PEOPLE, 0, 0, FALSE, NULL, TRUE, 0, "安然 陈建平 李岩 张淑芬" },
  { DESK_LIST_PEOPLE, 0, 0, FALSE, "3-2-1501", FALSE, 0, "陈建平 张淑芬" },
  { DESK_LIST_PEOPLE, 0, 0, FALSE, "1502 li", FALSE, 0, "李岩" },
};

static void
test_rows (World *world, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskListInput in = { .list = cases[i].list,
                           .filter = cases[i].filter,
                           .sort = cases[i].sort,
                           .descending = cases[i].descending,
                           .text = (char *) cases[i].text,
                           .building_id = cases[i].in_building ? world->building : 0,
                           .today = cases[i].today };
      g_autofree char *rows = list (world, &in, NULL);

      g_test_message ("case %u: %s", i, cases[i].text != NULL ? cases[i].text : "");
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

/* Counts are of the whole, whatever is filtered or typed. */
static void
test_counts (World *world, gconstpointer data)
{
  static const gint64 of_units[] = { 6, 1, 2, 1, 0, 2, 1, 1, 1 };
  static const gint64 of_people[] = { 5, 2, 1, 1, 1 };
  DeskListInput in = { .list = DESK_LIST_UNITS, .filter = DESK_UNIT_FILTER_SHOP, .text = (char *) "1501" };
  gint64 counts[DESK_MAX_FILTERS];

  g_free (list (world, &in, counts));
  for (guint i = 0; i < G_N_ELEMENTS (of_units); i++)
    g_assert_cmpint (counts[i], ==, of_units[i]);
  in.list = DESK_LIST_PEOPLE;
  in.filter = DESK_PERSON_FILTER_TENANT;
  g_free (list (world, &in, counts));
  for (guint i = 0; i < G_N_ELEMENTS (of_people); i++)
    g_assert_cmpint (counts[i], ==, of_people[i]);
}

static void
test_cells (World *world, gconstpointer data)
{
  gint32 wanted[] = { (gint32) world->units[0], 4711, (gint32) world->units[3] };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  DeskRowsInput in = { .list = DESK_LIST_UNITS, .ids = ids };
  g_autoptr (GError) error = NULL;
  DeskRows rows = { 0 };
  const DeskRow *row;

  g_array_append_vals (ids, wanted, G_N_ELEMENTS (wanted));
  desk_get_rows (world->base.service, world->base.actor, &in, &rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows.rows->len, ==, 2); /* what is gone gives no row */
  row = rows.rows->pdata[0];
  g_assert_cmpstr (row->cells[DESK_UNIT_COLUMN_OWNER].text, ==, "张淑芬");
  g_assert_cmpint (row->cells[DESK_UNIT_COLUMN_CARE].number, ==,
                   1 << (DESK_CARE_PET - 1) | 1 << (DESK_CARE_CALL_FIRST - 1));
  g_assert_cmpint (row->cells[DESK_UNIT_COLUMN_AREA].number, ==, 11847);
  g_assert_cmpint (row->cells[DESK_UNIT_COLUMN_RESIDENTS].number, ==, 2);
  row = rows.rows->pdata[1];
  g_assert_cmpstr (row->cells[DESK_UNIT_COLUMN_OWNER].text, ==, "");
  g_assert_cmpint (row->cells[DESK_UNIT_COLUMN_STATE].number, ==, DESK_STATE_UNSOLD);
  desk_rows_clear (&rows);
  g_array_set_size (ids, 0);
  wanted[0] = (gint32) world->people[0];
  g_array_append_vals (ids, wanted, 1);
  in.list = DESK_LIST_PEOPLE;
  desk_get_rows (world->base.service, world->base.actor, &in, &rows, &error);
  g_assert_no_error (error);
  row = rows.rows->pdata[0];
  g_assert_cmpstr (row->cells[DESK_PERSON_COLUMN_PHONE].text, ==, "138****5678");
  g_assert_cmpstr (row->cells[DESK_PERSON_COLUMN_UNITS].text, ==, "3-2-1501");
  g_assert_cmpint (row->cells[DESK_PERSON_COLUMN_ROLE].number, ==, DESK_ROLE_OWNER);
  desk_rows_clear (&rows);
}

static void
test_wrong (World *world, gconstpointer data)
{
  static const DeskListInput wrong[] = {
    { .list = DESK_N_LISTS },
    { .list = DESK_LIST_UNITS, .filter = 9 },
    { .list = DESK_LIST_UNITS, .sort = DESK_UNIT_COLUMN_CARE },
    { .list = DESK_LIST_PEOPLE, .sort = 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      DeskIdList ids = { 0 };

      g_assert_false (desk_list_ids (world->base.service, world->base.actor, &wrong[i], &ids, &error));
      desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE);
      desk_id_list_clear (&ids);
    }
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/lists/rows", test_rows);
  ADD ("/lists/counts", test_counts);
  ADD ("/lists/cells", test_cells);
  ADD ("/lists/wrong", test_wrong);
  return g_test_run ();
}
