/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-drafts.h"
#include "desk-service.h"

G_BEGIN_DECLS

/*
 * The store behind the window: one writer thread, two reader threads and one for long reads, each with its own connection. The window
 * thread asks and gets the answer on its main context; it never waits.
 *
 * Signals:
 *  changed (DeskChangeSet *)  after every commit, on the main context the engine was made in
 *  state (int DeskEngineState) when a lasting state begins or ends
 *  session ()                 when somebody signed in, the desk was locked, or what its person may do has changed
 */
typedef enum
{
  DESK_ENGINE_READY,
  DESK_ENGINE_READ_ONLY, /* the place cannot be written: looking is possible */
  DESK_ENGINE_DAMAGED,   /* the background check found damage */
} DeskEngineState;

/* Who is at the desk. */
typedef enum
{
  DESK_SESSION_OUT,    /* nobody: the sign-in page is shown */
  DESK_SESSION_IN,
  DESK_SESSION_LOCKED, /* somebody's page is kept, hidden, until they or another sign in */
} DeskSession;

#define DESK_TYPE_ENGINE (desk_engine_get_type ())
G_DECLARE_FINAL_TYPE (DeskEngine, desk_engine, DESK, ENGINE, GObject)

void desk_engine_open_async (const char *path, DeskOpenMode mode, DeskClock *clock, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
DeskEngine *desk_engine_open_finish (GAsyncResult *result, GError **error);
void desk_engine_close (DeskEngine *engine);

const char *desk_engine_get_path (DeskEngine *engine);
DeskEngineState desk_engine_get_state (DeskEngine *engine);
GTimeZone *desk_engine_get_zone (DeskEngine *engine);
gint64 desk_engine_now (DeskEngine *engine);
DeskDay desk_engine_today (DeskEngine *engine);

/* The session (desk-engine-session.c). */
DeskSession desk_engine_get_session (DeskEngine *engine);
const DeskActor *desk_engine_get_actor (DeskEngine *engine);
gboolean desk_engine_can_lock (DeskEngine *engine);
void desk_engine_lock (DeskEngine *engine, DeskLeave why);
void desk_engine_sign_in_async (DeskEngine *engine, gint64 staff_id, DeskSecretKind kind, const char *secret,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
DeskSignIn *desk_engine_sign_in_finish (DeskEngine *engine, GAsyncResult *result, GError **error);

/* What its person may do; the gate asks the same matrix. */
DeskMay desk_engine_may (DeskEngine *engine, DeskRight right, gboolean writes, gint64 building_id, gint64 entrance_id);
gint64 desk_engine_who_may (DeskEngine *engine, DeskRight right);
gint64 desk_engine_who_approves (DeskEngine *engine, DeskRight right);
const DeskMatrix *desk_engine_get_matrix (DeskEngine *engine);
gint64 desk_engine_get_lock_minutes (DeskEngine *engine);
gboolean desk_engine_has_password (DeskEngine *engine);

/* What is typed and not saved; NULL where nothing can be written. */
DeskDrafts *desk_engine_get_drafts (DeskEngine *engine);

/* Runs @use_case with @input (transfer full, made by its desk_…_input_new()) on the writer's or a reader's thread on
 * behalf of the engine's actor. A cancelled read is skipped or its answer dropped; a write that has begun is not. */
void desk_engine_call_async (DeskEngine *engine, DeskUseCase use_case, gpointer input, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);

/* Returns: (transfer full): the result, to be freed with desk_use_case_free_result (use_case, …), or NULL. */
gpointer desk_engine_call_finish (DeskEngine *engine, GAsyncResult *result, GError **error);

/* The use case the call was made for, inside its callback. */
DeskUseCase desk_engine_call_get_use_case (GAsyncResult *result);

/* How many writes wait or run: closing the window waits for them. */
guint desk_engine_get_pending_writes (DeskEngine *engine);

G_END_DECLS
