/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quote.h"

#include <string.h>

/* Fen are exact: thousandths times fen, half-up. */
static void
test_amounts (void)
{
  static const struct
  {
    gint64 quantity, price, amount;
  } rows[] = {
    { 1000, 8600, 8600 },  { 2000, 1450, 2900 }, { 1, 499, 0 },       { 1, 500, 1 },     { 333, 100, 33 },
    { 335, 100, 34 },      { 1500, 1, 2 },       { 1499, 1, 1 },      { 500, 3, 2 },     { 2500, 12345, 30863 },
    { 100000000, 100000000, G_GINT64_CONSTANT (10000000000000) },     { 1000, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (desk_cost_amount (rows[i].quantity, rows[i].price), ==, rows[i].amount);
}

/* Quote states in the order of their numbers: none, Made, Agreed, Declined, Billed, Checked; '.' no such step. For a case
 * that is open, one that is done, one that is cancelled. */
static const struct
{
  DeskQuoteStep step;
  const char *open, *done;
} rows[] = {
  { DESK_QUOTE_STEP_MAKE, "MMMM..", "......" },
  { DESK_QUOTE_STEP_AGREE, ".A....", ".A...." },
  { DESK_QUOTE_STEP_DECLINE, ".D....", ".D...." },
  { DESK_QUOTE_STEP_BILL, "......", "B.B..." },
  { DESK_QUOTE_STEP_CHECK, "......", "....C." },
  { DESK_QUOTE_STEP_SEND_BACK, "......", "....A." },
};
static const char letters[] = "?MADBC";

static DeskQuoteAsk
ask_of (DeskQuoteState state, DeskCaseState case_state)
{
  return (DeskQuoteAsk){ .state = state, .case_state = case_state, .n_lines = 2, .total = 8600, .agreed = 8600,
                         .billed_id = 3, .staff_id = 7 };
}

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int state = 0; state <= DESK_QUOTE_CHECKED; state++)
      for (int c = DESK_CASE_NEW; c <= DESK_CASE_CANCELLED; c++)
        {
          g_autoptr (GPtrArray) problems = desk_problems_new ();
          DeskQuoteAsk ask = ask_of ((DeskQuoteState) state, (DeskCaseState) c);
          const char *cells = c < DESK_CASE_DONE ? rows[i].open : rows[i].done;
          char wanted = c == DESK_CASE_CANCELLED ? '.' : cells[state];
          DeskQuoteState to = desk_quote_check (&ask, rows[i].step, "因为", problems);

          g_assert_cmpint (to, ==, wanted == '.' ? 0 : strchr (letters, wanted) - letters);
          g_assert_cmpint (problems->len, ==, wanted == '.' ? 1 : 0);
        }
}

static void
refused (const DeskQuoteAsk *ask, DeskQuoteStep step, const char *reason, DeskProblemCode code)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  g_assert_cmpint (desk_quote_check (ask, step, reason, problems), ==, 0);
  g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, code);
}

static void
test_refusals (void)
{
  DeskQuoteAsk ask = ask_of (0, DESK_CASE_WORKING);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  ask.n_lines = 0;
  refused (&ask, DESK_QUOTE_STEP_MAKE, NULL, DESK_PROBLEM_QUOTE_EMPTY);
  ask.n_lines = 1;
  ask.covered = TRUE;
  refused (&ask, DESK_QUOTE_STEP_MAKE, NULL, DESK_PROBLEM_WARRANTY_COVERS);
  ask = ask_of (DESK_QUOTE_AGREED, DESK_CASE_DONE);
  ask.total = 8601;
  refused (&ask, DESK_QUOTE_STEP_BILL, " ", DESK_PROBLEM_BILL_ABOVE_QUOTE);
  g_assert_cmpint (desk_quote_check (&ask, DESK_QUOTE_STEP_BILL, "墙里的管子也要换", problems), ==, DESK_QUOTE_BILLED);
  ask.total = 8600;
  g_assert_cmpint (desk_quote_check (&ask, DESK_QUOTE_STEP_BILL, NULL, problems), ==, DESK_QUOTE_BILLED);
  /* A second person, whoever it is. */
  ask = ask_of (DESK_QUOTE_BILLED, DESK_CASE_CLOSED);
  ask.staff_id = 3;
  refused (&ask, DESK_QUOTE_STEP_CHECK, NULL, DESK_PROBLEM_NOT_ONESELF);
  refused (&ask, DESK_QUOTE_STEP_SEND_BACK, NULL, DESK_PROBLEM_EMPTY);
  g_assert_cmpint (desk_quote_check (&ask, DESK_QUOTE_STEP_SEND_BACK, "多算了一根", problems), ==, DESK_QUOTE_AGREED);
}

/* What is offered is what would be let through. */
static void
test_offers (void)
{
  DeskQuoteStep steps[DESK_N_QUOTE_STEPS];
  DeskQuoteAsk ask = ask_of (DESK_QUOTE_MADE, DESK_CASE_WAITING);

  g_assert_cmpint (desk_quote_offers (&ask, steps), ==, 2);
  g_assert_cmpint (steps[0], ==, DESK_QUOTE_STEP_AGREE);
  g_assert_cmpint (steps[1], ==, DESK_QUOTE_STEP_DECLINE);
  ask.total = 9000; /* a line was added meanwhile */
  g_assert_cmpint (desk_quote_offers (&ask, steps), ==, 3);
  g_assert_cmpint (steps[2], ==, DESK_QUOTE_STEP_MAKE);
  ask = ask_of (DESK_QUOTE_CHECKED, DESK_CASE_CLOSED);
  g_assert_cmpint (desk_quote_offers (&ask, steps), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quote/amounts", test_amounts);
  g_test_add_func ("/quote/steps", test_steps);
  g_test_add_func ("/quote/refusals", test_refusals);
  g_test_add_func ("/quote/offers", test_offers);
  return g_test_run ();
}
