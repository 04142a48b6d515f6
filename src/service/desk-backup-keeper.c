/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup-keeper.h"

#include "desk-backup-ending.h"
#include "desk-engine-private.h"
#include "desk-error.h"
#include "desk-service-private.h"

#define FIRST_LOOK 90 /* seconds after the start, which is somebody else's */
#define LOOK 60
#define PATIENCE (G_TIME_SPAN_SECOND * 15) /* with a disk that hangs, before the program ends without it */
#define DAY_END 4                          /* times as long: that one is wanted, and a large store takes its time to prove */

struct _DeskBackupKeeper
{
  GObject parent_instance;

  DeskEngine *engine;
  DeskBackupHealth health;
  GCancellable *cancellable; /* of all that runs */
  DeskBackupEnding *ending;  /* (nullable): of the one that runs */
  gint64 patience;           /* microseconds */
  int *n_looks;              /* atomic, in a counted box: looks where backups go that have not come back */
  guint source;
  gboolean looking;
  gboolean closed;
};

enum
{
  HEALTH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskBackupKeeper, desk_backup_keeper, G_TYPE_OBJECT)

/* One backup on its way through the threads. It belongs to one of them at a time. */
typedef struct
{
  DeskBackupKeeper *keeper; /* owned; used on the main thread alone */
  GAsyncQueue *writes;
  GTask *task;
  DeskActor *actor;         /* (nullable): NULL: the program itself */
  DeskBackupPlan *plan;     /* (nullable): NULL: the store's settings */
  gboolean looked;          /* where it goes */
  DeskBackup *backup;
  GCancellable *cancellable;
  gulong chained;
  GError *error;
  DeskBackupDone *done;
} Run;

static void
emit (DeskBackupKeeper *self)
{
  if (!self->closed)
    g_signal_emit (self, signals[HEALTH], 0);
}

/* The end of a run, on the main thread */

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (saved == NULL)
    g_info ("backup: %s", error->message);
  else
    desk_use_case_free_result (DESK_USE_CASE_NOTE_BACKUP, saved);
}

/* A file that somebody takes along is told in the trail. */
static void
note_file (Run *run)
{
  const DeskBackupInfo *info = run->done->info;

  if (run->plan->file != NULL && run->actor != NULL && !run->keeper->closed)
    desk_engine_call_async (run->keeper->engine, DESK_USE_CASE_NOTE_BACKUP,
                            desk_backup_note_input_new (NULL, info->at, info->sealed), NULL, on_noted_cb, NULL);
}

/* What its thread gave, where it got that far; one that was left behind at the end gives nothing any more. */
static void
take_ending (Run *run)
{
  DeskBackupKeeper *self = run->keeper;

  if (self->ending != NULL)
    run->done = desk_backup_ending_take (self->ending, &run->error);
  else if (run->error == NULL)
    desk_error_set (&run->error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  g_clear_pointer (&self->ending, desk_backup_ending_unref);
}

static gboolean
end_run (gpointer data)
{
  Run *run = data;
  DeskBackupKeeper *self = run->keeper;

  take_ending (run);
  self->health.running = FALSE;
  self->health.percent = 0;
  g_clear_error (&self->health.error);
  if (run->error != NULL && !g_error_matches (run->error, DESK_ERROR, DESK_ERROR_CANCELLED))
    self->health.error = g_error_copy (run->error);
  if (run->error != NULL)
    g_task_return_error (run->task, g_steal_pointer (&run->error));
  else
    {
      note_file (run);
      g_task_return_pointer (run->task, g_steal_pointer (&run->done), desk_backup_done_free);
    }
  emit (self);
  if (!self->closed)
    desk_backup_keeper_look (self);
  return G_SOURCE_REMOVE;
}

static void
run_free (gpointer data)
{
  Run *run = data;

  if (run->chained != 0)
    g_cancellable_disconnect (g_task_get_cancellable (run->task), run->chained);
  g_object_unref (run->task);
  g_object_unref (run->cancellable);
  g_object_unref (run->keeper);
  g_async_queue_unref (run->writes);
  desk_actor_free (run->actor);
  desk_backup_plan_free (run->plan);
  g_clear_error (&run->error);
  desk_backup_done_free (run->done);
  g_free (run);
}

static void
to_main (GSourceFunc func, gpointer data, GDestroyNotify destroy, GMainContext *context)
{
  GSource *source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
  g_source_unref (source);
}

/* Proving, on a thread of its own */

static void
on_ended (gpointer data)
{
  Run *run = data;

  to_main (end_run, run, run_free, g_task_get_context (run->task));
}

/* The thread that proves is begun on the main thread, which waits for it at the end. */
static gboolean
begin_finishing (gpointer data)
{
  Run *run = data;

  if (run->keeper->closed) /* nobody would wait for it */
    {
      g_clear_pointer (&run->backup, desk_backup_free);
      desk_error_set (&run->error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
      on_ended (run);
      return G_SOURCE_REMOVE;
    }
  run->keeper->ending = desk_backup_ending_new (g_steal_pointer (&run->backup), run->cancellable, on_ended, run);
  return G_SOURCE_REMOVE;
}

/* Copying, on the writer's thread */

typedef struct
{
  DeskBackupKeeper *keeper;
  guint percent;
} Progress;

static gboolean
take_progress (gpointer data)
{
  Progress *progress = data;

  if (progress->keeper->health.running && progress->keeper->health.percent != progress->percent)
    {
      progress->keeper->health.percent = progress->percent;
      emit (progress->keeper);
    }
  return G_SOURCE_REMOVE;
}

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->keeper);
  g_free (progress);
}

