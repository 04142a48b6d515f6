/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include <string.h>

#include "desk-changes.h"
#include "desk-id.h"
#include "desk-register.h"
#include "desk-service-private.h"

/* What a change leaves behind: its row in the trail, and its lines on the timelines of units and people. */

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

/* Where a line goes: when it happened, and which trail row tells it. */
typedef struct
{
  DeskTx *tx;
  gint64 when;
  gint64 trail_id;
} Line;

static gboolean
put (const Line *line, DeskKind kind, gint64 id, GError **error)
{
  return desk_store_add_timeline (line->tx->service->db, kind, id, line->when, line->trail_id, error);
}

/* On the timelines of the units where somebody lives or owns today. */
static gboolean
put_on_units_of (const Line *line, gint64 person_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (line->tx->service->db, DESK_SQL_UNITS_OF_PERSON);
  g_autoptr (GArray) units = NULL;

  desk_stmt_bind_int (stmt, "person_id", person_id);
  desk_stmt_bind_int (stmt, "day", line->tx->today);
  units = desk_store_read_ids (stmt, error);
  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    if (!put (line, DESK_KIND_UNIT, g_array_index (units, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* On the timelines of the units and people the record is or names. */
static gboolean
tell (const Line *line, const DeskRecord *record, GError **error)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);

  if ((record->kind == DESK_KIND_UNIT || record->kind == DESK_KIND_PERSON)
      && !put (line, record->kind, record->id, error))
    return FALSE;
  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 id = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;

      if (id != 0 && (field->ref == DESK_KIND_UNIT || field->ref == DESK_KIND_PERSON)
          && !put (line, field->ref, id, error))
        return FALSE;
    }
  if (record->kind == DESK_KIND_PERSON)
    return put_on_units_of (line, record->id, error);
  if (record->kind == DESK_KIND_PHONE)
    return put_on_units_of (line, ((const DeskPhone *) record)->person_id, error);
  if (record->kind == DESK_KIND_DOCUMENT)
    return put_on_units_of (line, ((const DeskDocument *) record)->person_id, error);
  return TRUE;
}

/* Does a change of @record move it from one unit or person to another? Then both are told. */
static gboolean
moved (const DeskRecord *before, const DeskRecord *after)
{
  const DeskRecordSpec *spec = desk_record_spec (after->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == DESK_FIELD_REF && !desk_record_field_equal (before, after, &spec->fields[i]))
      return TRUE;
  return FALSE;
}

/* The next row of the chain. The head is read once in a transaction: nobody else writes meanwhile. */
static gboolean
write_row (DeskTx *tx, DeskTrailRow *row, GError **error)
{
  if (!tx->has_head && !desk_store_get_trail_head (tx->service->db, &tx->head_id, tx->head, error))
    return FALSE;
  tx->has_head = TRUE;
  row->id = tx->head_id + 1;
  row->act_id = tx->act.id;
  row->at = tx->now;
  row->staff_id = tx->actor->staff_id;
  row->use_case = g_strdup (desk_use_case_nick (tx->use_case));
  desk_trail_seal (row, tx->head);
  tx->n_trail++;
  tx->head_id = row->id;
  memcpy (tx->head, row->hash, sizeof tx->head);
  return desk_store_add_trail (tx->service->db, row, error);
}

/**
 * desk_tx_note:
 * @record: the record it is about, with every field as it stands
 * @changes: DeskFieldChange list
 *
 * Writes a trail row of something that changes no field, such as a look at a number, and puts it on the timelines.
 */
gboolean
desk_tx_note (DeskTx *tx, const DeskRecord *record, GPtrArray *changes, GError **error)
{
  g_auto (DeskTrailRow) row = { .kind = record->kind, .record_id = record->id };
  Line line = { tx, when_it_holds (tx, record, changes), 0 };

  desk_id_random (row.salt, sizeof row.salt);
  row.changes = desk_changes_to_json (changes);
  if (!desk_tx_check_scope (tx, record, error) || !write_row (tx, &row, error))
    return FALSE;
  line.trail_id = row.id;
  return tell (&line, record, error);
}

/**
 * desk_tx_note_diff:
 * @before: (nullable): the record as it stood, NULL when it was made
 * @after: (nullable): as it stands, NULL when it goes
 *
 * The trail row of one record's change, with its lines on the timelines; in a batch only its share of the digest.
 */
gboolean
desk_tx_note_diff (DeskTx *tx, const DeskRecord *before, const DeskRecord *after, GError **error)
{
  g_auto (DeskTrailRow) row = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  const DeskRecord *record = after != NULL ? after : before;
  Line line = { .tx = tx };

  desk_id_random (row.salt, sizeof row.salt);
  changes = desk_changes_diff (before, after, row.salt, sizeof row.salt);
  row.changes = desk_changes_to_json (changes);
  if (tx->batch)
    {
      g_checksum_update (tx->batch_sum, (const guchar *) row.changes, -1);
      /* What was made is undone by taking it away; of the rest the old values are kept. */
      return desk_store_add_act_item (tx->service->db, tx->act.id, tx->batch_count++, record->kind, record->id,
                                      before != NULL ? row.changes : "", error);
    }
  row.kind = record->kind;
  row.record_id = record->id;
  if (!write_row (tx, &row, error))
    return FALSE;
  line.when = when_it_holds (tx, record, changes);
  line.trail_id = row.id;
  return tell (&line, record, error)
         && (before == NULL || after == NULL || !moved (before, after) || tell (&line, before, error));
}

/* From here on records leave one trail row together, with count and digest, and are listed for undo. */
void
desk_tx_begin_batch (DeskTx *tx)
{
  tx->batch = TRUE;
  tx->batch_sum = g_checksum_new (G_CHECKSUM_SHA256);
}

/* Puts the batch's row on the timelines of the units and people it made or changed. */
static gboolean
tell_batch (DeskTx *tx, gint64 trail_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_TIMELINE_OF_BATCH);

  desk_stmt_bind_int (stmt, "act_id", tx->act.id);
  desk_stmt_bind_int (stmt, "happened_at", tx->now);
  desk_stmt_bind_int (stmt, "trail_id", trail_id);
  return desk_stmt_run (stmt, error);
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
  return write_row (tx, &row, error) && tell_batch (tx, row.id, error);
}
