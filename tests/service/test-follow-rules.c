/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fake-desk.h"
#include "desk-follow-rule.h"
#include "desk-register-case.h"
#include "desk-sample.h"
#include "desk-setting.h"
#include "desk-told.h"

/* What rules make of cases, messages and questions: when, for whom, until when; and the one timer that lets them. It is
 * DESK_FIXTURE_NOW in Shanghai, a Friday at ten. */

#define MINUTE 60
#define HOUR 3600

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
  gint64 technician, other;
} World;

static void
set_up (World *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
  self->technician = desk_fixture_staff (&self->base, "zhao", "赵强", 1 << DESK_STAFF_ROLE_TECHNICIAN, 0);
  self->other = desk_fixture_staff (&self->base, "sun", "孙伟", 1 << DESK_STAFF_ROLE_TECHNICIAN, 0);
}

static void
tear_down (World *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

/* Runs @use_case with @in, which is freed. Returns: the id. */
static gint64
must (World *self, DeskUseCase use_case, gpointer in)
{
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return id;
}

static guint
apply (World *self)
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

/* Lets the rules look until they find nothing more; then they must have found all. */
static void
apply_all (World *self)
{
  guint rounds = 0;

  while (apply (self) > 0)
    g_assert_cmpuint (++rounds, <, 10);
}

static void
at (World *self, gint64 time)
{
  desk_clock_set (self->base.clock, time);
  apply_all (self);
}

/* Returns: (transfer full) (nullable): the open follow-up @rule made of @id; two of them fail. */
static DeskFollowUp *
made (World *self, DeskFollowRule rule, gint64 id)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM follow_up WHERE state = 1 AND rule = %d AND about_id = %" G_GINT64_FORMAT,
                                            rule, id);
  g_autofree char *which = g_strdup_printf ("SELECT coalesce(max(id), 0) FROM follow_up WHERE state = 1 AND rule = %d AND about_id = %" G_GINT64_FORMAT,
                                            rule, id);
  gint64 found = desk_fixture_count (&self->base, which);

  g_assert_cmpint (desk_fixture_count (&self->base, count), <=, 1);
  return found != 0 ? desk_fixture_get (&self->base, DESK_KIND_FOLLOW_UP, found) : NULL;
}

static void
assert_made (World *self, DeskFollowRule rule, gint64 id, gint64 due_at, gint64 owner_id, int role)
{
  g_autoptr (DeskRecord) record = (DeskRecord *) made (self, rule, id);
  const DeskFollowUp *f = (DeskFollowUp *) record;

  g_test_message ("%s", desk_follow_rule_nick (rule));
  g_assert_nonnull (f);
  g_assert_cmpint (f->due_at, ==, due_at);
  g_assert_cmpint (f->owner_id, ==, owner_id);
  g_assert_cmpint (f->owner_role, ==, owner_id != 0 ? 0 : role + 1);
}

static void
assert_none (World *self, DeskFollowRule rule, gint64 id)
{
  g_autoptr (DeskRecord) record = (DeskRecord *) made (self, rule, id);

  g_test_message ("no %s", desk_follow_rule_nick (rule));
  g_assert_null (record);
}

static gint64
open_case (World *self, DeskCase *c)
{
  c->record.kind = DESK_KIND_SERVICE_CASE;
  if (c->kind == 0)
    c->kind = DESK_CASE_REPAIR;
  c->category_id = c->kind == DESK_CASE_REPAIR ? self->w.category : 0;
  c->unit_id = self->w.unit;
  if (c->title == NULL)
    c->title = (char *) "厨房漏水";
  return must (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, c, NULL));
}

static void
move (World *self, DeskUseCase use_case, gint64 id, DeskMove name, const char *text, gint64 assignee_id, gint64 until)
{
  DeskMoveInput *in = desk_move_input_new (NULL, id, 0, name, text);

  in->assignee_id = assignee_id;
  in->until = until;
  if (name == DESK_MOVE_WAIT)
    in->wait_reason = DESK_WAIT_PARTS;
  must (self, use_case, in);
}

