/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint-io.h"

#include "desk-case-book.h"
#include "desk-complaint-book.h"
#include "desk-read-case.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* What complaints have that repairs have not: stages somebody signs, what was found, severity that rises, joining. */

static gboolean
refuse (DeskProblemCode problem, const char *field, const char *words, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, words, NULL);
  return FALSE;
}

/* Returns: (transfer full) (nullable): the case, which is a complaint with its stages. */
static DeskCase *
get_complaint_case (DeskTx *tx, gint64 case_id, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, case_id, error);

  if (record == NULL)
    return NULL;
  if (((DeskCase *) record)->kind != DESK_CASE_COMPLAINT)
    {
      refuse (DESK_PROBLEM_NOT_A_COMPLAINT, NULL, ((DeskCase *) record)->number, error);
      return NULL;
    }
  if (!desk_complaint_begin (tx, (DeskCase *) record, error))
    return NULL;
  return (DeskCase *) g_steal_pointer (&record);
}

static void
answer (DeskTx *tx, const DeskCase *service_case, DeskSaved *out)
{
  desk_tx_about (tx, DESK_KIND_SERVICE_CASE, service_case->record.id);
  out->id = service_case->record.id;
  out->version = service_case->record.version;
  out->count = 1;
}

/* Signing */

/* Solved is a move: whoever signs it has the case, or takes it out of its wait. */
static gboolean
finish (DeskTx *tx, const DeskCase *service_case, const char *text, DeskSaved *out, GError **error)
{
  DeskMoveInput before = { .case_id = service_case->record.id };
  DeskMoveInput done = { .case_id = service_case->record.id, .move = DESK_MOVE_FINISH, .text = (char *) text };
  DeskSaved saved = { 0 };
  gboolean moved = TRUE;

  before.move = service_case->state == DESK_CASE_ASSIGNED  ? DESK_MOVE_ACCEPT
                : service_case->state == DESK_CASE_WAITING ? DESK_MOVE_RESUME
                                                           : DESK_MOVE_NONE;
  if (before.move != DESK_MOVE_NONE)
    moved = desk_case_make_move (tx, &before, FALSE, &saved, error);
  desk_saved_clear (&saved);
  return moved && desk_case_make_move (tx, &done, FALSE, out, error);
}

/* The written answer is what its stage was signed with. */
static gboolean
keep_letter (DeskTx *tx, gint64 case_id, const char *text, GError **error)
{
  g_autoptr (DeskRecord) record = desk_complaint_get (tx, case_id, error);

  if (record == NULL)
    return FALSE;
  desk_text_set (&((DeskComplaint *) record)->letter, text);
  return desk_tx_update (tx, record, error);
}

/* What they said on the phone was waiting for it (desk_stage_state_after()). */
static gboolean
close_answered (DeskTx *tx, gint64 case_id, DeskSaved *out, GError **error)
{
  DeskMoveInput in = { .case_id = case_id, .move = DESK_MOVE_CLOSE };

  return desk_case_make_move (tx, &in, TRUE, out, error);
}

static gboolean
is_answered (const DeskCase *service_case)
{
  return service_case->state == DESK_CASE_DONE && service_case->drawn != 0
         && (service_case->answer == DESK_ANSWER_SATISFIED || service_case->answer == DESK_ANSWER_FAIR);
}

static gboolean
sign (DeskTx *tx, DeskCase *service_case, const DeskStageInput *in, const char *text, DeskSaved *out, GError **error)
{
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_STAGE, .stage = in->stage, .text = (char *) text,
                          .ticks = in->stage == DESK_STAGE_CONTACT ? DESK_TICK_RESPOND : 0,
                          .until = in->stage == DESK_STAGE_PLAN ? in->until : 0 };

  if (!desk_case_add_event (tx, service_case, &event, error)
      || !desk_complaint_sign (tx, service_case, in->stage, text, event.at, error)
      || (in->stage == DESK_STAGE_ANSWER && !keep_letter (tx, in->case_id, text, error)))
    return FALSE;
  if (in->stage == DESK_STAGE_PLAN)
    service_case->promised_due = in->until;
  if (!desk_tx_update (tx, service_case, error))
    return FALSE;
  if (in->stage == DESK_STAGE_ANSWER && is_answered (service_case))
    return close_answered (tx, in->case_id, out, error);
  answer (tx, service_case, out);
  return TRUE;
}

