/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "desk-paper.h"
#include "desk-sample.h"
#include "desk-text-label.h"

/* Every list there is goes on paper as it is shown, read back from the PDF that the printer would get. */

static char *
page_text (PopplerDocument *pdf, int number)
{
  g_autoptr (GObject) page = G_OBJECT (poppler_document_get_page (pdf, number));
  g_autofree char *text = poppler_page_get_text (POPPLER_PAGE (page));

  return g_strdelimit (g_steal_pointer (&text), "\n", ' ');
}

static PopplerDocument *
write_and_open (DeskPaper *paper, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf;

  desk_paper_write_pdf (paper, path, "list", NULL, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

/* Title, community, filter, day, the words above the columns that are shown, and "page n of m" on every page. */
static void
check_pages (PopplerDocument *pdf, const DeskText *text, const DeskListSheetInput *in, const char *const *everywhere)
{
  int n_pages = poppler_document_get_n_pages (pdf);

  g_assert_cmpint (n_pages, >=, 1);
  for (int number = 0; number < n_pages; number++)
    {
      g_autofree char *words = page_text (pdf, number);
      g_autofree char *foot = g_strdup_printf ("第 %d 页，共 %d 页", number + 1, n_pages);

      g_assert_nonnull (strstr (words, foot));
      for (guint i = 0; everywhere[i] != NULL; i++)
        if (strstr (words, everywhere[i]) == NULL)
          g_error ("no “%s” on page %d: %s", everywhere[i], number + 1, words);
      for (guint i = 0; i < in->n_columns; i++)
        g_assert_nonnull (strstr (words, desk_text_column (text, in->list->list, in->columns[i])));
    }
}

static void
check_list (DeskFixture *f, const DeskText *text, DeskList list)
{
  g_autofree char *path = g_build_filename (f->folder, "list.pdf", NULL);
  g_autofree char *day = NULL;
  /* The sample's bill waits for a second person. */
  DeskListInput query = { .list = list, .filter = list == DESK_LIST_BILLS ? DESK_BILL_FILTER_TO_CHECK : 0 };
  DeskListSheetInput in = { .list = &query, .language = (char *) "zh_CN", .columns = { 1, 0 }, .n_columns = 2 };
  DeskListSheet out = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) pdf = NULL;
  const char *everywhere[] = { desk_text_list (text, list), desk_text_filter (text, list, query.filter), NULL, "翠湖花园", NULL };

  desk_print_list (f->service, f->actor, &in, &out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (out.count, >, 0);
  day = desk_day_format (desk_service_today (f->service));
  everywhere[2] = day;
  pdf = G_OBJECT (write_and_open (out.paper, path));
  check_pages (POPPLER_DOCUMENT (pdf), text, &in, everywhere);
  g_assert_cmpint (poppler_document_get_n_pages (POPPLER_DOCUMENT (pdf)), ==, (int) desk_paper_get_n_pages (out.paper));
  desk_list_sheet_clear (&out);
  g_unlink (path);
}

static void
test_every_list (DeskFixture *f, gconstpointer data)
{
  g_autoptr (DeskText) text = desk_text_new ("zh_CN", NULL);
  DeskSampleWorld world;

  desk_sample_world (f, &world);
  for (int list = 0; list < DESK_N_LISTS; list++)
    {
      g_test_message ("%s", desk_list_spec ((DeskList) list)->nick);
      check_list (f, text, (DeskList) list);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  desk_fixture_add ("/list-print/every-list", test_every_list);
  return g_test_run ();
}
