/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/*
 * Undo from the trail: every row of the act is turned back, latest first. A made record is taken away, a removed one
 * made again under its own id, a changed one gets its old values field by field where the current value is still the
 * new one. Derived fields, search keys and labels follow by themselves. The undo is an act of its own.
 */

/* Are all old (or, with @of_new, all new) values null? */
static gboolean
all_null (GPtrArray *changes, gboolean of_new)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const DeskFieldChange *change = changes->pdata[i];

      if ((of_new ? change->new_value.type : change->old_value.type) != DESK_VALUE_NULL)
        return FALSE;
    }
  return changes->len > 0;
}

static gboolean
refuse (DeskProblemCode problem, const char *arg, GError **error)
{
  desk_error_set (error, DESK_ERROR_CONSEQUENCE, problem, NULL, arg, NULL);
  return FALSE;
}

/* Did nobody change the record since the act made it? What a batch made has no trail row of its own until then. */
static gboolean
check_untouched (DeskTx *tx, const DeskRecord *record, gint64 act_id, GError **error)
{
  g_autofree char *who = NULL;
  gint64 at, last_act;

  if (!desk_store_get_last_hand (tx->service->db, record->kind, record->id, &who, &at, &last_act, error))
    return FALSE;
  return last_act == 0 || last_act == act_id
         || refuse (DESK_PROBLEM_UNDO_BUILT_ON, desk_kind_nick (record->kind), error);
}

/* Takes a record away that the act made. What has been built on it stands in the way. */
static gboolean
unmake (DeskTx *tx, DeskKind kind, gint64 id, gint64 act_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) record = desk_tx_get (tx, kind, id, &local);

  if (record == NULL && g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (record != NULL && !check_untouched (tx, record, act_id, error))
    return FALSE;
  if (record != NULL && desk_tx_remove (tx, record, &local))
    return TRUE;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_CONSEQUENCE))
    return refuse (DESK_PROBLEM_UNDO_BUILT_ON, desk_kind_nick (kind), error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Makes a record again that the act took away. Its version goes on above all earlier ones: every version came with a
 * trail row, so the row's id is above them. */
static gboolean
remake (DeskTx *tx, const DeskTrailRow *row, GPtrArray *changes, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_new ((DeskKind) row->kind);

  record->id = row->record_id;
  record->version = row->id;
  for (guint i = 0; i < changes->len; i++)
    {
      const DeskFieldChange *change = changes->pdata[i];
      const DeskFieldSpec *field = desk_record_find_field (record->kind, change->field);

      if (field == NULL || change->old_value.type == DESK_VALUE_DIGEST)
        return refuse (DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL, error);
      desk_value_apply (&change->old_value, record, field);
    }
  return desk_tx_insert (tx, record, error);
}

/* Puts the old values back; a field that somebody changed since is left and said. */
static gboolean
revert (DeskTx *tx, const DeskTrailRow *row, GPtrArray *changes, GPtrArray *problems, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, (DeskKind) row->kind, row->record_id, error);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    {
      const DeskFieldChange *change = changes->pdata[i];
      const DeskFieldSpec *field = desk_record_find_field (record->kind, change->field);

      if (field != NULL && !(field->flags & DESK_FIELD_SECRET)
          && desk_value_matches (&change->new_value, record, field))
        {
          desk_value_apply (&change->old_value, record, field);
        }
      else
        {
          g_autofree char *who = NULL;
          gint64 at, act_id;

          if (!desk_store_get_last_hand (tx->service->db, record->kind, record->id, &who, &at, &act_id, error))
            return FALSE;
          g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_UNDO_FIELD_CHANGED, change->field, -1,
                                                       change->field, who, NULL));
        }
    }
  return desk_tx_update (tx, record, error);
}

