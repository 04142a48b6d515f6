/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include <string.h>

#include "desk-case-book.h"
#include "desk-follow-up.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-unit-label.h"
#include "desk-unit-order.h"

/* A code's place in the order of codes: 3 before 10, A before B. */
static char *
code_order (const char *code)
{
  return desk_unit_sort_key ("", "", 0, code);
}

static gboolean
derive_unit (DeskTx *tx, DeskUnit *unit, GError **error)
{
  g_autoptr (DeskRecord) building = NULL;
  g_autoptr (DeskRecord) entrance = NULL;
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  g_autofree char *order = NULL;
  const char *building_code = "", *entrance_code = "";

  if (unit->building_id != 0)
    {
      building = desk_tx_get (tx, DESK_KIND_BUILDING, unit->building_id, error);
      if (building == NULL)
        return FALSE;
      building_code = ((DeskBuilding *) building)->code;
    }
  if (unit->entrance_id != 0)
    {
      entrance = desk_tx_get (tx, DESK_KIND_ENTRANCE, unit->entrance_id, error);
      if (entrance == NULL)
        return FALSE;
      entrance_code = ((DeskEntrance *) entrance)->code;
    }
  label = desk_unit_label_make (building_code, entrance_code, unit->room);
  key = desk_unit_label_normalize (label);
  order = desk_unit_sort_key (building_code, entrance_code, (int) unit->floor, unit->room);
  desk_text_set (&unit->building_code, building_code);
  desk_text_set (&unit->entrance_code, entrance_code);
  desk_text_set (&unit->label, label);
  desk_text_set (&unit->label_key, key);
  desk_text_set (&unit->sort_key, order);
  return TRUE;
}

/* The place of a follow-up is its unit's, and when it is told follows from its due time and what was told so far. */
static gboolean
derive_follow_up (DeskTx *tx, DeskFollowUp *follow_up, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) stored = NULL;
  gint64 tell_at = 0;

  if (follow_up->unit_id != 0)
    {
      g_autoptr (DeskRecord) unit = desk_tx_get (tx, DESK_KIND_UNIT, follow_up->unit_id, error);

      if (unit == NULL)
        return FALSE;
      follow_up->building_id = ((DeskUnit *) unit)->building_id;
      follow_up->entrance_id = ((DeskUnit *) unit)->entrance_id;
    }
  if (follow_up->record.id != 0)
    stored = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, follow_up->record.id, &local);
  if (local != NULL && !g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  follow_up->told_due = stored != NULL ? ((DeskFollowUp *) stored)->told_due : 0;
  tell_at = stored != NULL ? ((DeskFollowUp *) stored)->tell_at : 0;
  follow_up->tell_at = desk_follow_up_tell_at (follow_up, tell_at, tx->now);
  return TRUE;
}

/* Works out the fields of @record that follow from others. */
gboolean
desk_tx_derive (DeskTx *tx, gpointer record, GError **error)
{
  switch ((int) ((DeskRecord *) record)->kind)
    {
    case DESK_KIND_UNIT:
      return derive_unit (tx, record, error);
    case DESK_KIND_FOLLOW_UP:
      return derive_follow_up (tx, record, error);
    case DESK_KIND_BUILDING:
      {
        DeskBuilding *building = record;
        g_autofree char *order = code_order (building->code);

        desk_text_set (&building->sort_key, order);
        return TRUE;
      }
    case DESK_KIND_ENTRANCE:
      {
        DeskEntrance *entrance = record;
        g_autofree char *order = code_order (entrance->code);

        desk_text_set (&entrance->sort_key, order);
        return TRUE;
      }
    case DESK_KIND_SERVICE_CASE:
      return desk_case_derive (tx, record, error);
    case DESK_KIND_DOCUMENT:
      {
        DeskDocument *document = record;
        gsize n = document->number != NULL ? strlen (document->number) : 0;

        desk_text_set (&document->last4, n > 4 ? document->number + n - 4 : document->number);
        return TRUE;
      }
    default:
      return TRUE;
    }
}

/* A label that is free, else LABEL_TAKEN in the code that was typed. */
static gboolean
check_label (DeskTx *tx, const DeskUnit *unit, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_UNIT_BY_LABEL_KEY);
  gint64 id;
  gboolean found;

  desk_stmt_bind_text (stmt, "label_key", unit->label_key);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (!found || id == unit->record.id)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_LABEL_TAKEN, "code", unit->label, NULL);
  return FALSE;
}

/* Writes the labels of a building's units anew, after a code changed. It is the building's trail row that tells it. */
gboolean
desk_tx_relabel (DeskTx *tx, gint64 building_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_UNITS_OF_BUILDING);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "building_id", building_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) before = desk_tx_get (tx, DESK_KIND_UNIT, g_array_index (ids, gint64, i), error);
      g_autoptr (DeskRecord) unit = desk_record_copy (before);

      if (unit == NULL || !derive_unit (tx, (DeskUnit *) unit, error))
        return FALSE;
      if (desk_record_equal (before, unit))
        continue;
      if (!check_label (tx, (DeskUnit *) unit, error) || !desk_store_relabel (tx->service->db, before, unit, error))
        return FALSE;
      desk_change_set_add (tx->changes, DESK_KIND_UNIT, unit->id, DESK_CHANGE_EDITED);
    }
  return TRUE;
}
