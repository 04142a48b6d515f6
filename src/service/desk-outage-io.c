/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-io.h"

DeskAttachCallInput *
desk_attach_call_input_new (const char *request_key, gint64 visit_id, gint64 case_id, gint64 outage_id)
{
  DeskAttachCallInput *self = g_new0 (DeskAttachCallInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->visit_id = visit_id;
  self->case_id = case_id;
  self->outage_id = outage_id;
  return self;
}

void
desk_attach_call_input_free (gpointer input)
{
  DeskAttachCallInput *self = input;

  g_free (self->input.request_key);
  g_free (self);
}

DeskTellInput *
desk_tell_input_new (const char *request_key, const gint64 *ids, guint n_ids, gboolean told)
{
  DeskTellInput *self = g_new0 (DeskTellInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, n_ids);
  self->told = told;
  return self;
}

void
desk_tell_input_free (gpointer input)
{
  DeskTellInput *self = input;

  g_free (self->input.request_key);
  g_array_unref (self->ids);
  g_free (self);
}

DeskEndOutageInput *
desk_end_outage_input_new (const char *request_key, gint64 outage_id, gint64 version, const char *text, gboolean told)
{
  DeskEndOutageInput *self = g_new0 (DeskEndOutageInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->outage_id = outage_id;
  self->version = version;
  self->text = g_strdup (text);
  self->told = told;
  return self;
}

void
desk_end_outage_input_free (gpointer input)
{
  DeskEndOutageInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

void
desk_outage_card_free (gpointer card)
{
  DeskOutageCard *self = card;

  desk_record_free (self->outage);
  g_free (self);
}

void
desk_outage_caller_free (gpointer caller)
{
  DeskOutageCaller *self = caller;

  desk_record_free (self->call);
  desk_record_free (self->visit);
  g_free (self->unit_label);
  g_free (self->who);
  g_free (self->case_number);
  g_free (self);
}

void
desk_outages_clear (gpointer result)
{
  g_clear_pointer (&((DeskOutages *) result)->cards, g_ptr_array_unref);
}

void
desk_outage_page_clear (gpointer result)
{
  DeskOutagePage *self = result;

  g_clear_pointer (&self->card, desk_outage_card_free);
  g_clear_pointer (&self->staff_name, g_free);
  g_clear_pointer (&self->ended_name, g_free);
  g_clear_pointer (&self->callers, g_ptr_array_unref);
}
