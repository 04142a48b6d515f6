/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-unit-label.h"
#include "desk-unit-order.h"

#include <glib.h>
#include <string.h>

static void
test_make (void)
{
  static const char *const rows[][4] = {
    { "3", "2", "1501", "3-2-1501" }, { "3", NULL, "1501", "3-1501" }, { "", "", "B1-023", "B1-023" },
    { NULL, NULL, "S-12", "S-12" },   { " 3 ", "2", " 负101", "3-2-负101" }, { NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = desk_unit_label_make (rows[i][0], rows[i][1], rows[i][2]);

      g_assert_cmpstr (label, ==, rows[i][3]);
    }
}

static const char *const labels[][2] = {
  { "3-2-1501", "3-2-1501" },
  { "3栋2单元1501", "3-2-1501" },
  { "3#2-1501", "3-2-1501" },
  { "3#-2-1501", "3-2-1501" },
  { "3#楼2单元1501", "3-2-1501" },
  { "3号楼2单元1501室", "3-2-1501" },
  { "三栋二单元1501", "3-2-1501" },
  { "三栋二单元一五〇一", "3-2-1501" },
  { "３－２－１５０１", "3-2-1501" },
  { "３栋２单元１５０１", "3-2-1501" },
  { "3 2 1501", "3-2-1501" },
  { "3　2　1501", "3-2-1501" },
  { "  3 栋 2 单元 1501 室 ", "3-2-1501" },
  { "3幢2单元1501号", "3-2-1501" },
  { "3座2单元1501房", "3-2-1501" },
  { "3號樓2單元1501", "3-2-1501" },
  { "3号2单元1501", "3-2-1501" },
  { "3楼2门1501", "3-2-1501" },
  { "3/2/1501", "3-2-1501" },
  { "3.2.1501", "3-2-1501" },
  { "3—2—1501", "3-2-1501" },
  { "3、2、1501", "3-2-1501" },
  { "3号楼2单元15层1501", "3-2-1501" },
  { "3号楼2单元15楼1501室", "3-2-1501" },
  { "3栋2单元15层01", "3-2-1501" },
  { "3#1501", "3-1501" },
  { "3-1501", "3-1501" },
  { "十二栋1501", "12-1501" },
  { "二十一栋1单元101", "21-1-101" },
  { "一百零八号楼101", "108-101" },
  { "A座1501", "a-1501" },
  { "Ａ座１５０１", "a-1501" },
  { "车位 B1-023", "b1-023" },
  { "车位B1-023", "b1-023" },
  { "停车位：B1-023号", "b1-023" },
  { "B1-023", "b1-023" },
  { "商铺 S-12", "s-12" },
  { "商铺S-12", "s-12" },
  { "S-12", "s-12" },
  { "3-2-A-12", "3-2-a-12" },
  { "3栋2单元A-12", "3-2-a-12" },
  { "3栋2单元负101", "3-2-负101" },
  { "3-2-负101", "3-2-负101" },
  { "负101", "负101" },
  { "3-2-0301", "3-2-0301" },
  { "东座1501", "东座1501" },
  { "栋梁苑-1501", "栋梁苑-1501" },
  { "", "" },
  { "-", "" },
  { "车位", "车位" },
};

static void
test_normalize (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = desk_unit_label_normalize (labels[i][0]);
      g_autofree char *again = desk_unit_label_normalize (label);

      g_assert_cmpstr (label, ==, labels[i][1]);
      g_assert_cmpstr (again, ==, label);
    }
}

/* What is not a label must be neither a crash nor a long text. */
static void
test_normalize_anything (void)
{
  static const char *const rows[] = { "\xff\xfe", "###", "号号号", "单元", "楼层", "十百十百", "\x01\x02", "<b>3</b>", "💡" };
  g_autofree char *many = g_strnfill (100000, '9');
  g_autofree char *cut = desk_unit_label_normalize (many);
  g_autofree char *none = desk_unit_label_normalize (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *label = desk_unit_label_normalize (rows[i]);

      g_assert_true (g_utf8_validate (label, -1, NULL));
    }
  g_assert_cmpuint (strlen (cut), ==, DESK_UNIT_LABEL_LENGTH);
  g_assert_cmpstr (none, ==, "");
}

