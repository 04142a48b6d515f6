/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-move.h"
#include "desk-sample.h"

/*
 * Walks of cases by chance: whoever asks for whatever move, with the clock running on. What the table says is done and
 * nothing else, what is refused leaves the case as it was, and what stands in the case is what its course says.
 * DESK_SEEDS: how many walks.
 */

#define STEPS 60

typedef struct
{
  DeskFixture base;
  DeskSampleWorld w;
  guint64 chance;
  DeskActor *actors[DESK_N_STAFF_ROLES];
} World;

static guint
below (World *self, guint n)
{
  self->chance = self->chance * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((self->chance >> 33) % n);
}

static const DeskUseCase *
use_cases (guint *n)
{
  static const DeskUseCase all[]
      = { DESK_USE_CASE_ASSIGN_CASE, DESK_USE_CASE_WORK_CASE,   DESK_USE_CASE_SETTLE_CASE, DESK_USE_CASE_INSPECT_CASE,
          DESK_USE_CASE_ANSWER_CASE, DESK_USE_CASE_REOPEN_CASE, DESK_USE_CASE_CANCEL_CASE, DESK_USE_CASE_MERGE_CASE };

  *n = G_N_ELEMENTS (all);
  return all;
}

/* The use case a move from this state belongs to; 0 where there is no such move: any will do to be refused. */
static DeskUseCase
use_case_of (DeskMove move, DeskCaseState state)
{
  const DeskMoveSpec *spec = desk_move_find (move, state);
  guint n;
  const DeskUseCase *all = use_cases (&n);

  for (guint i = 0; spec != NULL && i < n; i++)
    if (desk_use_case_right (all[i]) == spec->right)
      return all[i];
  return DESK_USE_CASE_CANCEL_CASE;
}

static DeskMoveInput *
any_move (World *self, const DeskCase *c)
{
  DeskMove move = (DeskMove) (1 + below (self, DESK_N_MOVES - 1));
  DeskMoveInput *in = desk_move_input_new (NULL, c->record.id, 0, move, below (self, 4) > 0 ? "因为" : NULL);

  in->assignee_id = below (self, 3) > 0 ? self->actors[below (self, DESK_N_STAFF_ROLES)]->staff_id : 0;
  in->wait_reason = below (self, 3) > 0 ? 1 + below (self, 5) : 0;
  in->answer = below (self, 3) > 0 ? 1 + below (self, 3) : 0;
  in->other_id = below (self, 3) > 0 ? self->w.case_new : 0;
  in->contacted = below (self, 2) == 0;
  return in;
}

/* What the table says of it. */
static DeskCaseState
expected (World *self, const DeskActor *actor, const DeskMoveInput *in, const DeskCase *c)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskMoveAsk ask = { .move = in->move, .state = (DeskCaseState) c->state, .case_assignee_id = c->assignee_id,
                      .has_category = c->category_id != 0, .drawn = c->drawn != 0, .opened_at = c->opened_at,
                      .staff_id = actor->staff_id, .roles = actor->roles, .at = desk_clock_now (self->base.clock),
                      .assignee_id = in->assignee_id, .wait_reason = in->wait_reason, .other_id = in->other_id,
                      .answer = in->answer, .reason = in->text, .result = in->text };

  if (ask.assignee_id == 0 && in->move == DESK_MOVE_REOPEN)
    ask.assignee_id = c->assignee_id;
  return desk_move_check (&ask, problems);
}

/* What is derived agrees with the state, whatever way led here. */
static void
check_case (World *self, const DeskCase *c)
{
  gboolean live = c->state != DESK_CASE_CLOSED && c->state != DESK_CASE_CANCELLED;
  gboolean done = c->state == DESK_CASE_DONE || c->state == DESK_CASE_CALLBACK || c->state == DESK_CASE_CLOSED;
  g_autofree char *sql = g_strdup_printf (
      "SELECT (SELECT to_state FROM case_event WHERE case_id = %1$" G_GINT64_FORMAT " AND kind IN (1, 2) ORDER BY id DESC LIMIT 1)",
      c->record.id);

  g_assert_cmpint (c->live, ==, live);
  g_assert_cmpint (desk_fixture_count (&self->base, sql), ==, c->state);
  g_assert_true ((c->closed_at != 0) == !live);
  g_assert_true ((c->done_at != 0) == (done || (c->state == DESK_CASE_CANCELLED && c->done_at != 0)));
  g_assert_true (!done || c->next_due == 0);
  g_assert_true (c->state != DESK_CASE_WAITING || c->wait_reason != 0);
  /* One that was late when it began to wait stays late. */
  g_assert_true (c->state != DESK_CASE_WAITING || c->completion_due == 0 || c->completion_due < c->since);
  g_assert_true (c->state == DESK_CASE_WAITING || c->wait_reason == 0);
  g_assert_true (c->state != DESK_CASE_NEW || c->assignee_id == 0);
  g_assert_true ((c->state != DESK_CASE_ASSIGNED && c->state != DESK_CASE_ACCEPTED && c->state != DESK_CASE_WORKING) || c->assignee_id != 0);
  g_assert_cmpint (c->waited, >=, 0);
}

