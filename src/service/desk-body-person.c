/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-mask.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* People with their phones and documents. */

static DeskRecord *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((DeskRecord *) rows->pdata[i])->id == id)
      return rows->pdata[i];
  return NULL;
}

/* Writes the phones as they are to stand: those missing from the list go, those without an id are made, a number given
 * as NULL (shown masked, not touched) stays. */
static gboolean
save_phones (DeskTx *tx, gint64 person_id, GPtrArray *phones, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_PHONES_OF_PERSON);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DeskRecord) stored = NULL;

      if (find_row (phones, id) != NULL)
        continue;
      stored = desk_tx_get (tx, DESK_KIND_PHONE, id, error);
      if (stored == NULL || !desk_tx_remove (tx, stored, error))
        return FALSE;
    }
  for (guint i = 0; phones != NULL && i < phones->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_record_copy (phones->pdata[i]);
      DeskPhone *phone = (DeskPhone *) record;

      phone->person_id = person_id;
      phone->rank = i;
      if (!(record->id == 0 ? desk_tx_insert (tx, phone, error) : desk_tx_update (tx, phone, error)))
        return FALSE;
    }
  return TRUE;
}

/* Takes a document out of use; its row stays, because the trail keeps only digests of numbers. */
static gboolean
retire_document (DeskTx *tx, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) stored = desk_tx_get (tx, DESK_KIND_DOCUMENT, id, error);

  if (stored == NULL)
    return FALSE;
  ((DeskDocument *) stored)->removed_at = tx->now;
  return desk_tx_update (tx, stored, error);
}

static gboolean
save_document (DeskTx *tx, gint64 person_id, const DeskDocument *given, GError **error)
{
  g_autoptr (DeskRecord) record = NULL;

  if (given->record.id != 0)
    {
      g_autoptr (DeskRecord) stored = desk_tx_get (tx, DESK_KIND_DOCUMENT, given->record.id, error);

      if (stored == NULL)
        return FALSE;
      if (g_strcmp0 (given->number, ((DeskDocument *) stored)->number) == 0
          && given->kind == ((DeskDocument *) stored)->kind)
        return TRUE;
      if (!retire_document (tx, given->record.id, error))
        return FALSE;
    }
  record = desk_record_copy (given);
  record->id = record->version = 0;
  ((DeskDocument *) record)->person_id = person_id;
  ((DeskDocument *) record)->removed_at = 0;
  return desk_tx_insert (tx, record, error);
}

