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

gboolean
desk_demo_has_surname (const char *name)
{
  g_autofree char *surname = desk_demo_surname_of (name);

  for (guint i = 0; i < desk_demo_n_surnames; i++)
    if (strcmp (desk_demo_surnames[i].name, surname) == 0)
      return strstr (name, "·") == NULL;
  return FALSE;
}

gboolean
desk_demo_is_famous (const char *name)
{
  static const char *const names[] = { "邓小平", "刘晓波", "李文亮", "李鹏", "江青", "刘少奇", "林彪", "胡春华",
                                       "李强", "王毅", "刘德华", "张学友", "马云", "王菲", "成龙", "王健林",
                                       "赵丽颖", "杨洋", "李宁", "刘翔", "姚明", "王宝强", "黄晓明", "杨幂" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
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
