/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-name-reading.h"
#include "desk-pinyin.h"
#include "desk-surname.h"

#include <string.h>

/* A name of a person has at most a handful of tokens; all its readings together stay below this number. A longer
 * one is a company's, of which fewer are kept. */
#define WAYS_MAX 16
#define WAYS_MAX_LONG 4
#define LONG_NAME 8

static void
clear_token (gpointer token)
{
  g_free (((DeskNameToken *) token)->text);
}

/* Returns: (transfer full): @text in small letters, marks dropped (é: e) but ü kept; tones of pinyin fall away. */
char *
desk_name_reading_latin (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (c == 0x308 && out->len > 0 && out->str[out->len - 1] == 'u')
        {
          g_string_truncate (out, out->len - 1);
          g_string_append (out, "ü");
        }
      else if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
end_run (DeskNameReading *reading, GString *run)
{
  DeskNameToken token = { NULL, 0 };

  if (run->len == 0)
    return;
  token.text = g_strdup (run->str);
  g_array_append_val (reading->tokens, token);
  g_string_truncate (run, 0);
}

/* A run keeps ü as u: Müller is found by muller and, through the query, by müller. */
static void
cut_tokens (DeskNameReading *reading, const char *name, guint max_tokens)
{
  g_autofree char *plain = desk_name_reading_latin (name);
  g_autoptr (GString) run = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && reading->tokens->len < max_tokens; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      DeskNameToken token = { NULL, c };

      if (desk_hanzi_is (c))
        {
          end_run (reading, run);
          token.text = g_new0 (char, 7);
          g_unichar_to_utf8 (desk_hanzi_simple (c), token.text);
          reading->has_hanzi = TRUE;
          if (reading->tokens->len < max_tokens)
            g_array_append_val (reading->tokens, token);
          else
            clear_token (&token);
        }
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (run, c == 0xfc ? 'u' : c);
      else
        end_run (reading, run);
    }
  if (reading->tokens->len < max_tokens)
    end_run (reading, run);
}

static const DeskNameToken *
token_at (const DeskNameReading *reading, guint i)
{
  return &g_array_index (reading->tokens, DeskNameToken, i);
}

/* Adds @syllable and, where it has ü, how it is typed without: lv also as lu, lve as lue. */
static void
add_syllable (DeskNameReading *reading, GPtrArray *list, const char *syllable)
{
  const char *own = g_string_chunk_insert_const (reading->chunk, syllable);

  if (!g_ptr_array_find (list, own, NULL))
    g_ptr_array_add (list, (gpointer) own);
  if ((own[0] == 'l' || own[0] == 'n') && own[1] == 'v')
    {
      g_autofree char *plain = g_strdup (own);

      plain[1] = 'u';
      add_syllable (reading, list, plain);
    }
}

/* Returns: (transfer container): how token @i is read outside a surname, the common reading first. */
static GPtrArray *
common_readings (DeskNameReading *reading, guint i)
{
  const DeskNameToken *token = token_at (reading, i);
  GPtrArray *list = g_ptr_array_new ();
  const char *syllable = token->hanzi != 0 ? desk_pinyin_of (token->hanzi) : token->text;
  const char *more = NULL;

  if (syllable == NULL)
    syllable = desk_pinyin_of (g_utf8_get_char (token->text));
  if (syllable != NULL)
    add_syllable (reading, list, syllable);
  if (token->hanzi != 0)
    more = desk_surname_given_readings (g_utf8_get_char (token->text));
  if (more != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (more, ",", -1);

      for (guint k = 0; parts[k] != NULL; k++)
        add_syllable (reading, list, parts[k]);
    }
  if (list->len == 0)
    add_syllable (reading, list, token->text);
  return list;
}

/* Puts a copy of the first @length entries of @way, then @syllable, into @ways. */
static void
add_longer (GPtrArray *ways, const char *const *way, guint length, const char *syllable, guint n_tokens)
{
  const char **longer = g_new0 (const char *, n_tokens + 1);

  if (length > 0)
    memcpy (longer, way, length * sizeof *way);
  longer[length] = syllable;
  g_ptr_array_add (ways, longer);
}

