/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-oracle.h"

#include <sqlite3.h>
#include <string.h>

#include "desk-search-query.h"

/* One record with keys: of a phone or document @shown is the person. */
typedef struct
{
  DeskKind key_kind;
  DeskKind kind;
  gint64 id;
  gint64 key_id;
  char *text; /* name, number, plate, label */
  GPtrArray *keys;
} Entry;

typedef struct
{
  gint64 unit_id;
  gint64 person_id;
} Link;

struct _SearchOracle
{
  GPtrArray *entries;
  GArray *homes;    /* Link: who lives where today */
  GArray *vehicles; /* Link, by vehicle id in @vehicle_ids */
  GArray *vehicle_ids;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_ptr_array_unref (entry->keys);
  g_free (entry);
}

void
search_oracle_free (SearchOracle *oracle)
{
  g_ptr_array_unref (oracle->entries);
  g_array_unref (oracle->homes);
  g_array_unref (oracle->vehicles);
  g_array_unref (oracle->vehicle_ids);
  g_free (oracle);
}

static const char *
text_of (sqlite3_stmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt, column);
}

/* Columns: id of what is shown, then what the keys are made of. */
static GPtrArray *
keys_of (DeskKind kind, sqlite3_stmt *stmt)
{
  switch ((int) kind)
    {
    case DESK_KIND_UNIT:
      return desk_search_keys_for_label (text_of (stmt, 2), text_of (stmt, 3), text_of (stmt, 4));
    case DESK_KIND_PERSON:
      return desk_search_keys_for_name (text_of (stmt, 1), text_of (stmt, 2));
    case DESK_KIND_PHONE:
      return desk_search_keys_for_phone (text_of (stmt, 1));
    case DESK_KIND_DOCUMENT:
      return desk_search_keys_for_document (text_of (stmt, 1));
    default:
      return desk_search_keys_for_plate (text_of (stmt, 1));
    }
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  return stmt;
}

static void
load (SearchOracle *oracle, sqlite3 *db, DeskKind key_kind, DeskKind kind, const char *sql)
{
  sqlite3_stmt *stmt = prepare (db, sql);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->key_kind = key_kind;
      entry->kind = kind;
      entry->id = sqlite3_column_int64 (stmt, 0);
      entry->key_id = sqlite3_column_int64 (stmt, sqlite3_column_count (stmt) - 1);
      entry->text = g_strdup (text_of (stmt, 1));
      entry->keys = keys_of (key_kind, stmt);
      g_ptr_array_add (oracle->entries, entry);
    }
  sqlite3_finalize (stmt);
}

static void
load_links (SearchOracle *oracle, sqlite3 *db, DeskDay today)
{
  sqlite3_stmt *stmt = prepare (db, "SELECT unit_id, person_id FROM occupancy WHERE from_day <= ?1 "
                                    "AND (to_day = 0 OR to_day > ?1)");
  Link link;

  sqlite3_bind_int64 (stmt, 1, today);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      link = (Link){ sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1) };
      g_array_append_val (oracle->homes, link);
    }
  sqlite3_finalize (stmt);
  stmt = prepare (db, "SELECT unit_id, person_id, id FROM vehicle");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 2);

      link = (Link){ sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1) };
      g_array_append_val (oracle->vehicles, link);
      g_array_append_val (oracle->vehicle_ids, id);
    }
  sqlite3_finalize (stmt);
}

