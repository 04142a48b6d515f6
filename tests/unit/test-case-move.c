/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-move.h"

#include <string.h>

/* States in the order of their numbers: new, assigned, aCcepted, working, waiting (t), done, callback (b), closed (x),
 * cancelled (z). A cell says where the move leads from that state, '.' that there is none. Who: desk, housekeeper,
 * technician, cashier, supervisor, admin, the assignee (a technician), the program; by the matrix of a new store. */
static const struct
{
  DeskMove move;
  const char *to;
  const char *who;
} rows[] = {
  { DESK_MOVE_ASSIGN, "aaa......", "dh..s..." },
  { DESK_MOVE_TAKE, "cc.......", ".ht.s.A." },
  { DESK_MOVE_ACCEPT, ".c.......", ".h..s.A." },
  { DESK_MOVE_RETURN, ".nn......", ".h..s.A." },
  { DESK_MOVE_TRANSFER, ".aaaa....", ".h..s.A." },
  { DESK_MOVE_START, "..w......", ".h..s.A." },
  { DESK_MOVE_WAIT, "..tt.....", ".h..s.A." },
  { DESK_MOVE_RESUME, "....w....", ".h..s.AP" },
  { DESK_MOVE_FINISH, "d.dd.....", ".h..s.A." }, /* from new: whoever may open one */
  { DESK_MOVE_PASS, ".....d...", ".h..s..." },
  { DESK_MOVE_FAIL, ".....w...", ".h..s..." },
  { DESK_MOVE_DRAW, ".....b...", "dh..s..P" },
  { DESK_MOVE_ANSWER, "......x..", "dh..s..." },
  { DESK_MOVE_CLOSE, ".....x...", "....s..P" },
  { DESK_MOVE_REOPEN, ".....aaa.", "dh..s..." },
  { DESK_MOVE_CANCEL, "zzzzz....", "dh..s..." },
  { DESK_MOVE_MERGE, "zzzzzzz..", "dh..s..." },
};
static const char letters[] = "nacwtdbxz";

/* Somebody of one role, the assignee, or the program, with all a move could need. */
static DeskMoveAsk
ask_of (DeskMove move, DeskCaseState state, guint who)
{
  DeskMoveAsk ask = { .move = move, .state = state, .case_assignee_id = 7, .has_category = TRUE, .opened_at = 100,
                      .staff_id = 3, .at = 200, .assignee_id = 5, .wait_reason = DESK_WAIT_PARTS, .until = 300,
                      .other_id = 9, .answer = DESK_ANSWER_FAIR, .reason = "缺配件", .result = "已换" };

  if (who < DESK_N_STAFF_ROLES)
    ask.roles = 1 << who;
  else if (who == DESK_N_STAFF_ROLES)
    {
      ask.staff_id = 7;
      ask.roles = 1 << DESK_STAFF_ROLE_TECHNICIAN;
    }
  else
    ask.program = TRUE;
  return ask;
}

static gboolean
may (guint row, DeskCaseState state, guint who)
{
  const char *list = rows[row].who;

  if (rows[row].move == DESK_MOVE_FINISH && state == DESK_CASE_NEW)
    list = "dh.cs...";
  return list[who] != '.';
}

static void
test_all (void)
{
  guint n = 0;

  g_assert_cmpint (G_N_ELEMENTS (rows), ==, DESK_N_MOVES - 1);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    for (guint state = 1; state <= DESK_N_CASE_STATES; state++)
      for (guint who = 0; who < 8; who++, n++)
        {
          g_autoptr (GPtrArray) problems = desk_problems_new ();
          DeskMoveAsk ask = ask_of (rows[row].move, state, who);
          char cell = rows[row].to[state - 1];
          DeskCaseState to = desk_move_check (&ask, problems);

          g_assert_cmpint (cell != '.', ==, desk_move_find (ask.move, ask.state) != NULL);
          if (cell == '.')
            {
              g_assert_cmpint (to, ==, 0);
              g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, DESK_PROBLEM_MOVE_NOT_POSSIBLE);
            }
          else if (!may (row, state, who))
            {
              g_assert_cmpint (to, ==, 0);
              g_assert_cmpint (problems->len, ==, 1);
              g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, DESK_PROBLEM_MOVE_NOT_YOURS);
            }
          else
            {
              g_assert_cmpint (problems->len, ==, 0);
              g_assert_cmpint (letters[to - 1], ==, cell);
            }
        }
  g_assert_cmpint (n, ==, 17 * 9 * 8);
}

/* What each move cannot do without, with the field that is marked. */
static const struct
{
  DeskMove move;
  DeskCaseState state;
  const char *fields;
} needs[] = {
  { DESK_MOVE_ASSIGN, DESK_CASE_NEW, "assignee_id" },
  { DESK_MOVE_TAKE, DESK_CASE_NEW, "" },
  { DESK_MOVE_ACCEPT, DESK_CASE_ASSIGNED, "" },
  { DESK_MOVE_RETURN, DESK_CASE_ASSIGNED, "reason" },
  { DESK_MOVE_TRANSFER, DESK_CASE_WORKING, "reason,assignee_id" },
  { DESK_MOVE_START, DESK_CASE_ACCEPTED, "" },
  { DESK_MOVE_WAIT, DESK_CASE_WORKING, "wait_reason" },
  { DESK_MOVE_RESUME, DESK_CASE_WAITING, "" },
  { DESK_MOVE_FINISH, DESK_CASE_WORKING, "result,category_id" },
  { DESK_MOVE_FINISH, DESK_CASE_NEW, "result,category_id" },
  { DESK_MOVE_PASS, DESK_CASE_DONE, "" },
  { DESK_MOVE_FAIL, DESK_CASE_DONE, "reason" },
  { DESK_MOVE_DRAW, DESK_CASE_DONE, "" },
  { DESK_MOVE_ANSWER, DESK_CASE_CALLBACK, "answer" },
  { DESK_MOVE_CLOSE, DESK_CASE_DONE, "" },
  { DESK_MOVE_REOPEN, DESK_CASE_CLOSED, "reason,assignee_id" },
  { DESK_MOVE_CANCEL, DESK_CASE_NEW, "reason" },
  { DESK_MOVE_MERGE, DESK_CASE_NEW, "merged_into" },
};

