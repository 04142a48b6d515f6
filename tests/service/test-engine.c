/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "desk-engine-private.h"
#include "desk-sample.h"
#include "desk-setting.h"
#include "desk-shim-vfs.h"

/* The threads behind the window: what comes back, in which order, and that nobody waits for the disk. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskEngine *engine;
  guint n_changed; /* times the signal came */
  int state;       /* last one told, -1 none */
} Engine;

/* One answer. */
typedef struct
{
  gboolean done;
  gpointer result;
  GError *error;
  DeskUseCase use_case;
  Engine *of;
  guint changed_before; /* signals that came before it */
  int order;
} Answer;

static int order;

static void
iterate_until (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  gboolean done;
  DeskEngine *engine;
  GError *error;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *self = data;

  self->engine = desk_engine_open_finish (result, &self->error);
  self->done = TRUE;
}

static DeskEngine *
open_engine (Engine *self, const char *path, DeskOpenMode mode, GError **error)
{
  Opening opening = { 0 };

  desk_engine_open_async (path, mode, self->base.clock, NULL, opened_cb, &opening);
  iterate_until (&opening.done);
  if (opening.error != NULL)
    g_propagate_error (error, opening.error);
  return opening.engine;
}

static void
on_changed (DeskEngine *engine, DeskChangeSet *changes, gpointer data)
{
  Engine *self = data;

  g_assert_cmpint (desk_change_set_size (changes), >, 0);
  self->n_changed++;
}

static void
on_state (DeskEngine *engine, int state, gpointer data)
{
  ((Engine *) data)->state = state;
}

/* A store with something in it, closed; tests open it as they like. */
static void
set_up (Engine *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  g_clear_pointer (&self->base.service, desk_service_close);
  self->state = -1;
}

static void
tear_down (Engine *self, gconstpointer data)
{
  g_clear_object (&self->engine);
  desk_fixture_tear_down (&self->base);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
start (Engine *self, DeskOpenMode mode)
{
  g_autoptr (GError) error = NULL;

  self->engine = open_engine (self, self->base.path, mode, &error);
  g_assert_no_error (error);
  g_signal_connect (self->engine, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->engine, "state", G_CALLBACK (on_state), self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  g_assert_cmpint (desk_engine_call_get_use_case (result), ==, answer->use_case);
  answer->result = desk_engine_call_finish (DESK_ENGINE (source), result, &answer->error);
  g_assert_true ((answer->result == NULL) == (answer->error != NULL));
  answer->changed_before = answer->of->n_changed;
  answer->order = order++;
  answer->done = TRUE;
}

static void
call (Engine *self, DeskUseCase use_case, gpointer in, GCancellable *cancellable, Answer *answer)
{
  *answer = (Answer){ .use_case = use_case, .of = self };
  desk_engine_call_async (self->engine, use_case, in, cancellable, answered_cb, answer);
}

static void
answer_clear (Answer *answer)
{
  desk_use_case_free_result (answer->use_case, answer->result);
  g_clear_error (&answer->error);
}

static gpointer
new_person (const char *name)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) name };

  return desk_person_input_new (NULL, &person);
}

static gpointer
get_unit (Engine *self)
{
  return desk_get_input_new (DESK_KIND_UNIT, self->world.unit, 0);
}

static void
assert_refused (Engine *self, const char *path, DeskOpenMode mode, DeskErrorCode code, DeskProblemCode problem)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_engine (self, path, mode, &error));
  desk_assert_problem (error, code, problem);
}

static void
test_open (Engine *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->base.folder, "missing", NULL);
  g_autofree char *fresh = g_build_filename (self->base.folder, "fresh.frontdesk", NULL);
  g_autofree char *bad = g_build_filename (self->base.folder, "bad.frontdesk", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskEngine) made = NULL;

  assert_refused (self, missing, DESK_OPEN_WRITE, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_STORE_MISSING);
  assert_refused (self, self->base.path, DESK_OPEN_CREATE, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS);
  g_assert_true (g_file_set_contents (bad, "SQLite format 3 but not really", -1, NULL));
  assert_refused (self, bad, DESK_OPEN_WRITE, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS);
  made = open_engine (self, fresh, DESK_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_engine_get_state (made), ==, DESK_ENGINE_READY);
  g_assert_cmpstr (desk_engine_get_path (made), ==, fresh);
  g_assert_cmpint (desk_engine_get_actor (made)->roles, ==, DESK_ALL_ROLES);
  g_assert_cmpint (desk_engine_today (made), ==, 20251121);
}

