/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-service.h"

G_BEGIN_DECLS

/* One thread of the engine with its own service. Work comes through its queue; several workers may share one. Internal
 * to the service. */
typedef struct _DeskWorker DeskWorker;

/* What a worker does when its queue has been empty for a while; returns whether to be called again. */
typedef gboolean (*DeskIdleFunc) (DeskService *service, gpointer data);

/* One piece of work: a call of a use case, or a function to run with the worker's service. */
typedef struct
{
  DeskUseCase use_case;
  gpointer input;
  DeskActor *actor;
  GTask *task; /* NULL: func */
  void (*func) (DeskService *service, gpointer data);
  gpointer data;
  gboolean quit;
} DeskJob;

DeskJob *desk_job_new_call (DeskUseCase use_case, gpointer input, const DeskActor *actor, GTask *task);
DeskJob *desk_job_new_func (void (*func) (DeskService *service, gpointer data), gpointer data);

DeskWorker *desk_worker_new (const char *name, GAsyncQueue *queue, DeskService *(*open) (gpointer data, GError **error),
                             gpointer data, DeskIdleFunc idle, GError **error);
void desk_worker_interrupt (DeskWorker *worker);
void desk_worker_tell_quit (DeskWorker *worker);
void desk_worker_free (DeskWorker *worker);
GAsyncQueue *desk_job_queue_new (void);
gpointer desk_worker_take_result (gpointer answer);

G_END_DECLS
