/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fake-desk.h"
#include "desk-follow-rule.h"
#include "desk-sample.h"
#include "desk-setting.h"
#include "desk-told.h"

#include <string.h>
#include <time.h>

/* Follow-ups with a store: hands, rules, lists, and the one timer's questions and answers. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  gint64 colleague;
} Follow;

static void
set_up (Follow *self, gconstpointer data)
{
  DeskStaff staff = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) "cx", .name = (char *) "陈晓",
                      .roles = 1 << DESK_STAFF_ROLE_HOUSEKEEPER };
  DeskStaffInput *in;
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  in = desk_staff_input_new (NULL, &staff);
  desk_save_staff (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  self->colleague = saved.id;
  desk_staff_input_free (in);
  desk_saved_clear (&saved);
}

static void
tear_down (Follow *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static gint64
save (Follow *self, gint64 due_at, gint64 repeat)
{
  DeskFollowUp f = { .record = { .kind = DESK_KIND_FOLLOW_UP }, .topic = DESK_TOPIC_CALL, .due_at = due_at,
                     .repeat_every = repeat, .note = (char *) "回电", .about_kind = DESK_KIND_UNIT,
                     .about_id = self->world.unit };

  return desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_FOLLOW_UP, &f);
}

static DeskFollowUp *
get (Follow *self, gint64 id)
{
  return desk_fixture_get (&self->base, DESK_KIND_FOLLOW_UP, id);
}

/* Returns: the error, or NULL; the act in @act_id. */
static GError *
run (Follow *self, DeskUseCase use_case, const DeskActor *actor, const DeskFollowUpInput *in, gint64 *act_id)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, actor, in, &saved, &error);
  if (act_id != NULL)
    *act_id = saved.act_id;
  desk_saved_clear (&saved);
  return error;
}

