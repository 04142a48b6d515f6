/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-quote.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* What a repair costs: its lines are records, its quote moves by steps (desk-quote.h). */
typedef struct
{
  DeskInput input;
  gint64 case_id;
  DeskQuoteStep step;
  gint64 total; /* fen, as whoever asks saw it; another one by now is refused. -1: whatever it is */
  char *text;   /* (nullable): why */
} DeskQuoteInput;

/* Parts, labour and the quote of a case, as its page shows them. */
typedef struct
{
  GPtrArray *lines; /* DeskCostLine */
  gint64 total;     /* fen */
  DeskCaseQuote *quote; /* (nullable): the latest */
  char *quoted_by, *billed_by, *checked_by; /* (nullable): names */
  gboolean covered; /* by warranty: nothing to charge */
  gboolean may;     /* whoever asks may change lines */
  DeskQuoteStep steps[DESK_N_QUOTE_STEPS]; /* what whoever asks may do next, the likely first */
  guint n_steps;
} DeskCosts;

DeskQuoteInput *desk_quote_input_new (const char *request_key, gint64 case_id, DeskQuoteStep step, gint64 total,
                                      const char *text);
void desk_quote_input_free (gpointer input);
void desk_costs_clear (gpointer result);

G_END_DECLS
