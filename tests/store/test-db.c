/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-db.h"
#include "desk-place.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "a.frontdesk", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static DeskDb *
open_well (Fixture *f, DeskDbMode mode)
{
  g_autoptr (GError) error = NULL;
  DeskDb *db = desk_db_open (f->path, mode, &error);

  g_assert_no_error (error);
  return db;
}

static void
make (Fixture *f)
{
  desk_db_close (open_well (f, DESK_DB_CREATE));
}

/* Does somebody hold a lock on these bytes of the file at @path? Looking drops what the process holds by POSIX's rule, too. */
static gboolean
is_locked (const char *path, const char *end, off_t start, off_t length)
{
  g_autofree char *name = g_strconcat (path, end, NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = start, .l_len = length };
  int fd = open (name, O_RDWR | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fcntl (fd, F_GETLK, &lock), ==, 0);
  close (fd);
  return lock.l_type != F_UNLCK;
}

/* A file chooser opens and closes every file of the folder it shows. The store's locks stay: those of the database, without
 * which another program removes the log that is being written, and that of the shared memory, without which it truncates
 * what is mapped here. They go with the last connection. */
static void
test_foreign_close (Fixture *f, gconstpointer data)
{
  const off_t shared = 0x40000002, connected = 128; /* SQLite's SHARED_FIRST, UNIX_SHM_DMS */
  DeskDb *writer, *reader;

  make (f);
  writer = open_well (f, DESK_DB_WRITE);
  reader = open_well (f, DESK_DB_READ);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (is_locked (f->path, "", shared, 510));
      g_assert_true (is_locked (f->path, "-shm", connected, 1));
    }
  desk_db_close (reader);
  g_assert_true (is_locked (f->path, "", shared, 510));
  g_assert_true (is_locked (f->path, "-shm", connected, 1));
  desk_db_close (writer);
  g_assert_false (is_locked (f->path, "", shared, 510));
}

static void
assert_refused (const char *path, DeskDbMode mode, DeskErrorCode code, DeskProblemCode problem)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (desk_db_open (path, mode, &error));
  g_assert_error (error, DESK_ERROR, (int) code);
  g_assert_true (desk_error_has_problem (error, problem));
}

