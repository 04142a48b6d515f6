/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-engine.h"
#include "desk-sample.h"

/* Who is at the desk, as the window asks for it: coming, locking, changing places, and what the trail has of what a reader
 * refused. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  gint64 clerk;
  DeskEngine *engine;
  guint n_told; /* "session" came */
} Session;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(DeskEngine **) data = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
session_cb (DeskEngine *engine, gpointer data)
{
  ((Session *) data)->n_told++;
}

static void
set_up (Session *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  self->clerk = desk_fixture_staff (&self->base, "wangli", "王丽", 1 << DESK_STAFF_ROLE_DESK, 0);
  desk_fixture_secret (&self->base, self->base.actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (&self->base, self->clerk, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  desk_fixture_secret (&self->base, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_engine_open_async (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL, opened_cb, &self->engine);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (self->engine, "session", G_CALLBACK (session_cb), self);
}

static void
tear_down (Session *self, gconstpointer data)
{
  g_clear_object (&self->engine);
  desk_fixture_tear_down (&self->base);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct
{
  gboolean done;
  DeskProblemCode problem; /* DESK_N_PROBLEMS none */
} Answer;

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  DeskSignIn *out = desk_engine_sign_in_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  answer->problem = out->problem != NULL ? out->problem->code : DESK_N_PROBLEMS;
  answer->done = TRUE;
  desk_use_case_free_result (DESK_USE_CASE_SIGN_IN, out);
}

static DeskProblemCode
sign_in (Session *self, gint64 staff_id, DeskSecretKind kind, const char *secret)
{
  Answer answer = { 0 };

  desk_engine_sign_in_async (self->engine, staff_id, kind, secret, NULL, signed_in_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer.problem;
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;
  g_autoptr (GError) error = NULL;
  DeskUseCase use_case = desk_engine_call_get_use_case (result);

  desk_use_case_free_result (use_case, desk_engine_call_finish (DESK_ENGINE (source), result, &error));
  answer->problem = error != NULL && desk_error_get_problem (error) != NULL ? desk_error_get_problem (error)->code
                                                                              : DESK_N_PROBLEMS;
  answer->done = TRUE;
}

static DeskProblemCode
call (Session *self, DeskUseCase use_case, gpointer in)
{
  Answer answer = { 0 };

  desk_engine_call_async (self->engine, use_case, in, NULL, called_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer.problem;
}

static DeskProblemCode
read_trail (Session *self)
{
  return call (self, DESK_USE_CASE_LIST_IDS, desk_list_input_new (DESK_LIST_TRAIL, 0, NULL, 0, TRUE, 0, 0));
}

static DeskProblemCode
write_something (Session *self)
{
  g_autoptr (DeskRecord) person = desk_record_new (DESK_KIND_PERSON);

  desk_text_set (&((DeskPerson *) person)->name, "陶行知");
  ((DeskPerson *) person)->kind = DESK_PERSON_KIND_NATURAL;
  return call (self, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new (NULL, (DeskPerson *) person));
}

static gint64
count (Session *self, const char *sql)
{
  return desk_fixture_count (&self->base, sql);
}

/* Wrong ones are told, the right one changes the actor before its answer comes; nobody there before. */
static void
test_coming (Session *self, gconstpointer data)
{
  g_assert_cmpint (desk_engine_get_session (self->engine), ==, DESK_SESSION_OUT);
  g_assert_cmpint (desk_engine_get_actor (self->engine)->staff_id, ==, 0);
  g_assert_cmpint (write_something (self), ==, DESK_PROBLEM_SIGN_IN_FIRST);
  g_assert_cmpint (sign_in (self, self->clerk, DESK_SECRET_PIN, "000000"), ==, DESK_PROBLEM_PIN_WRONG);
  g_assert_cmpint (desk_engine_get_session (self->engine), ==, DESK_SESSION_OUT);
  g_assert_cmpuint (self->n_told, ==, 0);
  g_assert_cmpint (sign_in (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN), ==, DESK_N_PROBLEMS);
  g_assert_cmpint (desk_engine_get_session (self->engine), ==, DESK_SESSION_IN);
  g_assert_cmpint (desk_engine_get_actor (self->engine)->staff_id, ==, self->clerk);
  g_assert_cmpuint (self->n_told, >=, 1);
}

/* A locked desk keeps whose page it is and turns writes away, also for whoever waits with a wrong secret. */
static void
test_locking (Session *self, gconstpointer data)
{
  sign_in (self, self->base.actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  g_assert_cmpint (write_something (self), ==, DESK_N_PROBLEMS);
  desk_engine_lock (self->engine, DESK_LEAVE_LOCK);
  g_assert_cmpint (desk_engine_get_session (self->engine), ==, DESK_SESSION_LOCKED);
  g_assert_cmpint (desk_engine_get_actor (self->engine)->staff_id, ==, self->base.actor->staff_id);
  g_assert_cmpint (write_something (self), ==, DESK_PROBLEM_SIGN_IN_FIRST);
  desk_engine_lock (self->engine, DESK_LEAVE_LOCK);
  sign_in (self, self->clerk, DESK_SECRET_PIN, "000000");
  g_assert_cmpint (desk_engine_get_session (self->engine), ==, DESK_SESSION_LOCKED);
  g_assert_cmpint (write_something (self), ==, DESK_PROBLEM_SIGN_IN_FIRST);
  sign_in (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
  g_assert_cmpint (desk_engine_get_actor (self->engine)->staff_id, ==, self->clerk);
  g_assert_cmpint (write_something (self), ==, DESK_PROBLEM_NOT_ALLOWED);
  g_assert_cmpint (count (self, "SELECT count(*) FROM act WHERE use_case = 'leave_desk'"), ==, 1);
}

/* What a reader refused stands in the trail once for each time somebody is at the desk, under the right that was missing. */
static void
test_refused_read (Session *self, gconstpointer data)
{
  sign_in (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (read_trail (self), ==, DESK_PROBLEM_NOT_ALLOWED);
  sign_in (self, self->base.actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  g_assert_cmpint (read_trail (self), ==, DESK_N_PROBLEMS);
  sign_in (self, self->clerk, DESK_SECRET_PIN, DESK_FIXTURE_PIN);
  g_assert_cmpint (read_trail (self), ==, DESK_PROBLEM_NOT_ALLOWED);
  /* The writer takes one after the other. */
  sign_in (self, self->base.actor->staff_id, DESK_SECRET_PASSWORD, DESK_FIXTURE_PASSWORD);
  g_assert_cmpint (count (self, "SELECT count(*) FROM trail WHERE use_case = 'note_refusal' "
                                "AND changes LIKE '%trail.read%'"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/engine-session/coming", Session, NULL, set_up, test_coming, tear_down);
  g_test_add ("/engine-session/locking", Session, NULL, set_up, test_locking, tear_down);
  g_test_add ("/engine-session/refused-read", Session, NULL, set_up, test_refused_read, tear_down);
  return g_test_run ();
}
