/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "desk-error.h"
#include "desk-list-paper.h"

static const DeskPaperColumn columns[] = {
  { "房号", 12, FALSE, TRUE },
  { "业主", 20, FALSE, FALSE },
  { "建筑面积", 12, TRUE, FALSE },
};

static GPtrArray *
make_rows (guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n; i++)
    {
      char **row = g_new0 (char *, G_N_ELEMENTS (columns) + 1);

      row[0] = g_strdup_printf ("3-2-%u", 1000 + i);
      row[1] = g_strdup (i == 0 ? "𠮷田 <b>张淑芬</b>" : "周国栋");
      row[2] = g_strdup ("118.47");
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static DeskPaper *
make (guint n_rows, const char *language)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (DeskText) text = desk_text_new (language, zone);
  g_autoptr (GPtrArray) rows = make_rows (n_rows);

  return desk_list_paper_new (text, "翠湖花园", "住户", "筛选：入住", "2026-11-20", columns, G_N_ELEMENTS (columns), rows);
}

static char *
page_text (const char *path, int page, int *n_pages)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_file (uri, NULL, &error);
  PopplerPage *sheet;
  char *text;

  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (pdf);
  sheet = poppler_document_get_page (pdf, page);
  text = poppler_page_get_text (sheet);
  g_object_unref (sheet);
  g_object_unref (pdf);
  return text;
}

/* Title, filter, day, headings and "page n of m" stand on every page; every row stands on one. */
static void
test_pages (void)
{
  g_autoptr (DeskPaper) paper = make (100, "zh_CN");
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.pdf", NULL);
  g_autoptr (GError) error = NULL;
  int n_pages = 1;
  guint seen = 0;

  g_assert_true (desk_paper_write_pdf (paper, path, "住户", NULL, &error));
  g_assert_no_error (error);
  for (int page = 0; page < n_pages; page++)
    {
      g_autofree char *text = page_text (path, page, &n_pages);
      g_autofree char *foot = g_strdup_printf ("第 %d 页，共 %d 页", page + 1, n_pages);

      g_assert_nonnull (strstr (text, "住户"));
      g_assert_nonnull (strstr (text, "筛选：入住"));
      g_assert_nonnull (strstr (text, "2026-11-20"));
      g_assert_nonnull (strstr (text, "建筑面积"));
      g_assert_nonnull (strstr (text, "翠湖花园"));
      g_assert_nonnull (strstr (text, foot));
      for (const char *p = strstr (text, "3-2-1"); p != NULL; p = strstr (p + 1, "3-2-1"))
        seen++;
    }
  g_assert_cmpint (n_pages, ==, (int) desk_paper_get_n_pages (paper));
  g_assert_cmpuint (seen, ==, 100);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_empty_is_one_page (void)
{
  g_autoptr (DeskPaper) paper = make (0, "en");

  g_assert_cmpuint (desk_paper_get_n_pages (paper), ==, 1);
}

/* A place that cannot be written is said, and nothing is left there. */
static void
test_bad_place (void)
{
  g_autoptr (DeskPaper) paper = make (3, "en");
  g_autoptr (GError) error = NULL;

  g_assert_false (desk_paper_write_pdf (paper, "/nowhere/at/all.pdf", "x", NULL, &error));
  g_assert_error (error, DESK_ERROR, DESK_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-paper/pages", test_pages);
  g_test_add_func ("/list-paper/empty-is-one-page", test_empty_is_one_page);
  g_test_add_func ("/list-paper/bad-place", test_bad_place);
  return g_test_run ();
}
