/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-probe.h"

#include <sqlite3.h>
#include <string.h>

#include "desk-sql.h"

static const char *const texts[] = {
#define X(name, text) text,
  DESK_STATEMENTS (X)
#undef X
};

struct _SearchProbe
{
  sqlite3 *db;
  DeskDay today;
  sqlite3_stmt *stmts[DESK_N_SQL];
  char sink[4096]; /* where columns are copied to */
};

static void
run (SearchProbe *probe, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (probe->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

SearchProbe *
search_probe_open (const char *path, DeskDay today)
{
  SearchProbe *probe = g_new0 (SearchProbe, 1);

  probe->today = today;
  g_assert_cmpint (sqlite3_open_v2 (path, &probe->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL), ==, SQLITE_OK);
  run (probe, "PRAGMA cache_size = -32768");
  run (probe, "PRAGMA temp_store = MEMORY");
  return probe;
}

void
search_probe_close (SearchProbe *probe)
{
  for (guint i = 0; i < DESK_N_SQL; i++)
    sqlite3_finalize (probe->stmts[i]);
  sqlite3_close (probe->db);
  g_free (probe);
}

static sqlite3_stmt *
get (SearchProbe *probe, DeskSql sql)
{
  if (probe->stmts[sql] == NULL)
    sqlite3_prepare_v3 (probe->db, texts[sql], -1, SQLITE_PREPARE_PERSISTENT, &probe->stmts[sql], NULL);
  return probe->stmts[sql];
}

/* Copies the columns of the row as a program would. */
static void
take (SearchProbe *probe, sqlite3_stmt *stmt)
{
  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    {
      const char *text = (const char *) sqlite3_column_text (stmt, i);

      g_strlcpy (probe->sink, text != NULL ? text : "", sizeof probe->sink);
    }
}

/* All rows of a statement by id, and by day where it asks for one. */
static guint
by_id (SearchProbe *probe, DeskSql sql, gint64 id)
{
  sqlite3_stmt *stmt = get (probe, sql);
  guint n = 0;

  for (int i = 1; i <= sqlite3_bind_parameter_count (stmt); i++)
    sqlite3_bind_int64 (stmt, i, strcmp (sqlite3_bind_parameter_name (stmt, i), ":today") == 0 ? probe->today : id);
  for (; sqlite3_step (stmt) == SQLITE_ROW; n++)
    take (probe, stmt);
  sqlite3_reset (stmt);
  return n;
}

static const struct
{
  DeskKind kind;
  DeskSearchWhy first, last;
  DeskSql range;
} ranges[] = {
  { DESK_KIND_UNIT, DESK_SEARCH_WHY_LABEL, DESK_SEARCH_WHY_ROOM, DESK_SQL_SEARCH_RANGE },
  { DESK_KIND_PERSON, DESK_SEARCH_WHY_NAME, DESK_SEARCH_WHY_INITIALS_PART, DESK_SQL_SEARCH_RANGE },
  { DESK_KIND_PHONE, DESK_SEARCH_WHY_PHONE, DESK_SEARCH_WHY_PHONE_TAIL, DESK_SQL_SEARCH_RANGE_PHONE },
  { DESK_KIND_DOCUMENT, DESK_SEARCH_WHY_DOCUMENT, DESK_SEARCH_WHY_DOCUMENT, DESK_SQL_SEARCH_RANGE_DOCUMENT },
  { DESK_KIND_VEHICLE, DESK_SEARCH_WHY_PLATE, DESK_SEARCH_WHY_PLATE_TAIL, DESK_SQL_SEARCH_RANGE },
};

static guint
read_range (SearchProbe *probe, guint r, DeskSearchWhy why, const char *key, guint limit)
{
  sqlite3_stmt *stmt = get (probe, ranges[r].range);
  char high[256];
  guint n = 0;

  g_snprintf (high, sizeof high, "%s\xf4\x8f\xbf\xbf", key);
  sqlite3_bind_int (stmt, 1, ranges[r].kind);
  sqlite3_bind_int (stmt, 2, (int) why);
  sqlite3_bind_text (stmt, 3, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 4, high, -1, SQLITE_STATIC);
  for (; n < limit && sqlite3_step (stmt) == SQLITE_ROW; n++)
    take (probe, stmt);
  sqlite3_reset (stmt);
  return n;
}

/* The ranges of @query and the rows of @hits. */
guint
search_probe_look_up (SearchProbe *probe, const DeskSearchQuery *query, const DeskHits *hits, guint limit)
{
  guint n = 0;

  run (probe, "BEGIN");
  for (guint i = 0; i < query->n; i++)
    for (guint r = 0; r < G_N_ELEMENTS (ranges); r++)
      for (DeskSearchWhy why = ranges[r].first; why <= ranges[r].last; why++)
        if (query->alternatives[i].whys & DESK_SEARCH_BIT (why))
          n += read_range (probe, r, why, query->alternatives[i].key, limit);
  for (guint i = 0; i < hits->hits->len; i++)
    {
      const DeskHit *hit = hits->hits->pdata[i];

      if (hit->kind == DESK_KIND_UNIT)
        n += by_id (probe, DESK_SQL_UNIT_NAME, hit->id);
      else if (hit->kind == DESK_KIND_VEHICLE)
        n += by_id (probe, DESK_SQL_VEHICLE_NAME, hit->id);
      else
        n += by_id (probe, DESK_SQL_PERSON_NAME, hit->id) + by_id (probe, DESK_SQL_PERSON_PLACES, hit->id);
    }
  run (probe, "COMMIT");
  return n;
}

/* All ids that @sql gives, in an array. */
static guint
ids_of (SearchProbe *probe, sqlite3_stmt *stmt)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint32));

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      gint32 id = (gint32) sqlite3_column_int64 (stmt, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_reset (stmt);
  return ids->len;
}

