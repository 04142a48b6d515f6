/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clock-face.h"
#include "desk-follow-rule.h"
#include "desk-follow-up.h"
#include "desk-right.h"
#include "desk-setting.h"

#define NOW 1795140000 /* 2026-11-20 10:00 in Shanghai */

static GTimeZone *zone;

static void
test_rule (void)
{
  static const struct
  {
    const char *note;
    gint64 due, owner, role, repeat, about;
    guint problems;
  } table[] = {
    { "回电", NOW + 60, 1, 0, 0, 0, 0 },
    { "回电", NOW - 60, 1, 0, 0, 0, 0 }, /* what was promised may be late when it is written down */
    { "", NOW + 60, 1, 0, 0, 0, 1 },
    { "", NOW + 60, 1, 0, 0, 7, 0 }, /* it hangs on a record, which says what it is about */
    { "回电", 0, 1, 0, 0, 0, 1 },
    { "回电", NOW + G_GINT64_CONSTANT (400) * 366 * 86400, 1, 0, 0, 0, 1 },
    { "回电", NOW + 60, 0, 0, 0, 0, 1 },
    { "回电", NOW + 60, 1, 1, 0, 0, 1 },
    { "回电", NOW + 60, 0, DESK_N_STAFF_ROLES, 0, 0, 0 },
    { "回电", NOW + 60, 0, DESK_N_STAFF_ROLES + 1, 0, 0, 1 },
    { "回电", NOW + 60, 1, 0, 600, 0, 0 },
    { "回电", NOW + 60, 1, 0, 1, 0, 1 },
    { "回电", NOW + 60, 1, 0, -600, 0, 1 },
    { "\x01", NOW + 60, 1, 0, 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_FOLLOW_UP);
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      DeskFollowUp *f = (DeskFollowUp *) record;

      f->topic = DESK_TOPIC_CALL;
      f->state = DESK_FOLLOW_UP_OPEN;
      desk_text_set (&f->note, table[i].note);
      f->due_at = table[i].due;
      f->owner_id = table[i].owner;
      f->owner_role = table[i].role;
      f->repeat_every = table[i].repeat;
      f->about_id = table[i].about;
      desk_rule_follow_up (f, NOW, problems);
      g_test_message ("row %u", i);
      g_assert_cmpuint (problems->len, ==, table[i].problems);
    }
}

