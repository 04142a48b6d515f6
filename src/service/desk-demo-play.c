/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-play.h"

#include "desk-demo-case.h"
#include "desk-demo-event.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"

/* Where the plan's places came to lie in the store, with the version that was read last. */
typedef struct
{
  gint64 id;
  gint64 version;
} Stored;

typedef struct
{
  DeskDemoStage *stage;
  DeskDemoPlan *plan;
  Stored *buildings;
  Stored *entrances;
  Stored *units;
  Stored *people;
  Stored *occupancies;
  Stored *vehicles;
  gint64 community_id;
  GPtrArray **phones;    /* of each person: DeskPhone that came with him */
  GPtrArray **documents; /* of each person */
  gboolean *owned;       /* of each unit: somebody is or was its owner */
} Play;

gboolean
desk_demo_go_on (DeskDemoStage *stage, guint done, guint total, GError **error)
{
  if (stage->progress != NULL)
    stage->progress (done, total, stage->progress_data);
  if (!g_cancellable_is_cancelled (stage->cancellable))
    return TRUE;
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return FALSE;
}

/* Runs one of the use cases that save a record. */
static gboolean
save (Play *play, DeskUseCase use_case, gpointer record, Stored *stored, GError **error)
{
  DeskRecordInput in = { .record = record };
  DeskSaved out = { 0 };
  gboolean ok = desk_use_case_run (play->stage->service, use_case, play->stage->actor, &in, &out, error);

  if (ok && stored != NULL)
    *stored = (Stored){ out.id, out.version };
  desk_saved_clear (&out);
  return ok;
}

/* A copy of the plan's record as one that is not saved yet. */
static gpointer
fresh (gconstpointer record)
{
  DeskRecord *copy = desk_record_copy (record);

  copy->id = copy->version = 0;
  return copy;
}

static gboolean
play_community (Play *play, GError **error)
{
  g_autoptr (DeskRecord) record = fresh (play->plan->community);
  Stored stored = { 0 };

  if (!save (play, DESK_USE_CASE_SAVE_COMMUNITY, record, &stored, error))
    return FALSE;
  play->community_id = stored.id;
  return TRUE;
}

/* The whole building in one step; its units are then found by their labels. */
static gboolean
make_building (Play *play, const DeskDemoSite *site, GError **error)
{
  g_autoptr (DeskRecord) building = fresh (site->building);
  const DeskUnit *sample = NULL;
  DeskBuildingPlanInput in = { .building = (DeskBuilding *) building,
                               .n_entrances = site->n_entrances,
                               .floor_from = 1,
                               .floor_to = (int) site->building->floors,
                               .doors = site->n_doors,
                               .state = DESK_STATE_READY };
  DeskSaved out = { 0 };
  gboolean ok;

  for (guint i = 0; sample == NULL && i < play->plan->units->len; i++)
    if (((DeskUnit *) play->plan->units->pdata[i])->building_id == site->building->record.id)
      sample = play->plan->units->pdata[i];
  in.built_area = sample->built_area;
  in.inner_area = sample->inner_area;
  in.pattern = (char *) (site->rooms == DESK_DEMO_ROOMS_DOOR ? "{door:02}" : "{floor}{door:02}");
  ((DeskBuilding *) building)->community_id = play->community_id;
  ok = desk_make_building (play->stage->service, play->stage->actor, &in, &out, error);
  play->buildings[site->building->record.id - 1] = (Stored){ out.id, out.version };
  desk_saved_clear (&out);
  return ok;
}

/* Can the building be made by the step for whole buildings? */
static gboolean
made_in_one (const DeskDemoSite *site)
{
  return site->one_area && site->rooms != DESK_DEMO_ROOMS_FLOOR_LETTER && !site->cellars && !site->skips;
}

