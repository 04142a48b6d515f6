/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-result-staff.h"

void
desk_staff_card_free (gpointer card)
{
  DeskStaffCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->staff);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_free (self->scope);
  g_free (self->initials);
  g_free (self);
}

void
desk_sign_in_clear (gpointer result)
{
  DeskSignIn *self = result;

  desk_saved_clear (&self->saved);
  g_clear_pointer (&self->actor, desk_actor_free);
  g_clear_pointer (&self->problem, desk_problem_free);
  *self = (DeskSignIn){ 0 };
}

void
desk_staff_list_clear (gpointer result)
{
  DeskStaffList *self = result;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
}

void
desk_request_card_free (gpointer card)
{
  DeskRequestCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->request);
  g_free (self->asker);
  g_free (self->decider);
  g_free (self->subject);
  g_free (self);
}

void
desk_request_list_clear (gpointer result)
{
  DeskRequestList *self = result;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  self->n_waiting = 0;
}

void
desk_matrix_result_clear (gpointer result)
{
}
