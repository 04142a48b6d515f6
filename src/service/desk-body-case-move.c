/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-callback-book.h"
#include "desk-complaint-book.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* Moves of a case: one body for all of domain.md's table; each use case lets through those of its right. */

static gboolean
refuse (DeskProblemCode problem, const char *field, const char *first, const char *second, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, first, second, NULL);
  return FALSE;
}

/* The case it is merged into is another one that still stands. */
static gboolean
check_other (DeskTx *tx, const DeskCase *service_case, gint64 other_id, GError **error)
{
  g_autoptr (DeskRecord) other = NULL;

  if (other_id == 0)
    return TRUE;
  other = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, other_id, error);
  if (other == NULL)
    return FALSE;
  if (other_id == service_case->record.id || ((DeskCase *) other)->state == DESK_CASE_CANCELLED)
    return refuse (DESK_PROBLEM_MERGE_WRONG, "merged_into", ((DeskCase *) other)->number, NULL, error);
  return TRUE;
}

/* Called about and content: only the answer in writing kept it from being closed (desk_stage_state_after()). */
static gboolean
was_called (const DeskCase *service_case)
{
  return service_case->state == DESK_CASE_DONE && service_case->drawn != 0
         && (service_case->answer == DESK_ANSWER_SATISFIED || service_case->answer == DESK_ANSWER_FAIR);
}

static DeskMoveAsk
ask_of (DeskTx *tx, const DeskMoveInput *in, const DeskCase *service_case, gboolean program)
{
  gint64 assignee_id = in->assignee_id;

  /* Reopened without a name it goes to whoever had it. */
  if (assignee_id == 0 && in->move == DESK_MOVE_REOPEN)
    assignee_id = service_case->assignee_id;
  return (DeskMoveAsk){ .move = in->move,
                        .state = (DeskCaseState) service_case->state,
                        .case_assignee_id = service_case->assignee_id,
                        .has_category = service_case->category_id != 0 || in->category_id != 0,
                        .drawn = service_case->drawn != 0 && !was_called (service_case),
                        .opened_at = service_case->opened_at,
                        .staff_id = tx->actor->staff_id,
                        .roles = tx->actor->roles,
                        .matrix = &tx->service->matrix,
                        .program = program,
                        .at = in->at != 0 ? in->at : tx->now,
                        .assignee_id = assignee_id,
                        .wait_reason = in->wait_reason,
                        .until = in->until,
                        .other_id = in->other_id,
                        .answer = in->answer,
                        .reason = in->text,
                        .result = in->text };
}

/* What a move changes besides the state. */
static void
apply (DeskCase *service_case, const DeskMoveAsk *ask, const char *text)
{
  switch ((int) ask->move)
    {
    case DESK_MOVE_ASSIGN:
    case DESK_MOVE_TRANSFER:
      service_case->assignee_id = ask->assignee_id;
      break;
    case DESK_MOVE_TAKE:
      service_case->assignee_id = ask->staff_id;
      break;
    case DESK_MOVE_RETURN:
      service_case->assignee_id = 0;
      break;
    case DESK_MOVE_WAIT:
      service_case->wait_reason = ask->wait_reason;
      service_case->wait_until = ask->until;
      break;
    case DESK_MOVE_FINISH:
      desk_text_set (&service_case->result, text);
      if (service_case->assignee_id == 0)
        service_case->assignee_id = ask->staff_id;
      break;
    case DESK_MOVE_DRAW:
      service_case->drawn = 1;
      break;
    case DESK_MOVE_ANSWER:
      service_case->answer = ask->answer;
      break;
    case DESK_MOVE_MERGE:
      service_case->merged_into = ask->other_id;
      break;
    default:
      break;
    }
}

