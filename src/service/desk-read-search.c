/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-card.h"
#include "desk-read-terms.h"
#include "desk-read-words.h"
#include "desk-search-part.h"
#include "desk-store-search.h"

#define DEFAULT_LIMIT 50
#define MAX_LIMIT 1000

/* What several terms fit comes after what the whole fits. */
#define TERMS_RANK 100

/* Every kind that was hit keeps at least one place in so many of the list. */
#define SHARE 8

static gboolean
is_among (GPtrArray *found, guint n, DeskKind kind, gint64 id)
{
  for (guint i = 0; i < n; i++)
    {
      const DeskFound *hit = found->pdata[i];

      if (hit->kind == kind && hit->id == id)
        return TRUE;
    }
  return FALSE;
}

/* Adds what several terms fit. */
static gboolean
find_by_terms (DeskTx *tx, const DeskTerms *terms, const DeskSearchInput *in, guint bound, DeskDay day,
               GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) more = NULL;
  guint n_before = found->len;

  if (!desk_terms_find (tx, terms, day, bound, &more, error))
    return FALSE;
  for (guint i = 0; i < more->len; i++)
    {
      DeskFound *hit = more->pdata[i];

      if ((in->kind != DESK_KIND_NONE && in->kind != hit->kind) || is_among (found, n_before, hit->kind, hit->id))
        continue;
      hit->rank += TERMS_RANK;
      g_ptr_array_add (found, g_steal_pointer (&more->pdata[i]));
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): all that was found, best first. */
static GPtrArray *
find (DeskTx *tx, const DeskSearchInput *in, guint bound, DeskDay day, GError **error)
{
  g_auto (DeskTerms) terms = { NULL, NULL };
  g_autoptr (GPtrArray) found = NULL;

  desk_terms_init (&terms, in->text);
  found = desk_store_search (desk_tx_db (tx), terms.whole, in->kind, bound, error);
  if (found == NULL)
    return NULL;
  if (terms.terms->len > 0)
    {
      if (!find_by_terms (tx, &terms, in, bound, day, found, error))
        return NULL;
      g_ptr_array_sort (found, desk_found_compare);
    }
  return desk_words_find (tx, in->text, in->kind, bound, found, error) ? g_steal_pointer (&found) : NULL;
}

static gboolean
add_hit (DeskTx *tx, const DeskFound *found, DeskDay day, GPtrArray *hits, GError **error)
{
  g_auto (DeskFoundName) name = { NULL };
  g_autofree char *typed = g_strndup (found->key, found->n_typed);
  DeskHit *hit;

  if (!desk_store_search_name (desk_tx_db (tx), found, day, &name, error))
    return FALSE;
  if (name.title == NULL)
    return TRUE;
  hit = g_new0 (DeskHit, 1);
  hit->kind = found->kind;
  hit->id = found->id;
  hit->why = found->why;
  hit->matched = desk_search_part (found->why, found->key, typed, name.title, name.pinyin, name.detail);
  hit->title = g_steal_pointer (&name.title);
  hit->unit = g_steal_pointer (&name.unit);
  hit->unit_id = name.unit_id;
  hit->state = name.state;
  hit->role = name.role;
  hit->at = name.at;
  hit->detail = g_steal_pointer (&name.detail);
  g_ptr_array_add (hits, hit);
  return TRUE;
}

/* Takes the best @limit of @found, but leaves places for the kinds that come later. */
static gboolean
choose (DeskTx *tx, GPtrArray *found, const gint64 *counts, guint limit, DeskDay day, GPtrArray *hits, GError **error)
{
  gint64 owed[DESK_N_KINDS] = { 0 };
  gint64 left = limit, all_owed = 0;

  for (guint kind = 0; kind < DESK_N_KINDS; kind++)
    {
      owed[kind] = MIN (counts[kind], limit / SHARE);
      all_owed += owed[kind];
    }
  for (guint i = 0; i < found->len && left > 0; i++)
    {
      const DeskFound *hit = found->pdata[i];

      if (owed[hit->kind] > 0)
        {
          owed[hit->kind]--;
          all_owed--;
        }
      else if (left <= all_owed)
        {
          continue;
        }
      left--;
      if (!add_hit (tx, hit, day, hits, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
desk_body_search (DeskTx *tx, const DeskSearchInput *in, DeskHits *out, GError **error)
{
  guint limit = in->limit == 0 ? DEFAULT_LIMIT : MIN (in->limit, MAX_LIMIT);
  DeskDay day = desk_read_day (tx, in->today);
  g_autoptr (GPtrArray) found = find (tx, in, limit, day, error);

  out->hits = g_ptr_array_new_with_free_func (desk_hit_free);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    out->counts[((DeskFound *) found->pdata[i])->kind]++;
  /* Nobody counts further than can be shown. */
  for (guint kind = 0; kind < DESK_N_KINDS; kind++)
    out->counts[kind] = MIN (out->counts[kind], limit);
  return choose (tx, found, out->counts, limit, day, out->hits, error);
}
