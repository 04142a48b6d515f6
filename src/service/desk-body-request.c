/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-changes.h"
#include "desk-input-code.h"
#include "desk-read-trail.h"
#include "desk-register.h"
#include "desk-request-preview.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-right.h"

/* Requests: what somebody may only ask for waits until another, who may approve it, says yes; then it is carried out on
 * behalf of whoever asked, by the use case itself, in the transaction of the approval. */

/* Carries out @use_case within the transaction of @tx, with the right as given. */
static gboolean
run_inside (DeskTx *tx, DeskUseCase use_case, const DeskActor *actor, gconstpointer input, DeskSaved *out, GError **error)
{
  DeskService *service = tx->service;
  gboolean bulk = service->bulk;
  DeskChangeSet *changes = service->bulk_changes;
  DeskSaved *saved = desk_use_case_new_result (use_case);
  gboolean ok;

  service->bulk = TRUE;
  service->bulk_changes = tx->changes;
  service->approving = TRUE;
  ok = desk_use_case_run (service, use_case, actor, input, saved, error);
  service->approving = FALSE;
  service->bulk = bulk;
  service->bulk_changes = changes;
  out->id = saved->id;
  out->act_id = saved->act_id;
  desk_use_case_free_result (use_case, saved);
  return ok;
}

/* Tries what is asked for and takes it back: what a rule refuses need not wait for anybody.
 * @kind, @id: (out): the record it is about, 0 where that would only be made
 * @lines: (out) (transfer full): what it would do, told */
static gboolean
try_out (DeskTx *tx, const DeskAskInput *in, DeskKind *kind, gint64 *id, GPtrArray **lines, GError **error)
{
  g_autoptr (DeskChangeSet) dropped = desk_change_set_new ();
  g_autoptr (DeskRecord) record = NULL;
  DeskChangeSet *kept = tx->changes;
  g_auto (DeskAct) act = { 0 };
  DeskSaved saved = { 0 };
  gboolean ok;

  if (!desk_db_savepoint (tx->service->db, error))
    return FALSE;
  tx->changes = dropped;
  ok = run_inside (tx, in->use_case, tx->actor, in->asked, &saved, error);
  tx->changes = kept;
  if (ok && saved.act_id != 0)
    ok = desk_store_get_act (tx->service->db, saved.act_id, &act, error)
         && (*lines = desk_read_act (tx, saved.act_id, error)) != NULL;
  if (!desk_db_in_transaction (tx->service->db) || !desk_db_release (tx->service->db, FALSE, ok ? error : NULL) || !ok)
    return FALSE;
  *kind = (DeskKind) act.kind;
  *id = act.record_id;
  if (*kind != DESK_KIND_NONE && (record = desk_store_get (tx->service->db, *kind, *id, NULL)) == NULL)
    *id = 0;
  return TRUE;
}

static gboolean
forbid (DeskRight right, gint64 roles, GError **error)
{
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, roles);

  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (right), who, NULL);
  return FALSE;
}

gboolean
desk_body_ask_approval (DeskTx *tx, const DeskAskInput *in, DeskSaved *out, GError **error)
{
  DeskRight right = desk_use_case_right (in->use_case);
  g_autofree char *text = desk_input_encode (in->use_case, in->asked);
  g_autofree char *with_lines = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  DeskRequest request = { .record = { .kind = DESK_KIND_REQUEST }, .staff_id = tx->actor->staff_id, .at = tx->now,
                          .use_case = (char *) desk_use_case_nick (in->use_case), .code = (char *) desk_right_nick (right),
                          .input = text, .state = DESK_REQUEST_WAITING };
  DeskKind kind = DESK_KIND_NONE;

  if (text == NULL || desk_tx_level (tx, right) < DESK_LEVEL_ASK)
    return forbid (right, desk_matrix_roles (&tx->service->matrix, right), error);
  if (!try_out (tx, in, &kind, &request.record_id, &lines, error))
    return FALSE;
  if (lines != NULL && (with_lines = desk_request_preview_add (text, lines)) != NULL)
    request.input = with_lines;
  request.kind = kind;
  if (!desk_tx_insert (tx, &request, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_REQUEST, request.record.id);
  out->id = request.record.id;
  out->request_id = request.record.id;
  out->count = 1;
  return TRUE;
}

/* Only another may approve or refuse, and only one whose role approves; whoever asked may take it back. */
static gboolean
may_decide (DeskTx *tx, const DeskRequest *request, DeskRequestState verdict, GError **error)
{
  int right = desk_right_find (request->code);
  gint64 roles = right >= 0 ? desk_matrix_approvers (&tx->service->matrix, (DeskRight) right) : 0;
  gboolean mine = request->staff_id == tx->actor->staff_id;

  if (verdict == DESK_REQUEST_WITHDRAWN ? mine : !mine && (roles & tx->actor->roles) != 0)
    return TRUE;
  if (mine)
    {
      desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ONESELF, NULL, NULL);
      return FALSE;
    }
  return forbid (right >= 0 ? (DeskRight) right : DESK_RIGHT_NONE, roles, error);
}

