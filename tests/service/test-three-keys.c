/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>

#include "desk-demo.h"
#include "desk-fixture.h"

/*
 * Anybody is found within three keys. Three letters cannot tell 150,000 people apart, and many share a name; so the keys
 * are those around what is typed: Ctrl+K, what one knows of them, at most one arrow, Enter. What one knows is their phone
 * number, or its last eight digits: then they are the first hit, or behind nobody but those who share it; or the room:
 * then the first hit is the unit they live in. A sample of the desk in every run; DESK_EVERY=1 DESK_CITY=1, everybody in
 * the city, at night.
 */

#define TODAY 20261122
#define LIMIT 50
#define SHOWN 4 /* of each kind, before "more" */

static struct
{
  char *folder;
  char *path;
  DeskService *service;
  DeskActor *actor;
  gint64 every;
} world;

static sqlite3_stmt *
prepare (sqlite3 **db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (world.path, db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (*db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, world.every);
  return stmt;
}

/* Returns: where person or unit @id stands among the hits of its kind for @text, -1 nowhere; sets @first. */
static int
place (const char *text, DeskKind kind, gint64 id, gboolean *first)
{
  DeskSearchInput in = { .text = (char *) text, .limit = LIMIT, .today = TODAY };
  DeskHits hits = { 0 };
  g_autoptr (GError) error = NULL;
  int at = -1, n = 0;

  desk_search (world.service, world.actor, &in, &hits, &error);
  g_assert_no_error (error);
  for (guint i = 0; at < 0 && i < hits.hits->len; i++)
    {
      const DeskHit *hit = hits.hits->pdata[i];

      if (hit->kind != kind)
        continue;
      if (hit->id == id)
        at = n;
      n++;
    }
  *first = at == 0 && ((const DeskHit *) hits.hits->pdata[0])->id == id;
  desk_hits_clear (&hits);
  return at;
}

/* @sharing: how many people have this number. */
static void
check_number (const char *number, gint64 person_id, int sharing)
{
  gboolean first;
  int at = place (number, DESK_KIND_PERSON, person_id, &first);

  if (at < 0 || at >= MIN (sharing, SHOWN))
    g_error ("person %" G_GINT64_FORMAT " is hit %d of “%s”, which %d have", person_id, at, number, sharing);
}

/* By phone, whole and by its last eight digits. */
static void
test_phone (void)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = prepare (&db, "WITH shared AS MATERIALIZED"
                                     " (SELECT number, count(DISTINCT person_id) AS n FROM phone GROUP BY number)"
                                     " SELECT h.person_id, h.number, s.n FROM phone h"
                                     " JOIN shared s ON s.number = h.number JOIN person p ON p.id = h.person_id"
                                     " WHERE p.merged_into IS NULL AND p.id % ?1 = 0 AND length(h.number) = 11");
  guint n = 0;

  for (; sqlite3_step (stmt) == SQLITE_ROW; n++)
    {
      const char *number = (const char *) sqlite3_column_text (stmt, 1);
      gboolean first;

      check_number (number, sqlite3_column_int64 (stmt, 0), sqlite3_column_int (stmt, 2));
      g_assert_cmpint (place (number + 3, DESK_KIND_PERSON, sqlite3_column_int64 (stmt, 0), &first), >=, 0);
    }
  g_test_message ("%u numbers", n);
  g_assert_cmpuint (n, >, 20);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

/* By room: the unit comes first, and its page has whoever lives there. */
static void
test_room (void)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = prepare (&db, "SELECT DISTINCT u.id, u.label FROM occupancy o JOIN unit u ON u.id = o.unit_id"
                                     " WHERE o.to_day = 0 AND o.person_id % ?1 = 0");
  guint n = 0;

  for (; sqlite3_step (stmt) == SQLITE_ROW; n++)
    {
      const char *label = (const char *) sqlite3_column_text (stmt, 1);
      gboolean first;

      place (label, DESK_KIND_UNIT, sqlite3_column_int64 (stmt, 0), &first);
      if (!first)
        g_error ("“%s” does not find its unit first", label);
    }
  g_test_message ("%u units", n);
  g_assert_cmpuint (n, >, 20);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

/* Nobody is without both: who has no phone lives somewhere. */
static void
test_everybody (void)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = prepare (&db, "SELECT count(*) FROM person p WHERE p.merged_into IS NULL AND p.id % ?1 = 0"
                                     " AND NOT EXISTS (SELECT 1 FROM phone h WHERE h.person_id = p.id)"
                                     " AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.person_id = p.id)");

  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (stmt, 0), ==, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GError) error = NULL;
  int failed;

  g_test_init (&argc, &argv, NULL);
  world.every = g_getenv ("DESK_EVERY") != NULL ? g_ascii_strtoll (g_getenv ("DESK_EVERY"), NULL, 10) : 53;
  world.folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  world.path = g_build_filename (world.folder, "demo.frontdesk", NULL);
  desk_demo_make (world.path, g_getenv ("DESK_CITY") != NULL ? DESK_DEMO_CITY : DESK_DEMO_DESK, 1, TODAY, NULL, NULL, NULL,
                  &error);
  g_assert_no_error (error);
  world.service = desk_service_open (world.path, DESK_OPEN_READ, clock, &error);
  g_assert_no_error (error);
  world.actor = desk_service_sole_actor (world.service, &error);
  g_assert_no_error (error);
  g_test_add_func ("/three-keys/phone", test_phone);
  g_test_add_func ("/three-keys/room", test_room);
  g_test_add_func ("/three-keys/everybody", test_everybody);
  failed = g_test_run ();
  desk_actor_free (world.actor);
  desk_service_close (world.service);
  desk_fixture_remove_folder (world.folder);
  g_free (world.path);
  g_free (world.folder);
  return failed;
}
