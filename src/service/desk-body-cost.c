/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cost-io.h"

#include "desk-case-book.h"
#include "desk-read-case.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"
#include "desk-string.h"
#include "desk-warranty.h"

/* Parts and labour of a repair, and how its quote goes on. */

#define MOST_LINES 100

/* A case with what it costs, as the store has it. */
typedef struct
{
  DeskCase *service_case;
  GPtrArray *lines;
  gint64 total;
  DeskCaseQuote *quote; /* (nullable) */
} Costs;

static void
costs_clear (Costs *costs)
{
  desk_record_free (costs->service_case);
  g_clear_pointer (&costs->lines, g_ptr_array_unref);
  desk_record_free (costs->quote);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Costs, costs_clear)

static gboolean
read_costs (DeskTx *tx, gint64 case_id, Costs *costs, GError **error)
{
  DeskStmt *stmt;
  gint64 id = 0;
  gboolean found;

  costs->service_case = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, case_id, error);
  if (costs->service_case == NULL)
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_COST_LINE_IDS);
  desk_stmt_bind_int (stmt, "case_id", case_id);
  costs->lines = desk_read_records (tx, DESK_KIND_COST_LINE, stmt, error);
  if (costs->lines == NULL)
    return FALSE;
  for (guint i = 0; i < costs->lines->len; i++)
    costs->total += ((DeskCostLine *) costs->lines->pdata[i])->amount;
  stmt = desk_db_get (tx->service->db, DESK_SQL_QUOTE_OF_CASE);
  desk_stmt_bind_int (stmt, "case_id", case_id);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  costs->quote = found ? desk_tx_get (tx, DESK_KIND_CASE_QUOTE, id, error) : NULL;
  return !found || costs->quote != NULL;
}

/* Warranty pays where nobody has said why not. */
static gboolean
is_covered (const DeskCase *service_case)
{
  return (service_case->warranty_verdict == DESK_WARRANTY_COVERED || service_case->warranty_verdict == DESK_WARRANTY_OWNER_ONLY)
         && desk_string_is_empty (service_case->warranty_denied);
}

static DeskQuoteAsk
ask_of (DeskTx *tx, const Costs *costs)
{
  const DeskCaseQuote *quote = costs->quote;

  return (DeskQuoteAsk){ .state = quote != NULL ? (DeskQuoteState) quote->state : 0,
                         .case_state = (DeskCaseState) costs->service_case->state,
                         .n_lines = costs->lines->len,
                         .total = costs->total,
                         .agreed = quote != NULL && (quote->agreed_at != 0 || quote->state == DESK_QUOTE_MADE) ? quote->amount : 0,
                         .covered = is_covered (costs->service_case),
                         .billed_id = quote != NULL ? quote->billed_id : 0,
                         .staff_id = tx->actor->staff_id };
}

/* Whose step it is: parts and quotes come from whoever speaks with the resident or works on it, their answer from whoever
 * speaks with them; a bill is checked by whoever inspects. */
static gboolean
let_step (DeskTx *tx, const DeskCase *service_case, DeskQuoteStep step, GError **error)
{
  if (step == DESK_QUOTE_STEP_CHECK || step == DESK_QUOTE_STEP_SEND_BACK)
    return desk_tx_let (tx, DESK_RIGHT_CASE_INSPECT, error);
  if (step == DESK_QUOTE_STEP_AGREE || step == DESK_QUOTE_STEP_DECLINE)
    return desk_tx_let (tx, DESK_RIGHT_CASE_CONTACT, error);
  return desk_case_let (tx, service_case, error);
}

static gboolean
refuse (DeskProblemCode problem, const char *first, const char *second, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, NULL, first, second, NULL);
  return FALSE;
}

/* Is the case there for whoever asks, and are its lines open? */
static gboolean
let_lines (DeskTx *tx, gint64 case_id, Costs *costs, GError **error)
{
  if (!read_costs (tx, case_id, costs, error) || !desk_case_let (tx, costs->service_case, error))
    return FALSE;
  if (costs->service_case->state == DESK_CASE_CANCELLED)
    return refuse (DESK_PROBLEM_QUOTE_NOT_POSSIBLE, NULL, NULL, error);
  return costs->quote == NULL || desk_quote_is_open ((DeskQuoteState) costs->quote->state)
         || refuse (DESK_PROBLEM_COST_LOCKED, NULL, NULL, error);
}

