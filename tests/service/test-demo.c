/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "desk-demo-names.h"
#include "desk-demo-papers.h"
#include "desk-demo-plan.h"
#include "desk-demo.h"
#include "desk-fixture.h"
#include "desk-rule.h"

#define TODAY 20261122

/* One demonstration for all tests that read it. */
static struct
{
  char *folder;
  char *path;
} made;

static void
make (const char *path, guint64 seed)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = desk_demo_make (path, DESK_DEMO_DESK, seed, TODAY, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static sqlite3 *
look (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static gint64
count (const char *path, const char *sql)
{
  sqlite3 *db = look (path);
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return value;
}

/* Everything but what is drawn by chance on purpose: salts with what follows from them, request keys, the store's id. */
static char *
digest (const char *path)
{
  static const char *const queries[] = {
    "SELECT * FROM community", "SELECT * FROM building", "SELECT * FROM entrance", "SELECT * FROM unit",
    "SELECT * FROM unit_state", "SELECT * FROM person", "SELECT * FROM phone", "SELECT * FROM document",
    "SELECT * FROM occupancy", "SELECT * FROM vehicle", "SELECT * FROM space_lease", "SELECT * FROM care_flag",
    "SELECT * FROM instruction", "SELECT * FROM search_key", "SELECT * FROM timeline",
    "SELECT id, at, staff_id, use_case, kind, record_id FROM act",
    "SELECT id, act_id, at, use_case, kind, record_id FROM trail",
  };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3 *db = look (path);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, queries[i], -1, &stmt, NULL), ==, SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (stmt); column++)
          {
            const char *text = (const char *) sqlite3_column_text (stmt, column);

            g_checksum_update (sum, (const guchar *) (text ? text : "-"), -1);
            g_checksum_update (sum, (const guchar *) "|", 1);
          }
      sqlite3_finalize (stmt);
    }
  sqlite3_close (db);
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_counts (void)
{
  static const struct
  {
    const char *sql;
    gint64 least, most;
  } counts[] = {
    { "SELECT count(*) FROM unit", 3000, 3000 },
    { "SELECT count(*) FROM building", 12, 20 },
    { "SELECT count(*) FROM person", 5000, 7000 },
    { "SELECT count(*) FROM unit WHERE kind = 2", 50, 60 },
    { "SELECT count(*) FROM unit WHERE kind = 1 AND state = 1", 50, 300 },
    { "SELECT count(*) FROM unit WHERE kind = 1 AND state = 2", 30, 200 },
    { "SELECT count(*) FROM unit WHERE kind = 1 AND state = 4", 20, 200 },
    { "SELECT count(*) FROM unit WHERE kind = 1 AND state = 5", 900, 1600 },
    { "SELECT count(*) FROM unit WHERE kind = 1 AND state = 6", 50, 300 },
    { "SELECT count(*) FROM unit WHERE kind = 1 AND state = 7", 150, 500 },
    { "SELECT count(*) FROM unit WHERE deemed_on <> 0", 5, 80 },
    { "SELECT count(*) FROM unit WHERE note <> '' AND floor >= 0", 8, 60 },
    { "SELECT count(*) FROM person WHERE kind = 2", 40, 140 },
    { "SELECT count(*) FROM person WHERE merged_into IS NOT NULL", 1, 1 },
    { "SELECT count(*) FROM vehicle", 600, 1500 },
    { "SELECT count(*) FROM space_lease", 200, 900 },
    { "SELECT count(*) FROM space_lease WHERE to_day BETWEEN 20261123 AND 20261222", 5, 200 },
    { "SELECT count(*) FROM occupancy WHERE role = 3 AND to_day BETWEEN 20261123 AND 20261222", 5, 200 },
    { "SELECT count(*) FROM instruction WHERE to_day BETWEEN 1 AND 20261122", 5, 200 },
    { "SELECT count(*) FROM instruction WHERE to_day = 0 OR to_day > 20261122", 5, 200 },
    { "SELECT count(DISTINCT kind) FROM care_flag", 6, 6 },
    { "SELECT count(*) FROM occupancy WHERE role = 1 AND to_day <> 0", 80, 500 },
    { "SELECT count(*) FROM (SELECT number FROM phone GROUP BY number HAVING count(*) > 1)", 50, 1000 },
    { "SELECT count(*) FROM (SELECT person_id FROM occupancy JOIN unit ON unit.id = unit_id WHERE role = 1 "
      "AND unit.kind = 1 GROUP BY person_id HAVING count(*) > 1)", 5, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 n = count (made.path, counts[i].sql);

      if (n < counts[i].least || n > counts[i].most)
        g_test_message ("%s: %" G_GINT64_FORMAT, counts[i].sql, n);
      g_assert_cmpint (n, >=, counts[i].least);
      g_assert_cmpint (n, <=, counts[i].most);
    }
}

/* What no store may hold, each as a count that is nothing. */
static void
test_invariants (void)
{
  static const char *const none[] = {
    /* Shares of one unit on any day on which one begins. */
    "SELECT count(*) FROM occupancy a WHERE (SELECT sum(b.share) FROM occupancy b WHERE b.unit_id = a.unit_id "
    "AND b.from_day <= a.from_day AND (b.to_day = 0 OR b.to_day > a.from_day)) > 1000000",
    "SELECT count(*) - count(DISTINCT label_key) FROM unit",
    "SELECT count(*) FROM unit WHERE inner_area > built_area",
    "SELECT count(*) FROM occupancy WHERE from_day > 20261122",
    "SELECT count(*) FROM act WHERE at >= 1795363200", /* 2026-11-23 in Shanghai */
    /* The chain of acts never steps back in time. */
    "SELECT count(*) FROM trail a JOIN trail b ON b.id = a.id + 1 WHERE b.at < a.at",
    /* A unit's history ends in its state, and goes forward. */
    "SELECT count(*) FROM unit u WHERE u.state <> (SELECT state FROM unit_state s WHERE s.unit_id = u.id "
    "ORDER BY s.from_day DESC, s.id DESC LIMIT 1)",
    "SELECT count(*) FROM unit_state a JOIN unit_state b ON b.unit_id = a.unit_id AND b.id > a.id "
    "WHERE b.from_day < a.from_day",
    /* Nobody lives in what is not handed over. */
    "SELECT count(*) FROM occupancy o JOIN unit u ON u.id = o.unit_id WHERE u.kind = 1 AND u.state < 3",
    /* One space is leased to one household at a time. */
    "SELECT count(*) FROM space_lease a JOIN space_lease b ON b.space_id = a.space_id AND b.id > a.id "
    "WHERE b.from_day < a.to_day AND a.from_day < b.to_day",
    /* No ID number is one that could be anybody's: there has never been a province 38 or 39. */
    "SELECT count(*) FROM document WHERE kind = 1 AND substr(number, 1, 2) NOT IN ('38', '39')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      gint64 n = count (made.path, none[i]);

      if (n != 0)
        g_test_message ("%s: %" G_GINT64_FORMAT, none[i], n);
      g_assert_cmpint (n, ==, 0);
    }
}

/* Is @title found by @typed, of that kind? */
static gboolean
finds (DeskService *service, const DeskActor *actor, const char *typed, DeskKind kind, const char *title)
{
  DeskSearchInput in = { .text = (char *) typed, .limit = 1000, .kind = kind, .today = TODAY };
  g_autoptr (GError) error = NULL;
  DeskHits hits = { 0 };
  gboolean found = FALSE;

  desk_search (service, actor, &in, &hits, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits.hits->len; i++)
    found = found || g_strcmp0 (((DeskHit *) hits.hits->pdata[i])->title, title) == 0;
  desk_hits_clear (&hits);
  return found;
}

static void
test_found (void)
{
  static const struct
  {
    const char *typed;
    DeskKind kind;
    const char *title;
  } cases[] = {
    { "3-2-1501", DESK_KIND_UNIT, "3-2-1501" },   { "3栋2单元1501", DESK_KIND_UNIT, "3-2-1501" },
    { "12-8A", DESK_KIND_UNIT, "12-8A" },         { "负101", DESK_KIND_UNIT, "4-1-负101" },
    { "B1-023", DESK_KIND_UNIT, "B1-023" },       { "S-12", DESK_KIND_UNIT, "S-12" },
    { "zsf", DESK_KIND_PERSON, "张淑芬" },        { "5678", DESK_KIND_PERSON, "张淑芬" },
    { "8K27F", DESK_KIND_VEHICLE, "浙A8K27F" },   { "sxq", DESK_KIND_PERSON, "单雪晴" },
    { "shanxq", DESK_KIND_PERSON, "单雪晴" },     { "qiuzy", DESK_KIND_PERSON, "仇志远" },
    { "zhalm", DESK_KIND_PERSON, "查立民" },      { "oujy", DESK_KIND_PERSON, "区静怡" },
    { "zengxh", DESK_KIND_PERSON, "曾宪华" },     { "xieyq", DESK_KIND_PERSON, "解永强" },
    { "mqxm", DESK_KIND_PERSON, "万俟晓梅" },     { "yuchi", DESK_KIND_PERSON, "尉迟明远" },
    { "oyxm", DESK_KIND_PERSON, "欧阳雪梅" },     { "qinxl", DESK_KIND_PERSON, "覃秀莲" },
    { "tanhs", DESK_KIND_PERSON, "覃海生" },      { "yuejz", DESK_KIND_PERSON, "乐建中" },
    { "gelp", DESK_KIND_PERSON, "盖丽萍" },       { "piaoch", DESK_KIND_PERSON, "朴春花" },
    { "陈国强", DESK_KIND_PERSON, "陳國強" },     { "单志杰", DESK_KIND_PERSON, "單志傑" },
    { "扎西", DESK_KIND_PERSON, "扎西次仁" },     { "anna", DESK_KIND_PERSON, "Anna Müller" },
  };
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskService) service = desk_service_open (made.path, DESK_OPEN_READ, clock, &error);
  g_autoptr (DeskActor) actor = desk_service_sole_actor (service, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean found = finds (service, actor, cases[i].typed, cases[i].kind, cases[i].title);

      if (!found)
        g_test_message ("%s does not find %s", cases[i].typed, cases[i].title);
      g_assert_true (found);
    }
}

