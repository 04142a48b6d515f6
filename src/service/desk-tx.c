/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-figure-book.h"

#include "desk-case-book.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-sheet-writer.h"
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

/* A reference that does not hold: what @record points at is gone, or what points at it is still there. SQLite does not
 * say which, so it is looked up; other errors stay as they are. */
static gboolean
explain (DeskTx *tx, const DeskRecord *record, GError *local, GError **error)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);
  DeskKind user;

  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_CONSEQUENCE))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_error_free (local);
  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      gint64 id = field->type == DESK_FIELD_REF ? desk_record_get_int (record, field) : 0;
      g_autoptr (DeskRecord) other = id != 0 ? desk_tx_get (tx, field->ref, id, NULL) : NULL;

      if (id == 0 || other != NULL)
        continue;
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, field->name, desk_kind_nick (field->ref), NULL);
      return FALSE;
    }
  if (desk_store_find_user (tx->service->db, record->kind, record->id, &user, error))
    desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, NULL,
                    user != DESK_KIND_NONE ? desk_kind_nick (user) : NULL, NULL);
  return FALSE;
}

static gboolean
is_whole (DeskTx *tx, gint64 person_id)
{
  return tx->whole != NULL && g_hash_table_contains (tx->whole, &person_id);
}

/* The person's version has been counted up in this act. */
static void
set_whole (DeskTx *tx, gint64 person_id)
{
  if (tx->people == NULL)
    {
      tx->people = g_array_new (FALSE, FALSE, sizeof (gint64));
      tx->whole = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
  if (g_hash_table_add (tx->whole, g_memdup2 (&person_id, sizeof person_id)))
    g_array_append_val (tx->people, person_id);
}

/* Phones and documents are part of their person: whoever has that open must not save over a change of them. */
static gboolean
touch_person_of (DeskTx *tx, const DeskRecord *record, GError **error)
{
  gint64 id;

  if (record->kind == DESK_KIND_PERSON)
    set_whole (tx, record->id);
  if (record->kind != DESK_KIND_PHONE && record->kind != DESK_KIND_DOCUMENT)
    return TRUE;
  id = record->kind == DESK_KIND_PHONE ? ((const DeskPhone *) record)->person_id
                                       : ((const DeskDocument *) record)->person_id;
  if (is_whole (tx, id))
    return TRUE;
  set_whole (tx, id);
  desk_change_set_add (tx->changes, DESK_KIND_PERSON, id, DESK_CHANGE_EDITED);
  return desk_store_touch_person (tx->service->db, id, error);
}

/* Makes @record: derived fields, row, search keys, trail, timeline, change set. Fills in id and version. */
gboolean
desk_tx_insert (DeskTx *tx, gpointer record, GError **error)
{
  DeskRecord *head = record;
  GError *local = NULL;

  if (!desk_tx_check_scope (tx, record, error) || !desk_tx_derive (tx, record, error))
    return FALSE;
  if (!desk_store_insert (tx->service->db, record, &local))
    return explain (tx, head, local, error);
  desk_change_set_add (tx->changes, head->kind, head->id, DESK_CHANGE_MADE);
  if (!desk_figures_keep (tx, NULL, head, error) || !desk_tx_note_diff (tx, NULL, head, error))
    return FALSE;
  if (head->kind == DESK_KIND_COMPLAINT_STAGE)
    return desk_case_refresh (tx, ((DeskComplaintStage *) record)->case_id, error);
  return touch_person_of (tx, head, error);
}

/* Writes @record over the stored one of the same version; nothing happens where no field differs. STALE says who was
 * faster. A building's or entrance's new code is carried into the labels of its units. */
gboolean
desk_tx_update (DeskTx *tx, gpointer record, GError **error)
{
  DeskRecord *head = record;
  g_autoptr (DeskRecord) before = desk_store_get (tx->service->db, head->kind, head->id, error);
  GError *local = NULL;

  if (before == NULL || !desk_tx_check_version (tx, before, head->version, error)
      || !desk_tx_derive (tx, record, error))
    return FALSE;
  if (desk_record_equal (before, record))
    return TRUE;
  if (!desk_tx_check_scope (tx, before, error) || !desk_tx_check_scope (tx, record, error))
    return FALSE;
  if (!desk_store_update_from (tx->service->db, before, record, &local))
    return explain (tx, head, local, error);
  desk_change_set_add (tx->changes, head->kind, head->id, DESK_CHANGE_EDITED);
  if (!desk_figures_keep (tx, before, head, error) || !desk_tx_note_diff (tx, before, head, error)
      || !touch_person_of (tx, before, error)
      || !touch_person_of (tx, head, error))
    return FALSE;
  if (head->kind == DESK_KIND_COMPLAINT_STAGE)
    return desk_case_refresh (tx, ((DeskComplaintStage *) record)->case_id, error);
  if (head->kind == DESK_KIND_BUILDING)
    return desk_tx_relabel (tx, head->id, error);
  if (head->kind == DESK_KIND_ENTRANCE)
    return desk_tx_relabel (tx, ((DeskEntrance *) record)->building_id, error);
  return TRUE;
}

/* Files name what they go with by kind and id: the store does not see that they do. */
static gboolean
check_no_files (DeskTx *tx, const DeskRecord *record, GError **error)
{
  DeskStmt *stmt;
  gint64 id;
  gboolean found;

  if (record->kind != DESK_KIND_VISIT && record->kind != DESK_KIND_SERVICE_CASE && record->kind != DESK_KIND_MEMO)
    return TRUE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_FILES_OF);
  desk_stmt_bind_int (stmt, "of_kind", record->kind);
  desk_stmt_bind_int (stmt, "of_id", record->id);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, NULL, desk_kind_nick (DESK_KIND_ATTACHMENT), NULL);
  return !found;
}

