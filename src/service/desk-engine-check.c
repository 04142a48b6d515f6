/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-engine-private.h"

#include "desk-disk.h"
#include "desk-service-private.h"

/* The quick check of the store, by a reader in its idle time: at most once a day, in a program that runs for days as over
 * restarts. Beside the store lies when it was sound last. */

#define DAY 86400

static char *
stamp_path (const char *store)
{
  return g_strconcat (store, ".checked", NULL);
}

/* Returns: when the store was found sound last, Unix seconds; 0 when nobody knows. */
static gint64
read_stamp (const char *store)
{
  g_autofree char *path = stamp_path (store), *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* Where only looking is allowed nothing is written beside the store either: there each start checks. */
static void
write_stamp (DeskEngine *self, gint64 now)
{
  g_autofree char *path = stamp_path (self->path), *text = g_strdup_printf ("%" G_GINT64_FORMAT "\n", now);
  g_autoptr (GError) error = NULL;

  if (self->writer != NULL && !desk_disk_write_text (path, text, &error))
    g_info ("quick_check: %s", error->message);
}

/* A check from the future was made while the clock ran wrong. */
static gboolean
is_recent (gint64 at, gint64 now)
{
  return at > 0 && at <= now && now - at < DAY;
}

/* Returns: whether the quick check of @store is due at @now, by what lies beside it. */
gboolean
desk_engine_check_is_due (const char *store, gint64 now)
{
  return !is_recent (read_stamp (store), now);
}

/* Takes the check, so that no other reader does it too. Returns: FALSE when none is due. */
static gboolean
claim (DeskEngine *self, gint64 now)
{
  static GMutex mutex;
  gboolean due;

  g_mutex_lock (&mutex);
  if (self->checked_at == 0)
    self->checked_at = read_stamp (self->path);
  due = !is_recent (self->checked_at, now);
  if (due)
    self->checked_at = now;
  g_mutex_unlock (&mutex);
  return due;
}

/* On a reader's thread that has nothing else to do. Returns: FALSE: wait for work. */
gboolean
desk_engine_check_when_idle (DeskService *service, gpointer data)
{
  DeskEngine *self = data;
  g_autofree char *fault = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = desk_clock_now (self->clock);

  if (!claim (self, now))
    return FALSE;
  if (!desk_db_quick_check (service->db, FALSE, &fault, &error))
    {
      g_info ("quick_check did not finish: %s", error->message);
      return FALSE;
    }
  if (fault == NULL)
    {
      write_stamp (self, now);
      return FALSE;
    }
  g_warning ("quick_check: %s", fault);
  desk_engine_tell_damaged (self);
  return FALSE;
}

static void
nothing (DeskService *service, gpointer data)
{
}

/* A reader that nobody asks waits for ever: called from time to time, this lets it look whether a check is due. */
void
desk_engine_wake (DeskEngine *self)
{
  if (!self->closed)
    g_async_queue_push (self->reads, desk_job_new_func (nothing, NULL));
}