static gint64
field (World *self, gint64 id, const char *name)
{
  g_autoptr (DeskRecord) c = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);

  return desk_record_get_int (c, desk_record_find_field (DESK_KIND_SERVICE_CASE, name));
}

static void
set_rule (World *self, DeskFollowRule rule, const char *value)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING },
                          .name = (char *) desk_setting_name ((DeskSettingCode) desk_follow_rule_setting (rule)),
                          .value = (char *) value };

  desk_fixture_save (&self->base, DESK_USE_CASE_CHANGE_SETTING, &setting);
}

/* The clock of a case: soon for whoever works on it, late for the housekeeper, then up the ladder; one rung at a time, one
 * more where the clock runs out again. */
static void
test_ladder (World *self, gconstpointer data)
{
  DeskCase c = { 0 };
  gint64 id = open_case (self, &c);
  gint64 warn = field (self, id, "warn_at"), due = field (self, id, "next_due");

  g_assert_cmpint (warn, >, DESK_FIXTURE_NOW);
  g_assert_cmpint (due, >, warn);
  move (self, DESK_USE_CASE_ASSIGN_CASE, id, DESK_MOVE_ASSIGN, NULL, self->technician, 0);
  at (self, warn - 1);
  assert_none (self, DESK_FOLLOW_RULE_CASE_SOON, id);
  at (self, warn);
  assert_made (self, DESK_FOLLOW_RULE_CASE_SOON, id, warn, self->technician, 0);
  assert_none (self, DESK_FOLLOW_RULE_CASE_LATE, id);
  at (self, due);
  assert_made (self, DESK_FOLLOW_RULE_CASE_SOON, id, warn, self->technician, 0);
  assert_made (self, DESK_FOLLOW_RULE_CASE_LATE, id, due, 0, DESK_STAFF_ROLE_HOUSEKEEPER);
  at (self, due + HOUR - 1);
  assert_none (self, DESK_FOLLOW_RULE_CASE_ESCALATED, id);
  at (self, due + HOUR);
  assert_none (self, DESK_FOLLOW_RULE_CASE_LATE, id);
  assert_made (self, DESK_FOLLOW_RULE_CASE_ESCALATED, id, due + HOUR, 0, DESK_STAFF_ROLE_SUPERVISOR);
  at (self, due + 24 * HOUR);
  assert_none (self, DESK_FOLLOW_RULE_CASE_ESCALATED, id);
  assert_made (self, DESK_FOLLOW_RULE_CASE_TOP, id, due + 24 * HOUR, 0, DESK_STAFF_ROLE_SUPERVISOR);
}

/* The other way round: the program was off for two days. Only the highest rung stands, and the one who works on it knows. */
static void
test_ladder_after_days (World *self, gconstpointer data)
{
  DeskCase c = { 0 };
  gint64 id = open_case (self, &c);
  gint64 warn = field (self, id, "warn_at"), due = field (self, id, "next_due");

  at (self, due + 48 * HOUR);
  assert_made (self, DESK_FOLLOW_RULE_CASE_SOON, id, warn, 0, DESK_STAFF_ROLE_DESK);
  assert_none (self, DESK_FOLLOW_RULE_CASE_LATE, id);
  assert_none (self, DESK_FOLLOW_RULE_CASE_ESCALATED, id);
  assert_made (self, DESK_FOLLOW_RULE_CASE_TOP, id, due + 24 * HOUR, 0, DESK_STAFF_ROLE_SUPERVISOR);
  move (self, DESK_USE_CASE_CANCEL_CASE, id, DESK_MOVE_CANCEL, "重复", 0, 0);
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_CASE_SOON, id);
  assert_none (self, DESK_FOLLOW_RULE_CASE_TOP, id);
}

