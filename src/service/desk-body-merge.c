/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-follow-up.h"
#include "desk-register.h"
#include "desk-rule.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* Two records of one person become one: everything that hangs on the loser moves to the one that is kept, and the loser
 * stays as "merged into", so that undo takes them apart again. */

static GArray *
ids_of (DeskTx *tx, DeskSql sql, gint64 person_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, sql);

  desk_stmt_bind_int (stmt, "person_id", person_id);
  return desk_store_read_ids (stmt, error);
}

/* Points @field of the records found by @sql at the one that is kept. */
static gboolean
move (DeskTx *tx, DeskKind kind, DeskSql sql, const char *field, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) ids = ids_of (tx, sql, in->lose_id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      desk_record_set_int (record, desk_record_find_field (kind, field), in->keep_id);
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

/* What a number is compared by: the digits of a phone, a document as it is written. */
static char *
number_of (const DeskRecord *record)
{
  if (record->kind == DESK_KIND_PHONE)
    return desk_string_digits (((const DeskPhone *) record)->number);
  return g_strdup (((const DeskDocument *) record)->number);
}

static gboolean
has_number (DeskTx *tx, DeskKind kind, GArray *kept, const DeskRecord *lost, gboolean *has, GError **error)
{
  g_autofree char *number = number_of (lost);

  *has = FALSE;
  for (guint i = 0; i < kept->len && !*has; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, g_array_index (kept, gint64, i), error);
      g_autofree char *other = NULL;

      if (record == NULL)
        return FALSE;
      other = number_of (record);
      *has = g_str_equal (number, other);
    }
  return TRUE;
}

/* Moves phones or documents; one the kept person has already stays with the loser. */
static gboolean
move_numbers (DeskTx *tx, DeskKind kind, DeskSql sql, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) kept = ids_of (tx, sql, in->keep_id, error);
  g_autoptr (GArray) lost = kept != NULL ? ids_of (tx, sql, in->lose_id, error) : NULL;

  if (lost == NULL)
    return FALSE;
  for (guint i = 0; i < lost->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, g_array_index (lost, gint64, i), error);
      gboolean has;

      if (record == NULL || !has_number (tx, kind, kept, record, &has, error))
        return FALSE;
      if (has)
        continue;
      desk_record_set_int (record, desk_record_find_field (kind, "person_id"), in->keep_id);
      if (kind == DESK_KIND_PHONE)
        ((DeskPhone *) record)->rank += kept->len;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

/* The kept person is in the same unit and role already: one occupancy is left that lasts as long as both did and holds
 * both shares, so that every day still has its answer. Undo makes the other again. */
static gboolean
join_occupancies (DeskTx *tx, const DeskOccupancy *lost, gint64 kept_id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_OCCUPANCY, kept_id, error);
  DeskOccupancy *kept = (DeskOccupancy *) record;

  if (record == NULL || !desk_tx_remove (tx, lost, error))
    return FALSE;
  kept->from_day = MIN (kept->from_day, lost->from_day);
  kept->to_day = kept->to_day == 0 || lost->to_day == 0 ? 0 : MAX (kept->to_day, lost->to_day);
  kept->share += lost->share;
  if (kept->relation == NULL || *kept->relation == '\0')
    desk_text_set (&kept->relation, lost->relation);
  if (kept->note == NULL || *kept->note == '\0')
    desk_text_set (&kept->note, lost->note);
  return desk_tx_check (tx, kept, error) && desk_tx_update (tx, kept, error);
}

