/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-duplicate.h"

static const struct
{
  const char *one;
  const char *other;
  gboolean same;
  gboolean similar;
} cases[] = {
  { "张淑芬", "张淑芬", TRUE, TRUE },
  { "张淑芬", "張淑芬", TRUE, TRUE },
  { "张 淑芬", "张淑芬", TRUE, TRUE },
  { "张淑芬", "张淑芬女士", FALSE, TRUE },
  { "张淑芬", "章淑芬", FALSE, TRUE },   /* typed by ear */
  { "张淑芬", "张淑芳", FALSE, FALSE },  /* sisters */
  { "张建国", "张建军", FALSE, FALSE },  /* father and son */
  { "张淑芬", "陈建平", FALSE, FALSE },  /* husband and wife */
  { "张", "张淑芬", FALSE, FALSE },      /* a surname alone says nothing */
  { "John Smith", "JOHN  SMITH", TRUE, TRUE },
  { "John Smith", "Smith John", FALSE, FALSE },
  { "", "", FALSE, FALSE },
  { "张淑芬", "", FALSE, FALSE },
  { "--", "··", FALSE, FALSE },
};

static void
test_names (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  g_assert_cmpint (desk_names_same (cases[i].one, cases[i].other), ==, cases[i].same);
  g_assert_cmpint (desk_names_same (cases[i].other, cases[i].one), ==, cases[i].same);
  g_assert_cmpint (desk_names_similar (cases[i].one, cases[i].other), ==, cases[i].similar);
  g_assert_cmpint (desk_names_similar (cases[i].other, cases[i].one), ==, cases[i].similar);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/duplicate/%" G_GSIZE_FORMAT " %s %s", i, cases[i].one, cases[i].other);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_names);
    }
  return g_test_run ();
}
