/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-progress.h"

#include "desk-error.h"

struct _DeskProgress
{
  gatomicrefcount refs;
  gint done;  /* atomic */
  gint total; /* atomic; 0: nobody knows yet */
  GCancellable *cancellable;
};

/* Returns: (transfer full): nothing is done yet. */
DeskProgress *
desk_progress_new (void)
{
  DeskProgress *self = g_new0 (DeskProgress, 1);

  g_atomic_ref_count_init (&self->refs);
  self->cancellable = g_cancellable_new ();
  return self;
}

/* Returns: (transfer full): @progress. */
DeskProgress *
desk_progress_ref (DeskProgress *progress)
{
  g_atomic_ref_count_inc (&progress->refs);
  return progress;
}

/* Frees it with the last reference. */
void
desk_progress_unref (DeskProgress *progress)
{
  if (!g_atomic_ref_count_dec (&progress->refs))
    return;
  g_object_unref (progress->cancellable);
  g_free (progress);
}

/* Says how far the work is; @total 0: unknown. NULL is nobody who looks. */
void
desk_progress_set (DeskProgress *progress, guint done, guint total)
{
  if (progress == NULL)
    return;
  g_atomic_int_set (&progress->done, (gint) done);
  g_atomic_int_set (&progress->total, (gint) total);
}

/* @done: (out): @total: (out): 0 while nobody knows. */
void
desk_progress_get (DeskProgress *progress, guint *done, guint *total)
{
  *done = (guint) g_atomic_int_get (&progress->done);
  *total = (guint) g_atomic_int_get (&progress->total);
}

/* Returns: (transfer none): what stops the work; NULL where nobody can. */
GCancellable *
desk_progress_get_cancellable (DeskProgress *progress)
{
  return progress != NULL ? progress->cancellable : NULL;
}

/* Was the word given to stop? Then @error is CANCELLED. */
gboolean
desk_progress_stopped (DeskProgress *progress, GError **error)
{
  if (progress == NULL || !g_cancellable_is_cancelled (progress->cancellable))
    return FALSE;
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return TRUE;
}
