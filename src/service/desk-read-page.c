/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-book.h"
#include "desk-read-card.h"
#include "desk-read-case.h"
#include "desk-responsible.h"
#include "desk-store-trail.h"

/* The pages: the house, a record for its editor, a unit, a person, and who bore the fees on a day. */

static gboolean
read_building (DeskTx *tx, DeskBuilding *building, GPtrArray *cards, GError **error)
{
  DeskBuildingCard *card = g_new0 (DeskBuildingCard, 1);

  card->building = building;
  g_ptr_array_add (cards, card);
  card->entrances = desk_store_page (desk_tx_db (tx), DESK_PAGE_ENTRANCES, building->record.id, 0, error);
  return card->entrances != NULL && desk_store_count_units (desk_tx_db (tx), building->record.id, &card->n_units, error);
}

/* A fresh store has no community yet: that is no error. Sets @id, 0 none. */
static gboolean
find_community (DeskTx *tx, gint64 *id, GError **error)
{
  gboolean found = TRUE;

  if (*id == 0 && !desk_store_read_int (desk_db_get (desk_tx_db (tx), DESK_SQL_COMMUNITY_FIRST), id, &found, error))
    return FALSE;
  if (!found)
    *id = 0;
  return TRUE;
}

gboolean
desk_body_get_community (DeskTx *tx, const DeskGetInput *in, DeskCommunityPage *out, GError **error)
{
  g_autoptr (GPtrArray) buildings = NULL;
  gint64 id = in->id;

  out->buildings = g_ptr_array_new_with_free_func (desk_building_card_free);
  if (!find_community (tx, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  out->community = desk_tx_get (tx, DESK_KIND_COMMUNITY, id, error);
  buildings = out->community != NULL ? desk_store_page (desk_tx_db (tx), DESK_PAGE_BUILDINGS, id, 0, error) : NULL;
  if (buildings == NULL)
    return FALSE;
  for (guint i = 0; i < buildings->len; i++)
    if (!read_building (tx, g_steal_pointer (&buildings->pdata[i]), out->buildings, error))
      return FALSE;
  return desk_store_count_all (desk_tx_db (tx), &out->n_units, &out->n_people, error);
}

/* The community may be asked for without its id: the one there is, NULL while there is none. */
gboolean
desk_body_get_record (DeskTx *tx, const DeskGetInput *in, DeskRecordResult *out, GError **error)
{
  gint64 id = in->id;

  if (desk_record_spec (in->kind) == NULL)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "kind", desk_kind_nick (in->kind), NULL);
      return FALSE;
    }
  if (in->kind == DESK_KIND_COMMUNITY && !find_community (tx, &id, error))
    return FALSE;
  if (in->kind == DESK_KIND_COMMUNITY && id == 0)
    return TRUE;
  out->record = desk_tx_get (tx, in->kind, id, error);
  if (out->record == NULL)
    return FALSE;
  desk_read_mask (out->record);
  return TRUE;
}

