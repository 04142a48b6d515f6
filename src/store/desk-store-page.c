/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-page.h"

#include "desk-store-record.h"
#include "desk-store-trail.h"

static const struct
{
  DeskSql ids;
  const char *of;     /* parameter: what it belongs to */
  gboolean by_day;    /* the order or choice asks for :today */
  DeskKind kind;
} parts[DESK_N_PAGE_PARTS] = {
  [DESK_PAGE_BUILDINGS] = { DESK_SQL_BUILDING_IDS, "community_id", FALSE, DESK_KIND_BUILDING },
  [DESK_PAGE_ENTRANCES] = { DESK_SQL_ENTRANCE_IDS, "building_id", FALSE, DESK_KIND_ENTRANCE },
  [DESK_PAGE_UNIT_OCCUPANCIES] = { DESK_SQL_OCCUPANCY_IDS_OF_UNIT, "unit_id", TRUE, DESK_KIND_OCCUPANCY },
  [DESK_PAGE_PERSON_OCCUPANCIES] = { DESK_SQL_OCCUPANCY_IDS_OF_PERSON, "person_id", TRUE, DESK_KIND_OCCUPANCY },
  [DESK_PAGE_UNIT_VEHICLES] = { DESK_SQL_VEHICLE_IDS_OF_UNIT, "unit_id", TRUE, DESK_KIND_VEHICLE },
  [DESK_PAGE_PERSON_VEHICLES] = { DESK_SQL_VEHICLE_IDS_OF_PERSON, "person_id", TRUE, DESK_KIND_VEHICLE },
  [DESK_PAGE_UNIT_LEASES] = { DESK_SQL_LEASE_IDS_OF_UNIT, "unit_id", TRUE, DESK_KIND_SPACE_LEASE },
  [DESK_PAGE_PERSON_LEASES] = { DESK_SQL_LEASE_IDS_OF_PERSON, "person_id", TRUE, DESK_KIND_SPACE_LEASE },
  [DESK_PAGE_CARE_FLAGS] = { DESK_SQL_CARE_IDS_OF_UNIT, "unit_id", TRUE, DESK_KIND_CARE_FLAG },
  [DESK_PAGE_INSTRUCTIONS] = { DESK_SQL_INSTRUCTION_IDS_OF_UNIT, "unit_id", TRUE, DESK_KIND_INSTRUCTION },
  [DESK_PAGE_STATES] = { DESK_SQL_STATE_IDS_OF_UNIT, "unit_id", FALSE, DESK_KIND_UNIT_STATE },
  [DESK_PAGE_PHONES] = { DESK_SQL_PHONES_OF_PERSON, "person_id", FALSE, DESK_KIND_PHONE },
  [DESK_PAGE_DOCUMENTS] = { DESK_SQL_DOCUMENTS_OF_PERSON, "person_id", FALSE, DESK_KIND_DOCUMENT },
};

/**
 * desk_store_page:
 * @part: what to read
 * @of: id of what it belongs to
 * @today: what is in force is asked for this day
 *
 * Returns: (transfer full) (nullable): records with whole numbers, NULL with a store error
 */
GPtrArray *
desk_store_page (DeskDb *db, DeskPagePart part, gint64 of, DeskDay today, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (desk_record_free);
  g_autoptr (GArray) ids = NULL;
  DeskStmt *stmt;

  g_return_val_if_fail (part < DESK_N_PAGE_PARTS, NULL);
  stmt = desk_db_get (db, parts[part].ids);
  desk_stmt_bind_int (stmt, parts[part].of, of);
  if (parts[part].by_day)
    desk_stmt_bind_int (stmt, "today", today);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer record = desk_store_get (db, parts[part].kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/* How many units a building has. */
gboolean
desk_store_count_units (DeskDb *db, gint64 building_id, gint64 *n_units, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_BUILDING_UNITS);
  gboolean found;

  desk_stmt_bind_int (stmt, "building_id", building_id);
  return desk_store_read_int (stmt, n_units, &found, error);
}

/* How many units and people there are; merged people are not counted. */
gboolean
desk_store_count_all (DeskDb *db, gint64 *n_units, gint64 *n_people, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_COMMUNITY_SIZE);
  gboolean found;

  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *n_units = desk_stmt_int (stmt, 0);
  *n_people = desk_stmt_int (stmt, 1);
  desk_stmt_reset (stmt);
  return TRUE;
}
