/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* A stage of a complaint that somebody signs. What a move of the case ends is moved by it: solved finishes the case. */
typedef struct
{
  DeskInput input;
  gint64 case_id;
  DeskStage stage;
  gint64 until; /* of PLAN: solved by then */
  char *text;
} DeskStageInput;

/* A complaint that is more severe than it was taken for. */
typedef struct
{
  DeskInput input;
  gint64 case_id;
  gint64 version; /* 0: whatever stands there */
  gint64 severity;
  char *text; /* why */
} DeskEscalateInput;

/* Complaints about the same that become one. */
typedef struct
{
  DeskInput input;
  GArray *ids; /* gint64; the one they go into may be among them */
  gint64 into;
} DeskJoinInput;

/* A stage as the page shows it. */
typedef struct
{
  DeskComplaintStage *stage;
  char *staff_name; /* (nullable): who signed */
  gint64 due_at;    /* as the stage or the clocks of the case have it; 0 not known yet */
} DeskStageLine;

/* Open complaints of one category in one building. */
typedef struct
{
  gint64 building_id;
  gint64 category_id;
  char *building;
  char *category;
  GArray *ids; /* gint64, the first opened first */
} DeskGroup;

typedef struct
{
  GPtrArray *groups; /* DeskGroup, the largest first */
  gint64 days;       /* so far back was looked */
} DeskGroups;

DeskStageInput *desk_stage_input_new (const char *request_key, gint64 case_id, DeskStage stage, gint64 until,
                                      const char *text);
DeskEscalateInput *desk_escalate_input_new (const char *request_key, gint64 case_id, gint64 version, gint64 severity,
                                            const char *text);
DeskJoinInput *desk_join_input_new (const char *request_key, const gint64 *ids, guint n_ids, gint64 into);

void desk_stage_input_free (gpointer input);
void desk_escalate_input_free (gpointer input);
void desk_join_input_free (gpointer input);
void desk_stage_line_free (gpointer line);
GPtrArray *desk_groups_new (void);
void desk_groups_clear (gpointer result);

G_END_DECLS
