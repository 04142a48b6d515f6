/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint-io.h"

DeskStageInput *
desk_stage_input_new (const char *request_key, gint64 case_id, DeskStage stage, gint64 until, const char *text)
{
  DeskStageInput *self = g_new0 (DeskStageInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->case_id = case_id;
  self->stage = stage;
  self->until = until;
  self->text = g_strdup (text);
  return self;
}

void
desk_stage_input_free (gpointer input)
{
  DeskStageInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

DeskEscalateInput *
desk_escalate_input_new (const char *request_key, gint64 case_id, gint64 version, gint64 severity, const char *text)
{
  DeskEscalateInput *self = g_new0 (DeskEscalateInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->case_id = case_id;
  self->version = version;
  self->severity = severity;
  self->text = g_strdup (text);
  return self;
}

void
desk_escalate_input_free (gpointer input)
{
  DeskEscalateInput *self = input;

  g_free (self->input.request_key);
  g_free (self->text);
  g_free (self);
}

DeskJoinInput *
desk_join_input_new (const char *request_key, const gint64 *ids, guint n_ids, gint64 into)
{
  DeskJoinInput *self = g_new0 (DeskJoinInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->ids, ids, n_ids);
  self->into = into;
  return self;
}

void
desk_join_input_free (gpointer input)
{
  DeskJoinInput *self = input;

  g_free (self->input.request_key);
  g_array_unref (self->ids);
  g_free (self);
}

void
desk_stage_line_free (gpointer line)
{
  DeskStageLine *self = line;

  desk_record_free (self->stage);
  g_free (self->staff_name);
  g_free (self);
}

static void
group_free (gpointer group)
{
  DeskGroup *self = group;

  g_free (self->building);
  g_free (self->category);
  g_array_unref (self->ids);
  g_free (self);
}

/* Makes room for groups. */
GPtrArray *
desk_groups_new (void)
{
  return g_ptr_array_new_with_free_func (group_free);
}

void
desk_groups_clear (gpointer result)
{
  DeskGroups *self = result;

  g_clear_pointer (&self->groups, g_ptr_array_unref);
}
