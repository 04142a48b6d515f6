/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "desk-backup.h"
#include "desk-salvage.h"
#include "desk-sample.h"
#include "desk-service-private.h"

/* One byte of the file turns: the deep check tells, or nothing that can be read has changed. A whole page is lost: what is
 * on the others comes out, and nothing is invented. DESK_FLIPS: how many bytes of each class of page (8 by itself). */

#define PAGE 4096

typedef struct
{
  DeskFixture base;
  char *bytes;
  gsize n;
  char *dump;
  GHashTable *pages; /* class → GArray of int */
  char *damaged;     /* the file with the damage */
  char *fresh;
} Damage;

static int
n_flips (void)
{
  const char *text = g_getenv ("DESK_FLIPS");

  return text != NULL ? atoi (text) : 8;
}

static void
add_page (Damage *self, const char *name, int page)
{
  GArray *list = g_hash_table_lookup (self->pages, name);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->pages, g_strdup (name), list);
    }
  g_array_append_val (list, page);
}

/* Which page is of which class, by SQLite's own table of pages. */
static void
sort_pages (Damage *self)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->base.path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT d.pageno, d.pagetype, d.name, coalesce(s.type, 'schema') FROM dbstat d "
                                           "LEFT JOIN sqlite_schema s ON s.name = d.name ORDER BY d.pageno", -1, &stmt, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      int page = sqlite3_column_int (stmt, 0);
      const char *table = (const char *) sqlite3_column_text (stmt, 2);
      g_autofree char *name
          = page == 1 ? g_strdup ("head")
                      : g_strdup_printf ("%s %s", g_str_equal (table, "trail") ? "trail" : (const char *) sqlite3_column_text (stmt, 3),
                                         (const char *) sqlite3_column_text (stmt, 1));

      add_page (self, name, page);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

