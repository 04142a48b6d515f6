/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* The desk log: entries, what becomes of them, who answers for them, memos. */

static gboolean
refuse (DeskProblemCode problem, const char *field, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, NULL);
  return FALSE;
}

/* Where the record of a target says nothing, it has what the entry has. */
static void
take_along (DeskCase *to, const DeskVisit *visit)
{
  if (to->unit_id == 0)
    to->unit_id = visit->unit_id;
  if (to->place_id == 0)
    to->place_id = visit->place_id;
  if (to->person_id == 0)
    to->person_id = visit->person_id;
  if (desk_string_is_empty (to->caller))
    desk_text_set (&to->caller, visit->caller);
  if (desk_string_is_empty (to->phone))
    desk_text_set (&to->phone, visit->phone);
  if (desk_string_is_empty (to->detail))
    desk_text_set (&to->detail, visit->about);
  if (to->opened_at == 0)
    to->opened_at = visit->at;
  to->visit_id = visit->record.id;
}

static gboolean
make_case (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, DeskCaseKind kind, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record
      = in->service_case != NULL ? desk_record_copy (in->service_case) : desk_record_new (DESK_KIND_SERVICE_CASE);

  record->id = record->version = 0;
  ((DeskCase *) record)->kind = kind;
  take_along ((DeskCase *) record, visit);
  if (!desk_case_open (tx, (DeskCase *) record, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

static gboolean
make_repair (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error)
{
  return make_case (tx, visit, in, DESK_CASE_REPAIR, id, error);
}

static gboolean
make_complaint (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error)
{
  return make_case (tx, visit, in, DESK_CASE_COMPLAINT, id, error);
}

static gboolean
make_memo (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = in->memo != NULL ? desk_record_copy (in->memo) : desk_record_new (DESK_KIND_MEMO);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskMemo *memo = (DeskMemo *) record;

  record->id = record->version = 0;
  memo->visit_id = visit->record.id;
  memo->staff_id = tx->actor->staff_id;
  memo->at = tx->now;
  if (memo->unit_id == 0)
    memo->unit_id = visit->unit_id;
  if (desk_string_is_empty (memo->text))
    desk_text_set (&memo->text, visit->about);
  if (desk_string_is_empty (memo->from_name))
    desk_text_set (&memo->from_name, visit->caller);
  if (desk_string_is_empty (memo->phone))
    desk_text_set (&memo->phone, visit->phone);
  desk_rule_memo (memo, problems);
  if (!desk_tx_refuse (problems, error) || !desk_tx_check_staff (tx, memo->to_id, "to_id", error)
      || !desk_tx_insert (tx, record, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

/* What an entry can become: the record's kind, the right it takes besides, how it is made. Complaints of their own,
 * payments and keys join here. */
static const struct
{
  DeskKind kind;
  DeskRight right;
  gboolean (*make) (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error);
} targets[DESK_N_TARGETS] = {
  [DESK_TARGET_REPAIR] = { DESK_KIND_SERVICE_CASE, DESK_RIGHT_CASE_OPEN, make_repair },
  [DESK_TARGET_COMPLAINT] = { DESK_KIND_SERVICE_CASE, DESK_RIGHT_CASE_OPEN, make_complaint },
  [DESK_TARGET_MEMO] = { DESK_KIND_MEMO, DESK_RIGHT_MESSAGE_SEND, make_memo },
};

/* Makes of @visit what the input asks for, and links both ways; what it became first stands in the entry. */
static gboolean
become (DeskTx *tx, DeskVisit *visit, const DeskVisitInput *in, GError **error)
{
  DeskRecordLink link = { .record = { .kind = DESK_KIND_RECORD_LINK }, .from_kind = DESK_KIND_VISIT,
                          .from_id = visit->record.id };
  gint64 id;

  if (in->target == DESK_TARGET_NONE)
    return TRUE;
  if (in->target < 0 || in->target >= DESK_N_TARGETS)
    return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, "target", error);
  if (desk_tx_level (tx, targets[in->target].right) < DESK_LEVEL_OWN)
    {
      desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL,
                      desk_right_nick (targets[in->target].right), "", NULL);
      return FALSE;
    }
  if (!targets[in->target].make (tx, visit, in, &id, error))
    return FALSE;
  link.to_kind = targets[in->target].kind;
  link.to_id = id;
  if (visit->link_id == 0)
    {
      visit->link_kind = link.to_kind;
      visit->link_id = id;
    }
  return desk_tx_insert (tx, &link, error) && desk_tx_update (tx, visit, error);
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
         && become (tx, visit, in, error) && answer (tx, record, out);
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
  desk_rule_visit (visit, problems);
  return desk_tx_refuse (problems, error) && check_names (tx, visit, error) && desk_tx_update (tx, record, error)
         && become (tx, visit, in, error) && answer (tx, record, out);
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
  return desk_tx_refuse (problems, error) && desk_tx_update (tx, record, error) && answer (tx, record, out);
}