static gboolean
read_place (DeskTx *tx, DeskUnitPage *out, GError **error)
{
  if (out->unit->building_id != 0)
    {
      out->building = desk_tx_get (tx, DESK_KIND_BUILDING, out->unit->building_id, error);
      if (out->building == NULL)
        return FALSE;
    }
  if (out->unit->entrance_id != 0)
    {
      out->entrance = desk_tx_get (tx, DESK_KIND_ENTRANCE, out->unit->entrance_id, error);
      if (out->entrance == NULL)
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_cases (DeskTx *tx, gint64 unit_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASES_OF_UNIT_LIVE);
  GPtrArray *cases;

  desk_stmt_bind_int (stmt, "unit_id", unit_id);
  cases = desk_read_records (tx, DESK_KIND_SERVICE_CASE, stmt, error);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    desk_read_mask (cases->pdata[i]);
  return cases;
}

gboolean
desk_body_get_unit_page (DeskTx *tx, const DeskGetInput *in, DeskUnitPage *out, GError **error)
{
  DeskDay day = desk_read_day (tx, in->day);
  DeskDb *db = desk_tx_db (tx);

  out->unit = desk_tx_get (tx, DESK_KIND_UNIT, in->id, error);
  return out->unit != NULL && read_place (tx, out, error)
         && (out->occupants = desk_read_occupants (tx, DESK_PAGE_UNIT_OCCUPANCIES, in->id, day, error)) != NULL
         && (out->vehicles = desk_read_vehicles (tx, DESK_PAGE_UNIT_VEHICLES, in->id, day, error)) != NULL
         && (out->leases = desk_read_leases (tx, DESK_PAGE_UNIT_LEASES, in->id, day, error)) != NULL
         && (out->care_flags = desk_store_page (db, DESK_PAGE_CARE_FLAGS, in->id, day, error)) != NULL
         && (out->instructions = desk_store_page (db, DESK_PAGE_INSTRUCTIONS, in->id, day, error)) != NULL
         && (out->states = desk_store_page (db, DESK_PAGE_STATES, in->id, day, error)) != NULL
         && (out->cases = read_cases (tx, in->id, error)) != NULL
         && (out->outages = desk_read_outages (tx, out->unit->building_id, TRUE, error)) != NULL
         && (out->history = desk_read_history (tx, DESK_KIND_UNIT, in->id, error)) != NULL;
}

gboolean
desk_body_get_person_page (DeskTx *tx, const DeskGetInput *in, DeskPersonPage *out, GError **error)
{
  DeskDay day = desk_read_day (tx, in->day);

  out->card = desk_read_person_card (tx, in->id, error);
  return out->card != NULL
         && desk_read_name (tx, DESK_KIND_PERSON, out->card->person->merged_into, &out->merged_into_name, error)
         && (out->occupancies = desk_read_occupants (tx, DESK_PAGE_PERSON_OCCUPANCIES, in->id, day, error)) != NULL
         && (out->vehicles = desk_read_vehicles (tx, DESK_PAGE_PERSON_VEHICLES, in->id, day, error)) != NULL
         && (out->leases = desk_read_leases (tx, DESK_PAGE_PERSON_LEASES, in->id, day, error)) != NULL
         && (out->history = desk_read_history (tx, DESK_KIND_PERSON, in->id, error)) != NULL;
}

/* The owners of @day as people with their cards. */
static gboolean
read_owners (DeskTx *tx, gint64 unit_id, DeskDay day, GPtrArray *out, GError **error)
{
  g_autoptr (GPtrArray) all = desk_store_page (desk_tx_db (tx), DESK_PAGE_UNIT_OCCUPANCIES, unit_id, day, error);
  g_autoptr (GPtrArray) owners = all != NULL ? desk_owners_on (all, day) : NULL;

  if (owners == NULL)
    return FALSE;
  for (guint i = 0; i < owners->len; i++)
    {
      DeskOccupant *owner = g_new0 (DeskOccupant, 1);

      g_ptr_array_add (out, owner);
      owner->current = TRUE;
      owner->occupancy = desk_record_copy (owners->pdata[i]);
      owner->card = desk_read_person_card (tx, owner->occupancy->person_id, error);
      if (owner->card == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_body_find_responsible (DeskTx *tx, const DeskGetInput *in, DeskResponsible *out, GError **error)
{
  DeskDay day = desk_read_day (tx, in->day);
  g_autoptr (DeskRecord) unit = desk_tx_get (tx, DESK_KIND_UNIT, in->id, error);
  g_autoptr (DeskRecord) community = NULL;

  out->owners = g_ptr_array_new_with_free_func (desk_occupant_free);
  if (unit == NULL || !read_owners (tx, in->id, day, out->owners, error))
    return FALSE;
  out->developer = desk_responsible_is_developer ((DeskUnit *) unit, out->owners->len > 0, day);
  if (out->developer)
    {
      community = desk_tx_get (tx, DESK_KIND_COMMUNITY, ((DeskUnit *) unit)->community_id, error);
      out->name = community != NULL ? g_strdup (((DeskCommunity *) community)->developer) : NULL;
      return community != NULL;
    }
  if (out->owners->len > 0)
    {
      const DeskOccupant *first = out->owners->pdata[0];

      out->person_id = first->occupancy->person_id;
      out->name = g_strdup (first->card->person->name);
    }
  return TRUE;
}
