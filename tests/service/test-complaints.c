/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint.h"
#include "desk-sample.h"
#include "desk-setting.h"

/* Complaints as people bring them to an end: stages, severity, once more, many about the same. */

/* Frees @in. Returns: the error, or NULL. */
static GError *
try (DeskSampleCase *self, DeskUseCase use_case, gpointer in, gint64 *id)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  if (id != NULL)
    *id = saved.id;
  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return error;
}

static gint64
run (DeskSampleCase *self, DeskUseCase use_case, gpointer in)
{
  gint64 id;
  g_autoptr (GError) error = try (self, use_case, in, &id);

  g_assert_no_error (error);
  return id;
}

static gint64
complain (DeskSampleCase *self, const char *category, gint64 unit_id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM category WHERE name = '%s' AND case_kind = 2", category);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .unit_id = unit_id,
                 .title = (char *) "投诉", .assignee_id = self->base.actor->staff_id };

  c.category_id = desk_fixture_count (&self->base, sql);
  return run (self, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
}

static void
sign (DeskSampleCase *self, gint64 id, DeskStage stage, const char *text)
{
  gint64 until = stage == DESK_STAGE_PLAN ? DESK_FIXTURE_NOW + 5 * 86400 : 0;

  run (self, DESK_USE_CASE_SIGN_STAGE, desk_stage_input_new (NULL, id, stage, until, text));
}

static void
cannot_sign (DeskSampleCase *self, gint64 id, DeskStage stage, DeskProblemCode problem)
{
  g_autoptr (GError) error
      = try (self, DESK_USE_CASE_SIGN_STAGE, desk_stage_input_new (NULL, id, stage, DESK_FIXTURE_NOW + 86400, "好了"), NULL);

  desk_assert_problem (error, DESK_ERROR_INVALID, problem);
}

static void
move (DeskSampleCase *self, DeskUseCase use_case, gint64 id, DeskMove name, gint64 answer, const char *text)
{
  DeskMoveInput *in = desk_move_input_new (NULL, id, 0, name, text);

  in->answer = answer;
  run (self, use_case, in);
}

static DeskCasePage *
page_of (DeskSampleCase *self, gint64 id)
{
  DeskGetInput get = { .kind = DESK_KIND_SERVICE_CASE, .id = id };
  DeskCasePage *page = desk_use_case_new_result (DESK_USE_CASE_GET_CASE_PAGE);
  g_autoptr (GError) error = NULL;

  desk_get_case_page (self->base.service, self->base.actor, &get, page, &error);
  g_assert_no_error (error);
  return page;
}

/* Stages by letter, signed ones with a tick: "C' S K". */
static char *
stages_of (DeskSampleCase *self, gint64 id)
{
  static const char letters[] = "?CPELDSAK";
  DeskCasePage *page = page_of (self, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < page->stages->len; i++)
    {
      const DeskStageLine *line = page->stages->pdata[i];

      g_assert_true (line->stage->signed_at == 0 || line->stage->staff_id != 0);
      g_string_append_c (text, letters[line->stage->stage]);
      if (line->stage->signed_at != 0)
        g_string_append_c (text, '\'');
    }
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, page);
  return g_string_free (text, FALSE);
}

static void
assert_stages (DeskSampleCase *self, gint64 id, const char *wanted)
{
  g_autofree char *stages = stages_of (self, id);

  g_assert_cmpstr (stages, ==, wanted);
}

static DeskCase *
case_of (DeskSampleCase *self, gint64 id)
{
  return desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
}

static gint64
state_of (DeskSampleCase *self, gint64 id)
{
  g_autoptr (DeskRecord) record = (DeskRecord *) case_of (self, id);

  return ((DeskCase *) record)->state;
}

