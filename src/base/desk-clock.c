/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clock.h"

struct _DeskClock
{
  gatomicrefcount refs;
  gboolean fixed;
  gint64 now; /* Unix seconds, of a fixed clock; atomic access through the mutex */
  GMutex mutex;
};

DeskClock *
desk_clock_new_real (void)
{
  DeskClock *self = g_new0 (DeskClock, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  return self;
}

/* @now: Unix seconds. Returns: (transfer full): a clock that stands still until desk_clock_set(). */
DeskClock *
desk_clock_new_fixed (gint64 now)
{
  DeskClock *self = desk_clock_new_real ();

  self->fixed = TRUE;
  self->now = now;
  return self;
}

DeskClock *
desk_clock_ref (DeskClock *clock)
{
  g_atomic_ref_count_inc (&clock->refs);
  return clock;
}

void
desk_clock_unref (DeskClock *clock)
{
  if (!g_atomic_ref_count_dec (&clock->refs))
    return;
  g_mutex_clear (&clock->mutex);
  g_free (clock);
}

/* Returns: Unix seconds UTC. Any thread. */
gint64
desk_clock_now (DeskClock *clock)
{
  gint64 now;

  if (!clock->fixed)
    return g_get_real_time () / G_USEC_PER_SEC;
  g_mutex_lock (&clock->mutex);
  now = clock->now;
  g_mutex_unlock (&clock->mutex);
  return now;
}

/* Moves a fixed clock to @now (Unix seconds); a real one cannot be moved. */
void
desk_clock_set (DeskClock *clock, gint64 now)
{
  g_return_if_fail (clock->fixed);
  g_mutex_lock (&clock->mutex);
  clock->now = now;
  g_mutex_unlock (&clock->mutex);
}