/* What was billed is not taken away under the bill. */
static gboolean
check_not_billed (DeskTx *tx, const DeskRecord *record, GError **error)
{
  gboolean locked;

  if (record->kind != DESK_KIND_COST_LINE)
    return TRUE;
  if (!desk_tx_is_billed (tx, (const DeskCostLine *) record, &locked, error))
    return FALSE;
  if (locked)
    desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE, NULL, desk_kind_nick (DESK_KIND_CASE_QUOTE), NULL);
  return !locked;
}

/* Takes @record away. CONSEQUENCE, with the kind, when something points at it. */
gboolean
desk_tx_remove (DeskTx *tx, gconstpointer record, GError **error)
{
  const DeskRecord *head = record;
  GError *local = NULL;

  /* The trail first: it looks at units the record may be the last link to. */
  if (!desk_tx_check_scope (tx, record, error) || !check_no_files (tx, head, error) || !check_not_billed (tx, head, error)
      || !desk_tx_note_diff (tx, head, NULL, error))
    return FALSE;
  if (!desk_store_delete (tx->service->db, record, &local))
    return explain (tx, head, local, error);
  desk_change_set_add (tx->changes, head->kind, head->id, DESK_CHANGE_GONE);
  if (!desk_figures_keep (tx, head, NULL, error))
    return FALSE;
  if (head->kind == DESK_KIND_CASE_EVENT)
    return desk_case_refresh (tx, ((const DeskCaseEvent *) record)->case_id, error);
  if (head->kind == DESK_KIND_COMPLAINT_STAGE)
    return desk_case_refresh (tx, ((const DeskComplaintStage *) record)->case_id, error);
  return touch_person_of (tx, head, error);
}

/**
 * desk_tx_begin_part:
 * @mark: (out): for desk_tx_end_part(); desk_tx_mark_clear()
 *
 * Begins a part of the act that is kept whole or not at all, such as one row of a batch.
 */
gboolean
desk_tx_begin_part (DeskTx *tx, DeskTxMark *mark, GError **error)
{
  mark->sum = tx->batch_sum != NULL ? g_checksum_copy (tx->batch_sum) : NULL;
  mark->count = tx->batch_count;
  mark->n_people = tx->people != NULL ? tx->people->len : 0;
  return desk_db_savepoint (tx->service->db, error);
}

/* Ends the part. Where it is not kept its rows go, and what the batch and the versions of people had of them. */
gboolean
desk_tx_end_part (DeskTx *tx, DeskTxMark *mark, gboolean keep, GError **error)
{
  if (!keep)
    {
      tx->batch_count = mark->count;
      g_clear_pointer (&tx->batch_sum, g_checksum_free);
      tx->batch_sum = g_steal_pointer (&mark->sum);
      for (guint i = mark->n_people; tx->people != NULL && i < tx->people->len; i++)
        g_hash_table_remove (tx->whole, &g_array_index (tx->people, gint64, i));
      if (tx->people != NULL)
        g_array_set_size (tx->people, mark->n_people);
    }
  return desk_db_release (tx->service->db, keep, error);
}

void
desk_tx_mark_clear (DeskTxMark *mark)
{
  g_clear_pointer (&mark->sum, g_checksum_free);
}

/* Empties what the transaction carried. */
void
desk_tx_clear (DeskTx *tx)
{
  desk_act_clear (&tx->act);
  g_clear_pointer (&tx->batch_sum, g_checksum_free);
  g_clear_pointer (&tx->people, g_array_unref);
  g_clear_pointer (&tx->whole, g_hash_table_unref);
  g_clear_pointer (&tx->sheet, desk_sheet_writer_free);
}
