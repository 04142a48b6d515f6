/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-duplicate.h"

#include <string.h>

#include "desk-search-key.h"

/* More of a name is not compared. */
#define NAME_LENGTH 100

/* The same name, however it was typed: traditional or simplified, full or half width, with or without blanks? */
gboolean
desk_names_same (const char *one, const char *other)
{
  g_autofree char *first = desk_search_fold (one, NAME_LENGTH);
  g_autofree char *second = desk_search_fold (other, NAME_LENGTH);

  return *first != '\0' && strcmp (first, second) == 0;
}

/* Does one of the names read aloud sound like the other? */
static gboolean
sound_alike (const char *one, const char *other)
{
  g_autoptr (GPtrArray) first = desk_search_keys_for_name (one, NULL);
  g_autoptr (GPtrArray) second = desk_search_keys_for_name (other, NULL);

  for (guint i = 0; i < first->len; i++)
    for (guint k = 0; k < second->len; k++)
      {
        const DeskSearchKey *a = first->pdata[i];
        const DeskSearchKey *b = second->pdata[k];

        if (a->why == DESK_SEARCH_WHY_PINYIN && b->why == DESK_SEARCH_WHY_PINYIN && strcmp (a->key, b->key) == 0)
          return TRUE;
      }
  return FALSE;
}

/**
 * desk_names_similar:
 *
 * The same name, one that begins with the other (张淑芬, 张淑芬女士), or one that sounds the same (张淑芬, 张淑芳 not,
 * 章淑芬 yes). Families share a phone and often a surname and a generation's character: those are not similar.
 */
gboolean
desk_names_similar (const char *one, const char *other)
{
  g_autofree char *first = desk_search_fold (one, NAME_LENGTH);
  g_autofree char *second = desk_search_fold (other, NAME_LENGTH);

  if (*first == '\0' || *second == '\0')
    return FALSE;
  if (g_utf8_strlen (first, -1) >= 2 && g_str_has_prefix (second, first))
    return TRUE;
  if (g_utf8_strlen (second, -1) >= 2 && g_str_has_prefix (first, second))
    return TRUE;
  return strcmp (first, second) == 0 || sound_alike (first, second);
}
