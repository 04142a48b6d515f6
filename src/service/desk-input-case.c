/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-input-case.h"

/* The inputs of desk log and cases. All _new: (transfer full), everything given is copied. */

DeskVisitInput *
desk_visit_input_new (const char *request_key, const DeskVisit *visit, DeskTarget target,
                      const DeskCase *service_case, const DeskMemo *memo)
{
  DeskVisitInput *self = g_new0 (DeskVisitInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->visit = desk_record_copy (visit);
  self->target = target;
  self->service_case = desk_record_copy (service_case);
  self->memo = desk_record_copy (memo);
  return self;
}

DeskVisitStepInput *
desk_visit_step_input_new (const char *request_key, gint64 visit_id, gint64 version, DeskVisitStep step,
                           gint64 staff_id, const char *text)
{
  DeskVisitStepInput *self = g_new0 (DeskVisitStepInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->visit_id = visit_id;
  self->version = version;
  self->step = step;
  self->staff_id = staff_id;
  self->text = g_strdup (text);
  return self;
}

DeskMemoInput *
desk_memo_input_new (const char *request_key, gint64 memo_id, gint64 version, const char *answer)
{
  DeskMemoInput *self = g_new0 (DeskMemoInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->memo_id = memo_id;
  self->version = version;
  self->answer = g_strdup (answer);
  return self;
}

DeskCaseInput *
desk_case_input_new (const char *request_key, const DeskCase *service_case, const char *summary)
{
  DeskCaseInput *self = g_new0 (DeskCaseInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->service_case = desk_record_copy (service_case);
  self->summary = g_strdup (summary);
  return self;
}

DeskMoveInput *
desk_move_input_new (const char *request_key, gint64 case_id, gint64 version, DeskMove move, const char *text)
{
  DeskMoveInput *self = g_new0 (DeskMoveInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->case_id = case_id;
  self->version = version;
  self->move = move;
  self->text = g_strdup (text);
  return self;
}

/* The same assignee for several cases at once. */
DeskAssignInput *
desk_assign_input_new (const char *request_key, const gint64 *ids, guint n_ids, gint64 assignee_id)
{
  DeskAssignInput *self = g_new0 (DeskAssignInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, n_ids);
  self->assignee_id = assignee_id;
  return self;
}

/* Work orders of these cases in this order. */
DeskOrdersInput *
desk_orders_input_new (const gint64 *ids, guint n_ids)
{
  DeskOrdersInput *self = g_new0 (DeskOrdersInput, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, n_ids);
  return self;
}

DeskCaseNoteInput *
desk_case_note_input_new (const char *request_key, gint64 case_id, DeskCaseEventKind kind, const char *text)
{
  DeskCaseNoteInput *self = g_new0 (DeskCaseNoteInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->case_id = case_id;
  self->kind = kind;
  self->text = g_strdup (text);
  return self;
}

DeskCaseLinkInput *
desk_case_link_input_new (const char *request_key, gint64 case_id, gint64 other_id)
{
  DeskCaseLinkInput *self = g_new0 (DeskCaseLinkInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->case_id = case_id;
  self->other_id = other_id;
  return self;
}

DeskAdvanceInput *
desk_advance_input_new (void)
{
  return g_new0 (DeskAdvanceInput, 1);
}

DeskLineInput *
desk_line_input_new (const char *line)
{
  DeskLineInput *self = g_new0 (DeskLineInput, 1);

  self->line = g_strdup (line);
  return self;
}

void
desk_visit_input_free (gpointer input)
{
  DeskVisitInput *self = input;

  g_free (self->input.request_key);
  desk_record_free (self->visit);
  desk_record_free (self->service_case);
  desk_record_free (self->memo);
  desk_record_free (self->follow_up);
  g_free (self);
}

void
desk_visit_step_input_free (gpointer input)
{
  DeskVisitStepInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

void
desk_memo_input_free (gpointer input)
{
  DeskMemoInput *self = input;

  g_free (self->input.request_key);
  g_free (self->answer);
  g_free (self);
}

void
desk_case_input_free (gpointer input)
{
  DeskCaseInput *self = input;

  g_free (self->input.request_key);
  desk_record_free (self->service_case);
  g_free (self->summary);
  g_free (self);
}

void
desk_move_input_free (gpointer input)
{
  DeskMoveInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

void
desk_assign_input_free (gpointer input)
{
  DeskAssignInput *self = input;

  g_free (self->input.request_key);
  g_array_unref (self->ids);
  g_free (self);
}

void
desk_orders_input_free (gpointer input)
{
  DeskOrdersInput *self = input;

  g_free (self->input.request_key);
  g_array_unref (self->ids);
  g_free (self->language);
  g_clear_pointer (&self->progress, desk_progress_unref);
  g_free (self);
}

void
desk_case_note_input_free (gpointer input)
{
  DeskCaseNoteInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

void
desk_case_link_input_free (gpointer input)
{
  DeskCaseLinkInput *self = input;

  g_free (self->input.request_key);
  g_free (self);
}

void
desk_advance_input_free (gpointer input)
{
  DeskAdvanceInput *self = input;

  g_free (self->input.request_key);
  g_free (self);
}

void
desk_line_input_free (gpointer input)
{
  DeskLineInput *self = input;

  g_free (self->input.request_key);
  g_free (self->line);
  g_free (self);
}
