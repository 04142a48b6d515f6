/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-backup-ending.h"

struct _DeskBackupEnding
{
  gatomicrefcount refs; /* of whoever began it, and of its thread */
  GMutex mutex;
  GCond cond;
  gboolean ended;
  DeskBackup *backup; /* of the thread */
  GCancellable *cancellable;
  DeskBackupEnded func;
  gpointer data;
  DeskBackupDone *done; /* whoever began it, once it ended */
  GError *error;
};

void
desk_backup_ending_unref (DeskBackupEnding *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  desk_backup_done_free (self->done);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

static gpointer
run (gpointer data)
{
  DeskBackupEnding *self = data;

  self->done = desk_backup_finish (self->backup, self->cancellable, &self->error);
  g_clear_pointer (&self->backup, desk_backup_free);
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  if (self->func != NULL)
    self->func (self->data);
  desk_backup_ending_unref (self);
  return NULL;
}

/**
 * desk_backup_ending_new:
 * @backup: (transfer full): copied
 * @cancellable: (nullable): drops it
 * @ended: (nullable): called on the thread when it ended, with @data
 *
 * Returns: (transfer full): the rest of it, under way
 */
DeskBackupEnding *
desk_backup_ending_new (DeskBackup *backup, GCancellable *cancellable, DeskBackupEnded ended, gpointer data)
{
  DeskBackupEnding *self = g_new0 (DeskBackupEnding, 1);

  g_atomic_ref_count_init (&self->refs);
  g_atomic_ref_count_inc (&self->refs);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->backup = backup;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->func = ended;
  self->data = data;
  g_thread_unref (g_thread_new ("desk-backup", run, self));
  return self;
}

/* Returns: whether it ended within @patience (microseconds). */
gboolean
desk_backup_ending_wait (DeskBackupEnding *self, gint64 patience)
{
  gint64 until = g_get_monotonic_time () + patience;
  gboolean ended;

  g_mutex_lock (&self->mutex);
  while (!self->ended && g_cond_wait_until (&self->cond, &self->mutex, until))
    ;
  ended = self->ended;
  g_mutex_unlock (&self->mutex);
  return ended;
}

/* What it gave, of one that ended, once. Returns: (transfer full) (nullable): what was made. */
DeskBackupDone *
desk_backup_ending_take (DeskBackupEnding *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->done);
}
