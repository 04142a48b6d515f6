/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-register.h"
#include "desk-room-pattern.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* A whole building's units in one step: one batch in the trail, one undo. */

static gboolean
read_skipped (const char *text, GArray *floors, GError **error)
{
  if (text == NULL || desk_room_pattern_parse_floors (text, floors))
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_NUMBER, "skip_floors", text, NULL);
  return FALSE;
}

static GPtrArray *
plan_rooms (const DeskBuildingPlanInput *in, GError **error)
{
  g_autoptr (GArray) skip = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_range (in->n_entrances, 0, 50, "n_entrances", -1, problems);
  desk_rule_range (in->doors, 1, 200, "doors", -1, problems);
  desk_rule_range (in->floor_from, -20, 200, "floor_from", -1, problems);
  desk_rule_range (in->floor_to, in->floor_from, 200, "floor_to", -1, problems);
  desk_rule_range (in->built_area, 0, DESK_AREA_MAX, "built_area", -1, problems);
  desk_rule_range (in->inner_area, 0, DESK_AREA_MAX, "inner_area", -1, problems);
  if (in->built_area > 0 && in->inner_area > in->built_area)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_INNER_ABOVE_BUILT, "inner_area", -1, NULL));
  desk_rule_choice (in->state, &desk_enum_state, "state", -1, problems);
  if (!desk_tx_refuse (problems, error) || !read_skipped (in->skip_floors, skip, error))
    return NULL;
  return desk_room_pattern_expand (in->pattern, in->floor_from, in->floor_to, (int) in->doors, (const int *) skip->data,
                                   skip->len, error);
}

/* Makes the building where it is new; finds it where the units join one. */
static DeskBuilding *
take_building (DeskTx *tx, const DeskBuildingPlanInput *in, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskBuilding *building;

  if (in->building->record.id != 0)
    return desk_tx_get (tx, DESK_KIND_BUILDING, in->building->record.id, error);
  record = desk_record_copy (in->building);
  building = (DeskBuilding *) record;
  desk_rule_building (building, problems);
  if (!desk_tx_refuse (problems, error) || !desk_tx_check (tx, building, error))
    return NULL;
  if (building->floors == 0)
    building->floors = MAX (in->floor_to, 0);
  if (!desk_tx_insert (tx, building, error))
    return NULL;
  return (DeskBuilding *) g_steal_pointer (&record);
}

/* The entrance called @number, made where it is missing. */
static gboolean
take_entrance (DeskTx *tx, gint64 building_id, guint number, gint64 *id, GError **error)
{
  g_autofree char *code = g_strdup_printf ("%u", number);
  DeskEntrance entrance = { .record = { .kind = DESK_KIND_ENTRANCE }, .building_id = building_id, .code = code };
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ENTRANCE_BY_CODE);
  gboolean found, ok;

  desk_stmt_bind_int (stmt, "building_id", building_id);
  desk_stmt_bind_text (stmt, "code", code);
  if (!desk_store_read_int (stmt, id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  ok = desk_tx_insert (tx, &entrance, error);
  *id = entrance.record.id;
  g_free (entrance.sort_key);
  return ok;
}

static gboolean
make_unit (DeskTx *tx, const DeskBuildingPlanInput *in, const DeskBuilding *building, gint64 entrance_id,
           const DeskPlannedRoom *room, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_UNIT);
  DeskUnit *unit = (DeskUnit *) record;
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  unit->community_id = building->community_id;
  unit->building_id = building->record.id;
  unit->entrance_id = entrance_id;
  unit->kind = DESK_UNIT_KIND_ROOM;
  unit->floor = room->floor;
  unit->room = g_strdup (room->room);
  unit->built_area = in->built_area;
  unit->inner_area = in->inner_area;
  unit->state = in->state;
  unit->state_since = tx->today;
  desk_rule_unit (unit, problems);
  return desk_tx_refuse (problems, error) && desk_tx_check (tx, unit, error) && desk_tx_insert (tx, unit, error)
         && desk_tx_add_state (tx, unit, "", error);
}

gboolean
desk_body_make_building (DeskTx *tx, const DeskBuildingPlanInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (GPtrArray) rooms = plan_rooms (in, error);
  g_autoptr (DeskRecord) record = NULL;
  DeskBuilding *building;
  guint n_entrances = MAX (in->n_entrances, 1);

  if (rooms == NULL)
    return FALSE;
  if (rooms->len * n_entrances > DESK_ROOM_PATTERN_MAX)
    {
      g_autofree char *asked = g_strdup_printf ("%u", rooms->len * n_entrances);
      g_autofree char *most = g_strdup_printf ("%d", DESK_ROOM_PATTERN_MAX);

      desk_error_set (error, DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY, "doors", asked, most, NULL);
      return FALSE;
    }
  desk_tx_begin_batch (tx);
  building = take_building (tx, in, error);
  record = (DeskRecord *) building;
  if (building == NULL)
    return FALSE;
  for (guint e = 1; e <= n_entrances; e++)
    {
      gint64 entrance_id = 0;

      if (in->n_entrances > 0 && !take_entrance (tx, record->id, e, &entrance_id, error))
        return FALSE;
      for (guint i = 0; i < rooms->len; i++)
        if (!make_unit (tx, in, building, entrance_id, rooms->pdata[i], error))
          return FALSE;
    }
  desk_tx_about (tx, DESK_KIND_BUILDING, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = rooms->len * n_entrances;
  return desk_tx_end_batch (tx, DESK_KIND_BUILDING, record->id, error);
}