/* Taking back the last move brings the case to where it was, and taking that back brings the move again. */
static void
there_and_back (World *self, gint64 act, gint64 case_id, gint64 state)
{
  for (int i = 0; i < 2; i++)
    {
      DeskUndoInput undo = { .act_id = act };
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskRecord) record = NULL;
      DeskSaved saved = { 0 };

      desk_undo_act (self->base.service, self->base.actor, &undo, &saved, &error);
      g_assert_no_error (error);
      act = saved.act_id;
      desk_saved_clear (&saved);
      record = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, case_id);
      if (i == 1)
        check_case (self, (DeskCase *) record);
      else
        g_assert_cmpint (((DeskCase *) record)->state, ==, state);
    }
}

static gint64
open_one (World *self)
{
  DeskCase c = { .record = { .kind = DESK_KIND_SERVICE_CASE }, .kind = DESK_CASE_REPAIR, .category_id = self->w.category,
                 .unit_id = self->w.unit, .title = (char *) "走一遍" };
  DeskCaseInput in = { .service_case = &c };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gint64 id;

  desk_open_case (self->base.service, self->base.actor, &in, &saved, &error);
  g_assert_no_error (error);
  id = saved.id;
  desk_saved_clear (&saved);
  return id;
}

static void
step (World *self, gint64 case_id)
{
  g_autoptr (DeskRecord) before = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, case_id);
  g_autoptr (DeskRecord) after = NULL;
  const DeskActor *actor = self->actors[below (self, DESK_N_STAFF_ROLES)];
  DeskMoveInput *in = any_move (self, (DeskCase *) before);
  DeskUseCase use_case = use_case_of (in->move, (DeskCaseState) ((DeskCase *) before)->state);
  DeskCaseState to = expected (self, actor, in, (DeskCase *) before);
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  gboolean done = desk_use_case_run (self->base.service, use_case, actor, in, &saved, &error);

  g_assert_true (done == (to != 0));
  after = desk_fixture_get (&self->base, DESK_KIND_SERVICE_CASE, case_id);
  if (!done)
    g_assert_true (desk_record_equal (before, after));
  else
    g_assert_cmpint (((DeskCase *) after)->state, ==, to);
  check_case (self, (DeskCase *) after);
  if (done && desk_use_case_undo (use_case) == DESK_UNDO_UNDOABLE && below (self, 4) == 0)
    there_and_back (self, saved.act_id, case_id, ((DeskCase *) before)->state);
  desk_saved_clear (&saved);
  desk_move_input_free (in);
  desk_clock_set (self->base.clock, desk_clock_now (self->base.clock) + below (self, 6 * 3600));
}

static void
walk (guint64 seed)
{
  World self = { .chance = seed };
  gint64 case_id;

  desk_fixture_set_up (&self.base);
  desk_sample_world (&self.base, &self.w);
  for (guint role = 0; role < DESK_N_STAFF_ROLES; role++)
    {
      g_autofree char *login = g_strdup_printf ("role%u", role);
      gint64 id = desk_fixture_staff (&self.base, login, login, 1 << role, 0);

      self.actors[role] = desk_actor_new (id, login, 1 << role, NULL, 0);
    }
  case_id = open_one (&self);
  for (int i = 0; i < STEPS; i++)
    step (&self, case_id);
  for (guint role = 0; role < DESK_N_STAFF_ROLES; role++)
    desk_actor_free (self.actors[role]);
  desk_fixture_tear_down (&self.base);
}

static void
test_walks (void)
{
  const char *text = g_getenv ("DESK_SEEDS");
  guint n = text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 12;

  for (guint seed = 1; seed <= n; seed++)
    {
      g_test_message ("seed %u", seed);
      walk (seed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-walk/by-chance", test_walks);
  return g_test_run ();
}
