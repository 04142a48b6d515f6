/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bench-report.h"
#include "desk-name-reading.h"
#include "search-probe.h"

/*
 * Look-ups and lists of the city against bare C over the same statements and rows, turn by turn, so that whatever else
 * the machine does falls on both. One line a figure: what, ours, probe, ratio, budget (design.md, Budgets). The store
 * is made once and kept in the folder given as argument.
 */

#define SEED 1 /* of what is looked up */
#define LIMIT 50
#define LOOK_UPS 200 /* of each kind and length */
#define TURNS 8

static gint64
now (void)
{
  return g_get_monotonic_time ();
}

typedef struct
{
  DeskService *service;
  DeskActor *actor;
  SearchProbe *probe;
  GRand *random;
} Bench;

/* Kinds of what is typed, as limits.md (a) measures them. */
typedef enum
{
  TYPED_HANZI,
  TYPED_PINYIN,
  TYPED_INITIALS,
  TYPED_PHONE_HEAD,
  TYPED_PHONE_TAIL,
  TYPED_ROOM,
  N_TYPED
} Typed;

static char *
join_reading (const char *name, gboolean initials)
{
  g_autoptr (DeskNameReading) reading = desk_name_reading_new (name, NULL, 8);
  GString *text = g_string_new (NULL);
  const char *const *way = reading->ways->len > 0 ? reading->ways->pdata[0] : NULL;

  for (guint i = 0; way != NULL && i < reading->tokens->len; i++)
    if (initials)
      g_string_append_c (text, way[i][0]);
    else
      g_string_append (text, way[i]);
  return g_string_free (text, FALSE);
}

static char *
random_query (Bench *bench, Typed typed, glong length)
{
  g_autofree char *name = search_probe_random (bench->probe, "person", "name", bench->random);
  g_autofree char *text = NULL;
  glong n;

  if (typed == TYPED_HANZI)
    text = g_steal_pointer (&name);
  else if (typed == TYPED_PINYIN || typed == TYPED_INITIALS)
    text = join_reading (name, typed == TYPED_INITIALS);
  else if (typed == TYPED_ROOM)
    text = search_probe_random (bench->probe, "unit", "room", bench->random);
  else
    text = search_probe_random (bench->probe, "phone", "number", bench->random);
  n = g_utf8_strlen (text, -1);
  if (typed == TYPED_PHONE_TAIL)
    return g_utf8_substring (text, MAX (0, n - length), n);
  return g_utf8_substring (text, 0, MIN (n, length));
}

/* Keeps the better of two times: what else the machine does is no part of a look-up. */
static void
keep (GArray *times, guint at, gint64 took)
{
  if (at == times->len)
    g_array_append_val (times, took);
  else if (took < g_array_index (times, gint64, at))
    g_array_index (times, gint64, at) = took;
}

/* One look-up: what is typed, and what was found, whose rows the probe reads. */
typedef struct
{
  char *text;
  DeskSearchQuery *query;
  DeskHits hits;
} LookUp;

static void
look_up_free (gpointer data)
{
  LookUp *self = data;

  g_free (self->text);
  desk_search_query_free (self->query);
  desk_hits_clear (&self->hits);
  g_free (self);
}

static void
look_up_ours (Bench *bench, const LookUp *look_up, DeskHits *hits)
{
  DeskSearchInput in = { .text = look_up->text, .limit = LIMIT };
  g_autoptr (GError) error = NULL;

  desk_search (bench->service, bench->actor, &in, hits, &error);
  g_assert_no_error (error);
}

static GPtrArray *
make_look_ups (Bench *bench, glong length)
{
  GPtrArray *look_ups = g_ptr_array_new_with_free_func (look_up_free);

  for (guint i = 0; i < LOOK_UPS * N_TYPED; i++)
    {
      LookUp *look_up = g_new0 (LookUp, 1);

      look_up->text = random_query (bench, (Typed) (i % N_TYPED), length);
      look_up->query = desk_search_query_normalize (look_up->text);
      look_up_ours (bench, look_up, &look_up->hits);
      g_ptr_array_add (look_ups, look_up);
    }
  return look_ups;
}

