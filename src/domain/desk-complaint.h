/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-clock.h"
#include "desk-case-move.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/*
 * Complaints: a case with a severity, and stages that somebody signs off one after the other (domain.md, Cases). Which
 * stages a severity has is data, a setting each: "contact,progress=24h,solved,answer=7d,callback=3d>solved". A length is
 * hours (h) or days (d) by the clock on the wall, minutes (m) or days (w) an office works; ">stage" counts from when that
 * one was signed, else it counts from the opening. Contact and solved have none: the clocks of the case measure them.
 */
typedef enum
{
  DESK_STAGE_BY_CASE, /* by the clocks of the case */
  DESK_STAGE_BY_HOURS,
  DESK_STAGE_BY_DAYS,
  DESK_STAGE_BY_WORK_MINUTES,
  DESK_STAGE_BY_WORK_DAYS,
} DeskStageMeasure;

typedef struct
{
  DeskStage stage;
  DeskStageMeasure measure;
  gint64 amount;
  DeskStage after; /* 0: the opening */
} DeskStagePlan;

guint desk_stages_parse (const char *text, DeskStagePlan plans[DESK_N_STAGES]);
char *desk_stages_format (const DeskStagePlan *plans, guint n);
int desk_stages_setting (DeskSeverity severity);
gint64 desk_stage_due (const DeskStagePlan *plan, gint64 from, const DeskWorktime *office);

/* What somebody signs. @stages: of one complaint, ordered by rank and id. */
typedef struct
{
  const DeskComplaintStage *const *stages;
  guint n_stages;
  DeskCaseState state;
  const char *text;   /* what was done */
  gint64 until;       /* of the plan: solved by */
  gint64 now;
} DeskStageAsk;

int desk_stage_current (const DeskComplaintStage *const *stages, guint n_stages);
gboolean desk_stage_needs_text (DeskStage stage);
int desk_stage_check_sign (const DeskStageAsk *ask, DeskStage stage, GPtrArray *problems);
void desk_stage_check_finish (const DeskComplaintStage *const *stages, guint n_stages, GPtrArray *problems);
DeskCaseState desk_stage_state_after (const DeskComplaintStage *const *stages, guint n_stages, DeskMove move, DeskCaseState to);
void desk_rule_complaint (DeskComplaint *complaint, GPtrArray *problems);

/* The clocks of a severity above the one a category has (domain.md, Two clocks). */
typedef struct
{
  gint64 response_minutes;
  const char *response_calendar; /* nick */
  gint64 amount;                 /* clock hours, 0: by the date in the plan */
} DeskSeverityClocks;

const DeskSeverityClocks *desk_severity_clocks (DeskSeverity severity);

/* As many in one building and category within so many days are a group complaint. */
#define DESK_GROUP_LEAST 3

G_END_DECLS
