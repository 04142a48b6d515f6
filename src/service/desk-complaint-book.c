/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint-book.h"

#include "desk-case-book.h"
#include "desk-read-case.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"

/* Stages of complaints: rows that are made when the complaint is opened and signed as it goes on. */

static gboolean
is_complaint (const DeskCase *service_case)
{
  return service_case->kind == DESK_CASE_COMPLAINT;
}

/* Returns: (transfer full): DeskComplaintStage, in their order. */
GPtrArray *
desk_complaint_read_stages (DeskTx *tx, gint64 case_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_STAGE_IDS);

  desk_stmt_bind_int (stmt, "case_id", case_id);
  return desk_read_records (tx, DESK_KIND_COMPLAINT_STAGE, stmt, error);
}

/* Which stages complaints of this severity have. Returns: how many, 0 with @error. */
static guint
read_plans (DeskTx *tx, gint64 severity, DeskStagePlan plans[DESK_N_STAGES], GError **error)
{
  DeskSettingCode code = (DeskSettingCode) desk_stages_setting ((DeskSeverity) severity);
  g_autofree char *text = desk_service_get_setting (tx->service, desk_setting_name (code), error);
  guint n;

  if (text == NULL)
    return 0;
  n = desk_stages_parse (text, plans);
  return n > 0 ? n : desk_stages_parse (desk_setting_default (code), plans);
}

static const DeskWorktime *
office (DeskTx *tx, GError **error)
{
  gint64 id = desk_service_calendar_id (tx->service, "office", error);

  return id >= 0 ? desk_service_worktime (tx->service, id, error) : NULL;
}

/* The last row of @stage, the signed and the unsigned alike. */
static DeskComplaintStage *
last_of (GPtrArray *stages, gint64 stage)
{
  for (guint i = stages->len; i > 0; i--)
    if (((DeskComplaintStage *) stages->pdata[i - 1])->stage == stage)
      return stages->pdata[i - 1];
  return NULL;
}

/* When what @plan counts from began: the opening, or the signature; 0: that is still to come. */
static gint64
begins_at (const DeskStagePlan *plan, gint64 opened_at, GPtrArray *stages)
{
  const DeskComplaintStage *before;

  if (plan->after == 0)
    return opened_at;
  before = last_of (stages, plan->after);
  return before != NULL ? before->signed_at : 0;
}

static gboolean
add_stage (DeskTx *tx, gint64 case_id, gint64 opened_at, const DeskStagePlan *plan, GPtrArray *stages,
           const DeskWorktime *worktime, GError **error)
{
  DeskComplaintStage *row = desk_record_new (DESK_KIND_COMPLAINT_STAGE);

  row->case_id = case_id;
  row->rank = row->stage = plan->stage;
  row->due_at = desk_stage_due (plan, begins_at (plan, opened_at, stages), worktime);
  g_ptr_array_add (stages, row);
  return desk_tx_insert (tx, row, error);
}

/* Adds the stages of its severity that it does not have yet. */
static gboolean
add_stages (DeskTx *tx, const DeskCase *service_case, GPtrArray *stages, GError **error)
{
  DeskStagePlan plans[DESK_N_STAGES];
  guint n = read_plans (tx, service_case->severity, plans, error);
  const DeskWorktime *worktime = n > 0 ? office (tx, error) : NULL;

  if (worktime == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (last_of (stages, plans[i].stage) == NULL
        && !add_stage (tx, service_case->record.id, service_case->opened_at, &plans[i], stages, worktime, error))
      return FALSE;
  return TRUE;
}

/* Makes what a complaint has besides its case, where it is not there yet. */
gboolean
desk_complaint_begin (DeskTx *tx, const DeskCase *service_case, GError **error)
{
  DeskComplaint complaint = { .record = { .kind = DESK_KIND_COMPLAINT }, .case_id = service_case->record.id };
  DeskStmt *stmt;
  g_autoptr (GPtrArray) stages = NULL;
  gint64 id;
  gboolean found;

  if (!is_complaint (service_case))
    return TRUE;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COMPLAINT_OF_CASE);
  desk_stmt_bind_int (stmt, "case_id", service_case->record.id);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  stages = g_ptr_array_new_with_free_func (desk_record_free);
  return desk_tx_insert (tx, &complaint, error) && add_stages (tx, service_case, stages, error);
}

/* Returns: (transfer full) (nullable): the complaint of the case; NULL with @error, or without one where there is none. */
gpointer
desk_complaint_get (DeskTx *tx, gint64 case_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COMPLAINT_OF_CASE);
  gint64 id = 0;
  gboolean found;

  desk_stmt_bind_int (stmt, "case_id", case_id);
  if (!desk_store_read_int (stmt, &id, &found, error) || !found)
    return NULL;
  return desk_tx_get (tx, DESK_KIND_COMPLAINT, id, error);
}

