/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-case.h"
#include "desk-sample.h"

/* The desk log and cases as a desk uses them: what a case goes through, what its clocks say, what is refused. It is
 * DESK_FIXTURE_NOW in Shanghai. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
  gint64 other; /* a technician */
} World;

static void
set_up (World *self, gconstpointer data)
{
  DeskStaff technician = { .record = { .kind = DESK_KIND_STAFF }, .login = (char *) "zhao", .name = (char *) "赵强",
                           .roles = 1 << DESK_STAFF_ROLE_TECHNICIAN };
  DeskStaffInput *in = desk_staff_input_new (NULL, &technician);
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->w);
  desk_save_staff (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  self->other = saved.id;
  desk_staff_input_free (in);
  desk_saved_clear (&saved);
}

static void
tear_down (World *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

/* Runs @use_case with @in, which is freed. Returns: the id, 0 with @error. */
static gint64
run (World *self, const DeskActor *actor, DeskUseCase use_case, gpointer in, GError **error)
{
  DeskSaved saved = { 0 };
  gboolean done = desk_use_case_run (self->base.service, use_case, actor, in, &saved, error);
  gint64 id = done ? saved.id : 0;

  desk_use_case_free_input (use_case, in);
  desk_saved_clear (&saved);
  return id;
}

static gint64
must (World *self, const DeskActor *actor, DeskUseCase use_case, gpointer in)
{
  g_autoptr (GError) error = NULL;
  gint64 id = run (self, actor, use_case, in, &error);

  g_assert_no_error (error);
  return id;
}

static void
refused (World *self, const DeskActor *actor, DeskUseCase use_case, gpointer in, DeskErrorCode code, DeskProblemCode problem)
{
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (run (self, actor, use_case, in, &error), ==, 0);
  desk_assert_problem (error, code, problem);
  after = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (before, after);
}

static DeskCase *
get (World *self, gint64 id)
{
  return (DeskCase *) desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, id);
}

static void
pass (World *self, gint64 minutes)
{
  desk_clock_set (self->base.clock, desk_clock_now (self->base.clock) + minutes * 60);
}

static gint64
now (World *self)
{
  return desk_clock_now (self->base.clock);
}

static gint64
open_case (World *self, const char *title)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = self->w.category,
                 .unit_id = self->w.unit, .title = (char *) title };

  return must (self, self->base.actor, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
}

static DeskMoveInput *
move (gint64 id, DeskMove name, const char *text)
{
  return desk_move_input_new (NULL, id, 0, name, text);
}

static DeskMoveInput *
to (DeskMoveInput *in, gint64 staff_id)
{
  in->assignee_id = staff_id;
  return in;
}