/* Carries out what was asked for. */
static gboolean
carry_out (DeskTx *tx, const DeskRequest *request, DeskSaved *out, GError **error)
{
  DeskUseCase use_case = desk_use_case_from_nick (request->use_case);
  gpointer input = use_case != DESK_N_USE_CASES ? desk_input_decode (use_case, request->input) : NULL;
  g_autoptr (DeskActor) asker = NULL;
  gboolean ok = FALSE;

  if (input == NULL)
    desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, desk_kind_nick (DESK_KIND_REQUEST), NULL);
  else if ((asker = desk_service_load_actor (tx->service, request->staff_id, error)) != NULL)
    ok = run_inside (tx, use_case, asker, input, out, error);
  desk_use_case_free_input (use_case, input);
  return ok;
}

gboolean
desk_body_decide_request (DeskTx *tx, const DeskDecisionInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_REQUEST, in->id, error);
  DeskRequest *request = (DeskRequest *) record;
  DeskSaved done = { 0 };

  if (record == NULL || !may_decide (tx, request, in->verdict, error))
    return FALSE;
  if (request->state != DESK_REQUEST_WAITING)
    {
      desk_error_set (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_DECIDED_ALREADY, NULL, NULL);
      return FALSE;
    }
  if (in->verdict == DESK_REQUEST_APPROVED && !carry_out (tx, request, &done, error))
    return FALSE;
  request->state = in->verdict;
  request->decided_by = tx->actor->staff_id;
  request->decided_at = tx->now;
  desk_text_set (&request->answer, in->answer);
  desk_text_set (&request->input, ""); /* what it would have done is no longer needed, and may name people */
  if (!desk_tx_update (tx, record, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_REQUEST, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}

static char *
name_of (DeskTx *tx, gint64 staff_id)
{
  g_autoptr (DeskRecord) staff = staff_id != 0 ? desk_store_get (tx->service->db, DESK_KIND_STAFF, staff_id, NULL) : NULL;

  return g_strdup (staff != NULL ? ((DeskStaff *) staff)->name : "");
}

/* What the request is about, in a word: a unit's label, somebody's name. */
static char *
subject_of (DeskTx *tx, const DeskRequest *request)
{
  static const char *const fields[] = { "label", "name", "code", "plate" };
  DeskKind kind = (DeskKind) request->kind;
  g_autoptr (DeskRecord) record
      = request->record_id != 0 ? desk_store_get (tx->service->db, kind, request->record_id, NULL) : NULL;

  for (guint i = 0; record != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const DeskFieldSpec *field = desk_record_find_field (kind, fields[i]);

      if (field != NULL)
        return g_strdup (desk_record_get_text (record, field));
    }
  return g_strdup ("");
}

static DeskRequestCard *
make_card (DeskTx *tx, DeskRequest *request)
{
  DeskRequestCard *card = g_new0 (DeskRequestCard, 1);
  int right = desk_right_find (request->code);

  card->request = request;
  card->asker = name_of (tx, request->staff_id);
  card->decider = name_of (tx, request->decided_by);
  card->subject = subject_of (tx, request);
  card->mine = request->staff_id == tx->actor->staff_id;
  card->approvers = right >= 0 ? desk_matrix_approvers (&tx->service->matrix, (DeskRight) right) : 0;
  card->may_decide = request->state == DESK_REQUEST_WAITING && !card->mine && (card->approvers & tx->actor->roles) != 0;
  card->lines = desk_request_preview_read (request->input);
  /* What is asked for holds whole numbers; the lines have them masked. */
  desk_text_set (&request->input, "");
  return card;
}

/* What waits for the actor, what the actor waits for, and what was decided for the actor since yesterday. */
gboolean
desk_body_list_requests (DeskTx *tx, const DeskGetInput *in, DeskRequestList *out, GError **error)
{
  g_autoptr (GArray) ids
      = desk_store_list_requests (tx->service->db, tx->actor->staff_id, tx->now - 24 * 60 * 60, error);

  if (ids == NULL)
    return FALSE;
  out->cards = g_ptr_array_new_with_free_func (desk_request_card_free);
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer request = desk_tx_get (tx, DESK_KIND_REQUEST, g_array_index (ids, gint64, i), error);
      DeskRequestCard *card;

      if (request == NULL)
        return FALSE;
      card = make_card (tx, request);
      out->n_waiting += card->may_decide ? 1 : 0;
      if (card->mine || card->may_decide)
        g_ptr_array_add (out->cards, card);
      else
        desk_request_card_free (card);

    }
  return TRUE;
}
