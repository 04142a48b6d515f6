/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-engine-private.h"

#include <string.h>

#include "desk-error.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-staff.h"

/* Who is at the desk. All of it belongs to the main context; the threads only look things up and hand them over. A store
 * in which nobody has a password or PIN has nobody to keep out: its administrator is at the desk at once. */

static gint64
read_lock_minutes (DeskService *service)
{
  g_autofree char *value = desk_service_get_setting (service, desk_setting_name (DESK_SETTING_LOCK_MINUTES), NULL);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

static gboolean
read_has_password (DeskService *service, gint64 staff_id)
{
  g_auto (DeskStaffSecret) secret = { 0 };

  return staff_id != 0 && desk_store_get_secret (service->db, staff_id, &secret, NULL)
         && *secret.hash[DESK_SECRET_PASSWORD] != '\0';
}

/* On a connection's thread. @staff_id: 0 asks for nobody in particular. Returns: (transfer full). */
DeskWho *
desk_engine_look_who (DeskService *service, gint64 staff_id)
{
  DeskWho *who = g_new0 (DeskWho, 1);

  who->staff_id = staff_id;
  desk_service_load_matrix (service, NULL);
  who->matrix = service->matrix;
  if (!desk_service_needs_sign_in (service, FALSE, &who->has_secrets, NULL))
    who->has_secrets = TRUE;
  who->lock_minutes = read_lock_minutes (service);
  who->has_password = read_has_password (service, staff_id);
  if (staff_id != 0)
    who->actor = desk_service_load_actor (service, staff_id, NULL);
  return who;
}

void
desk_who_free (DeskWho *who)
{
  desk_actor_free (who->actor);
  g_free (who);
}

static DeskActor *
nobody (void)
{
  return desk_actor_new (0, "", 0, NULL, 0);
}

/* On a connection's thread while the engine opens. */
gboolean
desk_engine_begin_session (DeskEngine *self, DeskService *service, GError **error)
{
  if (!desk_service_needs_sign_in (service, FALSE, &self->has_secrets, error))
    return FALSE;
  self->matrix = service->matrix;
  self->lock_minutes = read_lock_minutes (service);
  self->session = self->has_secrets ? DESK_SESSION_OUT : DESK_SESSION_IN;
  self->actor = self->has_secrets ? nobody () : desk_service_sole_actor (service, error);
  return self->actor != NULL;
}

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_use_case_free_result (DESK_USE_CASE_NOTE_REFUSAL, desk_engine_call_finish (DESK_ENGINE (source), result, &error));
  if (error != NULL && !desk_error_has_problem (error, DESK_PROBLEM_CANCELLED))
    g_warning ("the trail does not say that something was refused: %s", error->message);
}

/* A reader's connection cannot tell the trail what it refused, so that the writer does. Once for each right while somebody is
 * at the desk: what is shown asks again after every change, and this is one. */
void
desk_engine_note_refused_read (DeskEngine *self, DeskUseCase use_case, const GError *error)
{
  DeskRight right;

  if (self->writer == NULL || self->closed || self->session != DESK_SESSION_IN || self->actor->staff_id == 0
      || desk_use_case_mode (use_case) == DESK_MODE_WRITE || !desk_error_has_problem (error, DESK_PROBLEM_NOT_ALLOWED))
    return;
  right = desk_use_case_missing_right (use_case, error);
  if (self->refused[right])
    return;
  self->refused[right] = TRUE;
  desk_engine_call_async (self, DESK_USE_CASE_NOTE_REFUSAL, desk_refusal_input_new (right), NULL, on_noted_cb, NULL);
}

static void
set_actor (DeskEngine *self, DeskActor *actor, DeskSession session)
{
  if (self->actor->staff_id != actor->staff_id)
    memset (self->refused, 0, sizeof self->refused);
  desk_actor_free (self->actor);
  self->actor = actor;
  self->session = session;
  desk_engine_emit_session (self);
}

/* Takes over what a thread found; somebody who left meanwhile is out. @who: (transfer full). */
void
desk_engine_take_who (DeskEngine *self, DeskWho *who)
{
  self->has_secrets = who->has_secrets;
  self->lock_minutes = who->lock_minutes;
  if (who->staff_id == self->actor->staff_id)
    self->has_password = who->has_password;
  self->matrix = who->matrix;
  if (who->staff_id != self->actor->staff_id || who->staff_id == 0)
    desk_engine_emit_session (self);
  else if (who->actor == NULL)
    set_actor (self, nobody (), DESK_SESSION_OUT);
  else
    set_actor (self, g_steal_pointer (&who->actor), self->session);
  desk_who_free (who);
}

typedef struct
{
  DeskEngine *engine; /* borrowed: it ends its threads before it goes */
  gint64 staff_id;
} Look;

static void
look (DeskService *service, gpointer data)
{
  Look *self = data;

  desk_engine_tell_who (self->engine, desk_engine_look_who (service, self->staff_id));
  g_free (self);
}

