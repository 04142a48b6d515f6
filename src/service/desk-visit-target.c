/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-outage-book.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* What becomes of an entry of the desk log. Text, unit, people and files go along, and both stay linked. */

static gboolean
may (DeskTx *tx, DeskRight right, GError **error)
{
  if (desk_tx_level (tx, right) >= DESK_LEVEL_OWN)
    return TRUE;
  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (right), "", NULL);
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

/* Whoever it is for is told: at the time they are to call back, else at once. */
static gboolean
remind_of_memo (DeskTx *tx, const DeskMemo *memo, const DeskVisit *visit, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_FOLLOW_UP);
  g_autofree char *note = desk_case_title (memo->text);
  DeskFollowUp *follow_up = (DeskFollowUp *) record;
  DeskRecordLink link = { .record = { .kind = DESK_KIND_RECORD_LINK }, .from_kind = DESK_KIND_MEMO,
                          .from_id = memo->record.id, .to_kind = DESK_KIND_FOLLOW_UP };

  follow_up->topic = memo->call_at != 0 ? DESK_TOPIC_CALL : DESK_TOPIC_MESSAGE;
  follow_up->about_kind = DESK_KIND_MEMO;
  follow_up->about_id = memo->record.id;
  follow_up->unit_id = memo->unit_id;
  follow_up->person_id = visit->person_id;
  follow_up->due_at = MAX (memo->call_at, tx->now);
  follow_up->owner_id = memo->to_id;
  follow_up->state = DESK_FOLLOW_UP_OPEN;
  desk_text_set (&follow_up->note, note);
  if (!desk_tx_insert (tx, record, error))
    return FALSE;
  link.to_id = record->id;
  return desk_tx_insert (tx, &link, error);
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
      || !desk_tx_insert (tx, record, error) || !remind_of_memo (tx, memo, visit, error))
    return FALSE;
  *id = record->id;
  return TRUE;
}

/* A colleague's is theirs to accept or return, as everywhere. */
static gboolean
make_follow_up (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record
      = in->follow_up != NULL ? desk_record_copy (in->follow_up) : desk_record_new (DESK_KIND_FOLLOW_UP);
  g_autofree char *note = desk_case_title (visit->about);
  DeskFollowUp *follow_up = (DeskFollowUp *) record;
  DeskRecordInput made = { .record = record };
  DeskSaved saved = { 0 };
  gboolean done;

  record->id = record->version = 0;
  follow_up->about_kind = DESK_KIND_VISIT;
  follow_up->about_id = visit->record.id;
  if (desk_string_is_empty (follow_up->note))
    desk_text_set (&follow_up->note, note);
  done = desk_body_save_follow_up (tx, &made, &saved, error);
  *id = saved.id;
  desk_saved_clear (&saved);
  return done;
}

/* They come about the same fault: what was done is done again, what is under way is hurried. */
static gboolean
call_again (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->case_id, error);
  DeskMoveInput move = { .case_id = in->case_id, .move = DESK_MOVE_REOPEN, .text = visit->about };
  DeskCaseNoteInput hurry = { .case_id = in->case_id, .text = visit->about };
  DeskSaved saved = { 0 };
  gboolean open, done;

  if (record == NULL)
    return FALSE;
  open = (DESK_CASE_BIT (((DeskCase *) record)->state) & DESK_CASE_OPEN_BITS) != 0;
  if (!may (tx, open ? DESK_RIGHT_CASE_HURRY : DESK_RIGHT_CASE_REOPEN, error))
    return FALSE;
  done = open ? desk_body_hurry_case (tx, &hurry, &saved, error) : desk_case_make_move (tx, &move, FALSE, &saved, error);
  desk_saved_clear (&saved);
  *id = in->case_id;
  return done;
}

static gboolean
make_outage_call (DeskTx *tx, const DeskVisit *visit, const DeskVisitInput *in, gint64 *id, GError **error)
{
  *id = in->outage_id;
  return desk_outage_attach (tx, visit, id, error);
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
  [DESK_TARGET_FOLLOW_UP] = { DESK_KIND_FOLLOW_UP, DESK_RIGHT_FOLLOW_UP_EDIT, make_follow_up },
  [DESK_TARGET_OUTAGE] = { DESK_KIND_OUTAGE, DESK_RIGHT_VISIT_LOG, make_outage_call },
  [DESK_TARGET_AGAIN] = { DESK_KIND_SERVICE_CASE, DESK_RIGHT_CASE_HURRY, call_again },
};

/* Files of a record belong to what became of it, too. */
gboolean
desk_case_take_files (DeskTx *tx, DeskKind from_kind, gint64 from_id, DeskKind kind, gint64 id, GError **error)
{
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_FILES_OF);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "of_kind", from_kind);
  desk_stmt_bind_int (stmt, "of_id", from_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) file = desk_tx_get (tx, DESK_KIND_ATTACHMENT, g_array_index (ids, gint64, i), error);

      if (file == NULL)
        return FALSE;
      file->id = file->version = 0;
      ((DeskAttachment *) file)->of_kind = kind;
      ((DeskAttachment *) file)->of_id = id;
      if (!desk_tx_insert (tx, file, error))
        return FALSE;
    }
  return TRUE;
}

/* Pictures of a caller are not the outage's. */
static gboolean
take_files (DeskTx *tx, DeskKind from_kind, gint64 from_id, DeskKind kind, gint64 id, GError **error)
{
  return kind == DESK_KIND_OUTAGE || desk_case_take_files (tx, from_kind, from_id, kind, id, error);
}

/**
 * desk_visit_become:
 * @visit: an entry that stands
 *
 * Makes of it what the input asks for, and links both ways; what it became first stands in the entry.
 */
gboolean
desk_visit_become (DeskTx *tx, DeskVisit *visit, const DeskVisitInput *in, GError **error)
{
  DeskRecordLink link = { .record = { .kind = DESK_KIND_RECORD_LINK }, .from_kind = DESK_KIND_VISIT,
                          .from_id = visit->record.id };
  gint64 id;

  if (in->target == DESK_TARGET_NONE)
    return TRUE;
  if (in->target < 0 || in->target >= DESK_N_TARGETS)
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, "target", NULL);
      return FALSE;
    }
  if (!may (tx, targets[in->target].right, error) || !targets[in->target].make (tx, visit, in, &id, error)
      || !take_files (tx, DESK_KIND_VISIT, visit->record.id, targets[in->target].kind, id, error))
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