/* From the desk to the technician and back, twice: states, clocks, counts. */
static void
test_life (World *self, gconstpointer data)
{
  g_autoptr (DeskActor) technician = desk_actor_new (self->other, "赵强", 1 << DESK_STAFF_ROLE_TECHNICIAN, NULL, 0);
  const DeskActor *desk = self->base.actor;
  gint64 id = open_case (self, "厨房水槽下水管渗漏"), opened = now (self);
  g_autoptr (DeskRecord) done = NULL;
  g_autoptr (DeskRecord) again = NULL;
  DeskMoveInput *wait;
  DeskCase *c;

  must (self, desk, DESK_USE_CASE_ASSIGN_CASE, to (move (id, DESK_MOVE_ASSIGN, NULL), self->other));
  pass (self, 12);
  {
    DeskMoveInput *accept = move (id, DESK_MOVE_ACCEPT, NULL);

    accept->contacted = TRUE;
    must (self, technician, DESK_USE_CASE_WORK_CASE, accept);
  }
  pass (self, 60);
  must (self, technician, DESK_USE_CASE_WORK_CASE, move (id, DESK_MOVE_START, NULL));
  wait = move (id, DESK_MOVE_WAIT, NULL);
  wait->wait_reason = DESK_WAIT_PARTS;
  must (self, technician, DESK_USE_CASE_WORK_CASE, wait);
  pass (self, 300);
  must (self, technician, DESK_USE_CASE_WORK_CASE, move (id, DESK_MOVE_RESUME, NULL));
  pass (self, 30);
  must (self, technician, DESK_USE_CASE_WORK_CASE, move (id, DESK_MOVE_FINISH, "换了软管"));
  done = (DeskRecord *) get (self, id);
  c = (DeskCase *) done;
  g_assert_cmpint (c->state, ==, DESK_CASE_DONE);
  g_assert_cmpint (c->responded_at, ==, opened + 12 * 60);
  g_assert_cmpint (c->done_at, ==, now (self));
  g_assert_cmpint (c->finished_due, ==, opened + 24 * 3600 + 300 * 60);
  g_assert_cmpint (c->waited, ==, 300 * 60);
  g_assert_cmpint (c->next_due, ==, 0);
  g_assert_cmpstr (c->result, ==, "换了软管");
  must (self, desk, DESK_USE_CASE_REOPEN_CASE, move (id, DESK_MOVE_REOPEN, "又漏了"));
  again = (DeskRecord *) get (self, id);
  c = (DeskCase *) again;
  g_assert_cmpint (c->state, ==, DESK_CASE_ASSIGNED);
  g_assert_cmpint (c->assignee_id, ==, self->other);
  g_assert_cmpint (c->reopened, ==, 1);
  g_assert_cmpint (c->completion_due, ==, now (self) + 24 * 3600);
  g_assert_cmpint (c->done_at, ==, 0);
}

/* Numbers count per month and kind, and are never given twice, not even after an undo. */
static void
test_numbers (World *self, gconstpointer data)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_COMPLAINT, .unit_id = self->w.unit,
                 .title = (char *) "楼上噪音" };
  g_autoptr (DeskRecord) first = (DeskRecord *) get (self, open_case (self, "一"));
  g_autoptr (DeskRecord) second = (DeskRecord *) get (self, open_case (self, "二"));
  g_autoptr (DeskRecord) complaint = NULL;
  g_autoptr (DeskRecord) third = NULL;
  gint64 act = desk_fixture_count (&self->base, "SELECT max(id) FROM act");

  g_assert_cmpstr (((DeskCase *) first)->number, ==, "R202511-0005");
  g_assert_cmpstr (((DeskCase *) second)->number, ==, "R202511-0006");
  must (self, self->base.actor, DESK_USE_CASE_UNDO_ACT, desk_undo_input_new (NULL, act));
  third = (DeskRecord *) get (self, open_case (self, "三"));
  g_assert_cmpstr (((DeskCase *) third)->number, ==, "R202511-0007");
  complaint = (DeskRecord *) get (self, must (self, self->base.actor, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL)));
  g_assert_cmpstr (((DeskCase *) complaint)->number, ==, "C202511-0004");
}

/* What waits goes on at its time, what was done is drawn or closes the next day; all by themselves (kitchens are always
 * called, test-callbacks has the rest). */
static void
test_advance (World *self, gconstpointer data)
{
  g_autoptr (DeskRecord) waiting = NULL;
  g_autoptr (DeskRecord) done = NULL;
  g_autoptr (DeskRecord) closed = NULL;

  must (self, self->base.actor, DESK_USE_CASE_ADVANCE_CASES, desk_advance_input_new ());
  waiting = (DeskRecord *) get (self, self->w.case_waiting);
  done = (DeskRecord *) get (self, self->w.case_done);
  g_assert_cmpint (((DeskCase *) waiting)->state, ==, DESK_CASE_WORKING);
  g_assert_cmpint (((DeskCase *) waiting)->wait_until, ==, 0);
  g_assert_cmpint (((DeskCase *) done)->state, ==, DESK_CASE_DONE);
  pass (self, 24 * 60);
  must (self, self->base.actor, DESK_USE_CASE_ADVANCE_CASES, desk_advance_input_new ());
  closed = (DeskRecord *) get (self, self->w.case_done);
  g_assert_cmpint (((DeskCase *) closed)->state, ==, DESK_CASE_CALLBACK);
  g_assert_cmpint (((DeskCase *) closed)->live, ==, 1);
}

