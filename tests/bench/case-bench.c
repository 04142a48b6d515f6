/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "bench-report.h"
#include "desk-fixture.h"
#include "desk-figure.h"
#include "desk-list.h"
#include "desk-service.h"

/*
 * A million log entries and cases: filters with their counts, pages of rows, search in what they say, a case's page, the room
 * wall of the largest building, each beside the bare statements that read the same rows. Saving one is in save-bench.c.
 */

#define RUNS 60
#define LEAST_RUNS 5
#define SPENT_US (2 * G_USEC_PER_SEC) /* what takes long is run less often */

typedef struct
{
  DeskService *service;
  DeskActor *actor;
  sqlite3 *db;
} Bench;

static gboolean
is_enough (int run, gint64 begin)
{
  return run >= RUNS || (run >= LEAST_RUNS && g_get_monotonic_time () - begin > SPENT_US);
}

static gint64
ours_us (Bench *self, DeskUseCase use_case, gconstpointer in)
{
  g_autoptr (GArray) times = bench_times_new ();
  gint64 first = g_get_monotonic_time ();

  for (int i = 0; !is_enough (i, first); i++)
    {
      gpointer out = desk_use_case_new_result (use_case);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;

      desk_use_case_run (self->service, use_case, self->actor, in, out, &error);
      bench_times_add (times, g_get_monotonic_time () - begin);
      g_assert_no_error (error);
      desk_use_case_free_result (use_case, out);
    }
  return bench_times_part (times, 50);
}

/* Steps through the rows of all @sql and copies every column out. */
static gint64
bare_us (Bench *self, const char *const *sql)
{
  g_autoptr (GArray) times = bench_times_new ();
  sqlite3_stmt *stmts[8] = { NULL };
  gint64 first = g_get_monotonic_time ();

  for (guint i = 0; sql[i] != NULL; i++)
    g_assert_cmpint (sqlite3_prepare_v2 (self->db, sql[i], -1, &stmts[i], NULL), ==, SQLITE_OK);
  for (int run = 0; !is_enough (run, first); run++)
    {
      gint64 begin = g_get_monotonic_time (), sum = 0;

      for (guint i = 0; sql[i] != NULL; i++)
        {
          while (sqlite3_step (stmts[i]) == SQLITE_ROW)
            for (int c = 0; c < sqlite3_column_count (stmts[i]); c++)
              sum += sqlite3_column_bytes (stmts[i], c);
          sqlite3_reset (stmts[i]);
        }
      bench_times_add (times, g_get_monotonic_time () - begin);
      g_assert_cmpint (sum, >=, 0);
    }
  for (guint i = 0; sql[i] != NULL; i++)
    sqlite3_finalize (stmts[i]);
  return bench_times_part (times, 50);
}

static gint64
number (Bench *self, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 value = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return value;
}

static void
lists (Bench *self)
{
  static const char *const live[]
      = { "SELECT id, state, next_due, warn_at, assignee_id, building_id FROM service_case WHERE kind = 1 AND live = 1 "
          "ORDER BY order_key, id",
          "SELECT count(*) FROM service_case WHERE kind = 1 AND live = 0", NULL };
  static const char *const log[] = { "SELECT id, channel, staff_id FROM visit ORDER BY at, id",
                                     "SELECT count(*) FROM visit", "SELECT count(*) FROM visit WHERE closed_at = 0", NULL };
  DeskListInput in = { .list = DESK_LIST_REPAIRS, .today = BENCH_CITY_DAY };

  bench_show ("open repairs, all counts", "us", ours_us (self, DESK_USE_CASE_LIST_IDS, &in), bare_us (self, live), 200);
  in.filter = DESK_CASE_FILTER_OVERDUE;
  bench_show ("overdue repairs, all counts", "us", ours_us (self, DESK_USE_CASE_LIST_IDS, &in), bare_us (self, live), 200);
  in = (DeskListInput){ .list = DESK_LIST_VISITS, .filter = DESK_VISIT_FILTER_ALL, .today = BENCH_CITY_DAY };
  bench_show ("the whole log, all counts", "us", ours_us (self, DESK_USE_CASE_LIST_IDS, &in), bare_us (self, log), 200);
}

