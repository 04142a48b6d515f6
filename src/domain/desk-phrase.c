/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-phrase.h"

#include <string.h>

#include "desk-pinyin.h"
#include "desk-rule.h"
#include "desk-search-query.h"

#define NAME_LENGTH 40
#define WORDS_LENGTH 4000
#define BLANK_LENGTH 30 /* characters of a name in braces */

static const char *const names[DESK_N_PHRASE_VARIABLES][2] = {
  [DESK_PHRASE_UNIT] = { "unit", "房号" },         [DESK_PHRASE_NAME] = { "name", "姓名" },
  [DESK_PHRASE_NUMBER] = { "number", "单号" },     [DESK_PHRASE_DUE] = { "due", "时限" },
  [DESK_PHRASE_TITLE] = { "title", "内容" },       [DESK_PHRASE_CATEGORY] = { "category", "类别" },
  [DESK_PHRASE_OPENED] = { "opened", "登记时间" }, [DESK_PHRASE_RESULT] = { "result", "结果" },
  [DESK_PHRASE_TODAY] = { "today", "今天" },       [DESK_PHRASE_STAFF] = { "staff", "经办人" },
  [DESK_PHRASE_COMMUNITY] = { "community", "小区" },
};

const char *
desk_phrase_variable_name (DeskPhraseVariable variable, gboolean chinese)
{
  g_return_val_if_fail (variable < DESK_N_PHRASE_VARIABLES, "");
  return names[variable][chinese ? 1 : 0];
}

/* Returns: which it is, -1 none of ours. */
static int
variable_of (const char *name)
{
  for (int i = 0; i < DESK_N_PHRASE_VARIABLES; i++)
    if (g_ascii_strcasecmp (names[i][0], name) == 0 || strcmp (names[i][1], name) == 0)
      return i;
  return -1;
}

/* Returns: (transfer full) (nullable): the name between this brace and the one that closes it; @end: (out): behind that. */
static char *
read_name (const char *brace, const char **end)
{
  const char *p = brace + 1;
  g_autofree char *name = NULL;

  for (guint n = 0; n < BLANK_LENGTH && *p != '\0' && *p != '\n' && *p != '{' && *p != '}'; n++)
    p = g_utf8_next_char (p);
  if (*p != '}' || p == brace + 1)
    return NULL;
  name = g_strstrip (g_strndup (brace + 1, (gsize) (p - brace - 1)));
  *end = p + 1;
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

static void
miss (GPtrArray *missing, const char *name)
{
  if (missing != NULL && !g_ptr_array_find_with_equal_func (missing, name, g_str_equal, NULL))
    g_ptr_array_add (missing, g_strdup (name));
}

static void
put (GString *out, const char *name, const char *const *values, GHashTable *answers, GPtrArray *missing)
{
  const char *answer = answers != NULL ? g_hash_table_lookup (answers, name) : NULL;
  int variable = variable_of (name);

  if ((answer == NULL || *answer == '\0') && values != NULL && variable >= 0)
    answer = values[variable];
  if (answer != NULL && *answer != '\0')
    g_string_append (out, answer);
  else
    {
      g_string_append_printf (out, "{%s}", name);
      miss (missing, name);
    }
}

char *
desk_phrase_render (const char *words, const char *const *values, GHashTable *answers, GPtrArray *missing)
{
  GString *out = g_string_new (NULL);
  const char *p = words != NULL ? words : "";

  while (*p != '\0')
    {
      gsize plain = strcspn (p, "{}");
      const char *end = NULL;
      g_autofree char *name = NULL;

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      if (p[1] == p[0])
        end = p + 2;
      else if (*p == '{')
        name = read_name (p, &end);
      if (name != NULL)
        put (out, name, values, answers, missing);
      else
        {
          g_string_append_c (out, *p);
          end = p[1] == p[0] ? p + 2 : p + 1;
        }
      p = end;
    }
  return g_string_free (out, FALSE);
}

void
desk_rule_phrase (DeskPhrase *phrase, GPtrArray *problems)
{
  desk_rule_text (&phrase->name, "name", -1, 1, NAME_LENGTH, FALSE, problems);
  desk_rule_text (&phrase->words, "words", -1, 1, WORDS_LENGTH, TRUE, problems);
  if (phrase->scope != 0)
    desk_rule_choice (phrase->scope, &desk_enum_phrase_scope, "scope", -1, problems);
  desk_rule_range (phrase->rank, 0, 100000, "rank", -1, problems);
}

/* Finding */

typedef struct
{
  guint index;
  int fit, hit; /* less is better */
  gint64 rank;
} Found;

static int
fit_of (const DeskPhrase *phrase, const DeskPhraseAim *aim)
{
  gboolean scoped = phrase->scope != 0 && phrase->scope == (gint64) aim->scope;

  if (phrase->category_id != 0)
    return phrase->category_id == aim->category_id ? (scoped ? 0 : 1) : phrase->category_id == aim->group_id ? 2 : 6;
  return scoped ? 3 : phrase->scope == 0 ? 4 : 5;
}

static char *
folded (const char *text)
{
  g_autofree char *simple = desk_hanzi_simplify (text != NULL ? text : "");

  return g_utf8_casefold (simple, -1);
}

/* Returns: how well it is meant, 0 best; -1 not at all. */
static int
hit_of (const DeskPhrase *phrase, const char *typed, const DeskSearchQuery *query)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (*typed == '\0')
    return 0;
  name = folded (phrase->name);
  if (strstr (name, typed) != NULL)
    return 0;
  keys = desk_search_keys_for_name (phrase->name, NULL);
  if (query->n > 0 && desk_search_query_fits (query, keys))
    return 1;
  words = folded (phrase->words);
  return strstr (words, typed) != NULL ? 2 : -1;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->hit != other->hit)
    return one->hit - other->hit;
  if (one->fit != other->fit)
    return one->fit - other->fit;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

GArray *
desk_phrase_find (GPtrArray *phrases, const char *typed, const DeskPhraseAim *aim)
{
  g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (typed);
  g_autofree char *plain = folded (typed);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *which = g_array_new (FALSE, FALSE, sizeof (guint));

  g_strstrip (plain);
  for (guint i = 0; i < phrases->len; i++)
    {
      const DeskPhrase *phrase = phrases->pdata[i];
      Found one = { .index = i, .fit = fit_of (phrase, aim), .hit = hit_of (phrase, plain, query), .rank = phrase->rank };

      if (one.hit >= 0)
        g_array_append_val (found, one);
    }
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (which, g_array_index (found, Found, i).index);
  return which;
}