/* Reads the store at @path as it stands, by a connection of its own. */
SearchOracle *
search_oracle_new (const char *path, DeskDay today)
{
  SearchOracle *oracle = g_new0 (SearchOracle, 1);
  sqlite3 *db = NULL;

  oracle->entries = g_ptr_array_new_with_free_func (entry_free);
  oracle->homes = g_array_new (FALSE, FALSE, sizeof (Link));
  oracle->vehicles = g_array_new (FALSE, FALSE, sizeof (Link));
  oracle->vehicle_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  load (oracle, db, DESK_KIND_UNIT, DESK_KIND_UNIT,
        "SELECT u.id, u.label, b.code, e.code, u.room, u.id FROM unit u LEFT JOIN building b ON b.id = u.building_id "
        "LEFT JOIN entrance e ON e.id = u.entrance_id");
  load (oracle, db, DESK_KIND_PERSON, DESK_KIND_PERSON, "SELECT id, name, pinyin, id FROM person WHERE merged_into IS NULL");
  load (oracle, db, DESK_KIND_PHONE, DESK_KIND_PERSON,
        "SELECT coalesce(p.merged_into, p.id), h.number, h.id FROM phone h JOIN person p ON p.id = h.person_id");
  load (oracle, db, DESK_KIND_DOCUMENT, DESK_KIND_PERSON,
        "SELECT coalesce(p.merged_into, p.id), d.number, d.id FROM document d JOIN person p ON p.id = d.person_id "
        "WHERE d.removed_at = 0");
  load (oracle, db, DESK_KIND_VEHICLE, DESK_KIND_VEHICLE, "SELECT id, plate, id FROM vehicle");
  load_links (oracle, db, today);
  sqlite3_close (db);
  return oracle;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const OracleHit *one = a;
  const OracleHit *other = b;
  int order = one->rank != other->rank ? (one->rank < other->rank ? -1 : 1) : strcmp (one->key, other->key);

  if (order == 0)
    order = one->kind != other->kind ? (one->kind < other->kind ? -1 : 1) : one->key_id < other->key_id ? -1 : one->key_id > other->key_id;
  return order;
}

/* The best key of @entry for any of @queries, if it is better than what @hit holds. */
static void
improve (const Entry *entry, GPtrArray *queries, OracleHit *hit)
{
  for (guint q = 0; q < queries->len; q++)
    for (guint i = 0; i < entry->keys->len; i++)
      {
        const DeskSearchKey *key = entry->keys->pdata[i];
        int rank = desk_search_rank (key->why, key->key, queries->pdata[q]);

        if (rank == DESK_SEARCH_RANK_NONE || rank > hit->rank
            || (rank == hit->rank && hit->key != NULL && strcmp (key->key, hit->key) >= 0))
          continue;
        hit->rank = rank;
        hit->why = key->why;
        hit->key = key->key;
      }
}

static OracleHit *
hit_of (GArray *hits, DeskKind kind, gint64 id)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, OracleHit, i).kind == kind && g_array_index (hits, OracleHit, i).id == id)
      return &g_array_index (hits, OracleHit, i);
  return NULL;
}

/* Every record that a key of its own leads to. */
static GArray *
find_own (SearchOracle *oracle, GPtrArray *queries)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (OracleHit));

  for (guint i = 0; i < oracle->entries->len; i++)
    {
      const Entry *entry = oracle->entries->pdata[i];
      OracleHit hit = { entry->kind, entry->id, entry->key_id, 0, DESK_SEARCH_RANK_NONE, NULL };
      OracleHit *there;

      improve (entry, queries, &hit);
      if (hit.key == NULL)
        continue;
      there = hit_of (hits, hit.kind, hit.id);
      if (there == NULL)
        g_array_append_val (hits, hit);
      else if (compare_hits (&hit, there) < 0)
        *there = hit;
    }
  return hits;
}

/* Of several terms, a short one does not stand for phones (below four) and plates (below three). */
static void
restrict_term (DeskSearchQuery *term)
{
  for (guint i = 0; i < term->n; i++)
    {
      glong n = g_utf8_strlen (term->alternatives[i].key, -1);

      if (n < 4)
        term->alternatives[i].whys
            &= ~(DESK_SEARCH_BIT (DESK_SEARCH_WHY_PHONE) | DESK_SEARCH_BIT (DESK_SEARCH_WHY_PHONE_TAIL));
      if (n < 3)
        term->alternatives[i].whys
            &= ~(DESK_SEARCH_BIT (DESK_SEARCH_WHY_PLATE) | DESK_SEARCH_BIT (DESK_SEARCH_WHY_PLATE_TAIL));
    }
}