/* From the call to the last signature; what is C begins again and the first signatures stay. */
static void
test_ordinary (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = complain (self, "邻里噪音", self->w.unit);

  assert_stages (self, id, "CSK");
  cannot_sign (self, id, DESK_STAGE_SOLVED, DESK_PROBLEM_STAGE_OPEN);
  sign (self, id, DESK_STAGE_CONTACT, "已听业主说明");
  assert_stages (self, id, "C'SK");
  cannot_sign (self, id, DESK_STAGE_CONTACT, DESK_PROBLEM_STAGE_OPEN);
  sign (self, id, DESK_STAGE_SOLVED, "楼上答应 22:00 后不跳绳");
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_DONE);
  assert_stages (self, id, "C'S'K");
  cannot_sign (self, id, DESK_STAGE_CALLBACK, DESK_PROBLEM_STAGE_BY_CALL);
  move (self, DESK_USE_CASE_ANSWER_CASE, id, DESK_MOVE_DRAW, 0, NULL);
  move (self, DESK_USE_CASE_ANSWER_CASE, id, DESK_MOVE_ANSWER, DESK_ANSWER_NOT, "还在跳");
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_ASSIGNED);
  assert_stages (self, id, "C'SK");
  sign (self, id, DESK_STAGE_SOLVED, "再次上门，买了垫子");
  move (self, DESK_USE_CASE_ANSWER_CASE, id, DESK_MOVE_DRAW, 0, NULL);
  move (self, DESK_USE_CASE_ANSWER_CASE, id, DESK_MOVE_ANSWER, DESK_ANSWER_SATISFIED, NULL);
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_CLOSED);
  assert_stages (self, id, "C'S'K'");
  cannot_sign (self, id, DESK_STAGE_SOLVED, DESK_PROBLEM_STAGE_NONE_LEFT);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM complaint_stage WHERE stage = 6 AND signed_at > 0"), ==, 3); /* one of the world's */
}

/* The list shows the stage's due time; evidence, plan and decision stand before the end; the plan says until when. */
static void
test_major (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = complain (self, "人身受伤", self->w.unit);
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  assert_stages (self, id, "CELDSAK");
  sign (self, id, DESK_STAGE_CONTACT, NULL);
  record = (DeskRecord *) case_of (self, id);
  g_assert_cmpint (((DeskCase *) record)->next_due, ==,
                   desk_fixture_count (&self->base, "SELECT min(due_at) FROM complaint_stage WHERE stage = 3"));
  error = try (self, DESK_USE_CASE_WORK_CASE, desk_move_input_new (NULL, id, 0, DESK_MOVE_ACCEPT, NULL), NULL);
  g_assert_no_error (error);
  error = try (self, DESK_USE_CASE_WORK_CASE, desk_move_input_new (NULL, id, 0, DESK_MOVE_FINISH, "好了"), NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_STAGE_OPEN);
  sign (self, id, DESK_STAGE_EVIDENCE, "现场照片三张，病历复印件");
  g_clear_error (&error);
  error = try (self, DESK_USE_CASE_SIGN_STAGE, desk_stage_input_new (NULL, id, DESK_STAGE_PLAN, 0, "补防滑条"), NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
  sign (self, id, DESK_STAGE_PLAN, "补防滑条，垫付医药费");
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM complaint_stage WHERE stage = 5 AND due_at > 0"), ==, 1);
  sign (self, id, DESK_STAGE_DECISION, "经理同意");
  g_clear_pointer (&record, desk_record_free);
  record = (DeskRecord *) case_of (self, id);
  g_assert_cmpint (((DeskCase *) record)->completion_due, ==, DESK_FIXTURE_NOW + 5 * 86400);
  sign (self, id, DESK_STAGE_SOLVED, "防滑条已装");
  assert_stages (self, id, "C'E'L'D'S'AK");
  sign (self, id, DESK_STAGE_ANSWER, "尊敬的业主，处理结果如下");
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM complaint WHERE letter LIKE '尊敬%'"), ==, 1);
}

/* Whoever finishes it by the ordinary way has signed, too; taken back it is as it was. */
static void
test_moves_sign (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = complain (self, "态度", self->w.unit);
  DeskMoveInput *in = desk_move_input_new (NULL, id, 0, DESK_MOVE_ACCEPT, NULL);
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  assert_stages (self, id, "CPSAK");
  in->contacted = TRUE;
  run (self, DESK_USE_CASE_WORK_CASE, in);
  assert_stages (self, id, "C'PSAK");
  in = desk_move_input_new (NULL, id, 0, DESK_MOVE_FINISH, "当面道歉");
  desk_work_case (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  desk_move_input_free (in);
  assert_stages (self, id, "C'P'S'AK");
  run (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, saved.act_id));
  desk_saved_clear (&saved);
  assert_stages (self, id, "C'PSAK");
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_ACCEPTED);
}