static void
tell_progress (Run *run)
{
  Progress *progress = g_new0 (Progress, 1);

  progress->keeper = g_object_ref (run->keeper);
  progress->percent = desk_backup_percent (run->backup);
  to_main (take_progress, progress, progress_free, g_task_get_context (run->task));
}

static void step (DeskService *service, gpointer data);

static void
look_came_back (int *n_looks)
{
  g_atomic_int_dec_and_test (n_looks);
  g_atomic_rc_box_release (n_looks);
}

static gpointer
look_thread_first (gpointer data)
{
  Run *run = data;
  int *n_looks = g_atomic_rc_box_acquire (run->keeper->n_looks);
  g_autoptr (GAsyncQueue) writes = g_async_queue_ref (run->writes);

  desk_backup_look (run->plan);
  run->looked = TRUE;
  g_async_queue_push (writes, desk_job_new_func (step, run)); /* which owns it from here on */
  look_came_back (n_looks);
  return NULL;
}

static gboolean
is_cancelled (Run *run)
{
  if (!g_cancellable_is_cancelled (run->cancellable))
    return FALSE;
  desk_error_set (&run->error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return TRUE;
}

static gboolean
prepare (Run *run, DeskService *service)
{
  if (is_cancelled (run))
    return FALSE;
  if (run->backup != NULL || run->looked)
    return TRUE;
  if (run->actor != NULL && !desk_service_allow (service, run->actor, DESK_RIGHT_BACKUP_MAKE, &run->error))
    return FALSE;
  if (run->plan == NULL)
    run->plan = desk_backup_plan_new (service, &run->error);
  return run->plan != NULL;
}

static gboolean
step_once (Run *run, DeskService *service, gboolean *copied)
{
  if (run->backup == NULL && (run->backup = desk_backup_begin (service, run->plan, &run->error)) == NULL)
    return FALSE;
  /* Asked once more behind a step that took its time: what is queued after the engine's end is never run. */
  return desk_backup_step (run->backup, copied, &run->error) && !is_cancelled (run);
}

/* A little of it, and back to the end of the queue: whoever saves in between comes first. Where it goes is looked at elsewhere
 * before the first one: a disk that hangs keeps the writer from nothing. */
static void
step (DeskService *service, gpointer data)
{
  Run *run = data;
  gboolean copied = FALSE, ready = prepare (run, service);

  if (ready && !run->looked)
    {
      g_atomic_int_inc (run->keeper->n_looks);
      g_thread_unref (g_thread_new ("desk-backup-look", look_thread_first, run));
      return;
    }
  if (!ready || !step_once (run, service, &copied))
    {
      GMainContext *context = g_task_get_context (run->task);

      g_clear_pointer (&run->backup, desk_backup_free);
      to_main (end_run, run, run_free, context);
      return;
    }
  tell_progress (run);
  if (copied)
    to_main (begin_finishing, run, NULL, g_task_get_context (run->task));
  else
    g_async_queue_push (run->writes, desk_job_new_func (step, run));
}

static void
cancel_too (GCancellable *cancellable, gpointer other)
{
  g_cancellable_cancel (other);
}

static gboolean
refuse (GTask *task, DeskErrorCode code, DeskProblemCode problem, const char *arg)
{
  GError *error = NULL;

  desk_error_set (&error, code, problem, NULL, arg, NULL);
  g_task_return_error (task, error);
  return FALSE;
}

static gboolean
may_begin (DeskBackupKeeper *self, GTask *task)
{
  if (self->closed || self->engine->closed || self->health.running)
    return refuse (task, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL);
  if (self->engine->writer == NULL)
    return refuse (task, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY, self->engine->path);
  return TRUE;
}

static void
begin (DeskBackupKeeper *self, DeskBackupPlan *plan, gboolean by_actor, GTask *task)
{
  Run *run;

  if (!may_begin (self, task))
    {
      desk_backup_plan_free (plan);
      return;
    }
  run = g_new0 (Run, 1);
  run->keeper = g_object_ref (self);
  run->writes = g_async_queue_ref (self->engine->writes);
  run->task = g_object_ref (task);
  run->actor = by_actor ? desk_actor_copy (desk_engine_get_actor (self->engine)) : NULL;
  run->plan = plan;
  run->cancellable = g_cancellable_new ();
  g_set_object (&self->cancellable, run->cancellable);
  if (g_task_get_cancellable (task) != NULL)
    run->chained = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (cancel_too),
                                          g_object_ref (run->cancellable), g_object_unref);
  self->health.running = TRUE;
  self->health.percent = 0;
  g_async_queue_push (self->engine->writes, desk_job_new_func (step, run));
  emit (self);
}

