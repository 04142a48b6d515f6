/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-mask.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* The desk log: entries, who answers for them, memos. What becomes of an entry is made in desk-visit-target.c. */

static gboolean
refuse (DeskProblemCode problem, const char *field, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, NULL);
  return FALSE;
}

static gboolean
check_names (DeskTx *tx, const DeskVisit *visit, GError **error)
{
  g_autoptr (DeskRecord) unit = NULL;

  if (visit->unit_id != 0)
    {
      unit = desk_tx_get (tx, DESK_KIND_UNIT, visit->unit_id, error);
      if (unit == NULL)
        return FALSE;
    }
  return desk_tx_check_person (tx, visit->person_id, error);
}

static gboolean
answer (DeskTx *tx, const DeskRecord *record, DeskSaved *out)
{
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}

/* An entry that says how it ended is closed; whoever takes it down answers for it. */
gboolean
desk_body_log_visit (DeskTx *tx, const DeskVisitInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->visit);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskVisit *visit = (DeskVisit *) record;

  record->id = record->version = 0;
  visit->staff_id = visit->owner_id = tx->actor->staff_id;
  visit->link_kind = visit->link_id = 0;
  if (visit->at == 0 || visit->at > tx->now)
    visit->at = tx->now;
  desk_rule_visit (visit, problems);
  visit->closed_at = desk_string_is_empty (visit->summary) ? 0 : tx->now;
  return desk_tx_refuse (problems, error) && check_names (tx, visit, error) && desk_tx_insert (tx, record, error)
         && desk_visit_become (tx, visit, in, error) && answer (tx, record, out);
}

/* Numbers come masked to whoever reads them: one that was left as it came stays. */
static void
keep_phone (DeskVisit *visit, const DeskVisit *old)
{
  g_autofree char *masked = old->phone != NULL ? desk_mask_phone (old->phone) : NULL;

  if (g_strcmp0 (visit->phone, masked) == 0)
    desk_text_set (&visit->phone, old->phone);
}

/* Corrects an entry, or makes something of it. What stands otherwise (who took it, when) stays. */
gboolean
desk_body_turn_visit (DeskTx *tx, const DeskVisitInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) stored = desk_tx_get (tx, DESK_KIND_VISIT, in->visit->record.id, error);
  g_autoptr (DeskRecord) record = desk_record_copy (in->visit);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskVisit *visit = (DeskVisit *) record;
  const DeskVisit *old = (DeskVisit *) stored;

  if (stored == NULL || !desk_tx_check_version (tx, stored, record->version, error))
    return FALSE;
  visit->at = old->at;
  visit->staff_id = old->staff_id;
  visit->owner_id = old->owner_id;
  visit->offered_id = old->offered_id;
  visit->handing = old->handing;
  visit->link_kind = old->link_kind;
  visit->link_id = old->link_id;
  visit->closed_at = old->closed_at;
  keep_phone (visit, old);
  desk_rule_visit (visit, problems);
  return desk_tx_refuse (problems, error) && check_names (tx, visit, error) && desk_tx_update (tx, record, error)
         && desk_visit_become (tx, visit, in, error) && answer (tx, record, out);
}

/* Nothing closes without its summary: what was answered, or what it became. */
static gboolean
close_visit (DeskTx *tx, DeskVisit *visit, const char *text, GError **error)
{
  if (visit->closed_at != 0)
    return refuse (DESK_PROBLEM_CLOSED_ALREADY, NULL, error);
  if (!desk_string_is_empty (text))
    desk_text_set (&visit->summary, text);
  if (desk_string_is_empty (visit->summary))
    return refuse (DESK_PROBLEM_EMPTY, "summary", error);
  visit->closed_at = tx->now;
  return TRUE;
}

/* The entry is offered, taken or given back. Whoever had it stays responsible until the other takes it. */
static gboolean
hand (DeskTx *tx, DeskVisit *visit, const DeskVisitStepInput *in, GError **error)
{
  if (in->step == DESK_VISIT_STEP_OFFER)
    {
      if (in->staff_id == 0 || in->staff_id == visit->owner_id)
        return refuse (DESK_PROBLEM_EMPTY, "offered_id", error);
      if (!desk_tx_check_staff (tx, in->staff_id, "offered_id", error))
        return FALSE;
      visit->offered_id = in->staff_id;
      visit->handing = DESK_HANDING_OFFERED;
      desk_text_set (&visit->handing_reason, in->text);
      return TRUE;
    }
  if (visit->handing != DESK_HANDING_OFFERED || visit->offered_id != tx->actor->staff_id)
    return refuse (DESK_PROBLEM_NOT_OFFERED, NULL, error);
  if (in->step == DESK_VISIT_STEP_RETURN && desk_string_is_empty (in->text))
    return refuse (DESK_PROBLEM_EMPTY, "handing_reason", error);
  visit->handing = in->step == DESK_VISIT_STEP_ACCEPT ? DESK_HANDING_ACCEPTED : DESK_HANDING_RETURNED;
  if (in->step == DESK_VISIT_STEP_ACCEPT)
    visit->owner_id = tx->actor->staff_id;
  else
    desk_text_set (&visit->handing_reason, in->text);
  visit->offered_id = 0;
  return TRUE;
}

gboolean
desk_body_step_visit (DeskTx *tx, const DeskVisitStepInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_VISIT, in->visit_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskVisit *visit = (DeskVisit *) record;

  if (record == NULL || (in->version != 0 && !desk_tx_check_version (tx, record, in->version, error)))
    return FALSE;
  if (!(in->step == DESK_VISIT_STEP_CLOSE ? close_visit (tx, visit, in->text, error) : hand (tx, visit, in, error)))
    return FALSE;
  desk_rule_visit (visit, problems);
  desk_rule_course (&visit->handing_reason, "handing_reason", problems);
  return desk_tx_refuse (problems, error) && desk_tx_update (tx, record, error) && answer (tx, record, out);
}

/* What reminded of the memo is done with it. */
static gboolean
settle_reminders (DeskTx *tx, const DeskRecord *memo, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_LINKS_FROM);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "kind", memo->kind);
  desk_stmt_bind_int (stmt, "id", memo->id);
  desk_stmt_bind_int (stmt, "to_kind", DESK_KIND_FOLLOW_UP);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, g_array_index (ids, gint64, i), error);
      DeskFollowUp *follow_up = (DeskFollowUp *) record;

      if (record == NULL)
        return FALSE;
      if (follow_up->state != DESK_FOLLOW_UP_OPEN)
        continue;
      follow_up->state = DESK_FOLLOW_UP_DONE;
      follow_up->done_at = tx->now;
      follow_up->done_by = tx->actor->staff_id;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return TRUE;
}

/* A memo was handed over, or what it asked for was done. */
gboolean
desk_body_answer_memo (DeskTx *tx, const DeskMemoInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_MEMO, in->memo_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskMemo *memo = (DeskMemo *) record;

  if (record == NULL || (in->version != 0 && !desk_tx_check_version (tx, record, in->version, error)))
    return FALSE;
  if (memo->delivered_at == 0)
    memo->delivered_at = tx->now;
  if (in->answer != NULL)
    {
      if (desk_string_is_empty (in->answer))
        return refuse (DESK_PROBLEM_EMPTY, "answer", error);
      desk_text_set (&memo->answer, in->answer);
      memo->answered_at = tx->now;
    }
  desk_rule_memo (memo, problems);
  return desk_tx_refuse (problems, error) && desk_tx_update (tx, record, error)
         && (in->answer == NULL || settle_reminders (tx, record, error)) && answer (tx, record, out);
}
