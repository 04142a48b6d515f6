/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fake-notifier.h"
#include "desk-reminder.h"
#include "desk-sample.h"
#include "desk-shim-vfs.h"

/*
 * A year of follow-ups by a clock that jumps from event to event, with restarts and kills at random: what is due is told
 * at least once per due time, never before it and never after it is done, and twice only where the program was killed
 * between showing and keeping that it was shown. DESK_SEEDS: how many years (2 by itself, 50 at night).
 */

#define DAY 86400
#define MOST_OPEN 60

/* What the test itself knows of one follow-up. */
typedef struct
{
  gint64 id;
  gint64 due_at;
  gboolean done;
  guint told;       /* for this due time */
  guint allowed;    /* how often it may be told for it: one, and one more for each kill while it was on its way */
  gboolean flying;  /* shown, and not known to be kept */
} Promise;

typedef struct
{
  DeskFixture base;
  GRand *rand;
  DeskEngine *engine;
  DeskReminder *reminder;
  DeskFakeNotifier *notifier;
  GPtrArray *promises;
  gint64 now;
  guint n_told, n_kills, n_missed;
} Year;

static void
settle (Year *self)
{
  while (desk_reminder_is_busy (self->reminder) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, desk_reminder_is_busy (self->reminder));
}

static Promise *
find (Year *self, gint64 id)
{
  for (guint i = 0; i < self->promises->len; i++)
    if (((Promise *) self->promises->pdata[i])->id == id)
      return self->promises->pdata[i];
  g_error ("told of a follow-up nobody made");
  return NULL;
}

static void
on_shown (DeskFakeNotifier *notifier, const DeskDueItem *item, gboolean missed, gpointer data)
{
  Year *self = data;
  Promise *promise = find (self, item->id);

  g_assert_false (promise->done);
  g_assert_cmpint (item->due_at, ==, promise->due_at);
  g_assert_cmpint (promise->due_at, <=, self->now);
  promise->told++;
  g_assert_cmpuint (promise->told, <=, promise->allowed);
  promise->flying = TRUE;
  self->n_told++;
  self->n_missed += missed ? 1 : 0;
}

/* The notifier has said "told", and the store has kept it. */
static void
land_all (Year *self)
{
  desk_fake_notifier_tell (self->notifier);
  settle (self);
  for (guint i = 0; i < self->promises->len; i++)
    ((Promise *) self->promises->pdata[i])->flying = FALSE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Year *self = data;
  g_autoptr (GError) error = NULL;

  self->engine = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
start (Year *self)
{
  desk_engine_open_async (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL, opened_cb, self);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->notifier = desk_fake_notifier_new (on_shown, self);
  self->reminder = desk_reminder_new (self->engine, DESK_NOTIFIER (self->notifier));
  settle (self);
}

static void
stop (Year *self)
{
  desk_reminder_stop (self->reminder);
  while (desk_reminder_is_busy (self->reminder))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->reminder);
  g_clear_object (&self->notifier);
  desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A kill: what was shown and not kept is lost to the program, and may be shown once more. */
static void
kill_it (Year *self)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      Promise *promise = self->promises->pdata[i];

      promise->allowed += promise->flying ? 1 : 0;
      promise->flying = FALSE;
    }
  self->n_kills++;
  stop (self);
}

typedef struct
{
  gboolean done;
  gint64 id;
} Answer;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  answer->id = saved->id;
  answer->done = TRUE;
  desk_use_case_free_result (use_case, saved);
}

