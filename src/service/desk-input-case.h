/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-follow-up.h"
#include "desk-input.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* What a log entry becomes. A row in the table of targets (desk-visit-target.c) makes each. */
typedef enum
{
  DESK_TARGET_NONE, /* it stays an entry */
  DESK_TARGET_REPAIR,
  DESK_TARGET_COMPLAINT,
  DESK_TARGET_MEMO,
  DESK_TARGET_FOLLOW_UP,
  DESK_TARGET_OUTAGE, /* it hangs on a known one */
  DESK_TARGET_AGAIN, /* the case there is already: re-opened where it was done, else hurried */
  DESK_N_TARGETS
} DeskTarget;

/* An entry, new or changed, and what it becomes at once. Text, unit, person and phone go along where the target's own
 * record leaves them empty. */
typedef struct
{
  DeskInput input;
  DeskVisit *visit;
  DeskTarget target;
  DeskCase *service_case; /* (nullable): of REPAIR and COMPLAINT */
  DeskMemo *memo;         /* (nullable): of MEMO */
  DeskFollowUp *follow_up; /* (nullable): of FOLLOW_UP */
  gint64 case_id;          /* of AGAIN */
  gint64 outage_id;        /* of OUTAGE; 0: the one that fits */
} DeskVisitInput;

typedef enum
{
  DESK_VISIT_STEP_CLOSE,  /* text: the summary */
  DESK_VISIT_STEP_OFFER,  /* staff_id: who shall have it */
  DESK_VISIT_STEP_ACCEPT,
  DESK_VISIT_STEP_RETURN, /* text: why */
} DeskVisitStep;

typedef struct
{
  DeskInput input;
  gint64 visit_id;
  gint64 version; /* 0: whatever stands there */
  DeskVisitStep step;
  gint64 staff_id;
  char *text;
} DeskVisitStepInput;

/* A memo that was handed over (no answer) or answered. */
typedef struct
{
  DeskInput input;
  gint64 memo_id;
  gint64 version;
  char *answer; /* NULL: delivered */
} DeskMemoInput;

/* A case, new or changed. */
typedef struct
{
  DeskInput input;
  DeskCase *service_case;
  char *summary; /* (nullable): solved at the desk at once */
  gint64 from_id; /* the case it comes out of, 0 none: what the new one leaves empty goes along, and both are linked */
} DeskCaseInput;

/* A move of domain.md's table. What the move does not need is 0 or NULL. */
typedef struct
{
  DeskInput input;
  gint64 case_id;
  gint64 version; /* 0: whatever stands there */
  DeskMove move;
  gint64 at; /* 0: now */
  gint64 assignee_id;
  gint64 wait_reason;
  gint64 until;
  gint64 other_id;
  gint64 answer;
  gint64 category_id; /* of FINISH, where the case has none yet or another */
  gboolean contacted;
  char *text; /* reason, or result */
} DeskMoveInput;

/* The same assignee for several cases, in one act. */
typedef struct
{
  DeskInput input;
  GArray *ids; /* gint64 */
  gint64 assignee_id;
} DeskAssignInput;

/* Cases whose work orders are put on paper, a page each. */
typedef struct
{
  DeskInput input;
  GArray *ids;    /* gint64 */
  char *language; /* NULL: the store's */
  gint64 reveal_act; /* REVEAL_ORDERS of whoever prints: numbers that it recorded are printed whole; 0 none */
  DeskProgress *progress; /* (nullable) */
} DeskOrdersInput;

/* Something in a case's course that moves nothing. */
typedef struct
{
  DeskInput input;
  gint64 case_id;
  DeskCaseEventKind kind; /* CONTACT, NOTE, APPOINTMENT */
  gint64 at;
  gint64 from; /* of APPOINTMENT */
  gint64 to;
  char *text;
} DeskCaseNoteInput;

/* Two cases that have to do with each other; each goes on by itself. */
typedef struct
{
  DeskInput input;
  gint64 case_id;
  gint64 other_id;
} DeskCaseLinkInput;

typedef struct
{
  DeskInput input;
} DeskAdvanceInput;

/* A unit or person of a line that is none, although the line or the register names one. */
#define DESK_LINE_NOBODY G_GINT64_CONSTANT (-1)

/* What somebody types, and what they corrected: 0 or NULL leaves it to the line. */
typedef struct
{
  DeskInput input;
  char *line;
  gint64 unit_id;
  gint64 person_id;
  gint64 kind;
  gint64 category_id;
  gint64 urgency;
} DeskLineInput;

DeskVisitInput *desk_visit_input_new (const char *request_key, const DeskVisit *visit, DeskTarget target,
                                      const DeskCase *service_case, const DeskMemo *memo);
DeskVisitStepInput *desk_visit_step_input_new (const char *request_key, gint64 visit_id, gint64 version,
                                               DeskVisitStep step, gint64 staff_id, const char *text);
DeskMemoInput *desk_memo_input_new (const char *request_key, gint64 memo_id, gint64 version, const char *answer);
DeskCaseInput *desk_case_input_new (const char *request_key, const DeskCase *service_case, const char *summary);
DeskMoveInput *desk_move_input_new (const char *request_key, gint64 case_id, gint64 version, DeskMove move,
                                    const char *text);
DeskAssignInput *desk_assign_input_new (const char *request_key, const gint64 *ids, guint n_ids, gint64 assignee_id);
DeskOrdersInput *desk_orders_input_new (const gint64 *ids, guint n_ids);
DeskCaseNoteInput *desk_case_note_input_new (const char *request_key, gint64 case_id, DeskCaseEventKind kind,
                                             const char *text);
DeskCaseLinkInput *desk_case_link_input_new (const char *request_key, gint64 case_id, gint64 other_id);
DeskAdvanceInput *desk_advance_input_new (void);
DeskLineInput *desk_line_input_new (const char *line);

void desk_visit_input_free (gpointer input);
void desk_visit_step_input_free (gpointer input);
void desk_memo_input_free (gpointer input);
void desk_case_input_free (gpointer input);
void desk_move_input_free (gpointer input);
void desk_assign_input_free (gpointer input);
void desk_orders_input_free (gpointer input);
void desk_case_note_input_free (gpointer input);
void desk_case_link_input_free (gpointer input);
void desk_advance_input_free (gpointer input);
void desk_line_input_free (gpointer input);

G_END_DECLS