static void
test_escalate (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = complain (self, "邻里噪音", self->w.unit);
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  sign (self, id, DESK_STAGE_CONTACT, NULL);
  run (self, DESK_USE_CASE_ESCALATE_COMPLAINT, desk_escalate_input_new (NULL, id, 0, DESK_SEVERITY_SERIOUS, "第三次了"));
  assert_stages (self, id, "C'PSAK");
  record = (DeskRecord *) case_of (self, id);
  g_assert_cmpint (((DeskCase *) record)->amount, ==, 48);
  error = try (self, DESK_USE_CASE_ESCALATE_COMPLAINT,
               desk_escalate_input_new (NULL, id, 0, DESK_SEVERITY_SERIOUS, "再来"), NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_RAISED);
  run (self, DESK_USE_CASE_ESCALATE_COMPLAINT, desk_escalate_input_new (NULL, id, 0, DESK_SEVERITY_MAJOR, "动手了"));
  assert_stages (self, id, "C'ELDSAK");
}

static void
advance (DeskSampleCase *self, gint64 seconds)
{
  DeskAdvanceInput *in = desk_advance_input_new ();

  desk_clock_set (self->base.clock, desk_clock_now (self->base.clock) + seconds);
  run (self, DESK_USE_CASE_ADVANCE_CASES, in);
}

/* A serious complaint that is done, called about and answered with @answer before its written answer is signed. */
static gint64
answered_unsigned (DeskSampleCase *self, gint64 answer)
{
  gint64 id = complain (self, "态度", self->w.unit);

  sign (self, id, DESK_STAGE_CONTACT, NULL);
  sign (self, id, DESK_STAGE_PROGRESS, "已约谈");
  sign (self, id, DESK_STAGE_SOLVED, "当面道歉");
  move (self, DESK_USE_CASE_ANSWER_CASE, id, DESK_MOVE_DRAW, 0, NULL);
  move (self, DESK_USE_CASE_ANSWER_CASE, id, DESK_MOVE_ANSWER, answer, answer == DESK_ANSWER_NOT ? "不满意" : NULL);
  return id;
}

/* What they say on the phone does not stand for the answer in writing: so long it is live; signed, it closes. */
static void
test_owed (DeskSampleCase *self, gconstpointer data)
{
  static const gint64 answers[] = { DESK_ANSWER_SATISFIED, DESK_ANSWER_FAIR };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      gint64 id = answered_unsigned (self, answers[i]);
      g_autoptr (DeskRecord) record = (DeskRecord *) case_of (self, id);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (((DeskCase *) record)->state, ==, DESK_CASE_DONE);
      g_assert_cmpint (((DeskCase *) record)->live, ==, 1);
      g_assert_cmpint (((DeskCase *) record)->answer, ==, answers[i]);
      assert_stages (self, id, "C'P'S'AK'");
      self->base.actor->roles |= 1 << DESK_STAFF_ROLE_SUPERVISOR;
      error = try (self, DESK_USE_CASE_INSPECT_CASE, desk_move_input_new (NULL, id, 0, DESK_MOVE_CLOSE, NULL), NULL);
      desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_STAGE_OPEN);
      advance (self, 3 * 86400);
      g_assert_cmpint (state_of (self, id), ==, DESK_CASE_DONE);
      sign (self, id, DESK_STAGE_ANSWER, "答复如下");
      g_assert_cmpint (state_of (self, id), ==, DESK_CASE_CLOSED);
      assert_stages (self, id, "C'P'S'A'K'");
    }
  g_assert_cmpint (state_of (self, answered_unsigned (self, DESK_ANSWER_NOT)), ==, DESK_CASE_ASSIGNED);
}

