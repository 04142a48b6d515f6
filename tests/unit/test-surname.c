/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-name-reading.h"
#include "desk-pinyin.h"
#include "desk-surname.h"
#include "shared-data.h"

#include <string.h>

static void
check_list (const DeskSurname *list, guint n, guint least, guint most)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) readings = g_strsplit (list[i].readings, ",", -1);
      g_autofree char *simple = desk_hanzi_simplify (list[i].name);
      glong length = g_utf8_strlen (list[i].name, -1);

      g_assert_cmpstr (simple, ==, list[i].name);
      g_assert_cmpint (length, >=, least);
      g_assert_cmpint (length, <=, most);
      if (i > 0)
        g_assert_cmpstr (list[i - 1].name, <, list[i].name);
      for (guint k = 0; readings[k] != NULL; k++)
        {
          g_auto (GStrv) syllables = g_strsplit (readings[k], " ", -1);

          g_assert_cmpint (g_strv_length (syllables), ==, length);
          for (guint s = 0; syllables[s] != NULL; s++)
            g_assert_true (desk_pinyin_is_syllable (syllables[s], strlen (syllables[s])));
        }
    }
}

/* The lists are searched by halves, so they must be in order; every reading has as many syllables as characters. */
static void
test_lists (void)
{
  check_list (desk_surname_singles, desk_surname_n_singles, 1, 1);
  check_list (desk_surname_compounds, desk_surname_n_compounds, 2, DESK_SURNAME_MAX);
  check_list (desk_surname_given, desk_surname_n_given, 1, 1);
}

static void
test_compounds (void)
{
  static const struct
  {
    const char *name;
    guint length;
  } rows[] = {
    { "欧阳锋", 2 }, { "欧阳", 2 }, { "张三", 0 }, { "万俟卨", 2 }, { "爱新觉罗玄烨", 4 }, { "叶赫那拉氏", 4 },
    { "叶赫那", 2 }, { "侯莫陈崇", 3 }, { "张", 0 }, { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (desk_surname_compound_length (rows[i].name), ==, rows[i].length);
}

/* "ou zhi,qu zhi": the ways to read a name. */
static char *
ways_of (const char *name)
{
  g_autoptr (DeskNameReading) reading = desk_name_reading_new (name, NULL, 8);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->ways->len; i++)
    {
      g_autofree char *way = g_strjoinv (" ", reading->ways->pdata[i]);

      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", way);
    }
  return g_string_free (out, FALSE);
}

/* Surname readings hold for the surname only. */
static void
test_ways (void)
{
  static const char *const rows[][2] = {
    { "单雄信", "shan xiong xin,dan xiong xin" },
    { "张单", "zhang dan,zhang shan" },
    { "区志", "ou zhi,qu zhi" },
    { "覃海", "qin hai,tan hai" },
    { "万俟卨", "mo qi xie,wan qi xie" },
    { "尉迟恭", "yu chi gong,wei chi gong" },
    { "王曾解", "wang ceng jie,wang zeng jie,wang ceng xie,wang zeng xie" },
    { "任仇", "ren chou" },
    { "吕布", "lv bu,lu bu" },
    { "闾丘略", "lv qiu lve,lu qiu lve,lv qiu lue,lu qiu lue" },
    { "John", "" },
    { "重庆", "chong qing,zhong qing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ways = ways_of (rows[i][0]);

      g_assert_cmpstr (ways, ==, rows[i][1]);
    }
}

/* Each surname of another list is read as it says, among our ways. */
static void
test_other_list (void)
{
  g_autofree char *path = shared_data ("pinyin/pinyin-pro_surnames_492.tsv");
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (path == NULL)
    return;
  lines = shared_lines (path);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strstrip (lines[i]), "\t", -1);
      g_autofree char *name = NULL;
      g_autofree char *ways = NULL;
      g_autofree char *plain = NULL;
      g_autoptr (GString) wanted = g_string_new (NULL);

      if (fields[0] == NULL || fields[1] == NULL)
        continue;
      plain = desk_name_reading_latin (fields[1]);
      g_string_assign (wanted, plain);
      g_string_replace (wanted, "ü", "v", 0);
      g_string_append (wanted, " yi");
      name = g_strconcat (fields[0], "一", NULL);
      ways = ways_of (name);
      n++;
      if (strstr (ways, wanted->str) == NULL)
        g_error ("%s: %s is not in %s", name, wanted->str, ways);
    }
  g_assert_cmpuint (n, ==, 492);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surname/lists", test_lists);
  g_test_add_func ("/surname/compounds", test_compounds);
  g_test_add_func ("/surname/ways", test_ways);
  g_test_add_func ("/surname/other-list", test_other_list);
  return g_test_run ();
}