static gboolean
has_tick (const DeskCaseEvent *event, DeskTick tick)
{
  for (gint64 ticks = event->ticks; ticks > 0; ticks /= 16)
    if (ticks % 16 == (gint64) tick)
      return TRUE;
  return FALSE;
}

/* When the stages from solved on began anew: it was opened again; else the opening. */
static gboolean
begun_at (DeskTx *tx, const DeskCase *service_case, gint64 *at, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASE_EVENTS);
  DeskStep step;

  *at = service_case->opened_at;
  desk_stmt_bind_int (stmt, "case_id", service_case->record.id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskCaseEvent event = { .at = desk_stmt_int (stmt, 0), .ticks = desk_stmt_int (stmt, 1) };

      if (has_tick (&event, DESK_TICK_RESTART))
        *at = event.at;
    }
  return step != DESK_STEP_FAILED;
}

static const DeskStagePlan *
plan_of (const DeskStagePlan *plans, guint n, gint64 stage)
{
  for (guint i = 0; i < n; i++)
    if ((gint64) plans[i].stage == stage)
      return &plans[i];
  return NULL;
}

/* Another severity now, or its stages were set anew: those that somebody signed stay; of the others those that it has not
 * any more go, the rest are due as it says now, and what it does not have yet is added. */
gboolean
desk_complaint_plan_anew (DeskTx *tx, const DeskCase *service_case, GError **error)
{
  g_autoptr (GPtrArray) stages = desk_complaint_read_stages (tx, service_case->record.id, error);
  DeskStagePlan plans[DESK_N_STAGES];
  guint n = stages != NULL ? read_plans (tx, service_case->severity, plans, error) : 0;
  const DeskWorktime *worktime = n > 0 ? office (tx, error) : NULL;
  gint64 again;

  if (worktime == NULL || !begun_at (tx, service_case, &again, error))
    return FALSE;
  for (guint i = stages->len; i > 0; i--)
    {
      DeskComplaintStage *row = stages->pdata[i - 1];
      const DeskStagePlan *plan = plan_of (plans, n, row->stage);

      if (row->signed_at != 0 || plan != NULL)
        continue;
      if (!desk_tx_remove (tx, row, error))
        return FALSE;
      g_ptr_array_remove_index (stages, i - 1);
    }
  for (guint i = 0; i < stages->len; i++)
    {
      DeskComplaintStage *row = stages->pdata[i];
      const DeskStagePlan *plan = plan_of (plans, n, row->stage);

      if (row->signed_at != 0)
        continue;
      row->due_at = desk_stage_due (plan, begins_at (plan, row->stage >= DESK_STAGE_SOLVED ? again : service_case->opened_at, stages),
                                    worktime);
      if (!desk_tx_update (tx, row, error))
        return FALSE;
    }
  return add_stages (tx, service_case, stages, error);
}

/* Stages of @severity were set anew: what is open goes by it at once. */
gboolean
desk_complaint_follow_stages (DeskTx *tx, DeskSeverity severity, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COMPLAINTS_LIVE_OF);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "severity", severity);
  ids = desk_store_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, g_array_index (ids, gint64, i), error);

      if (record == NULL || !desk_complaint_plan_anew (tx, (DeskCase *) record, error))
        return FALSE;
    }
  return ids != NULL;
}

/* What counts from @stage has its due time now; 0: it has none any more. */
static gboolean
set_due_after (DeskTx *tx, const DeskCase *service_case, GPtrArray *stages, gint64 stage, gint64 at, GError **error)
{
  DeskStagePlan plans[DESK_N_STAGES];
  guint n = read_plans (tx, service_case->severity, plans, error);
  const DeskWorktime *worktime = n > 0 ? office (tx, error) : NULL;

  for (guint i = 0; worktime != NULL && i < n; i++)
    {
      DeskComplaintStage *row = plans[i].after == (DeskStage) stage ? last_of (stages, plans[i].stage) : NULL;

      if (row == NULL || row->signed_at != 0)
        continue;
      row->due_at = desk_stage_due (&plans[i], at, worktime);
      if (!desk_tx_update (tx, row, error))
        return FALSE;
    }
  return worktime != NULL;
}