static void
undo (Follow *self, gint64 act_id)
{
  DeskUndoInput in = { .act_id = act_id };
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  desk_undo_act (self->base.service, self->base.actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

/* Returns: (transfer full): the list of @audience as a sheet in English, without its mark and heading. */
static char *
export_list (Follow *self, DeskAudience audience, const char *text, guint *count)
{
  g_autofree char *path = g_build_filename (self->base.folder, "list.csv", NULL);
  DeskListInput query = { .list = DESK_LIST_FOLLOW_UPS, .filter = audience, .text = (char *) text };
  DeskListSheetInput in = { .list = &query, .path = path, .language = (char *) "en" };
  DeskListSheet out = { 0 };
  g_autoptr (DeskActor) desk = desk_actor_new (self->base.actor->staff_id, "", 1 << DESK_STAFF_ROLE_DESK, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = NULL;

  desk_export_list (self->base.service, desk, &in, &out, &error);
  g_assert_no_error (error);
  *count = out.count;
  desk_list_sheet_clear (&out);
  g_assert_true (g_file_get_contents (path, &sheet, NULL, NULL));
  return g_strdup (strchr (sheet, '\n') + 1);
}

/* The list of Today goes out as it is shown: the first due first, in words, of mine or of all; a role where nobody is
 * named, and what a rule found. */
static void
test_goes_out (Follow *self, gconstpointer data)
{
  DeskFollowUp roles = { .record = { .kind = DESK_KIND_FOLLOW_UP }, .topic = DESK_TOPIC_MESSAGE, .due_at = DESK_FIXTURE_NOW + 120,
                         .note = (char *) "=转告, \"门禁\"", .owner_role = 1 + DESK_STAFF_ROLE_TECHNICIAN, .urgent = 1,
                         .about_kind = DESK_KIND_PERSON, .about_id = self->world.person };
  g_autofree char *mine = NULL;
  g_autofree char *all = NULL;
  g_autofree char *typed = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_mine, n_all, n_typed;

  save (self, DESK_FIXTURE_NOW + 60, 0);
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_FOLLOW_UP, &roles);
  mine = export_list (self, DESK_AUDIENCE_MINE, NULL, &n_mine);
  all = export_list (self, DESK_AUDIENCE_ALL, NULL, &n_all);
  typed = export_list (self, DESK_AUDIENCE_ALL, "门禁", &n_typed);
  g_test_message ("%s", all);
  g_assert_cmpuint (n_all, ==, desk_fixture_count (&self->base, "SELECT count(*) FROM follow_up WHERE state = 1"));
  g_assert_cmpuint (n_mine, <, n_all);
  lines = g_strsplit (all, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_all + 1);
  g_assert_nonnull (strstr (mine, "Call back,3-2-1501,,回电,,"));
  g_assert_null (strstr (mine, "门禁"));
  g_assert_nonnull (strstr (all, "Message,,单雄信,\"'=转告, \"\"门禁\"\"\",Urgent,Technician"));
  g_assert_true (strstr (all, "回电") < strstr (all, "门禁"));
  g_assert_cmpuint (n_typed, ==, 1);
}

static void
test_done_and_undone (Follow *self, gconstpointer data)
{
  DeskFollowUpInput in = { .id = save (self, DESK_FIXTURE_NOW + 60, 0) };
  g_autoptr (DeskRecord) done = NULL;
  g_autoptr (DeskRecord) open = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  gint64 act_id;

  error = run (self, DESK_USE_CASE_FINISH_FOLLOW_UP, self->base.actor, &in, &act_id);
  g_assert_no_error (error);
  done = (DeskRecord *) get (self, in.id);
  g_assert_cmpint (((DeskFollowUp *) done)->state, ==, DESK_FOLLOW_UP_DONE);
  g_assert_cmpint (((DeskFollowUp *) done)->done_at, ==, DESK_FIXTURE_NOW);
  g_assert_cmpint (((DeskFollowUp *) done)->tell_at, ==, 0);
  again = run (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, self->base.actor, &in, NULL);
  desk_assert_problem (again, DESK_ERROR_INVALID, DESK_PROBLEM_FOLLOW_UP_DONE);
  undo (self, act_id);
  open = (DeskRecord *) get (self, in.id);
  g_assert_cmpint (((DeskFollowUp *) open)->state, ==, DESK_FOLLOW_UP_OPEN);
  g_assert_cmpint (((DeskFollowUp *) open)->tell_at, ==, DESK_FIXTURE_NOW + 60);
}

static void
test_snooze_into_the_past (Follow *self, gconstpointer data)
{
  DeskFollowUpInput in = { .id = save (self, DESK_FIXTURE_NOW + 60, 0), .until = DESK_FIXTURE_NOW };
  g_autoptr (GError) error = run (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, self->base.actor, &in, NULL);

  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_TIME_PAST);
}

/* Handed on, returned with a reason, handed on again and accepted; only whoever it waits for answers. */
static void
test_hands (Follow *self, gconstpointer data)
{
  g_autoptr (DeskActor) colleague
      = desk_actor_new (self->colleague, "陈晓", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, NULL, 0);
  DeskFollowUpInput in = { .id = save (self, DESK_FIXTURE_NOW + 60, 0), .staff_id = self->colleague };
  g_autoptr (DeskRecord) returned = NULL;
  g_autoptr (DeskRecord) accepted = NULL;
  GError *error = run (self, DESK_USE_CASE_HAND_ON_FOLLOW_UP, self->base.actor, &in, NULL);

  g_assert_no_error (error);
  error = run (self, DESK_USE_CASE_HAND_ON_FOLLOW_UP, self->base.actor, &in, NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_HAND_TO_SAME);
  g_clear_error (&error);
  error = run (self, DESK_USE_CASE_ACCEPT_FOLLOW_UP, self->base.actor, &in, NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_HAND_NOT_WAITING);
  g_clear_error (&error);
  error = run (self, DESK_USE_CASE_RETURN_FOLLOW_UP, colleague, &in, NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
  g_clear_error (&error);
  in.note = (char *) "不在我的楼";
  error = run (self, DESK_USE_CASE_RETURN_FOLLOW_UP, colleague, &in, NULL);
  g_assert_no_error (error);
  returned = (DeskRecord *) get (self, in.id);
  g_assert_cmpint (((DeskFollowUp *) returned)->owner_id, ==, self->base.actor->staff_id);
  g_assert_cmpint (((DeskFollowUp *) returned)->hand, ==, DESK_HAND_RETURNED);
  g_assert_cmpstr (((DeskFollowUp *) returned)->hand_note, ==, "不在我的楼");
  in.staff_id = 0;
  in.role = 1 + DESK_STAFF_ROLE_HOUSEKEEPER;
  error = run (self, DESK_USE_CASE_HAND_ON_FOLLOW_UP, self->base.actor, &in, NULL);
  g_assert_no_error (error);
  error = run (self, DESK_USE_CASE_ACCEPT_FOLLOW_UP, colleague, &in, NULL);
  g_assert_no_error (error);
  accepted = (DeskRecord *) get (self, in.id);
  g_assert_cmpint (((DeskFollowUp *) accepted)->owner_id, ==, self->colleague);
  g_assert_cmpint (((DeskFollowUp *) accepted)->owner_role, ==, 0);
  g_assert_cmpint (((DeskFollowUp *) accepted)->hand, ==, DESK_HAND_ACCEPTED);
}

/* Nothing but what the test makes, and what rules below @from make. */
static void
switch_rules_off (Follow *self, int from)
{
  for (int rule = from; rule < DESK_N_FOLLOW_RULES; rule++)
    {
      DeskSettingCode code = (DeskSettingCode) desk_follow_rule_setting ((DeskFollowRule) rule);
      DeskSetting off = { .record = { .kind = DESK_KIND_SETTING }, .name = (char *) desk_setting_name (code),
                          .value = (char *) "off" };

      desk_fixture_save (&self->base, DESK_USE_CASE_CHANGE_SETTING, &off);
    }
}

static guint
apply_rules (Follow *self)
{
  DeskGetInput in = { .kind = DESK_KIND_NONE };
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  guint count;

  desk_apply_follow_rules (self->base.service, self->base.actor, &in, &saved, &error);
  g_assert_no_error (error);
  count = saved.count;
  desk_saved_clear (&saved);
  return count;
}

static gint64
n_made (Follow *self)
{
  return desk_fixture_count (&self->base, "SELECT count(*) FROM follow_up WHERE rule > 0 AND state = 1");
}

/* Once for what ends soon; another end closes the first and makes another; switched off it makes nothing. */
static void
test_rules (Follow *self, gconstpointer data)
{
  g_autoptr (DeskRecord) lease = desk_fixture_get (&self->base, DESK_KIND_SPACE_LEASE, self->world.lease);
  DeskSetting off = { .record = { .kind = DESK_KIND_SETTING },
                      .name = (char *) desk_setting_name (DESK_SETTING_FOLLOW_LEASE_END), .value = (char *) "off" };

  switch_rules_off (self, DESK_FOLLOW_RULE_REQUEST + 1);
  g_assert_cmpuint (apply_rules (self), ==, 2); /* the instruction that ends tomorrow, the request that waits */
  g_assert_cmpuint (apply_rules (self), ==, 0);
  ((DeskSpaceLease *) lease)->to_day = 20251201;
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_SPACE_LEASE, lease);
  g_assert_cmpuint (apply_rules (self), ==, 1);
  g_assert_cmpint (n_made (self), ==, 3);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM follow_up WHERE rule = 1 AND unit_id IS NOT NULL "
                                                    "AND person_id IS NOT NULL AND owner_role = 1"), ==, 1);
  desk_record_free (g_steal_pointer (&lease));
  lease = desk_fixture_get (&self->base, DESK_KIND_SPACE_LEASE, self->world.lease);
  ((DeskSpaceLease *) lease)->to_day = 20251203;
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_SPACE_LEASE, lease);
  g_assert_cmpuint (apply_rules (self), ==, 2);
  g_assert_cmpint (n_made (self), ==, 3);
  desk_fixture_save (&self->base, DESK_USE_CASE_CHANGE_SETTING, &off);
  desk_record_free (g_steal_pointer (&lease));
  lease = desk_fixture_get (&self->base, DESK_KIND_SPACE_LEASE, self->world.lease);
  ((DeskSpaceLease *) lease)->to_day = 20270101;
  desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_SPACE_LEASE, lease);
  g_assert_cmpuint (apply_rules (self), ==, 1);
  g_assert_cmpint (n_made (self), ==, 2);
}

