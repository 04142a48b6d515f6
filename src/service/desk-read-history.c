/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-trail.h"

#include <string.h>

#include "desk-changes.h"
#include "desk-mask.h"
#include "desk-store-history.h"
#include "desk-store-record.h"
#include "desk-trail-filter.h"

/* The trail, told: whom a line is about, with numbers masked, and whether it can still be undone. */

/* Returns: (transfer full): what changed; nothing where it was emptied because a person was erased. */
GPtrArray *
desk_told_changes (const DeskTold *told)
{
  GPtrArray *changes = desk_changes_from_json (told->changes);

  return changes != NULL ? changes : desk_changes_new ();
}

/* Writes what @changes tells into @record, what came after before what was. */
static void
apply (DeskRecord *record, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const DeskFieldChange *change = changes->pdata[i];
      const DeskFieldSpec *field = desk_record_find_field (record->kind, change->field);
      const DeskValue *value = change->new_value.type != DESK_VALUE_NULL ? &change->new_value : &change->old_value;

      if (field != NULL && value->type != DESK_VALUE_DIGEST && value->type != DESK_VALUE_NULL)
        desk_value_apply (value, record, field);
    }
}

/* A gone unit is called what it was called; where its building is gone, too, by its room alone. */
static gboolean
call_gone (DeskTx *tx, DeskRecord *record, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (record->kind != DESK_KIND_UNIT || desk_tx_derive (tx, record, &local))
    return TRUE;
  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  desk_text_set (&((DeskUnit *) record)->label, ((DeskUnit *) record)->room);
  return TRUE;
}

/* Returns: (transfer full) (nullable): a record that is gone, as the row of its end tells it; empty where that was emptied
 * because a person was erased. */
static gpointer
gone_record (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_new (kind);
  DeskTold *end = NULL;
  gint64 trail_id;

  record->id = id;
  if (!desk_store_trail_end (desk_tx_db (tx), kind, id, &trail_id, error)
      || (trail_id != 0 && !desk_store_trail_told (desk_tx_db (tx), trail_id, &end, error)))
    return NULL;
  if (end != NULL)
    {
      g_autoptr (GPtrArray) changes = desk_told_changes (end);

      apply (record, changes);
      desk_told_free (end);
    }
  return call_gone (tx, record, error) ? g_steal_pointer (&record) : NULL;
}

/* Returns: (transfer full) (nullable): the record a line is about. One that is gone is put together from what the trail
 * says of it. */
gpointer
desk_told_record (DeskTx *tx, const DeskTold *told, GPtrArray *changes, GError **error)
{
  g_autoptr (GError) local = NULL;
  DeskRecord *record = desk_tx_get (tx, (DeskKind) told->kind, told->record_id, &local);

  if (record != NULL)
    return record;
  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  record = gone_record (tx, (DeskKind) told->kind, told->record_id, error);
  if (record != NULL)
    apply (record, changes);
  return record;
}

/* The name of a unit or person a line mentions, also of one that is gone. */
gboolean
desk_told_name (DeskTx *tx, DeskKind kind, gint64 id, char **name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) gone = NULL;

  if (desk_read_name (tx, kind, id, name, &local))
    return TRUE;
  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  gone = gone_record (tx, kind, id, error);
  if (gone == NULL)
    return FALSE;
  *name = g_strdup (kind == DESK_KIND_UNIT     ? ((DeskUnit *) gone)->label
                    : kind == DESK_KIND_PERSON ? ((DeskPerson *) gone)->name
                                               : NULL);
  return TRUE;
}

/* Of an occupancy or a vehicle: on a unit's page the person, on a person's page the unit. */
static gboolean
name_other (DeskTx *tx, DeskKind page, gint64 unit_id, gint64 person_id, char **name, GError **error)
{
  if (page == DESK_KIND_PERSON)
    return desk_told_name (tx, DESK_KIND_UNIT, unit_id, name, error);
  return desk_told_name (tx, DESK_KIND_PERSON, person_id, name, error);
}

/* @page: whose history it is, NONE nobody's. @subject: (out) (transfer full) (nullable). */
gboolean
desk_told_subject (DeskTx *tx, const DeskRecord *record, DeskKind page, char **subject, GError **error)
{
  switch ((int) record->kind)
    {
    case DESK_KIND_PERSON:
      *subject = g_strdup (((const DeskPerson *) record)->name);
      return TRUE;
    case DESK_KIND_UNIT:
      *subject = g_strdup (((const DeskUnit *) record)->label);
      return TRUE;
    case DESK_KIND_PHONE:
      *subject = desk_mask_phone (((const DeskPhone *) record)->number);
      return TRUE;
    case DESK_KIND_DOCUMENT:
      *subject = desk_mask_document (((const DeskDocument *) record)->number);
      return TRUE;
    case DESK_KIND_VEHICLE:
      *subject = g_strdup (((const DeskVehicle *) record)->plate);
      return TRUE;
    case DESK_KIND_OCCUPANCY:
      return name_other (tx, page, ((const DeskOccupancy *) record)->unit_id,
                         ((const DeskOccupancy *) record)->person_id, subject, error);
    case DESK_KIND_REQUEST:
      if (((const DeskRequest *) record)->kind != DESK_KIND_UNIT && ((const DeskRequest *) record)->kind != DESK_KIND_PERSON)
        return TRUE;
      return desk_told_name (tx, (DeskKind) ((const DeskRequest *) record)->kind, ((const DeskRequest *) record)->record_id,
                             subject, error);
    case DESK_KIND_SPACE_LEASE:
      return desk_told_name (tx, DESK_KIND_UNIT, ((const DeskSpaceLease *) record)->space_id, subject, error);
    case DESK_KIND_BUILDING:
      *subject = g_strdup (((const DeskBuilding *) record)->code);
      return TRUE;
    case DESK_KIND_ENTRANCE:
      *subject = g_strdup (((const DeskEntrance *) record)->code);
      return TRUE;
    case DESK_KIND_SETTING:
      *subject = g_strdup (((const DeskSetting *) record)->name);
      return TRUE;
    default:
      return TRUE;
    }
}

