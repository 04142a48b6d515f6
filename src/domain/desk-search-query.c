/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-query.h"
#include "desk-unit-label.h"

#include <string.h>

#define BIT(name) DESK_SEARCH_BIT (DESK_SEARCH_WHY_##name)
#define NAMES (BIT (NAME) | BIT (NAME_PART))
#define PINYIN (BIT (PINYIN) | BIT (PINYIN_PART))
#define INITIALS (BIT (INITIALS) | BIT (INITIALS_PART))
#define PHONES (BIT (PHONE) | BIT (PHONE_TAIL))
#define PLATES (BIT (PLATE) | BIT (PLATE_TAIL))
#define LABELS (BIT (LABEL) | BIT (ROOM) | BIT (LABEL_SHORT))

/* Nobody types more to find something; the keys are cut to half of it. */
#define QUERY_LENGTH 64

/* 0301 may mean 301, but 03 not all that begins with 3. */
#define BARE_MIN 3

/* What a folded text is made of. */
typedef struct
{
  gboolean letters;
  gboolean digits;
  gboolean umlaut;
  gboolean other; /* Chinese characters and all else */
} Content;

static Content
content_of (const char *folded)
{
  Content content = { FALSE, FALSE, FALSE, FALSE };

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 'a' && c <= 'z')
        content.letters = TRUE;
      else if (c >= '0' && c <= '9')
        content.digits = TRUE;
      else if (c == 0xfc)
        content.letters = content.umlaut = TRUE;
      else
        content.other = TRUE;
    }
  return content;
}

/* Adds a way to read the query; one that is there already takes on the reasons. Every caller stays below the
 * number there is room for. */
static void
add (DeskSearchQuery *query, const char *text, guint whys)
{
  g_autofree char *key = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), DESK_SEARCH_KEY_LENGTH));

  if (*key == '\0' || whys == 0)
    return;
  for (guint i = 0; i < query->n; i++)
    if (strcmp (query->alternatives[i].key, key) == 0)
      {
        query->alternatives[i].whys |= whys;
        return;
      }
  g_return_if_fail (query->n < DESK_SEARCH_ALTERNATIVES);
  query->alternatives[query->n].key = g_steal_pointer (&key);
  query->alternatives[query->n].whys = whys;
  query->n++;
}

/* Returns: (transfer full): @text with every @from made @to. */
static char *
replace (const char *text, const char *from, const char *to)
{
  GString *out = g_string_new (text);

  g_string_replace (out, from, to, 0);
  return g_string_free (out, FALSE);
}

/* Pinyin as passports write it: lyu and nyu are lv and nv. */
static void
add_passport_spelling (DeskSearchQuery *query, const char *folded)
{
  g_autofree char *l = replace (folded, "lyu", "lv");
  g_autofree char *ln = replace (l, "nyu", "nv");

  if (strcmp (ln, folded) != 0)
    add (query, ln, PINYIN);
}

/* Initials typed as sounds: zhshf is zsf. Only consonants, two and more. */
static void
add_sounds (DeskSearchQuery *query, const char *folded)
{
  g_autoptr (GString) initials = g_string_new (NULL);

  if (strpbrk (folded, "aeiouv0123456789") != NULL)
    return;
  for (const char *p = folded; *p != '\0'; p++)
    {
      g_string_append_c (initials, *p);
      if (strchr ("zcs", *p) != NULL && p[1] == 'h')
        p++;
    }
  if (initials->len >= 2 && strcmp (initials->str, folded) != 0)
    add (query, initials->str, INITIALS);
}

/* design.md, rule 11: ID numbers are found by their last four only, so all four must be there. */
static guint
document_bit (const char *folded)
{
  return g_utf8_strlen (folded, -1) == 4 && g_ascii_isdigit (folded[0]) ? BIT (DOCUMENT) : 0;
}

/* R2026 and more of it: the number of a case. */
static guint
case_bit (const char *folded)
{
  gboolean letter = folded[0] == 'r' || folded[0] == 'c';

  return letter && g_ascii_isdigit (folded[1]) && g_ascii_isdigit (folded[2]) && g_ascii_isdigit (folded[3]) ? BIT (CASE_NUMBER) : 0;
}

static void
add_letters (DeskSearchQuery *query, const char *folded, Content content)
{
  guint whys = NAMES | PINYIN | INITIALS | PLATES | document_bit (folded) | case_bit (folded);

  if (content.umlaut)
    {
      g_autofree char *v = replace (folded, "ü", "v");
      g_autofree char *u = replace (folded, "ü", "u");

      add (query, v, PINYIN);
      add (query, u, NAMES | PINYIN);
      return;
    }
  add (query, folded, whys);
  add_passport_spelling (query, folded);
  add_sounds (query, folded);
}

/* Digits with +86 or 0086 before them are a phone number and nothing else. */
static void
add_digits (DeskSearchQuery *query, const char *text, const char *folded)
{
  gboolean abroad = g_str_has_prefix (text, "+") || g_str_has_prefix (text, "＋");

  if (g_str_has_prefix (folded, "0086") && folded[4] != '\0')
    add (query, folded + 4, BIT (PHONE));
  else if (abroad && g_str_has_prefix (folded, "86") && folded[2] != '\0')
    add (query, folded + 2, BIT (PHONE));
  add (query, folded, NAMES | PHONES | PLATES | document_bit (folded));
}

