/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bench-report.h"

/*
 * From the start of the program to the first rows of the city painted, and the memory it holds then, against an empty
 * window of libadwaita. Both are started turn by turn. start-bench FOLDER OURS EMPTY, inside a desktop.
 */

#define TURNS 15
#define START_BUDGET 160 /* design.md, Budgets */
#define MEMORY_BUDGET 170

static gboolean
start_once (const char *const *argv, GArray *times, GArray *memory)
{
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  char *end = NULL;
  gint64 painted;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return FALSE;
    }
  painted = g_ascii_strtoll (out, &end, 10);
  if (end == out)
    {
      g_printerr ("%s painted nothing\n", argv[0]);
      return FALSE;
    }
  bench_times_add (times, (painted - begin) / 1000);
  bench_times_add (memory, g_ascii_strtoll (end, NULL, 10));
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GArray) ours = bench_times_new (), empty = bench_times_new ();
  g_autoptr (GArray) our_memory = bench_times_new (), empty_memory = bench_times_new ();

  if (argc < 4)
    return 2;
  path = bench_city (argv[1]);
  /* The first turn only fills the machine's caches. */
  for (guint turn = 0; turn <= TURNS; turn++)
    {
      if (turn == 1)
        for (guint i = 0; i < 4; i++)
          g_array_set_size (((GArray *[]){ ours, empty, our_memory, empty_memory })[i], 0);
      if (!start_once ((const char *const[]){ argv[2], "--store", path, NULL }, ours, our_memory)
          || !start_once ((const char *const[]){ argv[3], NULL }, empty, empty_memory))
        return 1;
    }
  bench_begin ("city; an empty libadwaita window");
  bench_show ("start to first rows painted, p50", " ms", bench_times_part (ours, 50), bench_times_part (empty, 50),
              START_BUDGET);
  bench_show ("memory then, p50", " KiB", bench_times_part (our_memory, 50), bench_times_part (empty_memory, 50),
              MEMORY_BUDGET);
  return bench_end ();
}
