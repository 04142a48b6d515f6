/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-engine-private.h"

#include <sys/stat.h>

#include "desk-error.h"
#include "desk-service-private.h"

#define WAL_LIMIT (64 * 1024 * 1024)

enum
{
  CHANGED,
  STATE,
  SESSION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskEngine, desk_engine, G_TYPE_OBJECT)

/* Something for the main context, with the engine alive. */
typedef struct
{
  DeskEngine *engine;
  DeskChangeSet *changes; /* (nullable) */
  GTimeZone *zone;        /* (nullable) */
  DeskWho *who;           /* (nullable) */
  gboolean damaged;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->engine);
  g_clear_pointer (&news->changes, desk_change_set_unref);
  g_clear_pointer (&news->zone, g_time_zone_unref);
  g_clear_pointer (&news->who, desk_who_free);
  g_free (news);
}

static gboolean
deliver (gpointer data)
{
  News *news = data;
  DeskEngine *self = news->engine;

  if (news->zone != NULL)
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = g_steal_pointer (&news->zone);
    }
  if (news->who != NULL)
    desk_engine_take_who (self, g_steal_pointer (&news->who));
  if (news->changes != NULL)
    {
      if (desk_change_set_touches (news->changes, DESK_KIND_STAFF)
          || desk_change_set_touches (news->changes, DESK_KIND_STAFF_SCOPE)
          || desk_change_set_touches (news->changes, DESK_KIND_SETTING)
          || desk_change_set_touches (news->changes, DESK_KIND_RIGHT_CHANGE))
        desk_engine_refresh_session (self);
      g_signal_emit (self, signals[CHANGED], 0, news->changes);
    }
  if (news->damaged && self->state != DESK_ENGINE_DAMAGED)
    {
      self->state = DESK_ENGINE_DAMAGED;
      g_signal_emit (self, signals[STATE], 0, (int) self->state);
    }
  return G_SOURCE_REMOVE;
}

/* Hands @news to the main context, before the answers that come after it. */
static void
send (News *news)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, news, news_free);
  g_source_attach (source, news->engine->context);
  g_source_unref (source);
}

/* On a connection's thread: hands what it found to the main context. @who: (transfer full). */
void
desk_engine_tell_who (DeskEngine *self, DeskWho *who)
{
  News *news = g_new0 (News, 1);

  news->engine = g_object_ref (self);
  news->who = who;
  send (news);
}

/* On a connection's thread: the store is not sound. */
void
desk_engine_tell_damaged (DeskEngine *self)
{
  News *news = g_new0 (News, 1);

  news->engine = g_object_ref (self);
  news->damaged = TRUE;
  send (news);
}

/* On the main context: who is at the desk, or what they may do, is another. */
void
desk_engine_emit_session (DeskEngine *self)
{
  g_signal_emit (self, signals[SESSION], 0);
}

/* On a reader's thread, before every read: days begin where the writer's last commit says. */
static void
follow_store (DeskService *service, gpointer data)
{
  DeskEngine *self = data;
  gint serial = g_atomic_int_get (&self->store_serial);

  if (service->store_serial == serial)
    return;
  service->has_matrix = FALSE;
  if (desk_service_reload_zone (service, NULL))
    service->store_serial = serial;
}

/* On the writer's thread, after a commit. */
static void
on_commit (DeskChangeSet *changes, gpointer data)
{
  DeskEngine *self = data;
  News *news = g_new0 (News, 1);

  news->engine = g_object_ref (self);
  news->changes = desk_change_set_ref (changes);
  if (desk_change_set_touches (changes, DESK_KIND_SETTING))
    {
      desk_service_reload_zone (self->writing, NULL);
      news->zone = g_time_zone_ref (desk_service_zone (self->writing));
      g_atomic_int_inc (&self->store_serial);
    }
  if (desk_change_set_touches (changes, DESK_KIND_RIGHT_CHANGE))
    g_atomic_int_inc (&self->store_serial);
  send (news);
}

