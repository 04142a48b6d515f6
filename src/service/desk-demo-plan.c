/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-plan.h"

#include <string.h>

static void
soul_free (gpointer data)
{
  DeskDemoSoul *soul = data;

  g_free (soul->mobile);
  g_free (soul);
}

static void
site_free (gpointer data)
{
  DeskDemoSite *site = data;

  desk_record_free (site->building);
  g_free (site);
}

/* Phases are counted back from the year of @today, so that the community is as old whenever it is made; the last one
 * is being delivered just now. */
static void
set_phases (DeskDemoPlan *plan)
{
  static const struct
  {
    int years;
    int accepted;
    int delivered;
  } old[] = { { 12, 920, 1128 }, { 9, 512, 630 }, { 5, 520, 618 }, { 3, 816, 928 } };
  int year = desk_day_year (plan->today);

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    {
      plan->phases[i].accepted_on = (DeskDay) (year - old[i].years) * 10000 + old[i].accepted;
      plan->phases[i].delivered_on = (DeskDay) (year - old[i].years) * 10000 + old[i].delivered;
    }
  plan->phases[DESK_DEMO_N_PHASES - 1].accepted_on = desk_day_add (plan->today, -75);
  plan->phases[DESK_DEMO_N_PHASES - 1].delivered_on = desk_day_add (plan->today, -24);
  for (guint i = 0; i < DESK_DEMO_N_PHASES; i++)
    plan->phases[i].made_on = desk_day_add (plan->phases[i].accepted_on, 8);
}

/* Works out the whole community of @scale as it has become by @today; (transfer full). */
DeskDemoPlan *
desk_demo_plan_new (DeskDemoScale scale, guint64 seed, DeskDay today)
{
  DeskDemoPlan *plan = g_new0 (DeskDemoPlan, 1);

  plan->scale = scale;
  plan->today = today;
  plan->random = desk_demo_random_new (seed);
  set_phases (plan);
  plan->sites = g_ptr_array_new_with_free_func (site_free);
  plan->entrances = g_ptr_array_new_with_free_func (desk_record_free);
  plan->units = g_ptr_array_new_with_free_func (desk_record_free);
  plan->states = g_ptr_array_new_with_free_func (desk_record_free);
  plan->people = g_ptr_array_new_with_free_func (desk_record_free);
  plan->souls = g_ptr_array_new_with_free_func (soul_free);
  plan->phones = g_ptr_array_new_with_free_func (desk_record_free);
  plan->phone_days = g_array_new (FALSE, FALSE, sizeof (DeskDay));
  plan->documents = g_ptr_array_new_with_free_func (desk_record_free);
  plan->occupancies = g_ptr_array_new_with_free_func (desk_record_free);
  plan->vehicles = g_ptr_array_new_with_free_func (desk_record_free);
  plan->leases = g_ptr_array_new_with_free_func (desk_record_free);
  plan->cares = g_ptr_array_new_with_free_func (desk_record_free);
  plan->instructions = g_ptr_array_new_with_free_func (desk_record_free);
  plan->merges = g_array_new (FALSE, FALSE, sizeof (DeskDemoMerge));
  plan->remarks = g_array_new (FALSE, FALSE, sizeof (DeskDemoRemark));
  plan->investors = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < DESK_DEMO_N_PHASES; i++)
    plan->free_spaces[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->labels = g_hash_table_new (g_str_hash, g_str_equal);
  desk_demo_build (plan);
  desk_demo_settle_rooms (plan);
  desk_demo_settle_shops (plan);
  desk_demo_settle_spaces (plan);
  if (scale == DESK_DEMO_DESK)
    desk_demo_add_doubles (plan);
  else
    desk_demo_top_up (plan);
  return plan;
}