/* Lists of three audiences, with their counts; somebody who answers for a building sees what is about it. */
static void
test_lists (Follow *self, gconstpointer data)
{
  const DeskScope scope[] = { { self->world.building, 0 } };
  g_autoptr (DeskActor) keeper
      = desk_actor_new (self->colleague, "陈晓", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, scope, 1);
  DeskFollowUpsInput in = { .audience = DESK_AUDIENCE_FLOORS, .limit = 10 };
  DeskFollowUps out = { 0 };
  g_autoptr (GError) error = NULL;

  save (self, DESK_FIXTURE_NOW - 60, 0);
  save (self, DESK_FIXTURE_NOW + 86400, 0);
  g_assert_true (desk_list_follow_ups (self->base.service, keeper, &in, &out, &error));
  g_assert_cmpuint (out.cards->len, ==, 5); /* three of the world's */
  g_assert_true (out.has_scope);
  g_assert_cmpint (out.counts[DESK_AUDIENCE_FLOORS][DESK_DUE_LATE], ==, 2);
  g_assert_cmpint (out.counts[DESK_AUDIENCE_FLOORS][DESK_DUE_TODAY], ==, 2);
  g_assert_cmpint (out.counts[DESK_AUDIENCE_FLOORS][DESK_DUE_LATER], ==, 1);
  g_assert_cmpint (out.counts[DESK_AUDIENCE_MINE][DESK_DUE_LATE], ==, 0);
  for (guint i = 1; i < out.cards->len; i++)
    g_assert_cmpint (((DeskFollowUpCard *) out.cards->pdata[i - 1])->follow_up->due_at, <=,
                     ((DeskFollowUpCard *) out.cards->pdata[i])->follow_up->due_at);
  g_assert_cmpstr (((DeskFollowUpCard *) out.cards->pdata[0])->place, ==, "3-2-1501");
  desk_follow_ups_clear (&out);
  in.audience = DESK_AUDIENCE_MINE;
  in.limit = 1;
  g_assert_true (desk_list_follow_ups (self->base.service, self->base.actor, &in, &out, &error));
  g_assert_cmpuint (out.cards->len, ==, 3); /* one of each group */
  g_assert_cmpuint (out.waiting->len, ==, 1);
  desk_follow_ups_clear (&out);
}