static DeskService *
open_writer (gpointer data, GError **error)
{
  DeskEngine *self = data;
  DeskService *service = desk_service_open (self->path, self->mode, self->clock, error);

  if (service == NULL)
    return NULL;
  self->writing = service;
  desk_service_set_commit_func (service, on_commit, self);
  if (!desk_engine_begin_session (self, service, error))
    {
      desk_service_close (service);
      return NULL;
    }
  self->zone = g_time_zone_ref (desk_service_zone (service));
  return service;
}

static DeskService *
open_reader (gpointer data, GError **error)
{
  DeskEngine *self = data;
  DeskService *service = desk_service_open (self->path, DESK_OPEN_READ, self->clock, error);

  if (service == NULL || self->actor != NULL)
    return service;
  if (!desk_engine_begin_session (self, service, error))
    {
      desk_service_close (service);
      return NULL;
    }
  self->zone = g_time_zone_ref (desk_service_zone (service));
  return service;
}

/* The writer's idle time: the log goes into the store. Below the limit it waits for idle; nothing waits for it. */
static gboolean
checkpoint_when_idle (DeskService *service, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!desk_db_checkpoint (service->db, FALSE, NULL, &error))
    g_warning ("checkpoint: %s", error->message);
  return FALSE;
}

/* After a write, when the log has grown beyond its limit. */
static void
checkpoint_when_large (DeskService *service, gpointer data)
{
  g_autofree char *wal = g_strconcat (desk_service_path (service), "-wal", NULL);
  struct stat st;

  if (stat (wal, &st) == 0 && st.st_size > WAL_LIMIT)
    checkpoint_when_idle (service, NULL);
}

/* What was erased shall not lie in the log until the next quiet moment. */
static void
checkpoint_and_cut (DeskService *service, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!desk_db_checkpoint (service->db, TRUE, NULL, &error))
    g_warning ("checkpoint: %s", error->message);
}

static const DeskWorkerFuncs writer_funcs = { open_writer, NULL, checkpoint_when_idle };
static const DeskWorkerFuncs reader_funcs = { open_reader, follow_store, desk_engine_check_when_idle };
static const DeskWorkerFuncs runner_funcs = { open_reader, follow_store, NULL };

static gboolean
open_workers (DeskEngine *self, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self->mode != DESK_OPEN_READ)
    self->writer = desk_worker_new ("desk-writer", self->writes, &writer_funcs, self, &local);
  if (self->writer == NULL && local != NULL && !g_error_matches (local, DESK_ERROR, DESK_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->writer == NULL)
    self->state = DESK_ENGINE_READ_ONLY;
  for (int i = 0; i < N_READERS; i++)
    {
      self->readers[i] = desk_worker_new ("desk-reader", self->reads, &reader_funcs, self, error);
      if (self->readers[i] == NULL)
        return FALSE;
    }
  self->runner = desk_worker_new ("desk-runner", self->longs, &runner_funcs, self, error);
  if (self->runner == NULL)
    return FALSE;
  if (self->writer != NULL)
    self->drafts = desk_drafts_new (self->path, self->clock);
  return TRUE;
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  DeskEngine *self = data;
  GError *error = NULL;

  if (open_workers (self, &error))
    {
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
      return;
    }
  desk_engine_close (self);
  g_task_return_error (task, error);
}

/**
 * desk_engine_open_async:
 * @path: the store
 * @mode: to write (falls back to reading where the place cannot be written), to read, or to make a new one
 * @clock: where now comes from
 * @callback: called on the thread-default context of the caller, on which the signals come too
 */