static gboolean
move_occupancies (DeskTx *tx, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) lost = ids_of (tx, DESK_SQL_OCCUPANCIES_OF_PERSON, in->lose_id, error);

  if (lost == NULL)
    return FALSE;
  for (guint i = 0; i < lost->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_OCCUPANCY, g_array_index (lost, gint64, i), error);
      g_autoptr (DeskRecord) moved = desk_record_copy (record);
      gint64 same;

      if (record == NULL)
        return FALSE;
      ((DeskOccupancy *) moved)->person_id = in->keep_id;
      if (!desk_tx_find_same_occupancy (tx, (DeskOccupancy *) moved, &same, error))
        return FALSE;
      if (!(same != 0 ? join_occupancies (tx, (DeskOccupancy *) record, same, error) : desk_tx_update (tx, moved, error)))
        return FALSE;
    }
  return TRUE;
}

/* Follow-ups about the loser are about the one that is kept, done ones too. */
static gboolean
move_follow_ups (DeskTx *tx, const DeskMergeInput *in, GError **error)
{
  g_autoptr (GArray) ids = ids_of (tx, DESK_SQL_ALL_FOLLOW_UPS_OF_PERSON, in->lose_id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record
          = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, g_array_index (ids, gint64, i), error);
      DeskFollowUp *follow_up = (DeskFollowUp *) record;

      if (record == NULL)
        return FALSE;
      follow_up->person_id = in->keep_id;
      if (follow_up->about_kind == DESK_KIND_PERSON && follow_up->about_id == in->lose_id)
        follow_up->about_id = in->keep_id;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_pair (const DeskMergeInput *in, const DeskPerson *keep, const DeskPerson *lose, GError **error)
{
  if (in->keep_id == in->lose_id)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_SAME_PERSON, "person_id", NULL);
      return FALSE;
    }
  if (keep->erased_at != 0 || lose->erased_at != 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_PERSON_ERASED, "person_id", NULL);
      return FALSE;
    }
  if (keep->merged_into != 0 || lose->merged_into != 0)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_MERGED_AWAY, "person_id",
                      keep->merged_into != 0 ? keep->name : lose->name, NULL);
      return FALSE;
    }
  return TRUE;
}

/* The loser says where it went. It is read anew: its version was counted up with its phones. */
static gboolean
mark_merged (DeskTx *tx, const DeskMergeInput *in, GError **error)
{
  g_autoptr (DeskRecord) lose = desk_tx_get (tx, DESK_KIND_PERSON, in->lose_id, error);

  if (lose == NULL)
    return FALSE;
  ((DeskPerson *) lose)->merged_into = in->keep_id;
  return desk_tx_update (tx, lose, error);
}

gboolean
desk_body_merge_people (DeskTx *tx, const DeskMergeInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) keep = desk_tx_get (tx, DESK_KIND_PERSON, in->keep_id, error);
  g_autoptr (DeskRecord) lose = keep != NULL ? desk_tx_get (tx, DESK_KIND_PERSON, in->lose_id, error) : NULL;

  if (lose == NULL || !check_pair (in, (DeskPerson *) keep, (DeskPerson *) lose, error))
    return FALSE;
  if (!move_numbers (tx, DESK_KIND_PHONE, DESK_SQL_PHONES_OF_PERSON, in, error)
      || !move_numbers (tx, DESK_KIND_DOCUMENT, DESK_SQL_DOCUMENTS_OF_PERSON, in, error)
      || !move_occupancies (tx, in, error)
      || !move (tx, DESK_KIND_VEHICLE, DESK_SQL_VEHICLES_OF_PERSON, "person_id", in, error)
      || !move (tx, DESK_KIND_SPACE_LEASE, DESK_SQL_LEASES_OF_PERSON, "person_id", in, error)
      || !move_follow_ups (tx, in, error)
      || !move (tx, DESK_KIND_PERSON, DESK_SQL_MERGED_INTO_PERSON, "merged_into", in, error)
      || !mark_merged (tx, in, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_PERSON, in->keep_id);
  desk_record_free (g_steal_pointer (&keep));
  keep = desk_tx_get (tx, DESK_KIND_PERSON, in->keep_id, error);
  if (keep == NULL)
    return FALSE;
  out->id = in->keep_id;
  out->version = keep->version;
  out->count = 2;
  return TRUE;
}