/* How the ladder is set: another length, a rung that is off, a role nobody has. */
static void
test_ladder_as_set (World *self, gconstpointer data)
{
  DeskCase c = { 0 };
  gint64 id = open_case (self, &c), due = field (self, id, "next_due");

  set_rule (self, DESK_FOLLOW_RULE_CASE_LATE, "off");
  set_rule (self, DESK_FOLLOW_RULE_CASE_ESCALATED, "15,cashier");
  desk_tamper (self->base.path, "UPDATE staff SET roles = roles & ~8"); /* there is none: the supervisors' */
  at (self, due + 14 * MINUTE);
  assert_none (self, DESK_FOLLOW_RULE_CASE_LATE, id);
  assert_none (self, DESK_FOLLOW_RULE_CASE_ESCALATED, id);
  at (self, due + 15 * MINUTE);
  assert_made (self, DESK_FOLLOW_RULE_CASE_ESCALATED, id, due + 15 * MINUTE, 0, DESK_STAFF_ROLE_SUPERVISOR);
}

/* Given to somebody else it is theirs to know; what a person handed on stays where it is; done by hand it stays done. */
static void
test_another_hand (World *self, gconstpointer data)
{
  DeskCase c = { 0 };
  gint64 id = open_case (self, &c), warn = field (self, id, "warn_at");
  DeskFollowUpInput *in;
  g_autoptr (DeskRecord) f = NULL;

  move (self, DESK_USE_CASE_ASSIGN_CASE, id, DESK_MOVE_ASSIGN, NULL, self->technician, 0);
  at (self, warn);
  move (self, DESK_USE_CASE_ASSIGN_CASE, id, DESK_MOVE_ASSIGN, NULL, self->other, 0);
  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_CASE_SOON, id, warn, self->other, 0);
  f = (DeskRecord *) made (self, DESK_FOLLOW_RULE_CASE_SOON, id);
  in = desk_follow_up_input_new (NULL, f->id, 0);
  in->staff_id = self->technician;
  must (self, DESK_USE_CASE_HAND_ON_FOLLOW_UP, in);
  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_CASE_SOON, id, warn, self->technician, 0);
  must (self, DESK_USE_CASE_FINISH_FOLLOW_UP, desk_follow_up_input_new (NULL, f->id, 0));
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_CASE_SOON, id);
}

/* What waits says when it is over: known ahead, there when the case goes on by itself, gone when it goes on before. */
static void
test_back (World *self, gconstpointer data)
{
  DeskCase c = { 0 };
  gint64 id = open_case (self, &c), until = DESK_FIXTURE_NOW + 5 * HOUR;

  move (self, DESK_USE_CASE_ASSIGN_CASE, id, DESK_MOVE_ASSIGN, NULL, self->base.actor->staff_id, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_ACCEPT, NULL, 0, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_WAIT, "等配件", 0, until);
  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_CASE_BACK, id, until, self->base.actor->staff_id, 0);
  assert_none (self, DESK_FOLLOW_RULE_CASE_LATE, id);
  at (self, until);
  must (self, DESK_USE_CASE_ADVANCE_CASES, desk_advance_input_new ());
  g_assert_cmpint (field (self, id, "state"), ==, DESK_CASE_WORKING);
  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_CASE_BACK, id, until, self->base.actor->staff_id, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_WAIT, "还缺一件", 0, until + HOUR);
  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_CASE_BACK, id, until + HOUR, self->base.actor->staff_id, 0);
  at (self, until + MINUTE);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_RESUME, NULL, 0, 0);
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_CASE_BACK, id);
}

static void
test_appointment (World *self, gconstpointer data)
{
  gint64 when = DESK_FIXTURE_NOW + 3 * HOUR;
  DeskCase c = { .appointment_from = when, .appointment_to = when + HOUR };
  gint64 id = open_case (self, &c);

  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_APPOINTMENT, id, when - 30 * MINUTE, 0, DESK_STAFF_ROLE_DESK);
  move (self, DESK_USE_CASE_SETTLE_CASE, id, DESK_MOVE_FINISH, "当场修好", 0, 0);
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_APPOINTMENT, id);
}

