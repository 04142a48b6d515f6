/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint.h"
#include "desk-setting.h"

/* Stages of complaints against domain.md's table. */

static gint64
at (int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 11, day, hour, minute, 0);

  return g_date_time_to_unix (time);
}

static DeskWorktime *
office (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");

  return desk_worktime_new ("08:30-12:00,14:00-18:00", DESK_WEEKDAYS_OFFICE, FALSE, NULL, 0, zone);
}

/* Opened on Friday 2026-11-20 at 10:00; each stage signed on time at @signed. */
static const struct
{
  DeskSeverity severity;
  DeskStage stage;
  int from_day, from_hour, from_minute; /* when what it counts from began */
  int day, hour, minute;                /* due; day 0: by the clocks of the case */
} rows[] = {
  { DESK_SEVERITY_ORDINARY, DESK_STAGE_CONTACT, 20, 10, 0, 0, 0, 0 },
  { DESK_SEVERITY_ORDINARY, DESK_STAGE_SOLVED, 20, 10, 0, 0, 0, 0 },
  { DESK_SEVERITY_ORDINARY, DESK_STAGE_CALLBACK, 21, 9, 30, 24, 9, 30 },
  { DESK_SEVERITY_SERIOUS, DESK_STAGE_CONTACT, 20, 10, 0, 0, 0, 0 },
  { DESK_SEVERITY_SERIOUS, DESK_STAGE_PROGRESS, 20, 10, 0, 21, 10, 0 },
  { DESK_SEVERITY_SERIOUS, DESK_STAGE_SOLVED, 20, 10, 0, 0, 0, 0 },
  { DESK_SEVERITY_SERIOUS, DESK_STAGE_ANSWER, 20, 10, 0, 27, 10, 0 },
  { DESK_SEVERITY_SERIOUS, DESK_STAGE_CALLBACK, 22, 8, 0, 25, 8, 0 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_CONTACT, 20, 10, 0, 0, 0, 0 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_EVIDENCE, 20, 10, 0, 23, 18, 0 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_PLAN, 20, 10, 0, 25, 18, 0 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_DECISION, 25, 10, 0, 25, 15, 45 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_DECISION, 25, 17, 0, 26, 11, 15 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_SOLVED, 20, 10, 0, 0, 0, 0 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_ANSWER, 20, 10, 0, 27, 10, 0 },
  { DESK_SEVERITY_MAJOR, DESK_STAGE_CALLBACK, 27, 12, 0, 30, 12, 0 },
};

static void
test_due (void)
{
  g_autoptr (DeskWorktime) worktime = office ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DeskStagePlan plans[DESK_N_STAGES];
      guint n = desk_stages_parse (desk_setting_default ((DeskSettingCode) desk_stages_setting (rows[i].severity)), plans);
      gint64 wanted = rows[i].day != 0 ? at (rows[i].day, rows[i].hour, rows[i].minute) : 0, due = -1;

      for (guint k = 0; k < n; k++)
        if (plans[k].stage == rows[i].stage)
          due = desk_stage_due (&plans[k], at (rows[i].from_day, rows[i].from_hour, rows[i].from_minute), worktime);
      g_assert_cmpint (due, ==, wanted);
    }
}

