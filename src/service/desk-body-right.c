/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-right.h"

/* The matrix of rights, and refusals. */

/* The matrix as it stands now; one that this transaction or another has changed is read anew. */
gboolean
desk_service_load_matrix (DeskService *service, GError **error)
{
  if (service->has_matrix)
    return TRUE;
  service->has_matrix = desk_store_get_matrix (service->db, &service->matrix, error);
  return service->has_matrix;
}

static gboolean
check_change (const DeskRightChange *change, DeskRight *right, DeskLevel *level, GError **error)
{
  int code = desk_right_find (change->code);
  int to = desk_level_find (change->level);
  gboolean known = code >= DESK_RIGHT_FIRST && change->role >= 0 && change->role < DESK_N_STAFF_ROLES;

  if (!known || to < 0 || !desk_matrix_takes ((DeskRight) code, (DeskLevel) to))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, known ? "level" : "code",
                      known ? change->level : change->code, NULL);
      return FALSE;
    }
  if (desk_matrix_is_fixed ((DeskRight) code, (DeskStaffRole) change->role))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_RIGHT_FIXED, "level", NULL);
      return FALSE;
    }
  *right = (DeskRight) code;
  *level = (DeskLevel) to;
  return TRUE;
}

/* One cell of the matrix: found by code and role, whatever id and version say. A cell that gets its first level back is
 * no change any more. */
gboolean
desk_body_change_right (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  DeskRightChange *change = (DeskRightChange *) record;
  g_autoptr (DeskRecord) stored = NULL;
  DeskMatrix first;
  DeskRight right;
  DeskLevel level;

  if (!check_change (change, &right, &level, error)
      || !desk_store_find_right_change (tx->service->db, change->code, change->role, &record->id, error))
    return FALSE;
  desk_matrix_set_default (&first);
  if (record->id != 0 && (stored = desk_tx_get (tx, DESK_KIND_RIGHT_CHANGE, record->id, error)) == NULL)
    return FALSE;
  record->version = stored != NULL ? stored->version : 0;
  if (first.level[right][change->role] != level)
    return desk_tx_save (tx, record, out, error);
  if (stored == NULL)
    return TRUE;
  desk_tx_about (tx, DESK_KIND_RIGHT_CHANGE, stored->id);
  out->id = stored->id;
  out->count = 1;
  return desk_tx_remove (tx, stored, error);
}

gboolean
desk_body_get_matrix (DeskTx *tx, const DeskGetInput *in, DeskMatrixResult *out, GError **error)
{
  out->matrix = tx->service->matrix;
  return TRUE;
}

/* Somebody tried what they may not. */
gboolean
desk_body_note_refusal (DeskTx *tx, const DeskRefusalInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) staff = desk_tx_get (tx, DESK_KIND_STAFF, tx->actor->staff_id, error);
  g_autoptr (GPtrArray) changes = desk_changes_new ();

  if (staff == NULL)
    return FALSE;
  desk_changes_add_text (changes, "denied", NULL, desk_right_nick (in->right));
  desk_tx_about (tx, DESK_KIND_STAFF, staff->id);
  out->id = staff->id;
  out->version = staff->version;
  out->count = 1;
  return desk_tx_note (tx, staff, changes, error);
}