/* Serious and major complaints reach the supervisor at once, ordinary ones do not; what is done is called about. */
static void
test_complaint (World *self, gconstpointer data)
{
  DeskCase serious = { .kind = DESK_CASE_COMPLAINT, .severity = DESK_SEVERITY_SERIOUS };
  DeskCase ordinary = { .kind = DESK_CASE_COMPLAINT, .severity = DESK_SEVERITY_ORDINARY };
  DeskCase major = { .kind = DESK_CASE_COMPLAINT, .severity = DESK_SEVERITY_MAJOR };
  gint64 id = open_case (self, &serious), quiet = open_case (self, &ordinary), loud = open_case (self, &major);
  g_autoptr (DeskRecord) urgent = NULL;

  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_COMPLAINT, id, DESK_FIXTURE_NOW, 0, DESK_STAFF_ROLE_SUPERVISOR);
  assert_made (self, DESK_FOLLOW_RULE_COMPLAINT, loud, DESK_FIXTURE_NOW, 0, DESK_STAFF_ROLE_SUPERVISOR);
  assert_none (self, DESK_FOLLOW_RULE_COMPLAINT, quiet);
  urgent = (DeskRecord *) made (self, DESK_FOLLOW_RULE_COMPLAINT, loud);
  g_assert_cmpint (((DeskFollowUp *) urgent)->urgent, ==, 1);
  move (self, DESK_USE_CASE_ANSWER_CASE, self->w.case_done, DESK_MOVE_DRAW, NULL, 0, 0);
  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_CALLBACK, self->w.case_done, DESK_FIXTURE_NOW, 0, DESK_STAFF_ROLE_DESK);
}

static void
raise_complaint (World *self, gint64 id, DeskSeverity severity)
{
  must (self, DESK_USE_CASE_ESCALATE_COMPLAINT, desk_escalate_input_new (NULL, id, 0, severity, "闹大了"));
  apply_all (self);
}

/* The supervisor is told when it comes in serious, or becomes so, and again when it is raised to major, though the first
 * was read and put aside; what is done needs nobody any more. */
static void
test_raised (World *self, gconstpointer data)
{
  DeskCase c = { .kind = DESK_CASE_COMPLAINT, .severity = DESK_SEVERITY_ORDINARY };
  gint64 id = open_case (self, &c), first;
  g_autoptr (DeskRecord) record = NULL;

  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_COMPLAINT, id);
  raise_complaint (self, id, DESK_SEVERITY_SERIOUS);
  assert_made (self, DESK_FOLLOW_RULE_COMPLAINT, id, DESK_FIXTURE_NOW, 0, DESK_STAFF_ROLE_SUPERVISOR);
  record = (DeskRecord *) made (self, DESK_FOLLOW_RULE_COMPLAINT, id);
  first = record->id;
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + HOUR);
  must (self, DESK_USE_CASE_FINISH_FOLLOW_UP, desk_follow_up_input_new (NULL, first, 0));
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_COMPLAINT, id);
  raise_complaint (self, id, DESK_SEVERITY_MAJOR);
  assert_made (self, DESK_FOLLOW_RULE_COMPLAINT, id, DESK_FIXTURE_NOW + HOUR, 0, DESK_STAFF_ROLE_SUPERVISOR);
  g_clear_pointer (&record, desk_record_free);
  record = (DeskRecord *) made (self, DESK_FOLLOW_RULE_COMPLAINT, id);
  g_assert_cmpint (record->id, !=, first);
  g_assert_cmpint (((DeskFollowUp *) record)->urgent, ==, 1);
  move (self, DESK_USE_CASE_CANCEL_CASE, id, DESK_MOVE_CANCEL, "撤诉", 0, 0);
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_COMPLAINT, id);
}

