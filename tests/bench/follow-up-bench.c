/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <sqlite3.h>

#include "desk-fixture.h"
#include "desk-reminder.h"
#include "desk-shim-vfs.h"

/*
 * 100,000 open follow-ups: how often the program wakes up in 60 s without anything due (DESK_IDLE_SECONDS), and what
 * Today's first rows and the question for the next due item take beside the bare statements.
 */

#define N 100000
#define RUNS 20

static void
fill (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO follow_up (topic, due_at, owner_id, note, state, tell_at) VALUES (1, ?1, 1, '回电', 1, ?1)",
                      -1, &stmt, NULL);
  for (int i = 0; i < N; i++)
    {
      /* A tenth was due and told; the rest is spread over a year, the first in ten minutes. */
      gint64 due = i % 10 == 0 ? now - i : now + 600 + (gint64) i * 300;

      sqlite3_bind_int64 (stmt, 1, due);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);
  sqlite3_exec (db, "UPDATE follow_up SET told_due = due_at, tell_at = 0 WHERE due_at <= (SELECT max (due_at) FROM "
                    "follow_up WHERE id % 10 = 1)", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(DeskEngine **) data = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
on_end (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Counts what wakes the main context: the timer, answers, anything. */
static void
count_wakes (DeskFixture *fixture)
{
  const char *text = g_getenv ("DESK_IDLE_SECONDS");
  guint seconds = text != NULL ? (guint) atoi (text) : 60, rounds = 0, before;
  g_autoptr (DeskReminder) reminder = NULL;
  DeskEngine *engine = NULL;
  gboolean end = FALSE;

  desk_engine_open_async (fixture->path, DESK_OPEN_WRITE, fixture->clock, NULL, opened_cb, &engine);
  while (engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  reminder = desk_reminder_new (engine, NULL);
  while (desk_reminder_is_busy (reminder) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  before = desk_reminder_get_wakes (reminder);
  g_timeout_add_seconds (seconds, on_end, &end);
  while (!end)
    {
      g_main_context_iteration (NULL, TRUE);
      rounds++;
    }
  printf ("wake-ups in %u s with %d open: timer %u, main loop %u besides the end of the wait\n", seconds, N,
          desk_reminder_get_wakes (reminder) - before, rounds - 1);
  desk_reminder_stop (reminder);
  desk_engine_close (engine);
  g_object_unref (engine);
}

static double
bare_ms (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 begin;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  begin = g_get_monotonic_time ();
  for (int i = 0; i < RUNS; i++)
    {
      while (sqlite3_step (stmt) == SQLITE_ROW)
        ;
      sqlite3_reset (stmt);
    }
  begin = g_get_monotonic_time () - begin;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return (double) begin / RUNS / 1000;
}

static double
ours_ms (DeskFixture *fixture, DeskUseCase use_case, gconstpointer in)
{
  gint64 begin = g_get_monotonic_time ();

  for (int i = 0; i < RUNS; i++)
    {
      gpointer out = desk_use_case_new_result (use_case);

      g_assert_true (desk_use_case_run (fixture->service, use_case, fixture->actor, in, out, NULL));
      desk_use_case_free_result (use_case, out);
    }
  return (double) (g_get_monotonic_time () - begin) / RUNS / 1000;
}

int
main (void)
{
  DeskFixture fixture = { 0 };
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskFollowUpsInput list = { .audience = DESK_AUDIENCE_MINE, .limit = 40 };
  DeskDueInput due = { .shown = none };
  double ours, bare;

  desk_fixture_set_up (&fixture);
  desk_fixture_community (&fixture);
  g_clear_pointer (&fixture.service, desk_service_close);
  g_clear_pointer (&fixture.clock, desk_clock_unref);
  fixture.clock = desk_clock_new_real ();
  fill (fixture.path);
  desk_fixture_reopen (&fixture);
  ours = ours_ms (&fixture, DESK_USE_CASE_LIST_FOLLOW_UPS, &list);
  bare = bare_ms (fixture.path, "SELECT count(*), sum(due_at > 0), sum(due_at > 1) FROM follow_up WHERE state = 1 AND owner_id = 1");
  printf ("Today's first rows of %d, three counts with them: ours %.2f ms, one bare count %.2f ms, ratio %.1f\n", N, ours, bare,
          ours / bare);
  ours = ours_ms (&fixture, DESK_USE_CASE_LIST_DUE, &due);
  bare = bare_ms (fixture.path, "SELECT tell_at FROM follow_up WHERE tell_at > 0 ORDER BY tell_at LIMIT 1");
  printf ("what is due: ours %.2f ms; the next due item alone, bare: %.4f ms\n", ours, bare);
  desk_service_close (g_steal_pointer (&fixture.service));
  count_wakes (&fixture);
  desk_fixture_tear_down (&fixture);
  return 0;
}
