/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-tx.h"

/* Taking the ticked rows: one batch, one transaction, one undo. Every row asks the store again what it speaks of, so
 * that what changed since the dry run, and rows before it in the same file, are seen. */

static gboolean
find_one (DeskTx *tx, DeskSql sql, const char *name1, gint64 value1, const char *code, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, sql);
  gboolean found;

  desk_stmt_bind_int (stmt, name1, value1);
  desk_stmt_bind_text (stmt, "code", code);
  return desk_store_read_int (stmt, id, &found, error);
}

/* The building called so, made where it is missing. */
static gboolean
take_building (DeskTx *tx, const DeskImportRow *row, gint64 community_id, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (!find_one (tx, DESK_SQL_BUILDING_BY_CODE, "community_id", community_id, row->building, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  record = desk_record_new (DESK_KIND_BUILDING);
  ((DeskBuilding *) record)->community_id = community_id;
  ((DeskBuilding *) record)->code = g_strdup (row->building);
  ((DeskBuilding *) record)->floors = row->floors;
  if (!desk_tx_insert (tx, record, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

static gboolean
take_entrance (DeskTx *tx, const DeskImportRow *row, gint64 building_id, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (!find_one (tx, DESK_SQL_ENTRANCE_BY_CODE, "building_id", building_id, row->entrance, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  record = desk_record_new (DESK_KIND_ENTRANCE);
  ((DeskEntrance *) record)->building_id = building_id;
  ((DeskEntrance *) record)->code = g_strdup (row->entrance);
  if (!desk_tx_insert (tx, record, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

static gboolean
make_unit (DeskTx *tx, const DeskImportRow *row, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (row->unit);
  DeskUnit *unit = (DeskUnit *) record;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), &unit->community_id, &found, error))
    return FALSE;
  if (!found)
    {
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "community_id", "community", NULL);
      return FALSE;
    }
  if ((*row->building != '\0' && !take_building (tx, row, unit->community_id, &unit->building_id, error))
      || (*row->entrance != '\0' && unit->building_id != 0
          && !take_entrance (tx, row, unit->building_id, &unit->entrance_id, error)))
    return FALSE;
  unit->state_since = unit->delivered_on != 0 ? unit->delivered_on : tx->today;
  if (!desk_tx_insert (tx, unit, error) || !desk_tx_add_state (tx, unit, "", error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

static gboolean
take_unit (DeskTx *tx, const DeskImportPlan *plan, const DeskImportRow *row, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (*id == 0)
    return make_unit (tx, row, id, error);
  if (plan->import == DESK_IMPORT_PEOPLE)
    return TRUE;
  record = desk_tx_get (tx, DESK_KIND_UNIT, *id, error);
  return record != NULL
         && (!desk_import_merge_unit (row, (DeskUnit *) record)
             || (desk_tx_check (tx, record, error) && desk_tx_update (tx, record, error)));
}

/* Cars that nobody drives yet. */
static gboolean
take_vehicles (DeskTx *tx, const DeskImportRow *row, gint64 person_id, gint64 unit_id, GError **error)
{
  for (char **plate = row->plates; plate != NULL && *plate != NULL; plate++)
    {
      g_autoptr (DeskRecord) vehicle = desk_record_new (DESK_KIND_VEHICLE);
      gboolean has;

      ((DeskVehicle *) vehicle)->person_id = person_id;
      ((DeskVehicle *) vehicle)->unit_id = unit_id;
      ((DeskVehicle *) vehicle)->plate = g_strdup (*plate);
      if (!desk_import_has_vehicle (tx->service->db, *plate, &has, error)
          || (!has && !desk_tx_insert (tx, vehicle, error)))
        return FALSE;
    }
  return TRUE;
}

/* Phones, document and cars that the person lacks. */
static gboolean
take_belongings (DeskTx *tx, const DeskImportRow *row, gint64 person_id, gint64 unit_id, GError **error)
{
  g_autoptr (GPtrArray) phones = NULL;
  gboolean new_document;

  if (!desk_import_new_phones (tx->service->db, row, person_id, &phones, error)
      || !desk_import_new_document (tx->service->db, row, person_id, &new_document, error))
    return FALSE;
  for (guint i = 0; i < phones->len; i++)
    {
      g_autoptr (DeskRecord) phone = desk_record_copy (phones->pdata[i]);

      ((DeskPhone *) phone)->person_id = person_id;
      ((DeskPhone *) phone)->rank = i;
      if (!desk_tx_insert (tx, phone, error))
        return FALSE;
    }
  if (new_document)
    {
      g_autoptr (DeskRecord) document = desk_record_copy (row->document);

      ((DeskDocument *) document)->person_id = person_id;
      if (!desk_tx_insert (tx, document, error))
        return FALSE;
    }
  return take_vehicles (tx, row, person_id, unit_id, error);
}

static gboolean
take_person (DeskTx *tx, const DeskImportRow *row, gint64 unit_id, gint64 *person_id, GError **error)
{
  if (*person_id == 0)
    {
      g_autoptr (DeskRecord) person = desk_record_copy (row->person);

      if (!desk_tx_insert (tx, person, error))
        return FALSE;
      *person_id = person->id;
    }
  return take_belongings (tx, row, *person_id, unit_id, error);
}

static gboolean
take_occupancy (DeskTx *tx, const DeskImportRow *row, const DeskImportFound *found, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  DeskOccupancy *occupancy;

  if (row->occupancy == NULL)
    return TRUE;
  if (found->occupancy_id != 0)
    {
      record = desk_tx_get (tx, DESK_KIND_OCCUPANCY, found->occupancy_id, error);
      if (record == NULL)
        return FALSE;
      return !desk_import_merge_occupancy (row, (DeskOccupancy *) record)
             || (desk_tx_check (tx, record, error) && desk_tx_update (tx, record, error));
    }
  record = desk_record_copy (row->occupancy);
  occupancy = (DeskOccupancy *) record;
  occupancy->unit_id = found->unit_id;
  occupancy->person_id = found->person_id;
  return desk_tx_check (tx, occupancy, error) && desk_tx_insert (tx, occupancy, error);
}

static gboolean
take_line (DeskTx *tx, const DeskImportPlan *plan, const DeskImportLine *line, GError **error)
{
  g_auto (DeskImportFound) found = { 0 };
  const DeskImportRow *row = line->data;

  if (desk_import_is_of_cases (plan->import))
    return desk_import_take_case (tx, row, error);
  return desk_import_find (tx->service->db, row, tx->today, &found, error)
         && (row->unit == NULL || take_unit (tx, plan, row, &found.unit_id, error))
         && (row->person == NULL || take_person (tx, row, found.unit_id, &found.person_id, error))
         && take_occupancy (tx, row, &found, error);
}

/* Is @error what a rule says about the row, so that the others can be taken without it? */
static gboolean
is_of_row (const GError *error)
{
  return error->domain == DESK_ERROR
         && (error->code == DESK_ERROR_INVALID || error->code == DESK_ERROR_CONSEQUENCE
             || error->code == DESK_ERROR_NOT_FOUND);
}

/* What the store's rules say against the row stands with it, as if the dry run had known. */
static void
reject (DeskImportPlan *plan, DeskImportLine *line, const GError *error)
{
  const GPtrArray *problems = desk_error_get_problems (error);

  desk_import_plan_add_counts (plan, line, -1);
  if (line->problems == NULL)
    line->problems = desk_problems_new ();
  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (line->problems, desk_problem_copy (problems->pdata[i]));
  line->fate = DESK_FATE_REJECT;
  line->taken = FALSE;
  desk_import_plan_add_counts (plan, line, 1);
}

/* Takes one row whole or not at all. @taken: (out): FALSE where a rule of the store stands against it, which the dry run
 * could not see; the row is rejected then. */
static gboolean
take_whole_line (DeskTx *tx, DeskImportPlan *plan, DeskImportLine *line, gboolean *taken, GError **error)
{
  g_auto (DeskTxMark) mark = { 0 };
  GError *local = NULL;

  if (!desk_tx_begin_part (tx, &mark, error))
    return FALSE;
  *taken = take_line (tx, plan, line, &local);
  if (!*taken && !is_of_row (local))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (!*taken)
    {
      reject (plan, line, local);
      g_clear_error (&local);
    }
  return desk_tx_end_part (tx, &mark, *taken, error);
}

gboolean
desk_body_take_import (DeskTx *tx, const DeskImportInput *in, DeskSaved *out, GError **error)
{
  DeskImportPlan *plan = in->plan;
  gint64 community_id;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), &community_id, &found, error))
    return FALSE;
  g_atomic_int_set (&plan->progress, 0);
  desk_tx_begin_batch (tx);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      DeskImportLine *line = plan->lines->pdata[i];
      gboolean taken;

      if (!line->taken)
        continue;
      if (g_cancellable_is_cancelled (in->cancellable))
        {
          desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
          return FALSE;
        }
      if (!take_whole_line (tx, plan, line, &taken, error))
        return FALSE;
      out->count += taken;
      g_atomic_int_inc (&plan->progress);
    }
  if (tx->batch_count == 0)
    return TRUE;
  desk_tx_about (tx, DESK_KIND_COMMUNITY, community_id);
  out->id = community_id;
  return desk_tx_end_batch (tx, DESK_KIND_COMMUNITY, community_id, error);
}

/* One layout for each person, kind of sheet and set of headings. */
gboolean
desk_body_remember_layout (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  DeskImportLayout *layout = (DeskImportLayout *) record;
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_IMPORT_LAYOUT_FIND);
  gint64 id;
  gboolean found;

  layout->staff_id = tx->actor->staff_id;
  desk_stmt_bind_int (stmt, "staff_id", layout->staff_id);
  desk_stmt_bind_int (stmt, "import", layout->import);
  desk_stmt_bind_text (stmt, "signature", layout->signature);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    {
      g_autoptr (DeskRecord) stored = desk_tx_get (tx, DESK_KIND_IMPORT_LAYOUT, id, error);

      if (stored == NULL)
        return FALSE;
      record->id = id;
      record->version = stored->version;
    }
  desk_tx_about (tx, DESK_KIND_IMPORT_LAYOUT, record->id);
  if (!(found ? desk_tx_update (tx, record, error) : desk_tx_insert (tx, record, error)))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_IMPORT_LAYOUT, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}
