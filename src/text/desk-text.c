/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text.h"

#include <string.h>

#include "desk-catalogue.h"

#define MAX_ARGS 9

struct _DeskText
{
  gatomicrefcount refs;
  char *language;
  DeskCatalogue *catalogue; /* NULL: the source language, English */
  GTimeZone *zone;
};

/* Where the catalogues lie: a build's own folder when FRONTDESK_LOCALE_DIR names it, else the installed one. For
 * bindtextdomain() in the programs too. */
const char *
desk_text_locale_dir (void)
{
  const char *folder = g_getenv ("FRONTDESK_LOCALE_DIR");

  return folder != NULL && *folder != '\0' ? folder : DESK_LOCALE_DIR;
}

static gboolean
is_source_language (const char *name)
{
  return g_strcmp0 (name, "C") == 0 || g_strcmp0 (name, "POSIX") == 0 || g_strcmp0 (name, "en") == 0
         || g_str_has_prefix (name, "en_") || g_str_has_prefix (name, "C.");
}

/* Takes the first of @names that we speak; the source language needs no catalogue. */
static void
choose_language (DeskText *text, const char *const *names)
{
  for (guint i = 0; names[i] != NULL && !is_source_language (names[i]); i++)
    {
      g_autofree char *path
          = g_build_filename (desk_text_locale_dir (), names[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
      g_autoptr (GError) error = NULL;

      text->catalogue = desk_catalogue_open (path, &error);
      if (text->catalogue != NULL)
        {
          text->language = g_strdup (names[i]);
          return;
        }
      g_debug ("%s", error->message);
    }
  text->language = g_strdup ("en");
}

/**
 * desk_text_new:
 * @language: (nullable): a locale's name such as zh_CN or en; NULL takes the process's
 * @zone: (nullable) (transfer none): in which times are shown; NULL is the machine's
 *
 * A language without a catalogue speaks English, the language of the sources.
 *
 * Returns: (transfer full): the words of that language
 */
DeskText *
desk_text_new (const char *language, GTimeZone *zone)
{
  DeskText *text = g_new0 (DeskText, 1);

  g_atomic_ref_count_init (&text->refs);
  text->zone = zone ? g_time_zone_ref (zone) : g_time_zone_new_local ();
  if (language == NULL)
    {
      choose_language (text, g_get_language_names_with_category ("LC_MESSAGES"));
    }
  else
    {
      g_auto (GStrv) names = g_get_locale_variants (language);

      choose_language (text, (const char *const *) names);
    }
  return text;
}

DeskText *
desk_text_ref (DeskText *text)
{
  g_atomic_ref_count_inc (&text->refs);
  return text;
}

void
desk_text_unref (DeskText *text)
{
  if (text == NULL || !g_atomic_ref_count_dec (&text->refs))
    return;
  g_clear_pointer (&text->catalogue, desk_catalogue_free);
  g_time_zone_unref (text->zone);
  g_free (text->language);
  g_free (text);
}

/* Returns: (transfer none): the language spoken: zh_CN, or en. */
const char *
desk_text_language (const DeskText *text)
{
  return text->language;
}

/* Returns: (transfer none): the zone of every time shown. */
GTimeZone *
desk_text_zone (const DeskText *text)
{
  return text->zone;
}

/* Returns: (transfer none): the words of @msgid, which the sources mark with N_(); they live as long as @text and
 * @msgid do. */
const char *
desk_text_get (const DeskText *text, const char *msgid)
{
  const char *found;

  if (*msgid == '\0')
    return msgid; /* the catalogue's heading stands under the empty text */
  found = desk_catalogue_find (text->catalogue, msgid);
  return found ? found : msgid;
}

/* Like desk_text_get() for a text marked with NC_ (@context, @msgid). */
const char *
desk_text_get_c (const DeskText *text, const char *context, const char *msgid)
{
  g_autofree char *key = NULL;
  const char *found;

  if (text->catalogue == NULL)
    return msgid;
  key = g_strconcat (context, "\004", msgid, NULL);
  found = desk_catalogue_find (text->catalogue, key);
  return found ? found : msgid;
}

/* Like desk_text_get() for a text marked with NN_ (@one, @many), in the form for @n. */
const char *
desk_text_get_n (const DeskText *text, const char *one, const char *many, gint64 n)
{
  const char *found = desk_catalogue_find_n (text->catalogue, one, n);

  if (found != NULL)
    return found;
  return n == 1 ? one : many;
}

/* Returns: (transfer full): @words with %1 … %9 replaced by @args (NULL-terminated); a number without an argument
 * leaves nothing, and what stands in an argument is never replaced itself. Any other % is a plain one. */
char *
desk_text_fill (const char *words, const char *const *args)
{
  guint n_args = g_strv_length ((char **) args);
  GString *out = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p++)
    {
      if (p[0] != '%' || p[1] < '1' || p[1] > '9')
        {
          g_string_append_c (out, *p);
          continue;
        }
      if ((guint) (p[1] - '1') < n_args)
        g_string_append (out, args[p[1] - '1']);
      p++;
    }
  return g_string_free (out, FALSE);
}

static char *
fill_list (const char *words, va_list list)
{
  const char *args[MAX_ARGS + 1] = { NULL };
  const char *arg;
  guint n = 0;

  while ((arg = va_arg (list, const char *)) != NULL && n < MAX_ARGS)
    args[n++] = arg;
  return desk_text_fill (words, args);
}

/* Returns: (transfer full): the words of @msgid with %1, %2 … replaced by the arguments, which end with NULL. */
char *
desk_text_format (const DeskText *text, const char *msgid, ...)
{
  va_list list;
  char *result;

  va_start (list, msgid);
  result = fill_list (desk_text_get (text, msgid), list);
  va_end (list);
  return result;
}

/* Like desk_text_format() for a text marked with NC_ (@context, @msgid). */
char *
desk_text_format_c (const DeskText *text, const char *context, const char *msgid, ...)
{
  va_list list;
  char *result;

  va_start (list, msgid);
  result = fill_list (desk_text_get_c (text, context, msgid), list);
  va_end (list);
  return result;
}

/* Like desk_text_format() for a text marked with NN_ (@one, @many), in the form for @n. @n is not among the
 * arguments by itself. */
char *
desk_text_format_n (const DeskText *text, const char *one, const char *many, gint64 n, ...)
{
  va_list list;
  char *result;

  va_start (list, n);
  result = fill_list (desk_text_get_n (text, one, many, n), list);
  va_end (list);
  return result;
}
