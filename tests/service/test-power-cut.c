/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "desk-backup.h"
#include "desk-drafts.h"
#include "desk-sample.h"
#include "desk-service-private.h"
#include "desk-shim-vfs.h"

/* The power is cut at a random moment: what was acknowledged is there, nothing is damaged or half there. A control with
 * a laxer setting shows that the images would tell. DESK_IMAGES: how many (a few hundred by itself). */

#define N_SAVES 160

static int
n_images (void)
{
  const char *text = g_getenv ("DESK_IMAGES");

  return text != NULL ? atoi (text) : 300;
}

static void
remove_image (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

/* A backup while the power may fail: it leaves its mark in the store it is made of. */
static void
back_up (DeskFixture *fixture, int number)
{
  g_autofree char *path = g_strdup_printf ("%s/cut-%d.backup", fixture->folder, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupPlan) plan = desk_backup_plan_new_file (path, NULL, &error);
  g_autoptr (DeskBackupDone) done = desk_backup_make (fixture->service, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (done);
}

/* Saves people and now and then makes a backup, with checkpoints between, and says what it has promised. */
static void
work (DeskFixture *fixture, GRand *rand)
{
  DeskSampleWorld world;

  desk_sample_world (fixture, &world);
  desk_shim_promise (desk_fixture_count (fixture, "SELECT max(id) FROM act"));
  desk_shim_mark ();
  for (int i = 0; i < N_SAVES; i++)
    {
      g_autofree char *phone = g_strdup_printf ("139%08d", g_rand_int_range (rand, 0, 100000000));

      desk_fixture_person (fixture, i % 3 == 0 ? "单雄信" : "尉迟敬德", phone);
      desk_shim_promise (world.head_act + i + 1);
      if (i % 50 == 30)
        back_up (fixture, i);
      if (i % 37 == 20)
        g_assert_true (desk_db_checkpoint (fixture->service->db, FALSE, NULL, NULL));
    }
}

static void
test_service (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  DeskFixture fixture = { 0 }, image = { 0 };
  int lost = 0;

  desk_shim_record ();
  desk_fixture_set_up (&fixture);
  work (&fixture, rand);
  desk_shim_stop ();
  image = fixture;
  image.path = g_build_filename (fixture.folder, "image.frontdesk", NULL);
  for (int i = 0; i < n_images (); i++)
    {
      g_autoptr (GError) error = NULL;
      DeskVerifyReport report;
      gint64 promised = desk_shim_cut (rand, image.path);

      image.service = desk_service_open (image.path, DESK_OPEN_WRITE, fixture.clock, &error);
      g_assert_no_error (error);
      g_assert_true (desk_service_verify (image.service, TRUE, &report, NULL, &error));
      g_assert_null (report.detail);
      g_assert_true (report.ok);
      desk_verify_report_clear (&report);
      lost += desk_fixture_count (&image, "SELECT max(id) FROM act") < promised;
      desk_service_close (image.service);
      remove_image (image.path);
    }
  g_test_message ("%d images, %d lost something acknowledged", n_images (), lost);
  g_assert_cmpint (lost, ==, 0);
  g_free (image.path);
  desk_fixture_tear_down (&fixture);
  desk_shim_forget ();
}

/* Drafts: two people take turns at the desk, and the power goes while one of them types. */

#define AUTHORS 2
#define NOBODY 99

static void
listed (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GPtrArray **) data = desk_drafts_list_finish (result, NULL);
}

/* Returns: (transfer full): what @staff_id has; everything that was asked before is kept by then. */
static GPtrArray *
drafts_of (DeskDrafts *drafts, gint64 staff_id)
{
  GPtrArray *found = NULL;

  desk_drafts_list_async (drafts, staff_id, NULL, listed, &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
type (DeskDrafts *drafts, guint n_letters)
{
  for (guint i = 1; i <= n_letters; i++)
    {
      gint64 author = 1 + i / 10 % AUTHORS; /* ten letters, then somebody else */
      g_autofree char *words = g_strdup_printf ("{'author': '%d', 'n': '%u'}", (int) author, i);
      g_autoptr (GPtrArray) kept = NULL;

      desk_drafts_put (drafts, author, "residents:new", "key", "房屋", 0, words);
      kept = drafts_of (drafts, NOBODY);
      desk_shim_promise (i);
    }
}

/* Returns: the latest letter of @author that is there. */
static guint
letter_of (DeskDrafts *drafts, gint64 author)
{
  g_autoptr (GPtrArray) found = drafts_of (drafts, author);
  g_autoptr (GHashTable) fields = NULL;

  if (found->len == 0)
    return 0;
  g_assert_cmpuint (found->len, ==, 1);
  fields = desk_draft_unpack (((DeskDraft *) found->pdata[0])->words);
  g_assert_cmpint (g_ascii_strtoll (g_hash_table_lookup (fields, "author"), NULL, 10), ==, author);
  return (guint) g_ascii_strtoull (g_hash_table_lookup (fields, "n"), NULL, 10);
}

/* What was kept is there, each author's own. */
static void
test_drafts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "typed.frontdesk", NULL), *image = g_build_filename (folder, "image.frontdesk", NULL);
  g_autofree char *file = g_strconcat (path, ".drafts", NULL), *image_file = g_strconcat (image, ".drafts", NULL);
  g_autoptr (DeskClock) clock = desk_clock_new_fixed (DESK_FIXTURE_NOW);
  g_autoptr (DeskDrafts) drafts = NULL;

  desk_shim_record ();
  drafts = desk_drafts_new (path, clock);
  g_ptr_array_unref (drafts_of (drafts, NOBODY));
  desk_shim_mark ();
  type (drafts, 150);
  desk_shim_stop ();
  g_clear_pointer (&drafts, desk_drafts_free);
  for (int i = 0; i < n_images () / 3; i++)
    {
      gint64 promised = desk_shim_cut (rand, image_file);
      guint latest = 0;

      drafts = desk_drafts_new (image, clock);
      for (gint64 author = 1; author <= AUTHORS; author++)
        latest = MAX (latest, letter_of (drafts, author));
      g_assert_cmpint (latest, >=, promised);
      g_clear_pointer (&drafts, desk_drafts_free);
      remove_image (image_file);
    }
  remove_image (file);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  desk_shim_forget ();
}

static void
sql (sqlite3 *db, const char *text)
{
  if (sqlite3_exec (db, text, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", text, sqlite3_errmsg (db));
}

/* The same by a connection that does not sync every commit: some images must have lost what was promised. */
static void
test_control (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  DeskFixture image = { .path = g_build_filename (folder, "image", NULL) };
  g_autofree char *path = g_build_filename (folder, "control", NULL);
  sqlite3 *db = NULL;
  int lost = 0;

  desk_shim_record ();
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sql (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 40; "
           "CREATE TABLE pay (id INTEGER PRIMARY KEY, note TEXT)");
  desk_shim_mark ();
  for (int i = 1; i <= 300; i++)
    {
      sql (db, "INSERT INTO pay (note) VALUES ('现金缴费，已开收据')");
      desk_shim_promise (i);
    }
  desk_shim_stop ();
  sqlite3_close (db);
  remove_image (path);
  for (int i = 0; i < 100; i++)
    {
      gint64 promised = desk_shim_cut (rand, image.path);

      /* A reader alone cannot recover the log. */
      desk_tamper (image.path, "CREATE TABLE IF NOT EXISTS pay (id INTEGER PRIMARY KEY, note TEXT)");
      lost += desk_fixture_count (&image, "SELECT coalesce (max(id), 0) FROM pay") < promised;
      remove_image (image.path);
    }
  g_test_message ("%d of 100 images lost something", lost);
  g_assert_cmpint (lost, >, 10);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (image.path);
  desk_shim_forget ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  desk_shim_set_fast (TRUE);
  g_test_add_func ("/power-cut/service", test_service);
  g_test_add_func ("/power-cut/drafts", test_drafts);
  g_test_add_func ("/power-cut/control", test_control);
  return g_test_run ();
}
