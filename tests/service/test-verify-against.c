/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "desk-sample.h"

/* The chain against what was kept elsewhere: a head on paper, or a backup. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
  char *kept;
} Against;

static void
copy_to (Against *self, const char *path)
{
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = g_file_new_for_path (path);

  desk_service_close (g_steal_pointer (&self->base.service));
  from = g_file_new_for_path (self->base.path);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  desk_fixture_reopen (&self->base);
}

static void
set_up (Against *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
  self->kept = g_build_filename (self->base.folder, "kept.frontdesk", NULL);
  copy_to (self, self->kept);
}

static void
tear_down (Against *self, gconstpointer data)
{
  g_free (self->kept);
  desk_fixture_tear_down (&self->base);
}

static gint64
last_row (Against *self)
{
  return desk_fixture_count (&self->base, "SELECT max(id) FROM trail");
}

static void
add_person (Against *self, const char *name)
{
  desk_fixture_person (&self->base, name, "13500005555");
}

static void
assert_answer (Against *self, const char *against, DeskAgainst answer, gint64 row)
{
  DeskAgainstReport report;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_service_verify_against (self->base.service, against, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report.answer, ==, answer);
  g_assert_cmpint (report.row, ==, row);
}

static char *
head (Against *self)
{
  DeskVerifyReport report;
  char *head;

  g_assert_true (desk_service_verify (self->base.service, FALSE, &report, NULL, NULL));
  head = g_steal_pointer (&report.head);
  desk_verify_report_clear (&report);
  return head;
}

static void
test_holds (Against *self, gconstpointer data)
{
  g_autofree char *before = head (self);
  g_autofree char *upper = g_ascii_strup (before, -1);
  g_autofree char *zeros = g_strnfill (64, '0');

  assert_answer (self, self->kept, DESK_AGAINST_HOLDS, 0);
  add_person (self, "尉迟恭");
  assert_answer (self, self->kept, DESK_AGAINST_HOLDS, 0);
  assert_answer (self, before, DESK_AGAINST_HOLDS, 0);
  assert_answer (self, upper, DESK_AGAINST_HOLDS, 0);
  assert_answer (self, zeros, DESK_AGAINST_HOLDS, 0);
}

/* The chain alone cannot tell that its tail is missing together with the acts; the backup can. */
static void
test_cut (Against *self, gconstpointer data)
{
  gint64 last = last_row (self);
  g_autofree char *longer = g_build_filename (self->base.folder, "longer.frontdesk", NULL);
  g_autofree char *after = NULL;

  add_person (self, "尉迟恭");
  after = head (self);
  copy_to (self, longer);
  desk_service_close (g_steal_pointer (&self->base.service));
  g_assert_cmpint (g_unlink (self->base.path), ==, 0);
  g_assert_cmpint (g_rename (self->kept, self->base.path), ==, 0);
  desk_fixture_reopen (&self->base);
  assert_answer (self, longer, DESK_AGAINST_CUT, last + 1);
  assert_answer (self, after, DESK_AGAINST_UNKNOWN, 0);
}

/* Another history with a chain that holds by itself: the first row that is another is named. */
static void
test_rewritten (Against *self, gconstpointer data)
{
  gint64 last = last_row (self);
  g_autofree char *other = g_build_filename (self->base.folder, "other.frontdesk", NULL);
  g_autofree char *after = NULL;

  add_person (self, "尉迟恭");
  add_person (self, "秦琼");
  after = head (self);
  copy_to (self, other);
  desk_service_close (g_steal_pointer (&self->base.service));
  g_assert_cmpint (g_unlink (self->base.path), ==, 0);
  g_assert_cmpint (g_rename (self->kept, self->base.path), ==, 0);
  desk_fixture_reopen (&self->base);
  add_person (self, "程咬金");
  add_person (self, "罗成");
  add_person (self, "徐茂公");
  assert_answer (self, other, DESK_AGAINST_REWRITTEN, last + 1);
  assert_answer (self, after, DESK_AGAINST_UNKNOWN, 0);
}

/* What is no head and no store is said, and the store is left alone. */
static void
test_nonsense (Against *self, gconstpointer data)
{
  g_autofree char *junk = g_build_filename (self->base.folder, "junk", NULL);
  g_autofree char *digits = g_strnfill (63, 'a');
  const struct
  {
    const char *against;
    DeskErrorCode code;
  } cases[] = {
    { "/nowhere/at/all", DESK_ERROR_NOT_FOUND },
    { digits, DESK_ERROR_NOT_FOUND },
    { "", DESK_ERROR_NOT_FOUND },
    { junk, DESK_ERROR_DAMAGED },
    { self->base.folder, DESK_ERROR_DAMAGED },
  };

  g_assert_true (g_file_set_contents (junk, "this is no store at all, only words", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskAgainstReport report;
      g_autoptr (GError) error = NULL;

      g_assert_false (desk_service_verify_against (self->base.service, cases[i].against, &report, &error));
      g_assert_error (error, DESK_ERROR, (int) cases[i].code);
    }
}

#define add(path, func) g_test_add (path, Against, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/against/holds", test_holds);
  add ("/against/cut", test_cut);
  add ("/against/rewritten", test_rewritten);
  add ("/against/nonsense", test_nonsense);
  return g_test_run ();
}