static void
test_needs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      g_autoptr (GString) fields = g_string_new (NULL);
      DeskMoveAsk ask = { .move = needs[i].move, .state = needs[i].state, .case_assignee_id = 7, .staff_id = 7,
                          .roles = DESK_ALL_ROLES, .at = 200, .opened_at = 100, .reason = " ", .result = "\t" };

      desk_move_check (&ask, problems);
      for (guint k = 0; k < problems->len; k++)
        g_string_append_printf (fields, "%s%s", k == 0 ? "" : ",", ((DeskProblem *) problems->pdata[k])->field);
      g_assert_cmpstr (fields->str, ==, needs[i].fields);
    }
}

static void
assert_one (const DeskMoveAsk *ask, DeskProblemCode code)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  g_assert_cmpint (desk_move_check (ask, problems), ==, 0);
  g_assert_cmpint (problems->len, ==, 1);
  g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, code);
}

static void
test_times (void)
{
  DeskMoveAsk before = ask_of (DESK_MOVE_START, DESK_CASE_ACCEPTED, DESK_N_STAFF_ROLES);
  DeskMoveAsk past = ask_of (DESK_MOVE_WAIT, DESK_CASE_WORKING, DESK_N_STAFF_ROLES);
  DeskMoveAsk drawn = ask_of (DESK_MOVE_CLOSE, DESK_CASE_DONE, DESK_STAFF_ROLE_SUPERVISOR);

  before.at = 99;
  assert_one (&before, DESK_PROBLEM_BEFORE_OPENING);
  past.until = 200;
  assert_one (&past, DESK_PROBLEM_UNTIL_PAST);
  drawn.drawn = TRUE;
  assert_one (&drawn, DESK_PROBLEM_MOVE_NOT_POSSIBLE);
}

/* An answer C begins again; it is a move of its own kind for the clocks. */
static void
test_answer (void)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskMoveAsk ask = ask_of (DESK_MOVE_ANSWER, DESK_CASE_CALLBACK, DESK_STAFF_ROLE_DESK);
  DeskTick ticks[2];

  g_assert_cmpint (desk_move_ticks (&ask, FALSE, ticks), ==, 0);
  ask.answer = DESK_ANSWER_NOT;
  g_assert_cmpint (desk_move_check (&ask, problems), ==, DESK_CASE_ASSIGNED);
  g_assert_cmpint (desk_move_ticks (&ask, FALSE, ticks), ==, 1);
  g_assert_cmpint (ticks[0], ==, DESK_TICK_RESTART);
}

static void
test_contact (void)
{
  DeskMoveAsk ask = ask_of (DESK_MOVE_TAKE, DESK_CASE_NEW, DESK_STAFF_ROLE_TECHNICIAN);
  DeskTick ticks[2];

  g_assert_cmpint (desk_move_ticks (&ask, FALSE, ticks), ==, 0);
  g_assert_cmpint (desk_move_ticks (&ask, TRUE, ticks), ==, 1);
  g_assert_cmpint (ticks[0], ==, DESK_TICK_RESPOND);
}

/* What is offered is exactly what would be done. */
static void
test_offers (void)
{
  for (guint state = 1; state <= DESK_N_CASE_STATES; state++)
    for (guint who = 0; who < 8; who++)
      {
        DeskMoveAsk ask = ask_of (0, state, who);
        DeskMove moves[DESK_N_MOVES];
        guint n = desk_move_offers (&ask, moves);

        for (DeskMove move = 1; move < DESK_N_MOVES; move++)
          {
            g_autoptr (GPtrArray) problems = desk_problems_new ();
            DeskMoveAsk full = ask_of (move, state, who);
            gboolean offered = FALSE;

            for (guint i = 0; i < n; i++)
              offered = offered || moves[i] == move;
            g_assert_cmpint (offered, ==, desk_move_check (&full, problems) != 0);
          }
      }
}

/* The matrix is data: a right that is given or taken counts at once. */
static void
test_matrix (void)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskMoveAsk ask = ask_of (DESK_MOVE_CANCEL, DESK_CASE_NEW, DESK_STAFF_ROLE_CASHIER);
  DeskMatrix matrix;

  desk_matrix_set_default (&matrix);
  ask.matrix = &matrix;
  assert_one (&ask, DESK_PROBLEM_MOVE_NOT_YOURS);
  matrix.level[DESK_RIGHT_CASE_CANCEL][DESK_STAFF_ROLE_CASHIER] = DESK_LEVEL_ALL;
  g_assert_cmpint (desk_move_check (&ask, problems), ==, DESK_CASE_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-move/all", test_all);
  g_test_add_func ("/case-move/needs", test_needs);
  g_test_add_func ("/case-move/times", test_times);
  g_test_add_func ("/case-move/answer", test_answer);
  g_test_add_func ("/case-move/contact", test_contact);
  g_test_add_func ("/case-move/offers", test_offers);
  g_test_add_func ("/case-move/matrix", test_matrix);
  return g_test_run ();
}