void
desk_demo_plan_free (DeskDemoPlan *plan)
{
  if (plan == NULL)
    return;
  desk_record_free (plan->community);
  g_ptr_array_unref (plan->sites);
  g_ptr_array_unref (plan->entrances);
  g_hash_table_unref (plan->labels);
  g_ptr_array_unref (plan->units);
  g_ptr_array_unref (plan->states);
  g_ptr_array_unref (plan->people);
  g_ptr_array_unref (plan->souls);
  g_ptr_array_unref (plan->phones);
  g_array_unref (plan->phone_days);
  g_ptr_array_unref (plan->documents);
  g_ptr_array_unref (plan->occupancies);
  g_ptr_array_unref (plan->vehicles);
  g_ptr_array_unref (plan->leases);
  g_ptr_array_unref (plan->cares);
  g_ptr_array_unref (plan->instructions);
  g_array_unref (plan->merges);
  g_array_unref (plan->remarks);
  g_array_unref (plan->investors);
  for (guint i = 0; i < DESK_DEMO_N_PHASES; i++)
    g_array_unref (plan->free_spaces[i]);
  g_free (plan);
}

/* Returns: (transfer none): the unit of that place. */
DeskUnit *
desk_demo_plan_unit (DeskDemoPlan *plan, gint64 id)
{
  return plan->units->pdata[id - 1];
}

/* Returns: (transfer none) (nullable): the unit with that label. */
DeskUnit *
desk_demo_plan_find_unit (DeskDemoPlan *plan, const char *label)
{
  return g_hash_table_lookup (plan->labels, label);
}

/* Returns: (transfer none) (nullable): the building @unit is in. */
DeskDemoSite *
desk_demo_plan_site (DeskDemoPlan *plan, const DeskUnit *unit)
{
  return unit->building_id == 0 ? NULL : plan->sites->pdata[unit->building_id - 1];
}

/* Returns: (transfer none): the person of that place. */
DeskPerson *
desk_demo_plan_person (DeskDemoPlan *plan, gint64 id)
{
  return plan->people->pdata[id - 1];
}

/* Returns: (transfer none): what is known of that person besides. */
DeskDemoSoul *
desk_demo_plan_soul (DeskDemoPlan *plan, gint64 id)
{
  return plan->souls->pdata[id - 1];
}

/* Makes a record of @kind, appends it to @array and gives it its place as id. */
static gpointer
append (GPtrArray *array, DeskKind kind)
{
  DeskRecord *record = desk_record_new (kind);

  g_ptr_array_add (array, record);
  record->id = array->len;
  return record;
}

DeskUnitState *
desk_demo_add_state (DeskDemoPlan *plan, DeskUnit *unit, DeskState state, DeskDay day, const char *note)
{
  DeskUnitState *row;

  if (day > plan->today)
    return NULL;
  row = append (plan->states, DESK_KIND_UNIT_STATE);
  row->unit_id = unit->record.id;
  row->state = state;
  row->from_day = day;
  desk_text_set (&row->note, note);
  unit->state = state;
  unit->state_since = day;
  if (state >= DESK_STATE_HANDED_OVER && unit->delivered_on == 0 && unit->deemed_on == 0)
    unit->delivered_on = day;
  return row;
}

DeskPerson *
desk_demo_add_person (DeskDemoPlan *plan, const char *name, gboolean female, DeskDay born)
{
  DeskPerson *person = append (plan->people, DESK_KIND_PERSON);
  DeskDemoSoul *soul = g_new0 (DeskDemoSoul, 1);

  person->kind = DESK_PERSON_KIND_NATURAL;
  desk_text_set (&person->name, name);
  soul->female = female;
  soul->born = born;
  g_ptr_array_add (plan->souls, soul);
  return person;
}

DeskPerson *
desk_demo_add_company (DeskDemoPlan *plan, const char *name)
{
  DeskPerson *person = desk_demo_add_person (plan, name, FALSE, 0);

  person->kind = DESK_PERSON_KIND_COMPANY;
  return person;
}

