/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-clock.h"

#define HOUR 3600

/* The time by which completion counts; NULL: by the clock on the wall. */
static const DeskWorktime *
completion_time (const DeskClockPlan *plan)
{
  return plan->unit == DESK_DURATION_CLOCK_HOURS ? NULL : plan->completion;
}

static gint64
counted (const DeskWorktime *worktime, gint64 from, gint64 to)
{
  if (worktime == NULL)
    return MAX (to - from, 0);
  return desk_worktime_between (worktime, from, to);
}

static gint64
count_on (const DeskWorktime *worktime, gint64 from, gint64 seconds)
{
  return worktime == NULL ? from + seconds : desk_worktime_after (worktime, from, seconds);
}

/* Returns: when a completion that begins at @from is due; 0 where the plan has none. */
gint64
desk_clock_plan_due (const DeskClockPlan *plan, gint64 from)
{
  if (plan->amount <= 0)
    return 0;
  if (plan->unit == DESK_DURATION_WORKING_DAYS)
    return desk_worktime_days_after (plan->completion, from, (guint) plan->amount);
  return count_on (completion_time (plan), from, plan->amount * HOUR);
}

/* Books the time since the phase began. */
static void
book (DeskCaseClock *self, const DeskClockPlan *plan, gint64 at)
{
  gint64 passed = at - self->since;
  gint64 worked;

  switch (self->phase)
    {
    case DESK_CLOCK_RUNNING:
      worked = counted (completion_time (plan), self->since, at);
      self->running += worked;
      self->off += passed - worked;
      break;
    case DESK_CLOCK_WAITING:
      self->waiting += passed;
      break;
    case DESK_CLOCK_DONE:
    case DESK_CLOCK_STOPPED:
      self->ended += passed;
      break;
    case DESK_CLOCK_NONE:
    default:
      break;
    }
  self->since = at;
}

static void
enter (DeskCaseClock *self, const DeskClockPlan *plan, DeskClockPhase phase, gint64 at)
{
  book (self, plan, at);
  self->phase = phase;
}

/* What stood still from @from to @to comes on top of the due time. */
static void
postpone (DeskCaseClock *self, const DeskClockPlan *plan, gint64 from, gint64 to)
{
  const DeskWorktime *worktime = completion_time (plan);

  if (self->completion_due != 0)
    self->completion_due = count_on (worktime, self->completion_due, counted (worktime, from, to));
}

static void
open_clocks (DeskCaseClock *self, const DeskClockPlan *plan, gint64 at)
{
  self->phase = DESK_CLOCK_RUNNING;
  self->opened_at = self->since = at;
  if (plan->response_minutes > 0)
    self->response_due = desk_worktime_after (plan->response, at, plan->response_minutes * 60);
  self->completion_due = desk_clock_plan_due (plan, at);
}

static void
respond (DeskCaseClock *self, gint64 at)
{
  if (self->responded_at == 0 && self->phase != DESK_CLOCK_STOPPED)
    self->responded_at = at;
}

static void
finish (DeskCaseClock *self, const DeskClockPlan *plan, gint64 at)
{
  if (self->phase != DESK_CLOCK_RUNNING && self->phase != DESK_CLOCK_WAITING)
    return;
  if (self->phase == DESK_CLOCK_WAITING)
    postpone (self, plan, self->since, at);
  respond (self, at);
  enter (self, plan, DESK_CLOCK_DONE, at);
  self->done_at = at;
  if (self->first_done_at == 0)
    {
      self->first_done_at = at;
      self->first_due = self->completion_due;
    }
}

static void
go_on (DeskCaseClock *self, const DeskClockPlan *plan, DeskTick tick, gint64 at)
{
  gint64 since = self->since;

  if (tick == DESK_TICK_RESUME && self->phase == DESK_CLOCK_WAITING)
    {
      enter (self, plan, DESK_CLOCK_RUNNING, at);
      postpone (self, plan, since, at);
    }
  else if (tick == DESK_TICK_RUN_ON && self->phase == DESK_CLOCK_DONE)
    {
      self->phase = DESK_CLOCK_WAITING;
      enter (self, plan, DESK_CLOCK_RUNNING, at);
      postpone (self, plan, since, at);
      self->done_at = 0;
      if (self->rounds == 0)
        self->first_done_at = self->first_due = 0;
    }
  else if (tick == DESK_TICK_RESTART && self->phase == DESK_CLOCK_DONE)
    {
      enter (self, plan, DESK_CLOCK_RUNNING, at);
      self->completion_due = desk_clock_plan_due (plan, at);
      self->done_at = 0;
      self->before = self->running;
      self->rounds++;
    }
}

