/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-key.h"

#include <string.h>

/* "name:张三 pinyin:zhangsan …" */
static char *
list (GPtrArray *keys)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const DeskSearchKey *key = keys->pdata[i];

      g_assert_cmpstr (key->key, !=, "");
      g_assert_cmpint (g_utf8_strlen (key->key, -1), <=, DESK_SEARCH_KEY_LENGTH);
      g_string_append_printf (out, "%s%s:%s", i > 0 ? " " : "", desk_search_why_nick (key->why), key->key);
    }
  return g_string_free (out, FALSE);
}

/* The numbers stand in stores: this table may only grow. */
static void
test_numbers (void)
{
  static const char *const nicks[] = {
    "", "label", "room", "name", "name_part", "pinyin", "pinyin_part", "initials", "initials_part", "phone",
    "phone_tail", "plate", "plate_tail", "document", "label_short", "case_number", "text",
  };

  g_assert_cmpint (DESK_N_SEARCH_WHYS, ==, G_N_ELEMENTS (nicks));
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    g_assert_cmpstr (desk_search_why_nick (i), ==, nicks[i]);
  g_assert_cmpstr (desk_search_why_nick (999), ==, "");
}

static void
test_names (void)
{
  static const char *const rows[][3] = {
    { "张淑芬", NULL,
      "name:张淑芬 name_part:淑芬 name_part:芬 pinyin:zhangshufen pinyin_part:fen pinyin_part:shufen initials:zhangsf "
      "initials:zsf initials_part:f initials_part:sf" },
    { "单雄信", NULL,
      "name:单雄信 name_part:信 name_part:雄信 pinyin:danxiongxin pinyin:shanxiongxin pinyin_part:xin "
      "pinyin_part:xiongxin initials:danxx initials:dxx initials:shanxx initials:sxx initials_part:x initials_part:xx" },
    { "吕布", NULL,
      "name:吕布 name_part:布 pinyin:lubu pinyin:lvbu pinyin_part:bu initials:lb initials:lub initials:lvb "
      "initials_part:b" },
    { "欧阳锋", NULL,
      "name:欧阳锋 name_part:锋 name_part:阳锋 pinyin:ouyangfeng pinyin_part:feng pinyin_part:yangfeng initials:ouyangf "
      "initials:ouyf initials:oyf initials_part:f initials_part:yf" },
    { "任盈", "rèn yíng",
      "name:任盈 name_part:盈 pinyin:renying pinyin_part:ying initials:reny initials:ry initials_part:y" },
    { "John Smith", NULL, "name:johnsmith name_part:smith initials:js initials_part:s" },
    { "José Müller", NULL, "name:josemuller name_part:muller initials:jm initials_part:m" },
    { "王Andy", NULL,
      "name:王andy name_part:andy pinyin:wangandy pinyin_part:andy initials:wa initials:wanga initials_part:a" },
    { "", NULL, "" },
    { NULL, NULL, "" },
    { " ·\t", NULL, "" },
    { "\xff", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_name (rows[i][0], rows[i][1]);
      g_autofree char *text = list (keys);

      g_assert_cmpstr (text, ==, rows[i][2]);
    }
}

/* Every way of writing one name gives the same keys, the readings apart. */
static void
test_same_name (void)
{
  static const char *const rows[][2] = {
    { "阿卜杜拉·买买提", "阿卜杜拉买买提" }, { "张　三", "张三" }, { "张 三", "张三" }, { "ＪＯＨＮ", "john" }, { "張三豐", "张三丰" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) one = desk_search_keys_for_name (rows[i][0], NULL);
      g_autoptr (GPtrArray) other = desk_search_keys_for_name (rows[i][1], NULL);
      g_autofree char *one_text = list (one);
      g_autofree char *other_text = list (other);

      g_assert_cmpstr (one_text, ==, other_text);
    }
}

/* The reading somebody typed is there besides those we guess; what cannot be one is passed over. */
static void
test_typed_reading (void)
{
  static const struct
  {
    const char *name;
    const char *pinyin;
    const char *has;
    gboolean is_there;
  } rows[] = {
    { "区志", "qu zhi", "pinyin:quzhi", TRUE },        { "区志", "qu zhi", "pinyin:ouzhi", TRUE },
    { "𠮷野", "ji ye", "pinyin:jiye", TRUE },          { "和和", "He Huo", "pinyin:hehuo", TRUE },
    { "和和", "hehuo", "pinyin:hehuo", TRUE },         { "和和", "hé-huò", "pinyin:hehuo", TRUE },
    { "和和", "he", "pinyin:he", FALSE },              { "和和", "he huo x", "pinyin:hehuox", FALSE },
    { "略", "lüe", "pinyin:lve", TRUE },               { "略", "lüe", "pinyin:lue", TRUE },
    { "和和", "\xff", "pinyin:hehe", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_name (rows[i].name, rows[i].pinyin);
      g_autofree char *text = list (keys);
      g_auto (GStrv) parts = g_strsplit (text, " ", -1);

      g_assert_cmpint (g_strv_contains ((const char *const *) parts, rows[i].has), ==, rows[i].is_there);
    }
}

/* However long and however many readings: a bounded number of keys. */
static void
test_bounds (void)
{
  static const char *const characters[] = { "乐", "吕", "略", "张", "a ", "單", "万俟", "💡", "é", "한", "𠮷" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    for (guint n = 1; n <= 100000; n = n < 40 ? n + 1 : n * 50)
      {
        g_autoptr (GString) name = g_string_new (NULL);
        g_autoptr (GPtrArray) keys = NULL;

        for (guint k = 0; k < n; k++)
          g_string_append (name, characters[i]);
        keys = desk_search_keys_for_name (name->str, name->str);
        g_assert_cmpuint (keys->len, <=, DESK_SEARCH_NAME_KEYS_MAX);
      }
}

static void
test_phones (void)
{
  static const char *const rows[][2] = {
    { "13812345678",
      "phone:13812345678 phone_tail:12345678 phone_tail:2345678 phone_tail:345678 phone_tail:3812345678 "
      "phone_tail:45678 phone_tail:5678 phone_tail:678 phone_tail:812345678" },
    { "+86 138-1234", "phone:1381234 phone_tail:1234 phone_tail:234 phone_tail:381234 phone_tail:81234" },
    { "0086 1381", "phone:1381 phone_tail:381" },
    { "861381", "phone:861381 phone_tail:1381 phone_tail:381 phone_tail:61381" },
    { "１２０", "phone:120" },
    { "12", "phone:12" },
    { "abc", "" },
    { "", "" },
    { NULL, "" },
  };
  g_autofree char *many = g_strnfill (100000, '1');
  g_autoptr (GPtrArray) bounded = desk_search_keys_for_phone (many);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_phone (rows[i][0]);
      g_autofree char *text = list (keys);

      g_assert_cmpstr (text, ==, rows[i][1]);
    }
  g_assert_cmpuint (bounded->len, <=, 24);
}

static void
test_labels (void)
{
  static const char *const rows[][4] = {
    { "3", "2", "1501",
      "label:3-2-1501 room:1501 room:2-1501 label_short:3-1501 label_short:31501 label_short:321501" },
    { "3", "", "1501", "label:3-1501 room:1501 label_short:31501" },
    { "3栋", "2单元", "1501室",
      "label:3-2-1501 room:1501 room:2-1501 label_short:3-1501 label_short:31501 label_short:321501" },
    { NULL, NULL, "B1-023", "label:b1-023 label:b1-23 room:023 room:23 label_short:b1023 label_short:b123" },
    { NULL, NULL, "S-12", "label:s-12 room:12 label_short:s12" },
    { "3", NULL, "0301",
      "label:3-0301 label:3-301 room:0301 room:301 label_short:30301 label_short:3301" },
    { "3", NULL, "A-12", "label:3-a-12 room:12 room:a-12 room:a12 label_short:3a12" },
    { NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_label (rows[i][0], rows[i][1], rows[i][2]);
      g_autofree char *text = list (keys);

      g_assert_cmpstr (text, ==, rows[i][3]);
    }
}

static void
test_plates_and_documents (void)
{
  static const char *const plates[][2] = {
    { "浙A·1501X", "plate:浙a1501x plate_tail:01x plate_tail:1501x plate_tail:501x plate_tail:a1501x" },
    { "浙a 1501x", "plate:浙a1501x plate_tail:01x plate_tail:1501x plate_tail:501x plate_tail:a1501x" },
    { "", "" },
  };
  static const char *const documents[][2] = {
    { "11010519491231002X", "document:002x" }, { "002x", "document:002x" }, { "02X", "" }, { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plates); i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_plate (plates[i][0]);
      g_autofree char *text = list (keys);

      g_assert_cmpstr (text, ==, plates[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GPtrArray) keys = desk_search_keys_for_document (documents[i][0]);
      g_autofree char *text = list (keys);

      g_assert_cmpstr (text, ==, documents[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-key/numbers", test_numbers);
  g_test_add_func ("/search-key/names", test_names);
  g_test_add_func ("/search-key/same-name", test_same_name);
  g_test_add_func ("/search-key/typed-reading", test_typed_reading);
  g_test_add_func ("/search-key/bounds", test_bounds);
  g_test_add_func ("/search-key/phones", test_phones);
  g_test_add_func ("/search-key/labels", test_labels);
  g_test_add_func ("/search-key/plates-and-documents", test_plates_and_documents);
  return g_test_run ();
}
