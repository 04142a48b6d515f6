/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up-io.h"

/* @request_key: (nullable): of the form; @version: that was read, 0: any. Returns: (transfer full). */
DeskFollowUpInput *
desk_follow_up_input_new (const char *request_key, gint64 id, gint64 version)
{
  DeskFollowUpInput *self = g_new0 (DeskFollowUpInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->id = id;
  self->version = version;
  return self;
}

/* @limit: per group. Returns: (transfer full). */
DeskFollowUpsInput *
desk_follow_ups_input_new (DeskAudience audience, guint limit)
{
  DeskFollowUpsInput *self = g_new0 (DeskFollowUpsInput, 1);

  self->audience = audience;
  self->limit = limit;
  return self;
}

/* @shown: (nullable) (element-type gint64): copied. Returns: (transfer full). */
DeskDueInput *
desk_due_input_new (GArray *shown, gint64 done_until)
{
  DeskDueInput *self = g_new0 (DeskDueInput, 1);

  self->shown = shown != NULL ? g_array_copy (shown) : g_array_new (FALSE, FALSE, sizeof (gint64));
  self->done_until = done_until;
  return self;
}

void
desk_follow_up_input_free (gpointer input)
{
  DeskFollowUpInput *self = input;

  if (self == NULL)
    return;
  g_free (self->input.request_key);
  g_free (self->note);
  g_free (self);
}

void
desk_follow_ups_input_free (gpointer input)
{
  g_free (input);
}

void
desk_due_input_free (gpointer input)
{
  DeskDueInput *self = input;

  if (self == NULL)
    return;
  g_array_unref (self->shown);
  g_free (self);
}

void
desk_follow_up_card_free (gpointer card)
{
  DeskFollowUpCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->follow_up);
  g_free (self->place);
  g_free (self->person_name);
  g_free (self->phone);
  g_free (self->owner_name);
  g_free (self->handed_name);
  g_free (self);
}

void
desk_follow_ups_clear (gpointer result)
{
  DeskFollowUps *self = result;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

void
desk_due_clear (gpointer result)
{
  DeskDue *self = result;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->settled, g_array_unref);
}