/* What follows from the state it comes to. */
static void
settle (DeskCase *service_case, const DeskMoveAsk *ask, DeskCaseState to, gint64 at)
{
  gboolean again = ask->move == DESK_MOVE_REOPEN || (ask->move == DESK_MOVE_ANSWER && to == DESK_CASE_ASSIGNED);

  service_case->state = to;
  if (to != DESK_CASE_WAITING)
    service_case->wait_reason = service_case->wait_until = 0;
  if (to != DESK_CASE_CALLBACK)
    service_case->call_tries = service_case->call_again = 0;
  service_case->closed_at = to == DESK_CASE_CLOSED || to == DESK_CASE_CANCELLED ? at : 0;
  if (!again)
    return;
  service_case->reopened++;
  service_case->drawn = 0;
  if (ask->assignee_id != 0)
    service_case->assignee_id = ask->assignee_id;
  if (service_case->assignee_id == 0)
    service_case->assignee_id = service_case->owner_id;
}

static gboolean
add_move (DeskTx *tx, const DeskMoveInput *in, const DeskMoveAsk *ask, DeskCase *service_case, DeskCaseState to,
          const char *text, DeskCaseEvent *written, GError **error)
{
  DeskTick ticks[2] = { 0 };
  guint n = desk_move_ticks (ask, in->contacted, ticks);
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_MOVE, .move = ask->move, .from_state = ask->state, .to_state = to,
                          .at = ask->at, .wait_reason = ask->wait_reason, .until = ask->until, .answer = ask->answer,
                          .text = (char *) text };

  event.ticks = (n > 0 ? ticks[0] : 0) + (n > 1 ? 16 * ticks[1] : 0);
  event.assignee_id = ask->move == DESK_MOVE_TAKE ? ask->staff_id : ask->assignee_id;
  event.other_id = ask->move == DESK_MOVE_MERGE ? ask->other_id : 0;
  if (!desk_case_add_event (tx, service_case, &event, error))
    return FALSE;
  *written = event;
  return TRUE;
}

/* What was done already is done again: otherwise the fault that is merged into it would be nobody's. */
static gboolean
open_again (DeskTx *tx, gint64 case_id, const char *text, GError **error)
{
  DeskMoveInput in = { .case_id = case_id, .move = DESK_MOVE_REOPEN, .text = (char *) text };
  DeskSaved saved = { 0 };
  gboolean moved = desk_case_make_move (tx, &in, FALSE, &saved, error);

  desk_saved_clear (&saved);
  return moved;
}

/* The other case learns what was merged into it, and that they asked again. */
static gboolean
tell_other (DeskTx *tx, const DeskCase *service_case, gint64 other_id, GError **error)
{
  g_autoptr (DeskRecord) before = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, other_id, error);
  g_autoptr (DeskRecord) other = NULL;
  g_autofree char *text = g_strdup_printf ("%s %s", service_case->number, service_case->title);
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_HURRY, .text = text, .other_id = service_case->record.id };

  if (before == NULL || (((DeskCase *) before)->state >= DESK_CASE_DONE && !open_again (tx, other_id, text, error)))
    return FALSE;
  other = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, other_id, error);
  if (other == NULL || !desk_case_add_event (tx, (DeskCase *) other, &event, error))
    return FALSE;
  ((DeskCase *) other)->hurried += 1 + service_case->hurried;
  return desk_tx_update (tx, other, error);
}

/* Checks the move against table, rights and store. Returns: the state afterwards, 0 with @error. */
static DeskCaseState
check (DeskTx *tx, const DeskMoveInput *in, const DeskMoveAsk *ask, const DeskCase *service_case, char **text,
       GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskCaseState to;

  desk_rule_course (text, "text", problems);
  to = desk_move_check (ask, problems);
  if (!desk_complaint_check_move (tx, service_case, ask->move, &to, problems, error))
    return 0;
  if (in->at > tx->now)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_IN_FUTURE, "at", -1, NULL));
  if (!desk_tx_refuse (problems, error)
      || !desk_tx_check_staff (tx, ask->assignee_id, "assignee_id", error)
      || !check_other (tx, service_case, ask->other_id, error))
    return 0;
  return to;
}

/**
 * desk_case_make_move:
 * @program: whether the program does it by itself
 *
 * Moves the case: course, state and what follows, clocks.
 */