static gboolean
save_documents (DeskTx *tx, gint64 person_id, GPtrArray *documents, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_DOCUMENTS_OF_PERSON);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (find_row (documents, g_array_index (ids, gint64, i)) == NULL
        && !retire_document (tx, g_array_index (ids, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < documents->len; i++)
    if (!save_document (tx, person_id, documents->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Rows that exist are the person's own. Fills in what the form left as it was: numbers that came as NULL. */
static gboolean
fill_numbers (DeskTx *tx, gint64 person_id, GPtrArray *rows, DeskKind kind, GError **error)
{
  const DeskFieldSpec *number = desk_record_find_field (kind, "number");
  const DeskFieldSpec *owner = desk_record_find_field (kind, "person_id");

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      DeskRecord *row = rows->pdata[i];
      g_autoptr (DeskRecord) stored = NULL;

      if (row->id == 0)
        continue;
      stored = desk_tx_get (tx, kind, row->id, error);
      if (stored == NULL)
        return FALSE;
      if (desk_record_get_int (stored, owner) != person_id)
        {
          desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, desk_kind_nick (kind), NULL);
          return FALSE;
        }
      if (*desk_record_get_text (row, number) == '\0')
        desk_record_set_text (row, number, desk_record_get_text (stored, number));
    }
  return TRUE;
}

static GPtrArray *
copy_rows (GPtrArray *rows)
{
  GPtrArray *copy;

  if (rows == NULL)
    return NULL;
  copy = g_ptr_array_new_with_free_func (desk_record_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copy, desk_record_copy (rows->pdata[i]));
  return copy;
}

static gboolean
check_person (DeskTx *tx, DeskPerson *person, GPtrArray *phones, GPtrArray *documents, GError **error)
{
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  if (!fill_numbers (tx, person->record.id, phones, DESK_KIND_PHONE, error)
      || !fill_numbers (tx, person->record.id, documents, DESK_KIND_DOCUMENT, error))
    return FALSE;
  desk_rule_person (person, problems);
  for (guint i = 0; phones != NULL && i < phones->len; i++)
    desk_rule_phone (phones->pdata[i], (int) i, problems);
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    desk_rule_document (documents->pdata[i], (int) i, problems);
  return desk_tx_refuse (problems, error);
}

/* Puts the person into a unit. */
static gboolean
move_in (DeskTx *tx, gint64 person_id, const DeskOccupancy *given, GError **error)
{
  g_autoptr (DeskRecord) occupancy = desk_record_copy (given);

  occupancy->id = occupancy->version = 0;
  ((DeskOccupancy *) occupancy)->person_id = person_id;
  return desk_tx_check (tx, occupancy, error) && desk_tx_insert (tx, occupancy, error);
}

/* Says what was saved. The version is read back: phones and documents count it up. */
static gboolean
say_saved (DeskTx *tx, gint64 person_id, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) person = desk_tx_get (tx, DESK_KIND_PERSON, person_id, error);

  if (person == NULL)
    return FALSE;
  out->id = person_id;
  out->version = person->version;
  out->count = 1;
  return desk_find_hints_for_person (tx, person_id, &out->hints, error);
}

gboolean
desk_body_save_person (DeskTx *tx, const DeskPersonInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->person);
  g_autoptr (GPtrArray) phones = copy_rows (in->phones);
  g_autoptr (GPtrArray) documents = copy_rows (in->documents);
  DeskPerson *person = (DeskPerson *) record;

  if (!desk_tx_check_person (tx, record->id, error) || !check_person (tx, person, phones, documents, error)
      || !(record->id == 0 ? desk_tx_insert (tx, person, error) : desk_tx_update (tx, person, error)))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_PERSON, record->id);
  return save_phones (tx, record->id, phones, error)
         && (documents == NULL || save_documents (tx, record->id, documents, error))
         && (in->occupancy == NULL || move_in (tx, record->id, in->occupancy, error))
         && say_saved (tx, record->id, out, error);
}

/* Phones only: what the front desk may change. Name, documents and the rest stay as they are stored. */
gboolean
desk_body_save_contact (DeskTx *tx, const DeskPersonInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_PERSON, in->person->record.id, error);
  g_autoptr (GPtrArray) phones = copy_rows (in->phones);

  if (record == NULL || !desk_tx_check_version (tx, record, in->person->record.version, error)
      || !desk_tx_check_person (tx, record->id, error)
      || !check_person (tx, (DeskPerson *) record, phones, NULL, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_PERSON, record->id);
  return save_phones (tx, record->id, phones, error) && say_saved (tx, record->id, out, error);
}

/* The whole number of a phone or document, and a trail row that says who saw it. */
gboolean
desk_body_reveal_number (DeskTx *tx, const DeskRevealInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();
  g_autoptr (DeskRecord) record = NULL;
  g_autofree char *masked = NULL;
  const char *number;

  if (in->kind != DESK_KIND_PHONE && in->kind != DESK_KIND_DOCUMENT && in->kind != DESK_KIND_SERVICE_CASE)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "kind", desk_kind_nick (in->kind), NULL);
      return FALSE;
    }
  record = desk_tx_get (tx, in->kind, in->id, error);
  if (record == NULL)
    return FALSE;
  number = desk_record_get_text (
      record, desk_record_find_field (in->kind, in->kind == DESK_KIND_SERVICE_CASE ? "phone" : "number"));
  masked = in->kind == DESK_KIND_DOCUMENT ? desk_mask_document (number) : desk_mask_phone (number);
  desk_changes_add_text (changes, "revealed", NULL, masked);
  desk_tx_about (tx, record->kind, record->id);
  if (!desk_tx_note (tx, record, changes, error))
    return FALSE;
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  out->text = g_strdup (number);
  return TRUE;
}
