/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Taking records away. What others point at stays: the error says what they are. */

static gboolean
remove_record (DeskTx *tx, DeskKind kind, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, in->id, error);

  if (record == NULL || !desk_tx_check_version (tx, record, in->version, error))
    return FALSE;
  desk_tx_about (tx, kind, in->id);
  out->id = in->id;
  out->count = 1;
  return desk_tx_remove (tx, record, error);
}

/* Removes all records of @kind whose ids @sql finds with @parameter = @id. */
static gboolean
remove_parts (DeskTx *tx, DeskKind kind, DeskSql sql, const char *parameter, gint64 id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, sql);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, parameter, id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL || !desk_tx_remove (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

/* A building without units goes with its entrances. */
gboolean
desk_body_remove_building (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (remove_parts (tx, DESK_KIND_ENTRANCE, DESK_SQL_ENTRANCES_OF_BUILDING, "building_id", in->id, &local)
      && remove_record (tx, DESK_KIND_BUILDING, in, out, &local))
    return TRUE;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_CONSEQUENCE))
    desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, NULL, "unit", NULL);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What still points at a record is named by its kind, not by SQLite's words. */
static gboolean
remove_unused (DeskTx *tx, DeskKind kind, const char *users, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (remove_record (tx, kind, in, out, &local))
    return TRUE;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_CONSEQUENCE))
    desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, NULL, users, NULL);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
desk_body_remove_entrance (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  return remove_unused (tx, DESK_KIND_ENTRANCE, "unit", in, out, error);
}

/* A unit goes with the rows of its life, but not with people, vehicles or instructions. */
gboolean
desk_body_remove_unit (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  return remove_parts (tx, DESK_KIND_UNIT_STATE, DESK_SQL_STATES_OF_UNIT, "unit_id", in->id, error)
         && remove_unused (tx, DESK_KIND_UNIT, "occupancy", in, out, error);
}

/* A person who never lived anywhere and owns nothing goes with phones. One with documents or history stays: that is
 * ended or merged, and erased on request. */
gboolean
desk_body_remove_person (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  return remove_parts (tx, DESK_KIND_PHONE, DESK_SQL_PHONES_OF_PERSON, "person_id", in->id, error)
         && remove_unused (tx, DESK_KIND_PERSON, "occupancy", in, out, error);
}

#define REMOVE(name, kind)                                                                              \
  gboolean desk_body_remove_##name (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error) \
  {                                                                                                     \
    return remove_record (tx, DESK_KIND_##kind, in, out, error);                                        \
  }

REMOVE (occupancy, OCCUPANCY)
REMOVE (vehicle, VEHICLE)
REMOVE (space_lease, SPACE_LEASE)
REMOVE (care_flag, CARE_FLAG)
REMOVE (instruction, INSTRUCTION)
