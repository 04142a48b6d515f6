/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Who lives in and owns what, from when to when; their vehicles, leased spaces, care flags and instructions. */

gboolean
desk_body_save_occupancy (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);

  return desk_tx_save (tx, record, out, error)
         && desk_find_hints_for_person (tx, ((DeskOccupancy *) record)->person_id, &out->hints, error);
}

/* Ends what every owner holds on @day; a share that would begin on or after it goes. */
static gboolean
end_owners (DeskTx *tx, gint64 unit_id, DeskDay day, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_OWNERS_OPEN);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "unit_id", unit_id);
  desk_stmt_bind_int (stmt, "day", day);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_OCCUPANCY, g_array_index (ids, gint64, i), error);
      DeskOccupancy *occupancy = (DeskOccupancy *) record;

      if (record == NULL)
        return FALSE;
      if (occupancy->from_day >= day)
        {
          g_autofree char *text = desk_day_format (occupancy->from_day);

          desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "from_day", text, NULL);
          return FALSE;
        }
      occupancy->to_day = day;
      if (!desk_tx_update (tx, occupancy, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_body_change_owner (DeskTx *tx, const DeskOwnerInput *in, DeskSaved *out, GError **error)
{
  DeskOccupancy occupancy = { .record = { .kind = DESK_KIND_OCCUPANCY },
                              .unit_id = in->unit_id,
                              .person_id = in->person_id,
                              .role = DESK_ROLE_OWNER,
                              .share = 1000000,
                              .from_day = in->day };
  g_autoptr (DeskRecord) record = desk_record_copy (&occupancy);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  if (in->day == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "from_day", -1, NULL));
  desk_rule_day (in->day, "from_day", problems);
  if (!desk_tx_refuse (problems, error) || !end_owners (tx, in->unit_id, in->day, error)
      || !desk_tx_save (tx, record, out, error))
    return FALSE;
  return desk_find_hints_for_person (tx, in->person_id, &out->hints, error);
}

gboolean
desk_body_save_vehicle (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_vehicle ((DeskVehicle *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_save_space_lease (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_space_lease ((DeskSpaceLease *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_save_care_flag (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_care_flag ((DeskCareFlag *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_save_instruction (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_instruction ((DeskInstruction *) record, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}
