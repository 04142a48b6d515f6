/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall.h"

#include <string.h>

static void
add (DeskWall *wall, gint64 id, const char *entrance, int floor, const char *room)
{
  DeskWallCell *cell = g_new0 (DeskWallCell, 1);

  *cell = (DeskWallCell){ .unit_id = id, .label = g_strdup (room), .room = g_strdup (room), .entrance = g_strdup (entrance),
                          .floor = floor };
  g_ptr_array_add (wall->cells, cell);
}

/* Two entrances, a penthouse with one door, a shop at the bottom, a room without a floor. */
static DeskWall *
sample (void)
{
  DeskWall *wall = desk_wall_new ();

  add (wall, 1, "2", 3, "301");
  add (wall, 2, "1", 2, "202");
  add (wall, 3, "1", 2, "201");
  add (wall, 4, "1", 0, "301"); /* its floor stands in its number */
  add (wall, 5, "2", 2, "201");
  add (wall, 6, "2", 2, "203");
  add (wall, 7, "1", 10, "1001");
  add (wall, 8, "2", 1, "S-1");
  desk_wall_arrange (wall);
  return wall;
}

static void
test_places (void)
{
  static const struct
  {
    gint64 id;
    int row, column;
  } rows[] = { { 7, 0, 0 }, { 4, 1, 0 }, { 1, 1, 2 }, { 3, 2, 0 }, { 2, 2, 1 }, { 5, 2, 2 }, { 6, 2, 3 }, { 8, 3, 4 } };
  g_autoptr (DeskWall) wall = sample ();

  g_assert_cmpint (wall->floors->len, ==, 4);
  g_assert_cmpint (g_array_index (wall->floors, int, 0), ==, 10);
  g_assert_cmpint (g_array_index (wall->floors, int, 3), ==, 1);
  g_assert_cmpint (wall->entrances->len, ==, 2);
  g_assert_cmpint (((DeskWallEntrance *) wall->entrances->pdata[1])->column, ==, 2);
  g_assert_cmpint (((DeskWallEntrance *) wall->entrances->pdata[1])->n_columns, ==, 3);
  g_assert_cmpstr (wall->doors->pdata[3], ==, "03");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DeskWallCell *cell = desk_wall_find (wall, rows[i].id);

      g_assert_cmpint (cell->row, ==, rows[i].row);
      g_assert_cmpint (cell->column, ==, rows[i].column);
      g_assert_true (desk_wall_at (wall, rows[i].row, rows[i].column) == cell);
    }
  g_assert_null (desk_wall_at (wall, 0, 3));
}

static void
test_steps (void)
{
  static const struct
  {
    gint64 from;
    DeskWallStep step;
    gint64 to;
  } rows[] = {
    { 3, DESK_WALL_RIGHT, 2 }, { 2, DESK_WALL_RIGHT, 5 }, { 6, DESK_WALL_RIGHT, 6 }, { 3, DESK_WALL_LEFT, 3 },
    { 3, DESK_WALL_UP, 4 },    { 4, DESK_WALL_UP, 7 },    { 7, DESK_WALL_UP, 7 },    { 6, DESK_WALL_UP, 1 },
    { 3, DESK_WALL_DOWN, 8 },  { 8, DESK_WALL_DOWN, 8 },  { 6, DESK_WALL_TOP, 7 },   { 7, DESK_WALL_BOTTOM, 8 },
  };
  g_autoptr (DeskWall) wall = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (desk_wall_step (wall, desk_wall_find (wall, rows[i].from), rows[i].step)->unit_id, ==, rows[i].to);
}

/* No two cells stand in one place, whatever the rooms are called; none at all is a wall, too. */
static void
test_odd (void)
{
  g_autoptr (DeskWall) empty = desk_wall_new ();
  g_autoptr (DeskWall) wall = desk_wall_new ();

  desk_wall_arrange (empty);
  g_assert_cmpint (empty->floors->len, ==, 0);
  add (wall, 1, "", 1, "101");
  add (wall, 2, "", 1, "0101");
  add (wall, 3, "", -1, "负101");
  add (wall, 4, "", 200, "x");
  desk_wall_arrange (wall);
  for (guint i = 0; i < wall->cells->len; i++)
    {
      const DeskWallCell *cell = wall->cells->pdata[i];

      g_assert_true (desk_wall_at (wall, cell->row, cell->column) == cell);
      g_assert_cmpint (cell->column, <, wall->doors->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/places", test_places);
  g_test_add_func ("/wall/steps", test_steps);
  g_test_add_func ("/wall/odd", test_odd);
  return g_test_run ();
}