/* When it is told next, from what stands in it and what was told so far. */
static void
test_telling (void)
{
  static const struct
  {
    gint64 state, due, told, repeat, stored, wanted;
  } table[] = {
    { DESK_FOLLOW_UP_OPEN, NOW + 60, 0, 0, 0, NOW + 60 },
    { DESK_FOLLOW_UP_OPEN, NOW - 60, 0, 0, 0, NOW - 60 },       /* due while nobody looked */
    { DESK_FOLLOW_UP_OPEN, NOW - 60, NOW - 60, 0, 0, 0 },       /* told, once */
    { DESK_FOLLOW_UP_OPEN, NOW + 600, NOW - 60, 0, 0, NOW + 600 }, /* put off after it was told */
    { DESK_FOLLOW_UP_OPEN, NOW - 60, NOW - 60, 600, NOW + 540, NOW + 540 }, /* until it is done */
    { DESK_FOLLOW_UP_OPEN, NOW - 60, NOW - 60, 600, 0, NOW + 540 }, /* open again after it was done */
    { DESK_FOLLOW_UP_OPEN, NOW - 60, NOW - 60, 3600, NOW + 540, NOW + 3540 }, /* another length */
    { DESK_FOLLOW_UP_DONE, NOW + 60, 0, 600, NOW + 60, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      DeskFollowUp f = { .state = table[i].state, .due_at = table[i].due, .told_due = table[i].told,
                         .repeat_every = table[i].repeat };

      g_test_message ("row %u", i);
      g_assert_cmpint (desk_follow_up_tell_at (&f, table[i].stored, NOW), ==, table[i].wanted);
    }
  g_assert_cmpint (desk_follow_up_next_telling (NOW, 0, NOW), ==, 0);
  g_assert_cmpint (desk_follow_up_next_telling (NOW, 600, NOW), ==, NOW + 600);
  g_assert_cmpint (desk_follow_up_next_telling (NOW, 600, NOW + 599), ==, NOW + 600);
  g_assert_cmpint (desk_follow_up_next_telling (NOW, 600, NOW + 600), ==, NOW + 1200);
  g_assert_cmpint (desk_follow_up_next_telling (NOW, 600, NOW - 9000), ==, NOW + 600); /* the clock was set back */
}

static void
test_groups_and_snoozes (void)
{
  gint64 midnight = NOW + 14 * 3600;

  g_assert_cmpint (desk_follow_up_group (NOW, NOW, zone), ==, DESK_DUE_LATE);
  g_assert_cmpint (desk_follow_up_group (NOW + 1, NOW, zone), ==, DESK_DUE_TODAY);
  g_assert_cmpint (desk_follow_up_group (midnight - 1, NOW, zone), ==, DESK_DUE_TODAY);
  g_assert_cmpint (desk_follow_up_group (midnight, NOW, zone), ==, DESK_DUE_LATER);
  g_assert_cmpint (desk_snooze_until (DESK_SNOOZE_SHORT, NOW, zone), ==, NOW + 600);
  g_assert_cmpint (desk_snooze_until (DESK_SNOOZE_HOUR, NOW, zone), ==, NOW + 3600);
  g_assert_cmpint (desk_snooze_until (DESK_SNOOZE_TOMORROW, NOW, zone), ==, midnight + 8 * 3600 + 1800);
  g_assert_cmpint (desk_snooze_until ((DeskSnooze) 9, NOW, zone), ==, 0);
}

static void
test_plans (void)
{
  static const struct
  {
    DeskFollowRule rule;
    const char *text;
    gboolean good;
  } table[] = {
    { DESK_FOLLOW_RULE_LEASE_END, "off", TRUE },
    { DESK_FOLLOW_RULE_LEASE_END, "0,00:00,desk", TRUE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,09:00,desk", TRUE },
    { DESK_FOLLOW_RULE_LEASE_END, "365,23:59,supervisor", TRUE },
    { DESK_FOLLOW_RULE_LEASE_END, "", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "on", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,09:00", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,09:00,nobody", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "366,09:00,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,24:00,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,09:60,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "-1,09:00,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,0900,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "99999999999999999999,09:00,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, "14,09:00,desk,desk", FALSE },
    { DESK_FOLLOW_RULE_LEASE_END, NULL, FALSE },
    { DESK_FOLLOW_RULE_REQUEST, "0,00:00,supervisor", TRUE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, "0,supervisor", TRUE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, "43200,supervisor", TRUE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, "off", TRUE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, "43201,supervisor", FALSE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, "60", FALSE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, "60,09:00,supervisor", FALSE },
    { DESK_FOLLOW_RULE_CASE_ESCALATED, ",supervisor", FALSE },
    { DESK_FOLLOW_RULE_CASE_SOON, "0,desk", TRUE },
    { DESK_FOLLOW_RULE_CASE_SOON, "5,desk", FALSE }, /* the clock says when it is soon */
  };
  DeskFollowPlan plan = { .on = TRUE, .days = 3 };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *again = NULL;

      g_test_message ("%s: %s", desk_follow_rule_nick (table[i].rule), table[i].text);
      g_assert_cmpint (desk_follow_plan_parse (table[i].rule, table[i].text, &plan), ==, table[i].good);
      again = table[i].good ? desk_follow_plan_format (table[i].rule, &plan) : g_strdup (table[i].text);
      g_assert_cmpstr (again, ==, table[i].text);
    }
  /* Every rule has a setting that is a plan as it comes. */
  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    {
      int setting = desk_follow_rule_setting ((DeskFollowRule) rule);

      g_assert_cmpint (desk_follow_rule_of_setting (setting), ==, rule);
      g_assert_true (desk_follow_plan_parse ((DeskFollowRule) rule, desk_setting_default ((DeskSettingCode) setting), &plan));
      g_assert_true (plan.on);
    }
  g_assert_true (desk_follow_plan_parse (DESK_FOLLOW_RULE_LEASE_END, "14,09:00,desk", &plan));
  g_assert_cmpint (desk_follow_plan_due (&plan, 20261210, 20261120, zone), ==, NOW + 6 * 86400 - 3600);
  g_assert_cmpint (desk_follow_plan_due (&plan, 20261125, 20261120, zone), ==, NOW - 3600); /* found late: today */
}

static void
test_faces (void)
{
  static const struct
  {
    gint64 left;
    DeskFaceState state;
    gint64 minutes;
  } table[] = {
    { 0, DESK_FACE_LATE, 0 },          { -35 * 60, DESK_FACE_LATE, 35 },
    { 1, DESK_FACE_SOON, 1 },          { 6 * 60, DESK_FACE_SOON, 6 },
    { 3600, DESK_FACE_SOON, 60 },      { 3601, DESK_FACE_APPOINTMENT, 61 },
    { 13 * 3600, DESK_FACE_APPOINTMENT, 13 * 60 }, { 14 * 3600, DESK_FACE_OUTSIDE, 14 * 60 },
    { 9 * 86400, DESK_FACE_OUTSIDE, 9 * 1440 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      DeskClockFace face = desk_clock_face_of_due (NOW + table[i].left, NOW, zone);

      g_assert_cmpint (face.state, ==, table[i].state);
      g_assert_cmpint (face.minutes, ==, table[i].minutes);
      g_assert_cmpint (face.share, >=, 0);
      g_assert_cmpint (face.share, <=, 1000);
      g_assert_true (desk_clock_face_equal (&face, &face));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_test_add_func ("/follow-up/rule", test_rule);
  g_test_add_func ("/follow-up/telling", test_telling);
  g_test_add_func ("/follow-up/groups-and-snoozes", test_groups_and_snoozes);
  g_test_add_func ("/follow-up/plans", test_plans);
  g_test_add_func ("/follow-up/faces", test_faces);
  return g_test_run ();
}