/* One writer: the second one is told, a reader gets in beside it, and the door opens when the first has gone. */
static void
test_door (Engine *self, gconstpointer data)
{
  g_autoptr (DeskEngine) reader = NULL;
  g_autoptr (GError) error = NULL;

  start (self, DESK_OPEN_WRITE);
  assert_refused (self, self->base.path, DESK_OPEN_WRITE, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED);
  reader = open_engine (self, self->base.path, DESK_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_engine_get_state (reader), ==, DESK_ENGINE_READ_ONLY);
  desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  start (self, DESK_OPEN_WRITE);
}

/* A store that cannot be written can be looked at. */
static void
test_read_only (Engine *self, gconstpointer data)
{
  Answer read, write;

  g_assert_cmpint (g_chmod (self->base.path, 0400), ==, 0);
  start (self, DESK_OPEN_WRITE);
  g_assert_cmpint (desk_engine_get_state (self->engine), ==, DESK_ENGINE_READ_ONLY);
  call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), NULL, &read);
  call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("查良镛"), NULL, &write);
  iterate_until (&read.done);
  iterate_until (&write.done);
  g_assert_no_error (read.error);
  g_assert_cmpstr (((DeskUnitPage *) read.result)->unit->label, ==, "3-2-1501");
  desk_assert_problem (write.error, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY);
  answer_clear (&read);
  answer_clear (&write);
}

/* A page that opening does not read is lost. */
static void
damage (Engine *self)
{
  g_autofree char *bytes = NULL;
  gsize n;
  gint64 page = desk_fixture_count (&self->base, "SELECT rootpage FROM sqlite_schema WHERE name = 'document_number'");

  g_assert_true (g_file_get_contents (self->base.path, &bytes, &n, NULL));
  memset (bytes + (page - 1) * 4096, 0x5a, 4096);
  g_assert_true (g_file_set_contents (self->base.path, bytes, (gssize) n, NULL));
}

/* Damage that opening does not meet is found in idle time and told; looking goes on. */
static void
test_damaged (Engine *self, gconstpointer data)
{
  Answer read;

  damage (self);
  start (self, DESK_OPEN_WRITE);
  g_assert_cmpint (desk_engine_get_state (self->engine), ==, DESK_ENGINE_READY);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "quick_check*");
  while (self->state == -1)
    g_main_context_iteration (NULL, TRUE);
  g_test_assert_expected_messages ();
  g_assert_cmpint (self->state, ==, DESK_ENGINE_DAMAGED);
  g_assert_cmpint (desk_engine_get_state (self->engine), ==, DESK_ENGINE_DAMAGED);
  call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), NULL, &read);
  iterate_until (&read.done);
  g_assert_no_error (read.error);
  answer_clear (&read);
}

/* Until the check has said in its file that the store was sound at @at. */
static void
wait_checked (Engine *self, gint64 at)
{
  g_autofree char *path = g_strconcat (self->base.path, ".checked", NULL);

  for (;;)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && g_ascii_strtoll (text, NULL, 10) == at)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* A store that was sound is not checked again on the same day, not by the next program either; on the next day it is, in a
 * program that nobody uses meanwhile. */
static void
test_daily_check (Engine *self, gconstpointer data)
{
  gint64 soon = DESK_FIXTURE_NOW + 86399, later = DESK_FIXTURE_NOW + 86400;

  start (self, DESK_OPEN_WRITE);
  wait_checked (self, DESK_FIXTURE_NOW);
  g_clear_object (&self->engine);
  desk_clock_set (self->base.clock, soon);
  g_assert_false (desk_engine_check_is_due (self->base.path, soon));
  g_assert_true (desk_engine_check_is_due (self->base.path, later));
  g_assert_true (desk_engine_check_is_due (self->base.path, DESK_FIXTURE_NOW - 1));
  start (self, DESK_OPEN_WRITE);
  desk_clock_set (self->base.clock, later);
  desk_engine_wake (self->engine);
  wait_checked (self, later);
  g_clear_object (&self->engine);
  damage (self);
  start (self, DESK_OPEN_WRITE);
  desk_clock_set (self->base.clock, later + 86400);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "quick_check*");
  desk_engine_wake (self->engine);
  while (self->state == -1)
    g_main_context_iteration (NULL, TRUE);
  g_test_assert_expected_messages ();
  g_assert_cmpint (self->state, ==, DESK_ENGINE_DAMAGED);
}

