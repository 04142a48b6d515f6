/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-words.h"

#include <string.h>

#include "desk-case-kind.h"
#include "desk-read-card.h"
#include "desk-read-terms.h"
#include "desk-store-words.h"

/* What a list of entries or cases can show at most: a term that is short is sought only there. */
static DeskWordsQuery
query_of (DeskTx *tx, const DeskListInput *in, DeskDay today)
{
  DeskWordsQuery query = { .kind = DESK_KIND_SERVICE_CASE, .narrow = in->filter != DESK_CASE_FILTER_CLOSED };

  if (in->list == DESK_LIST_CALLBACKS)
    query.narrow = TRUE;
  if (in->list == DESK_LIST_VISITS)
    {
      query.kind = DESK_KIND_VISIT;
      query.narrow = in->filter == DESK_VISIT_FILTER_OPEN || in->filter == DESK_VISIT_FILTER_OFFERED;
      query.since = query.narrow || in->filter == DESK_VISIT_FILTER_ALL ? 0 : desk_day_start (today, desk_service_zone (tx->service));
    }
  query.case_kind = in->list == DESK_LIST_COMPLAINTS ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR;
  return query;
}

/* Adds what one term fits. */
static gboolean
match_term (DeskTx *tx, const DeskListInput *in, const char *term, DeskDay today, DeskIdSet *found, GError **error)
{
  DeskWordsQuery query = query_of (tx, in, today);
  g_autoptr (DeskSearchQuery) keys = desk_search_query_normalize (term);
  g_autoptr (DeskIdSet) units = NULL;
  g_auto (DeskFoundSets) own = { NULL };

  if (!desk_terms_match (tx, term, DESK_KIND_UNIT, today, &units, error)
      || !desk_store_search_sets (desk_tx_db (tx), keys, DESK_KIND_PERSON, &own, error))
    return FALSE;
  query.term = term;
  query.units = units;
  query.people = own.people;
  if (!desk_store_words_list (desk_tx_db (tx), &query, found, error))
    return FALSE;
  if (in->list != DESK_LIST_CALLBACKS || !desk_words_is_short (term))
    return TRUE;
  query.case_kind = DESK_CASE_COMPLAINT;
  return desk_store_words_list (desk_tx_db (tx), &query, found, error);
}

/* All of @text as the address of units: 3栋 2单元 1501 is one. */
static gboolean
match_whole (DeskTx *tx, const DeskListInput *in, const char *text, DeskDay today, DeskIdSet *found, GError **error)
{
  DeskWordsQuery query = query_of (tx, in, today);
  g_autoptr (DeskIdSet) units = NULL;
  g_autoptr (DeskIdSet) nobody = desk_id_set_new ();

  if (!desk_terms_match (tx, text, DESK_KIND_UNIT, today, &units, error))
    return FALSE;
  query.units = units;
  query.people = nobody;
  query.term = text;
  return desk_store_words_list (desk_tx_db (tx), &query, found, error);
}

/**
 * desk_words_match_list:
 * @in: a list of log entries or cases and the text it is narrowed to
 * @within: (out) (transfer full): what every term fits, by what is said or by the unit, person or category it names
 */
gboolean
desk_words_match_list (DeskTx *tx, const DeskListInput *in, DeskDay today, DeskIdSet **within, GError **error)
{
  g_auto (GStrv) terms = desk_words_terms (in->text);
  g_autofree char *whole = g_strjoinv (" ", terms);
  g_autoptr (DeskIdSet) all = NULL;

  for (guint i = 0; terms[i] != NULL; i++)
    {
      g_autoptr (DeskIdSet) one = desk_id_set_new ();

      if (!match_term (tx, in, terms[i], today, one, error))
        return FALSE;
      if (all == NULL)
        all = g_steal_pointer (&one);
      else
        desk_id_set_intersect (all, one);
    }
  if (all == NULL)
    all = desk_id_set_new ();
  if (g_strv_length (terms) > 1 && !match_whole (tx, in, whole, today, all, error))
    return FALSE;
  *within = g_steal_pointer (&all);
  return TRUE;
}

/* Letters and digits that are too few to be words are the beginning of a name, a room or a number. */
static gboolean
is_question (const char *const *terms)
{
  for (guint i = 0; terms[i] != NULL; i++)
    {
      if (!desk_words_is_short (terms[i]))
        return TRUE;
      for (const char *p = terms[i]; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_ascii_isprint (*p))
          return TRUE;
    }
  return FALSE;
}

static void
add_found (GPtrArray *found, DeskKind kind, gint64 id, int rank, const char *term)
{
  DeskFound *hit;

  for (guint i = 0; i < found->len; i++)
    if (((DeskFound *) found->pdata[i])->kind == kind && ((DeskFound *) found->pdata[i])->id == id)
      return;
  hit = g_new0 (DeskFound, 1);
  hit->kind = hit->key_kind = kind;
  hit->id = hit->key_id = id;
  hit->why = DESK_SEARCH_WHY_TEXT;
  hit->rank = rank;
  g_strlcpy (hit->key, term, sizeof hit->key);
  hit->n_typed = (guint) strlen (hit->key);
  g_ptr_array_add (found, hit);
}

/**
 * desk_words_find:
 * @text: what was typed into the search
 * @only: NONE: cases and log entries
 * @bound: so many of each
 * @found: (element-type DeskFound): gets the newest whose texts hold every term, behind all there are
 */
gboolean
desk_words_find (DeskTx *tx, const char *text, DeskKind only, guint bound, GPtrArray *found, GError **error)
{
  static const DeskKind kinds[] = { DESK_KIND_SERVICE_CASE, DESK_KIND_VISIT };
  g_auto (GStrv) terms = desk_words_terms (text != NULL && g_utf8_validate (text, -1, NULL) ? text : "");
  const char *const *asked = (const char *const *) terms;

  if (!is_question (asked))
    return TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      if (only != DESK_KIND_NONE && only != kinds[k])
        continue;
      if (!desk_store_words_newest (desk_tx_db (tx), kinds[k], asked, bound, ids, error))
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        add_found (found, kinds[k], g_array_index (ids, gint64, i), DESK_WORDS_RANK + (int) i, terms[0]);
    }
  return TRUE;
}