/**
 * desk_case_clock_feed:
 * @event: the next one; dated before the last it is taken at that one's time, and the clock says so
 *
 * What makes no sense where the clock stands (a resume of what runs) changes nothing.
 */
void
desk_case_clock_feed (DeskCaseClock *self, const DeskClockPlan *plan, const DeskClockEvent *event)
{
  gint64 at = MAX (event->at, self->last_at);

  if (self->phase == DESK_CLOCK_NONE && event->tick != DESK_TICK_OPEN)
    return;
  self->clamped = self->clamped || at != event->at;
  self->last_at = at;
  switch (event->tick)
    {
    case DESK_TICK_OPEN:
      if (self->phase == DESK_CLOCK_NONE)
        open_clocks (self, plan, at);
      break;
    case DESK_TICK_RESPOND:
      respond (self, at);
      break;
    case DESK_TICK_WAIT:
      if (self->phase == DESK_CLOCK_RUNNING)
        enter (self, plan, DESK_CLOCK_WAITING, at);
      break;
    case DESK_TICK_DONE:
      finish (self, plan, at);
      break;
    case DESK_TICK_STOP:
      if (self->phase != DESK_CLOCK_STOPPED)
        enter (self, plan, DESK_CLOCK_STOPPED, at);
      break;
    case DESK_TICK_RESUME:
    case DESK_TICK_RUN_ON:
    case DESK_TICK_RESTART:
    default:
      go_on (self, plan, event->tick, at);
    }
}

/* Feeds @n_events in their order. */
void
desk_case_clock_run (DeskCaseClock *self, const DeskClockPlan *plan, const DeskClockEvent *events, guint n_events)
{
  for (guint i = 0; i < n_events; i++)
    desk_case_clock_feed (self, plan, &events[i]);
}

/* Returns: when response is due, as long as it is open; else 0. */
gint64
desk_case_clock_response_due (const DeskCaseClock *self)
{
  gboolean open = self->phase == DESK_CLOCK_RUNNING || self->phase == DESK_CLOCK_WAITING;

  return open && self->responded_at == 0 ? self->response_due : 0;
}

/* Returns: when completion is due, as long as it runs; else 0. One that was late when it began to wait stays late. */
gint64
desk_case_clock_completion_due (const DeskCaseClock *self)
{
  if (self->phase == DESK_CLOCK_RUNNING)
    return self->completion_due;
  if (self->phase == DESK_CLOCK_WAITING && self->completion_due != 0 && self->completion_due < self->since)
    return self->completion_due;
  return 0;
}

static gint64
left_at (const DeskWorktime *worktime, gint64 due, gint64 now)
{
  return now <= due ? counted (worktime, now, due) : due - now;
}

/**
 * desk_case_clock_look:
 * @now: not before the last event
 * @look: (out): how the clocks stand then
 */
void
desk_case_clock_look (const DeskCaseClock *self, const DeskClockPlan *plan, gint64 now, DeskClockLook *look)
{
  DeskCaseClock at = *self;
  gboolean open = self->phase == DESK_CLOCK_RUNNING || self->phase == DESK_CLOCK_WAITING;

  now = MAX (now, self->last_at);
  book (&at, plan, now);
  *look = (DeskClockLook){ .running = at.running, .waiting = at.waiting, .off = at.off, .ended = at.ended };
  if (open && self->response_due != 0 && self->responded_at == 0)
    {
      look->has_response = TRUE;
      look->response_left = left_at (plan->response, self->response_due, now);
    }
  if (open && self->completion_due != 0)
    {
      gint64 moment = self->phase == DESK_CLOCK_WAITING ? self->since : now;

      look->has_completion = TRUE;
      look->completion_left = left_at (completion_time (plan), self->completion_due, moment);
      look->completion_total = at.running - at.before + MAX (look->completion_left, 0);
    }
}

/* window.md, Clocks: soon is a quarter or an hour left. */
gboolean
desk_clock_is_soon (gint64 left, gint64 total)
{
  return left >= 0 && (left <= HOUR || left * 4 <= total);
}

/* Returns: when somebody is to be warned of a clock from @from to @due: at a quarter left, at latest an hour before
 * (less where the whole clock is shorter). */
gint64
desk_clock_warn_at (const DeskWorktime *worktime, gint64 from, gint64 due)
{
  gint64 total = counted (worktime, from, due);
  gint64 early = total - MAX (total / 4, MIN (HOUR, total / 2));

  return due == 0 ? 0 : count_on (worktime, from, early);
}
