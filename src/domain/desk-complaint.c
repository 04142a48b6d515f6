/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint.h"

#include <string.h>

#include "desk-rule-case.h"
#include "desk-rule.h"
#include "desk-setting.h"
#include "desk-string.h"

#define HOUR G_GINT64_CONSTANT (3600)
#define DEPARTMENT_LENGTH 60
#define GOODWILL_MAX G_GINT64_CONSTANT (100000000) /* a million yuan */

/* Stages that end with a move of the case, and those its clocks measure. */
#define IS_CALL(stage) ((stage) == DESK_STAGE_CALLBACK)

/* Reads "3d" or "225m" and what follows. Returns: whether it is a length. */
static gboolean
read_length (const char *text, DeskStagePlan *plan, const char **rest)
{
  static const struct
  {
    char unit;
    DeskStageMeasure measure;
  } units[] = { { 'h', DESK_STAGE_BY_HOURS }, { 'd', DESK_STAGE_BY_DAYS }, { 'm', DESK_STAGE_BY_WORK_MINUTES },
                { 'w', DESK_STAGE_BY_WORK_DAYS } };
  gint64 amount = 0;
  const char *p = text;

  for (; g_ascii_isdigit (*p) && amount < 10000; p++)
    amount = amount * 10 + (*p - '0');
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (p > text && amount > 0 && *p == units[i].unit)
      {
        plan->measure = units[i].measure;
        plan->amount = amount;
        *rest = p + 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_stage (const char *text, DeskStagePlan *plan)
{
  const char *equals = strchr (text, '='), *rest;
  g_autofree char *nick = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);

  *plan = (DeskStagePlan){ .stage = (DeskStage) desk_enum_from_nick (&desk_enum_stage, nick) };
  if (plan->stage == 0 || equals == NULL)
    return plan->stage == DESK_STAGE_CONTACT || plan->stage == DESK_STAGE_SOLVED;
  if (plan->stage == DESK_STAGE_CONTACT || plan->stage == DESK_STAGE_SOLVED || !read_length (equals + 1, plan, &rest))
    return FALSE;
  if (*rest == '>')
    {
      plan->after = (DeskStage) desk_enum_from_nick (&desk_enum_stage, rest + 1);
      return plan->after != 0 && plan->after < plan->stage;
    }
  return *rest == '\0';
}

/**
 * desk_stages_parse:
 * @text: as the setting has it
 * @plans: (out): the stages in their order
 *
 * Returns: how many there are; 0 when it is no list of stages. What counts from a stage stands behind it, none stands
 * twice, and a complaint is solved in the end.
 */
guint
desk_stages_parse (const char *text, DeskStagePlan plans[DESK_N_STAGES])
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);
  guint n = 0, seen = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      DeskStagePlan plan;

      g_strstrip (*part);
      if (!read_stage (*part, &plan) || (n > 0 && plan.stage <= plans[n - 1].stage)
          || (plan.after != 0 && (seen & (1u << plan.after)) == 0))
        return 0;
      seen |= 1u << plan.stage;
      plans[n++] = plan;
    }
  return (seen & (1u << DESK_STAGE_SOLVED)) != 0 ? n : 0;
}

/* Returns: (transfer full): the setting that says @plans. */
char *
desk_stages_format (const DeskStagePlan *plans, guint n)
{
  static const char units[] = { [DESK_STAGE_BY_HOURS] = 'h', [DESK_STAGE_BY_DAYS] = 'd', [DESK_STAGE_BY_WORK_MINUTES] = 'm',
                                [DESK_STAGE_BY_WORK_DAYS] = 'w' };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", desk_enum_nick (&desk_enum_stage, plans[i].stage));
      if (plans[i].measure != DESK_STAGE_BY_CASE)
        g_string_append_printf (text, "=%" G_GINT64_FORMAT "%c", plans[i].amount, units[plans[i].measure]);
      if (plans[i].after != 0)
        g_string_append_printf (text, ">%s", desk_enum_nick (&desk_enum_stage, plans[i].after));
    }
  return g_string_free (text, FALSE);
}

/* Returns: the setting that says which stages complaints of @severity have, a DeskSettingCode. */
int
desk_stages_setting (DeskSeverity severity)
{
  return severity == DESK_SEVERITY_MAJOR     ? DESK_SETTING_STAGES_MAJOR
         : severity == DESK_SEVERITY_SERIOUS ? DESK_SETTING_STAGES_SERIOUS
                                             : DESK_SETTING_STAGES_ORDINARY;
}

/**
 * desk_stage_due:
 * @from: the opening, or when the stage it counts from was signed; 0: that is still to come
 *
 * Returns: when the stage is due; 0: not known yet, or the clocks of the case say
 */
gint64
desk_stage_due (const DeskStagePlan *plan, gint64 from, const DeskWorktime *office)
{
  if (from == 0)
    return 0;
  switch (plan->measure)
    {
    case DESK_STAGE_BY_HOURS:
      return from + plan->amount * HOUR;
    case DESK_STAGE_BY_DAYS:
      return from + plan->amount * 24 * HOUR;
    case DESK_STAGE_BY_WORK_MINUTES:
      return desk_worktime_after (office, from, plan->amount * 60);
    case DESK_STAGE_BY_WORK_DAYS:
      return desk_worktime_days_after (office, from, (guint) plan->amount);
    case DESK_STAGE_BY_CASE:
    default:
      return 0;
    }
}