static gboolean
play_building (Play *play, const DeskDemoSite *site, GError **error)
{
  g_autoptr (DeskRecord) building = NULL;
  Stored *stored = &play->buildings[site->building->record.id - 1];

  if (made_in_one (site))
    return make_building (play, site, error);
  building = fresh (site->building);
  ((DeskBuilding *) building)->community_id = play->community_id;
  if (!save (play, DESK_USE_CASE_SAVE_BUILDING, building, stored, error))
    return FALSE;
  for (guint i = 0; i < site->n_entrances; i++)
    {
      g_autoptr (DeskRecord) entrance = fresh (play->plan->entrances->pdata[site->first_entrance - 1 + i]);

      ((DeskEntrance *) entrance)->building_id = stored->id;
      if (!save (play, DESK_USE_CASE_SAVE_ENTRANCE, entrance, &play->entrances[site->first_entrance - 1 + i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_state (Play *play, const DeskUnitState *row, GError **error)
{
  Stored *unit = &play->units[row->unit_id - 1];
  DeskUnitStateInput in = { .unit_id = unit->id,
                            .version = unit->version,
                            .state = row->state,
                            .day = row->from_day,
                            .note = row->note };
  DeskSaved out = { 0 };
  gboolean ok = desk_change_unit_state (play->stage->service, play->stage->actor, &in, &out, error);

  unit->version = out.version;
  desk_saved_clear (&out);
  return ok;
}

/* A unit of a building that was made in one step: waiting for its number here, and its state where it differs. */
static gboolean
find_unit (Play *play, const DeskUnit *unit, const DeskUnitState *first, GError **error)
{
  DeskStmt *stmt = desk_db_get (play->stage->service->db, DESK_SQL_UNIT_BY_LABEL_KEY);
  Stored *stored = &play->units[unit->record.id - 1];
  gboolean found;

  desk_stmt_bind_text (stmt, "label_key", unit->label_key);
  if (!desk_store_read_int (stmt, &stored->id, &found, error))
    return FALSE;
  g_assert (found);
  stored->version = 1;
  return first->state == DESK_STATE_READY || change_state (play, first, error);
}

static gboolean
play_unit (Play *play, const DeskUnit *unit, GError **error)
{
  const DeskUnitState *first = play->plan->states->pdata[unit->record.id - 1];
  const DeskDemoSite *site = desk_demo_plan_site (play->plan, unit);
  g_autoptr (DeskRecord) record = NULL;
  DeskUnit *copy;

  if (site != NULL && made_in_one (site))
    return find_unit (play, unit, first, error);
  record = fresh (unit);
  copy = (DeskUnit *) record;
  copy->community_id = play->community_id;
  copy->building_id = unit->building_id ? play->buildings[unit->building_id - 1].id : 0;
  copy->entrance_id = unit->entrance_id ? play->entrances[unit->entrance_id - 1].id : 0;
  copy->state = first->state;
  copy->state_since = first->from_day;
  copy->delivered_on = copy->deemed_on = 0;
  if (unit->floor >= 0 || unit->kind != DESK_UNIT_KIND_ROOM)
    desk_text_set (&copy->note, NULL);
  return save (play, DESK_USE_CASE_SAVE_UNIT, record, &play->units[unit->record.id - 1], error);
}

/* Changes what the unit says of itself. */
static gboolean
edit_unit (Play *play, const DeskUnit *unit, gboolean deemed, GError **error)
{
  Stored *stored = &play->units[unit->record.id - 1];
  g_autoptr (DeskRecord) record = desk_store_get (play->stage->service->db, DESK_KIND_UNIT, stored->id, error);

  if (record == NULL)
    return FALSE;
  if (deemed)
    ((DeskUnit *) record)->deemed_on = unit->deemed_on;
  else
    desk_text_set (&((DeskUnit *) record)->note, unit->note);
  return save (play, DESK_USE_CASE_SAVE_UNIT, record, stored, error);
}

static gboolean
play_state (Play *play, const DeskUnitState *row, GError **error)
{
  const DeskUnit *unit = desk_demo_plan_unit (play->plan, row->unit_id);

  if (unit->deemed_on != 0 && unit->deemed_on == row->from_day && row->state == DESK_STATE_HANDED_OVER
      && !edit_unit (play, unit, TRUE, error))
    return FALSE;
  return change_state (play, row, error);
}

static gboolean
play_person (Play *play, gint64 place, DeskOccupancy *occupancy, GError **error)
{
  g_autoptr (DeskRecord) record = fresh (desk_demo_plan_person (play->plan, place));
  DeskPersonInput in = { .person = (DeskPerson *) record,
                         .phones = play->phones[place - 1],
                         .documents = play->documents[place - 1],
                         .occupancy = occupancy };
  DeskSaved out = { 0 };
  gboolean ok = desk_save_person (play->stage->service, play->stage->actor, &in, &out, error);

  play->people[place - 1] = (Stored){ out.id, out.version };
  desk_saved_clear (&out);
  return ok;
}

static gboolean
change_owner (Play *play, const DeskOccupancy *row, GError **error)
{
  DeskOwnerInput in = { .unit_id = play->units[row->unit_id - 1].id,
                        .person_id = play->people[row->person_id - 1].id,
                        .day = row->from_day };
  DeskSaved out = { 0 };
  gboolean ok = desk_change_owner (play->stage->service, play->stage->actor, &in, &out, error);

  desk_saved_clear (&out);
  return ok;
}

static gboolean
play_occupancy (Play *play, const DeskOccupancy *row, GError **error)
{
  Stored *person = &play->people[row->person_id - 1];
  g_autoptr (DeskRecord) record = fresh (row);
  DeskOccupancy *copy = (DeskOccupancy *) record;
  gboolean ends = row->to_day != 0 && row->to_day <= play->plan->today && row->role != DESK_ROLE_TENANT;

  copy->unit_id = play->units[row->unit_id - 1].id;
  copy->person_id = person->id;
  if (ends)
    copy->to_day = 0;
  if (row->role == DESK_ROLE_OWNER && play->owned[row->unit_id - 1])
    return (person->id != 0 || play_person (play, row->person_id, NULL, error)) && change_owner (play, row, error);
  if (row->role == DESK_ROLE_OWNER)
    play->owned[row->unit_id - 1] = TRUE;
  if (person->id == 0 && !ends)
    return play_person (play, row->person_id, copy, error);
  if (person->id == 0 && !play_person (play, row->person_id, NULL, error))
    return FALSE;
  copy->person_id = person->id;
  return save (play, DESK_USE_CASE_SAVE_OCCUPANCY, record, &play->occupancies[row->record.id - 1], error);
}

/* Sets the end of what was entered without one. */
static gboolean
play_end (Play *play, const DeskRecord *row, Stored *stored, DeskUseCase use_case, GError **error)
{
  g_autoptr (DeskRecord) record = desk_store_get (play->stage->service->db, row->kind, stored->id, error);
  const DeskFieldSpec *field = desk_record_find_field (row->kind, "to_day");

  if (record == NULL)
    return FALSE;
  desk_record_set_int (record, field, desk_record_get_int (row, field));
  return save (play, use_case, record, stored, error);
}

/* Vehicles, leases, care flags and instructions name units and people: by their field tables. */
static gboolean
play_thing (Play *play, const DeskRecord *row, DeskUseCase use_case, Stored *stored, GError **error)
{
  g_autoptr (DeskRecord) record = fresh (row);
  const DeskRecordSpec *spec = desk_record_spec (row->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 place = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;

      if (place != 0 && field->ref == DESK_KIND_UNIT)
        desk_record_set_int (record, field, play->units[place - 1].id);
      else if (place != 0 && field->ref == DESK_KIND_PERSON)
        desk_record_set_int (record, field, play->people[place - 1].id);
    }
  if (row->kind == DESK_KIND_VEHICLE && ((DeskVehicle *) record)->to_day <= play->plan->today)
    ((DeskVehicle *) record)->to_day = 0;
  return save (play, use_case, record, stored, error);
}

/* A second number, told later. */
static gboolean
play_phone (Play *play, const DeskPhone *phone, GError **error)
{
  Stored *person = &play->people[phone->person_id - 1];
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (desk_record_free);
  g_autoptr (DeskRecord) record = NULL;
  g_autoptr (GArray) ids = NULL;
  DeskPersonInput in = { .phones = phones };
  DeskSaved out = { 0 };
  DeskStmt *stmt = desk_db_get (play->stage->service->db, DESK_SQL_PHONES_OF_PERSON);
  gboolean ok = TRUE;

  if (person->id == 0)
    return TRUE;
  desk_stmt_bind_int (stmt, "person_id", person->id);
  ids = desk_store_read_ids (stmt, error);
  record = desk_store_get (play->stage->service->db, DESK_KIND_PERSON, person->id, error);
  if (ids == NULL || record == NULL)
    return FALSE;
  for (guint i = 0; ok && i < ids->len; i++)
    {
      gpointer old = desk_store_get (play->stage->service->db, DESK_KIND_PHONE, g_array_index (ids, gint64, i), error);

      ok = old != NULL;
      if (ok)
        g_ptr_array_add (phones, old);
    }
  g_ptr_array_add (phones, fresh (phone));
  in.person = (DeskPerson *) record;
  ok = ok && desk_save_contact (play->stage->service, play->stage->actor, &in, &out, error);
  desk_saved_clear (&out);
  return ok;
}

static gboolean
play_merge (Play *play, const DeskDemoMerge *merge, GError **error)
{
  DeskMergeInput in = { .keep_id = play->people[merge->keep_id - 1].id, .lose_id = play->people[merge->lose_id - 1].id };
  DeskSaved out = { 0 };
  gboolean ok = desk_merge_people (play->stage->service, play->stage->actor, &in, &out, error);

  desk_saved_clear (&out);
  return ok;
}

static gboolean
play_event (Play *play, const DeskDemoEvent *event, GError **error)
{
  /* Only records of occupancies and vehicles are looked up by it; sites and merges begin with something else. */
  gint64 place = event->type == DESK_DEMO_EVENT_BUILDING || event->type == DESK_DEMO_EVENT_MERGE
                     ? 0
                     : ((const DeskRecord *) event->item)->id;

  desk_clock_set (play->stage->clock, event->at);
  switch (event->type)
    {
    case DESK_DEMO_EVENT_COMMUNITY:
      return play_community (play, error);
    case DESK_DEMO_EVENT_BUILDING:
      return play_building (play, event->item, error);
    case DESK_DEMO_EVENT_UNIT:
      return play_unit (play, event->item, error);
    case DESK_DEMO_EVENT_STATE:
      return play_state (play, event->item, error);
    case DESK_DEMO_EVENT_OCCUPANCY:
      return play_occupancy (play, event->item, error);
    case DESK_DEMO_EVENT_OCCUPANCY_END:
      return play_end (play, event->item, &play->occupancies[place - 1], DESK_USE_CASE_SAVE_OCCUPANCY, error);
    case DESK_DEMO_EVENT_VEHICLE:
      return play_thing (play, event->item, DESK_USE_CASE_SAVE_VEHICLE, &play->vehicles[place - 1], error);
    case DESK_DEMO_EVENT_VEHICLE_END:
      return play_end (play, event->item, &play->vehicles[place - 1], DESK_USE_CASE_SAVE_VEHICLE, error);
    case DESK_DEMO_EVENT_LEASE:
      return play_thing (play, event->item, DESK_USE_CASE_SAVE_SPACE_LEASE, NULL, error);
    case DESK_DEMO_EVENT_CARE:
      return play_thing (play, event->item, DESK_USE_CASE_SAVE_CARE_FLAG, NULL, error);
    case DESK_DEMO_EVENT_INSTRUCTION:
      return play_thing (play, event->item, DESK_USE_CASE_SAVE_INSTRUCTION, NULL, error);
    case DESK_DEMO_EVENT_PHONE:
      return play_phone (play, event->item, error);
    case DESK_DEMO_EVENT_REMARK:
      return edit_unit (play, event->item, FALSE, error);
    case DESK_DEMO_EVENT_MERGE:
      return play_merge (play, event->item, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Phones and documents that come with their person, gathered by person; copies without the plan's places. */
static GPtrArray **
gather (DeskDemoPlan *plan, GPtrArray *rows, GArray *days)
{
  GPtrArray **result = g_new0 (GPtrArray *, plan->people->len);

  for (guint i = 0; i < plan->people->len; i++)
    result[i] = g_ptr_array_new_with_free_func (desk_record_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const DeskRecord *row = rows->pdata[i];
      gint64 person = desk_record_get_int (row, desk_record_find_field (row->kind, "person_id"));

      if (days == NULL || g_array_index (days, DeskDay, i) == 0)
        g_ptr_array_add (result[person - 1], fresh (row));
    }
  return result;
}

static void
play_clear (Play *play)
{
  for (guint i = 0; i < play->plan->people->len; i++)
    {
      g_ptr_array_unref (play->phones[i]);
      g_ptr_array_unref (play->documents[i]);
    }
  g_free (play->phones);
  g_free (play->documents);
  g_free (play->buildings);
  g_free (play->entrances);
  g_free (play->units);
  g_free (play->people);
  g_free (play->occupancies);
  g_free (play->vehicles);
  g_free (play->owned);
}

gboolean
desk_demo_play (DeskDemoStage *stage, GError **error)
{
  DeskDemoPlan *plan = stage->plan;
  g_autoptr (GArray) events = desk_demo_events (plan, desk_service_zone (stage->service));
  g_autoptr (DeskDemoCases) cases = desk_demo_cases_new (stage);
  Play play = { .stage = stage, .plan = plan };
  gboolean ok = TRUE;

  play.buildings = g_new0 (Stored, plan->sites->len);
  play.entrances = g_new0 (Stored, plan->entrances->len + 1);
  play.units = g_new0 (Stored, plan->units->len);
  play.people = g_new0 (Stored, plan->people->len);
  play.occupancies = g_new0 (Stored, plan->occupancies->len);
  play.vehicles = g_new0 (Stored, plan->vehicles->len + 1);
  play.owned = g_new0 (gboolean, plan->units->len);
  play.phones = gather (plan, plan->phones, plan->phone_days);
  play.documents = gather (plan, plan->documents, NULL);
  for (guint i = 0; ok && i < events->len; i++)
    {
      const DeskDemoEvent *event = &g_array_index (events, DeskDemoEvent, i);

      ok = (i % 256 != 0 || desk_demo_go_on (stage, i, events->len, error))
           && desk_demo_cases_play_until (cases, event->at, error) && play_event (&play, event, error);
    }
  ok = ok && desk_demo_cases_play_until (cases, G_MAXINT64, error);
  play_clear (&play);
  return ok && desk_demo_go_on (stage, events->len, events->len, error);
}
