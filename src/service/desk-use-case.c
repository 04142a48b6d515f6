/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-use-case.h"

#include "desk-case-book.h"
#include "desk-service-private.h"
#include "desk-sheet-writer.h"
#include "desk-tx.h"

/* The registry's table: one row a use case, made from DESK_USE_CASES. The thunks give every body one type. */
#define X(code, name, right, mode, undo, Input, input, Result, result)                     \
  static gboolean run_##name (DeskTx *tx, gconstpointer in, gpointer out, GError **error)  \
  {                                                                                        \
    return desk_body_##name (tx, in, out, error);                                          \
  }
DESK_USE_CASES (X)
#undef X

static const struct
{
  const char *nick;
  DeskRight right;
  DeskMode mode;
  DeskUndoMode undo;
  gboolean (*run) (DeskTx *tx, gconstpointer in, gpointer out, GError **error);
  void (*free_input) (gpointer input);
  gsize result_size;
  void (*clear_result) (gpointer result);
} table[] = {
#define X(code, name, right, mode, undo, Input, input, Result, result)                             \
  { #name, DESK_RIGHT_##right, DESK_MODE_##mode, DESK_UNDO_##undo, run_##name, desk_##input##_free, \
    sizeof (Result), desk_##result##_clear },
  DESK_USE_CASES (X)
#undef X
};

#define X(code, name, right, mode, undo, Input, input, Result, result)                             \
  gboolean desk_##name (DeskService *service, const DeskActor *actor, const Input *in, Result *out, \
                        GError **error)                                                            \
  {                                                                                                \
    return desk_use_case_run (service, DESK_USE_CASE_##code, actor, in, out, error);               \
  }
DESK_USE_CASES (X)
#undef X

/* The name under which the trail knows @use_case, static. */
const char *
desk_use_case_nick (DeskUseCase use_case)
{
  g_return_val_if_fail (use_case < DESK_N_USE_CASES, "none");
  return table[use_case].nick;
}

/* Returns: the use case called @nick; DESK_N_USE_CASES when there is none. */
DeskUseCase
desk_use_case_from_nick (const char *nick)
{
  for (guint i = 0; i < DESK_N_USE_CASES; i++)
    if (g_strcmp0 (table[i].nick, nick) == 0)
      return (DeskUseCase) i;
  return DESK_N_USE_CASES;
}

/* The permission the gate asks for. */
DeskRight
desk_use_case_right (DeskUseCase use_case)
{
  return table[use_case].right;
}

/* Does it read, read for long, or write? */
DeskMode
desk_use_case_mode (DeskUseCase use_case)
{
  return table[use_case].mode;
}

/* Can it be undone from the trail, or only be reversed by another act? */
DeskUndoMode
desk_use_case_undo (DeskUseCase use_case)
{
  return table[use_case].undo;
}

/* The function that frees inputs of @use_case: two of one function are of one type. */
void (*desk_use_case_free_func (DeskUseCase use_case)) (gpointer input)
{
  return table[use_case].free_input;
}

/* Frees an input made for @use_case; NULL is nothing. */
void
desk_use_case_free_input (DeskUseCase use_case, gpointer input)
{
  if (input != NULL)
    table[use_case].free_input (input);
}

/* Returns: (transfer full): an empty result for desk_use_case_run(). */
gpointer
desk_use_case_new_result (DeskUseCase use_case)
{
  return g_malloc0 (table[use_case].result_size);
}

/* Clears and frees a result of @use_case; NULL is nothing. */
void
desk_use_case_free_result (DeskUseCase use_case, gpointer result)
{
  if (result == NULL)
    return;
  table[use_case].clear_result (result);
  g_free (result);
}

/* Who may do it: the roles' bits as text, for the sentence. */
static gboolean
forbid (DeskService *service, DeskRight right, GError **error)
{
  g_autofree char *roles = g_strdup_printf ("%" G_GINT64_FORMAT, desk_matrix_roles (&service->matrix, right));

  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (right), roles, NULL);
  return FALSE;
}

/* How far the actor's roles reach for @right. */
DeskLevel
desk_tx_level (DeskTx *tx, DeskRight right)
{
  return desk_matrix_level (&tx->service->matrix, right, tx->actor->roles);
}

/* Asks for @right instead of the gate's: from here on its scope counts, too. */
gboolean
desk_tx_let (DeskTx *tx, DeskRight right, GError **error)
{
  tx->right = right;
  tx->level = desk_tx_level (tx, right);
  return tx->level >= DESK_LEVEL_OWN || forbid (tx->service, right, error);
}

