/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-pinyin.h"
#include "desk-pinyin-table.h"

#include <string.h>

/* Longest syllable: zhuang. */
#define SYLLABLE_MAX 6

/* Is @c a Chinese character (the circle 〇 counts as one)? */
gboolean
desk_hanzi_is (gunichar c)
{
  return (c >= DESK_PINYIN_TABLE_FIRST && c <= DESK_PINYIN_TABLE_LAST && (c < 0x4dc0 || c > 0x4dff)) || c == 0x3007
         || (c >= DESK_PINYIN_TABLE_FIRST_RARE && c <= DESK_PINYIN_TABLE_LAST_RARE);
}

/* Returns: the simplified form of @c, or @c. */
gunichar
desk_hanzi_simple (gunichar c)
{
  guint low = 0;
  guint high = desk_hanzi_table_length;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *pair = desk_hanzi_table + middle * 6;
      gunichar from = g_utf8_get_char (pair);

      if (from == c)
        return g_utf8_get_char (pair + 3);
      if (from < c)
        low = middle + 1;
      else
        high = middle;
    }
  return c;
}

/* Returns: (transfer full): @text (valid UTF-8) with traditional characters made simplified, one by one. Good for
 * finding; not for writing, since 乾 and 幹 both become 干. */
char *
desk_hanzi_simplify (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, desk_hanzi_simple (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

static const char *
syllable_at (const char *letters)
{
  guint number = (guint) (letters[0] - 'a') * 26 + (guint) (letters[1] - 'a');

  return number > 0 ? desk_pinyin_table_syllables[number] : NULL;
}

/* A character beyond U+FFFF comes about once in a thousand names: 60 KB are read through, no index is kept. */
static const char *
rare_syllable (gunichar c)
{
  gunichar at = DESK_PINYIN_TABLE_FIRST_RARE;

  for (const char *p = desk_pinyin_table_rare; *p != '\0' && at <= c; p += 3)
    {
      for (; *p == 'Z'; p++)
        at += 26;
      at += (gunichar) (*p - 'a');
      if (at == c)
        return syllable_at (p + 1);
    }
  return NULL;
}

/**
 * desk_pinyin_of:
 * @c: a character
 *
 * Source: Unihan kMandarin through ICU, see desk-pinyin-table.c.
 *
 * Returns: (nullable): its common reading in small letters without tone, ü as v (吕: lv); NULL when it is no
 *   Chinese character or none is known
 */
const char *
desk_pinyin_of (gunichar c)
{
  if (c == 0x3007)
    return "ling";
  if (c >= DESK_PINYIN_TABLE_FIRST && c <= DESK_PINYIN_TABLE_LAST)
    return syllable_at (desk_pinyin_table_common + (c - DESK_PINYIN_TABLE_FIRST) * 2);
  if (c >= DESK_PINYIN_TABLE_FIRST_RARE && c <= DESK_PINYIN_TABLE_LAST_RARE)
    return rare_syllable (c);
  return NULL;
}

/* Are the @length first bytes of @text one syllable as the table writes it? */
gboolean
desk_pinyin_is_syllable (const char *text, gsize length)
{
  guint low = 1;
  guint high = desk_pinyin_table_n_syllables;

  while (length <= SYLLABLE_MAX && low < high)
    {
      guint middle = low + (high - low) / 2;
      const char *syllable = desk_pinyin_table_syllables[middle];
      int order = strncmp (syllable, text, length);

      if (order == 0 && syllable[length] == '\0')
        return TRUE;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/* 嗯 and its like have no vowel: nobody spells a name with them. */
static gboolean
has_vowel (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("aeiouv", text[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Puts the parts of @text, exactly @n of them, at the front of @parts, last first; longest syllables are tried
 * first, so xian for one character is xian and for two xi an. */
static gboolean
split_rest (const char *text, guint n, GPtrArray *parts)
{
  gsize length = strlen (text);

  if (n == 0)
    return length == 0;
  if (length < n || length > n * SYLLABLE_MAX)
    return FALSE;
  for (gsize take = MIN (length, SYLLABLE_MAX); take > 0; take--)
    if (has_vowel (text, take) && desk_pinyin_is_syllable (text, take)
        && split_rest (text + take, n - 1, parts))
      {
        g_ptr_array_insert (parts, 0, g_strndup (text, take));
        return TRUE;
      }
  return FALSE;
}

/**
 * desk_pinyin_split:
 * @text: pinyin in small ASCII letters without blanks, ü as v
 * @n_syllables: how many syllables it must have, at most 8
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the syllables, or NULL when it is not so many
 */
GPtrArray *
desk_pinyin_split (const char *text, guint n_syllables)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n_syllables == 0 || n_syllables > 8 || !split_rest (text, n_syllables, parts))
    return NULL;
  return g_steal_pointer (&parts);
}
