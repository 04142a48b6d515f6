/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-id.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* The connection of the transaction. */
DeskDb *
desk_tx_db (DeskTx *tx)
{
  return tx->service->db;
}

/* Returns: (transfer full) (nullable): the record; NOT_FOUND when it is gone. */
gpointer
desk_tx_get (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  return desk_store_get (tx->service->db, kind, id, error);
}

/* What the act was about: the record that undo, history and a repeated request key name. */
void
desk_tx_about (DeskTx *tx, DeskKind kind, gint64 id)
{
  tx->act.kind = kind;
  tx->act.record_id = id;
}

/* Fails with INVALID when a rule found something. */
gboolean
desk_tx_refuse (GPtrArray *problems, GError **error)
{
  if (problems->len == 0)
    return TRUE;
  desk_error_set_problems (error, DESK_ERROR_INVALID, problems);
  return FALSE;
}

/* May the actor touch what belongs to @unit_id? Only those whose right ends at their own units are asked. */
gboolean
desk_tx_check_scope (DeskTx *tx, gint64 unit_id, GError **error)
{
  DeskStmt *stmt;
  gint64 building, entrance;
  gboolean found;

  if (unit_id == 0 || tx->level != DESK_LEVEL_OWN)
    return TRUE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_UNIT_PLACE);
  desk_stmt_bind_int (stmt, "id", unit_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  building = found ? desk_stmt_int (stmt, 0) : 0;
  entrance = found ? desk_stmt_int (stmt, 1) : 0;
  desk_stmt_reset (stmt);
  if (desk_actor_covers (tx->actor, building, entrance))
    return TRUE;
  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL,
                  desk_right_nick (desk_use_case_right (tx->use_case)), "scope", NULL);
  return FALSE;
}

/* Is @stored still the version that was read? Else STALE, with who changed it and when. */
gboolean
desk_tx_check_version (DeskTx *tx, const DeskRecord *stored, gint64 version, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *when = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  gint64 at, act_id;

  if (stored->version == version)
    return TRUE;
  if (!desk_store_get_last_hand (tx->service->db, stored->kind, stored->id, &name, &at, &act_id, error))
    return FALSE;
  utc = g_date_time_new_from_unix_utc (at);
  local = g_date_time_to_timezone (utc, tx->service->zone);
  when = g_date_time_format (local, "%Y-%m-%d %H:%M");
  desk_error_set (error, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE, NULL, name, when, NULL);
  return FALSE;
}

/* The day from which a change holds, as far as the record says: its begin when it is made, its end when that is set. */
static gint64
when_it_holds (DeskTx *tx, const DeskRecord *record, GPtrArray *changes)
{
  static const char *const fields[] = { "to_day", "from_day", "delivered_on", "state_since" };
  DeskDay day = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && day == 0; i++)
    {
      const DeskFieldSpec *field = desk_record_find_field (record->kind, fields[i]);
      const DeskFieldChange *change = desk_changes_find (changes, fields[i]);

      if (field == NULL || change == NULL || change->new_value.type != DESK_VALUE_INT)
        continue;
      /* An end that is known when the record is made does not date it. */
      if (i == 0 && change->old_value.type == DESK_VALUE_NULL)
        continue;
      day = change->new_value.number;
    }
  if (day == 0 || day >= tx->today)
    return tx->now;
  return desk_day_start (day, tx->service->zone);
}

static gboolean
tell_people_units (DeskTx *tx, gint64 person_id, gint64 when, gint64 trail_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_UNITS_OF_PERSON);
  g_autoptr (GArray) units = NULL;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  desk_stmt_bind_int (stmt, "day", tx->today);
  units = desk_store_read_ids (stmt, error);
  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    if (!desk_store_add_timeline (tx->service->db, DESK_KIND_UNIT, g_array_index (units, gint64, i), when, trail_id, error)
        || !desk_tx_check_scope (tx, g_array_index (units, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* Puts a trail row on the timelines of the units and people it tells about, and asks for the scope of those units. */
static gboolean
tell (DeskTx *tx, const DeskRecord *record, gint64 when, gint64 trail_id, GError **error)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);
  DeskDb *db = tx->service->db;
  gboolean on_unit = record->kind == DESK_KIND_UNIT;

  if ((record->kind == DESK_KIND_UNIT || record->kind == DESK_KIND_PERSON)
      && !desk_store_add_timeline (db, record->kind, record->id, when, trail_id, error))
    return FALSE;
  if (on_unit && !desk_tx_check_scope (tx, record->id, error))
    return FALSE;
  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 id = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;

      if (id == 0 || (field->ref != DESK_KIND_UNIT && field->ref != DESK_KIND_PERSON))
        continue;
      if (!desk_store_add_timeline (db, field->ref, id, when, trail_id, error))
        return FALSE;
      if (field->ref == DESK_KIND_UNIT && !desk_tx_check_scope (tx, id, error))
        return FALSE;
    }
  if (record->kind == DESK_KIND_PERSON)
    return tell_people_units (tx, record->id, when, trail_id, error);
  if (record->kind == DESK_KIND_PHONE)
    return tell_people_units (tx, ((const DeskPhone *) record)->person_id, when, trail_id, error);
  if (record->kind == DESK_KIND_DOCUMENT)
    return tell_people_units (tx, ((const DeskDocument *) record)->person_id, when, trail_id, error);
  return TRUE;
}

