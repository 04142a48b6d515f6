/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../unit/shared-data.h"
#include "desk-fixture.h"
#include "desk-import-plan.h"

#include <string.h>

/* Two real lists of complaints come in whole: every row a complaint, its time read right however the sheet wrote it, its text
 * without the tabs and wide blanks before and after, and no character of its content lost. */

/* A time as text, a day by itself, and times that the sheet has as numbers: as the clock on the wall showed them. */
static const struct
{
  const char *number, *opened;
} times[] = {
  { "188006", "2019-02-28 11:25:05" }, { "188801", "2019-08-01 00:00:00" }, { "189950", "2019-11-13 11:20:21" },
  { "190337", "2019-08-23 12:22:00" }, { "192739", "2019-09-01 20:32:26" },
};

static void
append_content (GString *to, const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_unichar (to, g_utf8_get_char (p));
}

/* Title and detail of the sheet, and of what is made of it, without any blanks. */
static void
assert_content (DeskImportPlan *plan, const DeskImportLine *line)
{
  const DeskCase *c = ((const DeskImportRow *) line->data)->service_case;
  g_autoptr (GString) given = g_string_new (NULL), kept = g_string_new (NULL);

  for (guint k = 0; k < desk_import_plan_get_n_columns (plan); k++)
    {
      DeskImportField field = desk_import_plan_get_field (plan, k, NULL);

      if (field == DESK_IMPORT_FIELD_TITLE || field == DESK_IMPORT_FIELD_DETAIL)
        append_content (given, line->cells[k]);
    }
  append_content (kept, c->title);
  append_content (kept, c->detail);
  g_assert_cmpstr (kept->str, ==, given->str);
  if (c->detail != NULL && *c->detail != '\0')
    {
      gunichar first = g_utf8_get_char (c->detail), last = g_utf8_get_char (g_utf8_prev_char (c->detail + strlen (c->detail)));

      g_assert_false (g_unichar_isspace (first) || g_unichar_isspace (last));
      g_assert_null (strchr (c->detail, '\t'));
      g_assert_null (strstr (c->detail, "\n\n"));
      g_assert_null (strstr (c->detail, "　"));
    }
}

static DeskImportPlan *
prepare (DeskFixture *f, const char *path)
{
  DeskImportRequest request = { .import = DESK_N_IMPORTS, .path = path };
  g_autoptr (GError) error = NULL;
  DeskImportPlan *plan = desk_import_plan_prepare (f->service, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (desk_import_plan_get_import (plan), ==, DESK_IMPORT_COMPLAINTS);
  return plan;
}

static void
take_all (DeskFixture *f, DeskImportPlan *plan, guint n)
{
  DeskImportInput in = { .plan = plan };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  g_assert_cmpuint (desk_import_plan_get_n_lines (plan), ==, n);
  for (guint i = 0; i < n; i++)
    {
      assert_content (plan, desk_import_plan_get_line (plan, i));
      /* One stands there twice, under two headings: whoever ticks it has it twice. */
      desk_import_plan_set_taken (plan, i, TRUE);
    }
  desk_take_import (f->service, f->actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM service_case WHERE kind = 2"), ==, n);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM service_case"), ==, n);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM service_case WHERE opened_at = 0 OR title = ''"), ==, 0);
}

static void
test_full (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = shared_data ("zh_complaints/teddycup2020c_att3_full_4326.xlsx");
  g_autoptr (DeskImportPlan) plan = NULL;

  if (path == NULL)
    return;
  desk_fixture_community (f);
  plan = prepare (f, path);
  take_all (f, plan, 4326);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT datetime(opened_at, 'unixepoch', '+8 hours') = '%s' FROM service_case "
                                              "WHERE external_no = '%s'", times[i].opened, times[i].number);

      g_assert_cmpint (desk_fixture_count (f, sql), ==, 1);
    }
  /* Years as the sheet has them, those written as numbers among them. */
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM service_case WHERE opened_at < 1420041600 OR opened_at >= 1609430400"), ==, 0);
}

static void
test_sample (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = shared_data ("zh_complaints/teddycup2020c_att2_sample_labeled_495.xlsx");
  g_autoptr (DeskImportPlan) plan = NULL;

  if (path == NULL)
    return;
  desk_fixture_community (f);
  plan = prepare (f, path);
  g_assert_cmpuint (desk_import_plan_count (plan, DESK_FATE_DOUBT), ==, 1);
  take_all (f, plan, 495);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM service_case WHERE category_id IS NULL"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/import-complaints/full", test_full);
  desk_fixture_add ("/import-complaints/sample", test_sample);
  return g_test_run ();
}
