/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-quote.h"

#include "desk-decimal.h"
#include "desk-string.h"

#define IN(state) (1u << (state))
#define NONE IN (0)
#define OPEN_CASE DESK_CASE_OPEN_BITS
#define DONE_CASE (DESK_CASE_BIT (DESK_CASE_DONE) | DESK_CASE_BIT (DESK_CASE_CALLBACK) | DESK_CASE_BIT (DESK_CASE_CLOSED))

/* A small repair may be billed without a quote; one that was declined may be quoted anew. */
static const struct
{
  DeskQuoteStep step;
  guint from;       /* bits of DeskQuoteState, NONE: there is none yet */
  guint case_state; /* DESK_CASE_BIT */
  DeskQuoteState to;
} table[] = {
  { DESK_QUOTE_STEP_MAKE, NONE | IN (DESK_QUOTE_DECLINED) | IN (DESK_QUOTE_MADE) | IN (DESK_QUOTE_AGREED), OPEN_CASE,
    DESK_QUOTE_MADE },
  { DESK_QUOTE_STEP_AGREE, IN (DESK_QUOTE_MADE), OPEN_CASE | DONE_CASE, DESK_QUOTE_AGREED },
  { DESK_QUOTE_STEP_DECLINE, IN (DESK_QUOTE_MADE), OPEN_CASE | DONE_CASE, DESK_QUOTE_DECLINED },
  { DESK_QUOTE_STEP_BILL, NONE | IN (DESK_QUOTE_AGREED), DONE_CASE, DESK_QUOTE_BILLED },
  { DESK_QUOTE_STEP_CHECK, IN (DESK_QUOTE_BILLED), DONE_CASE, DESK_QUOTE_CHECKED },
  { DESK_QUOTE_STEP_SEND_BACK, IN (DESK_QUOTE_BILLED), DONE_CASE, DESK_QUOTE_AGREED },
};

static int
find (const DeskQuoteAsk *ask, DeskQuoteStep step)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (table); i++)
    if (table[i].step == step && (table[i].from & IN (ask->state)) != 0
        && (table[i].case_state & DESK_CASE_BIT (ask->case_state)) != 0)
      return i;
  return -1;
}

static void
add (GPtrArray *problems, DeskProblemCode code, const char *field)
{
  g_ptr_array_add (problems, desk_problem_new (code, field, -1, NULL));
}

/* More than was agreed to needs a word: what was found once the wall was open. */
static void
check_bill (const DeskQuoteAsk *ask, const char *reason, GPtrArray *problems)
{
  g_autofree char *agreed = desk_decimal_format_grouped (ask->agreed, DESK_DIGITS_MONEY);
  g_autofree char *total = desk_decimal_format_grouped (ask->total, DESK_DIGITS_MONEY);

  if (ask->state == DESK_QUOTE_AGREED && ask->agreed > 0 && ask->total > ask->agreed && desk_string_is_empty (reason))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_BILL_ABOVE_QUOTE, "note", -1, total, agreed, NULL));
}

/**
 * desk_quote_check:
 * @reason: (nullable): why it is more than agreed, or sent back
 * @problems: what stands against it is added
 *
 * Returns: the state afterwards; 0 when something was wrong
 */
DeskQuoteState
desk_quote_check (const DeskQuoteAsk *ask, DeskQuoteStep step, const char *reason, GPtrArray *problems)
{
  guint before = problems->len;
  int row = find (ask, step);

  if (row < 0)
    {
      add (problems, DESK_PROBLEM_QUOTE_NOT_POSSIBLE, NULL);
      return 0;
    }
  if ((step == DESK_QUOTE_STEP_MAKE || step == DESK_QUOTE_STEP_BILL) && ask->n_lines == 0)
    add (problems, DESK_PROBLEM_QUOTE_EMPTY, NULL);
  if ((step == DESK_QUOTE_STEP_MAKE || step == DESK_QUOTE_STEP_BILL) && ask->covered)
    add (problems, DESK_PROBLEM_WARRANTY_COVERS, NULL);
  if (step == DESK_QUOTE_STEP_BILL)
    check_bill (ask, reason, problems);
  if (step == DESK_QUOTE_STEP_CHECK && ask->staff_id == ask->billed_id)
    add (problems, DESK_PROBLEM_NOT_ONESELF, NULL);
  if (step == DESK_QUOTE_STEP_SEND_BACK && desk_string_is_empty (reason))
    add (problems, DESK_PROBLEM_EMPTY, "note");
  return problems->len > before ? 0 : table[row].to;
}

/* May lines still be changed? Not under a bill: whoever checks it looks at what was billed. */
gboolean
desk_quote_is_open (DeskQuoteState state)
{
  return state != DESK_QUOTE_BILLED && state != DESK_QUOTE_CHECKED;
}

/* Fills @steps with what can be done from here, the likely first. Returns: how many. Whether whoever asks may is the
 * gate's. */
guint
desk_quote_offers (const DeskQuoteAsk *ask, DeskQuoteStep steps[DESK_N_QUOTE_STEPS])
{
  static const DeskQuoteStep order[] = { DESK_QUOTE_STEP_AGREE, DESK_QUOTE_STEP_DECLINE, DESK_QUOTE_STEP_BILL,
                                         DESK_QUOTE_STEP_CHECK, DESK_QUOTE_STEP_SEND_BACK, DESK_QUOTE_STEP_MAKE };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();

      if (desk_quote_check (ask, order[i], "…", problems) != 0
          && (order[i] != DESK_QUOTE_STEP_MAKE || ask->state != DESK_QUOTE_MADE || ask->total != ask->agreed))
        steps[n++] = order[i];
    }
  return n;
}

/* Fen of @quantity thousandths at @price fen, half-up. */
gint64
desk_cost_amount (gint64 quantity, gint64 price)
{
  return (quantity * price + 500) / 1000;
}
