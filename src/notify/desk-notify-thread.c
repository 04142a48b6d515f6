/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notify-private.h"

/* How soon a service that is gone or mute is tried again: each time longer, and never without something to show. */
#define FIRST_RETRY 5
#define LAST_RETRY 600
#define STOP_WAIT (G_TIME_SPAN_SECOND)

struct _DeskNotifyThread
{
  DeskNotifyFuncs funcs;
  gpointer data;
  GMainContext *home; /* where the funcs are called */
  GMainContext *context;
  GMainLoop *loop;

  GMutex lock;
  GCond ended_cond;
  GPtrArray *wanted; /* under lock: DeskNotifyCard */
  gboolean changed;  /* under lock: since the last pass took it */
  gboolean quit;     /* under lock */
  gboolean ended;    /* under lock */
  gint refs;

  /* The thread's own */
  DeskNotifyService service;
  GHashTable *standing; /* gint64 id → Standing */
  GHashTable *closed;   /* gint64 id → serial, of what was closed until home has heard of it */
  GSource *retry;
  guint retry_after;
  gboolean watched; /* the bus has said who is there */
};

/* One notification as the service has it. */
typedef struct
{
  DeskNotifyThread *thread; /* borrowed */
  NotifyNotification *notification;
  DeskNotifyCard *card;
} Standing;

static void pass (DeskNotifyThread *thread);

static DeskNotifyThread *
thread_ref (DeskNotifyThread *thread)
{
  g_atomic_int_inc (&thread->refs);
  return thread;
}

static void
thread_unref (gpointer data)
{
  DeskNotifyThread *thread = data;

  if (!g_atomic_int_dec_and_test (&thread->refs))
    return;
  g_main_loop_unref (thread->loop);
  g_main_context_unref (thread->context);
  g_main_context_unref (thread->home);
  g_ptr_array_unref (thread->wanted);
  g_mutex_clear (&thread->lock);
  g_cond_clear (&thread->ended_cond);
  g_free (thread);
}

/* Telling home */

typedef enum
{
  SHOWN,
  CLOSED,
  ANSWERED,
} NewsType;

typedef struct
{
  DeskNotifyThread *thread;
  NewsType type;
  gint64 id;
  guint serial;
  DeskAlertAct act;
  char *token;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  thread_unref (news->thread);
  g_free (news->token);
  g_free (news);
}

static gboolean
on_news_cb (gpointer data)
{
  const News *news = data;
  DeskNotifyThread *thread = news->thread;

  if (thread->data == NULL)
    return G_SOURCE_REMOVE; /* stopped meanwhile */
  if (news->type == SHOWN)
    thread->funcs.shown (news->id, news->serial, thread->data);
  else if (news->type == CLOSED)
    thread->funcs.closed (news->id, news->serial, thread->data);
  else
    thread->funcs.answered (news->id, news->act, news->token, thread->data);
  return G_SOURCE_REMOVE;
}

static void
tell (DeskNotifyThread *thread, NewsType type, const DeskNotifyCard *card, DeskAlertAct act, const char *token)
{
  News *news = g_new (News, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  *news = (News){ thread_ref (thread), type, card->id, card->serial, act, g_strdup (token) };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_news_cb, news, news_free);
  g_source_attach (source, thread->home);
}

/* What stands */

static void
standing_free (gpointer data)
{
  Standing *standing = data;

  g_signal_handlers_disconnect_by_data (standing->notification, standing);
  g_object_unref (standing->notification);
  g_clear_pointer (&standing->card, desk_notify_card_unref);
  g_free (standing);
}

static void
on_closed_cb (NotifyNotification *notification, gpointer user_data)
{
  Standing *standing = user_data;
  gint64 id = standing->card->id;

  tell (standing->thread, CLOSED, standing->card, 0, NULL);
  g_hash_table_replace (standing->thread->closed, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (standing->card->serial));
  g_hash_table_remove (standing->thread->standing, &id);
}

