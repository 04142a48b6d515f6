/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-input-staff.h"

#include "desk-secret.h"
#include "desk-use-case.h"

/* Returns: (transfer full). */
DeskSignInInput *
desk_sign_in_input_new (gint64 staff_id, DeskSecretKind kind, const char *secret)
{
  DeskSignInInput *self = g_new0 (DeskSignInInput, 1);

  self->staff_id = staff_id;
  self->kind = kind;
  self->secret = g_strdup (secret);
  return self;
}

/* Returns: (transfer full). */
DeskLeaveInput *
desk_leave_input_new (DeskLeave why)
{
  DeskLeaveInput *self = g_new0 (DeskLeaveInput, 1);

  self->why = why;
  return self;
}

/* @old_password, @secret: (nullable). Returns: (transfer full). */
DeskSecretInput *
desk_secret_input_new (const char *request_key, gint64 staff_id, DeskSecretKind kind, const char *old_password,
                       const char *secret)
{
  DeskSecretInput *self = g_new0 (DeskSecretInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->staff_id = staff_id;
  self->kind = kind;
  self->old_password = g_strdup (old_password);
  self->secret = g_strdup (secret);
  return self;
}

/* Returns: (transfer full): with no scopes, which means the whole community; the form adds to them. */
DeskStaffInput *
desk_staff_input_new (const char *request_key, const DeskStaff *staff)
{
  DeskStaffInput *self = g_new0 (DeskStaffInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->staff = desk_record_copy (staff);
  self->scopes = g_ptr_array_new_with_free_func (desk_record_free);
  return self;
}

void
desk_sign_in_input_free (gpointer input)
{
  DeskSignInInput *self = input;

  g_free (self->input.request_key);
  desk_secret_wipe (self->secret);
  g_free (self);
}

void
desk_leave_input_free (gpointer input)
{
  DeskLeaveInput *self = input;

  g_free (self->input.request_key);
  g_free (self);
}

void
desk_secret_input_free (gpointer input)
{
  DeskSecretInput *self = input;

  g_free (self->input.request_key);
  desk_secret_wipe (self->old_password);
  desk_secret_wipe (self->secret);
  g_free (self);
}

void
desk_staff_input_free (gpointer input)
{
  DeskStaffInput *self = input;

  g_free (self->input.request_key);
  desk_record_free (self->staff);
  g_clear_pointer (&self->scopes, g_ptr_array_unref);
  g_free (self);
}

/* Returns: (transfer full). */
DeskRefusalInput *
desk_refusal_input_new (DeskRight right)
{
  DeskRefusalInput *self = g_new0 (DeskRefusalInput, 1);

  self->right = right;
  return self;
}

/* @answer: (nullable): what whoever asked is told. Returns: (transfer full). */
DeskDecisionInput *
desk_decision_input_new (const char *request_key, gint64 id, DeskRequestState verdict, const char *answer)
{
  DeskDecisionInput *self = g_new0 (DeskDecisionInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->id = id;
  self->verdict = verdict;
  self->answer = g_strdup (answer);
  return self;
}

void
desk_refusal_input_free (gpointer input)
{
  DeskRefusalInput *self = input;

  g_free (self->input.request_key);
  g_free (self);
}

void
desk_ask_input_free (gpointer input)
{
  DeskAskInput *self = input;

  g_free (self->input.request_key);
  if (self->asked != NULL)
    desk_use_case_free_input ((DeskUseCase) self->use_case, self->asked);
  g_free (self);
}

void
desk_decision_input_free (gpointer input)
{
  DeskDecisionInput *self = input;

  g_free (self->input.request_key);
  g_free (self->answer);
  g_free (self);
}
