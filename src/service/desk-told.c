/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-told.h"

#include "desk-engine-private.h"
#include "desk-follow-up.h"
#include "desk-service-private.h"
#include "desk-store-follow-up.h"
#include "desk-store-record.h"

/* The program's own book of who was told what: no act of a person, so it has no row in the trail and no version. */

static gboolean
mark_one (DeskService *service, const DeskDueItem *item, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) record = desk_store_get (service->db, DESK_KIND_FOLLOW_UP, item->id, &local);

  if (record == NULL && g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    return TRUE;
  if (record == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return desk_store_set_told (service->db, item->id, item->due_at,
                              desk_follow_up_next_telling (item->due_at, ((DeskFollowUp *) record)->repeat_every,
                                                           desk_clock_now (service->clock)),
                              error);
}

/**
 * desk_service_mark_told:
 * @service: a writer
 * @items: (element-type DeskDueItem): that have been shown
 *
 * Whoever asks from here on is not told of them again, but for repeats and other due times.
 */
gboolean
desk_service_mark_told (DeskService *service, GPtrArray *items, GError **error)
{
  gboolean ok = TRUE;

  if (!desk_db_begin (service->db, error))
    return FALSE;
  for (guint i = 0; i < items->len && ok; i++)
    ok = mark_one (service, items->pdata[i], error);
  if (ok)
    return desk_db_commit (service->db, error);
  desk_db_rollback (service->db);
  return FALSE;
}

typedef struct
{
  GPtrArray *items;
  GTask *task;
} Mark;

static void
mark (DeskService *service, gpointer data)
{
  Mark *self = data;
  GError *error = NULL;

  if (desk_service_mark_told (service, self->items, &error))
    g_task_return_boolean (self->task, TRUE);
  else
    g_task_return_error (self->task, error);
  g_object_unref (self->task);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* Marks @items (DeskDueItem; kept by reference) as told, on the writer's thread; nothing where the store is read-only. */
void
desk_engine_mark_told_async (DeskEngine *engine, GPtrArray *items, GAsyncReadyCallback callback, gpointer data)
{
  Mark *ask = g_new0 (Mark, 1);

  ask->task = g_task_new (engine, NULL, callback, data);
  ask->items = g_ptr_array_ref (items);
  g_task_set_source_tag (ask->task, desk_engine_mark_told_async);
  if (engine->closed || engine->writer == NULL)
    {
      g_task_return_boolean (ask->task, FALSE);
      g_object_unref (ask->task);
      g_ptr_array_unref (ask->items);
      g_free (ask);
      return;
    }
  g_async_queue_push (engine->writes, desk_job_new_func (mark, ask));
}

/* Returns: whether it stands in the store; FALSE without an error where nothing can be written. */
gboolean
desk_engine_mark_told_finish (DeskEngine *engine, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
