/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "desk-backup-keeper.h"
#include "desk-disk.h"
#include "desk-sample.h"
#include "desk-shim-vfs.h"

/* Backups beside the work of an engine: the answer comes on the main context, saves go on between the steps, cancelling and
 * closing leave nothing half, and the end of the day has its backup. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  DeskEngine *engine;
  DeskBackupKeeper *keeper;
  char *folder;
  int n_health;
  gboolean answered;
  DeskBackupDone *done;
  GError *error;
} Keeper;

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keeper *self = data;

  self->engine = desk_engine_open_finish (result, &self->error);
  g_assert_no_error (self->error);
}

static void
on_health_cb (Keeper *self)
{
  self->n_health++;
}

static void
set_up (Keeper *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  g_clear_pointer (&self->base.service, desk_service_close);
  self->folder = g_build_filename (self->base.folder, "test-backups", NULL);
  desk_engine_open_async (self->base.path, DESK_OPEN_WRITE, self->base.clock, NULL, on_opened_cb, self);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  self->keeper = desk_backup_keeper_new (self->engine);
  g_signal_connect_swapped (self->keeper, "health", G_CALLBACK (on_health_cb), self);
}

static void
close_engine (Keeper *self)
{
  if (self->keeper == NULL)
    return;
  desk_backup_keeper_close (self->keeper);
  desk_engine_close (self->engine);
  g_clear_object (&self->keeper);
  g_clear_object (&self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Keeper *self, gconstpointer data)
{
  close_engine (self);
  g_clear_error (&self->error);
  desk_backup_done_free (self->done);
  desk_fixture_tear_down (&self->base);
  g_free (self->folder);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Keeper *self = data;

  self->done = desk_backup_keeper_make_finish (DESK_BACKUP_KEEPER (source), result, &self->error);
  self->answered = TRUE;
}

static void
wait_answer (Keeper *self)
{
  while (!self->answered)
    g_main_context_iteration (NULL, TRUE);
}

static int
n_backups (Keeper *self)
{
  g_autoptr (GPtrArray) list = desk_backup_list (self->folder, NULL);

  return (int) list->len;
}

static void
test_make (Keeper *self, gconstpointer data)
{
  desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, self);
  g_assert_true (desk_backup_keeper_get_health (self->keeper)->running);
  wait_answer (self);
  g_assert_no_error (self->error);
  g_assert_cmpint (self->done->info->act_id, ==, self->world.head_act);
  g_assert_false (desk_backup_keeper_get_health (self->keeper)->running);
  while (desk_backup_keeper_get_health (self->keeper)->last_at == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (desk_backup_keeper_get_health (self->keeper)->last_at, ==, DESK_FIXTURE_NOW);
  g_assert_false (desk_backup_keeper_get_health (self->keeper)->late);
  g_assert_cmpint (self->n_health, >=, 2);
  g_assert_cmpint (n_backups (self), ==, 1);
}

static void
test_cancel (Keeper *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  desk_backup_keeper_make_async (self->keeper, NULL, cancellable, on_made_cb, self);
  g_cancellable_cancel (cancellable);
  wait_answer (self);
  g_assert_error (self->error, DESK_ERROR, DESK_ERROR_CANCELLED);
  g_assert_null (desk_backup_keeper_get_health (self->keeper)->error);
  g_assert_cmpint (n_backups (self), ==, 0);
}

/* A folder that is not there: the answer says it, and so does the health. */
static void
test_failure (Keeper *self, gconstpointer data)
{
  DeskBackupPlan *plan = desk_backup_plan_new_file ("/no/such/folder/file", NULL, NULL);

  desk_backup_keeper_make_async (self->keeper, plan, NULL, on_made_cb, self);
  wait_answer (self);
  g_assert_nonnull (desk_error_get_problem (self->error));
  g_assert_nonnull (desk_backup_keeper_get_health (self->keeper)->error);
}

static int hanging; /* atomic: 1 while the other disk hangs with a backup on it */

/* A rename on the other disk, that does not come back before it is let go. */
static gboolean
hang (const char *what)
{
  if (!g_str_has_suffix (what, ".backup"))
    return TRUE;
  g_atomic_int_set (&hanging, 1);
  while (g_atomic_int_get (&hanging) == 1)
    g_thread_yield ();
  return TRUE;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  g_assert_no_error (error);
  desk_use_case_free_result (DESK_USE_CASE_SAVE_PERSON, saved);
  *(gboolean *) data = TRUE;
}

/* The folder lies on a stick that hangs: what is copied on the writer's thread lies beside the store, saves go on, and the
 * backup is there when the stick comes back. */
static void
test_hanging_disk (Keeper *self, gconstpointer data)
{
  g_autofree char *beside = g_strconcat (self->base.path, ".open.part", NULL);
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "鲁智深" };
  gboolean saved = FALSE;

  desk_disk_set_other (TRUE);
  desk_disk_set_step (hang);
  desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, self);
  while (g_atomic_int_get (&hanging) == 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new ("hanging", &person), NULL,
                          on_saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (self->answered);
  g_assert_true (desk_backup_keeper_get_health (self->keeper)->running);
  g_atomic_int_set (&hanging, 2);
  wait_answer (self);
  desk_disk_set_step (NULL);
  desk_disk_set_other (FALSE);
  g_assert_no_error (self->error);
  g_assert_cmpint (self->done->info->act_id, ==, self->world.head_act);
  g_assert_cmpint (n_backups (self), ==, 1);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
}

/* P12 of the limits: whatever reads, copies, proves and looks meanwhile, one connection at a time has the store open for
 * writing. */