/* The household of the pictures, as its page shows it. */
static void
test_household (void)
{
  static const char *const names[] = { "张淑芬", "陈建平", "陈一鸣", "刘阿姨" };
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskService) service = desk_service_open (made.path, DESK_OPEN_READ, clock, &error);
  g_autoptr (DeskActor) actor = desk_service_sole_actor (service, &error);
  DeskGetInput in = { .kind = DESK_KIND_UNIT, .day = TODAY };
  DeskUnitPage page = { 0 };

  in.id = count (made.path, "SELECT id FROM unit WHERE label = '3-2-1501'");
  desk_get_unit_page (service, actor, &in, &page, &error);
  g_assert_no_error (error);
  g_assert_cmpint (page.unit->built_area, ==, 11847);
  g_assert_cmpint (page.unit->delivered_on, ==, 20210618);
  g_assert_cmpuint (page.occupants->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((DeskOccupant *) page.occupants->pdata[i])->card->person->name, ==, names[i]);
  g_assert_cmpuint (page.care_flags->len, ==, 2);
  g_assert_cmpuint (page.instructions->len, ==, 1);
  g_assert_cmpuint (page.vehicles->len, ==, 1);
  g_assert_cmpuint (page.history->len, >=, 10);
  desk_unit_page_clear (&page);
}

