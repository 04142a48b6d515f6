/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* Taking records away. What others point at stays: the error says what they are. */

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

/* Which records go with the one that is removed. */
typedef struct
{
  DeskKind kind;
  DeskSql sql;
  const char *parameter;
} Parts;

static gboolean
remove_with_parts (DeskTx *tx, DeskKind kind, const Parts *parts, const DeskRemoveInput *in, DeskSaved *out,
                   GError **error)
{
  g_autoptr (DeskRecord) seen = desk_tx_get (tx, kind, in->id, error);
  g_autoptr (DeskRecord) record = NULL;

  if (seen == NULL || !desk_tx_check_version (tx, seen, in->version, error)
      || (parts != NULL && !remove_parts (tx, parts->kind, parts->sql, parts->parameter, in->id, error)))
    return FALSE;
  /* Its version may have been counted up with its parts. */
  record = desk_tx_get (tx, kind, in->id, error);
  desk_tx_about (tx, kind, in->id);
  out->id = in->id;
  out->count = 1;
  return record != NULL && desk_tx_remove (tx, record, error);
}

/* A building without units goes with its entrances. */
gboolean
desk_body_remove_building (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  static const Parts parts = { DESK_KIND_ENTRANCE, DESK_SQL_ENTRANCES_OF_BUILDING, "building_id" };

  return remove_with_parts (tx, DESK_KIND_BUILDING, &parts, in, out, error);
}

/* A unit goes with the rows of its life, but not with people, vehicles or instructions. */
gboolean
desk_body_remove_unit (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  static const Parts parts = { DESK_KIND_UNIT_STATE, DESK_SQL_STATES_OF_UNIT, "unit_id" };

  return remove_with_parts (tx, DESK_KIND_UNIT, &parts, in, out, error);
}

/* A person who never lived anywhere and owns nothing goes with phones. One with documents or history stays: that is
 * ended or merged, and erased on request. */
gboolean
desk_body_remove_person (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  static const Parts parts = { DESK_KIND_PHONE, DESK_SQL_PHONES_OF_PERSON, "person_id" };

  return remove_with_parts (tx, DESK_KIND_PERSON, &parts, in, out, error);
}

#define REMOVE(name, kind)                                                                              \
  gboolean desk_body_remove_##name (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error) \
  {                                                                                                     \
    return remove_with_parts (tx, DESK_KIND_##kind, NULL, in, out, error);                                     \
  }

REMOVE (entrance, ENTRANCE)
REMOVE (occupancy, OCCUPANCY)
REMOVE (vehicle, VEHICLE)
REMOVE (space_lease, SPACE_LEASE)
REMOVE (care_flag, CARE_FLAG)
REMOVE (instruction, INSTRUCTION)
REMOVE (calendar_day, CALENDAR_DAY)
REMOVE (phrase, PHRASE)
