/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-worker.h"

#include "desk-error.h"
#include "desk-service-private.h"

#define IDLE_AFTER (2 * G_USEC_PER_SEC)

struct _DeskWorker
{
  GThread *thread;
  GAsyncQueue *queue; /* DeskJob */
  const DeskWorkerFuncs *funcs;
  gpointer data;
  GMutex mutex;
  GCond opened;
  gboolean done_opening;
  DeskService *service; /* set and cleared under the mutex, used by the thread alone */
  GError *error;
};

/* @input: (transfer full); @task: (transfer full): where the answer goes. */
DeskJob *
desk_job_new_call (DeskUseCase use_case, gpointer input, const DeskActor *actor, GTask *task)
{
  DeskJob *job = g_new0 (DeskJob, 1);

  job->use_case = use_case;
  job->input = input;
  job->actor = desk_actor_copy (actor);
  job->task = task;
  return job;
}

/* @func runs on the worker's thread; it owns @data. */
DeskJob *
desk_job_new_func (void (*func) (DeskService *service, gpointer data), gpointer data)
{
  DeskJob *job = g_new0 (DeskJob, 1);

  job->func = func;
  job->data = data;
  return job;
}

static void
job_free (gpointer data)
{
  DeskJob *job = data;

  desk_use_case_free_input (job->use_case, job->input);
  desk_actor_free (job->actor);
  g_free (job);
}

/* Returns: (transfer full): a queue of jobs. */
GAsyncQueue *
desk_job_queue_new (void)
{
  return g_async_queue_new_full (job_free);
}

typedef struct
{
  DeskUseCase use_case;
  gpointer result;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  desk_use_case_free_result (answer->use_case, answer->result);
  g_free (answer);
}

/* Returns: (transfer full) (nullable): the use case's result out of the answer that came through the task. */
gpointer
desk_worker_take_result (gpointer answer)
{
  Answer *self = answer;
  gpointer result;

  if (self == NULL)
    return NULL;
  result = self->result;
  g_free (self);
  return result;
}

/* An answer on its way to the context the task was made in. */
typedef struct
{
  GTask *task;
  Answer *answer; /* or */
  GError *error;
} Delivery;

static gboolean
hand_over (gpointer data)
{
  Delivery *self = data;

  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->answer), free_answer);
  return G_SOURCE_REMOVE;
}

static void
free_delivery (gpointer data)
{
  Delivery *self = data;

  g_clear_pointer (&self->answer, free_answer);
  g_clear_error (&self->error);
  g_object_unref (self->task);
  g_free (self);
}

/* The task goes with its answer: the last reference to it, and with that to the engine, is never dropped on a worker's
 * thread, which could not end itself. */
static void
send (DeskJob *job, Answer *answer, GError *error)
{
  Delivery *self = g_new0 (Delivery, 1);
  GSource *source = g_idle_source_new ();
  GMainContext *context = g_task_get_context (job->task);

  self->task = g_steal_pointer (&job->task);
  self->answer = answer;
  self->error = error;
  g_source_set_priority (source, g_task_get_priority (self->task));
  g_source_set_callback (source, hand_over, self, free_delivery);
  g_source_attach (source, context);
  g_source_unref (source);
}

static void
send_cancelled (DeskJob *job)
{
  GError *error = NULL;

  desk_error_set (&error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  send (job, NULL, error);
}

/* Answers what waits in @queue with CANCELLED. */
void
desk_job_queue_cancel (GAsyncQueue *queue)
{
  DeskJob *job;

  while ((job = g_async_queue_try_pop (queue)) != NULL)
    {
      if (job->task != NULL)
        send_cancelled (job);
      job_free (job);
    }
}

/* Runs the use case and sends its answer. */
static void
run_call (DeskService *service, DeskJob *job)
{
  GError *error = NULL;
  Answer *answer;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &error))
    {
      send (job, NULL, error);
      return;
    }
  answer = g_new0 (Answer, 1);
  answer->use_case = job->use_case;
  answer->result = desk_use_case_new_result (job->use_case);
  if (desk_use_case_run (service, job->use_case, job->actor, job->input, answer->result, &error))
    {
      send (job, answer, NULL);
      return;
    }
  free_answer (answer);
  send (job, NULL, error);
}