/**
 * desk_backup_keeper_make_async:
 * @plan: (transfer full) (nullable): where it goes; NULL as the store's settings say
 * @cancellable: (nullable): drops it
 *
 * Makes a backup on behalf of the engine's actor. One at a time: another one is answered with CANCELLED.
 */
void
desk_backup_keeper_make_async (DeskBackupKeeper *self, DeskBackupPlan *plan, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, desk_backup_keeper_make_async);
  begin (self, plan, TRUE, task);
}

/* Returns: (transfer full) (nullable): what was made. */
DeskBackupDone *
desk_backup_keeper_make_finish (DeskBackupKeeper *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Looking */

static void
look_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  DeskBackupKeeper *self = source;
  GError *error = NULL;
  g_autoptr (DeskService) service = desk_service_open (path, DESK_OPEN_READ, self->engine->clock, &error);
  DeskBackupState *state = service != NULL ? desk_backup_state_read (service, &error) : NULL;

  if (state != NULL)
    g_task_return_pointer (task, state, desk_backup_state_free);
  else
    g_task_return_error (task, error);
  g_atomic_int_dec_and_test (self->n_looks);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskBackupKeeper *self = DESK_BACKUP_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupDone) done = desk_backup_keeper_make_finish (self, result, &error);

  if (done == NULL)
    g_info ("backup: %s", error->message);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DeskBackupKeeper *self = DESK_BACKUP_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupState) state = g_task_propagate_pointer (G_TASK (result), &error);

  self->looking = FALSE;
  if (state == NULL || self->closed)
    return;
  /* One that is due is made before anybody is told that there is none; after a failure it is tried at the next look. */
  if (state->due && !self->health.running && self->engine->writer != NULL && user_data != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_made_cb, NULL);

      g_task_set_source_tag (task, desk_backup_keeper_look);
      begin (self, NULL, FALSE, task);
      return;
    }
  self->health.last_at = state->last_at;
  self->health.late = state->late;
  self->health.extra_missing = state->extra_missing;
  emit (self);
}

static void
look (DeskBackupKeeper *self, gboolean make)
{
  g_autoptr (GTask) task = NULL;

  if (self->closed || self->looking)
    return;
  self->looking = TRUE;
  g_atomic_int_inc (self->n_looks);
  task = g_task_new (self, NULL, on_looked_cb, GINT_TO_POINTER (make));
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, g_strdup (self->engine->path), g_free);
  g_task_run_in_thread (task, look_thread);
}

/* Reads anew how the backups stand, and says it by the signal. */
void
desk_backup_keeper_look (DeskBackupKeeper *self)
{
  look (self, FALSE);
}

