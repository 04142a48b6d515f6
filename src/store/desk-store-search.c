/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-search.h"

#include <string.h>

#include "desk-store-search-name.h"

#define BIT(why) DESK_SEARCH_BIT (DESK_SEARCH_WHY_##why)

/* A letter, year and month come before the hyphen of a case's number. */
#define CASE_MONTH 7

/* Above every character: key >= p and key < p and this is the range of all keys that begin with p. */
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"

/* r2026110042 is R202611-0042. */
static char *
case_number (const char *typed)
{
  GString *number = g_string_new (typed);

  number->str[0] = g_ascii_toupper (number->str[0]);
  if (number->len > CASE_MONTH)
    g_string_insert_c (number, CASE_MONTH, '-');
  return g_string_free (number, FALSE);
}

/* What can be searched: one entry a kind of record that has keys. A new kind is one more. */
static const struct
{
  DeskKind key_kind; /* whose keys they are */
  DeskKind shown;    /* what a hit shows */
  guint whys;        /* which reasons its keys have */
  DeskSql range;
  DeskFoundNameFunc name; /* what a hit is called */
  char *(*own_form) (const char *typed); /* (nullable): how the range's own index writes what was typed */
} kinds[] = {
  { DESK_KIND_UNIT, DESK_KIND_UNIT, BIT (LABEL) | BIT (ROOM) | BIT (LABEL_SHORT), DESK_SQL_SEARCH_RANGE, desk_found_name_unit },
  { DESK_KIND_PERSON, DESK_KIND_PERSON,
    BIT (NAME) | BIT (NAME_PART) | BIT (PINYIN) | BIT (PINYIN_PART) | BIT (INITIALS) | BIT (INITIALS_PART),
    DESK_SQL_SEARCH_RANGE, desk_found_name_person },
  { DESK_KIND_PHONE, DESK_KIND_PERSON, BIT (PHONE) | BIT (PHONE_TAIL), DESK_SQL_SEARCH_RANGE_PHONE,
    desk_found_name_phone },
  { DESK_KIND_DOCUMENT, DESK_KIND_PERSON, BIT (DOCUMENT), DESK_SQL_SEARCH_RANGE_DOCUMENT,
    desk_found_name_document },
  { DESK_KIND_VEHICLE, DESK_KIND_VEHICLE, BIT (PLATE) | BIT (PLATE_TAIL), DESK_SQL_SEARCH_RANGE,
    desk_found_name_vehicle },
  { DESK_KIND_SERVICE_CASE, DESK_KIND_SERVICE_CASE, BIT (CASE_NUMBER), DESK_SQL_SEARCH_RANGE_CASE,
    desk_found_name_case, case_number },
  /* Entries have no keys: only what they say leads to them. */
  { DESK_KIND_VISIT, DESK_KIND_VISIT, 0, DESK_SQL_SEARCH_RANGE, desk_found_name_visit },
};

void
desk_found_free (gpointer found)
{
  g_free (found);
}

/* The better of two hits first: by rank, then key, kind and the record of the key, as the ranges come. Of pointers, as
 * in a GPtrArray. */
int
desk_found_compare (gconstpointer a, gconstpointer b)
{
  const DeskFound *first = *(DeskFound *const *) a;
  const DeskFound *second = *(DeskFound *const *) b;
  int order;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  order = strcmp (first->key, second->key);
  if (order != 0)
    return order;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return first->key_id < second->key_id ? -1 : first->key_id > second->key_id;
}

/* Above all ranks of desk_search_rank(). */
#define N_RANKS 32

/* A search under way: its hits, each record once. */
typedef struct
{
  GPtrArray *found;   /* DeskFound */
  GHashTable *places; /* the same, by kind and id */
  const DeskSearchQuery *query;
  guint bound;                 /* records of each range, 0: all */
  const DeskFoundSets *within; /* (nullable): only these */
  guint range;                 /* counts the ranges */
  guint ranked[DESK_N_KINDS][N_RANKS]; /* how many records of each kind have each rank */
} Search;

static guint
hash_found (gconstpointer data)
{
  const DeskFound *found = data;

  return (guint) found->id * 31 + found->kind;
}

static gboolean
same_found (gconstpointer a, gconstpointer b)
{
  const DeskFound *first = a;
  const DeskFound *second = b;

  return first->kind == second->kind && first->id == second->id;
}

/* Is @there as good as @hit with @key, for the same record? */
static gboolean
is_as_good (const DeskFound *there, const DeskFound *hit, const char *key)
{
  int order = there->rank != hit->rank ? there->rank - hit->rank : strcmp (there->key, key);

  return order < 0 || (order == 0 && there->key_id <= hit->key_id);
}