/* Changes a store with a connection that is not ours. */
static void
tamper (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* design.md, rule 11. */
static void
test_made_for_owner_only (Fixture *f, gconstpointer data)
{
  struct stat st;

  make (f);
  g_assert_cmpint (stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

/* design.md, rule 2: one writer, readers beside it, and the lock goes with its holder. */
static void
test_door (Fixture *f, gconstpointer data)
{
  DeskDb *writer;

  make (f);
  writer = open_well (f, DESK_DB_WRITE);
  assert_refused (f->path, DESK_DB_WRITE, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED);
  desk_db_close (open_well (f, DESK_DB_READ));
  desk_db_close (writer);
  desk_db_close (open_well (f, DESK_DB_WRITE));
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (f->folder, "missing", NULL);
  g_autofree char *text = g_build_filename (f->folder, "text", NULL);
  g_autofree char *other = g_build_filename (f->folder, "other", NULL);

  assert_refused (missing, DESK_DB_WRITE, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_STORE_MISSING);
  assert_refused (f->folder, DESK_DB_WRITE, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS);
  g_file_set_contents (text, "", 0, NULL);
  assert_refused (text, DESK_DB_WRITE, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS);
  g_file_set_contents (text, "房号,业主\n3-2-1501,张淑芬\n", -1, NULL);
  assert_refused (text, DESK_DB_WRITE, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS);
  tamper (other, "CREATE TABLE t (a)");
  assert_refused (other, DESK_DB_WRITE, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_NOT_OURS);
  make (f);
  assert_refused (f->path, DESK_DB_CREATE, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS);
  g_chmod (f->path, 0400);
  assert_refused (f->path, DESK_DB_WRITE, DESK_ERROR_READ_ONLY, DESK_PROBLEM_STORE_READ_ONLY);
}

/* A store of a newer program is left as it is, to the byte. */
static void
test_newer (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  make (f);
  tamper (f->path, "PRAGMA user_version = 999");
  g_file_get_contents (f->path, &before, &n_before, NULL);
  assert_refused (f->path, DESK_DB_WRITE, DESK_ERROR_NEWER_SCHEMA, DESK_PROBLEM_STORE_NEWER);
  assert_refused (f->path, DESK_DB_READ, DESK_ERROR_NEWER_SCHEMA, DESK_PROBLEM_STORE_NEWER);
  g_file_get_contents (f->path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Damage is refused at the door or found by quick_check, never passed over. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *bytes = NULL, *fault = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;
  DeskDb *db;

  make (f);
  g_file_get_contents (f->path, &bytes, &n, NULL);
  memset (bytes + 4 * 4096, 0x5a, 3 * 4096);
  g_file_set_contents (f->path, bytes, (gssize) n, NULL);
  db = desk_db_open (f->path, DESK_DB_WRITE, &error);
  if (db == NULL)
    {
      g_assert_error (error, DESK_ERROR, DESK_ERROR_DAMAGED);
      return;
    }
  g_assert_true (desk_db_quick_check (db, FALSE, &fault, &error));
  g_assert_nonnull (fault);
  desk_db_close (db);
}

static gint64 fake;

static gint64
fake_magic (const char *folder)
{
  return fake;
}

/* design.md, rule 4. */
static void
test_places (Fixture *f, gconstpointer data)
{
  static const struct
  {
    gint64 magic;
    gboolean passes;
  } cases[] = {
    { 0x6969, FALSE },     { 0x517b, FALSE },     { 0xff534d42, FALSE }, { 0xfe534d42, FALSE },
    { 0x5346414f, FALSE }, { 0x01021997, FALSE }, { 0x65735546, FALSE }, { 0xef53, TRUE },
    { 0x58465342, TRUE },  { 0x9123683e, TRUE },  { 0x01021994, TRUE },  { 0x794c7630, TRUE },
  };
  g_autofree char *synced = g_build_filename (f->folder, "Dropbox", "a.frontdesk", NULL);

  desk_place_set_magic (fake_magic);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fake = cases[i].magic;
      g_assert_cmpint (desk_place_check (f->path, NULL), ==, cases[i].passes);
    }
  fake = 0x6969;
  assert_refused (f->path, DESK_DB_CREATE, DESK_ERROR_BAD_PLACE, DESK_PROBLEM_STORE_BAD_PLACE);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  desk_place_set_magic (NULL);
  g_assert_false (desk_place_check (synced, NULL));
}

/* Making a store on a disk that fills at any point of the migration leaves no file behind. */
static void
test_full_while_made (Fixture *f, gconstpointer data)
{
  struct rlimit old;
  gboolean made = FALSE;
  guint refused = 0;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &old);
  for (rlim_t size = 0; !made && size < 4096 * 1024; size += 8192)
    {
      struct rlimit limit = { size, old.rlim_max };
      DeskDb *db;

      setrlimit (RLIMIT_FSIZE, &limit);
      db = desk_db_open (f->path, DESK_DB_CREATE, NULL);
      setrlimit (RLIMIT_FSIZE, &old);
      made = db != NULL;
      refused += !made;
      desk_db_close (db);
      g_assert_true (made || !g_file_test (f->path, G_FILE_TEST_EXISTS));
    }
  g_assert_true (made);
  g_assert_cmpuint (refused, >, 5);
}

static gboolean
has_setting (DeskDb *db, const char *name)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_SETTING_BY_NAME);
  gboolean found;

  desk_stmt_bind_text (stmt, "name", name);
  g_assert_true (desk_stmt_one (stmt, &found, NULL));
  desk_stmt_reset (stmt);
  return found;
}

static gboolean
add_setting (DeskDb *db, const char *name, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_SETTING_INSERT);

  desk_stmt_bind_text (stmt, "name", name);
  desk_stmt_bind_text (stmt, "value", "x");
  desk_stmt_bind_int (stmt, "version", 1);
  return desk_stmt_run (stmt, error);
}

static void
test_transactions (Fixture *f, gconstpointer data)
{
  DeskDb *db = open_well (f, DESK_DB_CREATE);

  g_assert_true (desk_db_begin (db, NULL) && add_setting (db, "a", NULL));
  desk_db_rollback (db);
  g_assert_false (has_setting (db, "a"));
  g_assert_true (desk_db_begin (db, NULL) && add_setting (db, "a", NULL));
  g_assert_true (desk_db_savepoint (db, NULL) && add_setting (db, "b", NULL));
  g_assert_true (desk_db_release (db, FALSE, NULL) && desk_db_commit (db, NULL));
  g_assert_true (has_setting (db, "a"));
  g_assert_false (has_setting (db, "b"));
  desk_db_close (db);
}

static void
test_reader_cannot_write (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DeskDb *db;

  make (f);
  db = open_well (f, DESK_DB_READ);
  g_assert_false (add_setting (db, "a", &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_READ_ONLY);
  desk_db_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/db/foreign-close", test_foreign_close);
  ADD ("/db/made-for-owner-only", test_made_for_owner_only);
  ADD ("/db/door", test_door);
  ADD ("/db/refusals", test_refusals);
  ADD ("/db/newer", test_newer);
  ADD ("/db/damaged", test_damaged);
  ADD ("/db/places", test_places);
  ADD ("/db/full-while-made", test_full_while_made);
  ADD ("/db/transactions", test_transactions);
  ADD ("/db/reader-cannot-write", test_reader_cannot_write);
  return g_test_run ();
}