/* The intake's own call is no response; a colleague's is. */
static void
test_contact (World *self, gconstpointer data)
{
  g_autoptr (DeskActor) keeper = desk_actor_new (self->w.staff, "管家", 1 << DESK_STAFF_ROLE_SUPERVISOR, NULL, 0);
  g_autoptr (DeskRecord) own = NULL;
  g_autoptr (DeskRecord) other = NULL;
  gint64 id = open_case (self, "马桶堵");

  pass (self, 5);
  must (self, self->base.actor, DESK_USE_CASE_NOTE_CASE, desk_case_note_input_new (NULL, id, DESK_CASE_EVENT_CONTACT, NULL));
  own = (DeskRecord *) get (self, id);
  g_assert_cmpint (((DeskCase *) own)->responded_at, ==, 0);
  must (self, keeper, DESK_USE_CASE_NOTE_CASE, desk_case_note_input_new (NULL, id, DESK_CASE_EVENT_CONTACT, "约了下午"));
  other = (DeskRecord *) get (self, id);
  g_assert_cmpint (((DeskCase *) other)->responded_at, ==, now (self));
  g_assert_cmpint (((DeskCase *) other)->response_due, ==, ((DeskCase *) own)->response_due);
  g_assert_cmpint (((DeskCase *) other)->next_due, !=, ((DeskCase *) other)->response_due);
}

/* A merged case is cancelled and linked; the other learns of it. An urgent line has the clocks of urgency. */
static void
test_merge (World *self, gconstpointer data)
{
  gint64 a = open_case (self, "一"), b = open_case (self, "二");
  DeskMoveInput *in = move (a, DESK_MOVE_MERGE, NULL);
  g_autoptr (DeskRecord) gone = NULL;
  g_autoptr (DeskRecord) kept = NULL;

  in->other_id = b;
  must (self, self->base.actor, DESK_USE_CASE_MERGE_CASE, in);
  gone = (DeskRecord *) get (self, a);
  kept = (DeskRecord *) get (self, b);
  g_assert_cmpint (((DeskCase *) gone)->state, ==, DESK_CASE_CANCELLED);
  g_assert_cmpint (((DeskCase *) gone)->merged_into, ==, b);
  g_assert_cmpint (((DeskCase *) kept)->hurried, ==, 1);
  in = move (b, DESK_MOVE_MERGE, NULL);
  in->other_id = b;
  refused (self, self->base.actor, DESK_USE_CASE_MERGE_CASE, in, DESK_ERROR_INVALID, DESK_PROBLEM_MERGE_WRONG);
  in = move (b, DESK_MOVE_MERGE, NULL);
  in->other_id = a;
  refused (self, self->base.actor, DESK_USE_CASE_MERGE_CASE, in, DESK_ERROR_INVALID, DESK_PROBLEM_MERGE_WRONG);
}

/* What is merged into a case that was done opens it again: the fault must not be nobody's. */
static void
test_merge_again (World *self, gconstpointer data)
{
  gint64 old = open_case (self, "漏水"), again = open_case (self, "又漏水");
  DeskMoveInput *in = move (old, DESK_MOVE_FINISH, "换了软管");
  g_autoptr (DeskRecord) kept = NULL;

  must (self, self->base.actor, DESK_USE_CASE_SETTLE_CASE, in);
  in = move (again, DESK_MOVE_MERGE, NULL);
  in->other_id = old;
  must (self, self->base.actor, DESK_USE_CASE_MERGE_CASE, in);
  kept = (DeskRecord *) get (self, old);
  g_assert_cmpint (((DeskCase *) kept)->state, ==, DESK_CASE_ASSIGNED);
  g_assert_cmpint (((DeskCase *) kept)->reopened, ==, 1);
  g_assert_cmpint (((DeskCase *) kept)->hurried, ==, 1);
}