static gboolean
undo_row (DeskTx *tx, const DeskTrailRow *row, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_from_json (row->changes);

  if (changes == NULL || changes->len == 0)
    return refuse (DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL, error);
  if (all_null (changes, FALSE))
    return unmake (tx, (DeskKind) row->kind, row->record_id, row->act_id, error);
  if (all_null (changes, TRUE))
    return remake (tx, row, changes, error);
  return revert (tx, row, changes, problems, error);
}

/* A batch: all that it made, latest first, as one row again. */
static gboolean
undo_batch (DeskTx *tx, const DeskAct *act, gboolean *was_batch, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_ACT_ITEMS);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskStep step;

  desk_stmt_bind_int (stmt, "act_id", act->id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 kind = desk_stmt_int (stmt, 0), id = desk_stmt_int (stmt, 1);

      g_array_append_val (kinds, kind);
      g_array_append_val (ids, id);
    }
  if (step == DESK_STEP_FAILED)
    return FALSE;
  *was_batch = ids->len > 0;
  if (!*was_batch)
    return TRUE;
  desk_tx_begin_batch (tx);
  for (guint i = 0; i < ids->len; i++)
    if (!unmake (tx, (DeskKind) g_array_index (kinds, gint64, i), g_array_index (ids, gint64, i), act->id, error))
      return FALSE;
  return desk_tx_end_batch (tx, (DeskKind) act->kind, act->record_id, error);
}

/* May this act be undone, and by this person? */
static gboolean
may_undo (DeskTx *tx, const DeskAct *act, GError **error)
{
  DeskUseCase original = desk_use_case_from_nick (act->use_case);

  if (original == DESK_N_USE_CASES || desk_use_case_undo (original) == DESK_UNDO_REVERSED)
    return refuse (DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL, error);
  if (act->undone_by != 0)
    return refuse (DESK_PROBLEM_UNDONE_ALREADY, NULL, error);
  tx->level = desk_right_level (desk_use_case_right (original), tx->actor->roles);
  if (tx->level < DESK_LEVEL_OWN
      || (act->staff_id != tx->actor->staff_id
          && desk_right_level (DESK_RIGHT_UNDO_OTHER, tx->actor->roles) < DESK_LEVEL_OWN))
    {
      g_autofree char *roles = g_strdup_printf ("%" G_GINT64_FORMAT, desk_right_roles (DESK_RIGHT_UNDO_OTHER));

      desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL,
                      desk_right_nick (DESK_RIGHT_UNDO_OTHER), roles, NULL);
      return FALSE;
    }
  return TRUE;
}

/* Marks the act as undone; undoing an undo makes the first act stand again. */
static gboolean
mark (DeskTx *tx, const DeskAct *act, GError **error)
{
  if (!desk_store_set_undone (tx->service->db, act->id, tx->act.id, error))
    return FALSE;
  return act->undoes == 0 || desk_store_set_undone (tx->service->db, act->undoes, 0, error);
}

gboolean
desk_body_undo_act (DeskTx *tx, const DeskUndoInput *in, DeskSaved *out, GError **error)
{
  g_auto (DeskAct) act = { 0 };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  gboolean was_batch;

  if (!desk_store_get_act (tx->service->db, in->act_id, &act, error) || !may_undo (tx, &act, error)
      || !desk_store_set_act_undoes (tx->service->db, tx->act.id, act.id, error)
      || !undo_batch (tx, &act, &was_batch, error))
    return FALSE;
  rows = desk_store_get_trail_of_act (tx->service->db, act.id, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len && !was_batch; i++)
    if (!undo_row (tx, rows->pdata[i], problems, error))
      return FALSE;
  if (tx->n_trail == 0)
    {
      if (problems->len > 0)
        desk_error_set_problems (error, DESK_ERROR_CONSEQUENCE, problems);
      else
        refuse (DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL, error);
      return FALSE;
    }
  desk_tx_about (tx, (DeskKind) act.kind, act.record_id);
  out->id = act.record_id;
  if (problems->len > 0)
    out->problems = g_steal_pointer (&problems);
  return mark (tx, &act, error);
}