static void
on_answered_cb (NotifyNotification *notification, char *key, gpointer user_data)
{
  Standing *standing = user_data;

  tell (standing->thread, ANSWERED, standing->card, desk_notify_service_act (key),
        notify_notification_get_activation_token (notification));
}

static Standing *
standing_new (DeskNotifyThread *thread, const DeskNotifyCard *card)
{
  Standing *standing = g_new0 (Standing, 1);

  standing->thread = thread;
  standing->notification = notify_notification_new (card->summary, NULL, NULL);
  g_signal_connect (standing->notification, "closed", G_CALLBACK (on_closed_cb), standing);
  return standing;
}

/* Shows @card, in the place of the one with its id. */
static DeskNotifyFate
put_up (DeskNotifyThread *thread, DeskNotifyCard *card)
{
  Standing *standing = g_hash_table_lookup (thread->standing, &card->id);
  g_autoptr (GError) error = NULL;

  if (standing == NULL)
    standing = standing_new (thread, card);
  else
    g_hash_table_steal (thread->standing, &card->id);
  desk_notify_service_fill (&thread->service, standing->notification, card, on_answered_cb, standing);
  if (!notify_notification_show (standing->notification, &error))
    {
      DeskNotifyFate fate = desk_notify_service_fate (error);

      /* One that stands is known by its number: kept, so that it is replaced and not doubled when the service wakes up. */
      if (fate == DESK_NOTIFY_MUTE && standing->card != NULL)
        g_hash_table_replace (thread->standing, &standing->card->id, standing);
      else
        standing_free (standing);
      return fate;
    }
  g_clear_pointer (&standing->card, desk_notify_card_unref);
  standing->card = g_atomic_rc_box_acquire (card);
  g_hash_table_replace (thread->standing, &standing->card->id, standing);
  tell (thread, SHOWN, card, 0, NULL);
  return DESK_NOTIFY_OK;
}

static DeskNotifyFate
take_down (DeskNotifyThread *thread, gint64 id)
{
  Standing *standing = g_hash_table_lookup (thread->standing, &id);
  g_autoptr (NotifyNotification) notification = g_object_ref (standing->notification);
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (thread->standing, &id);
  /* One that the service does not know any more is gone, too. */
  if (notify_notification_close (notification, &error) || desk_notify_service_fate (error) != DESK_NOTIFY_MUTE)
    return DESK_NOTIFY_OK;
  return DESK_NOTIFY_MUTE;
}

/* Passes */

static const DeskNotifyCard *
find (GPtrArray *cards, gint64 id)
{
  for (guint i = 0; i < cards->len; i++)
    if (((DeskNotifyCard *) cards->pdata[i])->id == id)
      return cards->pdata[i];
  return NULL;
}

static GPtrArray *
take_wanted (DeskNotifyThread *thread)
{
  GPtrArray *wanted;

  g_mutex_lock (&thread->lock);
  wanted = g_ptr_array_ref (thread->wanted);
  thread->changed = FALSE;
  g_mutex_unlock (&thread->lock);
  return wanted;
}

/* Whether something else is wanted by now, so that going on with the old is idle. */
static gboolean
is_overtaken (DeskNotifyThread *thread)
{
  gboolean overtaken;

  g_mutex_lock (&thread->lock);
  overtaken = thread->changed || thread->quit;
  g_mutex_unlock (&thread->lock);
  return overtaken;
}

static DeskNotifyFate
take_down_others (DeskNotifyThread *thread, GPtrArray *wanted)
{
  g_autofree gint64 **ids = (gint64 **) g_hash_table_get_keys_as_array (thread->standing, NULL);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskNotifyFate fate = DESK_NOTIFY_OK;

  for (guint i = 0; ids[i] != NULL; i++)
    if (find (wanted, *ids[i]) == NULL)
      g_array_append_val (gone, *ids[i]);
  for (guint i = 0; i < gone->len && fate == DESK_NOTIFY_OK; i++)
    fate = take_down (thread, g_array_index (gone, gint64, i));
  return fate;
}

