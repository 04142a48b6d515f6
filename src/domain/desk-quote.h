/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-kind.h"
#include "desk-problem.h"

G_BEGIN_DECLS

/*
 * What a repair costs, step by step: parts and labour are written down, quoted, the resident agrees, the work is done, it
 * is billed as it came to be, and a second person checks the bill. From then on it is ready for the unit's account and
 * stands.
 */
typedef enum
{
  DESK_QUOTE_STEP_MAKE = 1,
  DESK_QUOTE_STEP_AGREE,
  DESK_QUOTE_STEP_DECLINE,
  DESK_QUOTE_STEP_BILL,
  DESK_QUOTE_STEP_CHECK,
  DESK_QUOTE_STEP_SEND_BACK, /* the bill is wrong; with a reason */
} DeskQuoteStep;
#define DESK_N_QUOTE_STEPS 7 /* one above the last */

/* A step that somebody asks for, with how things are. */
typedef struct
{
  DeskQuoteState state;     /* of the latest quote, 0 none */
  DeskCaseState case_state;
  guint n_lines;
  gint64 total;             /* fen, of the lines */
  gint64 agreed;            /* fen, what the resident agreed to; 0 nothing */
  gboolean covered;         /* by warranty, and nobody has denied it: the developer pays */
  gint64 billed_id;         /* who billed it, 0 nobody */
  gint64 staff_id;          /* who asks */
} DeskQuoteAsk;

DeskQuoteState desk_quote_check (const DeskQuoteAsk *ask, DeskQuoteStep step, const char *reason, GPtrArray *problems);
gboolean desk_quote_is_open (DeskQuoteState state);
guint desk_quote_offers (const DeskQuoteAsk *ask, DeskQuoteStep steps[DESK_N_QUOTE_STEPS]);
gint64 desk_cost_amount (gint64 quantity, gint64 price);

G_END_DECLS