/* Returns: (transfer full): the changes with private numbers masked. */
char *
desk_told_mask (DeskKind kind, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      DeskFieldChange *change = changes->pdata[i];
      const DeskFieldSpec *field = desk_record_find_field (kind, change->field);
      DeskValue *values[] = { &change->old_value, &change->new_value };

      if (field == NULL || (field->flags & DESK_FIELD_PRIVATE) == 0)
        continue;
      for (guint v = 0; v < G_N_ELEMENTS (values); v++)
        if (values[v]->type == DESK_VALUE_TEXT)
          {
            char *masked = kind == DESK_KIND_PHONE ? desk_mask_phone (values[v]->text)
                                                   : desk_mask_document (values[v]->text);

            g_free (values[v]->text);
            values[v]->text = masked;
          }
    }
  return desk_changes_to_json (changes);
}

/* The rule of undo_act, asked beforehand: whether something was built on it only undo itself can tell. */
static gboolean
may_undo (DeskTx *tx, const DeskTold *told)
{
  DeskUseCase original = desk_use_case_from_nick (told->use_case);

  if (original == DESK_N_USE_CASES || desk_use_case_undo (original) == DESK_UNDO_REVERSED || told->undone_by != 0)
    return FALSE;
  if (desk_tx_level (tx, desk_use_case_right (original)) < DESK_LEVEL_OWN)
    return FALSE;
  return told->staff_id == tx->actor->staff_id || desk_tx_level (tx, DESK_RIGHT_UNDO_OTHER) >= DESK_LEVEL_OWN;
}

static DeskHistory *
tell (DeskTx *tx, const DeskTold *told, DeskKind page, gint64 page_id, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_told_changes (told);
  g_autoptr (DeskRecord) record = NULL;
  g_autofree char *subject = NULL;
  DeskHistory *line;

  record = desk_told_record (tx, told, changes, error);
  if (record == NULL
      || ((told->kind != page || told->record_id != page_id) && !desk_told_subject (tx, record, page, &subject, error)))
    return NULL;
  line = g_new0 (DeskHistory, 1);
  line->trail_id = told->trail_id;
  line->act_id = told->act_id;
  line->happened_at = told->happened_at;
  line->at = told->at;
  line->kind = (DeskKind) told->kind;
  line->record_id = told->record_id;
  line->use_case = g_strdup (told->use_case);
  line->staff_name = g_strdup (desk_trail_is_by_rule (told->use_case) ? "" : told->staff_name);
  line->subject = g_steal_pointer (&subject);
  line->changes = desk_told_mask (line->kind, changes);
  line->can_undo = may_undo (tx, told);
  return line;
}

/* Is the row at @index the entry of a state that the unit's own row of the same act tells already? With a note it says
 * more. */
static gboolean
is_told_already (GPtrArray *told, guint index)
{
  const DeskTold *entry = told->pdata[index];

  if (entry->kind != DESK_KIND_UNIT_STATE || strstr (entry->changes, "\"note\":") != NULL)
    return FALSE;
  for (guint i = 0; i < told->len; i++)
    {
      const DeskTold *other = told->pdata[i];

      if (other->act_id == entry->act_id && other->kind == DESK_KIND_UNIT)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (element-type DeskHistory) (nullable): the latest first, at most DESK_HISTORY_MAX: of a unit
 * or person all that concerns it, of other records what was done to them. */
GPtrArray *
desk_read_history (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (desk_history_free);
  g_autoptr (GPtrArray) told = desk_store_history (desk_tx_db (tx), kind, id, DESK_HISTORY_MAX, error);

  if (told == NULL)
    return NULL;
  for (guint i = 0; i < told->len; i++)
    {
      DeskHistory *line;

      if (is_told_already (told, i))
        continue;
      line = tell (tx, told->pdata[i], kind, id, error);
      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}

gboolean
desk_body_list_history (DeskTx *tx, const DeskGetInput *in, DeskHistories *out, GError **error)
{
  out->history = desk_read_history (tx, in->kind, in->id, error);
  return out->history != NULL;
}

/* Returns: (transfer full) (element-type DeskHistory) (nullable): everything one act did, in its order. */
GPtrArray *
desk_read_act (DeskTx *tx, gint64 act_id, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (desk_history_free);
  g_autoptr (GPtrArray) told = desk_store_told_of_act (desk_tx_db (tx), act_id, DESK_HISTORY_MAX, error);

  if (told == NULL)
    return NULL;
  for (guint i = 0; i < told->len; i++)
    {
      DeskHistory *line = tell (tx, told->pdata[i], DESK_KIND_NONE, 0, error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}
