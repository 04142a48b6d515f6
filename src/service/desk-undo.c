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

/* Is the record as the act left it? A secret cannot be compared; it is never changed in place. */
static gboolean
is_as_made (const DeskRecord *record, GPtrArray *changes)
{
  const DeskRecordSpec *spec = desk_record_spec (record->kind);
  const DeskValue none = { DESK_VALUE_NULL, 0, NULL };

  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      const DeskFieldChange *change = desk_changes_find (changes, field->name);

      if ((field->flags & (DESK_FIELD_DERIVED | DESK_FIELD_SECRET)) == 0
          && !desk_value_matches (change != NULL ? &change->new_value : &none, record, field))
        return FALSE;
    }
  return TRUE;
}

/* The same for what a batch made, of which the trail has no values: no other act that stands has touched it. */
static gboolean
check_untouched (DeskTx *tx, const DeskTrailRow *row, GError **error)
{
  gint64 n;

  return desk_store_count_other_acts (tx->service->db, (DeskKind) row->kind, row->record_id, row->act_id,
                                      tx->undo_root, &n, error)
         && (n == 0 || refuse (DESK_PROBLEM_UNDO_BUILT_ON, desk_kind_nick ((DeskKind) row->kind), error));
}

/* Takes a record away that the act made. What has been built on it stands in the way.
 * @changes: (nullable): the act's row about it, NULL in a batch */
static gboolean
unmake (DeskTx *tx, const DeskTrailRow *row, GPtrArray *changes, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) record = desk_tx_get (tx, (DeskKind) row->kind, row->record_id, &local);
  const DeskProblem *problem;

  if (record == NULL && g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (record != NULL && changes != NULL && !is_as_made (record, changes))
    return refuse (DESK_PROBLEM_UNDO_BUILT_ON, desk_kind_nick (record->kind), error);
  if (record != NULL && changes == NULL && !check_untouched (tx, row, error))
    return FALSE;
  if (record != NULL && desk_tx_remove (tx, record, &local))
    return TRUE;
  problem = desk_error_get_problem (local);
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_CONSEQUENCE) && problem != NULL)
    return refuse (DESK_PROBLEM_UNDO_BUILT_ON, problem->args[0], error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What a rule says against putting the old values back came from later work: undo is refused with its words. */
static gboolean
as_consequence (GError *local, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_INVALID))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  problems = desk_problems_new ();
  for (guint i = 0; i < desk_error_get_problems (local)->len; i++)
    g_ptr_array_add (problems, desk_problem_copy (desk_error_get_problems (local)->pdata[i]));
  desk_error_set_problems (error, DESK_ERROR_CONSEQUENCE, problems);
  g_error_free (local);
  return FALSE;
}

/* Codes and labels must be free before they are written; what else is asked of the store, when everything stands. */
static gboolean
is_checked_first (DeskKind kind)
{
  return kind == DESK_KIND_BUILDING || kind == DESK_KIND_ENTRANCE || kind == DESK_KIND_UNIT;
}

static gboolean
check_first (DeskTx *tx, DeskRecord *record, GError **error)
{
  GError *local = NULL;

  if (is_checked_first (record->kind) ? desk_tx_check (tx, record, &local) : desk_tx_check_alone (record, &local))
    return TRUE;
  return as_consequence (local, error);
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
  return check_first (tx, record, error) && desk_tx_insert (tx, record, error);
}

/* Says that @field was changed since trail row @row, and by whom. */
static gboolean
say_changed (DeskTx *tx, const DeskTrailRow *row, const char *field, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) hands
      = desk_store_get_hands_after (tx->service->db, (DeskKind) row->kind, row->record_id, row->id, error);
  const char *who = "";

  if (hands == NULL)
    return FALSE;
  for (guint i = 0; i < hands->len && *who == '\0'; i++)
    {
      const DeskTrailHand *hand = hands->pdata[i];
      g_autoptr (GPtrArray) changes = desk_changes_from_json (hand->changes);

      if (changes != NULL && desk_changes_find (changes, field) != NULL)
        who = hand->name;
    }
  g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_UNDO_FIELD_CHANGED, field, -1, field, who, NULL));
  return TRUE;
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

      if (field != NULL && (field->flags & DESK_FIELD_SECRET) == 0
          && desk_value_matches (&change->new_value, record, field))
        desk_value_apply (&change->old_value, record, field);
      else if (!say_changed (tx, row, change->field, problems, error))
        return FALSE;
    }
  return check_first (tx, record, error) && desk_tx_update (tx, record, error);
}

/* Does what stands again keep the rules? Later work may have taken its place. */
static gboolean
check_standing (DeskTx *tx, GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DeskTrailRow *row = rows->pdata[i];
      g_autoptr (GError) local = NULL;
      g_autoptr (DeskRecord) record = desk_tx_get (tx, (DeskKind) row->kind, row->record_id, &local);

      if (record == NULL && !g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_clear_error (&local);
      if (record != NULL && !is_checked_first (record->kind) && !desk_tx_check (tx, record, &local))
        return as_consequence (g_steal_pointer (&local), error);
    }
  return TRUE;
}

static gboolean
undo_row (DeskTx *tx, const DeskTrailRow *row, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) changes = desk_changes_from_json (row->changes);

  /* "" is what erasing somebody leaves; {} a change of derived fields alone, which follow by themselves. */
  if (changes == NULL || *row->changes == '\0')
    return refuse (DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL, error);
  if (changes->len == 0)
    return TRUE;
  if (all_null (changes, FALSE))
    return unmake (tx, row, changes, error);
  if (all_null (changes, TRUE))
    return remake (tx, row, changes, error);
  return revert (tx, row, changes, problems, error);
}