/* Whoever was told and did not look yet need not look any more once it is solved. */
static void
test_raised_and_solved (World *self, gconstpointer data)
{
  DeskCase c = { .kind = DESK_CASE_COMPLAINT, .severity = DESK_SEVERITY_ORDINARY };
  gint64 id = open_case (self, &c);
  DeskMoveInput *solve = desk_move_input_new (NULL, id, 0, DESK_MOVE_FINISH, "当面解决");

  raise_complaint (self, id, DESK_SEVERITY_SERIOUS);
  assert_made (self, DESK_FOLLOW_RULE_COMPLAINT, id, DESK_FIXTURE_NOW, 0, DESK_STAFF_ROLE_SUPERVISOR);
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + HOUR);
  solve->category_id = desk_fixture_count (&self->base, "SELECT min(id) FROM category WHERE name = '邻里噪音'");
  must (self, DESK_USE_CASE_SETTLE_CASE, solve);
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_COMPLAINT, id);
}

static gint64
log_visit (World *self, gint64 kind, const char *about)
{
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = kind,
                      .unit_id = self->w.unit, .about = (char *) about };

  return must (self, DESK_USE_CASE_LOG_VISIT, desk_visit_input_new (NULL, &visit, DESK_TARGET_NONE, NULL, NULL));
}

/* What the entry's own page says. */
static void
assert_due (World *self, gint64 visit_id, gint64 response, gint64 finish)
{
  DeskGetInput in = { .kind = DESK_KIND_VISIT, .id = visit_id };
  DeskVisitPage page = { 0 };
  g_autoptr (GError) error = NULL;

  desk_get_visit_page (self->base.service, self->base.actor, &in, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpint (page.response_due, ==, response);
  g_assert_cmpint (page.finish_due, ==, finish);
  desk_visit_page_clear (&page);
}

/* A question left open gets its two times, the first in working hours: from ten on, lunch apart, four hours end at four. */
static void
test_enquiry (World *self, gconstpointer data)
{
  gint64 id = log_visit (self, DESK_VISIT_ENQUIRY, "停车费怎么交"), praise = log_visit (self, DESK_VISIT_PRAISE, "保安热心");
  gint64 me = self->base.actor->staff_id;

  apply_all (self);
  assert_made (self, DESK_FOLLOW_RULE_ENQUIRY, id, DESK_FIXTURE_NOW + 6 * HOUR, me, 0);
  assert_made (self, DESK_FOLLOW_RULE_ENQUIRY_END, id, DESK_FIXTURE_NOW + 48 * HOUR, me, 0);
  assert_none (self, DESK_FOLLOW_RULE_ENQUIRY, praise);
  assert_due (self, id, DESK_FIXTURE_NOW + 6 * HOUR, DESK_FIXTURE_NOW + 48 * HOUR);
  assert_due (self, praise, 0, 0);
  must (self, DESK_USE_CASE_STEP_VISIT, desk_visit_step_input_new (NULL, id, 0, DESK_VISIT_STEP_CLOSE, 0, "告诉了"));
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_ENQUIRY, id);
  assert_none (self, DESK_FOLLOW_RULE_ENQUIRY_END, id);
  assert_due (self, id, 0, 0);
}

/* A message nobody is reminded of is its receiver's at the time they are to call, with what was said; answered it is gone. One
 * that was taken down at the desk has its reminder already. */
static void
test_memo (World *self, gconstpointer data)
{
  gint64 call = DESK_FIXTURE_NOW + 2 * HOUR, id;
  g_autofree char *bare = g_strdup_printf (
      "INSERT INTO memo (to_id, staff_id, at, from_name, text, call_at) VALUES (%" G_GINT64_FORMAT ", 1, 0, '王先生', '请回电', %" G_GINT64_FORMAT ")",
      self->technician, call);
  g_autoptr (DeskRecord) f = NULL;

  desk_tamper (self->base.path, bare);
  id = desk_fixture_count (&self->base, "SELECT max(id) FROM memo");
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_MEMO, self->w.memo);
  assert_made (self, DESK_FOLLOW_RULE_MEMO, id, call, self->technician, 0);
  f = (DeskRecord *) made (self, DESK_FOLLOW_RULE_MEMO, id);
  g_assert_cmpstr (((DeskFollowUp *) f)->note, ==, "王先生 请回电");
  must (self, DESK_USE_CASE_ANSWER_MEMO, desk_memo_input_new (NULL, id, 0, "回过了"));
  apply_all (self);
  assert_none (self, DESK_FOLLOW_RULE_MEMO, id);
}

