/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reminder.h"

#include "desk-error.h"
#include "desk-follow-rule.h"
#include "desk-told.h"
#include "desk-wall-timer.h"

struct _DeskReminder
{
  GObject parent_instance;

  DeskEngine *engine;     /* NULL after stop */
  DeskNotifier *notifier; /* (nullable): without one the bell alone tells */
  DeskWallTimer *timer;
  GCancellable *cancellable;
  GHashTable *flying; /* id → when to tell, of what was given to the notifier and is not told yet */
  GHashTable *shown;  /* ids the notifier has before people's eyes */
  gint64 since;       /* what was to be told before this was missed */
  gint64 n_late;
  gint64 n_today;
  gint64 n_waiting;
  DeskDay worked_on;   /* the day on which rules and cases did what they do by themselves last, 0: they have to */
  gint64 worked_until; /* Unix seconds: what is due after this has not been looked for */
  gint64 work_at;      /* when they have something to do next, 0 not today */
  gboolean working;    /* they are at it */
  guint pending; /* answers that are awaited */
  gboolean asking;
  gboolean again;
};

enum
{
  DUE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskReminder, desk_reminder, G_TYPE_OBJECT)

/* A failure while the program ends is none. */
static void
say_failure (const char *what, GError *error)
{
  if (!g_error_matches (error, DESK_ERROR, DESK_ERROR_CANCELLED) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("%s: %s", what, error->message);
}

static gint64 *
key_new (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* An answer to something that was asked of the engine has come. Returns: whether it still matters. */
static gboolean
answered (DeskReminder *self)
{
  self->pending--;
  return self->engine != NULL;
}

static void
on_marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskReminder) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_engine_mark_told_finish (DESK_ENGINE (source), result, &error) && error != NULL)
    say_failure ("who was told is not kept", error);
  if (answered (self))
    desk_reminder_check (self);
}

/* They have been shown: that is kept before they count as told. */
static void
mark (DeskReminder *self, GPtrArray *items)
{
  self->pending++;
  desk_engine_mark_told_async (self->engine, items, on_marked_cb, g_object_ref (self));
}

static void
on_told (DeskReminder *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_hash_table_remove (self->flying, &((const DeskDueItem *) items->pdata[i])->id);
  if (self->engine != NULL && items->len > 0)
    mark (self, items);
}

static void
forget (DeskReminder *self, GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_hash_table_remove (self->shown, &g_array_index (ids, gint64, i));
      g_hash_table_remove (self->flying, &g_array_index (ids, gint64, i));
    }
  if (ids->len > 0 && self->notifier != NULL)
    desk_notifier_withdraw (self->notifier, ids);
}

/* Returns: (transfer full) (element-type gint64): what is before people's eyes. */
static GArray *
list_shown (DeskReminder *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  return ids;
}

static void
forget_all (DeskReminder *self)
{
  g_autoptr (GArray) ids = list_shown (self);

  forget (self, ids);
}

static void
tell (DeskReminder *self, GPtrArray *items, gboolean missed)
{
  if (items->len == 0)
    return;
  for (guint i = 0; i < items->len; i++)
    {
      const DeskDueItem *item = items->pdata[i];

      g_hash_table_replace (self->flying, key_new (item->id), key_new (item->tell_at));
      g_hash_table_add (self->shown, key_new (item->id));
    }
  g_signal_emit (self, signals[DUE], 0, items, missed);
  if (self->notifier != NULL)
    desk_notifier_notify (self->notifier, items, missed);
  else
    on_told (self, items);
}

/* Those not given to the notifier yet, the missed ones by themselves. */
static void
tell_fresh (DeskReminder *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func (desk_due_item_free);
  g_autoptr (GPtrArray) missed = g_ptr_array_new_with_free_func (desk_due_item_free);

  for (guint i = 0; i < items->len; i++)
    {
      const DeskDueItem *item = items->pdata[i];
      const gint64 *flying = g_hash_table_lookup (self->flying, &item->id);

      if (flying == NULL || *flying != item->tell_at)
        g_ptr_array_add (item->tell_at < self->since ? missed : now, desk_due_item_copy (item));
    }
  tell (self, missed, TRUE);
  tell (self, now, FALSE);
}

/* The next time to look: something is due, a rule or a case has something to do, or another day begins for them. The timer
 * counts by the real clock, also where the engine's stands still. */
