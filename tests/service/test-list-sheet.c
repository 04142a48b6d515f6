/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "desk-paper.h"
#include "desk-sample.h"
#include "desk-sheet-reader.h"
#include "desk-shim-vfs.h"
#include "desk-text-label.h"

static void
fill (DeskFixture *f)
{
  gint64 building, entrance, unit, person;

  desk_fixture_community (f);
  building = desk_fixture_building (f, "3");
  entrance = desk_fixture_entrance (f, building, "2");
  unit = desk_fixture_unit (f, building, entrance, "1501");
  desk_fixture_unit (f, building, entrance, "1502");
  person = desk_fixture_person (f, "=1+1 张淑芬", "13812345678");
  desk_fixture_occupancy (f, unit, person, DESK_ROLE_OWNER, 20210618, 0);
}

static char *
export_csv (DeskFixture *f, DeskList list, const guint *columns, guint n_columns, guint *count)
{
  g_autofree char *path = g_build_filename (f->folder, "list.csv", NULL);
  DeskListInput query = { .list = list };
  DeskListSheetInput in = { .list = &query, .n_columns = n_columns, .path = path, .language = (char *) "en" };
  DeskListSheet out = { 0 };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  for (guint i = 0; i < n_columns; i++)
    in.columns[i] = columns[i];
  desk_export_list (f->service, f->actor, &in, &out, &error);
  g_assert_no_error (error);
  *count = out.count;
  desk_list_sheet_clear (&out);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The columns that are seen, in their order; areas as numbers; a formula is defused. */
static void
test_units (DeskFixture *f, gconstpointer data)
{
  static const guint columns[] = { DESK_UNIT_COLUMN_LABEL, DESK_UNIT_COLUMN_AREA, DESK_UNIT_COLUMN_OWNER };
  g_autofree char *text = NULL;
  guint count;

  fill (f);
  text = export_csv (f, DESK_LIST_UNITS, columns, G_N_ELEMENTS (columns), &count);
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  g_assert_nonnull (strstr (text, "3-2-1501,118.47,"));
  g_assert_nonnull (strstr (text, "3-2-1502,118.47,"));
  g_assert_null (strstr (text, ",=1+1"));
}

/* Numbers of people leave as they are shown: masked. */
static void
test_people_masked (DeskFixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  guint count;

  fill (f);
  text = export_csv (f, DESK_LIST_PEOPLE, NULL, 0, &count);
  g_assert_cmpuint (count, ==, 1);
  g_assert_nonnull (strstr (text, "138****5678"));
  g_assert_null (strstr (text, "13812345678"));
}

/* With the right to take them out they are whole, and the trail says which list and how many rows. */
static void
test_people_whole (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "list.csv", NULL);
  g_autofree char *text = NULL;
  DeskListInput query = { .list = DESK_LIST_PEOPLE };
  DeskListSheetInput in = { .list = &query, .path = path, .language = (char *) "en" };
  g_autoptr (DeskActor) desk = desk_actor_new (f->actor->staff_id, "desk", 1 << DESK_STAFF_ROLE_DESK, NULL, 0);
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  fill (f);
  g_assert_false (desk_export_list_whole (f->service, desk, &in, &saved, &refused));
  desk_assert_problem (refused, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  desk_export_list_whole (f->service, f->actor, &in, &saved, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (saved.count, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "13812345678"));
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM trail WHERE use_case = 'export_list_whole' AND "
                                          "changes = '{\"exported\":[null,\"people\"],\"rows\":[0,1]}'"), ==, 1);
  desk_saved_clear (&saved);
}