/* What is about no unit and given to a role in one building is theirs who answer for that building, and nobody else's. */
static void
test_role_in_a_building (Follow *self, gconstpointer data)
{
  DeskFollowUp f = { .record = { .kind = DESK_KIND_FOLLOW_UP }, .topic = DESK_TOPIC_TASK, .due_at = DESK_FIXTURE_NOW + 60,
                     .note = (char *) "查灭火器", .owner_role = DESK_STAFF_ROLE_HOUSEKEEPER + 1,
                     .building_id = self->world.building };
  const DeskScope here[] = { { self->world.building, 0 } }, elsewhere[] = { { self->world.building + 1000, 0 } };
  g_autoptr (DeskActor) theirs = desk_actor_new (self->colleague, "陈晓", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, here, 1);
  g_autoptr (DeskActor) others = desk_actor_new (self->colleague, "陈晓", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, elsewhere, 1);
  const DeskActor *const actors[] = { theirs, others };
  gint64 id = desk_fixture_save (&self->base, DESK_USE_CASE_SAVE_FOLLOW_UP, &f);

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      DeskFollowUpsInput in = { .audience = DESK_AUDIENCE_MINE, .limit = 50 };
      DeskFollowUps out = { 0 };
      g_autoptr (GError) error = NULL;
      gboolean found = FALSE;

      g_assert_true (desk_list_follow_ups (self->base.service, actors[i], &in, &out, &error));
      for (guint k = 0; k < out.cards->len; k++)
        found = found || ((DeskFollowUpCard *) out.cards->pdata[k])->follow_up->record.id == id;
      g_assert_cmpint (found, ==, i == 0);
      desk_follow_ups_clear (&out);
    }
}

