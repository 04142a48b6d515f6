/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-clock.h"
#include "desk-case-kind.h"
#include "desk-problem.h"
#include "desk-right.h"

G_BEGIN_DECLS

/* How a case moves (domain.md, Cases): a table, and the one function that says yes or no. */

/* What a move asks for. */
typedef enum
{
  DESK_NEED_REASON = 1 << 0,      /* why, in words */
  DESK_NEED_RESULT = 1 << 1,      /* what was done: nothing ends without its summary */
  DESK_NEED_ASSIGNEE = 1 << 2,    /* to whom */
  DESK_NEED_WAIT_REASON = 1 << 3, /* of the list */
  DESK_NEED_OTHER = 1 << 4,       /* the case it is merged into */
  DESK_NEED_ANSWER = 1 << 5,      /* A, B or C */
  DESK_NEED_CATEGORY = 1 << 6,    /* the case must have one by now */
} DeskNeed;

/* Who may, among those who hold the move's right: 0 all of them; bits 1 << DeskStaffRole, and these. Whoever stands in
 * for an assignee is a housekeeper or a supervisor: a technician comes back with paper, and somebody else types it in. */
#define DESK_MOVER_ASSIGNEE (1 << 16)
#define DESK_MOVER_PROGRAM (1 << 17) /* also by itself: time given has come, next day */

typedef struct
{
  DeskMove move;
  guint from; /* DESK_CASE_BIT (state) */
  DeskCaseState to; /* of ANSWER: for A and B */
  guint by;
  guint needs;
  DeskTick tick; /* 0: the clocks do not mind */
  DeskRight right;
} DeskMoveSpec;

const DeskMoveSpec *desk_move_find (DeskMove move, DeskCaseState state);
const DeskMoveSpec *desk_move_table (guint *n_rows);
const char *desk_move_nick (DeskMove move);

/* A move that somebody asks for, with what the case is like. */
typedef struct
{
  DeskMove move;
  DeskCaseState state;
  gint64 case_assignee_id; /* who has it, 0 nobody */
  gboolean has_category;
  gboolean drawn; /* for a callback: then it does not close by itself */
  gint64 opened_at;
  /* who asks */
  gint64 staff_id;
  gint64 roles;
  const DeskMatrix *matrix; /* (nullable): of rights; NULL: what a new store begins with */
  gboolean program;
  /* with what */
  gint64 at;
  gint64 assignee_id;
  gint64 wait_reason;
  gint64 until; /* of WAIT: when it resumes by itself, 0 open */
  gint64 other_id;
  gint64 answer;
  const char *reason;
  const char *result;
} DeskMoveAsk;

DeskCaseState desk_move_check (const DeskMoveAsk *ask, GPtrArray *problems);
gboolean desk_move_may (const DeskMoveAsk *ask, const DeskMoveSpec *spec);
guint desk_move_ticks (const DeskMoveAsk *ask, gboolean contacted, DeskTick ticks[2]);
guint desk_move_offers (const DeskMoveAsk *ask, DeskMove moves[DESK_N_MOVES]);

G_END_DECLS