static void
add_labels (DeskSearchQuery *query, const char *text)
{
  gboolean says_building = FALSE;
  g_autofree char *label = desk_unit_label_read (text, DESK_LABEL_BEGUN, &says_building);
  g_autofree char *bare = desk_unit_label_read (text, DESK_LABEL_BEGUN | DESK_LABEL_BARE, NULL);
  guint whys = says_building ? BIT (LABEL) | BIT (LABEL_SHORT) : LABELS;

  add (query, label, whys);
  if (strlen (bare) >= BARE_MIN)
    add (query, bare, whys);
}

/**
 * desk_search_query_normalize:
 * @text: (nullable): what was typed; what is not UTF-8 counts as nothing
 *
 * Returns: (transfer full): the ways to read it, each with the reasons it fits
 */
DeskSearchQuery *
desk_search_query_normalize (const char *text)
{
  DeskSearchQuery *query = g_new0 (DeskSearchQuery, 1);
  g_autofree char *front = NULL;
  g_autofree char *folded = NULL;
  Content content;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return query;
  front = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), QUERY_LENGTH));
  g_strstrip (front);
  folded = desk_search_fold (front, QUERY_LENGTH);
  if (*folded == '\0')
    return query;
  content = content_of (folded);
  if (content.other)
    {
      g_autofree char *plain = replace (folded, "ü", "u");

      add (query, plain, NAMES | PLATES);
    }
  else if (content.letters)
    add_letters (query, folded, content);
  else
    add_digits (query, front, folded);
  add_labels (query, front);
  return query;
}

void
desk_search_query_free (DeskSearchQuery *query)
{
  if (query == NULL)
    return;
  for (guint i = 0; i < query->n; i++)
    g_free (query->alternatives[i].key);
  g_free (query);
}

/* Returns: (transfer none) (nullable): the alternative of @query that @key, a key for @why, begins with; an equal
 * one before others. NULL: no match. */
const char *
desk_search_query_match (const DeskSearchQuery *query, DeskSearchWhy why, const char *key)
{
  const char *found = NULL;

  for (guint i = 0; i < query->n; i++)
    {
      const DeskSearchAlternative *alternative = &query->alternatives[i];

      if ((alternative->whys & DESK_SEARCH_BIT (why)) == 0 || !g_str_has_prefix (key, alternative->key))
        continue;
      if (strcmp (alternative->key, key) == 0)
        return alternative->key;
      if (found == NULL)
        found = alternative->key;
    }
  return found;
}

/* Does a record with these @keys (element-type DeskSearchKey) match? This is the definition of search. */
gboolean
desk_search_query_fits (const DeskSearchQuery *query, GPtrArray *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      const DeskSearchKey *key = keys->pdata[i];

      if (desk_search_query_match (query, key->why, key->key) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * desk_search_rank:
 * @why: reason of a key
 * @key: the key
 * @query: what was typed
 *
 * Exact room first, then name, then the rest; a whole key before a longer one; the front of a name before its
 * middle.
 *
 * Returns: the place in the list, lower is better; DESK_SEARCH_RANK_NONE when it does not match
 */
int
desk_search_rank (DeskSearchWhy why, const char *key, const DeskSearchQuery *query)
{
  static const struct
  {
    int whole;
    int begun;
  } ranks[DESK_N_SEARCH_WHYS] = {
    [DESK_SEARCH_WHY_LABEL] = { 0, 13 },        [DESK_SEARCH_WHY_ROOM] = { 1, 14 },
    [DESK_SEARCH_WHY_LABEL_SHORT] = { 2, 17 },  [DESK_SEARCH_WHY_NAME] = { 3, 4 },
    [DESK_SEARCH_WHY_NAME_PART] = { 5, 6 },     [DESK_SEARCH_WHY_PINYIN] = { 7, 9 },
    [DESK_SEARCH_WHY_INITIALS] = { 8, 10 },     [DESK_SEARCH_WHY_PINYIN_PART] = { 11, 12 },
    [DESK_SEARCH_WHY_INITIALS_PART] = { 15, 16 }, [DESK_SEARCH_WHY_PHONE] = { 18, 20 },
    [DESK_SEARCH_WHY_PHONE_TAIL] = { 19, 24 },  [DESK_SEARCH_WHY_PLATE] = { 21, 22 },
    [DESK_SEARCH_WHY_PLATE_TAIL] = { 23, 25 },  [DESK_SEARCH_WHY_DOCUMENT] = { 26, 27 },
    [DESK_SEARCH_WHY_CASE_NUMBER] = { 28, 29 },
  };
  const char *matched;

  if (why <= DESK_SEARCH_WHY_NONE || why >= DESK_N_SEARCH_WHYS)
    return DESK_SEARCH_RANK_NONE;
  matched = desk_search_query_match (query, why, key);
  if (matched == NULL)
    return DESK_SEARCH_RANK_NONE;
  return strcmp (matched, key) == 0 ? ranks[why].whole : ranks[why].begun;
}