static gboolean
on_time (gpointer data)
{
  DeskBackupKeeper *self = data;

  look (self, TRUE);
  desk_engine_wake (self->engine);
  self->source = g_timeout_add_seconds (LOOK, on_time, self);
  return G_SOURCE_REMOVE;
}

/* The life of it */

static void
make_at_day_end (DeskService *service, gpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_backup_done_free (desk_backup_make_at_day_end (service, (gint64) GPOINTER_TO_SIZE (data), &error));
  if (error != NULL)
    g_info ("backup at the end: %s", error->message);
}

/* Returns: whether all looks came back within the patience that there is. */
static gboolean
wait_for_looks (DeskBackupKeeper *self)
{
  gint64 until = g_get_monotonic_time () + self->patience;

  while (g_atomic_int_get (self->n_looks) > 0 && g_get_monotonic_time () < until)
    g_usleep (1000);
  return g_atomic_int_get (self->n_looks) == 0;
}

typedef struct
{
  int *n_looks;
  char *path;
  DeskClock *clock;
} Listing;

/* Both folders are listed on a thread that can be left behind, before the writer's does it at the end of the day. */
static gpointer
list_thread (gpointer data)
{
  Listing *listing = data;
  g_autoptr (DeskService) service = desk_service_open (listing->path, DESK_OPEN_READ, listing->clock, NULL);

  if (service != NULL)
    desk_backup_state_free (desk_backup_state_read (service, NULL));
  g_clear_pointer (&service, desk_service_close);
  look_came_back (listing->n_looks);
  g_free (listing->path);
  g_free (listing);
  return NULL;
}

static gboolean
folders_answer (DeskBackupKeeper *self)
{
  Listing *listing = g_new (Listing, 1);

  *listing = (Listing){ g_atomic_rc_box_acquire (self->n_looks), g_strdup (self->engine->path), self->engine->clock };
  g_atomic_int_inc (self->n_looks);
  g_thread_unref (g_thread_new ("desk-backup-list", list_thread, listing));
  return wait_for_looks (self);
}

/* Ends it before its engine is closed: what runs is dropped, and the day's work gets its backup after the last save. A
 * disk that hangs is left behind: the store is whole without it, and the next start must find the door open. */
void
desk_backup_keeper_close (DeskBackupKeeper *self)
{
  if (self->closed)
    return;
  self->closed = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (!wait_for_looks (self))
    return;
  if (self->ending != NULL && !desk_backup_ending_wait (self->ending, self->patience))
    {
      g_clear_pointer (&self->ending, desk_backup_ending_unref);
      return;
    }
  if (self->engine->writer != NULL && !self->engine->closed && folders_answer (self))
    g_async_queue_push (self->engine->writes, desk_job_new_func (make_at_day_end, GSIZE_TO_POINTER ((gsize) self->patience * DAY_END)));
}

static void
desk_backup_keeper_dispose (GObject *object)
{
  DeskBackupKeeper *self = DESK_BACKUP_KEEPER (object);

  if (self->engine != NULL)
    desk_backup_keeper_close (self);
  g_clear_object (&self->engine);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->health.error);
  g_clear_pointer (&self->n_looks, g_atomic_rc_box_release);
  G_OBJECT_CLASS (desk_backup_keeper_parent_class)->dispose (object);
}

static void
desk_backup_keeper_class_init (DeskBackupKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_backup_keeper_dispose;
  signals[HEALTH] = g_signal_new ("health", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
desk_backup_keeper_init (DeskBackupKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->n_looks = g_atomic_rc_box_new0 (int);
  self->patience = PATIENCE;
}

/* How long closing waits for a disk that does not answer (microseconds); tests have less patience. */
void
desk_backup_keeper_set_patience (DeskBackupKeeper *self, gint64 patience)
{
  self->patience = patience;
}

/* Returns: (transfer full): the keeper of @engine's backups, which must be closed before the engine is. */
DeskBackupKeeper *
desk_backup_keeper_new (DeskEngine *engine)
{
  DeskBackupKeeper *self = g_object_new (DESK_TYPE_BACKUP_KEEPER, NULL);

  self->engine = g_object_ref (engine);
  self->source = g_timeout_add_seconds (FIRST_LOOK, on_time, self);
  return self;
}

/* Returns: (transfer none): how the backups stood at the last look. */
const DeskBackupHealth *
desk_backup_keeper_get_health (DeskBackupKeeper *self)
{
  return &self->health;
}
