/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-part.h"

#include <string.h>

#include "desk-name-reading.h"
#include "desk-pinyin.h"

/* A text with its folded letters, each with the place it came from. */
typedef struct
{
  const char *text;
  GString *folded;
  GArray *starts; /* gsize: where in @text each byte of @folded begins */
  GArray *ends;   /* gsize: where the character it came from ends */
} Folding;

static void
folding_clear (Folding *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folding, folding_clear)

static void
folding_init (Folding *self, const char *text)
{
  self->text = text;
  self->folded = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *plain = desk_search_fold (one, 4);
      gsize start = (gsize) (p - text), end = start + strlen (one);

      g_string_append (self->folded, plain);
      for (gsize i = 0; plain[i] != '\0'; i++)
        {
          g_array_append_val (self->starts, start);
          g_array_append_val (self->ends, end);
        }
    }
}

/* Returns: (transfer full) (nullable): what stands in the text for @n folded bytes from @at on. */
static char *
folding_cut (const Folding *self, gsize at, gsize n)
{
  gsize start;

  if (n == 0 || at + n > self->folded->len)
    return NULL;
  start = g_array_index (self->starts, gsize, at);
  return g_strndup (self->text + start, g_array_index (self->ends, gsize, at + n - 1) - start);
}

/* The first place of @typed in @text, letters only; of an end of the text (@key) rather there. */
static char *
part_of_folded (const char *text, const char *key, const char *typed)
{
  g_auto (Folding) folding;
  g_autofree char *plain = desk_search_fold (typed, DESK_SEARCH_KEY_LENGTH);
  g_autofree char *tail = desk_search_fold (key, DESK_SEARCH_KEY_LENGTH);
  const char *at;

  folding_init (&folding, text);
  if (strlen (tail) <= folding.folded->len && g_str_has_suffix (folding.folded->str, tail)
      && g_str_has_prefix (tail, plain))
    return folding_cut (&folding, folding.folded->len - strlen (tail), strlen (plain));
  at = *plain != '\0' ? strstr (folding.folded->str, plain) : NULL;
  return at != NULL ? folding_cut (&folding, (gsize) (at - folding.folded->str), strlen (plain)) : NULL;
}

/* The same, without folding where the text stands as it was typed: most do. */
static char *
part_of_text (const char *text, const char *key, const char *typed)
{
  if (g_str_has_suffix (text, key) && g_str_has_prefix (key, typed))
    return g_strdup (typed);
  return part_of_folded (text, key, typed);
}

/* How many pieces of @way from @from on @typed reaches into, when they make @key; 0: they do not. Pieces from @whole
 * on count with their first letter. */
static guint
reach (const char *const *way, guint from, guint n, guint whole, const char *key, const char *typed)
{
  gsize length = strlen (typed), done = 0;
  guint reached = 0;

  for (guint i = from; i < n; i++)
    {
      gsize piece = i < whole ? strlen (way[i]) : (gsize) (g_utf8_next_char (way[i]) - way[i]);

      if (strncmp (key + done, way[i], piece) != 0)
        return 0;
      done += piece;
      if (reached == 0 && done >= length)
        reached = i - from + 1;
      if (key[done] == '\0')
        break;
    }
  return key[done] == '\0' ? reached : 0;
}

/* What of the name stands for tokens @from … of the reading. */
static char *
cut_tokens (const char *title, const DeskNameReading *reading, guint from, guint n)
{
  g_auto (Folding) folding;
  gsize start = 0, length = 0;

  folding_init (&folding, title);
  for (guint i = 0; i < from + n; i++)
    {
      g_autofree char *plain
          = desk_search_fold (g_array_index (reading->tokens, DeskNameToken, i).text, DESK_SEARCH_KEY_LENGTH);

      *(i < from ? &start : &length) += strlen (plain);
    }
  return folding_cut (&folding, start, length);
}

/* A name of Chinese characters alone, cut into them. Returns: how many; 0: it is not of that sort. */
static guint
cut_hanzi (const char *title, const char **places)
{
  guint n = 0;

  places[0] = title;
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (n + 1 == DESK_SEARCH_NAME_TOKENS || !desk_hanzi_is (g_utf8_get_char (p)))
        return 0;
      places[++n] = g_utf8_next_char (p);
    }
  return n;
}

/* Initials of such a name: as many letters as characters, the key is the end of the name. */
static char *
part_of_plain_initials (const char *const *places, guint n, const char *key, const char *typed)
{
  gsize n_key = strlen (key), n_typed = strlen (typed);

  if (n_key > n || n_typed > n_key)
    return NULL;
  return g_strndup (places[n - n_key], (gsize) (places[n - n_key + n_typed] - places[n - n_key]));
}

/* Pinyin of such a name: from the end of the key, each character takes its usual reading, and the first one, whose
 * reading as a surname may be another, what is left. */
static char *
part_of_plain_pinyin (const char *const *places, guint n, const char *key, const char *typed)
{
  gsize n_typed = strlen (typed), end = strlen (key), reached_to = 0;

  for (guint i = n; i > 0 && end > 0; i--)
    {
      const char *sound = desk_pinyin_of (g_utf8_get_char (places[i - 1]));
      gsize length = sound != NULL ? strlen (sound) : 0;
      gsize begin = i == 1 ? 0 : end - MIN (length, end);

      if (i > 1 && (length == 0 || length > end || strncmp (key + begin, sound, length) != 0))
        return NULL;
      if (n_typed > begin && reached_to == 0)
        reached_to = i;
      end = begin;
      if (end == 0)
        return g_strndup (places[i - 1], (gsize) (places[reached_to] - places[i - 1]));
    }
  return NULL;
}