/* One that lies beyond the first ones is given, too, in its place, where it is open and of those who are asked about. */
static void
test_reached (Follow *self, gconstpointer data)
{
  const struct
  {
    DeskAudience audience;
    gboolean others, done, given;
  } cases[] = {
    { DESK_AUDIENCE_MINE, FALSE, FALSE, TRUE },  { DESK_AUDIENCE_ALL, FALSE, FALSE, TRUE }, { DESK_AUDIENCE_MINE, TRUE, FALSE, FALSE },
    { DESK_AUDIENCE_FLOORS, TRUE, FALSE, TRUE }, { DESK_AUDIENCE_ALL, TRUE, FALSE, TRUE },  { DESK_AUDIENCE_ALL, FALSE, TRUE, FALSE },
  };
  gint64 id, far = DESK_FIXTURE_NOW + 30 * 86400;

  for (int i = 0; i < 5; i++)
    save (self, far - 3600 * i, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskFollowUpsInput in = { .audience = cases[i].audience, .limit = 1 };
      DeskFollowUps out = { 0 };
      DeskFollowUpInput step = { .staff_id = self->colleague };
      gboolean given = FALSE;

      id = in.reach_id = step.id = save (self, far - 60, 0);
      if (cases[i].others)
        g_assert_no_error (run (self, DESK_USE_CASE_HAND_ON_FOLLOW_UP, self->base.actor, &step, NULL));
      if (cases[i].done)
        g_assert_no_error (run (self, DESK_USE_CASE_FINISH_FOLLOW_UP, self->base.actor, &step, NULL));
      g_assert_true (desk_list_follow_ups (self->base.service, self->base.actor, &in, &out, NULL));
      for (guint k = 0; k < out.cards->len; k++)
        {
          const DeskFollowUp *f = ((DeskFollowUpCard *) out.cards->pdata[k])->follow_up;

          given = given || f->record.id == id;
          g_assert_true (k == 0 || ((DeskFollowUpCard *) out.cards->pdata[k - 1])->follow_up->due_at <= f->due_at);
        }
      g_test_message ("case %u", i);
      g_assert_cmpint (given, ==, cases[i].given);
      desk_follow_ups_clear (&out);
      in.reach_id = 999999;
      g_assert_true (desk_list_follow_ups (self->base.service, self->base.actor, &in, &out, NULL));
      g_assert_cmpuint (out.cards->len, <=, 3);
      desk_follow_ups_clear (&out);
    }
}

/* The reminder with the engine */

/* Told when it is due, withdrawn when it is done, whatever did it; told again when it was put off. */
static void
test_told_and_withdrawn (Follow *self, gconstpointer data)
{
  DeskFakeDesk desk = { 0 };
  gint64 id = save (self, DESK_FIXTURE_NOW + 60, 0), late;

  switch_rules_off (self, 1);
  desk_fake_desk_open (&desk, &self->base);
  late = desk_reminder_get_late (desk.reminder); /* the world's own */
  g_assert_false (desk_fake_notifier_shows (desk.notifier, id));
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 60);
  g_assert_true (desk_fake_notifier_shows (desk.notifier, id));
  g_assert_cmpint (desk_reminder_get_late (desk.reminder), ==, late + 1);
  desk_fake_notifier_tell (desk.notifier);
  desk_fake_desk_settle (&desk);
  {
    DeskFollowUpInput *in = desk_follow_up_input_new (NULL, id, 0);

    in->snooze = DESK_SNOOZE_SHORT;
    desk_fake_desk_call (&desk, DESK_USE_CASE_SNOOZE_FOLLOW_UP, in);
  }
  g_assert_false (desk_fake_notifier_shows (desk.notifier, id));
  g_assert_cmpint (desk_reminder_get_late (desk.reminder), ==, late);
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 60 + 600);
  g_assert_true (desk_fake_notifier_shows (desk.notifier, id));
  desk_fake_desk_call (&desk, DESK_USE_CASE_FINISH_FOLLOW_UP, desk_follow_up_input_new (NULL, id, 0));
  g_assert_false (desk_fake_notifier_shows (desk.notifier, id));
  desk_fake_desk_close (&desk);
}

