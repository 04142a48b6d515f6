/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "desk-catalogue.h"
#include "desk-text.h"

static char *
mo_path (void)
{
  return g_build_filename (desk_text_locale_dir (), "zh_CN", "LC_MESSAGES", "frontdesk.mo", NULL);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *asked;
    const char *spoken;
    const char *yesterday;
  } rows[] = {
    { "zh_CN", "zh_CN", "昨天" },       { "zh_CN.UTF-8", "zh_CN", "昨天" }, { "zh_CN.GB18030", "zh_CN", "昨天" },
    { "en", "en", "Yesterday" },        { "en_GB.UTF-8", "en", "Yesterday" },
    { "C", "en", "Yesterday" },         { "tlh", "en", "Yesterday" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DeskText) text = desk_text_new (rows[i].asked, NULL);

      g_assert_cmpstr (desk_text_language (text), ==, rows[i].spoken);
      g_assert_cmpstr (desk_text_get (text, "Yesterday"), ==, rows[i].yesterday);
    }
}

/* Papers are Chinese though the process speaks C: only NULL asks the process. */
static void
test_process_locale (void)
{
  g_autoptr (DeskText) own = NULL;
  g_autoptr (DeskText) paper = NULL;

  g_setenv ("LANGUAGE", "", TRUE);
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  own = desk_text_new (NULL, NULL);
  paper = desk_text_new ("zh_CN", NULL);
  g_assert_cmpstr (desk_text_language (own), ==, "en");
  g_assert_cmpstr (desk_text_get_c (paper, "state", "Ready"), ==, "待交付");
  g_assert_cmpstr (desk_text_get_c (own, "state", "Ready"), ==, "Ready");
  g_clear_pointer (&own, desk_text_unref);
  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  own = desk_text_new (NULL, NULL);
  g_assert_cmpstr (desk_text_language (own), ==, "zh_CN");
}

static void
test_unknown_texts (void)
{
  g_autoptr (DeskText) zh = desk_text_new ("zh_CN", NULL);

  g_assert_cmpstr (desk_text_get (zh, ""), ==, "");
  g_assert_cmpstr (desk_text_get (zh, "no such text"), ==, "no such text");
  g_assert_cmpstr (desk_text_get_c (zh, "no such context", "Ready"), ==, "Ready");
  g_assert_cmpstr (desk_text_get_n (zh, "one", "many", 1), ==, "one");
  g_assert_cmpstr (desk_text_get_n (zh, "one", "many", 2), ==, "many");
}

static void
test_plurals (void)
{
  g_autoptr (DeskText) zh = desk_text_new ("zh_CN", NULL);
  g_autoptr (DeskText) en = desk_text_new ("en", NULL);
  g_autofree char *one = desk_text_format_n (en, "%1 vehicle", "%1 vehicles", 1, "1", NULL);
  g_autofree char *none = desk_text_format_n (en, "%1 vehicle", "%1 vehicles", 0, "0", NULL);
  g_autofree char *three = desk_text_format_n (zh, "%1 vehicle", "%1 vehicles", 3, "3", NULL);

  g_assert_cmpstr (one, ==, "1 vehicle");
  g_assert_cmpstr (none, ==, "0 vehicles");
  g_assert_cmpstr (three, ==, "3 辆车");
}

static void
test_fill (void)
{
  static const struct
  {
    const char *words;
    const char *args[4];
    const char *result;
  } rows[] = {
    { "%1 and %2", { "a", "b", NULL }, "a and b" },
    { "%2 before %1", { "a", "b", NULL }, "b before a" },
    { "%1%1", { "x", NULL }, "xx" },
    { "nothing", { "x", NULL }, "nothing" },
    { "[%1] [%2]", { "only", NULL }, "[only] []" },
    { "%1", { "%2 %s %1", "never", NULL }, "%2 %s %1" },
    { "50 %, 100%", { NULL }, "50 %, 100%" },
    { "%0 %s %", { "x", NULL }, "%0 %s %" },
    { "“%1”不收", { "<b>&\"%n", NULL }, "“<b>&\"%n”不收" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *result = desk_text_fill (rows[i].words, rows[i].args);

      g_assert_cmpstr (result, ==, rows[i].result);
    }
}

static void
test_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (DeskText) text = desk_text_new ("en", zone);
  g_autoptr (DeskText) again = desk_text_ref (text);

  g_assert_true (desk_text_zone (text) == zone);
  g_assert_true (again == text);
}

/* A cut or changed catalogue is refused or read within its bounds; it never brings the program down. */
static void
test_damaged_catalogue (void)
{
  g_autofree char *source = mo_path ();
  g_autofree char *folder = g_dir_make_tmp ("desk-text-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "broken.mo", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  gsize length;

  g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
  for (int round = 0; round < 400; round++)
    {
      gsize n = round % 2 ? length : (gsize) g_rand_int_range (rand, 0, (gint32) length);
      g_autofree char *broken = g_memdup2 (bytes, length);
      g_autoptr (DeskCatalogue) catalogue = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = 0; i < 8; i++)
        broken[g_rand_int_range (rand, 0, round % 3 ? 4096 : 28)] = (char) g_rand_int_range (rand, 0, 256);
      g_assert_true (g_file_set_contents_full (path, broken, (gssize) n, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      catalogue = desk_catalogue_open (path, &error);
      g_assert_true ((catalogue == NULL) == (error != NULL));
      if (catalogue != NULL)
        desk_catalogue_find_n (catalogue, "%1 vehicle", 2);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_swapped_catalogue (void)
{
  /* one text, written by a machine of the other byte order */
  static const guint32 head[] = { 0x950412de, 0, 1, 28, 36, 0, 44, 1, 44, 1, 46 };
  char bytes[48] = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("desk-text-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "other.mo", NULL);
  g_autoptr (DeskCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    {
      guint32 word = GUINT32_SWAP_LE_BE (head[i]);

      memcpy (bytes + i * 4, &word, 4);
    }
  bytes[44] = 'a';
  bytes[46] = 'b';
  g_assert_true (g_file_set_contents (path, bytes, sizeof bytes, NULL));
  catalogue = desk_catalogue_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (desk_catalogue_size (catalogue), ==, 1);
  g_assert_cmpstr (desk_catalogue_find (catalogue, "a"), ==, "b");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/languages", test_languages);
  g_test_add_func ("/text/process-locale", test_process_locale);
  g_test_add_func ("/text/unknown-texts", test_unknown_texts);
  g_test_add_func ("/text/plurals", test_plurals);
  g_test_add_func ("/text/fill", test_fill);
  g_test_add_func ("/text/zone", test_zone);
  g_test_add_func ("/text/damaged-catalogue", test_damaged_catalogue);
  g_test_add_func ("/text/swapped-catalogue", test_swapped_catalogue);
  return g_test_run ();
}
