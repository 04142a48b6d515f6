/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-backup.h"
#include "desk-sample.h"

/* A deep check says nothing about a store that only the program has written, whatever was done in it, and tells every
 * kind of change that came from outside. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
} Verify;

static void
set_up (Verify *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
}

static void
tear_down (Verify *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

static DeskVerifyReport
verify (Verify *self)
{
  DeskVerifyReport report;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_service_verify (self->base.service, TRUE, &report, NULL, &error));
  g_assert_no_error (error);
  return report;
}

static void
assert_ok (Verify *self, const char *after)
{
  DeskVerifyReport report = verify (self);

  if (!report.ok)
    g_error ("after %s: unlike %d (%s %d), keys %d, trail %d, counter %s, changed %d, files %d, %s", after, (int) report.n_unlike,
             desk_kind_nick (report.unlike_kind), (int) report.unlike_id, (int) report.n_missing_keys,
             (int) report.broken_trail, report.counter, (int) report.n_changed, (int) report.n_bad_files, report.detail);
  desk_verify_report_clear (&report);
}

static void
backup (Verify *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskBackupPlan) plan = desk_backup_plan_new (self->base.service, &error);
  g_autoptr (DeskBackupDone) done = desk_backup_make (self->base.service, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
undo (Verify *self, gint64 act_id)
{
  DeskUndoInput in = { .act_id = act_id };
  DeskSaved saved = { 0 };
  g_autoptr (GError) error = NULL;

  desk_undo_act (self->base.service, self->base.actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

/* Every use case, and where it can be undone there and back and there again: rows and trail agree after each. */
static void
test_every_use_case (Verify *self, gconstpointer data)
{
  assert_ok (self, "the sample");
  backup (self);
  for (int use_case = 0; use_case < DESK_N_USE_CASES; use_case++)
    {
      gpointer in = desk_use_case_mode (use_case) == DESK_MODE_WRITE && use_case != DESK_USE_CASE_UNDO_ACT
                        ? desk_sample_input (&self->base, &self->world, use_case, NULL)
                        : NULL;
      DeskSaved *saved; /* the result of every write begins with it */

      if (in == NULL)
        continue;
      saved = desk_use_case_new_result (use_case);
      if (desk_use_case_run (self->base.service, use_case, self->base.actor, in, saved, NULL))
        {
          assert_ok (self, desk_use_case_nick (use_case));
          if (desk_use_case_undo (use_case) == DESK_UNDO_UNDOABLE && saved->act_id != 0)
            {
              undo (self, saved->act_id);
              assert_ok (self, "undo");
            }
        }
      desk_use_case_free_result (use_case, saved);
      desk_use_case_free_input (use_case, in);
    }
}

/* What somebody does to the file from outside, and what is said. */
static const struct
{
  const char *name;
  const char *sql;
  gboolean unlike, counter, changed, keys, trail, files;
} harms[] = {
  { "edited", "UPDATE person SET note = 'x' WHERE id = 1", TRUE, FALSE, TRUE, FALSE, FALSE, FALSE },
  { "renamed", "UPDATE person SET name = '别人' WHERE id = 1", TRUE, FALSE, TRUE, TRUE, FALSE, FALSE },
  { "removed", "DELETE FROM instruction WHERE id = 1", TRUE, FALSE, TRUE, FALSE, FALSE, FALSE },
  { "made", "INSERT INTO person (kind, name) VALUES (1, '无')", TRUE, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "given-back", "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'unit'", FALSE, TRUE, FALSE, FALSE, FALSE, FALSE },
  { "keys", "DELETE FROM search_key WHERE kind = 4", FALSE, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "count", "UPDATE row_count SET n = n + 1 WHERE kind = 24", FALSE, FALSE, FALSE, TRUE, FALSE, FALSE },
  { "cut", "DELETE FROM timeline; DELETE FROM trail WHERE id > 20", TRUE, FALSE, FALSE, FALSE, TRUE, FALSE },
  { "emptied", "UPDATE trail SET changes = '{}' WHERE id = 5", FALSE, FALSE, FALSE, FALSE, TRUE, FALSE },
  { "file", "UPDATE blob SET bytes = x'2550' WHERE id = (SELECT max(blob_id) FROM attachment)", FALSE, FALSE, FALSE, FALSE,
    FALSE, TRUE },
  { "file-gone", "DELETE FROM blob WHERE id = (SELECT max(blob_id) FROM attachment)", FALSE, FALSE, FALSE, FALSE, FALSE, TRUE },
};

