/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-language.h"

#include <libintl.h>
#include <locale.h>

#include "desk-prefs.h"
#include "desk-text.h"

static const char *current = "en";

/* LANGUAGE stands above the locale but only where the locale is not "C"; an installed locale of any language will do
 * to make it count. */
static void
settle (const char *code)
{
  static const char *const zh[] = { "zh_CN.UTF-8", "zh_CN.utf8", "C.UTF-8", "en_US.UTF-8", NULL };
  static const char *const en[] = { "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8", "C", NULL };
  const char *const *locale = g_str_equal (code, "zh_CN") ? zh : en;

  g_setenv ("LANGUAGE", g_str_equal (code, "zh_CN") ? "zh_CN" : "en", TRUE);
  while (*locale != NULL && setlocale (LC_MESSAGES, *locale) == NULL)
    locale++;
}

static const char *
from_locale (void)
{
  const char *const *names = g_get_language_names ();

  for (; *names != NULL; names++)
    {
      if (g_str_has_prefix (*names, "zh"))
        return "zh_CN";
      if (g_str_has_prefix (*names, "en") || g_str_equal (*names, "C"))
        return "en";
    }
  return "en";
}

/* In main(), before GTK: sets the locale and the catalogue of the window. */
void
desk_language_start (void)
{
  g_autofree char *wish = desk_prefs_get_string ("language", "");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, desk_text_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (g_str_equal (wish, "zh_CN") || g_str_equal (wish, "en"))
    {
      current = g_str_equal (wish, "en") ? "en" : "zh_CN";
      settle (current);
    }
  else
    current = from_locale ();
}

/* Changes the language of windows that are made from now on and remembers it; @code is zh_CN or en. */
void
desk_language_set (const char *code)
{
  current = g_str_equal (code, "zh_CN") ? "zh_CN" : "en";
  desk_prefs_set_string ("language", current);
  settle (current);
}

/* Returns: zh_CN or en. */
const char *
desk_language_get (void)
{
  return current;
}
