/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-name-reading.h"
#include "desk-pinyin.h"
#include "desk-search-query.h"
#include "shared-data.h"

#include <string.h>

#define N_NAMES 100000

/* Returns: (transfer full) (nullable): the text of the .xz file @path; NULL, the test skipped, without xz. */
static char *
unpack (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xz = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xz", "-dc", path, NULL);
  char *text = NULL;

  if (xz == NULL)
    {
      g_test_skip ("xz is absent");
      return NULL;
    }
  g_subprocess_communicate_utf8 (xz, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A character no source has a reading of stays in the pinyin: nobody types that. */
static gboolean
is_typed (const char *pinyin)
{
  return strspn (pinyin, "abcdefghijklmnopqrstuvwxyz") == strlen (pinyin);
}

static void
assert_found (const char *name, GPtrArray *keys, const char *typed)
{
  g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (typed);

  if (!desk_search_query_fits (query, keys))
    g_error ("%s is not found by %s", name, typed);
}

/* What somebody may stop typing at: from character @from on, @take of them. */
static void
check_part (const char *name, DeskNameReading *reading, GPtrArray *keys, guint from, guint take)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = from; i < from + take; i++)
    g_string_append (text, g_array_index (reading->tokens, DeskNameToken, i).text);
  assert_found (name, keys, text->str);
  for (guint w = 0; w < reading->ways->len; w++)
    {
      const char **way = reading->ways->pdata[w];

      g_string_truncate (text, 0);
      for (guint i = from; i < from + take; i++)
        g_string_append (text, way[i]);
      if (!is_typed (text->str))
        continue;
      assert_found (name, keys, text->str);
      for (guint i = from + take; i < reading->tokens->len; i++)
        g_string_append_unichar (text, g_utf8_get_char (way[i]));
      if (from == 0 && take == reading->surnames[0] && is_typed (text->str))
        assert_found (name, keys, text->str);
    }
}

/* The name is found as it stands, in simplified characters, by each whole reading and by its initials. */
static void
check_name (const char *name, GPtrArray *keys, GRand *rand)
{
  g_autoptr (DeskNameReading) reading = desk_name_reading_new (name, NULL, 64);
  guint n = reading->tokens->len;
  g_autofree char *simple = desk_hanzi_simplify (name);

  assert_found (name, keys, name);
  assert_found (name, keys, simple);
  check_part (name, reading, keys, 0, 1);
  for (guint i = 0; i < 3 && n > 1; i++)
    {
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) n);

      check_part (name, reading, keys, from, (guint) g_rand_int_range (rand, 1, (gint32) (n - from + 1)));
    }
  for (guint w = 0; w < reading->ways->len; w++)
    {
      const char **way = reading->ways->pdata[w];
      g_autoptr (GString) pinyin = g_string_new (NULL);
      g_autoptr (GString) initials = g_string_new (NULL);

      for (guint i = 0; way[i] != NULL; i++)
        {
          g_string_append (pinyin, way[i]);
          g_string_append_unichar (initials, g_utf8_get_char (way[i]));
        }
      if (!is_typed (pinyin->str))
        continue;
      assert_found (name, keys, pinyin->str);
      assert_found (name, keys, initials->str);
    }
}

static void
test_many_names (void)
{
  g_autofree char *path = shared_data ("names/wainshine_ancient_names_255352_utf8bom_crlf.txt.xz");
  g_autofree char *text = path != NULL ? unpack (path) : NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint n_lines;
  guint n = 0;
  guint n_three = 0;
  guint keys_of_three = 0;
  guint most = 0;

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  n_lines = g_strv_length (lines);
  g_assert_cmpuint (n_lines, >, N_NAMES);
  for (guint i = 2; i < n_lines && n < N_NAMES; i += n_lines / N_NAMES)
    {
      const char *name = g_strstrip (lines[i]);
      g_autoptr (GPtrArray) keys = NULL;

      if (*name == '\0' || !g_utf8_validate (name, -1, NULL))
        continue;
      keys = desk_search_keys_for_name (name, NULL);
      check_name (name, keys, rand);
      n++;
      most = MAX (most, keys->len);
      if (g_utf8_strlen (name, -1) == 3)
        {
          n_three++;
          keys_of_three += keys->len;
        }
    }
  g_test_message ("%u names; keys of three characters %u.%02u on average of %u, at most %u a name", n,
                  keys_of_three / n_three, keys_of_three * 100 / n_three % 100, n_three, most);
  g_assert_cmpuint (n, >=, N_NAMES * 9 / 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/many-names/found", test_many_names);
  return g_test_run ();
}
