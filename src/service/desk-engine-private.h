/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-worker.h"

G_BEGIN_DECLS

#define N_READERS 2

/* The engine's own files share this; what it does for others stands in desk-engine.h. */
struct _DeskEngine
{
  GObject parent_instance;

  char *path;
  DeskOpenMode mode;
  DeskClock *clock;
  GMainContext *context;
  GAsyncQueue *writes;
  GAsyncQueue *reads;
  GAsyncQueue *longs;
  DeskWorker *writer;   /* NULL: read-only */
  DeskService *writing; /* the writer's; used on its thread alone */
  DeskWorker *readers[N_READERS];
  DeskWorker *runner; /* reads that take seconds: whoever looks at a list does not wait for them */
  DeskDrafts *drafts; /* NULL: read-only */
  GTimeZone *zone;
  DeskActor *actor;
  DeskSession session;
  gboolean has_secrets; /* somebody can sign in */
  gboolean has_password; /* whoever is at the desk */
  gint64 lock_minutes;
  DeskMatrix matrix;
  gboolean refused[DESK_N_RIGHTS]; /* told in the trail since whoever is at the desk came */
  DeskEngineState state;
  guint pending_writes;
  GPtrArray *long_calls; /* GCancellable of long reads that wait or run */
  gint64 checked_at;  /* when the background check ran last, 0 unknown; under its mutex */
  gint store_serial;  /* atomic: counts what readers have to read anew: zone and rights */
  gboolean closed;
};

/* Who is at the desk, as a thread with a connection found it (desk-engine-session.c). */
typedef struct
{
  gint64 staff_id;   /* that was asked for */
  DeskActor *actor;  /* (nullable): NULL: left meanwhile */
  gboolean has_secrets;
  gboolean has_password;
  gint64 lock_minutes;
  DeskMatrix matrix;
} DeskWho;

DeskWho *desk_engine_look_who (DeskService *service, gint64 staff_id);
void desk_who_free (DeskWho *who);
gboolean desk_engine_begin_session (DeskEngine *self, DeskService *service, GError **error);
void desk_engine_refresh_session (DeskEngine *self);
void desk_engine_take_who (DeskEngine *self, DeskWho *who);
void desk_engine_tell_who (DeskEngine *self, DeskWho *who);
void desk_engine_tell_damaged (DeskEngine *self);
gboolean desk_engine_check_when_idle (DeskService *service, gpointer data);
gboolean desk_engine_check_is_due (const char *store, gint64 now);
void desk_engine_wake (DeskEngine *self);
void desk_engine_emit_session (DeskEngine *self);
void desk_engine_note_refused_read (DeskEngine *self, DeskUseCase use_case, const GError *error);
void desk_engine_call_as (DeskEngine *engine, const DeskActor *actor, DeskUseCase use_case, gpointer input,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
