/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-case-book.h"
#include "desk-follow-rule.h"
#include "desk-follow-up.h"
#include "desk-read-follow-up.h"
#include "desk-service-private.h"
#include "desk-right.h"
#include "desk-setting.h"
#include "desk-store-follow-up.h"

/* Rules make follow-ups of what will fall due by itself. They look once a day, at the moments they go by, and after every
 * change of what they look at; what they find has a follow-up from then on, so that looking again makes nothing. */

#define MOST_AT_ONCE 200
#define NEVER G_GINT64_CONSTANT (9999999999)

/* How @rule is set in this store; one that is set to nonsense is off. */
static gboolean
read_plan (DeskTx *tx, DeskFollowRule rule, DeskFollowPlan *plan, GError **error)
{
  DeskSettingCode code = (DeskSettingCode) desk_follow_rule_setting (rule);
  g_autofree char *text = desk_service_get_setting (tx->service, desk_setting_name (code), error);

  if (text == NULL)
    return FALSE;
  *plan = (DeskFollowPlan){ .on = FALSE };
  desk_follow_plan_parse (rule, text, plan);
  return TRUE;
}

/* Minutes of the desk's working time after @at. */
static gboolean
add_worked (DeskTx *tx, gint64 at, int minutes, gint64 *due, GError **error)
{
  gint64 calendar = desk_service_calendar_id (tx->service, "desk", error);
  const DeskWorktime *worktime = calendar >= 0 ? desk_service_worktime (tx->service, calendar, error) : NULL;

  if (worktime == NULL)
    return FALSE;
  *due = desk_worktime_after (worktime, at, minutes * G_GINT64_CONSTANT (60));
  return TRUE;
}

/* When what @rule found is to be followed up. */
static gboolean
due_of (DeskTx *tx, DeskFollowRule rule, const DeskFollowPlan *plan, const DeskRuleFinding *finding, gint64 *due,
        GError **error)
{
  switch (desk_follow_rule_shape (rule))
    {
    case DESK_FOLLOW_DAY:
      *due = desk_follow_plan_due (plan, finding->day, tx->today, tx->service->zone);
      return TRUE;
    case DESK_FOLLOW_REACHED:
      *due = finding->at;
      return TRUE;
    case DESK_FOLLOW_OVER:
    case DESK_FOLLOW_AFTER:
      *due = finding->at + plan->lead * 60;
      return TRUE;
    case DESK_FOLLOW_BEFORE:
      *due = finding->at - plan->lead * 60;
      return TRUE;
    case DESK_FOLLOW_WORKED:
      return add_worked (tx, finding->at, plan->lead, due, error);
    case DESK_FOLLOW_ONCE:
    default:
      *due = tx->now;
      return TRUE;
    }
}

static gboolean
read_due (DeskTx *tx, DeskFollowRule rule, gint64 at, gint64 *due, GError **error)
{
  DeskRuleFinding finding = { .at = at };
  DeskFollowPlan plan;

  *due = 0;
  return read_plan (tx, rule, &plan, error) && (!plan.on || due_of (tx, rule, &plan, &finding, due, error));
}

gboolean
desk_follow_rule_enquiry_due (DeskTx *tx, gint64 at, gint64 *response, gint64 *finish, GError **error)
{
  return read_due (tx, DESK_FOLLOW_RULE_ENQUIRY, at, response, error)
         && read_due (tx, DESK_FOLLOW_RULE_ENQUIRY_END, at, finish, error);
}