gboolean
desk_case_make_move (DeskTx *tx, const DeskMoveInput *in, gboolean program, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->case_id, error);
  g_autofree char *text = g_strdup (in->text);
  DeskCase *service_case = (DeskCase *) record;
  DeskMoveAsk ask;
  DeskCaseEvent event;
  DeskCaseState to;

  if (record == NULL || (in->version != 0 && !desk_tx_check_version (tx, record, in->version, error)))
    return FALSE;
  ask = ask_of (tx, in, service_case, program);
  to = check (tx, in, &ask, service_case, &text, error);
  if (to == 0 || !add_move (tx, in, &ask, service_case, to, text, &event, error))
    return FALSE;
  if (in->category_id != 0 && in->move == DESK_MOVE_FINISH)
    service_case->category_id = in->category_id;
  apply (service_case, &ask, text);
  settle (service_case, &ask, to, event.at);
  if (!desk_complaint_moved (tx, service_case, &event, error) || !desk_tx_update (tx, record, error)
      || (in->move == DESK_MOVE_MERGE && !tell_other (tx, service_case, in->other_id, error)))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count++;
  return TRUE;
}

/* Lets only moves of @right through; others belong to another use case. */
static gboolean
move (DeskTx *tx, const DeskMoveInput *in, DeskRight right, DeskSaved *out, GError **error)
{
  guint n;
  const DeskMoveSpec *table = desk_move_table (&n);

  for (guint i = 0; i < n; i++)
    if (table[i].move == in->move && table[i].right == right)
      return desk_case_make_move (tx, in, FALSE, out, error);
  return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, "move", desk_move_nick (in->move), NULL, error);
}

gboolean
desk_body_assign_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_ASSIGN, out, error);
}

gboolean
desk_body_work_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_WORK, out, error);
}

gboolean
desk_body_settle_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_OPEN, out, error);
}

gboolean
desk_body_inspect_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_INSPECT, out, error);
}

gboolean
desk_body_answer_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CALLBACK_ANSWER, out, error);
}

gboolean
desk_body_reopen_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_REOPEN, out, error);
}

gboolean
desk_body_cancel_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_CANCEL, out, error);
}

gboolean
desk_body_merge_case (DeskTx *tx, const DeskMoveInput *in, DeskSaved *out, GError **error)
{
  return move (tx, in, DESK_RIGHT_CASE_MERGE, out, error);
}

/* All or none: what stands against one of them stands against the act. */
gboolean
desk_body_assign_cases (DeskTx *tx, const DeskAssignInput *in, DeskSaved *out, GError **error)
{
  if (in->ids->len == 0)
    return refuse (DESK_PROBLEM_EMPTY, "case_id", NULL, NULL, error);
  for (guint i = 0; i < in->ids->len; i++)
    {
      DeskMoveInput each = { .case_id = g_array_index (in->ids, gint64, i), .move = DESK_MOVE_ASSIGN,
                             .assignee_id = in->assignee_id };

      if (!desk_case_make_move (tx, &each, FALSE, out, error))
        return FALSE;
    }
  return TRUE;
}

/* Moves every case of @ids by itself. */
static gboolean
move_all (DeskTx *tx, GArray *ids, DeskMove name, DeskSaved *out, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      DeskMoveInput in = { .case_id = g_array_index (ids, gint64, i), .move = name };

      if (!desk_case_make_move (tx, &in, TRUE, out, error))
        return FALSE;
    }
  return TRUE;
}

/* What cases do by themselves: they resume at the time given; the day after they were done some are drawn to be called
 * back, and the others close. */
gboolean
desk_body_advance_cases (DeskTx *tx, const DeskAdvanceInput *in, DeskSaved *out, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CASE_WAITS_OVER);
  g_autoptr (GArray) waits = NULL;
  g_autoptr (GArray) done = NULL;

  desk_stmt_bind_int (stmt, "now", tx->now);
  waits = desk_store_read_ids (stmt, error);
  if (waits == NULL || !move_all (tx, waits, DESK_MOVE_RESUME, out, error) || !desk_callbacks_draw (tx, out, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_CASE_TO_CLOSE);
  desk_stmt_bind_int (stmt, "before", desk_day_start (tx->today, tx->service->zone));
  done = desk_store_read_ids (stmt, error);
  return done != NULL && move_all (tx, done, DESK_MOVE_CLOSE, out, error);
}