gboolean
desk_body_save_cost_line (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (DeskRecord) stored = NULL;
  g_auto (Costs) costs = { 0 };
  DeskCostLine *line = (DeskCostLine *) record;

  if (record->id != 0)
    {
      stored = desk_tx_get (tx, DESK_KIND_COST_LINE, record->id, error);
      if (stored == NULL)
        return FALSE;
      line->case_id = ((DeskCostLine *) stored)->case_id;
    }
  desk_rule_cost_line (line, -1, problems);
  if (!let_lines (tx, line->case_id, &costs, error) || !desk_tx_refuse (problems, error))
    return FALSE;
  if (record->id == 0 && costs.lines->len >= MOST_LINES)
    return refuse (DESK_PROBLEM_TOO_MANY, "101", "100", error);
  return desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_remove_cost_line (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_COST_LINE, in->id, error);
  g_auto (Costs) costs = { 0 };

  if (record == NULL || !desk_tx_check_version (tx, record, in->version, error)
      || !let_lines (tx, ((DeskCostLine *) record)->case_id, &costs, error))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->count = 1;
  return desk_tx_remove (tx, record, error);
}

/* What a step leaves in the quote. */
static void
apply (DeskTx *tx, DeskCaseQuote *quote, const DeskQuoteInput *in, gint64 total, DeskQuoteState to)
{
  quote->state = to;
  desk_text_set (&quote->note, in->text != NULL ? in->text : "");
  switch (in->step)
    {
    case DESK_QUOTE_STEP_MAKE:
      quote->amount = total;
      quote->staff_id = tx->actor->staff_id;
      quote->made_at = tx->now;
      quote->agreed_at = 0;
      break;
    case DESK_QUOTE_STEP_AGREE:
      quote->agreed_at = tx->now;
      break;
    case DESK_QUOTE_STEP_BILL:
      quote->amount = total;
      quote->billed_id = tx->actor->staff_id;
      quote->billed_at = tx->now;
      break;
    case DESK_QUOTE_STEP_CHECK:
      quote->checked_id = tx->actor->staff_id;
      quote->checked_at = tx->now;
      break;
    case DESK_QUOTE_STEP_SEND_BACK:
      quote->billed_id = quote->billed_at = 0;
      break;
    case DESK_QUOTE_STEP_DECLINE:
    default:
      break;
    }
}

static gboolean
write_quote (DeskTx *tx, const Costs *costs, const DeskQuoteInput *in, DeskQuoteState to, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = costs->quote != NULL ? desk_record_copy (costs->quote) : desk_record_new (DESK_KIND_CASE_QUOTE);
  DeskCaseQuote *quote = (DeskCaseQuote *) record;

  quote->case_id = in->case_id;
  apply (tx, quote, in, costs->total, to);
  if (!(costs->quote != NULL ? desk_tx_update (tx, record, error) : desk_tx_insert (tx, record, error)))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}

/* Who quotes waits for the answer, where the case is theirs to move; with the answer it goes on by itself. */
static gboolean
move_along (DeskTx *tx, const DeskCase *service_case, DeskQuoteStep step, GError **error)
{
  DeskMoveAsk ask = { .state = (DeskCaseState) service_case->state, .case_assignee_id = service_case->assignee_id,
                      .staff_id = tx->actor->staff_id, .roles = tx->actor->roles, .matrix = &tx->service->matrix };
  gboolean answered = step == DESK_QUOTE_STEP_AGREE || step == DESK_QUOTE_STEP_DECLINE;
  DeskMoveInput move = { .case_id = service_case->record.id, .move = answered ? DESK_MOVE_RESUME : DESK_MOVE_WAIT,
                         .wait_reason = answered ? 0 : DESK_WAIT_QUOTE };
  const DeskMoveSpec *spec = desk_move_find (move.move, ask.state);
  DeskSaved saved = { 0 };
  gboolean moved;

  if (spec == NULL || (!answered && step != DESK_QUOTE_STEP_MAKE)
      || (answered ? service_case->wait_reason != DESK_WAIT_QUOTE : !desk_move_may (&ask, spec)))
    return TRUE;
  moved = desk_case_make_move (tx, &move, answered, &saved, error);
  desk_saved_clear (&saved);
  return moved;
}