/* Makes every way of @ways, @length syllables long, one longer by each of @readings, within @max ways: what does
 * not fit goes on with the common reading alone. */
static GPtrArray *
multiply (GPtrArray *ways, guint length, GPtrArray *readings, guint n_tokens, guint max)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_free);
  guint take = ways->len * readings->len <= max ? readings->len : 1;

  for (guint k = 0; k < take; k++)
    for (guint w = 0; w < ways->len; w++)
      add_longer (result, ways->pdata[w], length, readings->pdata[k], n_tokens);
  return result;
}

/* Returns: (transfer container): the ways that begin with one reading of the surname, syllables in @spelling. */
static GPtrArray *
ways_of_spelling (DeskNameReading *reading, const char *spelling)
{
  g_auto (GStrv) syllables = g_strsplit (spelling, " ", -1);
  guint n_tokens = reading->tokens->len;
  GPtrArray *ways = g_ptr_array_new_with_free_func (g_free);

  add_longer (ways, NULL, 0, NULL, n_tokens);
  for (guint i = 0; syllables[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) readings = g_ptr_array_new ();
      GPtrArray *longer;

      add_syllable (reading, readings, syllables[i]);
      longer = multiply (ways, i, readings, n_tokens, WAYS_MAX);
      g_ptr_array_unref (ways);
      ways = longer;
    }
  return ways;
}

static gboolean
same_way (const char *const *a, const char *const *b, guint length)
{
  for (guint i = 0; i < length; i++)
    if (strcmp (a[i], b[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Moves the ways of @more that @ways lacks, compared over @length syllables. */
static void
merge_ways (GPtrArray *ways, GPtrArray *more, guint length)
{
  for (guint i = 0; i < more->len; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < ways->len && !known; k++)
        known = same_way (ways->pdata[k], more->pdata[i], length);
      if (!known)
        g_ptr_array_add (ways, g_steal_pointer (&more->pdata[i]));
    }
}

/* Returns: (transfer container): how the first @length tokens, a surname, are read: each way of the list, then the
 * common readings of its characters, since people who do not know better type those. */
static GPtrArray *
surname_ways (DeskNameReading *reading, guint length, const char *readings)
{
  g_auto (GStrv) spellings = g_strsplit (readings != NULL ? readings : "", ",", -1);
  g_autoptr (GString) common = g_string_new (NULL);
  g_autoptr (GPtrArray) last = NULL;
  GPtrArray *ways = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; spellings[i] != NULL && *spellings[i] != '\0'; i++)
    {
      g_autoptr (GPtrArray) more = ways_of_spelling (reading, spellings[i]);

      merge_ways (ways, more, length);
    }
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) list = common_readings (reading, i);

      g_string_append_printf (common, "%s%s", i > 0 ? " " : "", (const char *) list->pdata[0]);
    }
  last = ways_of_spelling (reading, common->str);
  merge_ways (ways, last, length);
  return ways;
}

/* Finds the surname at the front of the tokens: one character, and where there is one a compound. */
static void
find_surnames (DeskNameReading *reading)
{
  g_autoptr (GString) front = g_string_new (NULL);

  for (guint i = 0; i < reading->tokens->len && i < DESK_SURNAME_MAX && token_at (reading, i)->hanzi != 0; i++)
    g_string_append (front, token_at (reading, i)->text);
  if (front->len == 0)
    return;
  reading->surnames[0] = 1;
  reading->surnames[1] = desk_surname_compound_length (front->str);
}

