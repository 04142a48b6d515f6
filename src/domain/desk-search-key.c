/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-key.h"
#include "desk-name-reading.h"
#include "desk-pinyin.h"
#include "desk-unit-label.h"

#include <string.h>

/* A phone number has at most 15 digits (E.164), with 00 before it and an extension behind. */
#define DIGITS_MAX 24
#define TAIL_MIN 3
#define PLATE_LENGTH 12

/* Returns: the name of @why as in JSON, "" for none of the list. */
const char *
desk_search_why_nick (DeskSearchWhy why)
{
  switch (why)
    {
#define X(name, number, nick) \
  case DESK_SEARCH_WHY_##name: \
    return nick;
      DESK_SEARCH_WHYS (X)
#undef X
    case DESK_SEARCH_WHY_NONE:
    case DESK_N_SEARCH_WHYS:
    default:
      return "";
    }
}

/**
 * desk_search_fold:
 * @text: (nullable): anything; what is not UTF-8 counts as nothing
 * @max_characters: what lies beyond is left out
 *
 * Returns: (transfer full): letters, digits and characters of @text only: small, half-width, simplified, without
 *   marks, but ü stays
 */
char *
desk_search_fold (const char *text, guint max_characters)
{
  GString *out = g_string_new (NULL);
  g_autofree char *front = NULL;
  g_autofree char *plain = NULL;
  guint n = 0;

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    {
      front = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), (glong) max_characters * 4));
      plain = desk_name_reading_latin (front);
      for (const char *p = plain; *p != '\0' && n < max_characters; p = g_utf8_next_char (p))
        {
          gunichar c = desk_hanzi_simple (g_utf8_get_char (p));

          if (!g_unichar_isalnum (c))
            continue;
          g_string_append_unichar (out, c);
          n++;
        }
    }
  return g_string_free (out, FALSE);
}

static void
free_key (gpointer data)
{
  DeskSearchKey *key = data;

  g_free (key->key);
  g_free (key);
}

/* A set of keys being made. */
typedef struct
{
  GHashTable *set; /* DeskSearchKey, owned */
} Maker;

static guint
hash_key (gconstpointer data)
{
  const DeskSearchKey *key = data;

  return g_str_hash (key->key) * 31 + key->why;
}

static gboolean
same_key (gconstpointer a, gconstpointer b)
{
  const DeskSearchKey *one = a;
  const DeskSearchKey *other = b;

  return one->why == other->why && strcmp (one->key, other->key) == 0;
}

static Maker
maker_new (void)
{
  Maker maker = { g_hash_table_new_full (hash_key, same_key, free_key, NULL) };

  return maker;
}

/* Adds @text, cut to the length of a key; an empty one is none. */
static void
add (Maker *maker, DeskSearchWhy why, const char *text)
{
  DeskSearchKey *key;

  if (*text == '\0')
    return;
  key = g_new0 (DeskSearchKey, 1);
  key->why = why;
  key->key = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), DESK_SEARCH_KEY_LENGTH));
  g_hash_table_add (maker->set, key);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const DeskSearchKey *one = *(const DeskSearchKey *const *) a;
  const DeskSearchKey *other = *(const DeskSearchKey *const *) b;

  return one->why != other->why ? (one->why < other->why ? -1 : 1) : strcmp (one->key, other->key);
}

/* Returns: (transfer full): the keys in order; the maker is used up. */
static GPtrArray *
maker_finish (Maker *maker)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (free_key);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, maker->set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (keys, key);
    }
  g_hash_table_unref (maker->set);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

/* The pieces @from … of @pieces in one, of each only the first letter beyond @whole. */
static char *
join (const char *const *pieces, guint from, guint n, guint whole)
{
  GString *out = g_string_new (NULL);

  for (guint i = from; i < n; i++)
    if (i < whole)
      g_string_append (out, pieces[i]);
    else
      g_string_append_unichar (out, g_utf8_get_char (pieces[i]));
  return g_string_free (out, FALSE);
}

