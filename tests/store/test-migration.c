/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "desk-db-private.h"
#include "desk-db-salvage.h"
#include "desk-sample.h"
#include "desk-shim-vfs.h"

/* A store of an earlier program is brought up to date step by step, or is as it was. The steps are this test's own: the
 * released ones are never edited, and the next one is not written yet. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  char *before;
  char *copy; /* what is kept of the store */
} Migration;

/* Two steps beyond those the program has. */
static const char *const good[] = {
  "CREATE TABLE outing (id INTEGER PRIMARY KEY AUTOINCREMENT, unit_id INTEGER NOT NULL REFERENCES unit (id)) STRICT; "
  "CREATE INDEX outing_unit ON outing (unit_id); INSERT INTO outing (unit_id) SELECT id FROM unit;",
  "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''; UPDATE person SET nickname = name;",
};

#define MOST_STEPS 100

/* Brings the store to step @n of @steps beyond the program's own, which stand already. */
static gboolean
migrate (DeskDb *db, const char *const *steps, int n, GError **error)
{
  const char *texts[MOST_STEPS + 2];
  int own = desk_db_schema ();

  g_assert_cmpint (own, <=, MOST_STEPS);
  for (int i = 0; i < own; i++)
    texts[i] = "never run";
  for (int i = 0; i < n; i++)
    texts[own + i] = steps[i];
  return desk_db_migrate_by (db, texts, own + n, FALSE, error);
}

static void
set_up (Migration *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  g_clear_pointer (&self->base.service, desk_service_close);
  self->before = desk_dump (self->base.path, TRUE);
  self->copy = g_strdup_printf ("%s.before-%d", self->base.path, desk_db_schema () + 1);
}

static void
tear_down (Migration *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
  g_free (self->before);
  g_free (self->copy);
}

static DeskDb *
open_store (Migration *self)
{
  g_autoptr (GError) error = NULL;
  DeskDb *db = desk_db_open (self->base.path, DESK_DB_WRITE, &error);

  g_assert_no_error (error);
  return db;
}

static void
assert_schema (Migration *self, int beyond)
{
  g_assert_cmpint (desk_fixture_count (&self->base, "PRAGMA user_version"), ==, desk_db_schema () + beyond);
}

/* What is kept is the store as it was, for the owner's eyes. */
static void
assert_copy (Migration *self)
{
  g_autofree char *kept = desk_dump (self->copy, TRUE);
  struct stat st;

  desk_assert_same_dump (self->before, kept);
  g_assert_cmpint (stat (self->copy, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
test_steps (Migration *self, gconstpointer data)
{
  g_autoptr (DeskDb) db = open_store (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (db, good, 0, &error));
  g_assert_false (g_file_test (self->copy, G_FILE_TEST_EXISTS));
  g_assert_true (migrate (db, good, 2, &error));
  g_assert_no_error (error);
  assert_schema (self, 2);
  assert_copy (self);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM outing"), ==,
                   desk_fixture_count (&self->base, "SELECT count(*) FROM unit"));
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person WHERE nickname <> name"), ==, 0);
}

/* A step whose last statement is wrong leaves nothing of it; the steps before it stand. */
static void
test_wrong_step (Migration *self, gconstpointer data)
{
  for (int wrong = 1; wrong <= 2; wrong++)
    {
      g_autofree char *text = g_strconcat (good[wrong - 1], " INSERT INTO no_such_table VALUES (1);", NULL);
      const char *texts[2] = { good[0], good[1] };
      g_autoptr (DeskDb) db = open_store (self);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;

      texts[wrong - 1] = text;
      g_assert_false (migrate (db, texts, 2, &error));
      g_assert_nonnull (desk_error_get_problem (error));
      assert_schema (self, wrong - 1);
      assert_copy (self);
      now = desk_dump (self->base.path, TRUE);
      if (wrong == 1)
        desk_assert_same_dump (self->before, now);
      g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM pragma_table_info ('person') "
                                                        "WHERE name = 'nickname'"), ==, 0);
    }
}

/* The disk fails at every write of the upgrade in turn, those of the copy too: the store is as it was, or at a step that
 * is whole, and can be upgraded afterwards. */
