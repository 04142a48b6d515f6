/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pinyin.h"
#include "shared-data.h"

#include <string.h>

static void
test_readings (void)
{
  static const struct
  {
    const char *character;
    const char *reading;
  } rows[] = {
    { "张", "zhang" }, { "張", "zhang" }, { "吕", "lv" },  { "女", "nv" },  { "略", "lve" }, { "虐", "nve" },
    { "欧", "ou" },    { "安", "an" },    { "儿", "er" },  { "〇", "ling" }, { "㐀", "qiu" }, { "龘", "da" },
    { "A", NULL },     { "1", NULL },     { "あ", NULL },  { "，", NULL },  { "𠀀", "he" },  { "鿿", NULL },
    { "\U0001f600", NULL }, { "\U000323af", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (desk_pinyin_of (g_utf8_get_char (rows[i].character)), ==, rows[i].reading);
  g_assert_null (desk_pinyin_of (0));
  g_assert_null (desk_pinyin_of (G_MAXUINT32));
}

static void
test_every_character (void)
{
  guint n = 0;

  for (gunichar c = 0; c < 0x110000; c++)
    {
      const char *reading = desk_pinyin_of (c);

      if (reading == NULL)
        continue;
      n++;
      g_assert_true (desk_hanzi_is (c));
      g_assert_true (c == 0x3007 || desk_pinyin_is_syllable (reading, strlen (reading)));
      g_assert_cmpuint (strlen (reading), <=, 6);
    }
  g_assert_cmpuint (n, >, 44000);
}

static void
test_simplify (void)
{
  static const char *const rows[][2] = {
    { "單雄信", "单雄信" }, { "歐陽鋒", "欧阳锋" }, { "張三豐", "张三丰" }, { "万俟卨", "万俟卨" }, { "葉問", "叶问" },
    { "鍾馗", "钟馗" },     { "二〇二", "二零二" }, { "abc 123", "abc 123" }, { "", "" },         { "𠮷野", "𠮷野" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *simple = desk_hanzi_simplify (rows[i][0]);

      g_assert_cmpstr (simple, ==, rows[i][1]);
    }
  for (gunichar c = 0; c < 0x11000; c++)
    g_assert_cmpuint (desk_hanzi_simple (desk_hanzi_simple (c)), ==, desk_hanzi_simple (c));
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    guint n;
    const char *parts;
  } rows[] = {
    { "shanxiongxin", 3, "shan xiong xin" }, { "xian", 1, "xian" }, { "xian", 2, "xi an" }, { "fangan", 2, "fang an" },
    { "lvbu", 2, "lv bu" },                  { "zhangsan", 3, NULL }, { "qqq", 3, NULL },  { "", 1, NULL },
    { "a", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) parts = desk_pinyin_split (rows[i].text, rows[i].n);
      g_autofree char *joined = NULL;

      if (parts != NULL)
        {
          g_ptr_array_add (parts, NULL);
          joined = g_strjoinv (" ", (char **) parts->pdata);
        }
      g_assert_cmpstr (joined, ==, rows[i].parts);
    }
}

/* The tones of @marked dropped, ü as v. */
static char *
bare (const char *marked)
{
  g_autofree char *apart = g_utf8_normalize (marked, -1, G_NORMALIZE_NFD);
  GString *out = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalpha (*p))
        g_string_append_c (out, *p);
      else if (g_utf8_get_char (p) == 0x308 && out->len > 0)
        out->str[out->len - 1] = 'v';
    }
  return g_string_free (out, FALSE);
}

/* Of the 8,105 standard characters, as another source reads them, at most 2 in 100 have no reading of ours. */
static void
test_standard_characters (void)
{
  g_autofree char *path = shared_data ("pinyin/mozillazg_kTGHZ2013.txt");
  g_auto (GStrv) lines = NULL;
  guint n = 0;
  guint wrong = 0;

  if (path == NULL)
    return;
  lines = shared_lines (path);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (lines[i], " ,#", -1);
      gunichar c;
      const char *ours;
      gboolean same = FALSE;

      if (!g_str_has_prefix (lines[i], "U+"))
        continue;
      c = (gunichar) g_ascii_strtoull (lines[i] + 2, NULL, 16);
      ours = desk_pinyin_of (c);
      for (guint k = 1; parts[k] != NULL && !same; k++)
        {
          g_autofree char *theirs = bare (parts[k]);

          same = g_strcmp0 (theirs, ours) == 0;
        }
      n++;
      wrong += !same;
    }
  g_test_message ("%u characters, %u read otherwise", n, wrong);
  g_assert_cmpuint (n, ==, 8105);
  g_assert_cmpuint (wrong * 50, <, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pinyin/readings", test_readings);
  g_test_add_func ("/pinyin/every-character", test_every_character);
  g_test_add_func ("/pinyin/simplify", test_simplify);
  g_test_add_func ("/pinyin/split", test_split);
  g_test_add_func ("/pinyin/standard-characters", test_standard_characters);
  return g_test_run ();
}
