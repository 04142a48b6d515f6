/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-report.h"

#include <sqlite3.h>

#include "desk-demo.h"
#include "desk-service.h"

#define SEED 1

static gboolean failed;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Returns: (transfer full): no times yet. */
GArray *
bench_times_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* @took: in any unit. */
void
bench_times_add (GArray *times, gint64 took)
{
  g_array_append_val (times, took);
}

/* Returns: the percentile; 50 is the median. */
gint64
bench_times_part (GArray *times, guint percent)
{
  g_return_val_if_fail (times->len > 0, 0);
  g_array_sort (times, compare_times);
  return g_array_index (times, gint64, MIN (times->len - 1, times->len * percent / 100));
}

/* Returns: how many are longer than @limit. */
guint
bench_times_over (GArray *times, gint64 limit)
{
  guint n = 0;

  for (guint i = 0; i < times->len; i++)
    n += g_array_index (times, gint64, i) > limit;
  return n;
}

/* Prints the heading; @where: what was measured on. */
void
bench_begin (const char *where)
{
  g_print ("what, ours, probe, ratio, budget (%s)\n", where);
}

static void
show (const char *what, const char *unit, gint64 ours, gint64 probe)
{
  gint64 ratio = ours * 100 / MAX (1, probe);

  g_print ("%s, %" G_GINT64_FORMAT "%s, %" G_GINT64_FORMAT "%s, ", what, ours, unit, probe, unit);
  if (probe > 0)
    g_print ("%" G_GINT64_FORMAT ".%02d, ", ratio / 100, (int) (ratio % 100));
  else
    g_print ("-, ");
}

/* @budget: of the ratio, in hundredths; 0: the figure is only shown. */
void
bench_show (const char *what, const char *unit, gint64 ours, gint64 probe, gint64 budget)
{
  show (what, unit, ours, probe);
  if (budget == 0)
    g_print ("-\n");
  else
    g_print ("<= %" G_GINT64_FORMAT ".%02d\n", budget / 100, (int) (budget % 100));
  if (budget != 0 && ours * 100 > budget * MAX (1, probe))
    failed = TRUE;
}

/* A count that has a limit of its own, whatever the probe does. */
void
bench_show_limit (const char *what, const char *unit, gint64 ours, gint64 probe, gint64 most)
{
  show (what, unit, ours, probe);
  g_print ("<= %" G_GINT64_FORMAT "%s\n", most, unit);
  if (ours > most)
    failed = TRUE;
}

/* A time with a target, which never fails: machines differ. */
void
bench_show_target (const char *what, const char *unit, gint64 ours, gint64 probe, gint64 target)
{
  show (what, unit, ours, probe);
  g_print ("target %" G_GINT64_FORMAT "%s\n", target, unit);
}

/* Returns: the exit status. */
int
bench_end (void)
{
  return failed ? 1 : 0;
}

/* Nobody signs in to a benchmark: without PINs its administrator is at the desk at once. */
static void
take_pins (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM staff_secret", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

char *
bench_city (const char *folder)
{
  char *path = g_build_filename (folder, "bench-city.frontdesk", NULL);
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (BENCH_CITY_NOW);
  g_autoptr (GError) error = NULL;
  DeskService *service;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_print ("# making the city, once\n");
      desk_demo_make (path, DESK_DEMO_CITY, SEED, BENCH_CITY_DAY, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  service = desk_service_open (path, DESK_OPEN_WRITE, clock, &error); /* an older one is brought up to date */
  g_assert_no_error (error);
  desk_service_close (service);
  take_pins (path);
  return path;
}
