/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-part.h"
#include "desk-search-query.h"

/* What is underlined: the best key of the record for what was typed decides, as in a search. */
static const struct
{
  char kind; /* n name, u unit 3-2-1501, p phone, v plate */
  const char *typed;
  const char *title;
  const char *detail;
  const char *part; /* NULL: nothing to underline */
} cases[] = {
  { 'u', "1501", "3-2-1501", NULL, "1501" },
  { 'u', "15", "15-1-1501", NULL, "15" },
  { 'u', "3-2-15", "3-2-1501", NULL, "3-2-15" },
  { 'u', "3栋2单元1501", "3-2-1501", NULL, "3-2-1501" },
  { 'u', "３－２－１５０１", "3-2-1501", NULL, "3-2-1501" },
  { 'u', "321501", "3-2-1501", NULL, "3-2-1501" },
  { 'n', "张淑", "张淑芬", "138****5678", "张淑" },
  { 'n', "淑芬", "张淑芬", NULL, "淑芬" },
  { 'n', "张", "張淑芬", NULL, "張" },
  { 'n', "zsf", "张淑芬", NULL, "张淑芬" },
  { 'n', "sf", "张淑芬", NULL, "淑芬" },
  { 'n', "zhang", "张淑芬", NULL, "张" },
  { 'n', "zhangs", "张淑芬", NULL, "张淑" },
  { 'n', "shufen", "张淑芬", NULL, "淑芬" },
  { 'n', "shan", "单雄信", NULL, "单" },
  { 'n', "sxx", "单雄信", NULL, "单雄信" },
  { 'n', "mq", "万俟卨", NULL, "万俟" },
  { 'n', "ouy", "欧阳修", NULL, "欧阳" },
  { 'n', "ouyangx", "欧阳修", NULL, "欧阳修" },
  { 'n', "smith", "John Smith", NULL, "Smith" },
  { 'n', "mary a", "Mary-Ann Lee", NULL, "Mary-A" },
  { 'p', "5678", "张淑芬", "138****5678", "5678" },
  { 'p', "138", "张淑芬", "138****5678", "138" },
  { 'p', "13812345678", "张淑芬", "138****5678", "138****5678" },
  { 'p', "2345", "张淑芬", "138****5678", "***5" },
  { 'v', "1501", "浙A·1501X", NULL, "1501" },
  { 'v', "浙a15", "浙A·1501X", NULL, "浙A·15" },
  { 'v', "01x", "浙A·1501X", NULL, "01X" },
};

static GPtrArray *
keys_of (char kind, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (title, "-", -1);

  switch (kind)
    {
    case 'n':
      return desk_search_keys_for_name (title, NULL);
    case 'u':
      return desk_search_keys_for_label (parts[0], parts[1], parts[2]);
    case 'p':
      return desk_search_keys_for_phone ("13812345678");
    default:
      return desk_search_keys_for_plate (title);
    }
}

static void
test_part (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) keys = keys_of (cases[i].kind, cases[i].title);
  g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (cases[i].typed);
  const DeskSearchKey *best = NULL;
  g_autofree char *part = NULL;

  for (guint k = 0; k < keys->len; k++)
    {
      const DeskSearchKey *key = keys->pdata[k];

      if (desk_search_rank (key->why, key->key, query) != DESK_SEARCH_RANK_NONE
          && (best == NULL
              || desk_search_rank (key->why, key->key, query) < desk_search_rank (best->why, best->key, query)))
        best = key;
    }
  g_assert_nonnull (best);
  part = desk_search_part (best->why, best->key, desk_search_query_match (query, best->why, best->key), cases[i].title,
                           NULL, cases[i].detail);
  g_assert_cmpstr (part, ==, cases[i].part);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search-part/%s in %s", cases[i].typed, cases[i].title);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_part);
    }
  return g_test_run ();
}
