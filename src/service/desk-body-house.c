/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"

/* Communities, buildings, entrances, settings. */

/* Is the record with this id, found by @stmt, another one than @record? Then the code is taken. */
static gboolean
check_code_free (DeskStmt *stmt, const DeskRecord *record, const char *code, GError **error)
{
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (!found || id == record->id)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN, "code", code, NULL);
  return FALSE;
}

/* Makes or changes @record, and says so. */
static gboolean
save (DeskTx *tx, DeskRecord *record, DeskSaved *out, GError **error)
{
  if (!(record->id == 0 ? desk_tx_insert (tx, record, error) : desk_tx_update (tx, record, error)))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}

gboolean
desk_body_save_community (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_community ((DeskCommunity *) record, problems);
  return desk_tx_refuse (problems, error) && save (tx, record, out, error);
}

/* The community every building belongs to; a store has one. */
static gboolean
find_community (DeskTx *tx, gint64 *id, GError **error)
{
  gboolean found;

  if (!desk_store_read_int (desk_db_get (tx->service->db, DESK_SQL_COMMUNITY_FIRST), id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, "community_id", "community", NULL);
  return FALSE;
}

gboolean
desk_body_save_building (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskBuilding *building = (DeskBuilding *) record;
  DeskStmt *stmt;

  desk_rule_building (building, problems);
  if (!desk_tx_refuse (problems, error)
      || (building->community_id == 0 && !find_community (tx, &building->community_id, error)))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_BUILDING_BY_CODE);
  desk_stmt_bind_int (stmt, "community_id", building->community_id);
  desk_stmt_bind_text (stmt, "code", building->code);
  return check_code_free (stmt, record, building->code, error) && save (tx, record, out, error);
}

gboolean
desk_body_save_entrance (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (DeskRecord) building = NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskEntrance *entrance = (DeskEntrance *) record;
  DeskStmt *stmt;

  desk_rule_entrance (entrance, problems);
  building = desk_tx_get (tx, DESK_KIND_BUILDING, entrance->building_id, error);
  if (building == NULL || !desk_tx_refuse (problems, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_ENTRANCE_BY_CODE);
  desk_stmt_bind_int (stmt, "building_id", entrance->building_id);
  desk_stmt_bind_text (stmt, "code", entrance->code);
  return check_code_free (stmt, record, entrance->code, error) && save (tx, record, out, error);
}

/* Settings are found by name: the record's id and version may be 0 for "whatever stands there". */
gboolean
desk_body_change_setting (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  DeskSetting *setting = (DeskSetting *) record;
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SETTING_BY_NAME);
  gint64 id;
  gboolean found;

  if (desk_setting_find (setting->name) < 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "name", setting->name, NULL);
      return FALSE;
    }
  desk_stmt_bind_text (stmt, "name", setting->name);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    {
      g_autoptr (DeskRecord) stored = desk_tx_get (tx, DESK_KIND_SETTING, id, error);

      if (stored == NULL || (record->version != 0 && !desk_tx_check_version (tx, stored, record->version, error)))
        return FALSE;
      record->id = id;
      record->version = stored->version;
    }
  return save (tx, record, out, error);
}