/* Signs @stage on behalf of whoever acts, if it is still to be signed. */
gboolean
desk_complaint_sign (DeskTx *tx, const DeskCase *service_case, DeskStage stage, const char *text, gint64 at,
                     GError **error)
{
  g_autoptr (GPtrArray) stages = desk_complaint_read_stages (tx, service_case->record.id, error);
  DeskComplaintStage *row;

  if (stages == NULL)
    return FALSE;
  row = last_of (stages, stage);
  if (row == NULL || row->signed_at != 0)
    return TRUE;
  row->signed_at = at;
  row->staff_id = tx->actor->staff_id;
  desk_text_set (&row->text, text != NULL ? text : "");
  return desk_tx_update (tx, row, error) && set_due_after (tx, service_case, stages, stage, at, error);
}

/* Opened again: it is to be solved, answered and called about once more. */
static gboolean
begin_again (DeskTx *tx, const DeskCase *service_case, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) stages = desk_complaint_read_stages (tx, service_case->record.id, error);
  DeskStagePlan plans[DESK_N_STAGES];
  guint n = stages != NULL ? read_plans (tx, service_case->severity, plans, error) : 0;
  const DeskWorktime *worktime = n > 0 ? office (tx, error) : NULL;

  for (guint i = 0; worktime != NULL && i < n; i++)
    {
      const DeskComplaintStage *last = last_of (stages, plans[i].stage);

      if (plans[i].stage < DESK_STAGE_SOLVED || last == NULL || last->signed_at == 0)
        continue;
      if (!add_stage (tx, service_case->record.id, at, &plans[i], stages, worktime, error))
        return FALSE;
    }
  return worktime != NULL && set_due_after (tx, service_case, stages, DESK_STAGE_SOLVED, 0, error);
}

/* What stands against a move besides the table of moves is added to @problems. @to: (inout): the state it comes to. */
gboolean
desk_complaint_check_move (DeskTx *tx, const DeskCase *service_case, DeskMove move, DeskCaseState *to, GPtrArray *problems,
                           GError **error)
{
  g_autoptr (GPtrArray) stages = NULL;
  const DeskComplaintStage *const *rows;
  DeskCaseState after;

  if (!is_complaint (service_case) || (move != DESK_MOVE_FINISH && *to != DESK_CASE_CLOSED))
    return TRUE;
  stages = desk_complaint_read_stages (tx, service_case->record.id, error);
  if (stages == NULL)
    return FALSE;
  rows = (const DeskComplaintStage *const *) stages->pdata;
  if (move == DESK_MOVE_FINISH)
    desk_stage_check_finish (rows, stages->len, problems);
  after = desk_stage_state_after (rows, stages->len, move, *to);
  if (after == 0 && *to != 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_STAGE_OPEN, NULL, -1,
                                                 desk_enum_nick (&desk_enum_stage, DESK_STAGE_ANSWER), NULL));
  *to = after;
  return TRUE;
}

/* A line of the course was written: what it settles is signed by whoever wrote it. */
gboolean
desk_complaint_moved (DeskTx *tx, const DeskCase *service_case, const DeskCaseEvent *event, GError **error)
{
  gboolean called = event->kind == DESK_CASE_EVENT_MOVE && event->move == DESK_MOVE_ANSWER;
  gboolean again = has_tick (event, DESK_TICK_RESTART), done = has_tick (event, DESK_TICK_DONE);

  if (!is_complaint (service_case))
    return TRUE;
  if (!desk_complaint_begin (tx, service_case, error))
    return FALSE;
  if ((done || has_tick (event, DESK_TICK_RESPOND))
      && !desk_complaint_sign (tx, service_case, DESK_STAGE_CONTACT, event->text, event->at, error))
    return FALSE;
  if (done
      && (!desk_complaint_sign (tx, service_case, DESK_STAGE_PROGRESS, event->text, event->at, error)
          || !desk_complaint_sign (tx, service_case, DESK_STAGE_SOLVED, event->text, event->at, error)))
    return FALSE;
  if (called && !desk_complaint_sign (tx, service_case, DESK_STAGE_CALLBACK, event->text, event->at, error))
    return FALSE;
  return !again || begin_again (tx, service_case, event->at, error);
}

/* @due: (out): the first of the stages that have a due time of their own, 0 none. */
gboolean
desk_complaint_next_due (DeskTx *tx, const DeskCase *service_case, gint64 *due, GError **error)
{
  DeskStmt *stmt;
  gboolean found;

  *due = 0;
  if (!is_complaint (service_case) || service_case->record.id == 0)
    return TRUE;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_STAGE_NEXT_DUE);
  desk_stmt_bind_int (stmt, "case_id", service_case->record.id);
  return desk_store_read_int (stmt, due, &found, error);
}