/* Fills the ways: the surname's, times those of each token after it. */
static void
find_ways (DeskNameReading *reading)
{
  guint n_tokens = reading->tokens->len;
  guint max = n_tokens > LONG_NAME ? WAYS_MAX_LONG : WAYS_MAX;
  guint length = reading->surnames[1] > 0 ? reading->surnames[1] : reading->surnames[0];
  g_autoptr (GString) surname = g_string_new (NULL);
  GPtrArray *ways;

  for (guint i = 0; i < length; i++)
    g_string_append (surname, token_at (reading, i)->text);
  if (length > 0)
    ways = surname_ways (reading, length, desk_surname_readings (surname->str, length));
  else
    ways = ways_of_spelling (reading, "");
  for (guint i = length; i < n_tokens; i++)
    {
      g_autoptr (GPtrArray) readings = common_readings (reading, i);
      GPtrArray *longer = multiply (ways, i, readings, n_tokens, max);

      g_ptr_array_unref (ways);
      ways = longer;
    }
  g_clear_pointer (&reading->ways, g_ptr_array_unref);
  reading->ways = ways;
}

/* Returns: (transfer full) (nullable): the syllables of a reading somebody typed, "Shàn xióng-xìn" or
 * "shanxiongxin", when it has exactly @n of them. */
static GPtrArray *
typed_syllables (const char *pinyin, guint n)
{
  g_autofree char *plain = desk_name_reading_latin (pinyin);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL);

  for (const char *p = plain;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xfc)
        c = 'v';
      if (c >= 'a' && c <= 'z')
        {
          g_string_append_c (part, (char) c);
          g_string_append_c (whole, (char) c);
        }
      else if (part->len > 0)
        {
          g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
        }
      if (*p == '\0')
        break;
    }
  return parts->len == n ? g_steal_pointer (&parts) : desk_pinyin_split (whole->str, n);
}

/* Puts the reading somebody typed in front of those we guess. */
static void
add_typed (DeskNameReading *reading, const char *pinyin)
{
  guint n_tokens = reading->tokens->len;
  g_autoptr (GPtrArray) syllables = typed_syllables (pinyin, n_tokens);
  g_autoptr (GPtrArray) typed = NULL;
  g_autofree char *spelling = NULL;

  if (syllables == NULL)
    return;
  g_ptr_array_add (syllables, NULL);
  spelling = g_strjoinv (" ", (char **) syllables->pdata);
  typed = ways_of_spelling (reading, spelling);
  merge_ways (typed, reading->ways, n_tokens);
  g_ptr_array_unref (reading->ways);
  reading->ways = g_steal_pointer (&typed);
}

/**
 * desk_name_reading_new:
 * @name: (nullable): a name; what is not UTF-8 counts as none
 * @pinyin: (nullable): how the whole is read, where somebody said so; used when it has one syllable a token
 * @max_tokens: what lies beyond is left out
 *
 * The surname gets every reading the surname lists have and the common one; the rest the common one and, for some
 * characters, a second that people type too.
 *
 * Returns: (transfer full): tokens and the ways to read them, the likeliest first, a bounded number
 */
DeskNameReading *
desk_name_reading_new (const char *name, const char *pinyin, guint max_tokens)
{
  DeskNameReading *reading = g_new0 (DeskNameReading, 1);
  g_autofree char *front = NULL;

  reading->tokens = g_array_new (FALSE, FALSE, sizeof (DeskNameToken));
  g_array_set_clear_func (reading->tokens, clear_token);
  reading->ways = g_ptr_array_new_with_free_func (g_free);
  reading->chunk = g_string_chunk_new (256);
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return reading;
  front = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), (glong) max_tokens * 8));
  cut_tokens (reading, front, max_tokens);
  if (!reading->has_hanzi)
    return reading;
  find_surnames (reading);
  find_ways (reading);
  if (pinyin != NULL && *pinyin != '\0' && g_utf8_validate (pinyin, -1, NULL) && strlen (pinyin) < 512)
    add_typed (reading, pinyin);
  return reading;
}

void
desk_name_reading_free (DeskNameReading *reading)
{
  if (reading == NULL)
    return;
  g_array_unref (reading->tokens);
  g_ptr_array_unref (reading->ways);
  g_string_chunk_free (reading->chunk);
  g_free (reading);
}