/* Roles, scope, passwords or rights have changed: asks what holds for whoever is at the desk. */
void
desk_engine_refresh_session (DeskEngine *self)
{
  Look *ask = g_new0 (Look, 1);

  ask->engine = self;
  ask->staff_id = self->actor->staff_id;
  g_async_queue_push (self->writer != NULL ? self->writes : self->reads, desk_job_new_func (look, ask));
}

/* Is somebody at the desk? The signal "session" tells when it changes. */
DeskSession
desk_engine_get_session (DeskEngine *engine)
{
  return engine->session;
}

/* Returns: (transfer none): on whose behalf calls are made, never NULL. While the desk is locked it is still the one
 * whose page is kept; while nobody is signed in it is nobody: staff_id 0, no roles. */
const DeskActor *
desk_engine_get_actor (DeskEngine *engine)
{
  return engine->actor;
}

/* Can the desk be locked? Where nobody has a password nobody could come back. */
gboolean
desk_engine_can_lock (DeskEngine *engine)
{
  return engine->session == DESK_SESSION_IN && engine->has_secrets;
}

static void
on_left_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  desk_use_case_free_result (DESK_USE_CASE_LEAVE_DESK, desk_engine_call_finish (DESK_ENGINE (source), result, &error));
  if (error != NULL && !g_error_matches (error, DESK_ERROR, DESK_ERROR_READ_ONLY))
    g_warning ("the trail does not say that the desk was locked: %s", error->message);
}

/* Locks the desk at once; the trail is told behind. Does nothing where desk_engine_can_lock() says no. */
void
desk_engine_lock (DeskEngine *engine, DeskLeave why)
{
  if (!desk_engine_can_lock (engine))
    return;
  desk_engine_call_async (engine, DESK_USE_CASE_LEAVE_DESK, desk_leave_input_new (why), NULL, on_left_cb, NULL);
  engine->session = DESK_SESSION_LOCKED;
  desk_engine_emit_session (engine);
}

static void
on_signed_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskEngine *self = DESK_ENGINE (source);
  GError *error = NULL;
  DeskSignIn *out = desk_engine_call_finish (self, result, &error);

  if (out == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (out->actor != NULL)
    {
      set_actor (self, desk_actor_copy (out->actor), DESK_SESSION_IN);
      desk_engine_refresh_session (self);
    }
  g_task_return_pointer (task, out, NULL);
}

/**
 * desk_engine_sign_in_async:
 * @staff_id: who says they are at the desk
 * @kind: by what
 * @secret: wiped when the try is over
 *
 * One try. Where it succeeds the engine's actor and session have changed and "session" was emitted before @callback.
 */
void
desk_engine_sign_in_async (DeskEngine *engine, gint64 staff_id, DeskSecretKind kind, const char *secret,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  DeskUseCase use_case = engine->writer != NULL ? DESK_USE_CASE_SIGN_IN : DESK_USE_CASE_CHECK_SIGN_IN;
  g_autoptr (DeskActor) claimed = desk_actor_new (staff_id, "", 0, NULL, 0);
  GTask *task = g_task_new (engine, cancellable, callback, data);

  g_task_set_source_tag (task, desk_engine_sign_in_async);
  desk_engine_call_as (engine, claimed, use_case, desk_sign_in_input_new (staff_id, kind, secret), cancellable,
                       on_signed_in_cb, task);
}

/* Returns: (transfer full) (nullable): what became of the try, freed by desk_use_case_free_result (DESK_USE_CASE_SIGN_IN,
 * …); a wrong secret is told there and is no error. */
DeskSignIn *
desk_engine_sign_in_finish (DeskEngine *engine, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * desk_engine_may:
 * @writes: whether something is to be changed
 * @building_id: where it lies, 0 nowhere in particular
 * @entrance_id: 0 the whole building
 *
 * What the gate would say to whoever is at the desk, for greying out.
 */
DeskMay
desk_engine_may (DeskEngine *engine, DeskRight right, gboolean writes, gint64 building_id, gint64 entrance_id)
{
  return desk_matrix_may (&engine->matrix, right, engine->actor->roles, writes,
                          desk_actor_covers (engine->actor, building_id, entrance_id));
}

/* Returns: bits of the roles that have @right. */
gint64
desk_engine_who_may (DeskEngine *engine, DeskRight right)
{
  return desk_matrix_roles (&engine->matrix, right);
}

/* Returns: (transfer none): the matrix of rights as the store has it. */
const DeskMatrix *
desk_engine_get_matrix (DeskEngine *engine)
{
  return &engine->matrix;
}

/* After so many minutes without a touch the desk locks itself; 0 never. */
gint64
desk_engine_get_lock_minutes (DeskEngine *engine)
{
  return engine->lock_minutes;
}

/* Has whoever is at the desk a password of their own? */
gboolean
desk_engine_has_password (DeskEngine *engine)
{
  return engine->has_password;
}

/* Returns: bits of the roles that approve a request for @right. */
gint64
desk_engine_who_approves (DeskEngine *engine, DeskRight right)
{
  return desk_matrix_approvers (&engine->matrix, right);
}