static void
pages (Bench *self)
{
  gint64 id = number (self, "SELECT max(id) FROM service_case WHERE live = 1");
  gint64 building = number (self, "SELECT building_id FROM unit WHERE building_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");
  g_autofree char *page = g_strdup_printf ("SELECT * FROM service_case WHERE id = %" G_GINT64_FORMAT, id);
  g_autofree char *events = g_strdup_printf ("SELECT * FROM case_event WHERE case_id = %" G_GINT64_FORMAT, id);
  g_autofree char *units = g_strdup_printf (
      "SELECT id, label, room, entrance_code, floor, state, built_area, sort_key FROM unit WHERE building_id = %" G_GINT64_FORMAT
      " AND kind <> 3 ORDER BY sort_key", building);
  g_autofree char *open = g_strdup_printf (
      "SELECT c.unit_id, c.next_due FROM unit u CROSS JOIN service_case c WHERE c.unit_id = u.id AND u.building_id = %" G_GINT64_FORMAT
      " AND c.live = 1 AND c.state < 6 AND c.kind = 1", building);
  /* To choose another building from. */
  static const char buildings[] = "SELECT b.id, b.code FROM building b WHERE EXISTS (SELECT 1 FROM unit u WHERE u.building_id = b.id) "
                                  "ORDER BY b.sort_key, b.id";
  DeskGetInput in = { .kind = DESK_KIND_SERVICE_CASE, .id = id };

  bench_show_target ("a case opened (its page: unit, same faults, whom to give it to)", "us",
                     ours_us (self, DESK_USE_CASE_GET_CASE_PAGE, &in), bare_us (self, (const char *const[]){ page, events, NULL }),
                     20000);
  in = (DeskGetInput){ .kind = DESK_KIND_BUILDING, .id = building };
  bench_show ("room wall", "us", ours_us (self, DESK_USE_CASE_GET_WALL, &in),
              bare_us (self, (const char *const[]){ buildings, units, open, NULL }), 250);
}

/* What cases and entries say: three characters by the index, one in the newest records (search) and in all (a filter). */
static void
words (Bench *self)
{
  static const char *const three[]
      = { "SELECT number, title, detail, result, caller FROM service_case WHERE id IN (SELECT rowid FROM case_words WHERE case_words "
          "MATCH '\"水槽下\"' ORDER BY rowid DESC LIMIT 50)", NULL };
  static const char *const one[]
      = { "SELECT number, title, detail, result, caller FROM service_case WHERE id > (SELECT max(id) FROM service_case) - 2000 AND "
          "(number LIKE '%水%' OR external_no LIKE '%水%' OR title LIKE '%水%' OR detail LIKE '%水%' OR caller LIKE '%水%' OR "
          "result LIKE '%水%') ORDER BY id DESC LIMIT 50", NULL };
  static const char *const listed[]
      = { "SELECT rowid FROM case_words WHERE case_words MATCH '\"水槽下\"'",
          "SELECT id, building_id FROM service_case WHERE kind = 1 AND live = 0 ORDER BY order_key, id",
          "SELECT id, state, next_due, warn_at, assignee_id, building_id FROM service_case WHERE kind = 1 AND live = 1 "
          "ORDER BY order_key, id", NULL };
  static const char *const sifted[]
      = { "SELECT id, unit_id, person_id FROM visit WHERE about LIKE '%水%' OR summary LIKE '%水%' OR caller LIKE '%水%' OR phone LIKE '%水%'",
          "SELECT id, channel, staff_id FROM visit ORDER BY at, id", "SELECT count(*) FROM visit WHERE closed_at = 0", NULL };
  DeskSearchInput in = { .text = (char *) "水槽下", .limit = 50, .kind = DESK_KIND_SERVICE_CASE, .today = BENCH_CITY_DAY };
  DeskListInput list = { .list = DESK_LIST_REPAIRS, .filter = DESK_CASE_FILTER_CLOSED, .text = (char *) "水槽下", .today = BENCH_CITY_DAY };

  bench_show ("search in texts of cases, three characters", "us", ours_us (self, DESK_USE_CASE_SEARCH, &in), bare_us (self, three), 250);
  in.text = (char *) "水";
  bench_show ("search in texts of cases, one character", "us", ours_us (self, DESK_USE_CASE_SEARCH, &in), bare_us (self, one), 400);
  bench_show ("closed repairs by three characters", "us", ours_us (self, DESK_USE_CASE_LIST_IDS, &list), bare_us (self, listed), 200);
  list = (DeskListInput){ .list = DESK_LIST_VISITS, .filter = DESK_VISIT_FILTER_ALL, .text = (char *) "水", .today = BENCH_CITY_DAY };
  bench_show ("the whole log by one character", "us", ours_us (self, DESK_USE_CASE_LIST_IDS, &list), bare_us (self, sifted), 200);
}