/* Each of two linked cases finds the other; neither moves. */
static void
test_link (World *self, gconstpointer data)
{
  gint64 a = open_case (self, "一"), b = open_case (self, "二");
  const gint64 ends[][2] = { { a, b }, { b, a } };

  must (self, self->base.actor, DESK_USE_CASE_LINK_CASES, desk_case_link_input_new (NULL, a, b));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      DeskGetInput in = { .kind = DESK_KIND_SERVICE_CASE, .id = ends[i][0] };
      DeskCasePage page = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (desk_get_case_page (self->base.service, self->base.actor, &in, &page, &error));
      g_assert_no_error (error);
      g_assert_cmpint (page.linked->len, ==, 1);
      g_assert_cmpint (((DeskCaseBrief *) page.linked->pdata[0])->id, ==, ends[i][1]);
      g_assert_cmpint (page.service_case->state, ==, DESK_CASE_NEW);
      desk_case_page_clear (&page);
      refused (self, self->base.actor, DESK_USE_CASE_LINK_CASES, desk_case_link_input_new (NULL, ends[i][0], ends[i][1]),
               DESK_ERROR_INVALID, DESK_PROBLEM_LINK_WRONG);
    }
  refused (self, self->base.actor, DESK_USE_CASE_LINK_CASES, desk_case_link_input_new (NULL, a, a), DESK_ERROR_INVALID,
           DESK_PROBLEM_LINK_WRONG);
}

static void
test_urgency (World *self, gconstpointer data)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = self->w.category,
                 .unit_id = self->w.unit, .title = (char *) "跑水", .urgency = DESK_URGENCY_DANGER };
  g_autoptr (DeskRecord) record
      = (DeskRecord *) get (self, must (self, self->base.actor, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL)));

  g_assert_cmpint (((DeskCase *) record)->response_due, ==, now (self) + 5 * 60);
  g_assert_cmpint (((DeskCase *) record)->completion_due, ==, now (self) + 2 * 3600);
}

/* What is refused leaves the store as it was. */
static void
test_refusals (World *self, gconstpointer data)
{
  g_autoptr (DeskActor) technician = desk_actor_new (self->other, "赵强", 1 << DESK_STAFF_ROLE_TECHNICIAN, NULL, 0);
  const DeskActor *desk = self->base.actor;
  g_autofree char *long_text = g_strnfill (100000, 'x');
  DeskMoveInput *in;

  refused (self, desk, DESK_USE_CASE_ASSIGN_CASE, move (self->w.case_new, DESK_MOVE_ASSIGN, NULL), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
  refused (self, technician, DESK_USE_CASE_WORK_CASE, move (self->w.case_assigned, DESK_MOVE_ACCEPT, NULL), DESK_ERROR_INVALID, DESK_PROBLEM_MOVE_NOT_YOURS);
  refused (self, desk, DESK_USE_CASE_WORK_CASE, move (self->w.case_new, DESK_MOVE_START, NULL), DESK_ERROR_INVALID, DESK_PROBLEM_MOVE_NOT_POSSIBLE);
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, move (self->w.case_new, DESK_MOVE_CANCEL, " "), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, move (self->w.case_new, DESK_MOVE_ASSIGN, "x"), DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE);
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, move (self->w.case_new, DESK_MOVE_CANCEL, long_text), DESK_ERROR_INVALID, DESK_PROBLEM_TOO_LONG);
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, move (4711, DESK_MOVE_CANCEL, "x"), DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
  in = move (self->w.case_new, DESK_MOVE_CANCEL, "x");
  in->at = now (self) - 100000;
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, in, DESK_ERROR_INVALID, DESK_PROBLEM_BEFORE_OPENING);
  in = move (self->w.case_new, DESK_MOVE_CANCEL, "x");
  in->at = now (self) + 60;
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, in, DESK_ERROR_INVALID, DESK_PROBLEM_IN_FUTURE);
  in = move (self->w.case_new, DESK_MOVE_CANCEL, "x");
  in->version = 99;
  refused (self, desk, DESK_USE_CASE_CANCEL_CASE, in, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE);
}

