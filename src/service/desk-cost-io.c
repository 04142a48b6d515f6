/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cost-io.h"

DeskQuoteInput *
desk_quote_input_new (const char *request_key, gint64 case_id, DeskQuoteStep step, gint64 total, const char *text)
{
  DeskQuoteInput *self = g_new0 (DeskQuoteInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->case_id = case_id;
  self->step = step;
  self->total = total;
  self->text = g_strdup (text);
  return self;
}

void
desk_quote_input_free (gpointer input)
{
  DeskQuoteInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

void
desk_costs_clear (gpointer result)
{
  DeskCosts *self = result;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  desk_record_free (self->quote);
  self->quote = NULL;
  g_clear_pointer (&self->quoted_by, g_free);
  g_clear_pointer (&self->billed_by, g_free);
  g_clear_pointer (&self->checked_by, g_free);
}