DeskPhone *
desk_demo_add_phone (DeskDemoPlan *plan, DeskPerson *person, DeskPhoneKind kind, const char *number, DeskDay day)
{
  DeskDemoSoul *soul = desk_demo_plan_soul (plan, person->record.id);
  DeskPhone *phone;

  if (day > plan->today)
    return NULL;
  phone = append (plan->phones, DESK_KIND_PHONE);
  phone->person_id = person->record.id;
  phone->kind = kind;
  phone->rank = soul->mobile == NULL ? 0 : 1;
  desk_text_set (&phone->number, number);
  if (soul->mobile == NULL)
    soul->mobile = g_strdup (number);
  g_array_append_val (plan->phone_days, day);
  return phone;
}

DeskDocument *
desk_demo_add_document (DeskDemoPlan *plan, DeskPerson *person, DeskDocumentKind kind, const char *number)
{
  DeskDocument *document = append (plan->documents, DESK_KIND_DOCUMENT);
  gsize length = strlen (number);

  document->person_id = person->record.id;
  document->kind = kind;
  desk_text_set (&document->number, number);
  desk_text_set (&document->last4, number + (length > 4 ? length - 4 : 0));
  return document;
}

DeskOccupancy *
desk_demo_add_occupancy (DeskDemoPlan *plan, const DeskUnit *unit, const DeskPerson *person, DeskRole role,
                         const char *relation, DeskDay from, DeskDay to)
{
  DeskOccupancy *row;

  if (from > plan->today || (to != 0 && to <= from))
    return NULL;
  row = append (plan->occupancies, DESK_KIND_OCCUPANCY);
  row->unit_id = unit->record.id;
  row->person_id = person->record.id;
  row->role = role;
  row->share = role == DESK_ROLE_OWNER ? 1000000 : 0;
  desk_text_set (&row->relation, relation);
  row->from_day = from;
  row->to_day = to;
  return row;
}

DeskVehicle *
desk_demo_add_vehicle (DeskDemoPlan *plan, const DeskUnit *unit, const DeskPerson *person, const char *plate,
                       const char *description, DeskDay from, DeskDay to)
{
  DeskVehicle *row;

  if (from > plan->today || (to != 0 && to <= from))
    return NULL;
  row = append (plan->vehicles, DESK_KIND_VEHICLE);
  row->unit_id = unit->record.id;
  row->person_id = person->record.id;
  desk_text_set (&row->plate, plate);
  desk_text_set (&row->description, description);
  row->from_day = from;
  row->to_day = to;
  return row;
}

DeskSpaceLease *
desk_demo_add_lease (DeskDemoPlan *plan, const DeskUnit *space, const DeskUnit *unit, const DeskPerson *person,
                     DeskDay from, DeskDay to)
{
  DeskSpaceLease *row;

  if (from > plan->today || (to != 0 && to <= from))
    return NULL;
  row = append (plan->leases, DESK_KIND_SPACE_LEASE);
  row->space_id = space->record.id;
  row->unit_id = unit->record.id;
  row->person_id = person->record.id;
  row->from_day = from;
  row->to_day = to;
  return row;
}

DeskCareFlag *
desk_demo_add_care (DeskDemoPlan *plan, const DeskUnit *unit, DeskCare care, const char *note, DeskDay from)
{
  DeskCareFlag *row;

  if (from > plan->today)
    return NULL;
  row = append (plan->cares, DESK_KIND_CARE_FLAG);
  row->unit_id = unit->record.id;
  row->kind = care;
  desk_text_set (&row->note, note);
  row->from_day = from;
  return row;
}

DeskInstruction *
desk_demo_add_instruction (DeskDemoPlan *plan, const DeskUnit *unit, DeskInstructionKind kind, const char *text,
                           DeskDay from, DeskDay to)
{
  DeskInstruction *row;

  if (from > plan->today || (to != 0 && to <= from))
    return NULL;
  row = append (plan->instructions, DESK_KIND_INSTRUCTION);
  row->unit_id = unit->record.id;
  row->kind = kind;
  desk_text_set (&row->text, text);
  row->from_day = from;
  row->to_day = to;
  return row;
}