/* Both by the clock; the second to go finds more in the processor's caches, so they take turns. */
static void
time_look_up (Bench *bench, const LookUp *look_up, guint at, guint turn, GArray *ours, GArray *bare)
{
  for (guint i = 0; i < 2; i++)
    {
      gint64 begin = now ();

      if ((turn + i) % 2 == 0)
        {
          DeskHits hits = { 0 };

          look_up_ours (bench, look_up, &hits);
          desk_hits_clear (&hits);
          keep (ours, at, now () - begin);
        }
      else
        {
          search_probe_look_up (bench->probe, look_up->query, &look_up->hits, LIMIT);
          keep (bare, at, now () - begin);
        }
    }
}

/* Every look-up is done several times and counts with its best; the percentiles are over the look-ups. */
static void
bench_look_ups (Bench *bench)
{
  for (glong length = 1; length <= 4; length++)
    {
      g_autofree char *what = g_strdup_printf ("look-up of %ld characters, p99", length);
      g_autofree char *half = g_strdup_printf ("look-up of %ld characters, p50", length);
      g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GPtrArray) look_ups = make_look_ups (bench, length);

      for (guint turn = 0; turn < TURNS; turn++)
        for (guint i = 0; i < look_ups->len; i++)
          time_look_up (bench, look_ups->pdata[i], i, turn, ours, bare);
      bench_show (half, " us", bench_times_part (ours, 50), bench_times_part (bare, 50), 0);
      bench_show (what, " us", bench_times_part (ours, 99), bench_times_part (bare, 99), 150);
    }
}

static void
bench_list (Bench *bench, DeskList list, const char *what, guint (*probe) (SearchProbe *probe))
{
  g_autofree char *rows = g_strdup_printf ("%s, 128 rows", what);
  g_autofree char *ids = g_strdup_printf ("%s, all ids in order with counts", what);
  GArray *times[4];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint turn = 0; turn < TURNS; turn++)
    {
      DeskListInput in = { .list = list };
      DeskRowsInput page = { .list = list };
      g_autoptr (GError) error = NULL;
      DeskIdList found = { 0 };
      DeskRows read = { 0 };
      gint64 at[5];

      at[0] = now ();
      desk_list_ids (bench->service, bench->actor, &in, &found, &error);
      g_assert_no_error (error);
      at[1] = now ();
      probe (bench->probe);
      at[2] = now ();
      g_array_remove_range (found.ids, 128, found.ids->len - 128);
      page.ids = found.ids;
      at[3] = now ();
      desk_get_rows (bench->service, bench->actor, &page, &read, &error);
      g_assert_no_error (error);
      at[4] = now ();
      search_probe_rows (bench->probe, list, found.ids);
      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        {
          gint64 took = i == 0 ? at[1] - at[0] : i == 1 ? at[2] - at[1] : i == 2 ? at[4] - at[3] : now () - at[4];

          g_array_append_val (times[i], took);
        }
      desk_id_list_clear (&found);
      desk_rows_clear (&read);
    }
  bench_show (ids, " us", bench_times_part (times[0], 50), bench_times_part (times[1], 50), 0);
  bench_show (rows, " us", bench_times_part (times[2], 50), bench_times_part (times[3], 50), 0);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_array_unref (times[i]);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = bench_city (argc > 1 ? argv[1] : ".");
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (BENCH_CITY_NOW);
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  bench.service = desk_service_open (path, DESK_OPEN_READ, clock, &error);
  g_assert_no_error (error);
  bench.actor = desk_service_sole_actor (bench.service, &error);
  g_assert_no_error (error);
  bench.probe = search_probe_open (path, BENCH_CITY_DAY);
  bench.random = g_rand_new_with_seed (SEED);
  bench_begin ("city");
  bench_look_ups (&bench);
  bench_list (&bench, DESK_LIST_UNITS, "50,000 units", search_probe_unit_ids);
  bench_list (&bench, DESK_LIST_PEOPLE, "150,000 people", search_probe_person_ids);
  g_rand_free (bench.random);
  search_probe_close (bench.probe);
  desk_actor_free (bench.actor);
  desk_service_close (bench.service);
  return bench_end ();
}
