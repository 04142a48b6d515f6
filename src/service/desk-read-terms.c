/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-terms.h"

#include <string.h>

#include "desk-store-search.h"

static void
free_query (gpointer query)
{
  desk_search_query_free (query);
}

/* Adds what lies between @start and @end, unless nothing of it can be searched. */
static void
add_term (DeskTerms *terms, const char *start, const char *end)
{
  g_autofree char *term = g_strndup (start, (gsize) (end - start));
  g_autoptr (DeskSearchQuery) query = desk_search_query_normalize (term);

  if (query->n > 0 && terms->terms->len < DESK_TERMS_MAX)
    g_ptr_array_add (terms->terms, g_steal_pointer (&query));
}

/* @text: (nullable): as typed; what is not UTF-8 counts as nothing. */
void
desk_terms_init (DeskTerms *terms, const char *text)
{
  const char *start = text;
  const char *p;

  terms->whole = desk_search_query_normalize (text);
  terms->terms = g_ptr_array_new_with_free_func (free_query);
  if (terms->whole->n == 0)
    return;
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      {
        add_term (terms, start, p);
        start = g_utf8_next_char (p);
      }
  add_term (terms, start, p);
  if (terms->terms->len < 2)
    g_ptr_array_set_size (terms->terms, 0);
}

void
desk_terms_clear (DeskTerms *terms)
{
  g_clear_pointer (&terms->whole, desk_search_query_free);
  g_clear_pointer (&terms->terms, g_ptr_array_unref);
}

static gint64
size_of (const DeskFoundSets *own)
{
  return desk_id_set_size (own->units) + desk_id_set_size (own->people) + desk_id_set_size (own->vehicles);
}

/* Reads what each term leads to by itself, the rarest first. Returns: how many were read: all, unless it failed. */
static guint
read_own (DeskTx *tx, const DeskTerms *terms, DeskFoundSets *own, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < terms->terms->len; i++)
    {
      DeskFoundSets one;
      guint at;

      if (!desk_store_search_sets (desk_tx_db (tx), terms->terms->pdata[i], DESK_KIND_NONE, &one, error))
        {
          desk_found_sets_clear (&one);
          return n;
        }
      for (at = n; at > 0 && size_of (&one) < size_of (&own[at - 1]); at--)
        own[at] = own[at - 1];
      own[at] = one;
      n++;
    }
  return n;
}

/* Adds to @sets, one a kind, what every term fits, by itself or by what belongs to it: all that belongs to what the
 * rarest term leads to, sifted by the others. */
static gboolean
match_all (DeskTx *tx, const DeskTerms *terms, const DeskKind *kinds, DeskIdSet **sets, guint n_kinds, DeskDay day,
           GError **error)
{
  DeskFoundSets own[DESK_TERMS_MAX] = { { NULL } };
  guint n = read_own (tx, terms, own, error);
  gboolean done = n == terms->terms->len;

  for (guint k = 0; k < n_kinds && n > 0 && done; k++)
    {
      done = desk_store_search_related (desk_tx_db (tx), &own[0], kinds[k], day, sets[k], error);
      for (guint i = 1; i < n && done; i++)
        done = desk_store_search_narrow (desk_tx_db (tx), &own[i], kinds[k], day, sets[k], error);
    }
  for (guint i = 0; i < n; i++)
    desk_found_sets_clear (&own[i]);
  return done;
}

/**
 * desk_terms_find:
 * @terms: more than one term
 * @bound: the best so many are right
 * @found: (out) (transfer full) (element-type DeskFound): what every term fits, at least one of them by a key of the
 *   record's own, best first
 */
gboolean
desk_terms_find (DeskTx *tx, const DeskTerms *terms, DeskDay day, guint bound, GPtrArray **found, GError **error)
{
  static const DeskKind kinds[] = { DESK_KIND_UNIT, DESK_KIND_PERSON, DESK_KIND_VEHICLE };
  g_auto (DeskFoundSets) all = { desk_id_set_new (), desk_id_set_new (), desk_id_set_new () };
  DeskIdSet *sets[] = { all.units, all.people, all.vehicles };

  *found = NULL;
  if (match_all (tx, terms, kinds, sets, G_N_ELEMENTS (kinds), day, error))
    *found = desk_store_search_within (desk_tx_db (tx), terms->terms, &all, bound, error);
  return *found != NULL;
}

/* Does @text read as an address: does it hold anything besides letters and digits that is not Chinese? */
static gboolean
looks_like_label (const char *text)
{
  return strpbrk (text, "-#") != NULL || strstr (text, "栋") != NULL || strstr (text, "号楼") != NULL
         || strstr (text, "单元") != NULL || strstr (text, "－") != NULL || strstr (text, "＃") != NULL;
}

/**
 * desk_terms_match:
 * @text: what stands in the filter entry of a list
 * @kind: UNIT or PERSON
 * @set: (out) (transfer full): what it leaves
 *
 * What reads as an address and is the address of units means only those: 3-2-1 is no end of a phone number.
 */
gboolean
desk_terms_match (DeskTx *tx, const char *text, DeskKind kind, DeskDay day, DeskIdSet **set, GError **error)
{
  static const guint addresses = DESK_SEARCH_BIT (DESK_SEARCH_WHY_LABEL) | DESK_SEARCH_BIT (DESK_SEARCH_WHY_ROOM)
                                 | DESK_SEARCH_BIT (DESK_SEARCH_WHY_LABEL_SHORT);
  g_auto (DeskTerms) terms = { NULL, NULL };
  g_auto (DeskFoundSets) own = { NULL };
  g_autoptr (DeskIdSet) all = desk_id_set_new ();

  desk_terms_init (&terms, text);
  if (!desk_store_search_sets (desk_tx_db (tx), terms.whole, DESK_KIND_NONE, &own, error)
      || !match_all (tx, &terms, &kind, &all, 1, day, error))
    return FALSE;
  if (looks_like_label (text) && desk_id_set_size (own.units) > 0)
    {
      desk_found_sets_clear (&own);
      for (guint i = 0; i < terms.whole->n; i++)
        terms.whole->alternatives[i].whys &= addresses;
      if (!desk_store_search_sets (desk_tx_db (tx), terms.whole, DESK_KIND_UNIT, &own, error))
        return FALSE;
    }
  if (!desk_store_search_related (desk_tx_db (tx), &own, kind, day, all, error))
    return FALSE;
  *set = g_steal_pointer (&all);
  return TRUE;
}