/* What fell due while the program was off comes once, as one list; a repeat comes again until it is done. */
static void
test_missed_and_repeated (Follow *self, gconstpointer data)
{
  DeskFakeDesk desk = { 0 };
  gint64 once = save (self, DESK_FIXTURE_NOW + 60, 0), often = save (self, DESK_FIXTURE_NOW + 120, 600);

  switch_rules_off (self, 1);
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 2000);
  desk_fake_desk_open (&desk, &self->base);
  g_assert_cmpuint (desk_fake_notifier_get_n_lists (desk.notifier), ==, 1);
  g_assert_true (desk_fake_notifier_shows (desk.notifier, once));
  g_assert_true (desk_fake_notifier_shows (desk.notifier, often));
  desk_fake_notifier_tell (desk.notifier);
  desk_fake_desk_settle (&desk);
  desk_fake_desk_close (&desk);
  desk_fake_desk_open (&desk, &self->base);
  g_assert_cmpuint (desk_fake_notifier_get_n_shown (desk.notifier), ==, 0);
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 120 + 7200);
  g_assert_false (desk_fake_notifier_shows (desk.notifier, once));
  g_assert_true (desk_fake_notifier_shows (desk.notifier, often));
  g_assert_cmpuint (desk_fake_notifier_get_n_lists (desk.notifier), ==, 0);
  desk_fake_desk_close (&desk);
}

/* Ten thousand at once are one list, told once; the notifier is what makes one notification of them. */
static void
test_ten_thousand (Follow *self, gconstpointer data)
{
  DeskFakeDesk desk = { 0 };
  gint64 first = save (self, DESK_FIXTURE_NOW + 60, 0);
  g_autofree char *more = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) INSERT INTO follow_up (topic, due_at, "
      "owner_id, note, state, tell_at) SELECT 2, f.due_at, f.owner_id, 'x', 1, f.due_at FROM n, follow_up f WHERE f.id = %" G_GINT64_FORMAT,
      first);

  switch_rules_off (self, 1);
  desk_tamper (self->base.path, more);
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 120);
  desk_fake_desk_open (&desk, &self->base);
  g_assert_cmpuint (desk_fake_notifier_get_n_lists (desk.notifier), ==, 1);
  g_assert_cmpuint (desk_fake_notifier_get_n_shown (desk.notifier), >=, 10000);
  g_assert_cmpint (desk_reminder_get_late (desk.reminder), >=, 10000);
  desk_fake_notifier_tell (desk.notifier);
  desk_fake_desk_settle (&desk);
  desk_fake_desk_close (&desk);
  desk_fake_desk_open (&desk, &self->base);
  g_assert_cmpuint (desk_fake_notifier_get_n_shown (desk.notifier), ==, 0);
  desk_fake_desk_close (&desk);
}

/* The clock is set back a year and forth again: what was told is taken away while it is not due, and is not told twice; what
 * was done stays done; what is due in the year that came back is told. */
static void
test_a_year_back (Follow *self, gconstpointer data)
{
  const gint64 year = G_GINT64_CONSTANT (365) * 86400;
  DeskFakeDesk desk = { 0 };
  gint64 done = save (self, DESK_FIXTURE_NOW + 60, 0), open = save (self, DESK_FIXTURE_NOW + 120, 0);
  gint64 early = save (self, DESK_FIXTURE_NOW - year + 600, 0);

  switch_rules_off (self, 1);
  desk_fake_desk_open (&desk, &self->base);
  desk_fake_notifier_tell (desk.notifier);
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 200);
  desk_fake_desk_call (&desk, DESK_USE_CASE_FINISH_FOLLOW_UP, desk_follow_up_input_new (NULL, done, 0));
  desk_fake_notifier_tell (desk.notifier);
  desk_fake_desk_settle (&desk);
  g_assert_true (desk_fake_notifier_shows (desk.notifier, open));
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW - year);
  g_assert_false (desk_fake_notifier_shows (desk.notifier, open));
  g_assert_false (desk_fake_notifier_shows (desk.notifier, early));
  g_assert_cmpint (desk_reminder_get_late (desk.reminder), ==, 0);
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 300);
  g_assert_false (desk_fake_notifier_shows (desk.notifier, done));
  g_assert_cmpint (desk_reminder_get_late (desk.reminder), >=, 2);
  desk_fake_desk_close (&desk);
}