static gint64
call (Year *self, DeskUseCase use_case, gpointer input)
{
  Answer answer = { 0 };

  desk_engine_call_async (self->engine, use_case, input, NULL, answered_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer.id;
}

static void
set_due (Promise *promise, gint64 due_at)
{
  promise->due_at = due_at;
  promise->told = 0;
  promise->allowed = 1;
  promise->flying = FALSE;
}

static void
promise_something (Year *self)
{
  DeskFollowUp follow_up = { .record = { .kind = DESK_KIND_FOLLOW_UP }, .topic = DESK_TOPIC_TASK,
                             .due_at = self->now + g_rand_int_range (self->rand, 60, 20 * DAY), .note = (char *) "回电" };
  Promise *promise = g_new0 (Promise, 1);

  set_due (promise, follow_up.due_at);
  g_ptr_array_add (self->promises, promise);
  promise->id = call (self, DESK_USE_CASE_SAVE_FOLLOW_UP, desk_record_input_new (NULL, &follow_up));
}

/* Done, or put off. */
static void
answer_something (Year *self)
{
  Promise *promise = self->promises->pdata[g_rand_int_range (self->rand, 0, (int) self->promises->len)];
  DeskFollowUpInput *in;

  if (promise->done)
    return;
  in = desk_follow_up_input_new (NULL, promise->id, 0);
  if (g_rand_boolean (self->rand))
    {
      promise->done = TRUE;
      call (self, DESK_USE_CASE_FINISH_FOLLOW_UP, in);
      return;
    }
  in->until = self->now + g_rand_int_range (self->rand, 60, 5 * DAY);
  set_due (promise, in->until);
  call (self, DESK_USE_CASE_SNOOZE_FOLLOW_UP, in);
}

/* Nothing that is due, open and landed has been forgotten. */
static void
assert_told (Year *self)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      const Promise *promise = self->promises->pdata[i];

      if (!promise->done && promise->due_at <= self->now)
        g_assert_cmpuint (promise->told, >=, 1);
    }
}

static void
pass_time (Year *self)
{
  self->now += g_rand_int_range (self->rand, 60, DAY);
  desk_clock_set (self->base.clock, self->now);
}

static guint
n_open (Year *self)
{
  guint n = 0;

  for (guint i = 0; i < self->promises->len; i++)
    n += !((Promise *) self->promises->pdata[i])->done;
  return n;
}

/* One event: something is promised or answered, time goes by, the program ends in a good or a bad way. */
static void
step (Year *self)
{
  int what = g_rand_int_range (self->rand, 0, 100);

  if (what < 35 && n_open (self) < MOST_OPEN)
    promise_something (self);
  else if (what < 70 && self->promises->len > 0)
    answer_something (self);
  settle (self);
  if (what % 10 == 0)
    {
      /* Killed while something was shown and before it was kept, or after a good end; then time goes by. */
      if (g_rand_boolean (self->rand))
        land_all (self);
      kill_it (self);
      pass_time (self);
      start (self);
      assert_told (self);
      return;
    }
  if (what % 3 != 0)
    land_all (self);
  pass_time (self);
  desk_reminder_check (self->reminder);
  settle (self);
  assert_told (self);
}

static void
live_through (guint32 seed)
{
  Year self = { .now = DESK_FIXTURE_NOW };

  desk_fixture_set_up (&self.base);
  desk_fixture_community (&self.base);
  g_clear_pointer (&self.base.service, desk_service_close);
  self.rand = g_rand_new_with_seed (seed);
  self.promises = g_ptr_array_new_with_free_func (g_free);
  start (&self);
  while (self.now < DESK_FIXTURE_NOW + (gint64) 365 * DAY)
    step (&self);
  land_all (&self);
  stop (&self);
  g_test_message ("seed %u: %u promises, told %u times, %u kills, %u missed", seed, self.promises->len, self.n_told,
                  self.n_kills, self.n_missed);
  g_assert_cmpuint (self.n_told, >, 50);
  g_assert_cmpuint (self.n_kills, >, 10);
  g_assert_cmpuint (self.n_missed, >, 0);
  g_ptr_array_unref (self.promises);
  g_rand_free (self.rand);
  desk_fixture_tear_down (&self.base);
}

static void
test_year (void)
{
  const char *text = g_getenv ("DESK_SEEDS");
  guint n = text != NULL ? (guint) atoi (text) : 2;

  for (guint seed = 1; seed <= n; seed++)
    live_through (seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  desk_shim_set_fast (TRUE);
  g_test_add_func ("/follow-up/year", test_year);
  return g_test_run ();
}