/* Most names are Chinese characters read as usual: that needs no reading of names. NULL: it is not so, or somebody
 * said how it is read. */
static char *
part_of_plain (const char *title, const char *pinyin, gboolean initials, const char *key, const char *typed)
{
  const char *places[DESK_SEARCH_NAME_TOKENS + 1];
  guint n = pinyin == NULL || *pinyin == '\0' ? cut_hanzi (title, places) : 0;

  if (n == 0)
    return NULL;
  return initials ? part_of_plain_initials (places, n, key, typed) : part_of_plain_pinyin (places, n, key, typed);
}

/* The characters of a name that were typed by their sound. */
static char *
part_of_sound (const char *title, const char *pinyin, gboolean initials, const char *key, const char *typed)
{
  g_autoptr (DeskNameReading) reading = NULL;
  g_autofree char *plain = part_of_plain (title, pinyin, initials, key, typed);
  guint n;

  if (plain != NULL)
    return g_steal_pointer (&plain);
  reading = desk_name_reading_new (title, pinyin, DESK_SEARCH_NAME_TOKENS);
  n = reading->tokens->len;
  for (guint w = 0; w < reading->ways->len; w++)
    for (guint from = 0; from < n; from++)
      {
        const char *const *way = reading->ways->pdata[w];
        guint reached = reach (way, from, n, initials ? from : n, key, typed);

        for (guint s = 0; initials && reached == 0 && from == 0 && s < G_N_ELEMENTS (reading->surnames); s++)
          reached = reach (way, from, n, reading->surnames[s], key, typed);
        if (reached > 0)
          return cut_tokens (title, reading, from, reached);
      }
  return NULL;
}

/* The digits that were typed as they stand in a masked number: hidden ones are stars. A mobile's mask is as long as
 * its number; of others only what stays visible is found. */
static char *
part_of_phone (const char *masked, const char *key, const char *typed)
{
  gsize length = strlen (masked), n_key = strlen (key), n = strlen (typed);

  if (length == 11 && n_key <= length && n <= n_key)
    return g_strndup (masked + length - n_key, n);
  if (n == n_key && g_str_has_suffix (masked, typed))
    return g_strdup (typed);
  return g_str_has_prefix (masked, typed) ? g_strdup (typed) : NULL;
}

/* So much of a text stands around what was found in it. */
#define SNIPPET_BEFORE 10
#define SNIPPET_AFTER 40

/**
 * desk_search_snippet:
 * @text: what a record says
 * @typed: what was typed
 *
 * Returns: (transfer full) (nullable): the part of @text around @typed, on one line; NULL where it is not there
 */
char *
desk_search_snippet (const char *text, const char *typed)
{
  g_autofree char *part = strstr (text, typed) != NULL ? g_strdup (typed) : part_of_folded (text, typed, typed);
  const char *at = part != NULL ? strstr (text, part) : NULL, *begin = at, *end;
  g_autofree char *cut = NULL;

  if (at == NULL)
    return NULL;
  for (int i = 0; i < SNIPPET_BEFORE && begin > text; i++)
    begin = g_utf8_prev_char (begin);
  end = at + strlen (part);
  for (int i = 0; i < SNIPPET_AFTER && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  cut = g_strndup (begin, (gsize) (end - begin));
  return g_strconcat (begin > text ? "…" : "", g_strdelimit (cut, "\n\t", ' '), *end != '\0' ? "…" : "", NULL);
}

/**
 * desk_search_part:
 * @why: reason of the key that was hit
 * @key: the key
 * @typed: the alternative of the query that it begins with
 * @title: what the record is called
 * @pinyin: (nullable): of a person, how the name is said to be read
 * @detail: (nullable): masked phone or document that was hit, or what a case or entry says
 *
 * Returns: (transfer full) (nullable): the part of @title, or of @detail for numbers of a person, that was hit, as it
 *   stands there; NULL where that cannot be said
 */
char *
desk_search_part (DeskSearchWhy why, const char *key, const char *typed, const char *title, const char *pinyin,
                  const char *detail)
{
  switch (why)
    {
    case DESK_SEARCH_WHY_LABEL:
    case DESK_SEARCH_WHY_ROOM:
    case DESK_SEARCH_WHY_LABEL_SHORT:
    case DESK_SEARCH_WHY_NAME:
    case DESK_SEARCH_WHY_NAME_PART:
    case DESK_SEARCH_WHY_PLATE:
    case DESK_SEARCH_WHY_PLATE_TAIL:
    case DESK_SEARCH_WHY_CASE_NUMBER:
      return part_of_text (title, key, typed);
    case DESK_SEARCH_WHY_PINYIN:
    case DESK_SEARCH_WHY_PINYIN_PART:
      return part_of_sound (title, pinyin, FALSE, key, typed);
    case DESK_SEARCH_WHY_INITIALS:
    case DESK_SEARCH_WHY_INITIALS_PART:
      return part_of_sound (title, pinyin, TRUE, key, typed);
    case DESK_SEARCH_WHY_PHONE:
    case DESK_SEARCH_WHY_PHONE_TAIL:
      return detail != NULL ? part_of_phone (detail, key, typed) : NULL;
    case DESK_SEARCH_WHY_TEXT:
      {
        char *part = NULL;

        if (strstr (title, typed) != NULL || (detail != NULL && strstr (detail, typed) != NULL))
          return g_strdup (typed);
        part = part_of_text (title, key, typed);
        return part != NULL || detail == NULL ? part : part_of_text (detail, key, typed);
      }
    case DESK_SEARCH_WHY_DOCUMENT:
      return detail != NULL ? part_of_text (detail, key, typed) : NULL;
    case DESK_SEARCH_WHY_NONE:
    case DESK_N_SEARCH_WHYS:
    default:
      return NULL;
    }
}