/* Writes are done in the order they were asked; the window hears what changed before the answer. */
static void
test_writes (Engine *self, gconstpointer data)
{
  Answer answers[20];
  gint64 last = 0;

  start (self, DESK_OPEN_WRITE);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("尉迟恭"), NULL, &answers[i]);
  g_assert_cmpint (desk_engine_get_pending_writes (self->engine), ==, G_N_ELEMENTS (answers));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      iterate_until (&answers[i].done);
      g_assert_no_error (answers[i].error);
      g_assert_cmpint (((DeskSaved *) answers[i].result)->id, >, last);
      last = ((DeskSaved *) answers[i].result)->id;
      g_assert_cmpint (answers[i].changed_before, >=, i + 1);
      if (i > 0)
        g_assert_cmpint (answers[i].order, >, answers[i - 1].order);
      answer_clear (&answers[i]);
    }
  while (desk_engine_get_pending_writes (self->engine) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (self->n_changed, ==, G_N_ELEMENTS (answers));
}

/* A refused write tells nobody that something changed. */
static void
test_refused_write (Engine *self, gconstpointer data)
{
  Answer answer;

  start (self, DESK_OPEN_WRITE);
  call (self, DESK_USE_CASE_SAVE_PERSON, new_person (""), NULL, &answer);
  iterate_until (&answer.done);
  desk_assert_problem (answer.error, DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY);
  g_assert_cmpint (self->n_changed, ==, 0);
  answer_clear (&answer);
}

/* While one reader is held up, the other answers. */
static void
test_parallel (Engine *self, gconstpointer data)
{
  Answer write, first, second;

  start (self, DESK_OPEN_WRITE);
  call (self, DESK_USE_CASE_MERGE_PEOPLE, desk_merge_input_new (NULL, self->world.person, self->world.twin), NULL,
        &write);
  iterate_until (&write.done);
  answer_clear (&write);
  desk_shim_block_one_read ();
  call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), NULL, &first);
  while (!desk_shim_is_waiting ())
    g_main_context_iteration (NULL, FALSE);
  call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), NULL, &second);
  iterate_until (&second.done);
  g_assert_no_error (second.error);
  g_assert_false (first.done);
  desk_shim_release ();
  iterate_until (&first.done);
  g_assert_no_error (first.error);
  answer_clear (&first);
  answer_clear (&second);
}

static gboolean
tick (gpointer data)
{
  (*(int *) data)++;
  return G_SOURCE_CONTINUE;
}

/* The disk hangs in a sync: calls return, the loop goes round, reads are answered with what is saved; then the disk
 * wakes and everything is there. A write that has begun is not cancelled, one that waits is. */
static void
test_blocked_sync (Engine *self, gconstpointer data)
{
  g_autoptr (GCancellable) running = g_cancellable_new ();
  g_autoptr (GCancellable) waiting = g_cancellable_new ();
  Answer first, second, third, reads[6];
  int ticks = 0;
  guint source;

  start (self, DESK_OPEN_WRITE);
  desk_shim_block ();
  source = g_timeout_add (1, tick, &ticks);
  call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("甲"), running, &first);
  call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("乙"), waiting, &second);
  call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("丙"), NULL, &third);
  while (!desk_shim_is_waiting ())
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), NULL, &reads[i]);
      iterate_until (&reads[i].done);
      g_assert_no_error (reads[i].error);
      answer_clear (&reads[i]);
    }
  ticks = 0;
  while (ticks < 30)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (desk_shim_is_waiting ());
  g_assert_false (first.done);
  g_assert_cmpint (desk_engine_get_pending_writes (self->engine), ==, 3);
  g_cancellable_cancel (running);
  g_cancellable_cancel (waiting);
  desk_shim_release ();
  iterate_until (&first.done);
  iterate_until (&second.done);
  iterate_until (&third.done);
  g_assert_no_error (first.error);
  g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (third.error);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE name IN ('甲', '乙', '丙')"), ==, 2);
  answer_clear (&first);
  answer_clear (&second);
  answer_clear (&third);
  g_source_remove (source);
}

static void
test_cancelled_read (Engine *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  start (self, DESK_OPEN_WRITE);
  call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), cancellable, &answer);
  g_cancellable_cancel (cancellable);
  iterate_until (&answer.done);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  answer_clear (&answer);
}