/* A batch is undone as a batch: what it made goes, what it changed or took away comes back, or nothing at all. */
static gboolean
undo_batch (DeskTx *tx, const DeskAct *act, GPtrArray *items, GPtrArray *problems, GError **error)
{
  desk_tx_begin_batch (tx);
  for (guint i = 0; i < items->len; i++)
    {
      const DeskTrailRow *item = items->pdata[i];

      if (!(*item->changes == '\0' ? unmake (tx, item, NULL, error) : undo_row (tx, item, problems, error)))
        return FALSE;
      if (problems->len > 0)
        {
          desk_error_set_problems (error, DESK_ERROR_CONSEQUENCE, problems);
          return FALSE;
        }
    }
  return check_standing (tx, items, error) && desk_tx_end_batch (tx, (DeskKind) act->kind, act->record_id, error);
}

/* Turns every row of the act back. Each leaves a row of its own, so that this can be undone in turn. */
static gboolean
undo_rows (DeskTx *tx, const DeskAct *act, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) items = desk_store_get_act_items (tx->service->db, act->id, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (items == NULL)
    return FALSE;
  if (items->len > 0)
    return undo_batch (tx, act, items, problems, error);
  rows = desk_store_get_trail_of_act (tx->service->db, act->id, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!undo_row (tx, rows->pdata[i], problems, error))
      return FALSE;
  return check_standing (tx, rows, error);
}

/* What the chain of undoing began with: undoing an undo asks for the right of the act itself. */
static gboolean
find_root (DeskTx *tx, const DeskAct *act, DeskUseCase *use_case, GError **error)
{
  gint64 undoes = act->undoes;

  tx->undo_root = act->id;
  *use_case = desk_use_case_from_nick (act->use_case);
  while (undoes != 0)
    {
      g_auto (DeskAct) earlier = { 0 };

      if (!desk_store_get_act (tx->service->db, undoes, &earlier, error))
        return FALSE;
      tx->undo_root = undoes;
      *use_case = desk_use_case_from_nick (earlier.use_case);
      undoes = earlier.undoes;
    }
  return TRUE;
}

static gboolean
forbid (DeskTx *tx, DeskRight right, GError **error)
{
  g_autofree char *roles = g_strdup_printf ("%" G_GINT64_FORMAT, desk_matrix_roles (&tx->service->matrix, right));

  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (right), roles, NULL);
  return FALSE;
}

/* May this act be undone, and by this person? From here on the right and scope of the act itself are asked for. */
static gboolean
may_undo (DeskTx *tx, const DeskAct *act, GError **error)
{
  DeskUseCase root;

  if (!find_root (tx, act, &root, error))
    return FALSE;
  if (root == DESK_N_USE_CASES || desk_use_case_undo (root) == DESK_UNDO_REVERSED)
    return refuse (DESK_PROBLEM_UNDO_NOT_POSSIBLE, NULL, error);
  if (act->undone_by != 0)
    return refuse (DESK_PROBLEM_UNDONE_ALREADY, NULL, error);
  tx->right = root == DESK_USE_CASE_TAKE_IMPORT ? DESK_RIGHT_SHEET_IMPORT_UNDO : desk_use_case_right (root);
  tx->level = desk_tx_level (tx, tx->right);
  if (tx->level < DESK_LEVEL_OWN)
    return forbid (tx, tx->right, error);
  if (act->staff_id != tx->actor->staff_id
      && desk_tx_level (tx, DESK_RIGHT_UNDO_OTHER) < DESK_LEVEL_OWN)
    return forbid (tx, DESK_RIGHT_UNDO_OTHER, error);
  return TRUE;
}

/* Marks the act as undone. If it was an undo itself, what it undid stands again; if that was an undo, what that undid
 * is undone again, and so on down the chain. */
static gboolean
mark (DeskTx *tx, const DeskAct *act, GError **error)
{
  gint64 undone_by = tx->act.id;
  gint64 id = act->id;

  while (id != 0)
    {
      g_auto (DeskAct) link = { 0 };

      if (!desk_store_set_undone (tx->service->db, id, undone_by, error)
          || !desk_store_get_act (tx->service->db, id, &link, error))
        return FALSE;
      undone_by = undone_by == 0 ? id : 0;
      id = link.undoes;
    }
  return TRUE;
}

/* The act to undo; where only an import is meant, another number is none. */
static gboolean
get_act (DeskTx *tx, const DeskUndoInput *in, DeskAct *act, GError **error)
{
  const char *import = desk_use_case_nick (DESK_USE_CASE_TAKE_IMPORT);
  g_autoptr (GError) local = NULL;
  g_autofree char *number = NULL;

  if (desk_store_get_act (tx->service->db, in->act_id, act, &local))
    {
      if (!in->import_only || g_strcmp0 (act->use_case, import) == 0)
        return TRUE;
    }
  else if (!in->import_only || !g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, in->act_id);
  desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_IMPORT_NO_BATCH, NULL, number, NULL);
  return FALSE;
}

gboolean
desk_body_undo_act (DeskTx *tx, const DeskUndoInput *in, DeskSaved *out, GError **error)
{
  g_auto (DeskAct) act = { 0 };
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  if (!get_act (tx, in, &act, error) || !may_undo (tx, &act, error)
      || !desk_store_set_act_undoes (tx->service->db, tx->act.id, act.id, error)
      || !undo_rows (tx, &act, problems, error))
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
  out->count = tx->n_trail;
  if (problems->len > 0)
    out->problems = g_steal_pointer (&problems);
  return mark (tx, &act, error);
}
