/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-maker.h"

#include "desk-demo.h"

/* Always the same community, so that the manual's examples are found in it. */
#define SEED 1
#define TELL_EVERY (G_USEC_PER_SEC / 20)

/* Shared by the thread and the main context. */
typedef struct
{
  gatomicrefcount refs;
  char *path;
  DeskDay today;
  DeskDemoMakerFunc progress;
  GWeakRef object;
  gint64 told_at; /* monotonic; the thread's own */
  int done, total; /* atomic */
  int waiting;     /* atomic: the main context is about to read them */
} Job;

static void
job_unref (gpointer data)
{
  Job *job = data;

  if (!g_atomic_ref_count_dec (&job->refs))
    return;
  g_weak_ref_clear (&job->object);
  g_free (job->path);
  g_free (job);
}

static gboolean
on_tell_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GObject) object = g_weak_ref_get (&job->object);

  g_atomic_int_set (&job->waiting, 0);
  if (object != NULL)
    job->progress ((guint) g_atomic_int_get (&job->done), (guint) g_atomic_int_get (&job->total), object);
  return G_SOURCE_REMOVE;
}

/* On the thread: at most twenty times a second. */
static void
on_progress (guint done, guint total, gpointer data)
{
  Job *job = data;
  gint64 now = g_get_monotonic_time ();

  g_atomic_int_set (&job->done, (int) done);
  g_atomic_int_set (&job->total, (int) total);
  if (now - job->told_at < TELL_EVERY || !g_atomic_int_compare_and_exchange (&job->waiting, 0, 1))
    return;
  job->told_at = now;
  g_atomic_ref_count_inc (&job->refs);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_tell_cb, job, job_unref);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (desk_demo_make (job->path, DESK_DEMO_DESK, SEED, job->today, cancellable, on_progress, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Makes the demonstration at @path on a thread. @progress is called with @progress_object, a GObject, as long as that
 * lives. */
void
desk_demo_maker_make_async (const char *path, GCancellable *cancellable, DeskDemoMakerFunc progress,
                            gpointer progress_object, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_init (&job->refs);
  job->path = g_strdup (path);
  job->today = desk_day_of_time (g_get_real_time () / G_USEC_PER_SEC, zone);
  job->progress = progress;
  g_weak_ref_init (&job->object, progress_object);
  g_task_set_source_tag (task, desk_demo_maker_make_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_unref);
  g_task_run_in_thread (task, make_in_thread);
}

/* Returns: FALSE with @error when it was not made. */
gboolean
desk_demo_maker_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
