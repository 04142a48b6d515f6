/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-drafts.h"
#include "desk-sample.h"

/* What is typed and not saved: kept per author, gone when it was saved or is not wanted, there after a kill. */

static char *self_path;

static void
listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = desk_drafts_list_finish (result, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): what @staff_id has, after everything that was asked before. */
static GPtrArray *
list (DeskDrafts *drafts, gint64 staff_id)
{
  GPtrArray *found = NULL;

  desk_drafts_list_async (drafts, staff_id, NULL, listed, &found);
  while (found == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
assert_has (DeskDrafts *drafts, gint64 staff_id, const char *const *forms)
{
  g_autoptr (GPtrArray) found = list (drafts, staff_id);

  g_assert_cmpuint (found->len, ==, g_strv_length ((char **) forms));
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((DeskDraft *) found->pdata[i])->form, ==, forms[i]);
}

#define FORMS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define NONE ((const char *const[]){ NULL })

static void
test_words (void)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) back = NULL;
  g_autofree char *words = NULL;
  g_autofree char *again = NULL;

  g_hash_table_insert (fields, (char *) "person.name", (char *) "单'雄\"信\n\\ {'a': 'b'}");
  g_hash_table_insert (fields, (char *) "unit.room", (char *) "");
  words = desk_draft_pack (fields);
  back = desk_draft_unpack (words);
  again = desk_draft_pack (back);
  g_assert_cmpstr (words, ==, again);
  g_assert_cmpuint (g_hash_table_size (back), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (back, "person.name"), ==, "单'雄\"信\n\\ {'a': 'b'}");
  for (const char *const *odd = FORMS ("", "{", "[1, 2]", "{'a': 1}", "\xff\xfe"); *odd != NULL; odd++)
    {
      g_autoptr (GHashTable) none = desk_draft_unpack (*odd);

      g_assert_cmpuint (g_hash_table_size (none), ==, 0);
    }
}

/* One author never gets another's; writing again writes over; the latest comes first. */
static void
test_authors (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DeskDrafts) drafts = desk_drafts_new (fixture->path, fixture->clock);
  g_autofree char *path = g_strconcat (fixture->path, ".drafts", NULL);
  g_autoptr (GPtrArray) found = NULL;
  struct stat st;

  assert_has (drafts, 1, NONE);
  g_assert_cmpint (stat (path, &st), !=, 0);
  desk_drafts_put (drafts, 1, "a", "key-a", "房屋", 3, "{'x': '1'}");
  desk_clock_set (fixture->clock, DESK_FIXTURE_NOW + 60);
  desk_drafts_put (drafts, 1, "b", "key-b", "人员", 0, "{'x': '2'}");
  desk_drafts_put (drafts, 2, "a", "key-c", "房屋", 0, "{'x': '3'}");
  assert_has (drafts, 1, FORMS ("b", "a"));
  assert_has (drafts, 2, FORMS ("a"));
  assert_has (drafts, 3, NONE);
  desk_clock_set (fixture->clock, DESK_FIXTURE_NOW + 120);
  desk_drafts_put (drafts, 1, "a", "key-a", "房屋", 3, "{'x': '12'}");
  found = list (drafts, 1);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((DeskDraft *) found->pdata[0])->words, ==, "{'x': '12'}");
  g_assert_cmpstr (((DeskDraft *) found->pdata[0])->request_key, ==, "key-a");
  g_assert_cmpint (((DeskDraft *) found->pdata[0])->version, ==, 3);
  g_assert_cmpint (((DeskDraft *) found->pdata[0])->at, ==, DESK_FIXTURE_NOW + 120);
  desk_drafts_drop (drafts, 1, "a");
  desk_drafts_drop (drafts, 1, "nothing");
  assert_has (drafts, 1, FORMS ("b"));
  assert_has (drafts, 2, FORMS ("a"));
  g_assert_cmpint (stat (path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

/* They outlive the program, and stand in no copy of the store. */
static void
test_reopened (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DeskDrafts) drafts = desk_drafts_new (fixture->path, fixture->clock);
  g_autofree char *words = g_strnfill (300000, 'x');
  g_autofree char *packed = g_strconcat ("{'note': '", words, "'}", NULL);
  g_autofree char *dump = NULL;

  desk_drafts_put (drafts, 1, "a", "key-a", "房屋", 0, packed);
  g_clear_pointer (&drafts, desk_drafts_free);
  drafts = desk_drafts_new (fixture->path, fixture->clock);
  assert_has (drafts, 1, FORMS ("a"));
  dump = desk_dump (fixture->path, TRUE);
  g_assert_null (strstr (dump, "key-a"));
}

/* The store took the form's request key in the moment the program died: what was typed stands there. */
static void
test_taken (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (DeskDrafts) drafts = desk_drafts_new (fixture->path, fixture->clock);
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "尉迟恭" };
  DeskPersonInput *in = desk_person_input_new ("0123456789abcdef0123456789abcdef", &person);
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  desk_drafts_put (drafts, 1, "taken", in->input.request_key, "人员", 0, "{'person.name': '尉迟恭'}");
  desk_drafts_put (drafts, 1, "free", "fedcba9876543210fedcba9876543210", "人员", 0, "{'person.name': '单雄信'}");
  assert_has (drafts, 1, FORMS ("free", "taken"));
  g_assert_true (desk_save_person (fixture->service, fixture->actor, in, &saved, &error));
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  desk_person_input_free (in);
  assert_has (drafts, 1, FORMS ("free"));
  g_clear_pointer (&drafts, desk_drafts_free);
  drafts = desk_drafts_new (fixture->path, fixture->clock);
  assert_has (drafts, 1, FORMS ("free"));
}