gboolean
desk_body_sign_stage (DeskTx *tx, const DeskStageInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = (DeskRecord *) get_complaint_case (tx, in->case_id, error);
  g_autoptr (GPtrArray) stages = record != NULL ? desk_complaint_read_stages (tx, in->case_id, error) : NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *text = g_strdup (in->text);
  DeskCase *service_case = (DeskCase *) record;
  DeskStageAsk ask;

  if (stages == NULL)
    return FALSE;
  desk_rule_course (&text, "text", problems);
  ask = (DeskStageAsk){ .stages = (const DeskComplaintStage *const *) stages->pdata, .n_stages = stages->len,
                        .state = (DeskCaseState) service_case->state, .text = text, .until = in->until, .now = tx->now };
  desk_stage_check_sign (&ask, in->stage, problems);
  if (!desk_tx_refuse (problems, error))
    return FALSE;
  if (in->stage == DESK_STAGE_SOLVED && (DESK_CASE_BIT (service_case->state) & DESK_CASE_OPEN_BITS) != 0)
    return finish (tx, service_case, text, out, error);
  return sign (tx, service_case, in, text, out, error);
}

/* What was found */

/* Of an existing one only what a person finds is taken: whose it is stands. */
gboolean
desk_body_save_complaint (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  const DeskComplaint *given = (const DeskComplaint *) in->record;
  g_autoptr (DeskRecord) service_case = (DeskRecord *) get_complaint_case (tx, given->case_id, error);
  g_autoptr (DeskRecord) record = service_case != NULL ? desk_complaint_get (tx, given->case_id, error) : NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskComplaint *stored = (DeskComplaint *) record;

  if (record == NULL || (given->record.id != 0 && !desk_tx_check_version (tx, record, given->record.version, error)))
    return FALSE;
  desk_text_set (&stored->department, given->department);
  desk_text_set (&stored->cause, given->cause);
  desk_text_set (&stored->remedy, given->remedy);
  desk_text_set (&stored->letter, given->letter);
  stored->finding = given->finding;
  stored->goodwill = given->goodwill;
  desk_rule_complaint (stored, problems);
  return desk_tx_refuse (problems, error) && desk_tx_save (tx, record, out, error);
}

/* Severity */

/* The clocks of the severity stand for the category's. */
gboolean
desk_complaint_set_clocks (DeskTx *tx, DeskCase *service_case, GError **error)
{
  const DeskSeverityClocks *clocks = desk_severity_clocks ((DeskSeverity) service_case->severity);
  gint64 calendar = desk_service_calendar_id (tx->service, clocks->response_calendar, error);

  if (calendar < 0)
    return FALSE;
  service_case->response_minutes = clocks->response_minutes;
  service_case->response_calendar_id = service_case->calendar_id = calendar;
  service_case->amount = clocks->amount;
  service_case->duration_unit = DESK_DURATION_CLOCK_HOURS;
  return TRUE;
}

gboolean
desk_body_escalate_complaint (DeskTx *tx, const DeskEscalateInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = (DeskRecord *) get_complaint_case (tx, in->case_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *text = g_strdup (in->text);
  DeskCaseEvent event = { .kind = DESK_CASE_EVENT_ESCALATED, .severity = in->severity };
  DeskCase *service_case = (DeskCase *) record;

  if (record == NULL || (in->version != 0 && !desk_tx_check_version (tx, record, in->version, error)))
    return FALSE;
  desk_rule_course (&text, "text", problems);
  if (!desk_enum_has (&desk_enum_severity, in->severity) || in->severity <= service_case->severity)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_NOT_RAISED, "severity", -1, NULL));
  if ((DESK_CASE_BIT (service_case->state) & DESK_CASE_OPEN_BITS) == 0)
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_STAGE_NONE_LEFT, NULL, -1, NULL));
  if (desk_string_is_empty (text))
    g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_EMPTY, "text", -1, NULL));
  event.text = text;
  service_case->severity = in->severity;
  if (!desk_tx_refuse (problems, error) || !desk_complaint_set_clocks (tx, service_case, error)
      || !desk_case_add_event (tx, service_case, &event, error) || !desk_complaint_plan_anew (tx, service_case, error)
      || !desk_tx_update (tx, record, error))
    return FALSE;
  answer (tx, service_case, out);
  return TRUE;
}

