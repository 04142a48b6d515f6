/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-input.h"

#include "desk-text.h"

/* Every input is made whole and lives on the heap: the engine frees it on another thread than the one that made it.
 * All arguments are copied; what a form still has to add (phones, patterns) is put into the fields afterwards. */

static void
input_clear (DeskInput *input)
{
  g_free (input->request_key);
}

/* @request_key: (nullable): of the form; @record: (nullable): copied. Returns: (transfer full). */
DeskRecordInput *
desk_record_input_new (const char *request_key, gconstpointer record)
{
  DeskRecordInput *self = g_new0 (DeskRecordInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->record = desk_record_copy (record);
  return self;
}

/* @version: that was read. Returns: (transfer full). */
DeskRemoveInput *
desk_remove_input_new (const char *request_key, gint64 id, gint64 version)
{
  DeskRemoveInput *self = g_new0 (DeskRemoveInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->id = id;
  self->version = version;
  return self;
}

/* Returns: (transfer full): an input with no phones, which means that none are to stand, and with documents left
 * alone; the form adds to @phones and gives @documents (with desk_record_free) where it knows them. */
DeskPersonInput *
desk_person_input_new (const char *request_key, const DeskPerson *person)
{
  DeskPersonInput *self = g_new0 (DeskPersonInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->person = desk_record_copy (person);
  self->phones = g_ptr_array_new_with_free_func (desk_record_free);
  return self;
}

/* Returns: (transfer full): a plan with nothing but its building; the numbers are filled in by the form. */
DeskBuildingPlanInput *
desk_building_plan_input_new (const char *request_key, const DeskBuilding *building)
{
  DeskBuildingPlanInput *self = g_new0 (DeskBuildingPlanInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->building = desk_record_copy (building);
  return self;
}

/* @version: of the unit as read; @day: from when the state holds. Returns: (transfer full). */
DeskUnitStateInput *
desk_unit_state_input_new (const char *request_key, gint64 unit_id, gint64 version, gint64 state, DeskDay day,
                           const char *note)
{
  DeskUnitStateInput *self = g_new0 (DeskUnitStateInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->unit_id = unit_id;
  self->version = version;
  self->state = state;
  self->day = day;
  self->note = g_strdup (note);
  return self;
}

/* @day: the first day of the new owner. Returns: (transfer full). */
DeskOwnerInput *
desk_owner_input_new (const char *request_key, gint64 unit_id, gint64 person_id, DeskDay day)
{
  DeskOwnerInput *self = g_new0 (DeskOwnerInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->unit_id = unit_id;
  self->person_id = person_id;
  self->day = day;
  return self;
}

/* Returns: (transfer full). */
DeskMergeInput *
desk_merge_input_new (const char *request_key, gint64 keep_id, gint64 lose_id)
{
  DeskMergeInput *self = g_new0 (DeskMergeInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->keep_id = keep_id;
  self->lose_id = lose_id;
  return self;
}

/* @kind: PHONE or DOCUMENT. Returns: (transfer full). */
DeskRevealInput *
desk_reveal_input_new (const char *request_key, DeskKind kind, gint64 id)
{
  DeskRevealInput *self = g_new0 (DeskRevealInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->kind = kind;
  self->id = id;
  return self;
}

/* @text is kept. Returns: (transfer full). */
DeskExportInput *
desk_export_input_new (const char *request_key, DeskImport import, const char *path, const DeskText *text)
{
  DeskExportInput *self = g_new0 (DeskExportInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->import = import;
  self->path = g_strdup (path);
  self->text = desk_text_ref ((DeskText *) text);
  return self;
}

/* Returns: (transfer full). */
DeskUndoInput *
desk_undo_input_new (const char *request_key, gint64 act_id)
{
  DeskUndoInput *self = g_new0 (DeskUndoInput, 1);

  self->input.request_key = g_strdup (request_key);
  self->act_id = act_id;
  return self;
}

/* @day: the reader's today, 0: the service's. Returns: (transfer full). */
DeskGetInput *
desk_get_input_new (DeskKind kind, gint64 id, DeskDay day)
{
  DeskGetInput *self = g_new0 (DeskGetInput, 1);

  self->kind = kind;
  self->id = id;
  self->day = day;
  return self;
}

/* @filter, @sort: indexes into the list's tables; @text: (nullable); @building_id: 0 all. Returns: (transfer full). */
DeskListInput *
desk_list_input_new (DeskList list, guint filter, const char *text, guint sort, gboolean descending,
                     gint64 building_id, DeskDay today)
{
  DeskListInput *self = g_new0 (DeskListInput, 1);

  self->list = list;
  self->filter = filter;
  self->text = g_strdup (text);
  self->sort = sort;
  self->descending = descending;
  self->building_id = building_id;
  self->today = today;
  return self;
}

/* For a badge or a few rows: cheap however many there are. @filter: not one of all there ever were. Returns: (transfer
 * full): by the first column, counted without those. */
DeskListInput *
desk_list_input_new_brief (DeskList list, guint filter, gboolean descending, DeskDay today)
{
  DeskListInput *self = desk_list_input_new (list, filter, NULL, 0, descending, 0, today);

  self->brief = TRUE;
  return self;
}

/* Returns: (transfer full): the same question. */
DeskListInput *
desk_list_input_copy (const DeskListInput *in)
{
  DeskListInput *self = g_memdup2 (in, sizeof *in);

  self->input.request_key = g_strdup (in->input.request_key);
  self->text = g_strdup (in->text);
  return self;
}

/* @ids: (element-type gint32): taken a reference of; not changed afterwards. Returns: (transfer full). */
DeskRowsInput *
desk_rows_input_new (DeskList list, GArray *ids, DeskDay today)
{
  DeskRowsInput *self = g_new0 (DeskRowsInput, 1);

  self->list = list;
  self->ids = g_array_ref (ids);
  self->today = today;
  return self;
}

/* @limit: of hits, 0: the usual 50; @kind: NONE for all. Returns: (transfer full). */
DeskSearchInput *
desk_search_input_new (const char *text, guint limit, DeskKind kind, DeskDay today)
{
  DeskSearchInput *self = g_new0 (DeskSearchInput, 1);

  self->text = g_strdup (text);
  self->limit = limit;
  self->kind = kind;
  self->today = today;
  return self;
}

/* All of these take NULL. */
void
desk_record_input_free (gpointer input)
{
  DeskRecordInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  desk_record_free (self->record);
  g_free (self);
}

void
desk_remove_input_free (gpointer input)
{
  DeskRemoveInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self);
}

void
desk_person_input_free (gpointer input)
{
  DeskPersonInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  desk_record_free (self->person);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  desk_record_free (self->occupancy);
  g_free (self);
}

void
desk_building_plan_input_free (gpointer input)
{
  DeskBuildingPlanInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  desk_record_free (self->building);
  g_free (self->pattern);
  g_free (self->skip_floors);
  g_free (self);
}

void
desk_unit_state_input_free (gpointer input)
{
  DeskUnitStateInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self->note);
  g_free (self);
}

void
desk_owner_input_free (gpointer input)
{
  DeskOwnerInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self);
}

void
desk_merge_input_free (gpointer input)
{
  DeskMergeInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self);
}

void
desk_export_input_free (gpointer input)
{
  DeskExportInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self->path);
  desk_text_unref (self->text);
  g_free (self);
}

void
desk_reveal_input_free (gpointer input)
{
  DeskRevealInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self);
}

void
desk_undo_input_free (gpointer input)
{
  DeskUndoInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self);
}

void
desk_get_input_free (gpointer input)
{
  DeskGetInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self);
}

void
desk_list_input_free (gpointer input)
{
  DeskListInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self->text);
  g_free (self);
}

void
desk_rows_input_free (gpointer input)
{
  DeskRowsInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

void
desk_search_input_free (gpointer input)
{
  DeskSearchInput *self = input;

  if (self == NULL)
    return;
  input_clear (&self->input);
  g_free (self->text);
  g_free (self);
}
