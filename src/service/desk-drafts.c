/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-drafts.h"

#include "desk-db.h"
#include "desk-store-draft.h"
#include "desk-store-trail.h"

typedef enum
{
  JOB_PUT,
  JOB_DROP,
  JOB_LIST,
  JOB_QUIT,
} JobType;

typedef struct
{
  JobType type;
  DeskDraft *draft; /* of PUT and DROP */
  gint64 staff_id;  /* of LIST */
  GTask *task;      /* of LIST */
} Job;

struct _DeskDrafts
{
  char *store_path;
  DeskClock *clock;
  GThread *thread;
  GAsyncQueue *queue; /* Job */

  /* The thread's own */
  DeskDb *db;       /* opened by the first job */
  gboolean is_told; /* that drafts cannot be kept */
};

static void
job_free (gpointer data)
{
  Job *job = data;

  desk_draft_free (job->draft);
  g_clear_object (&job->task);
  g_free (job);
}

static gboolean
open_once (DeskDrafts *self, GError **error)
{
  if (self->db == NULL)
    self->db = desk_store_open_drafts (self->store_path, error);
  return self->db != NULL;
}

/* Takes those away whose request key the store has taken: what was typed stands there. Where the store cannot be asked
 * they are offered; the key is asked again when they are saved. */
static gboolean
drop_taken (DeskDrafts *self, GPtrArray *drafts, GError **error)
{
  g_autoptr (DeskDb) store = drafts->len > 0 ? desk_db_open (self->store_path, DESK_DB_READ, NULL) : NULL;

  for (guint i = drafts->len; store != NULL && i > 0; i--)
    {
      const DeskDraft *draft = drafts->pdata[i - 1];
      gint64 act_id = 0;

      if (!desk_store_find_act (store, draft->request_key, &act_id, error))
        return FALSE;
      if (act_id == 0)
        continue;
      if (!desk_store_drop_draft (self->db, draft->staff_id, draft->form, error))
        return FALSE;
      g_ptr_array_remove_index (drafts, i - 1);
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): a file is only made when something is typed. */
static GPtrArray *
get_drafts (DeskDrafts *self, gint64 staff_id, GError **error)
{
  if (self->db == NULL && !desk_store_has_drafts (self->store_path))
    return g_ptr_array_new_with_free_func (desk_draft_free);
  return open_once (self, error) ? desk_store_get_drafts (self->db, staff_id, error) : NULL;
}

static void
run_list (DeskDrafts *self, Job *job)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) drafts = get_drafts (self, job->staff_id, &error);

  if (drafts != NULL && drop_taken (self, drafts, &error))
    g_task_return_pointer (job->task, g_steal_pointer (&drafts), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (job->task, error);
}

/* Said once: a full disk would say it at every second letter. */
static void
run_write (DeskDrafts *self, const Job *job)
{
  g_autoptr (GError) error = NULL;
  const DeskDraft *draft = job->draft;

  if (open_once (self, &error)
      && (job->type == JOB_PUT ? desk_store_put_draft (self->db, draft, &error)
                               : desk_store_drop_draft (self->db, draft->staff_id, draft->form, &error)))
    return;
  if (!self->is_told)
    g_warning ("drafts: %s", error->message);
  self->is_told = TRUE;
}

static gpointer
work (gpointer data)
{
  DeskDrafts *self = data;
  gboolean quit = FALSE;

  while (!quit)
    {
      Job *job = g_async_queue_pop (self->queue);

      quit = job->type == JOB_QUIT;
      if (job->type == JOB_LIST)
        run_list (self, job);
      else if (!quit)
        run_write (self, job);
      job_free (job);
    }
  g_clear_pointer (&self->db, desk_db_close);
  return NULL;
}

/* @store_path: the store they belong to, whose door this process holds. Returns: (transfer full). */
DeskDrafts *
desk_drafts_new (const char *store_path, DeskClock *clock)
{
  DeskDrafts *self = g_new0 (DeskDrafts, 1);

  self->store_path = g_strdup (store_path);
  self->clock = desk_clock_ref (clock);
  self->queue = g_async_queue_new_full (job_free);
  self->thread = g_thread_new ("desk-drafts", work, self);
  return self;
}

static void
push (DeskDrafts *self, JobType type, DeskDraft *draft, gint64 staff_id, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->type = type;
  job->draft = draft;
  job->staff_id = staff_id;
  job->task = task;
  g_async_queue_push (self->queue, job);
}

/* Writes what is queued and ends the thread; waits for that. NULL is nothing. */
void
desk_drafts_free (DeskDrafts *self)
{
  if (self == NULL)
    return;
  push (self, JOB_QUIT, NULL, 0, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  desk_clock_unref (self->clock);
  g_free (self->store_path);
  g_free (self);
}

/**
 * desk_drafts_put:
 * @staff_id: whose it is
 * @form: which form about what; the draft it had is written over
 * @request_key: that saving the form would take
 * @title: how the form is called
 * @version: of the record when it was read
 * @words: desk_draft_pack()
 */
void
desk_drafts_put (DeskDrafts *self, gint64 staff_id, const char *form, const char *request_key, const char *title,
                 gint64 version, const char *words)
{
  push (self, JOB_PUT,
        desk_draft_new (staff_id, form, request_key, title, version, words, desk_clock_now (self->clock)), 0, NULL);
}

/* Takes the draft away: it was saved, or its author does not want it. */
void
desk_drafts_drop (DeskDrafts *self, gint64 staff_id, const char *form)
{
  push (self, JOB_DROP, desk_draft_new (staff_id, form, "", "", 0, "", 0), 0, NULL);
}

/* What @staff_id has typed and not saved; @callback comes on the caller's context. */
void
desk_drafts_list_async (DeskDrafts *self, gint64 staff_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, desk_drafts_list_async);
  push (self, JOB_LIST, NULL, staff_id, task);
}

/* Returns: (transfer full) (element-type DeskDraft) (nullable): latest first. */
GPtrArray *
desk_drafts_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