/* Which stages each severity has, and what counts from which. */
static void
test_plans (void)
{
  static const struct
  {
    DeskSeverity severity;
    DeskStage stages[DESK_N_STAGES];
  } wanted[] = {
    { DESK_SEVERITY_ORDINARY, { DESK_STAGE_CONTACT, DESK_STAGE_SOLVED, DESK_STAGE_CALLBACK } },
    { DESK_SEVERITY_SERIOUS,
      { DESK_STAGE_CONTACT, DESK_STAGE_PROGRESS, DESK_STAGE_SOLVED, DESK_STAGE_ANSWER, DESK_STAGE_CALLBACK } },
    { DESK_SEVERITY_MAJOR,
      { DESK_STAGE_CONTACT, DESK_STAGE_EVIDENCE, DESK_STAGE_PLAN, DESK_STAGE_DECISION, DESK_STAGE_SOLVED,
        DESK_STAGE_ANSWER, DESK_STAGE_CALLBACK } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      DeskStagePlan plans[DESK_N_STAGES];
      guint n = desk_stages_parse (desk_setting_default ((DeskSettingCode) desk_stages_setting (wanted[i].severity)), plans);

      for (guint k = 0; k < DESK_N_STAGES; k++)
        g_assert_cmpint (k < n ? plans[k].stage : 0, ==, wanted[i].stages[k]);
    }
}

static void
test_wrong (void)
{
  static const char *const wrong[] = {
    "", "contact", "solved=3d", "contact=30m,solved", "solved,contact", "solved,solved", "solved,callback=3d>callback",
    "solved,callback=3d>plan", "solved,callback", "solved,callback=0d", "solved,callback=3", "solved,callback=3x",
    "solved,callback=d", "solved,callback=3d>", "solved,nothing=3d", "contact,,solved", "solved,answer=99999999d",
    "solved,callback=3d>solved ,",
  };
  DeskStagePlan plans[DESK_N_STAGES];

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (desk_stages_parse (wrong[i], plans), ==, 0);
  g_assert_cmpuint (desk_stages_parse (NULL, plans), ==, 0);
  g_assert_cmpuint (desk_stages_parse ("contact, evidence=2w, solved, callback=5d>solved", plans), ==, 4);
}

/* What may be signed, with so many of the seven stages of a major one signed already. */
static void
test_sign (void)
{
  static const DeskStage order[] = { DESK_STAGE_CONTACT, DESK_STAGE_EVIDENCE, DESK_STAGE_PLAN, DESK_STAGE_DECISION,
                                     DESK_STAGE_SOLVED, DESK_STAGE_ANSWER, DESK_STAGE_CALLBACK };
  DeskComplaintStage stages[G_N_ELEMENTS (order)] = { 0 };
  const DeskComplaintStage *pointers[G_N_ELEMENTS (order)];

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      stages[i].stage = order[i];
      pointers[i] = &stages[i];
    }
  for (guint signed_now = 0; signed_now <= G_N_ELEMENTS (order); signed_now++)
    {
      g_autoptr (GPtrArray) unfinished = desk_problems_new ();

      for (guint k = 0; k < G_N_ELEMENTS (order); k++)
        {
          g_autoptr (GPtrArray) problems = desk_problems_new ();
          g_autoptr (GPtrArray) bare = desk_problems_new ();
          DeskStageAsk ask = { .stages = pointers, .n_stages = G_N_ELEMENTS (order), .state = DESK_CASE_WORKING,
                               .text = "写清楚了", .until = 2000, .now = 1000 };
          gboolean may = k == signed_now && order[k] != DESK_STAGE_CALLBACK;

          g_assert_cmpint (desk_stage_check_sign (&ask, order[k], problems), ==, may ? (int) k : -1);
          g_assert_cmpuint (problems->len, ==, may ? 0 : 1);
          ask.text = "";
          ask.until = 1000;
          g_assert_cmpint (desk_stage_check_sign (&ask, order[k], bare), ==, may && k == 0 ? 0 : -1);
        }
      desk_stage_check_finish (pointers, G_N_ELEMENTS (order), unfinished);
      g_assert_cmpuint (unfinished->len, ==, signed_now < 4 ? 1 : 0);
      if (signed_now < G_N_ELEMENTS (order))
        stages[signed_now].signed_at = 1;
    }
}

/* A written answer that is owed keeps it from closing; the call is answered all the same. */
static void
test_owed (void)
{
  static const struct
  {
    gint64 signed_at; /* of the answer; -1: it has none */
    DeskMove move;
    DeskCaseState to, after;
  } moves[] = {
    { -1, DESK_MOVE_ANSWER, DESK_CASE_CLOSED, DESK_CASE_CLOSED }, { 9, DESK_MOVE_ANSWER, DESK_CASE_CLOSED, DESK_CASE_CLOSED },
    { 0, DESK_MOVE_ANSWER, DESK_CASE_CLOSED, DESK_CASE_DONE },    { 0, DESK_MOVE_ANSWER, DESK_CASE_ASSIGNED, DESK_CASE_ASSIGNED },
    { 0, DESK_MOVE_CLOSE, DESK_CASE_CLOSED, 0 },                  { 9, DESK_MOVE_CLOSE, DESK_CASE_CLOSED, DESK_CASE_CLOSED },
    { 0, DESK_MOVE_CANCEL, DESK_CASE_CANCELLED, DESK_CASE_CANCELLED }, { 0, DESK_MOVE_FINISH, DESK_CASE_DONE, DESK_CASE_DONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      DeskComplaintStage solved = { .stage = DESK_STAGE_SOLVED, .signed_at = 5 };
      DeskComplaintStage written = { .stage = DESK_STAGE_ANSWER, .signed_at = MAX (moves[i].signed_at, 0) };
      const DeskComplaintStage *const stages[] = { &solved, &written };

      g_assert_cmpint (desk_stage_state_after (stages, moves[i].signed_at < 0 ? 1 : 2, moves[i].move, moves[i].to), ==,
                       moves[i].after);
    }
}

/* What is shipped, and every measure, is written as it was read. */
static void
test_format (void)
{
  const char *const settings[] = {
    desk_setting_default (DESK_SETTING_STAGES_ORDINARY), desk_setting_default (DESK_SETTING_STAGES_SERIOUS),
    desk_setting_default (DESK_SETTING_STAGES_MAJOR), "solved", "progress=1h,evidence=2d>progress,plan=30m>evidence,solved,callback=4w",
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      DeskStagePlan plans[DESK_N_STAGES];
      guint n = desk_stages_parse (settings[i], plans);
      g_autofree char *text = desk_stages_format (plans, n);

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpstr (text, ==, settings[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/complaint/plans", test_plans);
  g_test_add_func ("/complaint/due", test_due);
  g_test_add_func ("/complaint/wrong", test_wrong);
  g_test_add_func ("/complaint/sign", test_sign);
  g_test_add_func ("/complaint/owed", test_owed);
  g_test_add_func ("/complaint/format", test_format);
  return g_test_run ();
}
