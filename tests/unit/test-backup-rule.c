/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup-rule.h"

#define MB (1024 * 1024)

static GTimeZone *zone;

static gint64
at (DeskDay day, int hour, int minute)
{
  return desk_day_start (day, zone) + hour * 3600 + minute * 60;
}

/* Two years of a backup every evening. */
static void
test_years (void)
{
  const DeskBackupRule rule = { 7, 4, 12, 0 };
  DeskBackupSlot slots[730];
  DeskDay first = 20241202, today = desk_day_add (first, 729);
  int kept = 0;

  for (int i = 0; i < 730; i++)
    slots[i] = (DeskBackupSlot){ at (desk_day_add (first, i), 22, 0), MB, FALSE };
  desk_backup_rule_judge (&rule, slots, 730, at (today, 23, 0), zone);
  for (int i = 0; i < 730; i++)
    kept += slots[i].keep;
  for (int i = 0; i < 7; i++)
    g_assert_true (slots[729 - i].keep);
  /* 2026-12-01 is a Tuesday: the Sundays before it end their weeks, the last days of months their months. */
  g_assert_cmpint (today, ==, 20261201);
  g_assert_true (slots[desk_day_diff (20261122, first)].keep);
  g_assert_true (slots[desk_day_diff (20261115, first)].keep);
  g_assert_false (slots[desk_day_diff (20261108, first)].keep);
  g_assert_true (slots[desk_day_diff (20260131, first)].keep);
  g_assert_false (slots[desk_day_diff (20251231, first)].keep);
  g_assert_cmpint (kept, ==, 7 + 2 + 10);
}

/* The rule over single cases: days, hour and size of each backup, and which stay. */
static const struct
{
  const char *name;
  DeskBackupRule rule;
  struct
  {
    DeskDay day;
    int hour;
    gint64 size;
    gboolean keep;
  } slots[7];
} cases[] = {
  { "none", { 7, 4, 12, 0 }, { { 0 } } },
  { "one-day", { 7, 4, 12, 0 },
    { { 20261128, 8, MB, FALSE }, { 20261128, 9, MB, FALSE }, { 20261128, 10, MB, TRUE }, { 20261128, 11, MB, TRUE },
      { 20261128, 12, MB, TRUE } } },
  { "a-pause-drops-nothing", { 3, 0, 0, 0 },
    { { 20261101, 22, MB, TRUE }, { 20261105, 22, MB, TRUE }, { 20261127, 22, MB, TRUE } } },
  { "room", { 7, 4, 12, 3 * MB },
    { { 20261123, 22, MB, FALSE }, { 20261124, 22, MB, FALSE }, { 20261125, 22, MB, TRUE }, { 20261126, 22, MB, TRUE },
      { 20261127, 22, MB, TRUE } } },
  { "the-newest-is-too-large-and-stays", { 7, 4, 12, MB },
    { { 20261126, 22, MB, FALSE }, { 20261127, 22, 9 * MB, TRUE } } },
  { "clock-ahead", { 1, 0, 0, MB },
    { { 20300101, 22, MB, TRUE }, { 20261127, 22, MB, TRUE }, { 20261126, 22, MB, FALSE } } },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  DeskBackupSlot slots[7];
  guint n = 0;

  for (; n < 7 && cases[i].slots[n].day != 0; n++)
    slots[n] = (DeskBackupSlot){ at (cases[i].slots[n].day, cases[i].slots[n].hour, 0), cases[i].slots[n].size, FALSE };
  desk_backup_rule_judge (&cases[i].rule, slots, n, at (20261128, 13, 0), zone);
  for (guint k = 0; k < n; k++)
    g_assert_cmpint (slots[k].keep, ==, cases[i].slots[k].keep);
}

static void
test_read_time (void)
{
  static const struct
  {
    const char *text;
    int minute;
  } times[] = { { "22:00", 1320 }, { "00:00", 0 },  { "23:59", 1439 }, { "24:00", -1 }, { "7:30", -1 },   { "07:60", -1 },
                { "", -1 },        { NULL, -1 },    { "22:0", -1 },    { "22.00", -1 }, { "22:001", -1 }, { "２２:00", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpint (desk_backup_rule_read_time (times[i].text), ==, times[i].minute);
}

static void
test_due (void)
{
  static const struct
  {
    DeskDay day;
    int hour; /* now */
    DeskDay last_day;
    int last_hour;
    gboolean due;
  } moments[] = {
    { 20261128, 21, 20261127, 22, FALSE }, /* not yet */
    { 20261128, 22, 20261127, 22, TRUE },
    { 20261128, 23, 20261128, 22, FALSE },
    { 20261128, 9, 20261127, 18, TRUE },   /* off in the evening: caught up in the morning */
    { 20261128, 9, 20261120, 22, TRUE },
    { 20261128, 9, 20261129, 8, FALSE },   /* the clock was set back by a day */
    { 20261128, 9, 20301128, 9, TRUE },    /* by years: it is not believed */
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    g_assert_cmpint (desk_backup_rule_is_due (at (moments[i].day, moments[i].hour, 0),
                                              at (moments[i].last_day, moments[i].last_hour, 0), 22 * 60, zone),
                     ==, moments[i].due);
  g_assert_true (desk_backup_rule_is_due (at (20261128, 9, 0), 0, 0, zone));
  g_assert_false (desk_backup_rule_is_due (at (20261128, 9, 0), 0, -1, zone));
}

static void
test_late (void)
{
  gint64 now = at (20261128, 9, 0);

  g_assert_true (desk_backup_rule_is_late (now, 0, 2));
  g_assert_false (desk_backup_rule_is_late (now, now - 2 * 86400, 2));
  g_assert_true (desk_backup_rule_is_late (now, now - 2 * 86400 - 1, 2));
  g_assert_true (desk_backup_rule_is_late (now, now + 2 * 86400, 2));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  zone = g_time_zone_new_identifier ("Asia/Shanghai");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/backup-rule/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/backup-rule/years", test_years);
  g_test_add_func ("/backup-rule/read-time", test_read_time);
  g_test_add_func ("/backup-rule/due", test_due);
  g_test_add_func ("/backup-rule/late", test_late);
  status = g_test_run ();
  g_time_zone_unref (zone);
  return status;
}