/* What a page of each list shows, by bare statements. */
static const struct
{
  const char *what;
  DeskList list;
  guint filter;
  const char *bare;
} scrolled[] = {
  { "the log", DESK_LIST_VISITS, DESK_VISIT_FILTER_ALL,
    "SELECT v.*, u.label, n.name, s.name, o.name FROM visit v LEFT JOIN unit u ON u.id = v.unit_id "
    "LEFT JOIN person n ON n.id = v.person_id LEFT JOIN staff s ON s.id = v.staff_id "
    "LEFT JOIN staff o ON o.id = v.owner_id WHERE v.id IN (%s)" },
  { "closed repairs", DESK_LIST_REPAIRS, DESK_CASE_FILTER_CLOSED,
    "SELECT c.*, u.label, n.name, s.name, g.name FROM service_case c LEFT JOIN unit u ON u.id = c.unit_id "
    "LEFT JOIN person n ON n.id = c.person_id LEFT JOIN staff s ON s.id = c.assignee_id "
    "LEFT JOIN category g ON g.id = c.category_id WHERE c.id IN (%s)" },
};

#define PAGE 128

/* A page of @all, @percent of the way down. */
static void
scroll_to (Bench *self, guint which, GArray *all, int percent)
{
  g_autofree char *what = g_strdup_printf ("rows of a page of %s, %d %% down", scrolled[which].what, percent);
  g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) bare = g_string_new (scrolled[which].bare);
  guint at = (guint) ((gint64) (all->len - PAGE) * percent / 100);
  DeskRowsInput rows = { .list = scrolled[which].list, .ids = page, .today = BENCH_CITY_DAY };

  g_array_append_vals (page, &g_array_index (all, gint32, at), PAGE);
  for (guint k = 0; k < page->len; k++)
    g_string_append_printf (ids, "%s%d", k > 0 ? ", " : "", g_array_index (page, gint32, k));
  g_string_replace (bare, "%s", ids->str, 1);
  bench_show (what, "us", ours_us (self, DESK_USE_CASE_GET_ROWS, &rows), bare_us (self, (const char *const[]){ bare->str, NULL }),
              250);
}

/* Hundreds of thousands of rows: a page of the list where it begins and where somebody drags to. */
static void
scroll (Bench *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (scrolled); i++)
    {
      DeskListInput in = { .list = scrolled[i].list, .filter = scrolled[i].filter, .descending = TRUE, .today = BENCH_CITY_DAY };
      g_autoptr (GError) error = NULL;
      DeskIdList all = { 0 };

      desk_list_ids (self->service, self->actor, &in, &all, &error);
      g_assert_no_error (error);
      for (int percent = 0; percent <= 100; percent += 50)
        scroll_to (self, i, all.ids, percent);
      desk_id_list_clear (&all);
    }
}

