/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Who lives in and owns what, from when to when; their vehicles, leased spaces, care flags and instructions. */

static gboolean
is_owner (gint64 role)
{
  return role == DESK_ROLE_OWNER || role == DESK_ROLE_CO_OWNER;
}

/* All owners' shares of a unit on any day are at most the whole. */
static gboolean
check_shares (DeskTx *tx, const DeskOccupancy *occupancy, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SHARES_OF_UNIT);
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (DeskShare));
  DeskShare mine = { occupancy->record.id, occupancy->share, occupancy->from_day, occupancy->to_day };
  DeskStep step;
  DeskDay day;

  g_array_append_val (shares, mine);
  desk_stmt_bind_int (stmt, "unit_id", occupancy->unit_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskShare share = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2),
                          desk_stmt_int (stmt, 3) };

      if (share.id != mine.id || mine.id == 0)
        g_array_append_val (shares, share);
    }
  if (step == DESK_STEP_FAILED)
    return FALSE;
  day = desk_rule_shares_exceed ((const DeskShare *) shares->data, shares->len);
  if (day == 0)
    return TRUE;
  {
    g_autofree char *text = desk_day_format (day);

    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SHARE_OVERLAP, "share", text, NULL);
    return FALSE;
  }
}

/* The same person is not entered twice in one role for days that overlap. */
static gboolean
check_not_there (DeskTx *tx, const DeskOccupancy *occupancy, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_SAME_OCCUPANCY);
  gboolean overlaps = FALSE;
  DeskStep step;

  desk_stmt_bind_int (stmt, "unit_id", occupancy->unit_id);
  desk_stmt_bind_int (stmt, "person_id", occupancy->person_id);
  desk_stmt_bind_int (stmt, "role", occupancy->role);
  desk_stmt_bind_int (stmt, "id", occupancy->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    overlaps = overlaps
               || desk_days_overlap (occupancy->from_day, occupancy->to_day, desk_stmt_int (stmt, 1),
                                     desk_stmt_int (stmt, 2));
  if (step == DESK_STEP_FAILED)
    return FALSE;
  if (!overlaps)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_ALREADY_THERE, "person_id", NULL);
  return FALSE;
}

/* The person is still a record of its own. */
static gboolean
check_person (DeskTx *tx, gint64 person_id, GError **error)
{
  g_autoptr (DeskRecord) person = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);
  g_autoptr (DeskRecord) survivor = NULL;

  if (person == NULL)
    return FALSE;
  if (((DeskPerson *) person)->merged_into == 0)
    return TRUE;
  survivor = desk_tx_get (tx, DESK_KIND_PERSON, ((DeskPerson *) person)->merged_into, error);
  if (survivor != NULL)
    desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY, "person_id", ((DeskPerson *) survivor)->name,
                    NULL);
  return FALSE;
}

/**
 * desk_tx_check_occupancy:
 * @occupancy: cleaned in place; an owner without a share gets the whole, who is no owner gets none
 *
 * The rules an occupancy must keep with the rest of the store.
 */
gboolean
desk_tx_check_occupancy (DeskTx *tx, DeskOccupancy *occupancy, GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (DeskRecord) unit = NULL;

  if (occupancy->role == DESK_ROLE_OWNER && occupancy->share == 0)
    occupancy->share = 1000000;
  else if (!is_owner (occupancy->role))
    occupancy->share = 0;
  if (occupancy->person_id == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "person_id", -1, NULL));
  desk_rule_occupancy (occupancy, problems);
  if (!desk_tx_refuse (problems, error) || !check_person (tx, occupancy->person_id, error))
    return FALSE;
  unit = desk_tx_get (tx, DESK_KIND_UNIT, occupancy->unit_id, error);
  return unit != NULL && check_not_there (tx, occupancy, error)
         && (!is_owner (occupancy->role) || check_shares (tx, occupancy, error));
}

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
desk_body_save_occupancy (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);

  return desk_tx_check_occupancy (tx, (DeskOccupancy *) record, error) && save (tx, record, out, error)
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
      || !desk_tx_check_occupancy (tx, (DeskOccupancy *) record, error) || !save (tx, record, out, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_UNIT, in->unit_id);
  return TRUE;
}

gboolean
desk_body_save_vehicle (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_vehicle ((DeskVehicle *) record, problems);
  return desk_tx_refuse (problems, error) && save (tx, record, out, error);
}

/* A parking space is leased to one at a time. */
static gboolean
check_lease (DeskTx *tx, const DeskSpaceLease *lease, GError **error)
{
  g_autoptr (DeskRecord) space = desk_tx_get (tx, DESK_KIND_UNIT, lease->space_id, error);
  g_autofree char *holder = NULL;
  DeskStmt *stmt;
  DeskStep step;

  if (space == NULL)
    return FALSE;
  if (((DeskUnit *) space)->kind != DESK_UNIT_KIND_SPACE)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_SPACE, "space_id", NULL);
      return FALSE;
    }
  stmt = desk_db_get (tx->service->db, DESK_SQL_LEASES_OF_SPACE);
  desk_stmt_bind_int (stmt, "space_id", lease->space_id);
  desk_stmt_bind_int (stmt, "id", lease->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (holder == NULL
        && desk_days_overlap (lease->from_day, lease->to_day, desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2)))
      holder = g_strdup (desk_stmt_text (stmt, 3));
  if (step == DESK_STEP_FAILED)
    return FALSE;
  if (holder == NULL)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_LEASED_ALREADY, "space_id", holder, NULL);
  return FALSE;
}

gboolean
desk_body_save_space_lease (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_space_lease ((DeskSpaceLease *) record, problems);
  return desk_tx_refuse (problems, error) && check_lease (tx, (DeskSpaceLease *) record, error)
         && save (tx, record, out, error);
}

gboolean
desk_body_save_care_flag (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_care_flag ((DeskCareFlag *) record, problems);
  return desk_tx_refuse (problems, error) && save (tx, record, out, error);
}

gboolean
desk_body_save_instruction (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_instruction ((DeskInstruction *) record, problems);
  return desk_tx_refuse (problems, error) && save (tx, record, out, error);
}