/* Where the row in the trail does not reach the disk no whole number leaves the house: what was there stays as it was. */
static void
test_people_whole_unrecorded (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "list.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDir) folder = NULL;
  DeskListInput query = { .list = DESK_LIST_PEOPLE };
  DeskListSheetInput in = { .list = &query, .path = path, .language = (char *) "en" };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  fill (f);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  desk_shim_fail (DESK_SHIM_WRITE, 1, SQLITE_IOERR_WRITE, FALSE);
  g_assert_false (desk_export_list_whole (f->service, f->actor, &in, &saved, &error));
  g_assert_true (desk_shim_has_failed ());
  desk_shim_fail (0, 0, 0, FALSE);
  g_assert_error (error, DESK_ERROR, DESK_ERROR_IO);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  folder = g_dir_open (f->folder, 0, NULL);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    g_assert_false (g_str_has_prefix (name, ".list.csv."));
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM trail WHERE use_case = 'export_list_whole'"), ==, 0);
  desk_saved_clear (&saved);
}

/* Where the file cannot get its name nothing is recorded. */
static void
test_people_whole_no_place (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "folder.csv", NULL);
  DeskListInput query = { .list = DESK_LIST_PEOPLE };
  DeskListSheetInput in = { .list = &query, .path = path, .language = (char *) "en" };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  fill (f);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_false (desk_export_list_whole (f->service, f->actor, &in, &saved, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_IO);
  g_assert_cmpint (desk_fixture_count (f, "SELECT count(*) FROM trail WHERE use_case = 'export_list_whole'"), ==, 0);
  desk_saved_clear (&saved);
}

/* Masked, too, what goes out is told, of a housekeeper as well: one act with list and rows, about whoever took it. */
static void
test_noted (DeskFixture *f, gconstpointer data)
{
  static const struct
  {
    DeskUseCase use_case;
    DeskList list;
    const char *row;
  } cases[] = {
    { DESK_USE_CASE_NOTE_EXPORT, DESK_LIST_UNITS, "note_export {\"exported\":[null,\"units\"],\"rows\":[0,2]}" },
    { DESK_USE_CASE_NOTE_PRINT, DESK_LIST_TRAIL, "note_print {\"exported\":[null,\"trail\"],\"rows\":[0,2]}" },
  };

  fill (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DeskScope scope = { 1, 0 };
      g_autoptr (DeskActor) mine
          = desk_actor_new (f->actor->staff_id, "mine", 1 << DESK_STAFF_ROLE_HOUSEKEEPER, &scope, 1);
      g_autoptr (DeskActor) nobody = desk_actor_new (f->actor->staff_id, "nobody", 0, NULL, 0);
      DeskSheetNoteInput *in = desk_sheet_note_input_new (NULL, cases[i].list, 2);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM trail WHERE use_case || ' ' || changes = '%s' AND kind = %d "
                                              "AND record_id = staff_id", cases[i].row, DESK_KIND_STAFF);
      g_autoptr (GError) refused = NULL;
      g_autoptr (GError) error = NULL;
      DeskSaved saved = { 0 };

      g_assert_false (desk_use_case_run (f->service, cases[i].use_case, nobody, in, &saved, &refused));
      desk_assert_problem (refused, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED);
      desk_use_case_run (f->service, cases[i].use_case, mine, in, &saved, &error);
      g_assert_no_error (error);
      g_assert_cmpint (desk_fixture_count (f, sql), ==, 1);
      g_assert_cmpint (saved.act_id, ==, desk_fixture_count (f, "SELECT max(id) FROM act"));
      desk_saved_clear (&saved);
      desk_sheet_note_input_free (in);
    }
}

