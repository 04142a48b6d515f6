/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase.h"

#include <string.h>

/* Canned wording: what stands in braces, what is asked for, which is found first, the starting sets. */

static const char *const values[DESK_N_PHRASE_VARIABLES] = {
  [DESK_PHRASE_UNIT] = "3-2-1501",
  [DESK_PHRASE_NAME] = "张三",
  [DESK_PHRASE_NUMBER] = "C202611-0008",
  [DESK_PHRASE_DUE] = "",
  [DESK_PHRASE_TITLE] = "楼上{房号}<b>吵</b>",
};

static void
test_render (void)
{
  static const struct
  {
    const char *words, *text, *missing;
  } rows[] = {
    { "", "", "" },
    { "没有变量。", "没有变量。", "" },
    { "{房号} 到了", "3-2-1501 到了", "" },
    { "{unit} {UNIT} { unit }", "3-2-1501 3-2-1501 3-2-1501", "" },
    { "{姓名}（{房号}）：{单号}", "张三（3-2-1501）：C202611-0008", "" },
    /* Known variables of which nothing is known here, and names that are none of ours, are asked for once each. */
    { "{时限} 前，{due}，{时限}", "{时限} 前，{due}，{时限}", "时限|due" },
    { "约 {上门时间} 上门，{上门时间}", "约 {上门时间} 上门，{上门时间}", "上门时间" },
    { "{登记时间}{经办人}{小区}", "{登记时间}{经办人}{小区}", "登记时间|经办人|小区" },
    /* Braces in text. */
    { "{{房号}}", "{房号}", "" },
    { "{{{房号}}}", "{3-2-1501}", "" },
    { "a { b", "a { b", "" },
    { "a } b", "a } b", "" },
    { "}{", "}{", "" },
    { "{}", "{}", "" },
    { "{ }", "{ }", "" },
    { "{房号", "{房号", "" },
    { "{一行\n两行}", "{一行\n两行}", "" },
    { "{a{unit}", "{a3-2-1501", "" },
    { "{一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一}",
      "{一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一}", "" },
    /* What is put in is not read again, and markup is text. */
    { "<i>{内容}</i> & %s", "<i>楼上{房号}<b>吵</b></i> & %s", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = desk_phrase_render (rows[i].words, values, NULL, missing);
      g_autofree char *names = NULL;

      g_ptr_array_add (missing, NULL);
      names = g_strjoinv ("|", (char **) missing->pdata);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpstr (names, ==, rows[i].missing);
    }
}

static void
test_answers (void)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_autofree char *bare = desk_phrase_render ("{unit}", NULL, NULL, NULL);

  g_hash_table_insert (answers, (gpointer) "上门时间", (gpointer) "明天 {9:00}");
  g_hash_table_insert (answers, (gpointer) "房号", (gpointer) "3-2-1502");
  g_hash_table_insert (answers, (gpointer) "姓名", (gpointer) "");
  text = desk_phrase_render ("{房号} {姓名} {上门时间} {别的}", values, answers, missing);
  g_assert_cmpstr (text, ==, "3-2-1502 张三 明天 {9:00} {别的}");
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (missing->pdata[0], ==, "别的");
  g_assert_cmpstr (bare, ==, "{unit}");
}

/* As long as anything gets, all of it kept; a hundred thousand open braces are no puzzle. */
static void
test_long (void)
{
  g_autofree char *braces = g_strnfill (100000, '{');
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *out = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (words, i % 1000 == 0 ? "{房号}" : "字");
  text = desk_phrase_render (words->str, values, NULL, missing);
  g_assert_cmpint (g_utf8_strlen (text, -1), ==, 100000 - 100 + 100 * 8);
  g_assert_cmpuint (missing->len, ==, 0);
  out = desk_phrase_render (braces, values, NULL, missing);
  g_assert_cmpuint (strlen (out), ==, 50000);
  g_assert_cmpuint (missing->len, ==, 0);
}

static void
add (GPtrArray *phrases, const char *name, gint64 scope, gint64 category, const char *words, gint64 rank)
{
  DeskPhrase *phrase = desk_record_new (DESK_KIND_PHRASE);

  desk_text_set (&phrase->name, name);
  desk_text_set (&phrase->words, words);
  phrase->scope = scope;
  phrase->category_id = category;
  phrase->rank = rank;
  g_ptr_array_add (phrases, phrase);
}

