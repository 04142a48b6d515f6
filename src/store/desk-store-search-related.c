/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-search.h"

#include <string.h>

#include "desk-store-key.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

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
 * @kind: UNIT, PERSON or VEHICLE
 * @today: for who lives where
 * @set: what matches by its own keys or by those of what belongs to it is added: a unit by the people who live there
 *   today and its vehicles, a person by today's units and vehicles, a vehicle by its person and unit
 */
gboolean
desk_store_search_related (DeskDb *db, const DeskSearchQuery *query, DeskKind kind, DeskDay today, DeskIdSet *set,
                           GError **error)
{
  g_autoptr (DeskIdSet) units = desk_id_set_new ();
  g_autoptr (DeskIdSet) people = desk_id_set_new ();
  g_autoptr (DeskIdSet) vehicles = desk_id_set_new ();

  if (!desk_store_search_own (db, query, DESK_KIND_UNIT, units, error)
      || !desk_store_search_own (db, query, DESK_KIND_PERSON, people, error)
      || !desk_store_search_own (db, query, DESK_KIND_VEHICLE, vehicles, error))
    return FALSE;
  if (kind == DESK_KIND_UNIT)
    {
      desk_id_set_unite (set, units);
      return units_of_people (db, people, today, set, error) && places_of_vehicles (db, vehicles, NULL, set, error);
    }
  if (kind == DESK_KIND_PERSON)
    {
      desk_id_set_unite (set, people);
      return people_of_units (db, units, today, set, error) && places_of_vehicles (db, vehicles, set, NULL, error);
    }
  desk_id_set_unite (set, vehicles);
  return follow (db, DESK_SQL_VEHICLES_AT_UNIT, "unit_id", units, 0, set, error)
         && follow (db, DESK_SQL_VEHICLES_OF_PERSON, "person_id", people, 0, set, error);
}

/* Keeps in @best the best key of record @id that any of @queries fits. */
static gboolean
weigh (DeskDb *db, GPtrArray *queries, DeskKind key_kind, gint64 id, DeskFound *best, GError **error)
{
  g_autoptr (DeskRecord) record = desk_store_get (db, key_kind, id, error);
  g_autoptr (GPtrArray) keys = NULL;

  if (record == NULL)
    return FALSE;
  keys = desk_store_keys_of (record);
  for (guint q = 0; q < queries->len; q++)
    for (guint i = 0; i < keys->len; i++)
      {
        const DeskSearchQuery *query = queries->pdata[q];
        const DeskSearchKey *key = keys->pdata[i];
        int rank = desk_search_rank (key->why, key->key, query);

        if (rank > best->rank
            || (rank == best->rank && (rank == DESK_SEARCH_RANK_NONE || strcmp (key->key, best->key) >= 0)))
          continue;
        best->rank = rank;
        best->why = key->why;
        best->key_kind = key_kind;
        best->key_id = id;
        g_free (best->key);
        best->key = g_strdup (key->key);
        g_free (best->typed);
        best->typed = g_strdup (desk_search_query_match (query, key->why, key->key));
      }
  return TRUE;
}

/* The same for all of a person's records that @sql lists. */
static gboolean
weigh_all (DeskDb *db, GPtrArray *queries, DeskKind key_kind, DeskSql sql, gint64 person_id, DeskFound *best,
           GError **error)
{
  DeskStmt *stmt = desk_db_get (db, sql);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!weigh (db, queries, key_kind, g_array_index (ids, gint64, i), best, error))
      return FALSE;
  return TRUE;
}

/**
 * desk_store_search_explain:
 * @queries: (element-type DeskSearchQuery): several terms
 * @kind: UNIT, PERSON or VEHICLE
 * @id: a record of it
 * @found: (out) (transfer full) (nullable): the best of its own keys that one of @queries fits; NULL: none does
 */
gboolean
desk_store_search_explain (DeskDb *db, GPtrArray *queries, DeskKind kind, gint64 id, DeskFound **found,
                           GError **error)
{
  g_autoptr (DeskFound) best = g_new0 (DeskFound, 1);

  *found = NULL;
  best->kind = kind;
  best->id = id;
  best->rank = DESK_SEARCH_RANK_NONE;
  if (!weigh (db, queries, kind, id, best, error))
    return FALSE;
  if (kind == DESK_KIND_PERSON
      && (!weigh_all (db, queries, DESK_KIND_PHONE, DESK_SQL_PHONES_OF_PERSON, id, best, error)
          || !weigh_all (db, queries, DESK_KIND_DOCUMENT, DESK_SQL_DOCUMENTS_OF_PERSON, id, best, error)))
    return FALSE;
  if (best->rank != DESK_SEARCH_RANK_NONE)
    *found = g_steal_pointer (&best);
  return TRUE;
}
