/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-search.h"

#include "desk-store-search-name.h"

#define BIT(why) DESK_SEARCH_BIT (DESK_SEARCH_WHY_##why)

/* Above every character: key >= p and key < p and this is the range of all keys that begin with p. */
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"

/* What can be searched: one entry a kind of record that has keys. A new kind is one more. */
static const struct
{
  DeskKind key_kind; /* whose keys they are */
  DeskKind shown;    /* what a hit shows */
  guint whys;        /* which reasons its keys have */
  DeskSql range;
  DeskFoundNameFunc name; /* what a hit is called */
} kinds[] = {
  { DESK_KIND_UNIT, DESK_KIND_UNIT, BIT (LABEL) | BIT (ROOM), DESK_SQL_SEARCH_RANGE, desk_found_name_unit },
  { DESK_KIND_PERSON, DESK_KIND_PERSON,
    BIT (NAME) | BIT (NAME_PART) | BIT (PINYIN) | BIT (PINYIN_PART) | BIT (INITIALS) | BIT (INITIALS_PART),
    DESK_SQL_SEARCH_RANGE, desk_found_name_person },
  { DESK_KIND_PHONE, DESK_KIND_PERSON, BIT (PHONE) | BIT (PHONE_TAIL), DESK_SQL_SEARCH_RANGE_PHONE,
    desk_found_name_phone },
  { DESK_KIND_DOCUMENT, DESK_KIND_PERSON, BIT (DOCUMENT), DESK_SQL_SEARCH_RANGE_DOCUMENT,
    desk_found_name_document },
  { DESK_KIND_VEHICLE, DESK_KIND_VEHICLE, BIT (PLATE) | BIT (PLATE_TAIL), DESK_SQL_SEARCH_RANGE,
    desk_found_name_vehicle },
};

void
desk_found_free (gpointer found)
{
  DeskFound *self = found;

  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->typed);
  g_free (self);
}

/* The better of two hits first: by rank, then key, kind and id. Of pointers, as in a GPtrArray. */
int
desk_found_compare (gconstpointer a, gconstpointer b)
{
  const DeskFound *first = *(DeskFound *const *) a;
  const DeskFound *second = *(DeskFound *const *) b;
  int order;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  order = g_strcmp0 (first->key, second->key);
  if (order != 0)
    return order;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/* The hits of one search, each record once. */
typedef struct
{
  GPtrArray *found;   /* DeskFound */
  GHashTable *places; /* kind and id → DeskFound of the array */
} Hits;

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

/* Keeps the better of @hit and what is there for the same record. */
static void
keep (Hits *hits, const DeskFound *hit)
{
  DeskFound *there = g_hash_table_lookup (hits->places, hit);

  if (there == NULL)
    {
      there = g_new0 (DeskFound, 1);
      there->kind = hit->kind;
      there->id = hit->id;
      g_ptr_array_add (hits->found, there);
      g_hash_table_add (hits->places, there);
    }
  else if (desk_found_compare (&there, &hit) <= 0)
    return;
  there->key_kind = hit->key_kind;
  there->key_id = hit->key_id;
  there->why = hit->why;
  there->rank = hit->rank;
  g_free (there->key);
  there->key = g_strdup (hit->key);
  g_free (there->typed);
  there->typed = g_strdup (hit->typed);
}

/* @typed: what the keys begin with. */
static DeskStmt *
open_range (DeskDb *db, guint kind, DeskSearchWhy why, const char *typed)
{
  g_autofree char *high = g_strconcat (typed, LAST_CHARACTER, NULL);
  DeskStmt *stmt = desk_db_get (db, kinds[kind].range);

  desk_stmt_bind_int (stmt, "kind", kinds[kind].key_kind);
  desk_stmt_bind_int (stmt, "why", why);
  desk_stmt_bind_text (stmt, "low", typed);
  desk_stmt_bind_text (stmt, "high", high);
  return stmt;
}

/* The first @bound records of one range. They come by key, and the whole key is the first: so no record beyond them
 * could be better. */
static gboolean
scan (DeskDb *db, guint kind, DeskSearchWhy why, const DeskSearchQuery *query, const char *typed, guint bound,
      Hits *hits, GError **error)
{
  g_autoptr (DeskIdSet) seen = desk_id_set_new ();
  DeskStmt *stmt = open_range (db, kind, why, typed);
  DeskStep step = DESK_STEP_DONE;

  while (desk_id_set_size (seen) < bound && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      const char *key = desk_stmt_text (stmt, 0);
      DeskFound hit = { .kind = kinds[kind].shown,
                        .id = desk_stmt_int (stmt, 2),
                        .key_kind = kinds[kind].key_kind,
                        .key_id = desk_stmt_int (stmt, 1),
                        .why = why,
                        .rank = desk_search_rank (why, key, query),
                        .key = (char *) key,
                        .typed = (char *) typed };

      if (desk_id_set_add (seen, hit.id))
        keep (hits, &hit);
    }
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
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
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (desk_found_free);
  g_autoptr (GHashTable) places = g_hash_table_new (hash_found, same_found);
  Hits hits = { found, places };

  for (guint i = 0; i < query->n; i++)
    for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
      for (DeskSearchWhy why = 1; why < DESK_N_SEARCH_WHYS; why++)
        if ((query->alternatives[i].whys & kinds[kind].whys & DESK_SEARCH_BIT (why)) != 0
            && (only == DESK_KIND_NONE || only == kinds[kind].shown)
            && !scan (db, kind, why, query, query->alternatives[i].key, bound, &hits, error))
          return NULL;
  g_ptr_array_sort (found, desk_found_compare);
  return g_steal_pointer (&found);
}

/**
 * desk_store_search_own:
 * @kind: UNIT, PERSON or VEHICLE
 * @set: every record of @kind that one of its own keys leads to is added
 *
 * Phones join in only from four digits on, number plates from three characters on: fewer would be half of everybody.
 */
gboolean
desk_store_search_own (DeskDb *db, const DeskSearchQuery *query, DeskKind kind, DeskIdSet *set, GError **error)
{
  for (guint i = 0; i < query->n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        const DeskSearchAlternative *typed = &query->alternatives[i];
        guint whys = kinds[k].shown == kind ? typed->whys & kinds[k].whys : 0;

        if (g_utf8_strlen (typed->key, -1) < 4)
          whys &= ~(BIT (PHONE) | BIT (PHONE_TAIL));
        if (g_utf8_strlen (typed->key, -1) < 3)
          whys &= ~(BIT (PLATE) | BIT (PLATE_TAIL));
        for (DeskSearchWhy why = 1; why < DESK_N_SEARCH_WHYS; why++)
          {
            DeskStmt *stmt;
            DeskStep step;

            if ((whys & DESK_SEARCH_BIT (why)) == 0)
              continue;
            stmt = open_range (db, k, why, typed->key);
            while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
              desk_id_set_add (set, desk_stmt_int (stmt, 2));
            if (step == DESK_STEP_FAILED)
              return FALSE;
          }
      }
  return TRUE;
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
