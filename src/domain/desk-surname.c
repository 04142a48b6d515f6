/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-surname.h"

#include <stdlib.h>
#include <string.h>

static int
compare_name (const void *key, const void *entry)
{
  return strcmp (key, ((const DeskSurname *) entry)->name);
}

/* Returns: (transfer none) (nullable): the readings of the @length first characters of @text in a sorted list. */
static const char *
find (const DeskSurname *list, guint n, const char *text, glong length)
{
  char name[DESK_SURNAME_MAX * 6 + 1];
  const DeskSurname *entry;

  g_return_val_if_fail (length <= DESK_SURNAME_MAX, NULL);
  g_utf8_strncpy (name, text, length);
  entry = bsearch (name, list, n, sizeof *list, compare_name);
  return entry != NULL ? entry->readings : NULL;
}

/* Returns: how many characters of the name @simplified (simplified characters, no blanks) are a surname of two
 * characters or more: 2 for 欧阳锋, 0 for 张三. */
guint
desk_surname_compound_length (const char *simplified)
{
  glong length = g_utf8_strlen (simplified, -1);

  for (glong n = MIN (length, DESK_SURNAME_MAX); n >= 2; n--)
    if (find (desk_surname_compounds, desk_surname_n_compounds, simplified, n) != NULL)
      return (guint) n;
  return 0;
}

/* Returns: (transfer none) (nullable): the readings, as a surname, of the first @length characters of @simplified;
 * apart by commas, syllables by blanks: "qin,tan"; "mo qi". NULL: read as everywhere. */
const char *
desk_surname_readings (const char *simplified, guint length)
{
  if (length == 1)
    return find (desk_surname_singles, desk_surname_n_singles, simplified, 1);
  return find (desk_surname_compounds, desk_surname_n_compounds, simplified, length);
}

/* Returns: (transfer none) (nullable): further readings of a character in given names, apart by commas, beside
 * the one of desk_pinyin_of(); NULL for almost all. */
const char *
desk_surname_given_readings (gunichar c)
{
  char text[7] = { 0 };

  g_unichar_to_utf8 (c, text);
  return find (desk_surname_given, desk_surname_n_given, text, 1);
}
