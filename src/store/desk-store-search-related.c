/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-search.h"

/* Above so many records one walk over all occupancies is quicker than a look-up for each. */
#define MANY 5000

/* Adds column @to of today's occupancies whose column @from is in @of: 0 the person, 1 the unit. */
static gboolean
walk_occupants (DeskDb *db, const DeskIdSet *of, int from, int to, DeskDay today, DeskIdSet *set, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_OCCUPANTS_TODAY);
  DeskStep step;

  desk_stmt_bind_int (stmt, "today", today);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (desk_id_set_has (of, desk_stmt_int (stmt, from)))
      desk_id_set_add (set, desk_stmt_int (stmt, to));
  return step == DESK_STEP_DONE;
}

/* For each of @ids runs @sql with it as :@parameter and adds the first column; @today 0: the statement asks none. */
static gboolean
follow (DeskDb *db, DeskSql sql, const char *parameter, const DeskIdSet *ids, DeskDay today, DeskIdSet *set,
        GError **error)
{
  for (gint64 id = desk_id_set_next (ids, 0); id != 0; id = desk_id_set_next (ids, id))
    {
      DeskStmt *stmt = desk_db_get (db, sql);
      DeskStep step;

      desk_stmt_bind_int (stmt, parameter, id);
      if (today != 0)
        desk_stmt_bind_int (stmt, "today", today);
      while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
        desk_id_set_add (set, desk_stmt_int (stmt, 0));
      if (step == DESK_STEP_FAILED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
units_of_people (DeskDb *db, const DeskIdSet *people, DeskDay today, DeskIdSet *units, GError **error)
{
  if (desk_id_set_size (people) > MANY)
    return walk_occupants (db, people, 0, 1, today, units, error);
  return follow (db, DESK_SQL_PERSON_UNITS, "person_id", people, today, units, error);
}

static gboolean
people_of_units (DeskDb *db, const DeskIdSet *units, DeskDay today, DeskIdSet *people, GError **error)
{
  if (desk_id_set_size (units) > MANY)
    return walk_occupants (db, units, 1, 0, today, people, error);
  return follow (db, DESK_SQL_UNIT_PEOPLE, "unit_id", units, today, people, error);
}

/* Adds the people and units that @vehicles belong to. */
static gboolean
places_of_vehicles (DeskDb *db, const DeskIdSet *vehicles, DeskIdSet *people, DeskIdSet *units, GError **error)
{
  for (gint64 id = desk_id_set_next (vehicles, 0); id != 0; id = desk_id_set_next (vehicles, id))
    {
      DeskStmt *stmt = desk_db_get (db, DESK_SQL_VEHICLE_PLACE);
      gboolean found;

      desk_stmt_bind_int (stmt, "id", id);
      if (!desk_stmt_one (stmt, &found, error))
        return FALSE;
      if (found && people != NULL)
        desk_id_set_add (people, desk_stmt_int (stmt, 0));
      if (found && units != NULL)
        desk_id_set_add (units, desk_stmt_int (stmt, 1));
      desk_stmt_reset (stmt);
    }
  return TRUE;
}

/**
 * desk_store_search_related:
 * @own: what a term leads to
 * @kind: UNIT, PERSON or VEHICLE
 * @today: for who lives where
 * @set: what matches by its own keys or by those of what belongs to it is added: a unit by the people who live there
 *   today and its vehicles, a person by today's units and vehicles, a vehicle by its person and unit
 */
gboolean
desk_store_search_related (DeskDb *db, const DeskFoundSets *own, DeskKind kind, DeskDay today, DeskIdSet *set,
                           GError **error)
{
  if (kind == DESK_KIND_UNIT)
    {
      desk_id_set_unite (set, own->units);
      return units_of_people (db, own->people, today, set, error)
             && places_of_vehicles (db, own->vehicles, NULL, set, error);
    }
  if (kind == DESK_KIND_PERSON)
    {
      desk_id_set_unite (set, own->people);
      return people_of_units (db, own->units, today, set, error)
             && places_of_vehicles (db, own->vehicles, set, NULL, error);
    }
  desk_id_set_unite (set, own->vehicles);
  return follow (db, DESK_SQL_VEHICLES_AT_UNIT, "unit_id", own->units, 0, set, error)
         && follow (db, DESK_SQL_VEHICLES_OF_PERSON, "person_id", own->people, 0, set, error);
}

/* Does one of the rows of @sql for :@parameter = @id have its column @column in @of? */
static gboolean
leads_to (DeskDb *db, DeskSql sql, const char *parameter, gint64 id, DeskDay today, int column, const DeskIdSet *of,
          gboolean *does, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, sql);
  DeskStep step = DESK_STEP_DONE;

  if (desk_id_set_size (of) == 0)
    return TRUE;
  desk_stmt_bind_int (stmt, parameter, id);
  if (today != 0)
    desk_stmt_bind_int (stmt, "today", today);
  while (!*does && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    *does = desk_id_set_has (of, desk_stmt_int (stmt, column));
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
}

/* Does what belongs to record @id lead to @own? */
static gboolean
is_related (DeskDb *db, const DeskFoundSets *own, DeskKind kind, gint64 id, DeskDay today, gboolean *is, GError **error)
{
  if (kind == DESK_KIND_UNIT)
    return leads_to (db, DESK_SQL_UNIT_PEOPLE, "unit_id", id, today, 0, own->people, is, error)
           && (*is || leads_to (db, DESK_SQL_VEHICLES_AT_UNIT, "unit_id", id, 0, 0, own->vehicles, is, error));
  if (kind == DESK_KIND_PERSON)
    return leads_to (db, DESK_SQL_PERSON_UNITS, "person_id", id, today, 0, own->units, is, error)
           && (*is || leads_to (db, DESK_SQL_VEHICLES_OF_PERSON, "person_id", id, 0, 0, own->vehicles, is, error));
  return leads_to (db, DESK_SQL_VEHICLE_PLACE, "id", id, 0, 0, own->people, is, error)
         && (*is || leads_to (db, DESK_SQL_VEHICLE_PLACE, "id", id, 0, 1, own->units, is, error));
}

/**
 * desk_store_search_narrow:
 * @own: what a term leads to
 * @set: what does not match that term is taken out; the same as desk_store_search_related() and an intersection, but
 *   quick where @set is small and the term leads to thousands
 */
gboolean
desk_store_search_narrow (DeskDb *db, const DeskFoundSets *own, DeskKind kind, DeskDay today, DeskIdSet *set,
                          GError **error)
{
  const DeskIdSet *self = kind == DESK_KIND_UNIT ? own->units : kind == DESK_KIND_PERSON ? own->people : own->vehicles;
  g_autoptr (DeskIdSet) kept = desk_id_set_new ();

  if (desk_id_set_size (set) > MANY)
    {
      if (!desk_store_search_related (db, own, kind, today, kept, error))
        return FALSE;
    }
  else
    for (gint64 id = desk_id_set_next (set, 0); id != 0; id = desk_id_set_next (set, id))
      {
        gboolean is = desk_id_set_has (self, id);

        if (!is && !is_related (db, own, kind, id, today, &is, error))
          return FALSE;
        if (is)
          desk_id_set_add (kept, id);
      }
  desk_id_set_intersect (set, kept);
  return TRUE;
}
