/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* Two records of one person become one: everything that hangs on the loser moves to the one that is kept, and the loser
 * stays as "merged into", so that undo takes them apart again. */

static GArray *
ids_of (DeskTx *tx, DeskSql sql, gint64 person_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, sql);

  desk_stmt_bind_int (stmt, "person_id", person_id);
  return desk_store_read_ids (stmt, error);
}

/* Points @field of the records found by @sql at the one that is kept. */
static gboolean
move (DeskTx *tx, DeskKind kind, DeskSql sql, const char *field, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) ids = ids_of (tx, sql, in->lose_id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      desk_record_set_int (record, desk_record_find_field (kind, field), in->keep_id);
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

/* Does the kept person have this number already? Then the loser's row stays with the loser. */
static gboolean
has_number (DeskTx *tx, GArray *kept, const char *number, gboolean *has, GError **error)
{
  g_autofree char *digits = desk_string_digits (number);

  *has = FALSE;
  for (guint i = 0; i < kept->len && !*has; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_PHONE, g_array_index (kept, gint64, i), error);
      g_autofree char *other = NULL;

      if (record == NULL)
        return FALSE;
      other = desk_string_digits (((DeskPhone *) record)->number);
      *has = g_str_equal (digits, other);
    }
  return TRUE;
}

static gboolean
move_phones (DeskTx *tx, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) kept = ids_of (tx, DESK_SQL_PHONES_OF_PERSON, in->keep_id, error);
  g_autoptr (GArray) lost = kept != NULL ? ids_of (tx, DESK_SQL_PHONES_OF_PERSON, in->lose_id, error) : NULL;

  if (lost == NULL)
    return FALSE;
  for (guint i = 0; i < lost->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_PHONE, g_array_index (lost, gint64, i), error);
      gboolean has;

      if (record == NULL || !has_number (tx, kept, ((DeskPhone *) record)->number, &has, error))
        return FALSE;
      if (has)
        continue;
      ((DeskPhone *) record)->person_id = in->keep_id;
      ((DeskPhone *) record)->rank += kept->len;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

/* An occupancy the kept person holds as well (same unit, role, overlapping days) stays with the loser but ends being
 * counted: it is removed, and undo makes it again. */
static gboolean
move_occupancies (DeskTx *tx, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) lost = ids_of (tx, DESK_SQL_OCCUPANCIES_OF_PERSON, in->lose_id, error);

  if (lost == NULL)
    return FALSE;
  for (guint i = 0; i < lost->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_OCCUPANCY, g_array_index (lost, gint64, i), error);
      g_autoptr (DeskRecord) moved = desk_record_copy (record);
      g_autoptr (GError) local = NULL;

      if (record == NULL)
        return FALSE;
      ((DeskOccupancy *) moved)->person_id = in->keep_id;
      if (desk_tx_check_occupancy (tx, (DeskOccupancy *) moved, &local))
        {
          if (!desk_tx_update (tx, moved, error))
            return FALSE;
        }
      else if (!desk_error_has_problem (local, DESK_PROBLEM_ALREADY_THERE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      else if (!desk_tx_remove (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_pair (const DeskMergeInput *in, const DeskPerson *keep, const DeskPerson *lose, GError **error)
{
  if (in->keep_id == in->lose_id)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SAME_PERSON, "person_id", NULL);
      return FALSE;
    }
  if (keep->merged_into != 0 || lose->merged_into != 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY, "person_id",
                      keep->merged_into != 0 ? keep->name : lose->name, NULL);
      return FALSE;
    }
  return TRUE;
}

gboolean
desk_body_merge_people (DeskTx *tx, const DeskMergeInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) keep = desk_tx_get (tx, DESK_KIND_PERSON, in->keep_id, error);
  g_autoptr (DeskRecord) lose = keep != NULL ? desk_tx_get (tx, DESK_KIND_PERSON, in->lose_id, error) : NULL;

  if (lose == NULL || !check_pair (in, (DeskPerson *) keep, (DeskPerson *) lose, error))
    return FALSE;
  if (!move_phones (tx, in, error) || !move_occupancies (tx, in, error)
      || !move (tx, DESK_KIND_DOCUMENT, DESK_SQL_DOCUMENTS_OF_PERSON, "person_id", in, error)
      || !move (tx, DESK_KIND_VEHICLE, DESK_SQL_VEHICLES_OF_PERSON, "person_id", in, error)
      || !move (tx, DESK_KIND_SPACE_LEASE, DESK_SQL_LEASES_OF_PERSON, "person_id", in, error)
      || !move (tx, DESK_KIND_PERSON, DESK_SQL_MERGED_INTO_PERSON, "merged_into", in, error))
    return FALSE;
  ((DeskPerson *) lose)->merged_into = in->keep_id;
  if (!desk_tx_update (tx, lose, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_PERSON, in->keep_id);
  out->id = in->keep_id;
  out->version = keep->version;
  out->count = 2;
  return TRUE;
}