/* Units by label, with the counts of the filters. */
guint
search_probe_unit_ids (SearchProbe *probe)
{
  sqlite3_stmt *stmt = get (probe, DESK_SQL_UNIT_IDS_LABEL);
  guint n;

  run (probe, "BEGIN");
  n = by_id (probe, DESK_SQL_UNITS_WITH_CARE, 0) + by_id (probe, DESK_SQL_UNIT_COUNTS, 0);
  for (int i = 1; i <= sqlite3_bind_parameter_count (stmt); i++)
    sqlite3_bind_int64 (stmt, i, g_str_has_suffix (sqlite3_bind_parameter_name (stmt, i), "_low") ? 0 : G_MAXINT32);
  n += ids_of (probe, stmt);
  run (probe, "COMMIT");
  return n;
}

/* People by name, with who lives where. */
guint
search_probe_person_ids (SearchProbe *probe)
{
  sqlite3_stmt *stmt = get (probe, DESK_SQL_OCCUPANTS_TODAY);
  guint n;

  run (probe, "BEGIN");
  sqlite3_bind_int64 (stmt, 1, probe->today);
  for (n = 0; sqlite3_step (stmt) == SQLITE_ROW; n++)
    for (int i = 0; i < 3; i++)
      probe->sink[i] = (char) sqlite3_column_int64 (stmt, i);
  sqlite3_reset (stmt);
  n += ids_of (probe, get (probe, DESK_SQL_PERSON_IDS));
  run (probe, "COMMIT");
  return n;
}

guint
search_probe_rows (SearchProbe *probe, DeskList list, GArray *ids)
{
  guint n = 0;

  run (probe, "BEGIN");
  for (guint i = 0; i < ids->len; i++)
    if (list == DESK_LIST_UNITS)
      n += by_id (probe, DESK_SQL_UNIT_ROW, g_array_index (ids, gint32, i))
           + by_id (probe, DESK_SQL_UNIT_CARE, g_array_index (ids, gint32, i));
    else
      n += by_id (probe, DESK_SQL_PERSON_ROW, g_array_index (ids, gint32, i))
           + by_id (probe, DESK_SQL_PERSON_PLACES, g_array_index (ids, gint32, i));
  run (probe, "COMMIT");
  return n;
}

char *
search_probe_random (SearchProbe *probe, const char *table, const char *column, GRand *random)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM %s WHERE id >= 1 + abs(%d) %% (SELECT max(id) FROM %s) LIMIT 1", column, table,
                         g_rand_int_range (random, 0, G_MAXINT32), table);
  sqlite3_stmt *stmt = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (probe->db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  return text != NULL ? text : g_strdup ("1");
}
