/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "desk-engine.h"

/* The engine ends: every one of its threads, whichever of them takes the word, with and without work under way. */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(DeskEngine **) data = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  int *n_answers = data;
  g_autoptr (GError) error = NULL;
  gpointer page = desk_engine_call_finish (DESK_ENGINE (source), result, &error);

  if (page != NULL)
    desk_use_case_free_result (DESK_USE_CASE_GET_COMMUNITY, page);
  (*n_answers)++;
}

static DeskEngine *
open_engine (const char *path, DeskOpenMode mode)
{
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (1763690400);
  DeskEngine *engine = NULL;

  desk_engine_open_async (path, mode, clock, NULL, opened_cb, &engine);
  while (engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  return engine;
}

static void
test_close (void)
{
  g_autofree char *folder = g_dir_make_tmp ("desk-engine-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.frontdesk", NULL);

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (DeskEngine) engine = open_engine (path, round == 0 ? DESK_OPEN_CREATE : DESK_OPEN_WRITE);
      int n_answers = 0, n_calls = round % 4 * 3;

      for (int i = 0; i < n_calls; i++)
        desk_engine_call_async (engine, DESK_USE_CASE_GET_COMMUNITY, desk_get_input_new (DESK_KIND_NONE, 0, 0), NULL,
                                called_cb, &n_answers);
      desk_engine_close (engine);
      while (n_answers < n_calls)
        g_main_context_iteration (NULL, TRUE);
    }
  for (const char *const *end = (const char *const[]){ "", "-wal", "-shm", ".lock", NULL }; *end != NULL; end++)
    {
      g_autofree char *file = g_strconcat (path, *end, NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/close", test_close);
  return g_test_run ();
}
