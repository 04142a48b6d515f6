/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-move.h"

#include "desk-string.h"

#define IN(state) DESK_CASE_BIT (DESK_CASE_##state)
#define SUPERVISOR (1 << DESK_STAFF_ROLE_SUPERVISOR)
#define ASSIGNEE (DESK_MOVER_ASSIGNEE | (1 << DESK_STAFF_ROLE_HOUSEKEEPER) | SUPERVISOR)
#define ANYBODY 0 /* who holds the right */
#define PROGRAM DESK_MOVER_PROGRAM

/* The table of domain.md, row by row. A solved case at the desk is a row of its own: it needs no assignee. */
static const DeskMoveSpec table[] = {
  { DESK_MOVE_ASSIGN, IN (NEW) | IN (ASSIGNED) | IN (ACCEPTED), DESK_CASE_ASSIGNED, ANYBODY, DESK_NEED_ASSIGNEE, 0,
    DESK_RIGHT_CASE_ASSIGN },
  { DESK_MOVE_TAKE, IN (NEW) | IN (ASSIGNED), DESK_CASE_ACCEPTED, ANYBODY, 0, 0, DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_ACCEPT, IN (ASSIGNED), DESK_CASE_ACCEPTED, ASSIGNEE, 0, 0, DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_RETURN, IN (ASSIGNED) | IN (ACCEPTED), DESK_CASE_NEW, ASSIGNEE, DESK_NEED_REASON, 0,
    DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_TRANSFER, IN (ASSIGNED) | IN (ACCEPTED) | IN (WORKING) | IN (WAITING), DESK_CASE_ASSIGNED, ASSIGNEE,
    DESK_NEED_REASON | DESK_NEED_ASSIGNEE, DESK_TICK_RESUME, DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_START, IN (ACCEPTED), DESK_CASE_WORKING, ASSIGNEE, 0, DESK_TICK_RESPOND, DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_WAIT, IN (ACCEPTED) | IN (WORKING), DESK_CASE_WAITING, ASSIGNEE, DESK_NEED_WAIT_REASON, DESK_TICK_WAIT,
    DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_RESUME, IN (WAITING), DESK_CASE_WORKING, ASSIGNEE | PROGRAM, 0, DESK_TICK_RESUME, DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_FINISH, IN (ACCEPTED) | IN (WORKING), DESK_CASE_DONE, ASSIGNEE, DESK_NEED_RESULT | DESK_NEED_CATEGORY,
    DESK_TICK_DONE, DESK_RIGHT_CASE_WORK },
  { DESK_MOVE_FINISH, IN (NEW), DESK_CASE_DONE, ANYBODY, DESK_NEED_RESULT | DESK_NEED_CATEGORY, DESK_TICK_DONE,
    DESK_RIGHT_CASE_OPEN },
  { DESK_MOVE_PASS, IN (DONE), DESK_CASE_DONE, ANYBODY, 0, 0, DESK_RIGHT_CASE_INSPECT },
  { DESK_MOVE_FAIL, IN (DONE), DESK_CASE_WORKING, ANYBODY, DESK_NEED_REASON, DESK_TICK_RUN_ON, DESK_RIGHT_CASE_INSPECT },
  { DESK_MOVE_DRAW, IN (DONE), DESK_CASE_CALLBACK, ANYBODY | PROGRAM, 0, 0, DESK_RIGHT_CALLBACK_ANSWER },
  { DESK_MOVE_ANSWER, IN (CALLBACK), DESK_CASE_CLOSED, ANYBODY, DESK_NEED_ANSWER, 0, DESK_RIGHT_CALLBACK_ANSWER },
  { DESK_MOVE_CLOSE, IN (DONE), DESK_CASE_CLOSED, SUPERVISOR | PROGRAM, 0, 0, DESK_RIGHT_CASE_INSPECT },
  { DESK_MOVE_REOPEN, IN (DONE) | IN (CALLBACK) | IN (CLOSED), DESK_CASE_ASSIGNED, ANYBODY,
    DESK_NEED_REASON | DESK_NEED_ASSIGNEE, DESK_TICK_RESTART, DESK_RIGHT_CASE_REOPEN },
  { DESK_MOVE_CANCEL, IN (NEW) | IN (ASSIGNED) | IN (ACCEPTED) | IN (WORKING) | IN (WAITING), DESK_CASE_CANCELLED,
    ANYBODY, DESK_NEED_REASON, DESK_TICK_STOP, DESK_RIGHT_CASE_CANCEL },
  { DESK_MOVE_MERGE,
    IN (NEW) | IN (ASSIGNED) | IN (ACCEPTED) | IN (WORKING) | IN (WAITING) | IN (DONE) | IN (CALLBACK),
    DESK_CASE_CANCELLED, ANYBODY, DESK_NEED_OTHER, DESK_TICK_STOP, DESK_RIGHT_CASE_MERGE },
};

/* Returns: (transfer none): the table. */
const DeskMoveSpec *
desk_move_table (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (table);
  return table;
}

/* Returns: (nullable): the row of @move from @state; NULL: there is no such move. */
const DeskMoveSpec *
desk_move_find (DeskMove move, DeskCaseState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].move == move && (table[i].from & DESK_CASE_BIT (state)) != 0)
      return &table[i];
  return NULL;
}

/* The name of @move in the store, static. */
const char *
desk_move_nick (DeskMove move)
{
  return desk_enum_nick (&desk_enum_move, move);
}