static void
test_find (void)
{
  static const struct
  {
    const char *typed;
    DeskPhraseAim aim;
    const char *found;
  } rows[] = {
    { "", { 0, 0, 0 }, "问候 约上门 属实致歉 装修噪音答复 环境答复" },
    { "", { DESK_PHRASE_SCOPE_ANSWER, 0, 0 }, "属实致歉 问候 约上门 装修噪音答复 环境答复" },
    { "", { DESK_PHRASE_SCOPE_ANSWER, 7, 5 }, "装修噪音答复 环境答复 属实致歉 问候 约上门" },
    { "dafu", { DESK_PHRASE_SCOPE_ANSWER, 7, 5 }, "装修噪音答复 环境答复" },
    { "sszq", { 0, 0, 0 }, "属实致歉" },
    { "shushi", { 0, 0, 0 }, "属实致歉" },
    { "SM", { 0, 0, 0 }, "约上门" },
    { "上门", { 0, 0, 0 }, "约上门 问候" },
    { " 歉意 ", { 0, 0, 0 }, "属实致歉" },
    { "屬實", { 0, 0, 0 }, "属实致歉" },
    { "没有的", { 0, 0, 0 }, "" },
    { "%", { 0, 0, 0 }, "" },
  };
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (desk_record_free);

  add (phrases, "约上门", DESK_PHRASE_SCOPE_REPAIR, 0, "已约好。", 1);
  add (phrases, "属实致歉", DESK_PHRASE_SCOPE_ANSWER, 0, "深表歉意。", 2);
  add (phrases, "装修噪音答复", DESK_PHRASE_SCOPE_ANSWER, 7, "已停工。", 3);
  add (phrases, "环境答复", DESK_PHRASE_SCOPE_COMPLAINT, 5, "已清理。", 4);
  add (phrases, "问候", 0, 0, "上门前先打电话。", 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) found = desk_phrase_find (phrases, rows[i].typed, &rows[i].aim);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        g_string_append_printf (got, "%s%s", j > 0 ? " " : "",
                                ((DeskPhrase *) phrases->pdata[g_array_index (found, guint, j)])->name);
      g_assert_cmpstr (got->str, ==, rows[i].found);
    }
}

/* What is shipped keeps the rules, is called by one name each, and its variables are read. */
static void
test_starters (void)
{
  for (int chinese = 0; chinese < 2; chinese++)
    {
      guint n;
      const DeskStarterPhrase *all = desk_starter_phrases (chinese, &n);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpuint (n, >=, 20);
      g_assert_cmpuint (n, <=, 40);
      for (guint i = 0; i < n; i++)
        {
          DeskPhrase *phrase = desk_record_new (DESK_KIND_PHRASE);
          g_autoptr (GPtrArray) problems = desk_problems_new ();
          g_autofree char *again = NULL;

          desk_text_set (&phrase->name, all[i].name);
          desk_text_set (&phrase->words, all[i].words);
          phrase->scope = all[i].scope;
          desk_rule_phrase (phrase, problems);
          g_assert_cmpuint (problems->len, ==, 0);
          g_assert_cmpstr (phrase->words, ==, all[i].words);
          g_assert_true (g_hash_table_add (seen, (gpointer) all[i].name));
          again = desk_phrase_render (all[i].words, NULL, NULL, NULL);
          g_assert_cmpstr (again, ==, all[i].words);
          desk_record_free (phrase);
        }
    }
}

static void
test_rule (void)
{
  static const struct
  {
    const char *name, *words;
    gint64 scope;
    const char *field; /* what is wrong, NULL nothing */
  } rows[] = {
    { "约上门", "已约 {时间}", 0, NULL },         { "", "已约", 0, "name" },
    { "约上门", " ", DESK_PHRASE_SCOPE_LOG, "words" }, { "约上门", "已约", 99, "scope" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "已约", 0, "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DeskPhrase *phrase = desk_record_new (DESK_KIND_PHRASE);
      g_autoptr (GPtrArray) problems = desk_problems_new ();

      desk_text_set (&phrase->name, rows[i].name);
      desk_text_set (&phrase->words, rows[i].words);
      phrase->scope = rows[i].scope;
      desk_rule_phrase (phrase, problems);
      g_assert_cmpuint (problems->len, ==, rows[i].field != NULL ? 1 : 0);
      if (rows[i].field != NULL)
        g_assert_cmpstr (((DeskProblem *) problems->pdata[0])->field, ==, rows[i].field);
      desk_record_free (phrase);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/render", test_render);
  g_test_add_func ("/phrase/answers", test_answers);
  g_test_add_func ("/phrase/long", test_long);
  g_test_add_func ("/phrase/find", test_find);
  g_test_add_func ("/phrase/starters", test_starters);
  g_test_add_func ("/phrase/rule", test_rule);
  return g_test_run ();
}
