/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes src/domain/desk-pinyin-table.c or src/domain/desk-hanzi-table.c to standard output, from the transliterators
 * Han-Latin (CLDR, made from Unihan kMandarin) and Traditional-Simplified of the ICU it is linked with:
 *
 *   make-pinyin-table pinyin > desk-pinyin-table.c
 *   make-pinyin-table hanzi > desk-hanzi-table.c
 *
 * The results are committed, so that keys do not change with the machine's ICU. After a change raise
 * DESK_PINYIN_VERSION in desk-pinyin.h: stores then make their keys anew.
 */
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define FIRST 0x3400
#define LAST 0x9fff
#define FIRST_RARE 0x20000
#define LAST_RARE 0x323af
#define PER_LINE 52

static UTransliterator *
open_transliterator (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[64];
  UTransliterator *result;

  u_charsToUChars (name, id, strlen (name) + 1);
  result = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("%s: %s", name, u_errorName (status));
  return result;
}

/* Returns: (transfer full): what @translit makes of the one character @c. */
static char *
apply (const UTransliterator *translit, gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[32] = { 0 };
  char out[96];
  int32_t length = 0;
  int32_t limit;

  U16_APPEND_UNSAFE (text, length, c);
  limit = length;
  utrans_transUChars (translit, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  u_strToUTF8 (out, sizeof out, NULL, text, length, &status);
  if (U_FAILURE (status))
    g_error ("U+%04X: %s", c, u_errorName (status));
  return g_strdup (out);
}

/* Returns: (transfer full) (nullable): the reading of @c without its tone, ü as v; NULL when it has none. */
static char *
reading (const UTransliterator *translit, gunichar c)
{
  g_autofree char *marked = apply (translit, c);
  g_autofree char *apart = g_utf8_normalize (g_strstrip (marked), -1, G_NORMALIZE_NFD);
  GString *out = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar mark = g_utf8_get_char (p);

      if (mark >= 'a' && mark <= 'z')
        g_string_append_c (out, (char) mark);
      else if (mark == 0x308 && out->len > 0 && out->str[out->len - 1] == 'u')
        out->str[out->len - 1] = 'v';
      else if (g_unichar_type (mark) != G_UNICODE_NON_SPACING_MARK)
        return g_string_free (out, TRUE);
    }
  return g_string_free (out, out->len == 0);
}

static void
print_head (const char *what, const char *source)
{
  UVersionInfo cldr;
  char cldr_text[U_MAX_VERSION_STRING_LENGTH];
  UErrorCode status = U_ZERO_ERROR;

  ulocdata_getCLDRVersion (cldr, &status);
  u_versionToString (cldr, cldr_text);
  printf ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
           "/* Made by tools/make-pinyin-table.c, not by hand. %s\n"
           " * Source: %s of ICU %s, CLDR %s, Unicode %s\n"
           " * (Copyright Unicode, Inc., Unicode License V3). */\n",
           what, source, U_ICU_VERSION, cldr_text, U_UNICODE_VERSION);
}

static int
compare_syllables (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: the sorted list of syllables; the number of each (from 1) is put into @numbers. */
static GPtrArray *
collect_syllables (const UTransliterator *translit, GHashTable *numbers)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gunichar c = FIRST; c <= LAST_RARE; c = c == LAST ? FIRST_RARE : c + 1)
    {
      char *syllable = u_isdefined ((UChar32) c) ? reading (translit, c) : NULL;

      if (syllable != NULL && g_hash_table_add (numbers, syllable))
        g_ptr_array_add (list, syllable);
    }
  g_ptr_array_sort (list, compare_syllables);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (numbers, list->pdata[i], GUINT_TO_POINTER (i + 1));
  return list;
}

static guint
number_of (const UTransliterator *translit, GHashTable *numbers, gunichar c)
{
  g_autofree char *syllable = u_isdefined ((UChar32) c) ? reading (translit, c) : NULL;

  return syllable != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, syllable)) : 0;
}

/* The number of a syllable in two letters of base 26: no quote, no backslash, no trigraph. */
static void
append_number (GString *line, guint number)
{
  g_string_append_c (line, (char) ('a' + number / 26));
  g_string_append_c (line, (char) ('a' + number % 26));
}

static void
flush_line (GString *line)
{
  if (line->len > 0)
    printf ("\n  \"%s\"", line->str);
  g_string_truncate (line, 0);
}