/* The one gate. What somebody may only ask for passes as a request; what another approved passes whole. */
static gboolean
pass_gate (DeskTx *tx, gboolean *asks, GError **error)
{
  DeskRight right = table[tx->use_case].right;
  gboolean writes = table[tx->use_case].mode == DESK_MODE_WRITE;

  if (!desk_service_load_matrix (tx->service, error))
    return FALSE;
  tx->right = right;
  tx->level = desk_tx_level (tx, right);
  *asks = FALSE;
  if (tx->level >= (writes ? DESK_LEVEL_OWN : DESK_LEVEL_VIEW))
    return TRUE;
  if (!writes || tx->level < DESK_LEVEL_ASK)
    return forbid (tx->service, right, error);
  *asks = !tx->service->approving;
  if (!*asks)
    tx->level = DESK_LEVEL_ALL;
  return TRUE;
}

/* May @actor do what needs @right and is no use case of its own: a backup, a restore? FORBIDDEN says who may. */
gboolean
desk_service_allow (DeskService *service, const DeskActor *actor, DeskRight right, GError **error)
{
  return desk_service_load_matrix (service, error)
         && (desk_matrix_level (&service->matrix, right, actor->roles) >= DESK_LEVEL_OWN
             || forbid (service, right, error));
}

/* Was this request key taken before? Then the answer names what the first one made. */
static gboolean
check_key (DeskTx *tx, const char *key, DeskSaved *saved, GError **error)
{
  gint64 act_id;
  g_auto (DeskAct) act = { 0 };

  if (key == NULL)
    return TRUE;
  if (!desk_store_find_act (tx->service->db, key, &act_id, error))
    return FALSE;
  if (act_id == 0)
    return TRUE;
  if (!desk_store_get_act (tx->service->db, act_id, &act, error))
    return FALSE;
  saved->id = act.record_id;
  saved->act_id = act_id;
  desk_error_set (error, DESK_ERROR_DUPLICATE, DESK_PROBLEM_SAVED_ALREADY, NULL, NULL);
  return FALSE;
}

/* In bulk a use case is a part of the transaction that is open. After a full disk SQLite has dropped all of it; then
 * nothing more may be written, or the rest would stand alone. */
static gboolean
begin (DeskService *service, GError **error)
{
  if (!service->bulk)
    return desk_db_begin (service->db, error);
  return desk_db_check_open (service->db, error) && desk_db_savepoint (service->db, error);
}

static void
give_up (DeskService *service)
{
  if (!service->bulk)
    desk_db_rollback (service->db);
  else if (desk_db_in_transaction (service->db))
    desk_db_release (service->db, FALSE, NULL);
}

static void
publish (DeskTx *tx)
{
  if (tx->service->bulk)
    for (guint i = 0; i < desk_change_set_size (tx->changes); i++)
      {
        const DeskChange *change = desk_change_set_get (tx->changes, i);

        desk_change_set_add (tx->service->bulk_changes, change->kind, change->id, change->type);
      }
  else if (tx->service->commit_func != NULL)
    tx->service->commit_func (tx->changes, tx->service->commit_data);
}

/* Rule, rows, trail, request key; the caller commits. */
static gboolean
write_all (DeskTx *tx, gconstpointer in, DeskSaved *saved, GError **error)
{
  /* What runs inside a request's act is a part of it, and goes by that one's key. */
  const char *key = tx->service->approving ? NULL : ((const DeskInput *) in)->request_key;

  if (!check_key (tx, key, saved, error))
    return FALSE;
  tx->act = (DeskAct){ .at = tx->now, .staff_id = tx->actor->staff_id,
                       .use_case = g_strdup (desk_use_case_nick (tx->use_case)) };
  if (!desk_store_add_act (tx->service->db, &tx->act, key, error)
      || !table[tx->use_case].run (tx, in, saved, error) || !desk_case_follow_calendars (tx, error)
      || !desk_store_set_act_record (tx->service->db, tx->act.id, tx->act.kind, tx->act.record_id, error))
    return FALSE;
  saved->act_id = tx->act.id;
  return TRUE;
}

/* A sheet that goes with the act appears after it: never whole numbers outside without their row in the trail. */
static gboolean
place_sheet (DeskTx *tx, GError **error)
{
  return tx->sheet == NULL || desk_sheet_writer_place (tx->sheet, error);
}

static gboolean
run_write (DeskTx *tx, gconstpointer in, DeskSaved *saved, GError **error)
{
  DeskService *service = tx->service;
  gboolean ok;

  if (!begin (service, error))
    return FALSE;
  ok = write_all (tx, in, saved, error);
  if (!ok || tx->n_trail == 0)
    {
      /* Nothing differed: nothing is written, and there is nothing to undo. */
      give_up (service);
      if (ok)
        saved->act_id = 0;
      return ok && place_sheet (tx, error);
    }
  if (!(service->bulk ? desk_db_release (service->db, TRUE, error) : desk_db_commit (service->db, error)))
    return FALSE;
  publish (tx);
  return place_sheet (tx, error);
}