static void
test_harm (Verify *self, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  DeskVerifyReport report;

  backup (self);
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_tamper (self->base.path, harms[i].sql);
  desk_fixture_reopen (&self->base);
  report = verify (self);
  g_assert_null (report.detail);
  g_assert_false (report.ok);
  g_assert_cmpint (report.n_unlike > 0, ==, harms[i].unlike);
  g_assert_cmpint (report.counter != NULL, ==, harms[i].counter);
  g_assert_cmpint (report.n_missing_keys > 0, ==, harms[i].keys);
  g_assert_cmpint (report.broken_trail > 0, ==, harms[i].trail);
  g_assert_cmpint (report.n_bad_files > 0, ==, harms[i].files);
  if (!harms[i].trail)
    g_assert_cmpint (report.n_changed > 0, ==, harms[i].changed);
  desk_verify_report_clear (&report);
}

/* A secret stands in the trail only as a digest: the backup tells that it was changed. */
static void
test_secret (Verify *self, gconstpointer data)
{
  DeskPerson person = { .record = { .kind = DESK_KIND_PERSON }, .kind = DESK_PERSON_KIND_NATURAL, .name = (char *) "杜甫" };
  DeskDocument document = { .record = { .kind = DESK_KIND_DOCUMENT }, .kind = DESK_DOCUMENT_KIND_PASSPORT,
                            .number = (char *) "E12345678" };
  DeskPersonInput *in = desk_person_input_new (NULL, &person);
  g_autoptr (GError) error = NULL;
  DeskVerifyReport report;
  DeskSaved saved = { 0 };

  if (in->documents == NULL)
    in->documents = g_ptr_array_new_with_free_func (desk_record_free);
  g_ptr_array_add (in->documents, desk_record_copy (&document));
  desk_save_person (self->base.service, self->base.actor, in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  desk_person_input_free (in);
  backup (self);
  g_clear_pointer (&self->base.service, desk_service_close);
  desk_tamper (self->base.path, "UPDATE document SET number = 'E87654321' WHERE number = 'E12345678'");
  desk_fixture_reopen (&self->base);
  report = verify (self);
  g_assert_cmpint (report.n_changed, ==, 1);
  desk_verify_report_clear (&report);
}

/* What was touched since is not compared, and a backup of another line says nothing. */
static void
test_touched (Verify *self, gconstpointer data)
{
  DeskVerifyReport report;
  gint64 all;

  backup (self);
  report = verify (self);
  g_assert_true (report.ok);
  g_assert_true (g_str_has_suffix (report.compared_with, ".backup"));
  all = report.n_compared;
  g_assert_cmpint (all, >, 10);
  desk_verify_report_clear (&report);
  {
    DeskPerson *person = desk_fixture_get (&self->base, DESK_KIND_PERSON, self->world.person);
    DeskPersonInput in = { .person = person };
    DeskSaved saved = { 0 };

    desk_text_set (&person->note, "改过");
    g_assert_true (desk_save_contact (self->base.service, self->base.actor, &in, &saved, NULL));
    desk_saved_clear (&saved);
    desk_record_free (person);
  }
  report = verify (self);
  g_assert_true (report.ok);
  g_assert_cmpint (report.n_compared, <, all);
  desk_verify_report_clear (&report);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Verify, NULL, set_up, func, tear_down)
  ADD ("/verify/every-use-case", test_every_use_case);
  ADD ("/verify/secret", test_secret);
  ADD ("/verify/touched", test_touched);
  for (gsize i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *path = g_strconcat ("/verify/harm/", harms[i].name, NULL);

      g_test_add (path, Verify, GSIZE_TO_POINTER (i), set_up, test_harm, tear_down);
    }
  return g_test_run ();
}
