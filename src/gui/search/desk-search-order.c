/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-search-order.h"

#include <string.h>

static const DeskSearchKind kinds_table[] = {
  { DESK_KIND_UNIT, "desk-unit-symbolic" },
  { DESK_KIND_PERSON, "desk-person-symbolic" },
  { DESK_KIND_VEHICLE, "desk-car-symbolic" },
  { DESK_KIND_SERVICE_CASE, "desk-wrench-symbolic" },
  { DESK_KIND_VISIT, "document-edit-symbolic" },
};

/* Sets @kinds to the table. Returns: its length. */
guint
desk_search_kinds (const DeskSearchKind **kinds)
{
  *kinds = kinds_table;
  return G_N_ELEMENTS (kinds_table);
}

/* Returns: the icon of a kind of hit. */
const char *
desk_search_icon (DeskKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    if (kinds_table[i].kind == kind)
      return kinds_table[i].icon;
  return "edit-find-symbolic";
}

static guint
count_kind (GPtrArray *rows, DeskKind kind)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((const DeskHit *) rows->pdata[i])->kind == kind;
  return n;
}

/* The hits as they stand in the list: kinds together, the kind of the best hit first, at most @most_of_a_kind of each
 * (0: all). Returns: (transfer container): DeskHit, borrowed from @hits. */
GPtrArray *
desk_search_order (const DeskHits *hits, guint most_of_a_kind)
{
  GPtrArray *rows = g_ptr_array_new ();
  gboolean seen[DESK_N_KINDS] = { FALSE };

  for (guint i = 0; i < hits->hits->len; i++)
    {
      const DeskHit *first = hits->hits->pdata[i];

      if (seen[first->kind])
        continue;
      seen[first->kind] = TRUE;
      for (guint j = i; j < hits->hits->len; j++)
        {
          DeskHit *hit = hits->hits->pdata[j];

          if (hit->kind == first->kind && (most_of_a_kind == 0 || count_kind (rows, hit->kind) < most_of_a_kind))
            g_ptr_array_add (rows, hit);
        }
    }
  return rows;
}

/* Returns: (transfer full): @text escaped, with the first place where @matched stands in it underlined. */
char *
desk_search_markup (const char *text, const char *matched)
{
  const char *at = matched != NULL && *matched != '\0' ? strstr (text, matched) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *hit = NULL;
  g_autofree char *after = NULL;

  if (at == NULL)
    return g_markup_escape_text (text, -1);
  before = g_markup_escape_text (text, at - text);
  hit = g_markup_escape_text (matched, -1);
  after = g_markup_escape_text (at + strlen (matched), -1);
  return g_strdup_printf ("%s<b><u>%s</u></b>%s", before, hit, after);
}