/* Stopped half way, nothing is left. */
static void
test_stopped (DeskFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "list.xlsx", NULL);
  g_autoptr (DeskProgress) progress = desk_progress_new ();
  DeskListInput query = { .list = DESK_LIST_UNITS };
  DeskListSheetInput in = { .list = &query, .path = path, .progress = progress };
  g_autoptr (GError) error = NULL;
  DeskListSheet out = { 0 };

  fill (f);
  g_cancellable_cancel (desk_progress_get_cancellable (progress));
  g_assert_false (desk_export_list (f->service, f->actor, &in, &out, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_paper (DeskFixture *f, gconstpointer data)
{
  DeskListInput query = { .list = DESK_LIST_UNITS };
  DeskListSheetInput in = { .list = &query };
  DeskListSheet out = { 0 };
  g_autoptr (GError) error = NULL;

  fill (f);
  desk_print_list (f->service, f->actor, &in, &out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (out.count, ==, 2);
  g_assert_cmpuint (desk_paper_get_n_pages (out.paper), ==, 1);
  desk_list_sheet_clear (&out);
}

/* Reads a list that went out: the words above its columns, and a line for each row. Returns: the first cells. */
static char *
read_back (const char *path, DeskList list, const DeskText *text, guint n_rows)
{
  const DeskListSpec *spec = desk_list_spec (list);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskSheetReader) reader = desk_sheet_reader_open (path, &(DeskSheetOptions){ 0 }, NULL, &error);
  GString *first = g_string_new (NULL);
  DeskSheetRow row;

  g_assert_no_error (error);
  g_assert_true (desk_sheet_reader_next (reader, &row, NULL, &error));
  g_assert_cmpuint (row.n_cells, ==, spec->n_columns);
  for (guint i = 0; i < row.n_cells; i++)
    g_assert_cmpstr (row.cells[i].text, ==, desk_text_column (text, list, i));
  while (desk_sheet_reader_next (reader, &row, NULL, &error))
    {
      g_string_append_printf (first, "%s\n", desk_sheet_row_cell (&row, 0)->text);
      n_rows--;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 0);
  return g_string_free (first, FALSE);
}

/* Every list there is goes out as a text and as a workbook with the same rows under the same words, and on paper. */
static void
test_every_list (DeskFixture *f, gconstpointer data)
{
  static const char *const endings[] = { "list.csv", "list.xlsx" };
  g_autoptr (DeskText) text = desk_text_new ("zh_CN", NULL);
  DeskSampleWorld world;

  desk_sample_world (f, &world);
  for (int list = 0; list < DESK_N_LISTS; list++)
    {
      /* The sample's bill waits for a second person. */
      DeskListInput query = { .list = (DeskList) list, .filter = list == DESK_LIST_BILLS ? DESK_BILL_FILTER_TO_CHECK : 0 };
      char *cells[G_N_ELEMENTS (endings)] = { NULL };
      DeskListSheetInput in = { .list = &query, .language = (char *) "zh_CN" };
      DeskListSheet paper = { 0 };
      g_autoptr (GError) error = NULL;
      guint count = 0;

      g_test_message ("%s", desk_list_spec ((DeskList) list)->nick);
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          g_autofree char *path = g_build_filename (f->folder, endings[i], NULL);
          DeskListSheet out = { 0 };

          in.path = path;
          desk_export_list (f->service, f->actor, &in, &out, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (out.count, >, 0);
          count = out.count;
          desk_list_sheet_clear (&out);
          cells[i] = read_back (path, (DeskList) list, text, count);
        }
      g_assert_cmpstr (cells[0], ==, cells[1]);
      in.path = NULL;
      desk_print_list (f->service, f->actor, &in, &paper, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (paper.count, ==, count);
      g_assert_cmpuint (desk_paper_get_n_pages (paper.paper), >=, 1);
      desk_list_sheet_clear (&paper);
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        g_free (cells[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_shim_install ();
  desk_fixture_add ("/list-sheet/units", test_units);
  desk_fixture_add ("/list-sheet/people-masked", test_people_masked);
  desk_fixture_add ("/list-sheet/people-whole", test_people_whole);
  desk_fixture_add ("/list-sheet/people-whole-unrecorded", test_people_whole_unrecorded);
  desk_fixture_add ("/list-sheet/people-whole-no-place", test_people_whole_no_place);
  desk_fixture_add ("/list-sheet/stopped", test_stopped);
  desk_fixture_add ("/list-sheet/noted", test_noted);
  desk_fixture_add ("/list-sheet/paper", test_paper);
  desk_fixture_add ("/list-sheet/every-list", test_every_list);
  return g_test_run ();
}
