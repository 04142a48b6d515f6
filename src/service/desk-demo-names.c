/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-demo-names.h"

#include <string.h>

const char *
desk_demo_surname (DeskDemoRandom *random)
{
  static gsize total = 0;
  guint drawn;

  if (g_once_init_enter (&total))
    {
      gsize sum = 0;

      for (guint i = 0; i < desk_demo_n_surnames; i++)
        sum += desk_demo_surnames[i].weight;
      g_once_init_leave (&total, sum);
    }
  drawn = desk_demo_below (random, (guint) total);
  for (guint i = 0; i < desk_demo_n_surnames; i++)
    {
      if (drawn < desk_demo_surnames[i].weight)
        return desk_demo_surnames[i].name;
      drawn -= desk_demo_surnames[i].weight;
    }
  return desk_demo_surnames[0].name;
}

char *
desk_demo_surname_of (const char *name)
{
  const char *rest;

  for (guint i = 0; i < desk_demo_n_surnames; i++)
    if (g_utf8_strlen (desk_demo_surnames[i].name, -1) == 2 && g_str_has_prefix (name, desk_demo_surnames[i].name))
      return g_strdup (desk_demo_surnames[i].name);
  rest = *name != '\0' ? g_utf8_next_char (name) : name;
  return g_strndup (name, (gsize) (rest - name));
}

char *
desk_demo_word (DeskDemoRandom *random, const char *words)
{
  guint n = 1, wanted;
  const char *begin = words, *end;

  for (const char *p = words; *p != '\0'; p++)
    n += *p == ' ' ? 1 : 0;
  for (wanted = desk_demo_below (random, n); wanted > 0; wanted--)
    begin = strchr (begin, ' ') + 1;
  end = strchr (begin, ' ');
  return end == NULL ? g_strdup (begin) : g_strndup (begin, (gsize) (end - begin));
}

char *
desk_demo_given_name (DeskDemoRandom *random, gboolean female, int born)
{
  const DeskDemoCohort *cohort = &desk_demo_cohorts[0];
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < desk_demo_n_cohorts; i++)
    if (born >= desk_demo_cohorts[i].from_year)
      cohort = &desk_demo_cohorts[i];
  if (desk_demo_chance (random, 45))
    return desk_demo_word (random, female ? cohort->whole.girls : cohort->whole.boys);
  first = desk_demo_word (random, female ? cohort->first.girls : cohort->first.boys);
  do
    {
      g_free (second);
      second = desk_demo_word (random, female ? cohort->second.girls : cohort->second.boys);
    }
  while (strcmp (first, second) == 0);
  return g_strconcat (first, second, NULL);
}