/* What supervisors look at, by everything it is told apart by, over all months: ids and rows, beside the sums themselves. */
static void
figures (Bench *self)
{
  static const char *const names[DESK_N_SLICES] = { "month", "category", "person", "building" };

  for (int slice = 0; slice < DESK_N_SLICES; slice++)
    {
      g_autofree char *what = g_strdup_printf ("figures of a million cases by %s", names[slice]);
      g_autofree char *bare = g_strdup_printf (
          "SELECT of_id, sum(opened), sum(timed), sum(responded), sum(done), sum(due), sum(on_time), sum(ended), sum(reopened), "
          "sum(drawn), sum(answered), sum(passed) FROM case_figure WHERE kind = 1 AND slice = %d GROUP BY of_id", slice);
      DeskListInput in = { .list = DESK_LIST_REPAIR_FIGURES, .filter = (guint) slice, .span = DESK_SPAN_ALL, .today = BENCH_CITY_DAY };

      bench_show_target (what, "us", ours_us (self, DESK_USE_CASE_LIST_IDS, &in), bare_us (self, (const char *const[]){ bare, NULL }),
                         20000);
    }
}

#define DRAWN_FROM 1000

/* A copy of the city in which a thousand of its cases were done on its day. */
static char *
busy_day (Bench *self, const char *folder)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE service_case SET state = 6, live = 1, done_at = %d - id %% 20000 WHERE id IN "
                                          "(SELECT id FROM service_case WHERE state = 8 AND external_no = '' ORDER BY id DESC LIMIT %d)",
                                          BENCH_CITY_NOW, DRAWN_FROM);
  char *path = g_build_filename (folder, "store.frontdesk", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (sqlite3_db_filename (self->db, "main")), to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return path;
}

/* The draw of the day after that, once, for a draw is never made again; the probe reads the cases that it draws from. */
static void
draw (Bench *self)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-draw-XXXXXX", NULL), *path = busy_day (self, folder);
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (BENCH_CITY_NOW + 24 * 60 * 60);
  g_autoptr (GError) error = NULL;
  DeskAdvanceInput *in = desk_advance_input_new ();
  DeskSaved *saved = desk_use_case_new_result (DESK_USE_CASE_ADVANCE_CASES);
  Bench copy = { .service = desk_service_open (path, DESK_OPEN_WRITE, clock, &error) };
  gint64 begin, took, bare;

  g_assert_no_error (error);
  begin = g_get_monotonic_time ();
  desk_use_case_run (copy.service, DESK_USE_CASE_ADVANCE_CASES, self->actor, in, saved, &error);
  took = g_get_monotonic_time () - begin;
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open_v2 (path, &copy.db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (number (&copy, "SELECT count(*) FROM callback_line"), >=, DRAWN_FROM);
  bare = bare_us (&copy, (const char *const[]){ "SELECT c.* FROM callback_line l JOIN service_case c ON c.id = l.case_id", NULL });
  bench_show_target ("draw of a day with a thousand done, saved", "us", took, bare, 1000000);
  sqlite3_close (copy.db);
  desk_use_case_free_result (DESK_USE_CASE_ADVANCE_CASES, saved);
  desk_use_case_free_input (DESK_USE_CASE_ADVANCE_CASES, in);
  desk_service_close (copy.service);
  desk_fixture_remove_folder (folder);
}

/* case-bench [FOLDER [PART]]: the city is kept in FOLDER. */
int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Bench *self);
  } parts[] = { { "lists", lists }, { "figures", figures }, { "draw", draw }, { "scroll", scroll }, { "words", words }, { "pages", pages } };
  g_autofree char *path = bench_city (argc > 1 ? argv[1] : ".");
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (BENCH_CITY_NOW);
  g_autoptr (GError) error = NULL;
  Bench bench = { .service = desk_service_open (path, DESK_OPEN_READ, clock, &error) };

  g_assert_no_error (error);
  bench.actor = desk_actor_new (1, "bench", (1 << DESK_STAFF_ROLE_ADMIN) | (1 << DESK_STAFF_ROLE_SUPERVISOR), NULL, 0);
  g_assert_cmpint (sqlite3_open_v2 (path, &bench.db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  bench_begin ("the city: a million log entries and cases");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (argc < 3 || g_str_equal (argv[2], parts[i].name))
      parts[i].run (&bench);
  sqlite3_close (bench.db);
  desk_actor_free (bench.actor);
  desk_service_close (bench.service);
  return bench_end ();
}