/* Keys from each token on: @why for the first, @why_part for those after it. */
static void
add_suffixes (Maker *maker, const char *const *pieces, guint n, gboolean whole, DeskSearchWhy why,
              DeskSearchWhy why_part)
{
  for (guint from = 0; from < n; from++)
    {
      g_autofree char *text = join (pieces, from, n, whole ? n : 0);

      add (maker, from == 0 ? why : why_part, text);
    }
}

/**
 * desk_search_keys_for_name:
 * @name: (nullable): a person's or a company's name
 * @pinyin: (nullable): how it is read, where somebody said so
 *
 * Chinese names: the name, its pinyin and its initials from each character on, for every reading of the surname;
 * the surname in full with the initials of the rest (zhangsf); ü as v and as u. Other names: by word, without
 * marks.
 *
 * Returns: (transfer full) (element-type DeskSearchKey): at most DESK_SEARCH_NAME_KEYS_MAX
 */
GPtrArray *
desk_search_keys_for_name (const char *name, const char *pinyin)
{
  g_autoptr (DeskNameReading) reading = desk_name_reading_new (name, pinyin, DESK_SEARCH_NAME_TOKENS);
  guint n = reading->tokens->len;
  g_autofree const char **texts = g_new0 (const char *, n + 1);
  Maker maker = maker_new ();

  for (guint i = 0; i < n; i++)
    texts[i] = g_array_index (reading->tokens, DeskNameToken, i).text;
  add_suffixes (&maker, texts, n, TRUE, DESK_SEARCH_WHY_NAME, DESK_SEARCH_WHY_NAME_PART);
  if (!reading->has_hanzi && n > 1)
    add_suffixes (&maker, texts, n, FALSE, DESK_SEARCH_WHY_INITIALS, DESK_SEARCH_WHY_INITIALS_PART);
  for (guint w = 0; w < reading->ways->len; w++)
    {
      const char *const *way = reading->ways->pdata[w];

      add_suffixes (&maker, way, n, TRUE, DESK_SEARCH_WHY_PINYIN, DESK_SEARCH_WHY_PINYIN_PART);
      add_suffixes (&maker, way, n, FALSE, DESK_SEARCH_WHY_INITIALS, DESK_SEARCH_WHY_INITIALS_PART);
      for (guint k = 0; k < G_N_ELEMENTS (reading->surnames); k++)
        {
          g_autofree char *mixed = join (way, 0, n, reading->surnames[k]);

          if (reading->surnames[k] > 0 && reading->surnames[k] < n)
            add (&maker, DESK_SEARCH_WHY_INITIALS, mixed);
        }
    }
  return maker_finish (&maker);
}

