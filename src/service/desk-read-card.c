/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-card.h"

#include "desk-mask.h"

/* The day a page is about: the one asked for, or today. */
DeskDay
desk_read_day (DeskTx *tx, DeskDay asked)
{
  return asked != 0 ? asked : tx->today;
}

/* Masks the private fields of @record, which is about to leave the service. */
void
desk_read_mask (gpointer record)
{
  const DeskRecord *head = record;
  const DeskRecordSpec *spec = desk_record_spec (head->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      g_autofree char *masked = NULL;

      if ((field->flags & DESK_FIELD_PRIVATE) == 0 || field->type != DESK_FIELD_TEXT)
        continue;
      masked = (field->flags & DESK_FIELD_SECRET) != 0 ? desk_mask_document (desk_record_get_text (record, field))
                                                      : desk_mask_phone (desk_record_get_text (record, field));
      desk_record_set_text (record, field, masked);
    }
}

/**
 * desk_read_name:
 * @kind: UNIT, PERSON, PLACE or STAFF
 * @id: 0: none
 * @name: (out) (transfer full) (nullable): its label or name
 */
gboolean
desk_read_name (DeskTx *tx, DeskKind kind, gint64 id, char **name, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  *name = NULL;
  if (id == 0)
    return TRUE;
  record = desk_tx_get (tx, kind, id, error);
  if (record == NULL)
    return FALSE;
  *name = g_strdup (kind == DESK_KIND_UNIT    ? ((DeskUnit *) record)->label
                    : kind == DESK_KIND_PLACE ? ((DeskPlace *) record)->name
                    : kind == DESK_KIND_STAFF ? ((DeskStaff *) record)->name
                                              : ((DeskPerson *) record)->name);
  return TRUE;
}

static DeskNumber *
number_new (const DeskRecord *record, gint64 kind, gint64 rank, char *masked)
{
  DeskNumber *number = g_new0 (DeskNumber, 1);

  number->id = record->id;
  number->version = record->version;
  number->kind = kind;
  number->rank = rank;
  number->masked = masked;
  return number;
}

static gboolean
read_numbers (DeskTx *tx, DeskPersonCard *card, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) phones = desk_store_page (desk_tx_db (tx), DESK_PAGE_PHONES, person_id, 0, error);
  g_autoptr (GPtrArray) documents = NULL;

  if (phones == NULL)
    return FALSE;
  documents = desk_store_page (desk_tx_db (tx), DESK_PAGE_DOCUMENTS, person_id, 0, error);
  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < phones->len; i++)
    {
      const DeskPhone *phone = phones->pdata[i];

      g_ptr_array_add (card->phones,
                       number_new (&phone->record, phone->kind, phone->rank, desk_mask_phone (phone->number)));
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const DeskDocument *document = documents->pdata[i];

      g_ptr_array_add (card->documents,
                       number_new (&document->record, document->kind, i, desk_mask_document (document->number)));
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the person with masked phones and documents. */
DeskPersonCard *
desk_read_person_card (DeskTx *tx, gint64 person_id, GError **error)
{
  DeskPersonCard *card = g_new0 (DeskPersonCard, 1);

  card->phones = g_ptr_array_new_with_free_func (desk_number_free);
  card->documents = g_ptr_array_new_with_free_func (desk_number_free);
  card->person = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);
  if (card->person != NULL && read_numbers (tx, card, person_id, error))
    return card;
  desk_person_card_free (card);
  return NULL;
}

/* Makes one card of one record; a NULL ends the whole. */
typedef gpointer (*CardFunc) (DeskTx *tx, gpointer record, DeskPagePart part, DeskDay day, GError **error);

/* Turns the records of @part into cards. */
static GPtrArray *
read_cards (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, CardFunc make, GDestroyNotify free_card,
            GError **error)
{
  g_autoptr (GPtrArray) records = desk_store_page (desk_tx_db (tx), part, of, day, error);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (free_card);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      /* The card takes the record over, also when it cannot be made. */
      gpointer card = make (tx, g_steal_pointer (&records->pdata[i]), part, day, error);

      if (card == NULL)
        return NULL;
      g_ptr_array_add (cards, card);
    }
  return g_steal_pointer (&cards);
}

static gpointer
make_occupant (DeskTx *tx, gpointer record, DeskPagePart part, DeskDay day, GError **error)
{
  DeskOccupant *occupant = g_new0 (DeskOccupant, 1);
  const DeskOccupancy *occupancy = record;

  occupant->occupancy = record;
  occupant->current = desk_days_contain (occupancy->from_day, occupancy->to_day, day);
  if (part == DESK_PAGE_UNIT_OCCUPANCIES)
    occupant->card = desk_read_person_card (tx, occupancy->person_id, error);
  else
    occupant->unit = desk_tx_get (tx, DESK_KIND_UNIT, occupancy->unit_id, error);
  if (occupant->card != NULL || occupant->unit != NULL)
    return occupant;
  desk_occupant_free (occupant);
  return NULL;
}

/* @part: UNIT_OCCUPANCIES gives people with their cards, PERSON_OCCUPANCIES units.
 * Returns: (transfer full) (element-type DeskOccupant) (nullable). */
GPtrArray *
desk_read_occupants (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, GError **error)
{
  return read_cards (tx, part, of, day, make_occupant, desk_occupant_free, error);
}

static gpointer
make_vehicle (DeskTx *tx, gpointer record, DeskPagePart part, DeskDay day, GError **error)
{
  DeskVehicleCard *card = g_new0 (DeskVehicleCard, 1);

  card->vehicle = record;
  if (desk_read_name (tx, DESK_KIND_PERSON, card->vehicle->person_id, &card->person_name, error)
      && desk_read_name (tx, DESK_KIND_UNIT, card->vehicle->unit_id, &card->unit_label, error))
    return card;
  desk_vehicle_card_free (card);
  return NULL;
}

/* Returns: (transfer full) (element-type DeskVehicleCard) (nullable): plates in full. */
GPtrArray *
desk_read_vehicles (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, GError **error)
{
  return read_cards (tx, part, of, day, make_vehicle, desk_vehicle_card_free, error);
}

static gpointer
make_lease (DeskTx *tx, gpointer record, DeskPagePart part, DeskDay day, GError **error)
{
  DeskLeaseCard *card = g_new0 (DeskLeaseCard, 1);

  card->lease = record;
  if (desk_read_name (tx, DESK_KIND_UNIT, card->lease->space_id, &card->space_label, error)
      && desk_read_name (tx, DESK_KIND_UNIT, card->lease->unit_id, &card->unit_label, error)
      && desk_read_name (tx, DESK_KIND_PERSON, card->lease->person_id, &card->person_name, error))
    return card;
  desk_lease_card_free (card);
  return NULL;
}

/* Returns: (transfer full) (element-type DeskLeaseCard) (nullable). */
GPtrArray *
desk_read_leases (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, GError **error)
{
  return read_cards (tx, part, of, day, make_lease, desk_lease_card_free, error);
}