static void
print_common (const UTransliterator *translit, GHashTable *numbers)
{
  g_autoptr (GString) line = g_string_new (NULL);

  printf ("\n/* U+%04X to U+%04X: the number of the syllable, two letters each. */\n"
           "const char desk_pinyin_table_common[] =",
           FIRST, LAST);
  for (gunichar c = FIRST; c <= LAST; c++)
    {
      append_number (line, number_of (translit, numbers, c));
      if ((c - FIRST + 1) % PER_LINE == 0)
        flush_line (line);
    }
  flush_line (line);
  printf (";\n");
}

/* Sparse: one Z for 26 steps, a small letter for 0 to 25 more, then the number of the syllable. */
static void
print_rare (const UTransliterator *translit, GHashTable *numbers)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gunichar last = FIRST_RARE;

  printf ("\n/* From U+%X on, only those with a reading: one Z for 26 characters further, one letter for 0 to 25\n"
           " * more, then the number of the syllable. */\n"
           "const char desk_pinyin_table_rare[] =",
           FIRST_RARE);
  for (gunichar c = FIRST_RARE; c <= LAST_RARE; c++)
    {
      guint number = number_of (translit, numbers, c);

      if (number == 0)
        continue;
      for (; c - last >= 26; last += 26)
        g_string_append_c (line, 'Z');
      g_string_append_c (line, (char) ('a' + (c - last)));
      append_number (line, number);
      last = c;
      if (line->len > 96)
        flush_line (line);
    }
  flush_line (line);
  printf (";\n");
}

static void
print_pinyin (void)
{
  UTransliterator *translit = open_transliterator ("Han-Latin");
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = collect_syllables (translit, numbers);

  print_head ("Readings of characters.", "transliterator Han-Latin (Unihan kMandarin)");
  printf ("#include \"desk-pinyin-table.h\"\n\nconst char desk_pinyin_table_syllables[][8] = {\n  \"\",");
  for (guint i = 0; i < list->len; i++)
    {
      if (i % 12 == 0)
        printf ("\n ");
      printf (" \"%s\",", (const char *) list->pdata[i]);
    }
  printf ("\n};\nconst guint desk_pinyin_table_n_syllables = %u;\n", list->len + 1);
  print_common (translit, numbers);
  print_rare (translit, numbers);
}

/* What the transliterator lacks: forms people write that are another spelling of the same name. */
static const char *const more_forms[] = {
  "〇零", "锺钟", "峯峰", "嶽岳", "衞卫", "靑青", "淸清", "鄕乡", "郞郎", "兪俞", "緖绪", "喩喻", "逹达", "幷并", "昻昂",
  "暎映", "曁暨", "栢柏", "桺柳", "湼涅", "煇辉", "瑠琉", "甯宁", "蕚萼", "髙高",
};

/* Returns: what @c becomes in the end, @c when it stays. */
static gunichar
simple_form (const UTransliterator *translit, gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (more_forms); i++)
    if (g_utf8_get_char (more_forms[i]) == c)
      return g_utf8_get_char (g_utf8_next_char (more_forms[i]));
  for (guint step = 0; step < 4; step++)
    {
      g_autofree char *plain = apply (translit, c);
      gunichar simple = g_utf8_get_char (plain);

      /* U+82CE and U+82E7 are made into each other: the first is the standard form. */
      if (simple == c || *g_utf8_next_char (plain) != '\0' || simple > 0xffff || c == 0x82ce)
        break;
      c = simple;
    }
  return c;
}

static void
print_hanzi (void)
{
  UTransliterator *translit = open_transliterator ("Traditional-Simplified");
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  print_head ("Traditional characters and their simplified forms.", "transliterator Traditional-Simplified");
  printf ("#include \"desk-pinyin-table.h\"\n\n"
           "/* Pairs of three bytes and three bytes in rising order: traditional, simplified. */\n"
           "const char desk_hanzi_table[] =");
  for (gunichar c = 0x3007; c <= LAST; c = c == 0x3007 ? FIRST : c + 1)
    {
      gunichar simple = simple_form (translit, c);

      if (simple == c)
        continue;
      n++;
      g_string_append_unichar (line, c);
      g_string_append_unichar (line, simple);
      if (n % 24 == 0)
        flush_line (line);
    }
  flush_line (line);
  printf (";\nconst guint desk_hanzi_table_length = %u;\n", n);
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "pinyin") == 0)
    print_pinyin ();
  else if (argc == 2 && strcmp (argv[1], "hanzi") == 0)
    print_hanzi ();
  else
    {
      g_printerr ("usage: make-pinyin-table pinyin|hanzi\n");
      return 2;
    }
  return 0;
}