static void
wait_for (DeskReminder *self, gint64 next_at)
{
  gint64 now = desk_engine_now (self->engine);
  gint64 until = desk_day_start (desk_day_add (desk_engine_today (self->engine), 1), desk_engine_get_zone (self->engine));

  if (next_at > 0)
    until = MIN (until, next_at);
  if (self->work_at > 0)
    until = MIN (until, self->work_at);
  desk_wall_timer_set (self->timer, g_get_real_time () / G_USEC_PER_SEC + MAX (until - now, 1));
}

static void
set_counts (DeskReminder *self, gint64 n_late, gint64 n_today, gint64 n_waiting)
{
  if (self->n_late == n_late && self->n_today == n_today && self->n_waiting == n_waiting)
    return;
  self->n_late = n_late;
  self->n_today = n_today;
  self->n_waiting = n_waiting;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_due_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskReminder) self = data;
  g_autoptr (GError) error = NULL;
  DeskDue *due = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gboolean again = self->again;

  self->asking = self->again = FALSE;
  if (due == NULL)
    say_failure ("what is due cannot be read", error);
  if (answered (self) && due != NULL && desk_engine_get_session (self->engine) != DESK_SESSION_OUT)
    {
      forget (self, due->settled);
      tell_fresh (self, due->items);
      set_counts (self, due->n_late, due->n_today, due->n_waiting);
      self->work_at = due->work_at;
      wait_for (self, due->next_at);
    }
  desk_use_case_free_result (DESK_USE_CASE_LIST_DUE, due);
  if (again && self->engine != NULL)
    desk_reminder_check (self);
}

/* Asks what is due; one question at a time. */
static void
ask (DeskReminder *self)
{
  g_autoptr (GArray) shown = list_shown (self);

  if (self->asking)
    {
      self->again = TRUE;
      return;
    }
  self->asking = TRUE;
  self->pending++;
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_DUE, desk_due_input_new (shown, self->worked_until),
                          self->cancellable, on_due_cb, g_object_ref (self));
}

static void call_own (DeskReminder *self, DeskUseCase use_case);

/* One of the two has done a part of its work, or all of it. Cases first: what they become the rules look at. Then it is asked
 * what is due. */
static void
on_own_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskReminder) self = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  gboolean more = saved != NULL && saved->count > 0;

  /* Nobody is at the desk any more: whoever comes begins anew. */
  if (saved == NULL && !g_error_matches (error, DESK_ERROR, DESK_ERROR_FORBIDDEN))
    say_failure (desk_use_case_nick (use_case), error);
  desk_use_case_free_result (use_case, saved);
  if (!answered (self))
    return;
  if (!more && use_case == DESK_USE_CASE_ADVANCE_CASES)
    {
      use_case = DESK_USE_CASE_APPLY_FOLLOW_RULES;
      self->worked_on = desk_engine_today (self->engine); /* what cases became, the rules see now */
      more = TRUE;
    }
  self->working = more;
  if (more)
    call_own (self, use_case);
  else
    desk_reminder_check (self);
}

static void
call_own (DeskReminder *self, DeskUseCase use_case)
{
  gpointer input = use_case == DESK_USE_CASE_ADVANCE_CASES ? (gpointer) desk_advance_input_new ()
                                                           : desk_get_input_new (DESK_KIND_NONE, 0, 0);

  self->pending++;
  desk_engine_call_async (self->engine, use_case, input, NULL, on_own_cb, g_object_ref (self));
}

/* Lets the program do what it does by itself, each until there is nothing left; then asks what is due. */
static void
work (DeskReminder *self)
{
  self->worked_on = desk_engine_today (self->engine);
  self->worked_until = desk_engine_now (self->engine);
  self->work_at = 0;
  self->working = TRUE;
  call_own (self, DESK_USE_CASE_ADVANCE_CASES);
}

/* Another day, something that rules look at, or the moment one of them waits for. */
static gboolean
has_work (DeskReminder *self)
{
  return desk_engine_get_state (self->engine) != DESK_ENGINE_READ_ONLY
         && (self->worked_on != desk_engine_today (self->engine)
             || (self->work_at > 0 && self->work_at <= desk_engine_now (self->engine)));
}

/* Is something among what changed that a rule looks at? */
static gboolean
touches_rules (DeskChangeSet *changes)
{
  for (int rule = 1; rule < DESK_N_FOLLOW_RULES; rule++)
    if (desk_change_set_touches (changes, desk_follow_rule_kind ((DeskFollowRule) rule)))
      return TRUE;
  return desk_change_set_touches (changes, DESK_KIND_SETTING);
}

static void
on_engine_changed (DeskReminder *self, DeskChangeSet *changes)
{
  if (touches_rules (changes))
    self->worked_on = 0;
  if (self->worked_on == 0 || desk_change_set_touches (changes, DESK_KIND_FOLLOW_UP))
    desk_reminder_check (self);
}