/* Somebody who left is given nothing; a category that is used is taken out of use, not away. */
static void
test_gone (World *self, gconstpointer data)
{
  g_autoptr (DeskRecord) staff = desk_fixture_get (&self->base, DESK_KIND_STAFF, self->other);
  g_autoptr (DeskRecord) category = desk_fixture_get (&self->base, DESK_KIND_CATEGORY, self->w.category);
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = self->w.category,
                 .title = (char *) "漏" };
  DeskStaffInput *in;

  ((DeskStaff *) staff)->left_on = 20200101;
  in = desk_staff_input_new (NULL, (DeskStaff *) staff);
  must (self, self->base.actor, DESK_USE_CASE_SAVE_STAFF, in);
  refused (self, self->base.actor, DESK_USE_CASE_ASSIGN_CASE, to (move (self->w.case_new, DESK_MOVE_ASSIGN, NULL), self->other),
           DESK_ERROR_INVALID, DESK_PROBLEM_STAFF_LEFT);
  must (self, self->base.actor, DESK_USE_CASE_REMOVE_CATEGORY, desk_remove_input_new (NULL, category->id, category->version));
  refused (self, self->base.actor, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL), DESK_ERROR_INVALID,
           DESK_PROBLEM_CATEGORY_RETIRED);
  c.category_id = 0;
  c.unit_id = 4711;
  refused (self, self->base.actor, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL), DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
}

/* Whoever took it answers for it until a colleague takes it over; nothing closes without its summary. */
static void
test_first_contact (World *self, gconstpointer data)
{
  g_autoptr (DeskActor) keeper = desk_actor_new (self->w.staff, "管家", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, NULL, 0);
  const DeskActor *desk = self->base.actor;
  gint64 id = self->w.visit;
  g_autoptr (DeskRecord) offered = NULL;
  g_autoptr (DeskRecord) taken = NULL;

  must (self, desk, DESK_USE_CASE_STEP_VISIT, desk_visit_step_input_new (NULL, id, 0, DESK_VISIT_STEP_OFFER, self->w.staff, NULL));
  offered = desk_fixture_get (&self->base, DESK_KIND_VISIT, id);
  g_assert_cmpint (((DeskVisit *) offered)->owner_id, ==, desk->staff_id);
  refused (self, keeper, DESK_USE_CASE_STEP_VISIT, desk_visit_step_input_new (NULL, id, 0, DESK_VISIT_STEP_RETURN, 0, NULL),
           DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
  refused (self, desk, DESK_USE_CASE_STEP_VISIT, desk_visit_step_input_new (NULL, id, 0, DESK_VISIT_STEP_ACCEPT, 0, NULL),
           DESK_ERROR_INVALID, DESK_PROBLEM_NOT_OFFERED);
  must (self, keeper, DESK_USE_CASE_STEP_VISIT, desk_visit_step_input_new (NULL, id, 0, DESK_VISIT_STEP_ACCEPT, 0, NULL));
  taken = desk_fixture_get (&self->base, DESK_KIND_VISIT, id);
  g_assert_cmpint (((DeskVisit *) taken)->owner_id, ==, self->w.staff);
  refused (self, keeper, DESK_USE_CASE_STEP_VISIT, desk_visit_step_input_new (NULL, id, 0, DESK_VISIT_STEP_CLOSE, 0, " "),
           DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
}

/* An entry becomes a repair: what is known goes along, both know of each other. */
static void
test_becomes (World *self, gconstpointer data)
{
  DeskVisit visit = { .record = { .kind = DESK_KIND_VISIT }, .channel = DESK_CHANNEL_PHONE, .kind = DESK_VISIT_REPAIR,
                      .unit_id = self->w.unit, .phone = (char *) "13800001234", .about = (char *) "厨房漏水\n地上有水" };
  gint64 id = must (self, self->base.actor, DESK_USE_CASE_LOG_VISIT,
                    desk_visit_input_new (NULL, &visit, DESK_TARGET_REPAIR, NULL, NULL));
  g_autoptr (DeskRecord) entry = desk_fixture_get (&self->base, DESK_KIND_VISIT, id);
  g_autoptr (DeskRecord) record = (DeskRecord *) get (self, ((DeskVisit *) entry)->link_id);
  DeskCase *c = (DeskCase *) record;

  g_assert_cmpint (((DeskVisit *) entry)->link_kind, ==, DESK_KIND_SERVICE_CASE);
  g_assert_cmpint (c->visit_id, ==, id);
  g_assert_cmpint (c->unit_id, ==, self->w.unit);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM service_case WHERE phone = '13800001234'"), ==, 1);
  g_assert_cmpstr (c->title, ==, "厨房漏水");
  g_assert_cmpstr (c->detail, ==, "厨房漏水\n地上有水");
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT to_kind FROM record_link WHERE from_kind = 24 ORDER BY id DESC LIMIT 1"),
                   ==, DESK_KIND_SERVICE_CASE);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT from_id FROM record_link WHERE from_kind = 24 ORDER BY id DESC LIMIT 1"),
                   ==, id);
}