static gboolean
run_read (DeskTx *tx, gconstpointer in, gpointer out, GError **error)
{
  gboolean nested = desk_db_in_transaction (tx->service->db) || table[tx->use_case].mode == DESK_MODE_LONG;
  gboolean ok;

  if (!nested && !desk_db_begin_read (tx->service->db, error))
    return FALSE;
  ok = table[tx->use_case].run (tx, in, out, error);
  if (!nested)
    desk_db_end_read (tx->service->db);
  return ok;
}

/* Makes a request of what the actor may not do alone. */
static gboolean
ask (DeskTx *tx, gconstpointer in, DeskSaved *saved, GError **error)
{
  DeskAskInput request = { { ((const DeskInput *) in)->request_key }, tx->use_case, (gpointer) in };

  return desk_ask_approval (tx->service, tx->actor, &request, saved, error);
}

/* The right that was missing, as @error (FORBIDDEN) names it: a list may want another one than its use case. */
DeskRight
desk_use_case_missing_right (DeskUseCase use_case, const GError *error)
{
  const DeskProblem *problem = desk_error_get_problem (error);
  int right = problem != NULL && problem->code == DESK_PROBLEM_NOT_ALLOWED && problem->args[0] != NULL
                  ? desk_right_find (problem->args[0])
                  : -1;

  return right >= 0 ? (DeskRight) right : table[use_case].right;
}

/* Leaves a row in the trail of what somebody tried and may not. */
static void
tell_refusal (DeskService *service, DeskUseCase use_case, const DeskActor *actor, const GError *refusal)
{
  DeskRefusalInput in = { .right = desk_use_case_missing_right (use_case, refusal) };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  if (actor->staff_id == 0 || service->bulk || table[use_case].right == DESK_RIGHT_ENTER
      || !desk_db_is_writer (service->db))
    return;
  if (!desk_note_refusal (service, actor, &in, &saved, &error))
    g_warning ("the trail does not say that %s was refused: %s", table[use_case].nick, error->message);
  desk_saved_clear (&saved);
}

/* Whoever changes a password says the one that holds. A wrong one is a wrong try like at the sign-in, counted and told: nobody
 * guesses it at a desk that stands open. */
static void
tell_wrong_password (DeskService *service, const DeskActor *actor, const DeskSecretInput *given)
{
  g_autoptr (DeskSignInInput) in = desk_sign_in_input_new (actor->staff_id, DESK_SECRET_PASSWORD, given->old_password);
  g_autoptr (GError) error = NULL;
  DeskSignIn out = { 0 };

  if (!desk_sign_in (service, actor, in, &out, &error))
    g_warning ("a wrong password is not counted: %s", error->message);
  desk_sign_in_clear (&out);
}

static gboolean
run (DeskTx *tx, gconstpointer in, gpointer out, GError **error)
{
  gboolean asks, ok;

  if (!pass_gate (tx, &asks, error))
    return FALSE;
  if (asks)
    return ask (tx, in, out, error);
  if (table[tx->use_case].mode != DESK_MODE_WRITE)
    return run_read (tx, in, out, error);
  if (!desk_db_is_writer (tx->service->db))
    {
      desk_error_set (error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY, NULL,
                      desk_db_get_path (tx->service->db), NULL);
      return FALSE;
    }
  ok = run_write (tx, in, out, error);
  if (desk_change_set_touches (tx->changes, DESK_KIND_RIGHT_CHANGE))
    tx->service->has_matrix = FALSE;
  desk_tx_clear (tx);
  return ok;
}

/**
 * desk_use_case_run:
 * @service: the store; a writer for writes
 * @use_case: what to do
 * @actor: on whose behalf
 * @in: its input
 * @out: its result, all zero; to be cleared by its clear function also after a failure
 * @error: INVALID, NOT_FOUND, STALE, DUPLICATE, FORBIDDEN, CONSEQUENCE, and what the store says
 *
 * The wrapper every use case goes through: gate, BEGIN IMMEDIATE, rule, rows, trail, request key, COMMIT, change set.
 *
 * Returns: whether it was done; a write that returns TRUE is on the disk
 */
gboolean
desk_use_case_run (DeskService *service, DeskUseCase use_case, const DeskActor *actor, gconstpointer in,
                   gpointer out, GError **error)
{
  g_autoptr (DeskChangeSet) changes = desk_change_set_new ();
  DeskTx tx = { .service = service, .use_case = use_case, .actor = actor, .changes = changes };
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (use_case < DESK_N_USE_CASES && actor != NULL, FALSE);
  service->n_runs++;
  tx.now = desk_clock_now (service->clock);
  tx.today = desk_day_of_time (tx.now, service->zone);
  if (run (&tx, in, out, &local))
    return TRUE;
  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_FORBIDDEN))
    tell_refusal (service, use_case, actor, local);
  if (use_case == DESK_USE_CASE_SET_SECRET && desk_error_has_problem (local, DESK_PROBLEM_PASSWORD_WRONG))
    tell_wrong_password (service, actor, in);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