static gint64
next_work (World *self, gint64 done_until)
{
  DeskDueInput *in = desk_due_input_new (NULL, done_until);
  DeskDue due = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 when;

  desk_list_due (self->base.service, self->base.actor, in, &due, &error);
  g_assert_no_error (error);
  when = due.work_at;
  desk_due_clear (&due);
  desk_due_input_free (in);
  return when;
}

/* The moments there is something to do at: a clock turns to soon, runs out, each rung, a wait that ends. */
static void
test_next (World *self, gconstpointer data)
{
  DeskCase c = { 0 };
  gint64 id, until = DESK_FIXTURE_NOW + 3 * MINUTE, warn, due;

  desk_tamper (self->base.path, "UPDATE service_case SET warn_at = 0, next_due = 0, wait_until = 0");
  g_assert_cmpint (next_work (self, DESK_FIXTURE_NOW), ==, 0);
  id = open_case (self, &c);
  warn = field (self, id, "warn_at");
  due = field (self, id, "next_due");
  g_assert_cmpint (next_work (self, DESK_FIXTURE_NOW), ==, warn);
  g_assert_cmpint (next_work (self, warn), ==, due);
  g_assert_cmpint (next_work (self, due), ==, due + HOUR);
  g_assert_cmpint (next_work (self, due + HOUR), ==, due + 24 * HOUR);
  g_assert_cmpint (next_work (self, due + 24 * HOUR), ==, 0);
  set_rule (self, DESK_FOLLOW_RULE_CASE_SOON, "off");
  g_assert_cmpint (next_work (self, DESK_FIXTURE_NOW), ==, due);
  move (self, DESK_USE_CASE_ASSIGN_CASE, id, DESK_MOVE_ASSIGN, NULL, self->base.actor->staff_id, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_ACCEPT, NULL, 0, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_WAIT, "等配件", 0, until);
  g_assert_cmpint (next_work (self, DESK_FIXTURE_NOW), ==, until);
}

/* The one timer */

static gint64
state_of (DeskFakeDesk *desk, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT state FROM service_case WHERE id = %" G_GINT64_FORMAT, id);

  return desk_fixture_count (desk->base, sql);
}

/* Returns: the open follow-up @rule made of @id, 0 none. */
static gint64
made_at (DeskFakeDesk *desk, DeskFollowRule rule, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce(max(id), 0) FROM follow_up WHERE state = 1 AND rule = %d AND about_id = %" G_GINT64_FORMAT,
                                          rule, id);

  return desk_fixture_count (desk->base, sql);
}

/* A day at the desk without a hand on it: a case resumes at its time, is late at its time, is told of; the next day what was
 * done is drawn to be called back. */