/* Whether a person or its time has closed what @card says: home does not know it yet, and nobody wants it again. */
static gboolean
is_closed (DeskNotifyThread *thread, const DeskNotifyCard *card)
{
  gpointer serial;

  return g_hash_table_lookup_extended (thread->closed, &card->id, NULL, &serial)
         && GPOINTER_TO_UINT (serial) >= card->serial;
}

static gboolean
is_heard (gpointer key, gpointer value, gpointer wanted)
{
  return find (wanted, *(const gint64 *) key) == NULL;
}

static DeskNotifyFate
put_up_wanted (DeskNotifyThread *thread, GPtrArray *wanted)
{
  DeskNotifyFate fate = DESK_NOTIFY_OK;

  for (guint i = 0; i < wanted->len && fate == DESK_NOTIFY_OK && !is_overtaken (thread); i++)
    {
      DeskNotifyCard *card = wanted->pdata[i];
      const Standing *standing = g_hash_table_lookup (thread->standing, &card->id);

      if (is_closed (thread, card))
        continue;
      if (standing == NULL || !desk_notify_card_equal (standing->card, card))
        fate = put_up (thread, card);
    }
  return fate;
}

static gboolean
on_retry_cb (gpointer data)
{
  DeskNotifyThread *thread = data;

  g_clear_pointer (&thread->retry, g_source_unref);
  pass (thread);
  return G_SOURCE_REMOVE;
}

static void
cancel_retry (DeskNotifyThread *thread)
{
  if (thread->retry != NULL)
    g_source_destroy (thread->retry);
  g_clear_pointer (&thread->retry, g_source_unref);
}

static void
retry_later (DeskNotifyThread *thread)
{
  cancel_retry (thread);
  thread->retry = g_timeout_source_new_seconds (thread->retry_after);
  thread->retry_after = MIN (thread->retry_after * 4, LAST_RETRY);
  g_source_set_callback (thread->retry, on_retry_cb, thread, NULL);
  g_source_attach (thread->retry, thread->context);
}

/* Nobody can show them: they count as said, because the bell counts them anyway. Should a service come, it gets them. */
static void
say_absent (DeskNotifyThread *thread, GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    tell (thread, SHOWN, wanted->pdata[i], 0, NULL);
}

/* Brings what stands in step with what is wanted. */
static void
pass (DeskNotifyThread *thread)
{
  g_autoptr (GPtrArray) wanted = NULL;
  DeskNotifyFate fate = DESK_NOTIFY_OK;

  if (!thread->watched)
    return;
  cancel_retry (thread);
  wanted = take_wanted (thread);
  g_hash_table_foreach_remove (thread->closed, is_heard, wanted);
  if (wanted->len > 0 || g_hash_table_size (thread->standing) > 0)
    {
      fate = desk_notify_service_reach (&thread->service);
      if (fate == DESK_NOTIFY_OK)
        fate = take_down_others (thread, wanted);
      if (fate == DESK_NOTIFY_OK)
        fate = put_up_wanted (thread, wanted);
    }
  if (fate != DESK_NOTIFY_OK)
    retry_later (thread);
  if (fate == DESK_NOTIFY_ABSENT)
    say_absent (thread, wanted);
}

static gboolean
on_pass_cb (gpointer data)
{
  DeskNotifyThread *thread = data;

  if (!is_overtaken (thread))
    return G_SOURCE_REMOVE;
  thread->retry_after = FIRST_RETRY;
  pass (thread);
  return G_SOURCE_REMOVE;
}

/* The service comes and goes: what it showed goes with it, and the next one gets what is wanted by then. */

static void
on_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  DeskNotifyThread *thread = user_data;

  thread->watched = TRUE;
  if (g_strcmp0 (thread->service.owner, owner) != 0)
    {
      desk_notify_service_forget (&thread->service, owner);
      g_hash_table_remove_all (thread->standing);
      thread->retry_after = FIRST_RETRY;
    }
  pass (thread);
}