static char *
dump (const char *path)
{
  g_autofree char *text = desk_dump (path, TRUE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *rest = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (!g_str_has_prefix (*line, "backup_mark ") && !g_str_has_prefix (*line, "sqlite_sequence "))
      g_string_append_printf (rest, "%s\n", *line);
  return g_string_free (rest, FALSE);
}

static void
set_up (Damage *self, gconstpointer data)
{
  DeskSampleWorld world;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = g_strnfill (9000, 'n');

  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &world);
  for (int i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("尉迟%d", i);
      g_autofree char *phone = g_strdup_printf ("1390000%04d", i);

      desk_fixture_person (&self->base, name, phone);
    }
  {
    /* Something that flows over its page. */
    DeskPerson *person = desk_fixture_get (&self->base, DESK_KIND_PERSON, world.person);
    DeskPersonInput in = { .person = person };
    DeskSaved saved = { 0 };

    note[1900] = '\0';
    desk_text_set (&person->note, note);
    desk_save_contact (self->base.service, self->base.actor, &in, &saved, &error);
    g_assert_no_error (error);
    desk_saved_clear (&saved);
    desk_record_free (person);
  }
  {
    g_autoptr (DeskBackupPlan) plan = desk_backup_plan_new (self->base.service, NULL);

    desk_backup_done_free (desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
  }
  g_clear_pointer (&self->base.service, desk_service_close);
  self->dump = dump (self->base.path);
  g_assert_true (g_file_get_contents (self->base.path, &self->bytes, &self->n, NULL));
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  sort_pages (self);
  self->damaged = g_strdup (self->base.path);
  self->fresh = g_build_filename (self->base.folder, "fresh.frontdesk", NULL);
}

static void
tear_down (Damage *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
  g_hash_table_unref (self->pages);
  g_free (self->bytes);
  g_free (self->dump);
  g_free (self->damaged);
  g_free (self->fresh);
}

static void
put (Damage *self)
{
  static const char *const ends[] = { "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (self->damaged, ends[i], NULL);

      g_unlink (file);
    }
  g_assert_true (g_file_set_contents_full (self->damaged, self->bytes, (gssize) self->n, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Does the deep check, or the opening before it, tell? */
static gboolean
is_noticed (Damage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskService) service = desk_service_open (self->damaged, DESK_OPEN_READ, self->base.clock, &error);
  DeskVerifyReport report = { 0 };
  gboolean noticed = service == NULL || !desk_service_verify (service, TRUE, &report, NULL, &error) || !report.ok;

  desk_verify_report_clear (&report);
  return noticed;
}

/* Does the file still hold the same rows? */
static gboolean
is_same (Damage *self)
{
  g_autofree char *now = dump (self->damaged);

  return strcmp (now, self->dump) == 0;
}

static void
test_flips (Damage *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->pages), (GCompareFunc) strcmp);
  int all_noticed = 0, all_missed = 0;

  for (GList *name = names; name != NULL; name = name->next)
    {
      GArray *list = g_hash_table_lookup (self->pages, name->data);
      int noticed = 0, harmless = 0, missed = 0;

      for (int i = 0; i < n_flips (); i++)
        {
          gsize at = (gsize) (g_array_index (list, int, g_rand_int_range (rand, 0, (int) list->len)) - 1) * PAGE
                     + (gsize) g_rand_int_range (rand, 0, PAGE);
          char old = self->bytes[at];

          self->bytes[at] = (char) (old ^ (1 << g_rand_int_range (rand, 0, 8)));
          put (self);
          self->bytes[at] = old;
          if (is_noticed (self))
            noticed++;
          else if (is_same (self))
            harmless++;
          else
            missed++;
        }
      g_test_message ("%-20s %3u pages: %d noticed, %d changed nothing that is read, %d missed", (char *) name->data,
                      list->len, noticed, harmless, missed);
      all_noticed += noticed;
      all_missed += missed;
    }
  g_test_message ("%d of %d harmful flips noticed", all_noticed, all_noticed + all_missed);
  g_assert_cmpint (all_noticed, >, n_flips ());
  /* What no row of ours repeats (the time an act was made at, who looked) is told by the chain alone, where it has it. */
  g_assert_cmpint (all_missed * 20, <=, all_noticed + all_missed);
}

/* Every line of @part but for versions of what was made again stands in the whole, too. */
static void
assert_nothing_invented (Damage *self)
{
  g_autofree char *text = desk_dump (self->fresh, FALSE), *whole = desk_dump (self->base.path, FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) all = g_strsplit (whole, "\n", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **line = all; *line != NULL; line++)
    g_hash_table_add (known, *line);
  for (char **line = lines; *line != NULL; line++)
    if (!g_str_has_prefix (*line, "backup_mark ") && !g_hash_table_contains (known, *line))
      g_error ("invented: %s", *line);
}

static gint64
rows_of (const char *path)
{
  DeskFixture other = { .path = (char *) path };

  return desk_fixture_count (&other, "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM phone) + "
                                     "(SELECT count(*) FROM unit) + (SELECT count(*) FROM trail)");
}

/* Each class loses a page; what can be read comes out and is a sound store. */
static void
test_salvage (Damage *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->pages), (GCompareFunc) strcmp);
  gint64 all = rows_of (self->base.path);

  for (GList *name = names; name != NULL; name = name->next)
    {
      GArray *list = g_hash_table_lookup (self->pages, name->data);
      int page = g_array_index (list, int, g_rand_int_range (rand, 0, (int) list->len));
      g_autofree char *old = g_memdup2 (self->bytes + (gsize) (page - 1) * PAGE, PAGE);
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskSalvageReport) report = NULL;
      DeskVerifyReport check;
      DeskService *service;

      for (int i = 0; i < PAGE; i++)
        self->bytes[(gsize) (page - 1) * PAGE + (gsize) i] = (char) g_rand_int (rand);
      put (self);
      memcpy (self->bytes + (gsize) (page - 1) * PAGE, old, PAGE);
      report = desk_salvage_run (self->damaged, self->fresh, self->base.clock, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%-20s page %d: %d of %d rows, at most %d lost", (char *) name->data, page,
                      (int) rows_of (self->fresh), (int) all, (int) report->n_lost);
      /* The one inner page of a table is the way to all its rows. */
      g_assert_cmpint (rows_of (self->fresh), >=, g_str_has_suffix (name->data, "internal") ? all * 4 / 10 : all * 9 / 10);
      put (self);
      assert_nothing_invented (self);
      service = desk_service_open (self->fresh, DESK_OPEN_WRITE, self->base.clock, &error);
      g_assert_no_error (error);
      g_assert_true (desk_service_verify (service, TRUE, &check, NULL, &error));
      g_assert_no_error (error);
      g_assert_null (check.detail);
      g_assert_cmpint (check.n_missing_keys, ==, 0);
      g_assert_cmpint (check.n_bad_words, ==, 0);
      desk_verify_report_clear (&check);
      desk_service_close (service);
      g_unlink (self->fresh);
    }
}

/* A sound store comes out whole, with what only its log had. */
static void
test_sound (Damage *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSalvageReport) report = NULL;
  g_autofree char *now = NULL;

  report = desk_salvage_run (self->base.path, self->fresh, self->base.clock, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->n_lost, ==, 0);
  g_assert_cmpint (report->broken_trail, ==, 0);
  now = dump (self->fresh);
  desk_assert_same_dump (self->dump, now);
}

/* What is there already is not written over, what is in use is left alone, and what is none gives none. */
static void
test_refused (Damage *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_salvage_run (self->base.path, self->base.path, self->base.clock, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS);
  g_clear_error (&error);
  g_assert_null (desk_salvage_run ("/no/such/store", self->fresh, self->base.clock, NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  desk_fixture_reopen (&self->base);
  g_assert_null (desk_salvage_run (self->base.path, self->fresh, self->base.clock, NULL, &error));
  desk_assert_problem (error, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED);
  g_clear_pointer (&self->base.service, desk_service_close);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->damaged, "hello", -1, NULL));
  g_assert_null (desk_salvage_run (self->damaged, self->fresh, self->base.clock, NULL, &error));
  g_assert_nonnull (desk_error_get_problem (error));
  g_assert_false (g_file_test (self->fresh, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Damage, NULL, set_up, func, tear_down)
  ADD ("/damage/flips", test_flips);
  ADD ("/damage/salvage", test_salvage);
  ADD ("/damage/sound", test_sound);
  ADD ("/damage/refused", test_refused);
  return g_test_run ();
}