static void
test_by_itself (World *self, gconstpointer data)
{
  DeskFakeDesk desk = { 0 };
  DeskCase c = { 0 };
  gint64 until = DESK_FIXTURE_NOW + 2 * HOUR, id = open_case (self, &c), late = open_case (self, &c);
  gint64 due = field (self, late, "next_due");

  move (self, DESK_USE_CASE_ASSIGN_CASE, id, DESK_MOVE_ASSIGN, NULL, self->base.actor->staff_id, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_ACCEPT, NULL, 0, 0);
  move (self, DESK_USE_CASE_WORK_CASE, id, DESK_MOVE_WAIT, "等配件", 0, until);
  set_rule (self, DESK_FOLLOW_RULE_CASE_LATE, "0,supervisor");
  desk_fake_desk_open (&desk, &self->base);
  g_assert_cmpint (made_at (&desk, DESK_FOLLOW_RULE_CASE_LATE, late), ==, 0);
  desk_fake_desk_pass (&desk, due - 1);
  g_assert_cmpint (made_at (&desk, DESK_FOLLOW_RULE_CASE_LATE, late), ==, 0);
  desk_fake_desk_pass (&desk, due);
  g_assert_cmpint (made_at (&desk, DESK_FOLLOW_RULE_CASE_LATE, late), >, 0);
  g_assert_true (desk_fake_notifier_shows (desk.notifier, made_at (&desk, DESK_FOLLOW_RULE_CASE_LATE, late)));
  desk_fake_desk_pass (&desk, until);
  g_assert_cmpint (state_of (&desk, id), ==, DESK_CASE_WORKING);
  g_assert_cmpint (state_of (&desk, self->w.case_done), ==, DESK_CASE_DONE);
  desk_fake_desk_pass (&desk, DESK_FIXTURE_NOW + 24 * HOUR);
  g_assert_cmpint (state_of (&desk, self->w.case_done), ==, DESK_CASE_CALLBACK);
  desk_fake_desk_close (&desk);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_use_case_free_result (DESK_USE_CASE_SIGN_IN, desk_engine_sign_in_finish (DESK_ENGINE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* Behind a locked desk the clocks of cases go on; where nobody signed in, nothing is written. */
static void
test_behind_a_lock (World *self, gconstpointer data)
{
  DeskFakeDesk desk = { 0 };
  DeskCase c = { 0 };
  gint64 late = open_case (self, &c), due = field (self, late, "next_due");
  gint64 me = self->base.actor->staff_id;
  gboolean done = FALSE;

  desk_sample_secrets (&self->base, &self->w);
  desk_fake_desk_open (&desk, &self->base);
  g_assert_cmpint (desk_engine_get_session (desk.engine), ==, DESK_SESSION_OUT);
  desk_fake_desk_pass (&desk, due - MINUTE);
  g_assert_cmpint (made_at (&desk, DESK_FOLLOW_RULE_CASE_SOON, late), ==, 0);
  desk_engine_sign_in_async (desk.engine, me, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD, NULL, signed_in_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  desk_fake_desk_settle (&desk);
  g_assert_cmpint (made_at (&desk, DESK_FOLLOW_RULE_CASE_SOON, late), >, 0);
  desk_engine_lock (desk.engine, DESK_LEAVE_LOCK);
  desk_fake_desk_settle (&desk);
  g_assert_cmpint (desk_engine_get_session (desk.engine), ==, DESK_SESSION_LOCKED);
  desk_fake_desk_pass (&desk, due);
  g_assert_cmpint (made_at (&desk, DESK_FOLLOW_RULE_CASE_LATE, late), >, 0);
  desk_fake_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)
  ADD ("/follow-rules/ladder", test_ladder);
  ADD ("/follow-rules/ladder-after-days", test_ladder_after_days);
  ADD ("/follow-rules/ladder-as-set", test_ladder_as_set);
  ADD ("/follow-rules/another-hand", test_another_hand);
  ADD ("/follow-rules/back", test_back);
  ADD ("/follow-rules/appointment", test_appointment);
  ADD ("/follow-rules/complaint", test_complaint);
  ADD ("/follow-rules/raised", test_raised);
  ADD ("/follow-rules/raised-and-solved", test_raised_and_solved);
  ADD ("/follow-rules/enquiry", test_enquiry);
  ADD ("/follow-rules/memo", test_memo);
  ADD ("/follow-rules/next", test_next);
  ADD ("/follow-rules/by-itself", test_by_itself);
  ADD ("/follow-rules/behind-a-lock", test_behind_a_lock);
#undef ADD
  return g_test_run ();
}
