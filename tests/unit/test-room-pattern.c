/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-error.h"
#include "desk-room-pattern.h"

#include <string.h>

static void
test_expand (void)
{
  static const struct
  {
    const char *pattern;
    int from;
    int to;
    int doors;
    int skip[4];
    const char *rooms;
  } rows[] = {
    { "{floor}{door:02}", 1, 2, 3, { 0 }, "101 102 103 201 202 203" },
    { "{floor}{door:02}", 3, 5, 1, { 4 }, "301 501" },
    { "{floor}{door:02}", 12, 15, 1, { 4, 13, 14 }, "1201 1501" },
    { "{floor:02}{door:02}", 9, 10, 1, { 0 }, "0901 1001" },
    { "{floor}-{door}", 1, 2, 2, { 0 }, "1-1 1-2 2-1 2-2" },
    { "{floor}{door:02}", -1, 1, 2, { 0 }, "负101 负102 101 102" },
    { "A{floor}{door:02}室", 1, 1, 1, { 0 }, "A101室" },
    { "S-{door:02}", 1, 1, 3, { 0 }, "S-01 S-02 S-03" },
    { "B1-{door:03}", -1, -1, 2, { 0 }, "B1-001 B1-002" },
    { "{door}{floor:02}", 1, 2, 2, { 0 }, "101 201 102 202" },
    { "10{door}", 1, 1, 2, { 0 }, "101 102" },
    { "{层}{户:02}", 1, 2, 2, { 0 }, "101 102 201 202" },
    { "{层:02}-{door}", -1, 1, 1, { 0 }, "负01-1 01-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) joined = g_string_new (NULL);
      g_autoptr (GPtrArray) rooms = desk_room_pattern_expand (rows[i].pattern, rows[i].from, rows[i].to, rows[i].doors,
                                                              rows[i].skip, 4, &error);

      g_assert_no_error (error);
      for (guint k = 0; k < rooms->len; k++)
        {
          const DeskPlannedRoom *room = rooms->pdata[k];

          g_string_append_printf (joined, "%s%s", k > 0 ? " " : "", room->room);
          g_assert_cmpint (room->floor, !=, 0);
          g_assert_cmpint (room->door, >=, 1);
        }
      g_assert_cmpstr (joined->str, ==, rows[i].rooms);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *pattern;
    int from;
    int to;
    int doors;
    DeskProblemCode problem;
    const char *field;
  } rows[] = {
    { "", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "101", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{door:02}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door}", 1, 20, 20, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:02}", 1, 20, 101, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:02", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:2}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:09}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}}{door:02}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{name}{door:02}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}\n{door:02}", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:02}\xff", 1, 2, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:02}", 0, 0, 2, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { "{floor}{door:02}", 5, 1, 2, DESK_PROBLEM_OUT_OF_RANGE, "floor_to" },
    { "{floor}{door:02}", -99, 1, 2, DESK_PROBLEM_OUT_OF_RANGE, "floor_from" },
    { "{floor}{door:02}", 1, 9999, 2, DESK_PROBLEM_OUT_OF_RANGE, "floor_to" },
    { "{floor}{door:02}", 1, 2, 0, DESK_PROBLEM_OUT_OF_RANGE, "doors" },
    { "{floor}{door:02}", 1, 2, G_MAXINT, DESK_PROBLEM_OUT_OF_RANGE, "doors" },
    { "{floor}{door:03}", 1, 51, 99, DESK_PROBLEM_TOO_MANY, "doors" },
  };
  g_autofree char *many = g_strnfill (100000, '1');
  g_autoptr (GError) long_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rooms
          = desk_room_pattern_expand (rows[i].pattern, rows[i].from, rows[i].to, rows[i].doors, NULL, 0, &error);

      g_assert_null (rooms);
      g_assert_true (desk_error_has_problem (error, rows[i].problem));
      g_assert_cmpstr (desk_error_get_problem (error)->field, ==, rows[i].field);
    }
  g_assert_null (desk_room_pattern_expand (many, 1, 1, 1, NULL, 0, &long_error));
  g_assert_true (desk_error_has_problem (long_error, DESK_PROBLEM_PATTERN_WRONG));
}

/* 5,000 are made, 5,001 are not. */
static void
test_most (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rooms = desk_room_pattern_expand ("{floor}{door:03}", 1, 50, 100, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rooms->len, ==, DESK_ROOM_PATTERN_MAX);
}

static void
test_floors (void)
{
  static const struct
  {
    const char *text;
    const char *floors; /* NULL: refused */
  } rows[] = {
    { "", "" }, { "4,13,14", "4 13 14" }, { "４，１３、14", "4 13 14" }, { " -1 4 ", "-1 4" },
    { "4;x", NULL }, { "四", NULL }, { "-", NULL }, { "99999999999999999999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GString) joined = g_string_new (NULL);
      gboolean good = desk_room_pattern_parse_floors (rows[i].text, floors);

      g_assert_cmpint (good, ==, rows[i].floors != NULL);
      for (guint k = 0; k < floors->len; k++)
        g_string_append_printf (joined, "%s%d", k > 0 ? " " : "", g_array_index (floors, int, k));
      if (good)
        g_assert_cmpstr (joined->str, ==, rows[i].floors);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room-pattern/expand", test_expand);
  g_test_add_func ("/room-pattern/refused", test_refused);
  g_test_add_func ("/room-pattern/most", test_most);
  g_test_add_func ("/room-pattern/floors", test_floors);
  return g_test_run ();
}
