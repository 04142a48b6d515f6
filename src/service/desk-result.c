/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-result.h"

/* Clear functions leave the result zeroed, so that clearing twice does no harm. */

void
desk_saved_clear (gpointer result)
{
  DeskSaved *self = result;

  g_clear_pointer (&self->hints, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self->text);
  *self = (DeskSaved){ 0 };
}

void
desk_record_result_clear (gpointer result)
{
  DeskRecordResult *self = result;

  g_clear_pointer (&self->record, desk_record_free);
}

void
desk_unit_page_clear (gpointer result)
{
  DeskUnitPage *self = result;

  desk_record_free (self->unit);
  desk_record_free (self->building);
  desk_record_free (self->entrance);
  g_clear_pointer (&self->occupants, g_ptr_array_unref);
  g_clear_pointer (&self->vehicles, g_ptr_array_unref);
  g_clear_pointer (&self->leases, g_ptr_array_unref);
  g_clear_pointer (&self->care_flags, g_ptr_array_unref);
  g_clear_pointer (&self->instructions, g_ptr_array_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->outages, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  *self = (DeskUnitPage){ 0 };
}

void
desk_person_page_clear (gpointer result)
{
  DeskPersonPage *self = result;

  desk_person_card_free (self->card);
  g_free (self->merged_into_name);
  g_clear_pointer (&self->occupancies, g_ptr_array_unref);
  g_clear_pointer (&self->vehicles, g_ptr_array_unref);
  g_clear_pointer (&self->leases, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  *self = (DeskPersonPage){ 0 };
}

void
desk_community_page_clear (gpointer result)
{
  DeskCommunityPage *self = result;

  desk_record_free (self->community);
  g_clear_pointer (&self->buildings, g_ptr_array_unref);
  *self = (DeskCommunityPage){ 0 };
}

void
desk_responsible_clear (gpointer result)
{
  DeskResponsible *self = result;

  g_free (self->name);
  g_clear_pointer (&self->owners, g_ptr_array_unref);
  *self = (DeskResponsible){ 0 };
}

void
desk_id_list_clear (gpointer result)
{
  DeskIdList *self = result;

  g_clear_pointer (&self->ids, g_array_unref);
  *self = (DeskIdList){ 0 };
}

void
desk_rows_clear (gpointer result)
{
  DeskRows *self = result;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

void
desk_hits_clear (gpointer result)
{
  DeskHits *self = result;

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  *self = (DeskHits){ 0 };
}

void
desk_hints_clear (gpointer result)
{
  DeskHints *self = result;

  g_clear_pointer (&self->hints, g_ptr_array_unref);
}

void
desk_histories_clear (gpointer result)
{
  DeskHistories *self = result;

  g_clear_pointer (&self->history, g_ptr_array_unref);
}

/* The elements of the arrays; all take NULL. */
void
desk_hint_free (gpointer hint)
{
  DeskHint *self = hint;

  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->other_name);
  g_free (self->detail);
  g_free (self);
}

void
desk_number_free (gpointer number)
{
  DeskNumber *self = number;

  if (self == NULL)
    return;
  g_free (self->masked);
  g_free (self);
}

void
desk_person_card_free (gpointer card)
{
  DeskPersonCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->person);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_free (self);
}

void
desk_occupant_free (gpointer occupant)
{
  DeskOccupant *self = occupant;

  if (self == NULL)
    return;
  desk_record_free (self->occupancy);
  desk_person_card_free (self->card);
  desk_record_free (self->unit);
  g_free (self);
}

void
desk_vehicle_card_free (gpointer card)
{
  DeskVehicleCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->vehicle);
  g_free (self->person_name);
  g_free (self->unit_label);
  g_free (self);
}

void
desk_lease_card_free (gpointer card)
{
  DeskLeaseCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->lease);
  g_free (self->space_label);
  g_free (self->unit_label);
  g_free (self->person_name);
  g_free (self);
}

void
desk_history_free (gpointer history)
{
  DeskHistory *self = history;

  if (self == NULL)
    return;
  g_free (self->use_case);
  g_free (self->staff_name);
  g_free (self->subject);
  g_free (self->changes);
  g_free (self);
}

void
desk_building_card_free (gpointer card)
{
  DeskBuildingCard *self = card;

  if (self == NULL)
    return;
  desk_record_free (self->building);
  g_clear_pointer (&self->entrances, g_ptr_array_unref);
  g_free (self);
}

void
desk_hit_free (gpointer hit)
{
  DeskHit *self = hit;

  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->matched);
  g_free (self->unit);
  g_free (self->detail);
  g_free (self);
}