/* Done and not even drawn it does not close by itself either. */
static void
test_owed_undrawn (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = complain (self, "态度", self->w.unit);
  g_autoptr (DeskRecord) record = NULL;

  record = desk_fixture_get (&self->base, DESK_KIND_CATEGORY,
                             desk_fixture_count (&self->base, "SELECT id FROM category WHERE name = '态度' AND case_kind = 2"));
  ((DeskCategory *) record)->callback_share = 0;
  run (self, DESK_USE_CASE_SAVE_CATEGORY, desk_record_input_new (NULL, record));
  sign (self, id, DESK_STAGE_CONTACT, NULL);
  sign (self, id, DESK_STAGE_PROGRESS, "已约谈");
  sign (self, id, DESK_STAGE_SOLVED, "当面道歉");
  advance (self, 2 * 86400);
  advance (self, 86400);
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_DONE);
  sign (self, id, DESK_STAGE_ANSWER, "答复如下");
  advance (self, 86400);
  g_assert_cmpint (state_of (self, id), ==, DESK_CASE_CLOSED);
}

static gint64
set_stages (DeskSampleCase *self, DeskSeverity severity, const char *value)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING },
                          .name = (char *) desk_setting_name ((DeskSettingCode) desk_stages_setting (severity)),
                          .value = (char *) value };

  run (self, DESK_USE_CASE_CHANGE_SETTING, desk_record_input_new (NULL, &setting));
  return desk_fixture_count (&self->base, "SELECT max(id) FROM act");
}

static gint64
due_of_stage (DeskSampleCase *self, gint64 id, DeskStage stage)
{
  g_autofree char *sql = g_strdup_printf ("SELECT due_at FROM complaint_stage WHERE case_id = %" G_GINT64_FORMAT
                                          " AND stage = %d ORDER BY id DESC LIMIT 1", id, stage);

  return desk_fixture_count (&self->base, sql);
}

/* Stages set anew hold for what is open, of that severity alone; what somebody signed stays; taken back it is as before. */
static void
test_set_anew (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = complain (self, "邻里噪音", self->w.unit), other = complain (self, "态度", self->w.unit), act;
  g_autoptr (DeskRecord) record = NULL;

  sign (self, id, DESK_STAGE_CONTACT, NULL);
  act = set_stages (self, DESK_SEVERITY_ORDINARY, "contact,progress=12h,solved,answer=3d,callback=2d>solved");
  assert_stages (self, id, "C'PSAK");
  assert_stages (self, other, "CPSAK");
  g_assert_cmpint (due_of_stage (self, id, DESK_STAGE_PROGRESS), ==, DESK_FIXTURE_NOW + 12 * 3600);
  g_assert_cmpint (due_of_stage (self, id, DESK_STAGE_ANSWER), ==, DESK_FIXTURE_NOW + 3 * 86400);
  g_assert_cmpint (due_of_stage (self, other, DESK_STAGE_PROGRESS), ==, DESK_FIXTURE_NOW + 24 * 3600);
  record = (DeskRecord *) case_of (self, id);
  g_assert_cmpint (((DeskCase *) record)->next_due, ==, DESK_FIXTURE_NOW + 12 * 3600);
  set_stages (self, DESK_SEVERITY_ORDINARY, "contact,progress=6h,solved");
  assert_stages (self, id, "C'PS");
  g_assert_cmpint (due_of_stage (self, id, DESK_STAGE_PROGRESS), ==, DESK_FIXTURE_NOW + 6 * 3600);
  run (self, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, act + 1));
  assert_stages (self, id, "C'PSAK");
  g_assert_cmpint (due_of_stage (self, id, DESK_STAGE_PROGRESS), ==, DESK_FIXTURE_NOW + 12 * 3600);
  sign (self, id, DESK_STAGE_PROGRESS, "已约");
  sign (self, id, DESK_STAGE_SOLVED, "好了");
  g_assert_cmpint (due_of_stage (self, id, DESK_STAGE_CALLBACK), ==, DESK_FIXTURE_NOW + 2 * 86400);
}

/* Opened again and then more severe: the second round is not forgotten. */
static void
test_again_raised (DeskSampleCase *self, gconstpointer data)
{
  gint64 id = answered_unsigned (self, DESK_ANSWER_NOT);

  assert_stages (self, id, "C'P'SAK");
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 3600);
  run (self, DESK_USE_CASE_ESCALATE_COMPLAINT, desk_escalate_input_new (NULL, id, 0, DESK_SEVERITY_MAJOR, "动手了"));
  assert_stages (self, id, "C'P'ELDSAK");
}