static void
test_verified (void)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskService) service = desk_service_open (made.path, DESK_OPEN_READ, clock, &error);
  DeskVerifyReport report = { 0 };

  desk_service_verify (service, TRUE, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report.ok);
  g_assert_cmpint (report.n_missing_keys, ==, 0);
  desk_verify_report_clear (&report);
}

static void
test_repeatable (void)
{
  g_autofree char *again = g_build_filename (made.folder, "again.frontdesk", NULL);
  g_autofree char *other = g_build_filename (made.folder, "other.frontdesk", NULL);
  g_autofree char *first = digest (made.path), *second = NULL, *third = NULL;

  make (again, 1);
  make (other, 2);
  second = digest (again);
  third = digest (other);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
}

/* Nothing is ever written over, and what is cancelled leaves nothing. */
static void
cancel_soon (guint done, guint total, gpointer data)
{
  if (done > total / 3)
    g_cancellable_cancel (data);
}

static void
test_refused (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new.frontdesk", NULL);
  g_autofree char *before = digest (made.path), *after = NULL;
  GError *error = NULL;

  g_assert_false (desk_demo_make (made.path, DESK_DEMO_DESK, 1, TODAY, NULL, NULL, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS);
  g_clear_error (&error);
  after = digest (made.path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (desk_demo_make (path, DESK_DEMO_DESK, 1, TODAY, cancellable, cancel_soon, cancellable, &error));
  desk_assert_problem (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* empty */
}

/* The city, as it is worked out; writing it is the benchmark's. */
static void
test_city (void)
{
  g_autoptr (DeskDemoPlan) plan = desk_demo_plan_new (DESK_DEMO_CITY, 1, TODAY);

  g_assert_cmpuint (plan->units->len, ==, 50000);
  g_assert_cmpuint (plan->people->len, ==, 150000);
  g_assert_nonnull (desk_demo_plan_find_unit (plan, "3-2-1501"));
  g_assert_cmpuint (g_hash_table_size (plan->labels), ==, 50000);
}

static void
test_papers (void)
{
  DeskDemoRandom random = desk_demo_random_new (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *number = desk_demo_resident_id (&random, 19840229 + (gint64) (i % 30) * 10000, i % 2 == 0);
      g_autofree char *mobile = desk_demo_mobile (&random, NULL);
      g_autofree char *surname = desk_demo_surname_of ("欧阳雪梅");
      gboolean electric;
      g_autofree char *plate = desk_demo_plate (&random, &electric);
      int sum = 0;

      g_assert_cmpuint (strlen (number), ==, 18);
      for (guint d = 0; d < 18; d++)
        sum += (1 << (17 - d)) % 11 * (number[d] == 'X' ? 10 : number[d] - '0');
      g_assert_cmpint (sum % 11, ==, 1);
      g_assert_cmpint ((number[16] - '0') % 2, ==, i % 2 == 0 ? 0 : 1);
      g_assert_cmpuint (strlen (mobile), ==, 11);
      g_assert_cmpint (g_utf8_strlen (plate, -1), ==, electric ? 8 : 7);
      g_assert_null (strpbrk (plate, "IO"));
      g_assert_cmpstr (surname, ==, "欧阳");
    }
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  made.folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  made.path = g_build_filename (made.folder, "demo.frontdesk", NULL);
  make (made.path, 1);
  g_test_add_func ("/demo/counts", test_counts);
  g_test_add_func ("/demo/invariants", test_invariants);
  g_test_add_func ("/demo/found", test_found);
  g_test_add_func ("/demo/household", test_household);
  g_test_add_func ("/demo/verified", test_verified);
  g_test_add_func ("/demo/repeatable", test_repeatable);
  g_test_add_func ("/demo/refused", test_refused);
  g_test_add_func ("/demo/city", test_city);
  g_test_add_func ("/demo/papers", test_papers);
  failed = g_test_run ();
  desk_fixture_remove_folder (made.folder);
  g_free (made.path);
  g_free (made.folder);
  return failed;
}