/* Does a record match by itself or by what belongs to it? */
static gboolean
fits (SearchOracle *oracle, GArray *own, DeskKind kind, gint64 id)
{
  if (hit_of (own, kind, id) != NULL)
    return TRUE;
  for (guint i = 0; i < oracle->homes->len && kind != DESK_KIND_VEHICLE; i++)
    {
      Link home = g_array_index (oracle->homes, Link, i);

      if (kind == DESK_KIND_UNIT && home.unit_id == id && hit_of (own, DESK_KIND_PERSON, home.person_id) != NULL)
        return TRUE;
      if (kind == DESK_KIND_PERSON && home.person_id == id && hit_of (own, DESK_KIND_UNIT, home.unit_id) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < oracle->vehicles->len; i++)
    {
      Link link = g_array_index (oracle->vehicles, Link, i);
      gint64 vehicle = g_array_index (oracle->vehicle_ids, gint64, i);

      if (kind == DESK_KIND_VEHICLE && vehicle == id
          && (hit_of (own, DESK_KIND_UNIT, link.unit_id) != NULL
              || hit_of (own, DESK_KIND_PERSON, link.person_id) != NULL))
        return TRUE;
      if (((kind == DESK_KIND_UNIT && link.unit_id == id) || (kind == DESK_KIND_PERSON && link.person_id == id))
          && hit_of (own, DESK_KIND_VEHICLE, vehicle) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
free_query (gpointer query)
{
  desk_search_query_free (query);
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

/* Adds what all terms fit, at least one by the record's own key. */
static void
add_by_terms (SearchOracle *oracle, GPtrArray *terms, GArray *hits)
{
  g_autoptr (GArray) own = NULL;
  g_autoptr (GPtrArray) of_term = g_ptr_array_new_with_free_func (free_array);
  guint n_whole = hits->len;

  for (guint t = 0; t < terms->len; t++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      restrict_term (terms->pdata[t]);
      g_ptr_array_add (one, terms->pdata[t]);
      g_ptr_array_add (of_term, find_own (oracle, one));
    }
  own = find_own (oracle, terms);
  for (guint i = 0; i < own->len; i++)
    {
      OracleHit hit = g_array_index (own, OracleHit, i);
      gboolean all = TRUE;

      for (guint t = 0; t < terms->len && all; t++)
        all = fits (oracle, of_term->pdata[t], hit.kind, hit.id);
      for (guint k = 0; k < n_whole && all; k++)
        all = g_array_index (hits, OracleHit, k).kind != hit.kind || g_array_index (hits, OracleHit, k).id != hit.id;
      hit.rank += 100;
      if (all)
        g_array_append_val (hits, hit);
    }
}

/* Returns: (transfer full) (element-type OracleHit): all hits, best first; their keys belong to the oracle. */
GArray *
search_oracle_find (SearchOracle *oracle, const char *text)
{
  g_autoptr (DeskSearchQuery) whole = desk_search_query_normalize (text);
  g_autoptr (GPtrArray) queries = g_ptr_array_new ();
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (free_query);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  GArray *hits;

  g_ptr_array_add (queries, whole);
  hits = find_own (oracle, queries);
  for (guint i = 0; words[i] != NULL && terms->len < 6; i++)
    {
      DeskSearchQuery *term = desk_search_query_normalize (words[i]);

      if (term->n > 0)
        g_ptr_array_add (terms, term);
      else
        desk_search_query_free (term);
    }
  if (terms->len >= 2)
    add_by_terms (oracle, terms, hits);
  g_array_sort (hits, compare_hits);
  return hits;
}

/* Some text of some record, to cut queries from. */
const char *
search_oracle_random_text (SearchOracle *oracle, GRand *random)
{
  Entry *entry = oracle->entries->pdata[g_rand_int_range (random, 0, (gint32) oracle->entries->len)];

  if (g_rand_boolean (random) || entry->keys->len == 0)
    return entry->text;
  return ((DeskSearchKey *) entry->keys->pdata[g_rand_int_range (random, 0, (gint32) entry->keys->len)])->key;
}

static const char *
text_by_id (SearchOracle *oracle, DeskKind kind, gint64 id)
{
  for (guint i = 0; i < oracle->entries->len; i++)
    {
      Entry *entry = oracle->entries->pdata[i];

      if (entry->key_kind == kind && entry->id == id)
        return entry->text;
    }
  return "";
}

/* A unit's label and the name of somebody who lives there today. */
gboolean
search_oracle_random_home (SearchOracle *oracle, GRand *random, const char **unit, const char **person)
{
  Link home;

  if (oracle->homes->len == 0)
    return FALSE;
  home = g_array_index (oracle->homes, Link, g_rand_int_range (random, 0, (gint32) oracle->homes->len));
  *unit = text_by_id (oracle, DESK_KIND_UNIT, home.unit_id);
  *person = text_by_id (oracle, DESK_KIND_PERSON, home.person_id);
  return TRUE;
}