/* Returns: the index of the stage that is to be signed next; -1: none is left. */
int
desk_stage_current (const DeskComplaintStage *const *stages, guint n_stages)
{
  for (guint i = 0; i < n_stages; i++)
    if (stages[i]->signed_at == 0)
      return (int) i;
  return -1;
}

/* Does whoever signs it say what was done? Spoken with them is enough said. */
gboolean
desk_stage_needs_text (DeskStage stage)
{
  return stage != DESK_STAGE_CONTACT && !IS_CALL (stage);
}

static void
add (GPtrArray *problems, DeskProblemCode code, const char *field, gint64 stage)
{
  g_ptr_array_add (problems, desk_problem_new (code, field, -1, desk_enum_nick (&desk_enum_stage, stage), NULL));
}

/**
 * desk_stage_check_sign:
 * @stage: which is to be signed
 * @problems: what stands against it is added
 *
 * Returns: its index; -1 when something was wrong. Stages are signed in their order; what a move of the case ends (the
 * call) is signed by that move.
 */
int
desk_stage_check_sign (const DeskStageAsk *ask, DeskStage stage, GPtrArray *problems)
{
  int current = desk_stage_current (ask->stages, ask->n_stages);
  guint before = problems->len;

  if (ask->state == DESK_CASE_CANCELLED || current < 0)
    add (problems, DESK_PROBLEM_STAGE_NONE_LEFT, NULL, stage);
  else if (ask->stages[current]->stage != (gint64) stage)
    add (problems, DESK_PROBLEM_STAGE_OPEN, NULL, ask->stages[current]->stage);
  else if (IS_CALL (stage))
    add (problems, DESK_PROBLEM_STAGE_BY_CALL, NULL, stage);
  if (desk_stage_needs_text (stage) && desk_string_is_empty (ask->text))
    add (problems, DESK_PROBLEM_EMPTY, "text", stage);
  if (stage == DESK_STAGE_PLAN && ask->until <= ask->now)
    add (problems, ask->until == 0 ? DESK_PROBLEM_EMPTY : DESK_PROBLEM_PLAN_PAST, "until", stage);
  return problems->len > before ? -1 : current;
}

/* What must be signed by itself before the complaint can be done: evidence, plan, decision. To have spoken with them and
 * to have told them how far it is are a part of solving it. */
void
desk_stage_check_finish (const DeskComplaintStage *const *stages, guint n_stages, GPtrArray *problems)
{
  for (guint i = 0; i < n_stages; i++)
    if (stages[i]->signed_at == 0 && stages[i]->stage >= DESK_STAGE_EVIDENCE && stages[i]->stage <= DESK_STAGE_DECISION)
      {
        add (problems, DESK_PROBLEM_STAGE_OPEN, NULL, stages[i]->stage);
        return;
      }
}

/**
 * desk_stage_state_after:
 * @to: the state after @move, as the table of moves has it
 *
 * A written answer that somebody still owes keeps a complaint open, whatever they said on the phone: domain.md is silent
 * here. The answer to the call counts and the call is signed, but the complaint stands as done until the written answer
 * is signed, and closes then.
 *
 * Returns: the state it comes to; 0: it cannot be moved so before the answer is signed
 */
DeskCaseState
desk_stage_state_after (const DeskComplaintStage *const *stages, guint n_stages, DeskMove move, DeskCaseState to)
{
  gboolean owed = FALSE;

  for (guint i = 0; i < n_stages; i++)
    owed = owed || (stages[i]->stage == DESK_STAGE_ANSWER && stages[i]->signed_at == 0);
  if (!owed || to != DESK_CASE_CLOSED)
    return to;
  return move == DESK_MOVE_ANSWER ? DESK_CASE_DONE : 0;
}

/* What was found of a complaint. */
void
desk_rule_complaint (DeskComplaint *complaint, GPtrArray *problems)
{
  desk_rule_text (&complaint->department, "department", -1, 0, DEPARTMENT_LENGTH, FALSE, problems);
  desk_rule_text (&complaint->cause, "cause", -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
  desk_rule_text (&complaint->remedy, "remedy", -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
  desk_rule_text (&complaint->letter, "letter", -1, 0, DESK_DETAIL_LENGTH, TRUE, problems);
  if (complaint->finding != 0)
    desk_rule_choice (complaint->finding, &desk_enum_finding, "finding", -1, problems);
  desk_rule_range (complaint->goodwill, 0, GOODWILL_MAX, "goodwill", -1, problems);
}

/* Returns: (transfer none): the clocks of @severity, whatever its category has. */
const DeskSeverityClocks *
desk_severity_clocks (DeskSeverity severity)
{
  static const DeskSeverityClocks clocks[] = {
    [DESK_SEVERITY_ORDINARY] = { 30, "desk", 24 },
    [DESK_SEVERITY_SERIOUS] = { 30, "desk", 48 },
    [DESK_SEVERITY_MAJOR] = { 5, "always", 0 },
  };

  return &clocks[severity >= DESK_SEVERITY_ORDINARY && severity <= DESK_SEVERITY_MAJOR ? severity : DESK_SEVERITY_ORDINARY];
}
