/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-worktime.h"

G_BEGIN_DECLS

/* The two clocks of a case (domain.md, Two clocks), a pure function of calendar and events. Events are fed one by one;
 * feeding them in one go or in many comes to the same. */

typedef enum
{
  DESK_DURATION_CLOCK_HOURS = 1,
  DESK_DURATION_WORKING_HOURS,
  DESK_DURATION_WORKING_DAYS,
} DeskDurationUnit;

/* What a category asks. Both worktimes are held by the caller. */
typedef struct
{
  gint64 response_minutes; /* 0: no response clock */
  const DeskWorktime *response;
  gint64 amount; /* of completion, 0: no completion clock */
  DeskDurationUnit unit;
  const DeskWorktime *completion; /* of working hours and days; clock hours never stop at night */
} DeskClockPlan;

typedef enum
{
  DESK_TICK_OPEN = 1,
  DESK_TICK_RESPOND, /* somebody spoke with them, or begins: ends response if it is open */
  DESK_TICK_WAIT,    /* completion stops */
  DESK_TICK_RESUME,  /* completion runs */
  DESK_TICK_DONE,    /* ends both */
  DESK_TICK_RUN_ON,  /* the inspection failed: completion runs on, the inspection was waiting */
  DESK_TICK_RESTART, /* reopened: a new completion clock of the whole length; first results stay */
  DESK_TICK_STOP,    /* cancelled: both stop without a result */
} DeskTick;

typedef struct
{
  DeskTick tick;
  gint64 at; /* Unix seconds */
} DeskClockEvent;

typedef enum
{
  DESK_CLOCK_NONE, /* nothing was fed yet */
  DESK_CLOCK_RUNNING,
  DESK_CLOCK_WAITING,
  DESK_CLOCK_DONE,
  DESK_CLOCK_STOPPED,
} DeskClockPhase;

/* Where the clocks stand after the events so far. All zero is a clock before its first event. */
typedef struct
{
  DeskClockPhase phase;
  gint64 opened_at;
  gint64 since;        /* when the phase began: the last event that changed it */
  gint64 last_at;      /* of the last event */
  gboolean clamped;    /* an event was dated before the one before it */
  gint64 response_due; /* 0 none */
  gint64 responded_at; /* 0 not yet */
  gint64 completion_due; /* 0 none; while waiting as it was when the wait began */
  gint64 done_at;      /* 0 not, or not any more */
  gint64 first_due;    /* of the first completion, once it was reached */
  gint64 first_done_at;
  guint rounds; /* how often the completion clock began anew */
  gint64 running, waiting, off, ended; /* seconds up to @since */
  gint64 before; /* of running: what earlier rounds used */
} DeskCaseClock;

/* A clock at a moment. Seconds left are those the clock itself counts: working time where it stops at night; seconds
 * over are those of the clock on the wall. */
typedef struct
{
  gboolean has_response, has_completion;     /* runs or waits: there is something left or over */
  gint64 response_left, completion_left;     /* negative: over */
  gint64 completion_total;                   /* left and used together: what the ring is full of */
  gint64 running, waiting, off, ended;       /* together what has passed since opening */
} DeskClockLook;

void desk_case_clock_feed (DeskCaseClock *self, const DeskClockPlan *plan, const DeskClockEvent *event);
void desk_case_clock_run (DeskCaseClock *self, const DeskClockPlan *plan, const DeskClockEvent *events, guint n_events);
void desk_case_clock_look (const DeskCaseClock *self, const DeskClockPlan *plan, gint64 now, DeskClockLook *look);
gint64 desk_clock_plan_due (const DeskClockPlan *plan, gint64 from);
gint64 desk_case_clock_response_due (const DeskCaseClock *self);
gint64 desk_case_clock_completion_due (const DeskCaseClock *self);
gint64 desk_clock_warn_at (const DeskWorktime *worktime, gint64 from, gint64 due);
gboolean desk_clock_is_soon (gint64 left, gint64 total);

G_END_DECLS