static void
test_begun (void)
{
  static const struct
  {
    const char *typed;
    const char *label;
    const char *bare;
    gboolean building;
  } rows[] = {
    { "3", "3", "3", FALSE },
    { "3栋", "3-", "3-", TRUE },
    { "3#", "3-", "3-", TRUE },
    { "3-", "3-", "3-", FALSE },
    { "3栋2", "3-2", "3-2", TRUE },
    { "3栋2单", "3-2", "3-2", TRUE },
    { "3栋2单元", "3-2-", "3-2-", TRUE },
    { "3栋2单元15", "3-2-15", "3-2-15", TRUE },
    { "3栋2单元15层", "3-2-15", "3-2-15", TRUE },
    { "1501室", "1501", "1501", FALSE },
    { "03-02-0301", "03-02-0301", "3-2-301", FALSE },
    { "B1-023", "b1-023", "b1-23", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean building = FALSE;
      g_autofree char *label = desk_unit_label_read (rows[i].typed, DESK_LABEL_BEGUN, &building);
      g_autofree char *bare = desk_unit_label_read (rows[i].typed, DESK_LABEL_BEGUN | DESK_LABEL_BARE, NULL);

      g_assert_cmpstr (label, ==, rows[i].label);
      g_assert_cmpstr (bare, ==, rows[i].bare);
      g_assert_cmpint (building, ==, rows[i].building);
    }
}

static void
test_order (void)
{
  static const struct
  {
    const char *building;
    const char *entrance;
    int floor;
    const char *room;
  } rows[] = {
    { "2", "1", 3, "301" },       { "3", NULL, 1, "101" },       { "3", "1", -1, "负101" },    { "3", "1", 1, "101" },
    { "3", "1", 9, "901" },       { "3", "1", 10, "1001" },      { "3", "1", 10, "1001A" },    { "3", "1", 10, "1002" },
    { "3", "2", 1, "101" },       { "3", "10", 1, "101" },       { "3A", "1", 1, "101" },      { "10", "1", 1, "101" },
    { "A", "1", 1, "101" },       { "B", "1", 1, "101" },        { NULL, NULL, -2, "B2-001" }, { NULL, NULL, -1, "B1-023" },
    { NULL, NULL, -1, "B1-100" }, { NULL, NULL, 1, "S-2" },      { NULL, NULL, 1, "S-12" },
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one = desk_unit_sort_key (rows[i].building, rows[i].entrance, rows[i].floor, rows[i].room);
      g_autofree char *next
          = desk_unit_sort_key (rows[i + 1].building, rows[i + 1].entrance, rows[i + 1].floor, rows[i + 1].room);

      g_assert_cmpstr (one, <, next);
    }
}

static void
test_floor (void)
{
  static const struct
  {
    const char *room;
    int floor;
  } rows[] = {
    { "1501", 15 }, { "301", 3 },    { "0301", 3 },   { "101", 1 },     { "10101", 101 }, { "负101", -1 },  { "B101", -1 },
    { "b203", -2 }, { "B1-023", -1 }, { "B2-1", -2 }, { "S-12", 0 },    { "A-12", 0 },    { "A1501", 15 },  { "1501A", 15 },
    { "3A01", 4 },  { "12A01", 13 }, { "12B01", 14 }, { "13A02", 14 },  { "12", 0 },      { "", 0 },        { NULL, 0 },
    { "一五〇一", 15 }, { "1501室", 15 }, { "999999999999", 0 }, { "东", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (desk_floor_of_room (rows[i].room), ==, rows[i].floor);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unit-label/make", test_make);
  g_test_add_func ("/unit-label/normalize", test_normalize);
  g_test_add_func ("/unit-label/normalize-anything", test_normalize_anything);
  g_test_add_func ("/unit-label/begun", test_begun);
  g_test_add_func ("/unit-label/order", test_order);
  g_test_add_func ("/unit-label/floor", test_floor);
  return g_test_run ();
}