static void
work (DeskWorker *self)
{
  gboolean idle_again = self->funcs->idle != NULL;

  for (;;)
    {
      DeskJob *job = idle_again ? g_async_queue_timeout_pop (self->queue, IDLE_AFTER) : g_async_queue_pop (self->queue);
      gboolean quit;

      if (job == NULL)
        {
          idle_again = self->funcs->idle (self->service, self->data);
          continue;
        }
      idle_again = self->funcs->idle != NULL;
      quit = job->quit;
      if (self->funcs->prepare != NULL)
        self->funcs->prepare (self->service, self->data);
      if (job->task != NULL)
        run_call (self->service, job);
      else if (job->func != NULL)
        job->func (self->service, job->data);
      job_free (job);
      if (quit)
        return;
    }
}

static gpointer
run_thread (gpointer data)
{
  DeskWorker *self = data;
  GError *error = NULL;
  DeskService *service = self->funcs->open (self->data, &error);

  g_mutex_lock (&self->mutex);
  self->service = service;
  self->error = error;
  self->done_opening = TRUE;
  g_cond_signal (&self->opened);
  g_mutex_unlock (&self->mutex);
  if (service == NULL)
    return NULL;
  work (self);
  g_mutex_lock (&self->mutex);
  self->service = NULL;
  g_mutex_unlock (&self->mutex);
  desk_service_close (service);
  return NULL;
}

/**
 * desk_worker_new:
 * @name: of the thread
 * @queue: where work comes from; a reference is taken
 * @funcs: what it does; lives as long as the worker
 * @data: for @funcs
 * @error: what @funcs->open said
 *
 * Waits until the service is open: call it from a thread that may wait.
 *
 * Returns: (transfer full) (nullable): the worker, ended by desk_worker_tell_quit() and desk_worker_free()
 */
DeskWorker *
desk_worker_new (const char *name, GAsyncQueue *queue, const DeskWorkerFuncs *funcs, gpointer data, GError **error)
{
  DeskWorker *self = g_new0 (DeskWorker, 1);

  self->queue = g_async_queue_ref (queue);
  self->funcs = funcs;
  self->data = data;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->opened);
  self->thread = g_thread_new (name, run_thread, self);
  g_mutex_lock (&self->mutex);
  while (!self->done_opening)
    g_cond_wait (&self->opened, &self->mutex);
  g_mutex_unlock (&self->mutex);
  if (self->error == NULL)
    return self;
  g_propagate_error (error, g_steal_pointer (&self->error));
  desk_worker_free (self);
  return NULL;
}

/* Stops the statement that runs now, for a quick end of a long read. Any thread. */
void
desk_worker_interrupt (DeskWorker *worker)
{
  g_mutex_lock (&worker->mutex);
  if (worker->service != NULL)
    desk_db_interrupt (worker->service->db);
  g_mutex_unlock (&worker->mutex);
}

/* Tells the workers of a queue to end after the work that is queued, one for each call. Which of them takes the word is
 * open, so all that share a queue are told before the first is waited for. */
void
desk_worker_tell_quit (DeskWorker *worker)
{
  DeskJob *job = g_new0 (DeskJob, 1);

  job->quit = TRUE;
  g_async_queue_push (worker->queue, job);
}

/* Waits for a worker that was told to quit; its service is closed by then. */
void
desk_worker_free (DeskWorker *worker)
{
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_mutex_clear (&worker->mutex);
  g_cond_clear (&worker->opened);
  g_clear_error (&worker->error);
  g_free (worker);
}