/* Joining */

/* All or none; what they go into is told how often it was asked about. */
gboolean
desk_body_join_cases (DeskTx *tx, const DeskJoinInput *in, DeskSaved *out, GError **error)
{
  gint64 joined = 0;

  for (guint i = 0; i < in->ids->len; i++)
    {
      DeskMoveInput each = { .case_id = g_array_index (in->ids, gint64, i), .move = DESK_MOVE_MERGE, .other_id = in->into };
      DeskSaved saved = { 0 };
      gboolean moved;

      if (each.case_id == in->into)
        continue;
      moved = desk_case_make_move (tx, &each, FALSE, &saved, error);
      desk_saved_clear (&saved);
      if (!moved)
        return FALSE;
      joined++;
    }
  if (joined == 0)
    return refuse (DESK_PROBLEM_JOIN_ALONE, "merged_into", NULL, error);
  desk_tx_about (tx, DESK_KIND_SERVICE_CASE, in->into);
  out->id = in->into;
  out->count = joined;
  return TRUE;
}

/* Groups */

/* Returns: since when complaints about the same make a group; -1 with @error. */
gint64
desk_complaint_group_since (DeskTx *tx, gint64 before, gint64 *days, GError **error)
{
  g_autofree char *value = desk_service_get_setting (tx->service, desk_setting_name (DESK_SETTING_GROUP_DAYS), error);

  if (value == NULL)
    return -1;
  *days = g_ascii_strtoll (value, NULL, 10);
  return before - *days * 86400;
}

static gboolean
fill_group (DeskTx *tx, DeskGroup *group, gint64 since, GError **error)
{
  g_autoptr (DeskRecord) building = desk_tx_get (tx, DESK_KIND_BUILDING, group->building_id, error);
  g_autoptr (DeskRecord) category = building != NULL ? desk_tx_get (tx, DESK_KIND_CATEGORY, group->category_id, error) : NULL;
  DeskStmt *stmt;

  if (category == NULL)
    return FALSE;
  group->building = g_strdup (((DeskBuilding *) building)->code);
  group->category = g_strdup (((DeskCategory *) category)->name);
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COMPLAINTS_OF_GROUP);
  desk_stmt_bind_int (stmt, "building_id", group->building_id);
  desk_stmt_bind_int (stmt, "category_id", group->category_id);
  desk_stmt_bind_int (stmt, "since", since);
  g_array_unref (group->ids);
  group->ids = desk_store_read_ids (stmt, error);
  if (group->ids != NULL)
    return TRUE;
  group->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return FALSE;
}

/* Open complaints of one category in one building, three and more. */
gboolean
desk_body_list_groups (DeskTx *tx, const DeskGetInput *in, DeskGroups *out, GError **error)
{
  gint64 since = desk_complaint_group_since (tx, tx->now, &out->days, error);
  DeskStmt *stmt;
  DeskStep step;

  if (since < 0)
    return FALSE;
  out->groups = desk_groups_new ();
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COMPLAINT_GROUPS);
  desk_stmt_bind_int (stmt, "since", since);
  desk_stmt_bind_int (stmt, "least", DESK_GROUP_LEAST);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskGroup *group = g_new0 (DeskGroup, 1);

      group->building_id = desk_stmt_int (stmt, 0);
      group->category_id = desk_stmt_int (stmt, 1);
      group->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (out->groups, group);
    }
  if (step == DESK_STEP_FAILED)
    return FALSE;
  for (guint i = 0; i < out->groups->len; i++)
    if (!fill_group (tx, out->groups->pdata[i], since, error))
      return FALSE;
  return TRUE;
}