void
desk_engine_open_async (const char *path, DeskOpenMode mode, DeskClock *clock, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  DeskEngine *self = g_object_new (DESK_TYPE_ENGINE, NULL);

  self->path = g_strdup (path);
  self->mode = mode;
  self->clock = desk_clock_ref (clock);
  self->context = g_main_context_ref_thread_default ();
  self->writes = desk_job_queue_new ();
  self->reads = desk_job_queue_new ();
  self->longs = desk_job_queue_new ();
  g_task_set_source_tag (task, desk_engine_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

/* Returns: (transfer full) (nullable): the engine; errors as of desk_service_open(). */
DeskEngine *
desk_engine_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Ends the threads: writes that are queued are carried out first, reads that wait or run are answered with CANCELLED.
 * Waits for that; a call that comes afterwards is answered with CANCELLED, too. */
void
desk_engine_close (DeskEngine *engine)
{
  engine->closed = TRUE;
  g_clear_pointer (&engine->drafts, desk_drafts_free);
  desk_job_queue_cancel (engine->reads);
  desk_job_queue_cancel (engine->longs);
  for (guint i = 0; i < engine->long_calls->len; i++)
    g_cancellable_cancel (engine->long_calls->pdata[i]);
  for (int i = 0; i < N_READERS; i++)
    if (engine->readers[i] != NULL)
      desk_worker_interrupt (engine->readers[i]);
  if (engine->runner != NULL)
    desk_worker_interrupt (engine->runner);
  for (int i = 0; i < N_READERS; i++)
    if (engine->readers[i] != NULL)
      desk_worker_tell_quit (engine->readers[i]);
  if (engine->runner != NULL)
    desk_worker_tell_quit (engine->runner);
  g_clear_pointer (&engine->runner, desk_worker_free);
  for (int i = 0; i < N_READERS; i++)
    g_clear_pointer (&engine->readers[i], desk_worker_free);
  if (engine->writer != NULL)
    desk_worker_tell_quit (engine->writer);
  g_clear_pointer (&engine->writer, desk_worker_free);
}

/* The threads end while the engine can still be referred to. */
static void
desk_engine_dispose (GObject *object)
{
  DeskEngine *self = DESK_ENGINE (object);

  if (self->reads != NULL)
    desk_engine_close (self);
  G_OBJECT_CLASS (desk_engine_parent_class)->dispose (object);
}

static void
desk_engine_finalize (GObject *object)
{
  DeskEngine *self = DESK_ENGINE (object);

  g_clear_pointer (&self->writes, g_async_queue_unref);
  g_clear_pointer (&self->reads, g_async_queue_unref);
  g_clear_pointer (&self->longs, g_async_queue_unref);
  g_clear_pointer (&self->long_calls, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->clock, desk_clock_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  desk_actor_free (self->actor);
  g_free (self->path);
  G_OBJECT_CLASS (desk_engine_parent_class)->finalize (object);
}

static void
desk_engine_class_init (DeskEngineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = desk_engine_dispose;
  object_class->finalize = desk_engine_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, desk_change_set_get_type ());
  signals[STATE] = g_signal_new ("state", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SESSION] = g_signal_new ("session", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_engine_init (DeskEngine *self)
{
  self->long_calls = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: (transfer none): where the store lies. */
const char *
desk_engine_get_path (DeskEngine *engine)
{
  return engine->path;
}

/* The lasting state the store is in; the signal "state" tells when it changes. */
DeskEngineState
desk_engine_get_state (DeskEngine *engine)
{
  return engine->state;
}

/* Returns: (transfer none): the store's zone. */
GTimeZone *
desk_engine_get_zone (DeskEngine *engine)
{
  return engine->zone;
}

/* Returns: Unix seconds of the engine's clock. */
gint64
desk_engine_now (DeskEngine *engine)
{
  return desk_clock_now (engine->clock);
}

/* Returns: today in the store's zone. */
DeskDay
desk_engine_today (DeskEngine *engine)
{
  return desk_day_of_time (desk_clock_now (engine->clock), engine->zone);
}

/* Returns: (transfer none) (nullable): what is typed and not saved; NULL where nothing can be written. */
DeskDrafts *
desk_engine_get_drafts (DeskEngine *engine)
{
  return engine->drafts;
}

/* How many writes wait or run: closing the window waits for them. */
guint
desk_engine_get_pending_writes (DeskEngine *engine)
{
  return engine->pending_writes;
}

static void
on_write_completed (GTask *task, GParamSpec *pspec, DeskEngine *self)
{
  self->pending_writes--;
}

/* A long read whose caller can stop it is stopped by the engine's end, too. */
static void
on_long_completed (GTask *task, GParamSpec *pspec, DeskEngine *self)
{
  g_ptr_array_remove_fast (self->long_calls, g_task_get_cancellable (task));
}

static void
follow (DeskEngine *self, GTask *task, DeskMode mode, gboolean is_write)
{
  if (is_write)
    {
      /* A write's answer is never swapped for "cancelled": what is saved is said. */
      g_task_set_check_cancellable (task, FALSE);
      self->pending_writes++;
      g_signal_connect_object (task, "notify::completed", G_CALLBACK (on_write_completed), self, 0);
    }
  else if (mode == DESK_MODE_LONG && g_task_get_cancellable (task) != NULL)
    {
      g_ptr_array_add (self->long_calls, g_object_ref (g_task_get_cancellable (task)));
      g_signal_connect_object (task, "notify::completed", G_CALLBACK (on_long_completed), self, 0);
    }
}

/* Answers a call that is not carried out. */
static void
turn_away (GTask *task, DeskUseCase use_case, gpointer input, DeskErrorCode code, DeskProblemCode problem)
{
  GError *error = NULL;

  desk_use_case_free_input (use_case, input);
  desk_error_set (&error, code, problem, NULL, NULL);
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Does it wait for somebody to sign in? What the program does by itself goes on behind a locked desk. */
static gboolean
needs_somebody (DeskEngine *self, DeskUseCase use_case)
{
  if (self->session == DESK_SESSION_IN || desk_use_case_mode (use_case) != DESK_MODE_WRITE
      || desk_use_case_right (use_case) == DESK_RIGHT_ENTER)
    return FALSE;
  return self->session == DESK_SESSION_OUT
         || (use_case != DESK_USE_CASE_ADVANCE_CASES && use_case != DESK_USE_CASE_APPLY_FOLLOW_RULES);
}

/* On behalf of @actor: of desk_engine_call_async(), and of the sign-in, where somebody says who they are. */
void
desk_engine_call_as (DeskEngine *engine, const DeskActor *actor, DeskUseCase use_case, gpointer input,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  DeskMode mode = desk_use_case_mode (use_case);
  gboolean is_write = mode == DESK_MODE_WRITE && engine->writer != NULL;
  GTask *task = g_task_new (engine, cancellable, callback, data);

  g_task_set_source_tag (task, desk_engine_call_async);
  g_task_set_task_data (task, GINT_TO_POINTER (use_case), NULL);
  if (engine->closed)
    {
      turn_away (task, use_case, input, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED);
      return;
    }
  if (needs_somebody (engine, use_case))
    {
      turn_away (task, use_case, input, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_SIGN_IN_FIRST);
      return;
    }
  follow (engine, task, mode, is_write);
  g_async_queue_push (is_write ? engine->writes : mode == DESK_MODE_LONG ? engine->longs : engine->reads,
                      desk_job_new_call (use_case, input, actor, task));
  if (is_write)
    g_async_queue_push (engine->writes, desk_job_new_func (use_case == DESK_USE_CASE_ERASE_PERSON ? checkpoint_and_cut
                                                                                                  : checkpoint_when_large,
                                                           NULL));
}

/**
 * desk_engine_call_async:
 * @use_case: what to do
 * @input: (transfer full): its input, made by its desk_…_input_new()
 * @cancellable: (nullable): a cancelled read is skipped or its answer dropped; a write that has begun is not
 * @callback: called on the context of the caller
 *
 * Runs the use case on the writer's or a reader's thread on behalf of the engine's actor. While the desk is locked or
 * nobody signed in, writes are turned away with FORBIDDEN, except what the program does by itself behind a locked desk.
 */
void
desk_engine_call_async (DeskEngine *engine, DeskUseCase use_case, gpointer input, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  desk_engine_call_as (engine, engine->actor, use_case, input, cancellable, callback, data);
}

/* Returns: (transfer full) (nullable): the result, freed by desk_use_case_free_result(). */
gpointer
desk_engine_call_finish (DeskEngine *engine, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &local);

  if (g_error_matches (local, DESK_ERROR, DESK_ERROR_FORBIDDEN))
    desk_engine_note_refused_read (engine, desk_engine_call_get_use_case (result), local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return desk_worker_take_result (answer);
}

/* The use case the call was made for, inside its callback. */
DeskUseCase
desk_engine_call_get_use_case (GAsyncResult *result)
{
  return (DeskUseCase) GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));
}