static void
set_zone (Follow *self, DeskFakeDesk *desk, const char *name)
{
  DeskSetting zone = { .record = { .kind = DESK_KIND_SETTING }, .name = (char *) desk_setting_name (DESK_SETTING_ZONE), .value = (char *) name };
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (id), 0) FROM setting WHERE name = '%s'", zone.name);
  gint64 id = desk_fixture_count (&self->base, sql);

  zone.record.id = id;
  zone.record.version = id != 0 ? desk_fixture_count (&self->base, "SELECT version FROM setting WHERE name = 'store.zone'") : 0;
  desk_fake_desk_call (desk, DESK_USE_CASE_CHANGE_SETTING, desk_record_input_new (NULL, &zone));
}

/* The community's zone is changed: days begin elsewhere, so what is due tonight is due tomorrow; the moment stays, and is told
 * once. The machine's own zone counts for nothing. */
static void
test_zone (Follow *self, gconstpointer data)
{
  DeskFakeDesk desk = { 0 };
  gint64 tonight = DESK_FIXTURE_NOW + 8 * 3600, id = save (self, tonight, 0), today;

  switch_rules_off (self, 1);
  desk_fake_desk_open (&desk, &self->base);
  today = desk_reminder_get_today (desk.reminder);
  g_assert_cmpint (desk_engine_today (desk.engine), ==, 20251121);
  g_setenv ("TZ", "Pacific/Auckland", TRUE); /* a traveller's laptop */
  tzset ();
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 1);
  g_assert_cmpint (desk_engine_today (desk.engine), ==, 20251121);
  g_assert_cmpint (desk_reminder_get_today (desk.reminder), ==, today);
  set_zone (self, &desk, "America/Los_Angeles");
  g_assert_cmpint (desk_engine_today (desk.engine), ==, 20251120);
  g_assert_cmpint (desk_reminder_get_today (desk.reminder), <, today);
  g_assert_false (desk_fake_notifier_shows (desk.notifier, id));
  desk_fake_desk_pass (&desk, tonight);
  g_assert_true (desk_fake_notifier_shows (desk.notifier, id));
  desk_fake_notifier_tell (desk.notifier);
  desk_fake_desk_settle (&desk);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM follow_up WHERE tell_at > 0 AND tell_at <= due_at AND note = '回电'"), ==, 0);
  set_zone (self, &desk, "Asia/Shanghai");
  g_assert_cmpint (desk_engine_today (desk.engine), ==, 20251121);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM follow_up WHERE tell_at > 0 AND note = '回电'"), ==, 0);
  desk_fake_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Follow, NULL, set_up, func, tear_down)
  ADD ("/follow-ups/goes-out", test_goes_out);
  ADD ("/follow-ups/done-and-undone", test_done_and_undone);
  ADD ("/follow-ups/snooze-into-the-past", test_snooze_into_the_past);
  ADD ("/follow-ups/hands", test_hands);
  ADD ("/follow-ups/rules", test_rules);
  ADD ("/follow-ups/lists", test_lists);
  ADD ("/follow-ups/reached", test_reached);
  ADD ("/follow-ups/role-in-a-building", test_role_in_a_building);
  ADD ("/follow-ups/told-and-withdrawn", test_told_and_withdrawn);
  ADD ("/follow-ups/missed-and-repeated", test_missed_and_repeated);
  ADD ("/follow-ups/ten-thousand", test_ten_thousand);
  ADD ("/follow-ups/a-year-back", test_a_year_back);
  ADD ("/follow-ups/zone", test_zone);
  return g_test_run ();
}