/* Somebody else, nobody, or a locked desk: what stood there is taken away; whoever comes is told their own. */
static void
on_session (DeskReminder *self)
{
  if (desk_engine_get_session (self->engine) != DESK_SESSION_IN)
    forget_all (self);
  if (desk_engine_get_session (self->engine) == DESK_SESSION_OUT)
    set_counts (self, 0, 0, 0);
  else if (desk_engine_get_session (self->engine) == DESK_SESSION_IN)
    self->worked_on = 0;
  desk_reminder_check (self);
}

/* After a sleep or a change of the clock: what fell due meanwhile was missed, and everything is looked at anew. */
static void
on_wake (gboolean jumped, gpointer data)
{
  DeskReminder *self = data;

  if (jumped)
    {
      self->since = desk_engine_now (self->engine);
      self->worked_on = 0;
    }
  desk_reminder_check (self);
}

static void
desk_reminder_dispose (GObject *object)
{
  DeskReminder *self = DESK_REMINDER (object);

  desk_reminder_stop (self);
  g_clear_object (&self->notifier);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->flying, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  G_OBJECT_CLASS (desk_reminder_parent_class)->dispose (object);
}

static void
desk_reminder_class_init (DeskReminderClass *class)
{
  G_OBJECT_CLASS (class)->dispose = desk_reminder_dispose;
  signals[DUE] = g_signal_new ("due", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_PTR_ARRAY, G_TYPE_BOOLEAN);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_reminder_init (DeskReminder *self)
{
  self->cancellable = g_cancellable_new ();
  self->flying = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * desk_reminder_new:
 * @engine: whose follow-ups
 * @notifier: (nullable): who brings them before people's eyes outside the window
 *
 * Begins to look at once. What was to be told before now was missed while the program was off.
 *
 * Returns: (transfer full)
 */
DeskReminder *
desk_reminder_new (DeskEngine *engine, DeskNotifier *notifier)
{
  DeskReminder *self = g_object_new (DESK_TYPE_REMINDER, NULL);

  self->engine = g_object_ref (engine);
  g_set_object (&self->notifier, notifier);
  self->since = desk_engine_now (engine);
  self->timer = desk_wall_timer_new (on_wake, self);
  if (notifier != NULL)
    g_signal_connect_object (notifier, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "changed", G_CALLBACK (on_engine_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "session", G_CALLBACK (on_session), self, G_CONNECT_SWAPPED);
  desk_reminder_check (self);
  return self;
}

/* Ends it: nothing is asked or told any more. What is shown stays; the next run takes it up from the store. */
void
desk_reminder_stop (DeskReminder *reminder)
{
  if (reminder->engine == NULL)
    return;
  g_cancellable_cancel (reminder->cancellable);
  g_clear_pointer (&reminder->timer, desk_wall_timer_free);
  g_signal_handlers_disconnect_by_data (reminder->engine, reminder);
  if (reminder->notifier != NULL)
    g_signal_handlers_disconnect_by_data (reminder->notifier, reminder);
  g_clear_object (&reminder->engine);
}

/* Looks now. Once a day, after a change of what they look at and at their moments, cases and rules do first what they do by
 * themselves: what they make belongs to the same list. */
void
desk_reminder_check (DeskReminder *reminder)
{
  if (reminder->engine == NULL || desk_engine_get_session (reminder->engine) == DESK_SESSION_OUT)
    return;
  if (reminder->working) /* it is asked when they are done */
    return;
  if (has_work (reminder))
    work (reminder);
  else
    ask (reminder);
}

/* Is an answer of the store awaited? For tests, which wait for quiet. */
gboolean
desk_reminder_is_busy (DeskReminder *reminder)
{
  return reminder->pending > 0;
}

/* How many follow-ups of whoever is at the desk are late. */
gint64
desk_reminder_get_late (DeskReminder *reminder)
{
  return reminder->n_late;
}

/* How many more of theirs are due today. */
gint64
desk_reminder_get_today (DeskReminder *reminder)
{
  return reminder->n_today;
}

/* How many wait for whoever is at the desk to accept them. */
gint64
desk_reminder_get_waiting (DeskReminder *reminder)
{
  return reminder->n_waiting;
}

/* How often the timer has woken the program. */
guint
desk_reminder_get_wakes (DeskReminder *reminder)
{
  return reminder->timer != NULL ? desk_wall_timer_get_wakes (reminder->timer) : 0;
}