static gboolean
write_row (DeskTx *tx, DeskTrailRow *row, GError **error)
{
  guint8 previous[32];
  gint64 head;

  if (!desk_store_get_trail_head (tx->service->db, &head, previous, error))
    return FALSE;
  row->id = head + 1;
  row->act_id = tx->act.id;
  row->at = tx->now;
  row->staff_id = tx->actor->staff_id;
  row->use_case = g_strdup (desk_use_case_nick (tx->use_case));
  desk_trail_seal (row, previous);
  tx->n_trail++;
  return desk_store_add_trail (tx->service->db, row, error);
}

/**
 * desk_tx_note:
 * @record: the record it is about, with every field as it stands (or stood, when it goes)
 * @changes: DeskFieldChange list
 *
 * Writes a trail row and puts it on the timelines.
 */
gboolean
desk_tx_note (DeskTx *tx, const DeskRecord *record, GPtrArray *changes, GError **error)
{
  g_auto (DeskTrailRow) row = { .kind = record->kind, .record_id = record->id };

  desk_id_random (row.salt, sizeof row.salt);
  row.changes = desk_changes_to_json (changes);
  return write_row (tx, &row, error)
         && tell (tx, record, when_it_holds (tx, record, changes), row.id, error);
}

/* The trail row of one record's change; in a batch only its share of the digest. */
static gboolean
note_diff (DeskTx *tx, const DeskRecord *before, const DeskRecord *after, GError **error)
{
  g_auto (DeskTrailRow) row = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  const DeskRecord *record = after != NULL ? after : before;

  desk_id_random (row.salt, sizeof row.salt);
  changes = desk_changes_diff (before, after, row.salt, sizeof row.salt);
  row.changes = desk_changes_to_json (changes);
  if (tx->batch)
    {
      g_checksum_update (tx->batch_sum, (const guchar *) row.changes, -1);
      return desk_store_add_act_item (tx->service->db, tx->act.id, tx->batch_count++, record->kind, record->id, error);
    }
  row.kind = record->kind;
  row.record_id = record->id;
  return write_row (tx, &row, error)
         && tell (tx, record, when_it_holds (tx, record, changes), row.id, error);
}

/* Makes @record: derived fields, row, search keys, trail, timeline, change set. Fills in id and version. */
gboolean
desk_tx_insert (DeskTx *tx, gpointer record, GError **error)
{
  DeskRecord *head = record;

  if (!desk_tx_derive (tx, record, error) || !desk_store_insert (tx->service->db, record, error)
      || !note_diff (tx, NULL, record, error))
    return FALSE;
  desk_change_set_add (tx->changes, head->kind, head->id, DESK_CHANGE_MADE);
  return TRUE;
}

/* Writes @record over the stored one of the same version; nothing happens where no field differs. STALE says who was
 * faster. A building's or entrance's new code is carried into the labels of its units. */
gboolean
desk_tx_update (DeskTx *tx, gpointer record, GError **error)
{
  DeskRecord *head = record;
  g_autoptr (DeskRecord) before = desk_store_get (tx->service->db, head->kind, head->id, error);

  if (before == NULL || !desk_tx_check_version (tx, before, head->version, error)
      || !desk_tx_derive (tx, record, error))
    return FALSE;
  if (desk_record_equal (before, record))
    return TRUE;
  if (!desk_store_update (tx->service->db, record, error) || !note_diff (tx, before, head, error))
    return FALSE;
  desk_change_set_add (tx->changes, head->kind, head->id, DESK_CHANGE_EDITED);
  if (head->kind == DESK_KIND_BUILDING)
    return desk_tx_relabel (tx, head->id, error);
  if (head->kind == DESK_KIND_ENTRANCE)
    return desk_tx_relabel (tx, ((DeskEntrance *) record)->building_id, error);
  return TRUE;
}

/* Takes @record away. CONSEQUENCE when something points at it. */
gboolean
desk_tx_remove (DeskTx *tx, gconstpointer record, GError **error)
{
  const DeskRecord *head = record;

  /* The trail and the scope first: they look at units the record may be the last link to. */
  if (!note_diff (tx, head, NULL, error) || !desk_store_delete (tx->service->db, record, error))
    return FALSE;
  desk_change_set_add (tx->changes, head->kind, head->id, DESK_CHANGE_GONE);
  return TRUE;
}

/* From here on records leave one trail row together, with count and digest, and are listed for undo. */
void
desk_tx_begin_batch (DeskTx *tx)
{
  tx->batch = TRUE;
  tx->batch_sum = g_checksum_new (G_CHECKSUM_SHA256);
}

/* Ends the batch with its row, said of record @kind @id. */
gboolean
desk_tx_end_batch (DeskTx *tx, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_new ();
  g_auto (DeskTrailRow) row = { .kind = kind, .record_id = id };

  g_assert (tx->batch);
  tx->batch = FALSE;
  desk_changes_add_int (changes, "count", 0, tx->batch_count);
  desk_changes_add_text (changes, "digest", NULL, g_checksum_get_string (tx->batch_sum));
  g_clear_pointer (&tx->batch_sum, g_checksum_free);
  desk_id_random (row.salt, sizeof row.salt);
  row.changes = desk_changes_to_json (changes);
  return write_row (tx, &row, error);
}
