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
  gint64 n_waiting;
  DeskDay ruled; /* the day the rules were applied on last */
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

static void apply_rules (DeskReminder *self);

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

/* The next time to look: something is due, or another day begins for the rules. The timer counts by the real clock, also
 * where the engine's stands still. */
static void
wait_for (DeskReminder *self, gint64 next_at)
{
  gint64 now = desk_engine_now (self->engine);
  gint64 tomorrow = desk_day_start (desk_day_add (desk_engine_today (self->engine), 1), desk_engine_get_zone (self->engine));
  gint64 until = next_at > 0 ? MIN (next_at, tomorrow) : tomorrow;

  desk_wall_timer_set (self->timer, g_get_real_time () / G_USEC_PER_SEC + MAX (until - now, 1));
}

static void
set_counts (DeskReminder *self, gint64 n_late, gint64 n_waiting)
{
  if (self->n_late == n_late && self->n_waiting == n_waiting)
    return;
  self->n_late = n_late;
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
      set_counts (self, due->n_late, due->n_waiting);
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
  desk_engine_call_async (self->engine, DESK_USE_CASE_LIST_DUE, desk_due_input_new (shown), self->cancellable, on_due_cb,
                          g_object_ref (self));
}

static void
on_ruled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskReminder) self = data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL && !g_error_matches (error, DESK_ERROR, DESK_ERROR_READ_ONLY))
    say_failure ("the rules for follow-ups", error);
  if (answered (self) && saved != NULL && saved->count > 0)
    apply_rules (self);
  else if (self->engine != NULL)
    ask (self);
  desk_use_case_free_result (DESK_USE_CASE_APPLY_FOLLOW_RULES, saved);
}

/* Lets the rules look, again until they find nothing; then asks what is due. */
static void
apply_rules (DeskReminder *self)
{
  self->ruled = desk_engine_today (self->engine);
  self->pending++;
  desk_engine_call_async (self->engine, DESK_USE_CASE_APPLY_FOLLOW_RULES, desk_get_input_new (DESK_KIND_NONE, 0, 0),
                          NULL, on_ruled_cb, g_object_ref (self));
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
    self->ruled = 0;
  if (self->ruled == 0 || desk_change_set_touches (changes, DESK_KIND_FOLLOW_UP))
    desk_reminder_check (self);
}

/* Somebody else, nobody, or a locked desk: what stood there is taken away; whoever comes is told their own. */
static void
on_session (DeskReminder *self)
{
  if (desk_engine_get_session (self->engine) != DESK_SESSION_IN)
    forget_all (self);
  if (desk_engine_get_session (self->engine) == DESK_SESSION_OUT)
    set_counts (self, 0, 0);
  desk_reminder_check (self);
}

/* After a sleep or a change of the clock: what fell due meanwhile was missed. */
static void
on_wake (gboolean jumped, gpointer data)
{
  DeskReminder *self = data;

  if (jumped)
    self->since = desk_engine_now (self->engine);
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

/* Looks now. Once a day, and after a change of what they look at, the rules look first: what they make belongs to the
 * same list. */
void
desk_reminder_check (DeskReminder *reminder)
{
  if (reminder->engine == NULL || desk_engine_get_session (reminder->engine) == DESK_SESSION_OUT)
    return;
  if (reminder->ruled != desk_engine_today (reminder->engine)
      && desk_engine_get_state (reminder->engine) != DESK_ENGINE_READ_ONLY)
    apply_rules (reminder);
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