/* Does whoever asks hold the right, and is one of those @spec names? */
gboolean
desk_move_may (const DeskMoveAsk *ask, const DeskMoveSpec *spec)
{
  guint by = spec->by & ~(guint) PROGRAM;
  DeskMatrix matrix;

  if (ask->program)
    return (spec->by & PROGRAM) != 0;
  if (ask->matrix == NULL)
    desk_matrix_set_default (&matrix);
  if (desk_matrix_level (ask->matrix != NULL ? ask->matrix : &matrix, spec->right, ask->roles) < DESK_LEVEL_OWN)
    return FALSE;
  if ((by & DESK_MOVER_ASSIGNEE) != 0 && ask->staff_id != 0 && ask->staff_id == ask->case_assignee_id)
    return TRUE;
  return by == ANYBODY || (by & (guint) ask->roles & DESK_ALL_ROLES) != 0;
}

static void
add (GPtrArray *problems, DeskProblemCode code, const char *field, const char *arg1, const char *arg2)
{
  g_ptr_array_add (problems, desk_problem_new (code, field, -1, arg1, arg2, NULL));
}

static void
check_needs (const DeskMoveAsk *ask, guint needs, GPtrArray *problems)
{
  if ((needs & DESK_NEED_REASON) && desk_string_is_empty (ask->reason))
    add (problems, DESK_PROBLEM_EMPTY, "reason", NULL, NULL);
  if ((needs & DESK_NEED_RESULT) && desk_string_is_empty (ask->result))
    add (problems, DESK_PROBLEM_EMPTY, "result", NULL, NULL);
  if ((needs & DESK_NEED_ASSIGNEE) && ask->assignee_id == 0)
    add (problems, DESK_PROBLEM_EMPTY, "assignee_id", NULL, NULL);
  if ((needs & DESK_NEED_CATEGORY) && !ask->has_category)
    add (problems, DESK_PROBLEM_EMPTY, "category_id", NULL, NULL);
  if ((needs & DESK_NEED_OTHER) && ask->other_id == 0)
    add (problems, DESK_PROBLEM_EMPTY, "merged_into", NULL, NULL);
  if ((needs & DESK_NEED_WAIT_REASON) && !desk_enum_has (&desk_enum_wait_reason, ask->wait_reason))
    add (problems, DESK_PROBLEM_EMPTY, "wait_reason", NULL, NULL);
  if ((needs & DESK_NEED_ANSWER) && !desk_enum_has (&desk_enum_answer, ask->answer))
    add (problems, DESK_PROBLEM_EMPTY, "answer", NULL, NULL);
}

/**
 * desk_move_check:
 * @problems: what stands against it is added
 *
 * Returns: the state afterwards; 0 when something was wrong
 */
DeskCaseState
desk_move_check (const DeskMoveAsk *ask, GPtrArray *problems)
{
  const DeskMoveSpec *spec = desk_move_find (ask->move, ask->state);
  const char *state = desk_enum_nick (&desk_enum_case_state, ask->state);
  guint before = problems->len;

  if (spec == NULL || (ask->move == DESK_MOVE_CLOSE && ask->drawn))
    {
      add (problems, DESK_PROBLEM_MOVE_NOT_POSSIBLE, NULL, desk_move_nick (ask->move), state);
      return 0;
    }
  if (!desk_move_may (ask, spec))
    add (problems, DESK_PROBLEM_MOVE_NOT_YOURS, NULL, desk_move_nick (ask->move), NULL);
  check_needs (ask, spec->needs, problems);
  if (ask->at < ask->opened_at)
    add (problems, DESK_PROBLEM_BEFORE_OPENING, "at", NULL, NULL);
  if (ask->move == DESK_MOVE_WAIT && ask->until != 0 && ask->until <= ask->at)
    add (problems, DESK_PROBLEM_UNTIL_PAST, "until", NULL, NULL);
  if (problems->len > before)
    return 0;
  if (ask->move == DESK_MOVE_ANSWER && ask->answer == DESK_ANSWER_NOT)
    return DESK_CASE_ASSIGNED;
  return spec->to;
}

/**
 * desk_move_ticks:
 * @contacted: whether they spoke with the resident while taking or accepting it
 * @ticks: (out): what the clocks are fed, in order
 *
 * Returns: how many
 */
guint
desk_move_ticks (const DeskMoveAsk *ask, gboolean contacted, DeskTick ticks[2])
{
  const DeskMoveSpec *spec = desk_move_find (ask->move, ask->state);
  guint n = 0;

  if (spec == NULL)
    return 0;
  if (contacted && (ask->move == DESK_MOVE_TAKE || ask->move == DESK_MOVE_ACCEPT))
    ticks[n++] = DESK_TICK_RESPOND;
  if (spec->tick != 0)
    ticks[n++] = spec->tick;
  if (ask->move == DESK_MOVE_ANSWER && ask->answer == DESK_ANSWER_NOT)
    ticks[n++] = DESK_TICK_RESTART;
  return n;
}

/* Fills @moves with what whoever asks can do from here, in the order of the table. Returns: how many. */
guint
desk_move_offers (const DeskMoveAsk *ask, DeskMove moves[DESK_N_MOVES])
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if ((table[i].from & DESK_CASE_BIT (ask->state)) != 0 && desk_move_may (ask, &table[i])
        && !(table[i].move == DESK_MOVE_CLOSE && ask->drawn))
      moves[n++] = table[i].move;
  return n;
}
