/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "desk-id.h"
#include "desk-sample.h"

/* The program is killed in mid-save: what it has said is saved is there, nothing is half there, and the next one gets in
 * at once. The child is this program again. DESK_KILLS: how many (20 by itself, 600 at night). */

static char *self_path;

static int
n_kills (void)
{
  const char *text = g_getenv ("DESK_KILLS");

  return text != NULL ? atoi (text) : 20;
}

/* Saves people for ever, and says the act of each as soon as it is saved. */
static int
child (const char *path, const char *seed)
{
  g_autoptr (DeskClock) clock = desk_clock_new_real ();
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) atoi (seed));
  DeskFixture fixture = { .path = (char *) path, .clock = clock };

  desk_fixture_reopen (&fixture);
  fixture.actor = desk_service_sole_actor (fixture.service, NULL);
  for (;;)
    {
      DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "尉迟恭" };
      DeskPhone phone = { .record = { .kind = DESK_KIND_PHONE }, .kind = DESK_PHONE_KIND_MOBILE };
      g_autofree char *key = desk_id_new_key ();
      DeskPersonInput *in = desk_person_input_new (key, &person);
      g_autofree char *said = NULL;
      DeskSaved saved = { 0 };

      phone.number = g_strdup_printf ("137%08d", g_rand_int_range (rand, 0, 100000000));
      g_ptr_array_add (in->phones, desk_record_copy (&phone));
      g_free (phone.number);
      if (!desk_save_person (fixture.service, fixture.actor, in, &saved, NULL))
        return 1;
      said = g_strdup_printf ("%" G_GINT64_FORMAT "\n", saved.act_id);
      if (write (STDOUT_FILENO, said, strlen (said)) < 0)
        return 1;
      desk_saved_clear (&saved);
      desk_person_input_free (in);
    }
}

/* Lets a child work for a moment and kills it. Returns: the last act it said was saved. */
static gint64
kill_one (const char *path, GRand *rand)
{
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (rand) % 1000000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self_path, "--child", path, seed, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  gint64 last = 0;
  int left = g_rand_int_range (rand, 1, 12);

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        break;
      last = g_ascii_strtoll (line, NULL, 10);
      if (--left == 0)
        {
          /* Anywhere in the next save. */
          g_usleep ((gulong) g_rand_int_range (rand, 0, 12000));
          g_subprocess_send_signal (process, SIGKILL);
        }
    }
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (process));
  return last;
}

static void
test_kill (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  DeskSampleWorld world;

  desk_sample_world (fixture, &world);
  for (int i = 0; i < n_kills (); i++)
    {
      DeskVerifyReport report;
      gint64 said;

      g_clear_pointer (&fixture->service, desk_service_close);
      said = kill_one (fixture->path, rand);
      desk_fixture_reopen (fixture);
      g_assert_cmpint (said, >, 0);
      g_assert_cmpint (desk_fixture_count (fixture, "SELECT max(id) FROM act"), >=, said);
      g_assert_cmpint (desk_fixture_count (fixture, "SELECT count(*) FROM person p WHERE name = '尉迟恭' AND NOT EXISTS "
                                                    "(SELECT 1 FROM phone WHERE person_id = p.id)"), ==, 0);
      g_assert_true (desk_service_verify (fixture->service, TRUE, &report, NULL, NULL));
      g_assert_true (report.ok);
      desk_verify_report_clear (&report);
    }
}

/* While another process writes, this one is refused at the door and may look. */
static void
test_two_processes (DeskFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (DeskService) reader = NULL;
  g_autofree char *line = NULL;
  DeskService *writer;

  g_clear_pointer (&fixture->service, desk_service_close);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self_path, "--child", fixture->path, "1", NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
  g_assert_nonnull (line);
  writer = desk_service_open (fixture->path, DESK_OPEN_WRITE, fixture->clock, &error);
  g_assert_null (writer);
  desk_assert_problem (error, DESK_ERROR_LOCKED, DESK_PROBLEM_STORE_LOCKED);
  g_clear_error (&error);
  reader = desk_service_open (fixture->path, DESK_OPEN_READ, fixture->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_count (fixture, "SELECT count(*) FROM person"), >, 0);
  g_subprocess_send_signal (process, SIGKILL);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  desk_fixture_reopen (fixture);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return child (argv[2], argv[3]);
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/kill/in-mid-save", test_kill);
  desk_fixture_add ("/kill/two-processes", test_two_processes);
  return g_test_run ();
}