/* Keeps the better of @hit with @key and what is there for the same record. Returns: whether this range met the record
 * first. */
static gboolean
keep (Search *search, const DeskFound *hit, const char *key)
{
  DeskFound *there = g_hash_table_lookup (search->places, hit);
  gboolean made = there == NULL, first;

  g_assert (hit->rank >= 0 && hit->rank < N_RANKS);
  if (made)
    {
      there = g_new0 (DeskFound, 1);
      there->kind = hit->kind;
      there->id = hit->id;
      g_ptr_array_add (search->found, there);
      g_hash_table_add (search->places, there);
    }
  first = there->range != search->range;
  there->range = search->range;
  if (!made && is_as_good (there, hit, key))
    return first;
  if (!made)
    search->ranked[hit->kind][there->rank]--;
  search->ranked[hit->kind][hit->rank]++;
  there->key_kind = hit->key_kind;
  there->key_id = hit->key_id;
  there->why = hit->why;
  there->rank = hit->rank;
  there->n_typed = hit->n_typed;
  g_strlcpy (there->key, key, sizeof there->key);
  return first;
}

/* What is done with the rows of one range: key, record of the key, record that is shown. */
typedef gboolean (*RangeFunc) (DeskStmt *stmt, guint kind, DeskSearchWhy why, const char *typed, gpointer data,
                               GError **error);

/* @typed: what the keys begin with. */
static DeskStmt *
open_range (DeskDb *db, guint kind, DeskSearchWhy why, const char *typed)
{
  g_autofree char *low = kinds[kind].own_form != NULL ? kinds[kind].own_form (typed) : g_strdup (typed);
  g_autofree char *high = g_strconcat (low, LAST_CHARACTER, NULL);
  DeskStmt *stmt = desk_db_get (db, kinds[kind].range);

  desk_stmt_bind_int (stmt, "kind", kinds[kind].key_kind);
  desk_stmt_bind_int (stmt, "why", why);
  desk_stmt_bind_text (stmt, "low", low);
  desk_stmt_bind_text (stmt, "high", high);
  return stmt;
}

/* Which reasons an alternative of a query stands for. Of several terms, phones join in only from four digits on and
 * number plates from three characters on: fewer would be half of everybody. */
static guint
whys_of (const DeskSearchAlternative *typed, gboolean several)
{
  glong length = several ? g_utf8_strlen (typed->key, -1) : G_MAXLONG;
  guint whys = typed->whys;

  /* A number is no part of another question. */
  if (several)
    whys &= ~BIT (CASE_NUMBER);
  if (length < 4)
    whys &= ~(BIT (PHONE) | BIT (PHONE_TAIL));
  if (length < 3)
    whys &= ~(BIT (PLATE) | BIT (PLATE_TAIL));
  return whys;
}

/* Calls @func for every range of keys of @query that can show @only (NONE: anything). */
static gboolean
each_range (DeskDb *db, const DeskSearchQuery *query, DeskKind only, gboolean several, RangeFunc func, gpointer data,
            GError **error)
{
  for (guint i = 0; i < query->n; i++)
    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      {
        guint whys = whys_of (&query->alternatives[i], several) & kinds[kind].whys;

        if (only != DESK_KIND_NONE && only != kinds[kind].shown)
          continue;
        for (DeskSearchWhy why = 1; why < DESK_N_SEARCH_WHYS; why++)
          if ((whys & DESK_SEARCH_BIT (why)) != 0)
            {
              const char *typed = query->alternatives[i].key;
              DeskStmt *stmt = open_range (db, kind, why, typed);
              gboolean done = func (stmt, kind, why, typed, data, error);

              desk_stmt_reset (stmt);
              if (!done)
                return FALSE;
            }
      }
  return TRUE;
}

/* The set of @sets a hit of @kind belongs to. */
static DeskIdSet *
set_of (const DeskFoundSets *sets, DeskKind kind)
{
  if (kind == DESK_KIND_UNIT)
    return sets->units;
  return kind == DESK_KIND_PERSON ? sets->people : sets->vehicles;
}

/* Are there enough records of @kind before @rank? Then nothing of that rank or a later one is shown or counted. */
static gboolean
is_full (const Search *search, DeskKind kind, int rank)
{
  guint n = 0;

  for (int i = 0; i < rank && search->bound != 0; i++)
    n += search->ranked[kind][i];
  return search->bound != 0 && n >= search->bound;
}

/* The first records of one range. They come by key, and the whole key is the first, then all are of one rank: so no
 * record beyond them could be better. */