static void
test_failing_disk (Migration *self, gconstpointer data)
{
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC };
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (self->base.path, &bytes, &n_bytes, NULL));
  for (int nth = 1, failed = 1; failed; nth++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      DeskDb *db;

      g_unlink (self->copy);
      g_assert_true (g_file_set_contents_full (self->base.path, bytes, (gssize) n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      db = open_store (self);
      desk_shim_fail (DESK_SHIM_WRITE | DESK_SHIM_SYNC, nth, codes[nth % 3], FALSE);
      failed = !migrate (db, good, 2, &error);
      g_assert_cmpint (failed, ==, desk_shim_has_failed ());
      desk_shim_fail (0, 0, 0, FALSE);
      if (failed)
        g_assert_nonnull (desk_error_get_problem (error));
      desk_db_close (db);
      if (desk_fixture_count (&self->base, "PRAGMA user_version") == desk_db_schema ())
        {
          now = desk_dump (self->base.path, TRUE);
          desk_assert_same_dump (self->before, now);
        }
      else
        assert_copy (self);
    }
  assert_schema (self, 2);
}

/* Rows as a store of the first schema has them; later schemas have these tables still. */
static const char sample[]
    = "INSERT INTO setting (name, value) VALUES ('store.id', 'abc'); "
      "INSERT INTO staff (login, name, roles) VALUES ('admin', 'admin', 63); "
      "INSERT INTO community (name) VALUES ('翠湖花园'); "
      "INSERT INTO building (community_id, code) VALUES (1, '3'); "
      "INSERT INTO unit (community_id, building_id, kind, room, state, label, label_key, sort_key) "
      "VALUES (1, 1, 1, '1501', 5, '3-1501', '3-1501', 'x'); "
      "INSERT INTO person (kind, name) VALUES (1, '张淑芬'); "
      "INSERT INTO phone (person_id, kind, number) VALUES (1, 1, '13812345678'); "
      "INSERT INTO occupancy (unit_id, person_id, role, from_day) VALUES (1, 1, 1, 20200101);";

static void
assert_sample (Migration *self)
{
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM person p JOIN phone f ON f.person_id = p.id "
                                                    "JOIN occupancy o ON o.person_id = p.id JOIN unit u ON u.id = o.unit_id "
                                                    "WHERE p.name = '张淑芬' AND f.number = '13812345678' AND u.label = '3-1501'"),
                   ==, 1);
}

static void
make_sample (Migration *self, int schema)
{
  static const char *const ends[] = { "", "-wal", "-shm" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (self->base.path, ends[i], NULL);

      g_unlink (file);
    }
  g_unlink (self->copy);
  desk_db_close (desk_db_create_at (self->base.path, schema, &error));
  g_assert_no_error (error);
  desk_tamper (self->base.path, sample);
}

/* A store of each released schema is opened by this program; then the disk fails at every operation of the upgrade in turn,
 * for good until the program is started again: every row is there, at some whole schema, and the upgrade ends then. */
static void
test_every_schema (Migration *self, gconstpointer data)
{
  for (int schema = 1; schema < desk_db_schema (); schema++)
    {
      int n_failed = 0, step = 1;
      gboolean failed = TRUE;

      g_free (self->copy);
      self->copy = g_strdup_printf ("%s.before-%d", self->base.path, schema + 1);
      for (int nth = 1; failed; nth += step)
        {
          g_autoptr (GError) error = NULL;
          DeskDb *db;

          make_sample (self, schema);
          desk_shim_fail (DESK_SHIM_WRITE | DESK_SHIM_SYNC | DESK_SHIM_TRUNCATE, nth, SQLITE_IOERR_WRITE, TRUE);
          db = desk_db_open (self->base.path, DESK_DB_WRITE, &error);
          failed = desk_shim_has_failed ();
          if (db != NULL)
            desk_db_close (db);
          else
            g_assert_nonnull (desk_error_get_problem (error));
          desk_shim_fail (0, 0, 0, FALSE);
          n_failed += failed;
          /* The first ones are each tried, then a sample; at night all of them. */
          step = nth < 10 || g_getenv ("DESK_EVERY") != NULL ? 1 : 13;
          g_clear_error (&error);
          db = desk_db_open (self->base.path, DESK_DB_WRITE, &error);
          g_assert_no_error (error);
          desk_db_close (db);
          assert_schema (self, 0);
          assert_sample (self);
        }
      g_test_message ("schema %d: %d failures", schema, n_failed);
      g_assert_cmpint (n_failed, >, 5);
    }
}

/* The copy of an upgrade that was cut off is the older state: it is not written over. */
static void
test_copy_stays (Migration *self, gconstpointer data)
{
  g_autoptr (DeskDb) db = open_store (self);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->copy, "older", -1, NULL));
  g_assert_true (migrate (db, good, 1, &error));
  g_assert_true (g_file_get_contents (self->copy, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "older");
}

static gpointer
touch (gpointer data)
{
  desk_db_get (data, DESK_SQL_COMMUNITY_FIRST);
  return NULL;
}

/* A connection belongs to one thread: another that touches it is a bug, and dies. */
static void
test_thread (Migration *self, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      DeskDb *db = open_store (self);

      g_thread_join (g_thread_new ("other", touch, db));
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*thread*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  desk_shim_set_fast (TRUE);
#define ADD(path, func) g_test_add (path, Migration, NULL, set_up, func, tear_down)
  ADD ("/migration/steps", test_steps);
  ADD ("/migration/wrong-step", test_wrong_step);
  ADD ("/migration/failing-disk", test_failing_disk);
  ADD ("/migration/copy-stays", test_copy_stays);
  ADD ("/migration/every-schema", test_every_schema);
  ADD ("/migration/thread", test_thread);
  return g_test_run ();
}