static guint
groups_of (DeskSampleCase *self, guint *n_cases)
{
  DeskGetInput get = { 0 };
  DeskGroups groups = { 0 };
  g_autoptr (GError) error = NULL;
  guint n;

  desk_list_groups (self->base.service, self->base.actor, &get, &groups, &error);
  g_assert_no_error (error);
  n = groups.groups->len;
  *n_cases = n > 0 ? ((DeskGroup *) groups.groups->pdata[0])->ids->len : 0;
  desk_groups_clear (&groups);
  return n;
}

/* Three about the same in one building are a group, pointed out on each, and become one. */
static void
test_group (DeskSampleCase *self, gconstpointer data)
{
  gint64 ids[3];
  guint n_cases;
  DeskCasePage *page;

  ids[0] = complain (self, "电动车", self->w.unit);
  ids[1] = complain (self, "电动车", self->w.bare_unit);
  complain (self, "宠物", self->w.unit);
  g_assert_cmpuint (groups_of (self, &n_cases), ==, 0);
  ids[2] = complain (self, "电动车", self->w.unit);
  g_assert_cmpuint (groups_of (self, &n_cases), ==, 1);
  g_assert_cmpuint (n_cases, ==, 3);
  page = page_of (self, ids[2]);
  g_assert_cmpuint (page->near->len, ==, 2);
  g_assert_cmpuint (page->same->len, ==, 1);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, page);
  run (self, DESK_USE_CASE_JOIN_CASES, desk_join_input_new (NULL, ids, 3, ids[0]));
  g_assert_cmpuint (groups_of (self, &n_cases), ==, 0);
  g_assert_cmpint (state_of (self, ids[1]), ==, DESK_CASE_CANCELLED);
  g_assert_cmpint (state_of (self, ids[0]), ==, DESK_CASE_ASSIGNED);
  page = page_of (self, ids[0]);
  g_assert_cmpint (page->service_case->hurried, ==, 2);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, page);
}

/* A repair that became a complaint: both stay, each shows the other. */
static void
test_out_of_repair (DeskSampleCase *self, gconstpointer data)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .title = (char *) "修了三次" };
  DeskCaseInput *in = desk_case_input_new (NULL, &c, NULL);
  gint64 id;
  DeskCasePage *page;

  in->from_id = self->w.case_done;
  id = run (self, DESK_USE_CASE_OPEN_CASE, in);
  page = page_of (self, id);
  g_assert_cmpint (page->service_case->unit_id, ==, self->w.unit);
  g_assert_cmpuint (page->linked->len, ==, 1);
  g_assert_cmpint (((DeskCaseBrief *) page->linked->pdata[0])->id, ==, self->w.case_done);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, page);
  page = page_of (self, self->w.case_done);
  g_assert_cmpint (((DeskCaseBrief *) page->linked->pdata[0])->id, ==, id);
  g_assert_cmpuint (page->stages->len, ==, 0);
  desk_use_case_free_result (DESK_USE_CASE_GET_CASE_PAGE, page);
}

/* A repair has no stages, and is not escalated. */
static void
test_no_complaint (DeskSampleCase *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  cannot_sign (self, self->w.case_new, DESK_STAGE_CONTACT, DESK_PROBLEM_NOT_A_COMPLAINT);
  error = try (self, DESK_USE_CASE_JOIN_CASES, desk_join_input_new (NULL, &self->w.complaint, 1, self->w.complaint), NULL);
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_JOIN_ALONE);
}

#define ADD(name, func) g_test_add ("/complaints/" name, DeskSampleCase, NULL, desk_sample_set_up, func, desk_sample_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ordinary", test_ordinary);
  ADD ("major", test_major);
  ADD ("moves-sign", test_moves_sign);
  ADD ("escalate", test_escalate);
  ADD ("owed", test_owed);
  ADD ("owed-undrawn", test_owed_undrawn);
  ADD ("set-anew", test_set_anew);
  ADD ("again-raised", test_again_raised);
  ADD ("group", test_group);
  ADD ("out-of-repair", test_out_of_repair);
  ADD ("no-complaint", test_no_complaint);
  return g_test_run ();
}