static void
on_vanished_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  DeskNotifyThread *thread = user_data;
  g_autoptr (GPtrArray) wanted = NULL;

  if (!thread->watched)
    {
      thread->watched = TRUE;
      pass (thread);
      return;
    }
  desk_notify_service_forget (&thread->service, NULL);
  g_hash_table_remove_all (thread->standing);
  wanted = take_wanted (thread);
  if (wanted->len > 0)
    retry_later (thread);
}

/* The thread */

static void
take_all_down (DeskNotifyThread *thread)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  if (g_hash_table_size (thread->standing) > 0)
    take_down_others (thread, nothing);
}

static gpointer
run (gpointer data)
{
  DeskNotifyThread *thread = data;
  guint watch;

  g_main_context_push_thread_default (thread->context);
  notify_init ("Frontdesk"); /* its connection belongs to this context from now on */
  thread->standing = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, standing_free);
  thread->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  watch = g_bus_watch_name (G_BUS_TYPE_SESSION, DESK_NOTIFY_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, on_appeared_cb,
                            on_vanished_cb, thread, NULL);
  g_main_loop_run (thread->loop);
  cancel_retry (thread);
  g_bus_unwatch_name (watch);
  take_all_down (thread);
  g_clear_pointer (&thread->standing, g_hash_table_unref);
  g_clear_pointer (&thread->closed, g_hash_table_unref);
  desk_notify_service_forget (&thread->service, NULL);
  notify_uninit ();
  while (g_main_context_iteration (thread->context, FALSE))
    continue; /* what GDBus let go of is freed here or nowhere */
  g_main_context_pop_thread_default (thread->context);

  g_mutex_lock (&thread->lock);
  thread->ended = TRUE;
  g_cond_signal (&thread->ended_cond);
  g_mutex_unlock (&thread->lock);
  thread_unref (thread);
  return NULL;
}

/* Starts the thread; nothing is asked of any service before there is something to show. */
DeskNotifyThread *
desk_notify_thread_new (const DeskNotifyFuncs *funcs, gpointer data)
{
  DeskNotifyThread *thread = g_new0 (DeskNotifyThread, 1);

  thread->refs = 1;
  thread->funcs = *funcs;
  thread->data = data;
  thread->home = g_main_context_ref_thread_default ();
  thread->context = g_main_context_new ();
  thread->loop = g_main_loop_new (thread->context, FALSE);
  thread->wanted = g_ptr_array_new_with_free_func (desk_notify_card_unref);
  thread->retry_after = FIRST_RETRY;
  g_mutex_init (&thread->lock);
  g_cond_init (&thread->ended_cond);
  g_thread_unref (g_thread_new ("notify", run, thread_ref (thread)));
  return thread;
}

static void
wake (DeskNotifyThread *thread, GSourceFunc func)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, thread_ref (thread), thread_unref);
  g_source_attach (source, thread->context);
}

/* What is to stand from now on. @cards: (transfer full) (element-type DeskNotifyCard) */
void
desk_notify_thread_set (DeskNotifyThread *thread, GPtrArray *cards)
{
  g_autoptr (GPtrArray) old = NULL;

  g_mutex_lock (&thread->lock);
  old = thread->wanted;
  thread->wanted = cards;
  thread->changed = TRUE;
  g_mutex_unlock (&thread->lock);
  wake (thread, on_pass_cb);
}

static gboolean
on_quit_cb (gpointer data)
{
  g_main_loop_quit (((DeskNotifyThread *) data)->loop);
  return G_SOURCE_REMOVE;
}

/* Takes everything down and ends the thread. A service that does not answer is left behind after a moment; nothing is told
 * home any more. */
void
desk_notify_thread_stop (DeskNotifyThread *thread)
{
  gint64 until = g_get_monotonic_time () + STOP_WAIT;

  thread->data = NULL;
  g_mutex_lock (&thread->lock);
  thread->quit = TRUE;
  g_mutex_unlock (&thread->lock);
  wake (thread, on_quit_cb);
  g_mutex_lock (&thread->lock);
  while (!thread->ended && g_cond_wait_until (&thread->ended_cond, &thread->lock, until))
    continue;
  g_mutex_unlock (&thread->lock);
  thread_unref (thread);
}