/* Closing carries out what was to be saved, answers everything, and what comes later as well. */
static void
test_close (Engine *self, gconstpointer data)
{
  Answer writes[10], reads[10], late;

  start (self, DESK_OPEN_WRITE);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("万俟雪"), NULL, &writes[i]);
      call (self, DESK_USE_CASE_GET_UNIT_PAGE, get_unit (self), NULL, &reads[i]);
    }
  desk_engine_close (self->engine);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE name = '万俟雪'"), ==,
                   G_N_ELEMENTS (writes));
  call (self, DESK_USE_CASE_SAVE_PERSON, new_person ("万俟雪"), NULL, &late);
  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      iterate_until (&writes[i].done);
      iterate_until (&reads[i].done);
      g_assert_no_error (writes[i].error);
      if (reads[i].error != NULL)
        g_assert_error (reads[i].error, DESK_ERROR, DESK_ERROR_CANCELLED);
      answer_clear (&writes[i]);
      answer_clear (&reads[i]);
    }
  iterate_until (&late.done);
  desk_assert_problem (late.error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED);
  answer_clear (&late);
}

/* Whoever lets go of the engine with calls under way still gets the answers, and the threads end on the caller's. */
static void
test_let_go (Engine *self, gconstpointer data)
{
  for (int round = 0; round < 20; round++)
    {
      Answer answers[4];

      start (self, DESK_OPEN_WRITE);
      for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
        call (self, i % 2 == 0 ? DESK_USE_CASE_SAVE_PERSON : DESK_USE_CASE_GET_UNIT_PAGE,
              i % 2 == 0 ? new_person ("区子健") : get_unit (self), NULL, &answers[i]);
      g_clear_object (&self->engine);
      for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
        {
          iterate_until (&answers[i].done);
          g_assert_no_error (answers[i].error);
          answer_clear (&answers[i]);
        }
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static gpointer
set_zone (const char *name)
{
  DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING }, .name = (char *) desk_setting_name (DESK_SETTING_ZONE),
                          .value = (char *) name };

  return desk_record_input_new (NULL, &setting);
}

/* A store that moves to another zone: its days begin there from then on, for the window and for every reader. */
static void
test_zone (Engine *self, gconstpointer data)
{
  DeskOwnerInput *next_owner = desk_owner_input_new (NULL, self->world.unit, self->world.tenant, 20251122);
  Answer saved, moved;

  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 13 * 3600); /* 23:00 in Shanghai, the next day in Auckland */
  start (self, DESK_OPEN_WRITE);
  call (self, DESK_USE_CASE_CHANGE_OWNER, next_owner, NULL, &saved);
  g_assert_cmpint (desk_engine_today (self->engine), ==, 20251121);
  iterate_until (&saved.done);
  g_assert_no_error (saved.error);
  answer_clear (&saved);
  for (int round = 0; round < 2; round++)
    {
      Answer reads[8];

      for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
        call (self, DESK_USE_CASE_FIND_RESPONSIBLE, get_unit (self), NULL, &reads[i]);
      for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
        {
          iterate_until (&reads[i].done);
          g_assert_no_error (reads[i].error);
          g_assert_cmpint (((DeskResponsible *) reads[i].result)->person_id, ==,
                           round == 0 ? self->world.person : self->world.tenant);
          answer_clear (&reads[i]);
        }
      if (round > 0)
        break;
      call (self, DESK_USE_CASE_CHANGE_SETTING, set_zone ("Pacific/Auckland"), NULL, &moved);
      iterate_until (&moved.done);
      g_assert_no_error (moved.error);
      answer_clear (&moved);
      g_assert_cmpstr (g_time_zone_get_identifier (desk_engine_get_zone (self->engine)), ==, "Pacific/Auckland");
      g_assert_cmpint (desk_engine_today (self->engine), ==, 20251122);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
#define ADD(path, func) g_test_add (path, Engine, NULL, set_up, func, tear_down)
  ADD ("/engine/open", test_open);
  ADD ("/engine/door", test_door);
  ADD ("/engine/read-only", test_read_only);
  ADD ("/engine/damaged", test_damaged);
  ADD ("/engine/daily-check", test_daily_check);
  ADD ("/engine/writes", test_writes);
  ADD ("/engine/refused-write", test_refused_write);
  ADD ("/engine/parallel", test_parallel);
  ADD ("/engine/blocked-sync", test_blocked_sync);
  ADD ("/engine/cancelled-read", test_cancelled_read);
  ADD ("/engine/close", test_close);
  ADD ("/engine/let-go", test_let_go);
  ADD ("/engine/zone", test_zone);
  return g_test_run ();
}