/* The course says what became of the quote. */
static gboolean
tell_case (DeskTx *tx, const Costs *costs, const DeskQuoteInput *in, DeskQuoteState to, GError **error)
{
  g_autofree char *text = g_strdup (in->text);
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_QUOTE, .text = text, .quote_state = to, .money = costs->total };

  if (in->step == DESK_QUOTE_STEP_AGREE || in->step == DESK_QUOTE_STEP_DECLINE)
    event.money = costs->quote->amount;
  return desk_case_add_event (tx, costs->service_case, &event, error) && move_along (tx, costs->service_case, in->step, error);
}

static gboolean
step (DeskTx *tx, const DeskQuoteInput *in, DeskSaved *out, GError **error)
{
  g_auto (Costs) costs = { 0 };
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *text = g_strdup (in->text);
  DeskQuoteInput clean = *in;
  DeskQuoteAsk ask;
  DeskQuoteState to;

  if (!read_costs (tx, in->case_id, &costs, error) || !let_step (tx, costs.service_case, in->step, error))
    return FALSE;
  ask = ask_of (tx, &costs);
  desk_rule_course (&text, "note", problems);
  clean.text = text;
  to = desk_quote_check (&ask, in->step, text, problems);
  if (!desk_tx_refuse (problems, error))
    return FALSE;
  if (in->total >= 0 && in->total != costs.total)
    return refuse (DESK_PROBLEM_QUOTE_NOT_POSSIBLE, NULL, NULL, error);
  /* The course first: moving the case counts its version up. */
  if (!tell_case (tx, &costs, &clean, to, error))
    return FALSE;
  return write_quote (tx, &costs, &clean, to, out, error);
}

/* Quotes, the resident's answer, and the bill. */
gboolean
desk_body_step_quote (DeskTx *tx, const DeskQuoteInput *in, DeskSaved *out, GError **error)
{
  if (in->step < DESK_QUOTE_STEP_MAKE || in->step > DESK_QUOTE_STEP_BILL)
    return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, NULL, NULL, error);
  return step (tx, in, out, error);
}

/* The second person's look at the bill: it stands from here on, or goes back. */
gboolean
desk_body_check_bill (DeskTx *tx, const DeskQuoteInput *in, DeskSaved *out, GError **error)
{
  if (in->step != DESK_QUOTE_STEP_CHECK && in->step != DESK_QUOTE_STEP_SEND_BACK)
    return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, NULL, NULL, error);
  return step (tx, in, out, error);
}

static char *
name_of (DeskTx *tx, gint64 staff_id)
{
  g_autoptr (DeskRecord) staff = staff_id != 0 ? desk_tx_get (tx, DESK_KIND_STAFF, staff_id, NULL) : NULL;

  return staff != NULL ? g_strdup (((DeskStaff *) staff)->name) : NULL;
}

/* Parts, labour and quote of the case @in names, with what whoever asks may do. */
gboolean
desk_body_get_costs (DeskTx *tx, const DeskGetInput *in, DeskCosts *out, GError **error)
{
  g_auto (Costs) costs = { 0 };
  DeskQuoteStep steps[DESK_N_QUOTE_STEPS];
  DeskQuoteAsk ask;
  guint n;

  if (!read_costs (tx, in->id, &costs, error))
    return FALSE;
  ask = ask_of (tx, &costs);
  n = desk_quote_offers (&ask, steps);
  for (guint i = 0; i < n; i++)
    if (let_step (tx, costs.service_case, steps[i], NULL))
      out->steps[out->n_steps++] = steps[i];
  out->may = desk_quote_is_open (ask.state) && costs.service_case->state != DESK_CASE_CANCELLED
             && desk_case_let (tx, costs.service_case, NULL);
  out->covered = ask.covered;
  out->total = costs.total;
  if (costs.quote != NULL)
    {
      out->quoted_by = name_of (tx, costs.quote->staff_id);
      out->billed_by = name_of (tx, costs.quote->billed_id);
      out->checked_by = name_of (tx, costs.quote->checked_id);
    }
  out->lines = g_steal_pointer (&costs.lines);
  out->quote = g_steal_pointer (&costs.quote);
  return TRUE;
}