static gboolean
take_hits (DeskStmt *stmt, guint kind, DeskSearchWhy why, const char *typed, gpointer data, GError **error)
{
  Search *search = data;
  const DeskIdSet *within = search->within != NULL ? set_of (search->within, kinds[kind].shown) : NULL;
  DeskStep step = DESK_STEP_DONE;
  guint n = 0;

  search->range++;
  while ((search->bound == 0 || n < search->bound) && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      const char *key = desk_stmt_text (stmt, 0);
      DeskFound hit = { .kind = kinds[kind].shown, .id = desk_stmt_int (stmt, 2) };

      if (within != NULL && !desk_id_set_has (within, hit.id))
        continue;
      hit.key_kind = kinds[kind].key_kind;
      hit.key_id = desk_stmt_int (stmt, 1);
      hit.why = why;
      hit.rank = desk_search_rank (why, key, search->query);
      if (is_full (search, hit.kind, hit.rank))
        break;
      hit.n_typed = (guint) strlen (typed);
      n += keep (search, &hit, key) ? 1 : 0;
    }
  return step != DESK_STEP_FAILED;
}

static void
search_init (Search *search)
{
  *search = (Search){ 0 };
  search->found = g_ptr_array_new_with_free_func (desk_found_free);
  search->places = g_hash_table_new (hash_found, same_found);
}

/* Returns: (transfer full) (nullable): the hits in order, NULL unless @done. */
static GPtrArray *
search_end (Search *search, gboolean done)
{
  g_hash_table_unref (search->places);
  g_ptr_array_sort (search->found, desk_found_compare);
  if (!done)
    g_clear_pointer (&search->found, g_ptr_array_unref);
  return search->found;
}

/**
 * desk_store_search:
 * @query: what was typed
 * @only: show this kind alone; NONE: all
 * @bound: how many records of each kind and reason are looked at; the best so many are right
 *
 * Returns: (transfer full) (element-type DeskFound) (nullable): best first
 */
GPtrArray *
desk_store_search (DeskDb *db, const DeskSearchQuery *query, DeskKind only, guint bound, GError **error)
{
  Search search;
  gboolean done;

  search_init (&search);
  search.query = query;
  search.bound = bound;
  done = each_range (db, query, only, FALSE, take_hits, &search, error);
  return search_end (&search, done);
}

/**
 * desk_store_search_within:
 * @queries: (element-type DeskSearchQuery): several terms
 * @within: the records that may be shown
 * @bound: as in desk_store_search()
 *
 * Returns: (transfer full) (element-type DeskFound) (nullable): those of them that one of their own keys leads to from
 *   any of the terms, best first
 */
GPtrArray *
desk_store_search_within (DeskDb *db, GPtrArray *queries, const DeskFoundSets *within, guint bound, GError **error)
{
  Search search;
  gboolean done = TRUE;

  search_init (&search);
  search.within = within;
  search.bound = bound;
  for (guint i = 0; i < queries->len && done; i++)
    {
      search.query = queries->pdata[i];
      done = each_range (db, search.query, DESK_KIND_NONE, TRUE, take_hits, &search, error);
    }
  return search_end (&search, done);
}

static gboolean
take_set (DeskStmt *stmt, guint kind, DeskSearchWhy why, const char *typed, gpointer data, GError **error)
{
  DeskIdSet *set = set_of (data, kinds[kind].shown);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    desk_id_set_add (set, desk_stmt_int (stmt, 2));
  return step == DESK_STEP_DONE;
}

static void
sets_init (DeskFoundSets *sets)
{
  sets->units = desk_id_set_new ();
  sets->people = desk_id_set_new ();
  sets->vehicles = desk_id_set_new ();
}

void
desk_found_sets_clear (DeskFoundSets *sets)
{
  g_clear_pointer (&sets->units, desk_id_set_free);
  g_clear_pointer (&sets->people, desk_id_set_free);
  g_clear_pointer (&sets->vehicles, desk_id_set_free);
}

/**
 * desk_store_search_sets:
 * @query: one term
 * @only: NONE: every kind
 * @own: (out caller-allocates): of every kind the records that one of their own keys leads to
 */
gboolean
desk_store_search_sets (DeskDb *db, const DeskSearchQuery *query, DeskKind only, DeskFoundSets *own, GError **error)
{
  sets_init (own);
  return each_range (db, query, only, TRUE, take_set, own, error);
}

/**
 * desk_store_search_name:
 * @found: a hit
 * @today: for who lives where
 * @name: (out caller-allocates): what it is called; phones and documents are masked. No title: it is gone.
 */
gboolean
desk_store_search_name (DeskDb *db, const DeskFound *found, DeskDay today, DeskFoundName *name, GError **error)
{
  *name = (DeskFoundName){ 0 };
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    if (kinds[k].key_kind == found->key_kind)
      return kinds[k].name (db, found, today, name, error);
  return TRUE;
}