static guint
reveal (World *self, const DeskActor *actor, gint64 id, GError **error)
{
  DeskOrdersInput *in = desk_orders_input_new (&id, 1);
  DeskSaved saved = { 0 };
  gboolean done = desk_reveal_orders (self->base.service, actor, in, &saved, error);
  guint count = done ? (guint) saved.count : 0;

  desk_orders_input_free (in);
  desk_saved_clear (&saved);
  return count;
}

/* Numbers on paper leave a row in the trail, masked; who may not see them gets none. */
static void
test_orders (World *self, gconstpointer data)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .title = (char *) "灯不亮",
                 .phone = (char *) "13800001234" };
  gint64 id = must (self, self->base.actor, DESK_USE_CASE_OPEN_CASE, desk_case_input_new (NULL, &c, NULL));
  gint64 roles = 1 << DESK_STAFF_ROLE_TECHNICIAN;
  g_autoptr (DeskActor) technician = desk_actor_new (self->other, "赵强", roles, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;

  g_assert_cmpuint (reveal (self, self->base.actor, id, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM trail WHERE use_case = 'reveal_orders' "
                                                    "AND changes LIKE '%138****1234%'"), ==, 1);
  g_assert_cmpuint (reveal (self, technician, id, &refusal), ==, 0);
  g_assert_error (refusal, DESK_ERROR, DESK_ERROR_FORBIDDEN);
}

#define ADD(name, func) g_test_add (name, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cases/life", test_life);
  ADD ("/cases/numbers", test_numbers);
  ADD ("/cases/advance", test_advance);
  ADD ("/cases/contact", test_contact);
  ADD ("/cases/merge", test_merge);
  ADD ("/cases/merge-again", test_merge_again);
  ADD ("/cases/link", test_link);
  ADD ("/cases/urgency", test_urgency);
  ADD ("/cases/refusals", test_refusals);
  ADD ("/cases/gone", test_gone);
  ADD ("/cases/first-contact", test_first_contact);
  ADD ("/cases/becomes", test_becomes);
  ADD ("/cases/orders", test_orders);
  return g_test_run ();
}