/* Returns: (transfer full): the digits of @number without +86 or 0086 before them. */
static char *
national_digits (const char *number)
{
  g_autofree char *plain = desk_search_fold (number, DIGITS_MAX + 4);
  GString *out = g_string_new (NULL);
  gboolean abroad = number != NULL && g_utf8_validate (number, -1, NULL)
                    && (g_str_has_prefix (number, "+") || g_str_has_prefix (number, "＋"));

  for (const char *p = plain; *p != '\0' && out->len < DIGITS_MAX; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (out, *p);
  if (g_str_has_prefix (out->str, "0086"))
    g_string_erase (out, 0, 4);
  else if (abroad && g_str_has_prefix (out->str, "86"))
    g_string_erase (out, 0, 2);
  return g_string_free (out, FALSE);
}

/**
 * desk_search_keys_for_phone:
 * @number: (nullable): a phone number as typed
 *
 * Returns: (transfer full) (element-type DeskSearchKey): the digits from each on, 3 and more; +86 and 0086 left out
 */
GPtrArray *
desk_search_keys_for_phone (const char *number)
{
  g_autofree char *digits = national_digits (number);
  Maker maker = maker_new ();
  gsize length = strlen (digits);

  add (&maker, DESK_SEARCH_WHY_PHONE, digits);
  for (gsize from = 1; from + TAIL_MIN <= length; from++)
    add (&maker, DESK_SEARCH_WHY_PHONE_TAIL, digits + from);
  return maker_finish (&maker);
}

/* Returns: (transfer full): @text without its hyphens. */
static char *
without_hyphens (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '-')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static void
add_label (Maker *maker, DeskSearchWhy why, const char *building, const char *entrance, const char *room)
{
  g_autofree char *label = desk_unit_label_make (building, entrance, room);
  g_autofree char *joined = without_hyphens (label);

  add (maker, why, label);
  if (why != DESK_SEARCH_WHY_ROOM)
    add (maker, DESK_SEARCH_WHY_LABEL_SHORT, joined);
}

static void
add_label_keys (Maker *maker, const char *building, const char *entrance, const char *room, DeskLabelFlags flags)
{
  g_autofree char *b = desk_unit_label_read (building, flags, NULL);
  g_autofree char *e = desk_unit_label_read (entrance, flags, NULL);
  g_autofree char *r = desk_unit_label_read (room, flags, NULL);
  g_autofree char *joined = without_hyphens (r);

  add_label (maker, DESK_SEARCH_WHY_LABEL, b, e, r);
  if (*b != '\0' && *e != '\0')
    {
      add_label (maker, DESK_SEARCH_WHY_LABEL_SHORT, b, NULL, r);
      add_label (maker, DESK_SEARCH_WHY_ROOM, NULL, e, r);
    }
  if (*b != '\0' || *e != '\0')
    {
      add (maker, DESK_SEARCH_WHY_ROOM, r);
      add (maker, DESK_SEARCH_WHY_ROOM, joined);
    }
  for (const char *p = strchr (r, '-'); p != NULL; p = strchr (p + 1, '-'))
    add (maker, DESK_SEARCH_WHY_ROOM, p + 1);
}

/**
 * desk_search_keys_for_label:
 * @building: (nullable): building code
 * @entrance: (nullable): entrance code
 * @room: (nullable): room number, or the whole label of a shop or parking space
 *
 * Returns: (transfer full) (element-type DeskSearchKey): 3-2-1501 as LABEL; 3-1501, 321501, 31501 as LABEL_SHORT; 2-1501, 1501 as
 *   ROOM; all that without leading zeros besides; of B1-023 also 023
 */
GPtrArray *
desk_search_keys_for_label (const char *building, const char *entrance, const char *room)
{
  Maker maker = maker_new ();

  add_label_keys (&maker, building, entrance, room, DESK_LABEL_WHOLE);
  add_label_keys (&maker, building, entrance, room, DESK_LABEL_BARE);
  return maker_finish (&maker);
}

/**
 * desk_search_keys_for_plate:
 * @plate: (nullable): a number plate as typed
 *
 * Returns: (transfer full) (element-type DeskSearchKey): of 浙A·1501X: 浙a1501x as PLATE, its ends as PLATE_TAIL
 */
GPtrArray *
desk_search_keys_for_plate (const char *plate)
{
  g_autofree char *folded = desk_search_fold (plate, PLATE_LENGTH);
  Maker maker = maker_new ();
  glong length = g_utf8_strlen (folded, -1);
  const char *p = folded;

  add (&maker, DESK_SEARCH_WHY_PLATE, folded);
  for (glong from = 1; from + TAIL_MIN <= length; from++)
    {
      p = g_utf8_next_char (p);
      add (&maker, DESK_SEARCH_WHY_PLATE_TAIL, p);
    }
  return maker_finish (&maker);
}

/**
 * desk_search_keys_for_document:
 * @number: (nullable): number of an identity document, or its last four
 *
 * design.md, rule 11: found by the last four only; a query stands for documents when it has just four characters.
 *
 * Returns: (transfer full) (element-type DeskSearchKey): one key, none for fewer than four characters
 */
GPtrArray *
desk_search_keys_for_document (const char *number)
{
  g_autofree char *folded = desk_search_fold (number, 64);
  Maker maker = maker_new ();
  glong length = g_utf8_strlen (folded, -1);

  if (length >= 4)
    add (&maker, DESK_SEARCH_WHY_DOCUMENT, g_utf8_offset_to_pointer (folded, length - 4));
  return maker_finish (&maker);
}