/* A role nobody has tells nobody: then the supervisors', the desk's, whoever is there. */
static gboolean
role_for (DeskTx *tx, int role, gint64 *owner_role, GError **error)
{
  static const int instead[] = { DESK_STAFF_ROLE_SUPERVISOR, DESK_STAFF_ROLE_DESK, DESK_STAFF_ROLE_ADMIN };
  gint64 held;

  if (!desk_store_roles_held (tx->service->db, &held, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (instead) && (held & (1 << role)) == 0; i++)
    role = instead[i];
  *owner_role = role + 1;
  return TRUE;
}

static gboolean
make_one (DeskTx *tx, DeskFollowRule rule, const DeskFollowPlan *plan, const DeskRuleFinding *finding, GError **error)
{
  DeskFollowUp follow_up = { .record = { .kind = DESK_KIND_FOLLOW_UP },
                             .topic = desk_follow_rule_topic (rule),
                             .about_kind = desk_follow_rule_kind (rule),
                             .about_id = finding->record_id,
                             .unit_id = finding->unit_id,
                             .person_id = finding->person_id,
                             .building_id = finding->building_id,
                             .owner_id = finding->owner_id,
                             .note = finding->note,
                             .urgent = finding->urgent,
                             .state = DESK_FOLLOW_UP_OPEN,
                             .rule = rule,
                             .rule_day = finding->day,
                             .rule_at = finding->at };
  g_autoptr (DeskRecord) record = NULL;

  if (!due_of (tx, rule, plan, finding, &follow_up.due_at, error)
      || (follow_up.owner_id == 0 && !role_for (tx, plan->role, &follow_up.owner_role, error)))
    return FALSE;
  record = desk_record_copy (&follow_up);
  if (!desk_tx_insert (tx, record, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_FOLLOW_UP, record->id);
  return TRUE;
}

/* Closes what no longer holds: the record is gone, or says something else. */
static gboolean
close_stale (DeskTx *tx, DeskFollowRule rule, guint *count, GError **error)
{
  g_autoptr (GArray) ids = desk_store_find_stale (tx->service->db, rule, MOST_AT_ONCE, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record
          = desk_tx_get (tx, DESK_KIND_FOLLOW_UP, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      ((DeskFollowUp *) record)->state = DESK_FOLLOW_UP_DONE;
      ((DeskFollowUp *) record)->done_at = tx->now;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
      desk_tx_about (tx, DESK_KIND_FOLLOW_UP, record->id);
    }
  *count += ids->len;
  return TRUE;
}

/* What @rule looks for by now: what ends until some day, what has come by now, or whatever is to come. */
static GArray *
find (DeskTx *tx, DeskFollowRule rule, const DeskFollowPlan *plan, GError **error)
{
  gint64 after = 0, until = NEVER;

  switch (desk_follow_rule_shape (rule))
    {
    case DESK_FOLLOW_DAY:
      after = tx->today;
      until = desk_day_add (tx->today, plan->days);
      break;
    case DESK_FOLLOW_REACHED:
    case DESK_FOLLOW_OVER:
      until = tx->now - plan->lead * 60;
      break;
    case DESK_FOLLOW_ONCE:
    case DESK_FOLLOW_BEFORE:
    case DESK_FOLLOW_AFTER:
    case DESK_FOLLOW_WORKED:
    default:
      break;
    }
  return desk_store_find_by_rule (tx->service->db, rule, after, until, MOST_AT_ONCE, error);
}

static gboolean
apply_rule (DeskTx *tx, DeskFollowRule rule, guint *count, GError **error)
{
  DeskFollowPlan plan;
  g_autoptr (GArray) findings = NULL;

  if (!read_plan (tx, rule, &plan, error) || !close_stale (tx, rule, count, error))
    return FALSE;
  if (!plan.on)
    return TRUE;
  findings = find (tx, rule, &plan, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (!make_one (tx, rule, &plan, &g_array_index (findings, DeskRuleFinding, i), error))
      return FALSE;
  *count += findings->len;
  return TRUE;
}

/* Makes and closes what the rules say, at most some hundreds at once: while @out has a count, call it again. The last rule
 * comes first, so that a higher rung of the ladder stands before the lower one is looked for. */
gboolean
desk_body_apply_follow_rules (DeskTx *tx, const DeskGetInput *in, DeskSaved *out, GError **error)
{
  for (int rule = DESK_N_FOLLOW_RULES - 1; rule > 0; rule--)
    if (!apply_rule (tx, (DeskFollowRule) rule, &out->count, error))
      return FALSE;
  out->id = tx->act.record_id;
  return TRUE;
}

/**
 * desk_follow_rules_next:
 * @after: Unix seconds
 * @at: (out): the next moment after @after at which a rule finds something or a case moves on by itself, 0 never
 *
 * From the first entries of some indexes. What goes by days comes with the next day.
 */
gboolean
desk_follow_rules_next (DeskTx *tx, gint64 after, gint64 *at, GError **error)
{
  if (!desk_store_next_resuming (tx->service->db, after, at, error))
    return FALSE;
  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    {
      DeskFollowShape shape = desk_follow_rule_shape ((DeskFollowRule) rule);
      DeskFollowPlan plan;
      gint64 next = 0;

      if (shape != DESK_FOLLOW_REACHED && shape != DESK_FOLLOW_OVER)
        continue;
      if (!read_plan (tx, (DeskFollowRule) rule, &plan, error)
          || (plan.on
              && !desk_store_next_by_rule (tx->service->db, (DeskFollowRule) rule, after - plan.lead * 60, &next, error)))
        return FALSE;
      if (next > 0 && (*at == 0 || next + plan.lead * 60 < *at))
        *at = next + plan.lead * 60;
    }
  return TRUE;
}