/* A file that is no file of drafts is put aside, and drafts are kept all the same. */
static void
test_damaged (DeskFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (fixture->path, ".drafts", NULL);
  g_autofree char *aside = g_strconcat (path, ".damaged", NULL);
  g_autofree char *junk = g_strnfill (9000, 'j');

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (DeskDrafts) drafts = NULL;
      g_autofree char *kept = NULL;

      if (round == 0)
        g_assert_true (g_file_set_contents (path, junk, -1, NULL));
      else
        {
          desk_tamper (path, "PRAGMA user_version = 7");
          g_unlink (aside);
        }
      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*drafts*");
      drafts = desk_drafts_new (fixture->path, fixture->clock);
      desk_drafts_put (drafts, 1, "a", "key-a", "房屋", 0, "{}");
      assert_has (drafts, 1, FORMS ("a"));
      g_test_assert_expected_messages ();
      g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
    }
}

/* Types for ever, and says each letter as soon as it is kept. */
static int
child (const char *path)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (DeskDrafts) drafts = desk_drafts_new (path, clock);

  for (guint i = 1;; i++)
    {
      g_autofree char *words = g_strdup_printf ("{'n': '%u'}", i);
      g_autofree char *said = g_strdup_printf ("%u\n", i);
      g_autoptr (GPtrArray) found = NULL;

      desk_drafts_put (drafts, 1, "a", "key-a", "房屋", 0, words);
      found = list (drafts, 1);
      if (write (STDOUT_FILENO, said, strlen (said)) < 0)
        return 1;
    }
}

/* The program is killed while somebody types: what was kept is there, and the next program gets at it at once. */
static void
test_killed (DeskFixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 8; round++)
    {
      const char *const argv[] = { self_path, "--child", fixture->path, NULL };
      g_autoptr (GSubprocess) process
          = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL);
      g_autoptr (GDataInputStream) said = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
      g_autoptr (DeskDrafts) drafts = NULL;
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GHashTable) fields = NULL;
      guint64 last = 0, kept;

      for (int lines = 0; lines <= round * 5; lines++)
        {
          g_autofree char *line = g_data_input_stream_read_line (said, NULL, NULL, NULL);

          last = g_ascii_strtoull (line, NULL, 10);
        }
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);
      drafts = desk_drafts_new (fixture->path, fixture->clock);
      found = list (drafts, 1);
      g_assert_cmpuint (found->len, ==, 1);
      fields = desk_draft_unpack (((DeskDraft *) found->pdata[0])->words);
      kept = g_ascii_strtoull (g_hash_table_lookup (fields, "n"), NULL, 10);
      g_assert_cmpuint (kept, >=, last);
      desk_drafts_drop (drafts, 1, "a");
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return child (argv[2]);
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drafts/words", test_words);
  desk_fixture_add ("/drafts/authors", test_authors);
  desk_fixture_add ("/drafts/reopened", test_reopened);
  desk_fixture_add ("/drafts/taken", test_taken);
  desk_fixture_add ("/drafts/damaged", test_damaged);
  desk_fixture_add ("/drafts/killed", test_killed);
  return g_test_run ();
}