static void
test_one_writer (Keeper *self, gconstpointer data)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "石秀" };
  gboolean saved = FALSE;

  desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, self);
  desk_backup_keeper_look (self->keeper);
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new ("one-writer", &person), NULL,
                          on_saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  wait_answer (self);
  g_assert_no_error (self->error);
  close_engine (self);
  g_assert_cmpuint (desk_shim_most_writers (), ==, 1);
  desk_fixture_reopen (&self->base);
}

/* A folder's first look that does not come back before it is let go. */
static gboolean
hang_at_look (const char *what)
{
  if (!g_str_has_suffix (what, "-backups") || !g_atomic_int_compare_and_exchange (&hanging, 0, 1))
    return TRUE;
  while (g_atomic_int_get (&hanging) == 1)
    g_thread_yield ();
  return TRUE;
}

/* The stick hangs before anything is asked of it: saves go on, and the backup is made when it comes back. */
static void
test_hanging_at_first_look (Keeper *self, gconstpointer data)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "武松" };
  gboolean saved = FALSE;

  g_atomic_int_set (&hanging, 0);
  desk_disk_set_step (hang_at_look);
  desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, self);
  while (g_atomic_int_get (&hanging) == 0)
    g_main_context_iteration (NULL, FALSE);
  desk_engine_call_async (self->engine, DESK_USE_CASE_SAVE_PERSON, desk_person_input_new ("looking", &person), NULL,
                          on_saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (self->answered);
  g_atomic_int_set (&hanging, 2);
  wait_answer (self);
  desk_disk_set_step (NULL);
  g_assert_no_error (self->error);
  g_assert_cmpint (n_backups (self), ==, 1);
}

/* The program ends while the stick hangs: it does not wait for it, the store is closed whole, and the next start has it.
 * The thread that was left behind goes on by itself and harms nothing. */
static void
test_close_while_hanging (Keeper *self, gconstpointer data)
{
  g_atomic_int_set (&hanging, 0);
  desk_disk_set_other (TRUE);
  desk_disk_set_step (hang);
  desk_backup_keeper_set_patience (self->keeper, 1000);
  desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, self);
  while (g_atomic_int_get (&hanging) == 0)
    g_main_context_iteration (NULL, FALSE);
  close_engine (self);
  g_assert_cmpint (g_atomic_int_get (&hanging), ==, 1);
  desk_fixture_reopen (&self->base);
  g_assert_cmpint (n_backups (self), ==, 0);
  g_atomic_int_set (&hanging, 2);
  wait_answer (self);
  desk_disk_set_step (NULL);
  desk_disk_set_other (FALSE);
}

/* What was done today and is in no backup gets one when the program ends; once a day. */
static void
test_day_end (Keeper *self, gconstpointer data)
{
  close_engine (self);
  g_assert_cmpint (n_backups (self), ==, 1);
  desk_fixture_reopen (&self->base);
  desk_fixture_person (&self->base, "林冲", NULL);
  g_assert_null (desk_backup_make_at_day_end (self->base.service, G_TIME_SPAN_MINUTE, NULL));
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 86400);
  {
    g_autoptr (DeskBackupDone) done = desk_backup_make_at_day_end (self->base.service, G_TIME_SPAN_MINUTE, NULL);

    g_assert_nonnull (done);
  }
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 2 * 86400);
  g_assert_null (desk_backup_make_at_day_end (self->base.service, G_TIME_SPAN_MINUTE, NULL));
}

/* Closing while it copies: whoever asked is answered, nothing hangs, nothing half has a backup's name. */
static void
test_close (Keeper *self, gconstpointer data)
{
  desk_backup_keeper_make_async (self->keeper, NULL, NULL, on_made_cb, self);
  close_engine (self);
  wait_answer (self);
  g_assert_cmpint (n_backups (self), <=, 2);
  desk_fixture_reopen (&self->base);
}

static void
test_state (Keeper *self, gconstpointer data)
{
  g_autoptr (DeskBackupState) none = NULL, one = NULL, later = NULL;

  close_engine (self);
  desk_fixture_remove_folder (self->folder);
  desk_fixture_reopen (&self->base);
  none = desk_backup_state_read (self->base.service, NULL);
  g_assert_true (none->due);
  g_assert_false (none->late);
  g_assert_cmpint (none->list->len, ==, 0);
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 3 * 86400);
  later = desk_backup_state_read (self->base.service, NULL);
  g_assert_true (later->late);
  desk_backup_done_free (desk_backup_make (self->base.service, later->plan, NULL, NULL, NULL, NULL));
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 30 * 86400);
  one = desk_backup_state_read (self->base.service, NULL);
  g_assert_cmpint (one->list->len, ==, 1);
  /* Nothing was done since: nothing is due, nothing is late. */
  g_assert_false (one->late || one->due);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
#define ADD(path, func) g_test_add (path, Keeper, NULL, set_up, func, tear_down)
  ADD ("/keeper/make", test_make);
  ADD ("/keeper/cancel", test_cancel);
  ADD ("/keeper/failure", test_failure);
  ADD ("/keeper/hanging-disk", test_hanging_disk);
  ADD ("/keeper/close-while-hanging", test_close_while_hanging);
  ADD ("/keeper/one-writer", test_one_writer);
  ADD ("/keeper/hanging-at-first-look", test_hanging_at_first_look);
  ADD ("/keeper/day-end", test_day_end);
  ADD ("/keeper/close", test_close);
  ADD ("/keeper/state", test_state);
  return g_test_run ();
}
