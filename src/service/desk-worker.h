/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-service.h"

G_BEGIN_DECLS

/* One thread of the engine with its own service. Work comes through its queue; several workers may share one. Internal
 * to the service. */
typedef struct _DeskWorker DeskWorker;

/* What a worker is made of. */
typedef struct
{
  /* Opens the service, on the worker's thread. */
  DeskService *(*open) (gpointer data, GError **error);
  /* (nullable): before every piece of work. */
  void (*prepare) (DeskService *service, gpointer data);
  /* (nullable): when the queue has been empty for a while; returns whether to be called again. */
  gboolean (*idle) (DeskService *service, gpointer data);
} DeskWorkerFuncs;

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

DeskWorker *desk_worker_new (const char *name, GAsyncQueue *queue, const DeskWorkerFuncs *funcs, gpointer data,
                             GError **error);
void desk_worker_interrupt (DeskWorker *worker);
void desk_worker_tell_quit (DeskWorker *worker);
void desk_worker_free (DeskWorker *worker);
GAsyncQueue *desk_job_queue_new (void);
void desk_job_queue_cancel (GAsyncQueue *queue);
gpointer desk_worker_take_result (gpointer answer);

G_END_DECLS
