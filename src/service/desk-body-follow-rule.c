/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tx.h"

#include "desk-follow-rule.h"
#include "desk-follow-up.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-follow-up.h"

/* Rules make follow-ups of what will fall due by itself. They look once a day and after every change of what they look
 * at; what they find has a follow-up from then on, so that looking again makes nothing. */

#define MOST_AT_ONCE 200

/* How @rule is set in this store; one that is set to nonsense is off. */
static gboolean
read_plan (DeskTx *tx, DeskFollowRule rule, DeskFollowPlan *plan, GError **error)
{
  DeskSettingCode code = (DeskSettingCode) desk_follow_rule_setting (rule);
  g_autofree char *text = desk_service_get_setting (tx->service, desk_setting_name (code), error);

  if (text == NULL)
    return FALSE;
  *plan = (DeskFollowPlan){ .on = FALSE };
  desk_follow_plan_parse (text, plan);
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
                             .due_at = finding->day == 0 ? tx->now : desk_follow_plan_due (plan, finding->day, tx->today,
                                                                                           tx->service->zone),
                             .owner_role = plan->role + 1,
                             .state = DESK_FOLLOW_UP_OPEN,
                             .rule = rule,
                             .rule_day = finding->day };
  g_autoptr (DeskRecord) record = desk_record_copy (&follow_up);

  if (!desk_tx_insert (tx, record, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_FOLLOW_UP, record->id);
  return TRUE;
}

/* Closes what no longer holds: the record is gone, or ends on another day. */
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

static gboolean
apply_rule (DeskTx *tx, DeskFollowRule rule, guint *count, GError **error)
{
  DeskFollowPlan plan;
  g_autoptr (GArray) findings = NULL;

  if (!read_plan (tx, rule, &plan, error) || !close_stale (tx, rule, count, error))
    return FALSE;
  if (!plan.on)
    return TRUE;
  findings = desk_store_find_by_rule (tx->service->db, rule, tx->today, desk_day_add (tx->today, plan.days),
                                      MOST_AT_ONCE, error);
  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (!make_one (tx, rule, &plan, &g_array_index (findings, DeskRuleFinding, i), error))
      return FALSE;
  *count += findings->len;
  return TRUE;
}

/* Makes and closes what the rules say, at most some hundreds at once: while @out has a count, call it again. */
gboolean
desk_body_apply_follow_rules (DeskTx *tx, const DeskGetInput *in, DeskSaved *out, GError **error)
{
  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    if (!apply_rule (tx, (DeskFollowRule) rule, &out->count, error))
      return FALSE;
  out->id = tx->act.record_id;
  return TRUE;
}
