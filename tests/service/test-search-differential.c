/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "desk-fixture.h"
#include "search-oracle.h"

/* Random edits through the use cases, then random queries: the store's search must give what a plain scan gives, in
 * the same order. DESK_QUERIES says how many queries; DESK_SEED repeats a run. */

#define FIRST_EDITS 900
#define ROUND_EDITS 60
#define ROUND_QUERIES 500

typedef struct
{
  DeskFixture base;
  GRand *random;
  gint64 buildings[3];
  gint64 last_act;
} World;

static int
pick (World *world, int n)
{
  return g_rand_int_range (world->random, 0, n);
}

static const char *
one_of (World *world, const char *const *list, guint n)
{
  return list[pick (world, (int) n)];
}
#define ONE_OF(world, list) one_of (world, list, G_N_ELEMENTS (list))

static const char *const surnames[] = { "张", "王", "李", "陈", "单", "覃", "万俟", "尉迟", "欧阳", "歐陽", "仇", "查", "朴", "盖", "乐", "解" };
static const char *const given[] = { "淑芬", "伟", "建国", "建軍", "雄信", "秀英", "一鸣", "强", "乐", "重阳", "绿", "芳" };
static const char *const foreign[] = { "John Smith", "Mary-Ann Lee", "Łukasz", "Müller 李" };
static const char *const rooms[] = { "1501", "1502", "0301", "301", "A-12", "负101", "B1-023", "101", "1011", "S-12" };
static const char *const plates[] = { "浙A·1501X", "浙A12345", "沪AD12345", "京B-88888", "浙A8K234" };
static const char *const numbers[]
    = { "138", "139", "1501", "5678", "0571-8888", "+86 1381", "00861501", "0412", "2", "55", "861" };

static char *
random_name (World *world)
{
  if (pick (world, 8) == 0)
    return g_strdup (ONE_OF (world, foreign));
  return g_strconcat (ONE_OF (world, surnames), ONE_OF (world, given), NULL);
}

static char *
random_phone (World *world)
{
  return g_strdup_printf ("%s%07d", ONE_OF (world, numbers), pick (world, 10000000));
}

/* Returns: an id of @table, 0 when it is empty. */
static gint64
random_id (World *world, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce((SELECT id FROM %s ORDER BY (id * 7919 + %d) %% 1009 LIMIT 1), 0)",
                                          table, pick (world, 100000));

  return desk_fixture_count (&world->base, sql);
}

/* Runs a write; what the rules refuse is no fault here. */
static void
run (World *world, DeskUseCase use_case, gconstpointer in)
{
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  if (desk_use_case_run (world->base.service, use_case, world->base.actor, in, &saved, &error))
    world->last_act = saved.act_id;
  else if (!g_error_matches (error, DESK_ERROR, DESK_ERROR_INVALID)
           && !g_error_matches (error, DESK_ERROR, DESK_ERROR_CONSEQUENCE)
           && !g_error_matches (error, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    g_error ("%s: %s", desk_use_case_nick (use_case), error->message);
  desk_saved_clear (&saved);
}

static void
edit_person (World *world, gint64 id)
{
  g_autoptr (DeskRecord) person
      = id != 0 ? desk_fixture_get (&world->base, DESK_KIND_PERSON, id) : desk_record_new (DESK_KIND_PERSON);
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (desk_record_free);
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (desk_record_free);
  g_autofree char *name = random_name (world);
  DeskPersonInput in = { .person = (DeskPerson *) person, .phones = phones };

  ((DeskPerson *) person)->kind = DESK_PERSON_KIND_NATURAL;
  if (id == 0 || pick (world, 2) == 0)
    desk_text_set (&((DeskPerson *) person)->name, name);
  for (int i = pick (world, 3); i > 0; i--)
    {
      DeskPhone *phone = desk_record_new (DESK_KIND_PHONE);

      phone->kind = DESK_PHONE_KIND_MOBILE;
      phone->number = random_phone (world);
      g_ptr_array_add (phones, phone);
    }
  if (pick (world, 3) == 0)
    {
      DeskDocument *document = desk_record_new (DESK_KIND_DOCUMENT);

      document->kind = DESK_DOCUMENT_KIND_PASSPORT;
      document->number = g_strdup_printf ("E%08d", pick (world, 100000000));
      g_ptr_array_add (documents, document);
      in.documents = documents;
    }
  run (world, DESK_USE_CASE_SAVE_PERSON, &in);
}

static void
edit_unit (World *world, gint64 id)
{
  g_autoptr (DeskRecord) record
      = id != 0 ? desk_fixture_get (&world->base, DESK_KIND_UNIT, id) : desk_record_new (DESK_KIND_UNIT);
  DeskUnit *unit = (DeskUnit *) record;
  DeskRecordInput in = { .record = record };
  g_autofree char *room = pick (world, 2) == 0 ? g_strdup (ONE_OF (world, rooms)) : g_strdup_printf ("%d", pick (world, 3000));

  unit->building_id = world->buildings[pick (world, 3)];
  unit->entrance_id = 0;
  unit->kind = DESK_UNIT_KIND_ROOM;
  unit->state = DESK_STATE_LIVED_IN;
  desk_text_set (&unit->room, room);
  if (pick (world, 4) == 0)
    unit->building_id = 0;
  run (world, DESK_USE_CASE_SAVE_UNIT, &in);
}

static void
edit_building (World *world)
{
  g_autoptr (DeskRecord) record = desk_fixture_get (&world->base, DESK_KIND_BUILDING, world->buildings[pick (world, 3)]);
  g_autofree char *code = g_strdup_printf ("%d%s", pick (world, 20) + 1, pick (world, 5) == 0 ? "A" : "");
  DeskRecordInput in = { .record = record };

  desk_text_set (&((DeskBuilding *) record)->code, code);
  run (world, DESK_USE_CASE_SAVE_BUILDING, &in);
}

static void
edit_occupancy (World *world, gint64 id)
{
  g_autoptr (DeskRecord) record
      = id != 0 ? desk_fixture_get (&world->base, DESK_KIND_OCCUPANCY, id) : desk_record_new (DESK_KIND_OCCUPANCY);
  DeskOccupancy *occupancy = (DeskOccupancy *) record;
  DeskRecordInput in = { .record = record };

  if (id != 0)
    occupancy->to_day = 20250601;
  else
    *occupancy = (DeskOccupancy){ .record = { .kind = DESK_KIND_OCCUPANCY },
                                  .unit_id = random_id (world, "unit"),
                                  .person_id = random_id (world, "person"),
                                  .role = DESK_ROLE_OWNER + pick (world, 6),
                                  .from_day = pick (world, 5) == 0 ? 20300101 : 20200101 };
  run (world, DESK_USE_CASE_SAVE_OCCUPANCY, &in);
}

static void
edit_vehicle (World *world, gint64 id)
{
  g_autoptr (DeskRecord) record
      = id != 0 ? desk_fixture_get (&world->base, DESK_KIND_VEHICLE, id) : desk_record_new (DESK_KIND_VEHICLE);
  DeskVehicle *vehicle = (DeskVehicle *) record;
  DeskRecordInput in = { .record = record };

  desk_text_set (&vehicle->plate, ONE_OF (world, plates));
  vehicle->person_id = random_id (world, "person");
  vehicle->unit_id = pick (world, 2) == 0 ? random_id (world, "unit") : 0;
  run (world, DESK_USE_CASE_SAVE_VEHICLE, &in);
}

static void
take_away (World *world, DeskKind kind, DeskUseCase use_case)
{
  gint64 id = random_id (world, desk_kind_nick (kind));
  g_autoptr (DeskRecord) record = id != 0 ? desk_fixture_get (&world->base, kind, id) : NULL;
  DeskRemoveInput in = { .id = id, .version = record != NULL ? record->version : 0 };

  if (record != NULL)
    run (world, use_case, &in);
}

static void
merge (World *world)
{
  DeskMergeInput in = { .keep_id = random_id (world, "person"), .lose_id = random_id (world, "person") };

  run (world, DESK_USE_CASE_MERGE_PEOPLE, &in);
}

static void
undo (World *world)
{
  DeskUndoInput in = { .act_id = world->last_act };

  if (in.act_id != 0)
    run (world, DESK_USE_CASE_UNDO_ACT, &in);
}

static void
edit (World *world)
{
  int what = pick (world, 20);

  if (what < 5)
    edit_person (world, what < 3 ? 0 : random_id (world, "person WHERE merged_into IS NULL"));
  else if (what < 8)
    edit_unit (world, what < 7 ? 0 : random_id (world, "unit"));
  else if (what < 11)
    edit_occupancy (world, what < 10 ? 0 : random_id (world, "occupancy WHERE to_day = 0 AND from_day < 20250101"));
  else if (what < 13)
    edit_vehicle (world, what < 12 ? 0 : random_id (world, "vehicle"));
  else if (what == 13)
    edit_building (world);
  else if (what == 14)
    merge (world);
  else if (what < 17)
    undo (world);
  else if (what == 17)
    take_away (world, DESK_KIND_PERSON, DESK_USE_CASE_REMOVE_PERSON);
  else if (what == 18)
    take_away (world, DESK_KIND_UNIT, DESK_USE_CASE_REMOVE_UNIT);
  else if (pick (world, 2) == 0)
    take_away (world, DESK_KIND_VEHICLE, DESK_USE_CASE_REMOVE_VEHICLE);
  else
    take_away (world, DESK_KIND_OCCUPANCY, DESK_USE_CASE_REMOVE_OCCUPANCY);
}

/* One to six characters of something that is there, or of nothing. */
static char *
cut (World *world, const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  glong from = n > 0 && pick (world, 3) == 0 ? pick (world, (int) n) : 0;
  glong to = from + 1 + pick (world, 6);

  return g_utf8_substring (text, from, MIN (n, to));
}

static char *
random_piece (World *world, SearchOracle *oracle)
{
  static const char *const any[] = { "1", "0", "z", "3-", "2栋", "3#", "张", "-", "？", "lyu", "zhsf", "%", "x1" };

  if (pick (world, 12) == 0)
    return g_strdup (ONE_OF (world, any));
  return cut (world, search_oracle_random_text (oracle, world->random));
}

static char *
random_query (World *world, SearchOracle *oracle)
{
  g_autofree char *first = random_piece (world, oracle);
  g_autofree char *second = NULL;
  const char *unit, *person;

  if (pick (world, 5) != 0)
    return g_steal_pointer (&first);
  if (pick (world, 2) == 0 && search_oracle_random_home (oracle, world->random, &unit, &person))
    {
      g_free (first);
      first = cut (world, unit);
      second = cut (world, person);
      return pick (world, 2) == 0 ? g_strjoin (" ", first, second, NULL) : g_strjoin (" ", second, first, NULL);
    }
  second = random_piece (world, oracle);
  return g_strjoin (pick (world, 4) == 0 ? "  " : " ", first, second, NULL);
}

/* What a list of @limit keeps of @all: the best, but of every kind at least an eighth of the list where there is so
 * much. */
static GArray *
keep_best (GArray *all, guint limit)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (OracleHit));
  gint64 owed[DESK_N_KINDS] = { 0 };
  gint64 n_owed = 0;

  for (guint i = 0; i < all->len; i++)
    {
      gint64 *of_kind = &owed[g_array_index (all, OracleHit, i).kind];

      if (*of_kind < limit / 8)
        {
          (*of_kind)++;
          n_owed++;
        }
    }
  for (guint i = 0; i < all->len && kept->len < limit; i++)
    {
      OracleHit hit = g_array_index (all, OracleHit, i);

      if (owed[hit.kind] == 0 && limit - kept->len <= n_owed)
        continue;
      if (owed[hit.kind] > 0)
        {
          owed[hit.kind]--;
          n_owed--;
        }
      g_array_append_val (kept, hit);
    }
  return kept;
}

static void
compare (World *world, SearchOracle *oracle, const char *text)
{
  static const guint limits[] = { 1, 7, 16, 50, 1000 };
  DeskSearchInput in = { .text = (char *) text, .limit = limits[pick (world, G_N_ELEMENTS (limits))] };
  g_autoptr (GArray) all = search_oracle_find (oracle, text);
  g_autoptr (GArray) wanted = keep_best (all, in.limit);
  gint64 counts[DESK_N_KINDS] = { 0 };
  g_autoptr (GError) error = NULL;
  DeskHits hits = { 0 };

  desk_search (world->base.service, world->base.actor, &in, &hits, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    counts[g_array_index (all, OracleHit, i).kind]++;
  for (guint kind = 0; kind < DESK_N_KINDS; kind++)
    if (hits.counts[kind] != MIN (counts[kind], (gint64) in.limit))
      g_error ("«%s», limit %u: %" G_GINT64_FORMAT " of kind %u, wanted %" G_GINT64_FORMAT, text, in.limit,
               hits.counts[kind], kind, MIN (counts[kind], (gint64) in.limit));
  if (hits.hits->len != wanted->len)
    g_error ("«%s», limit %u: %u hits, wanted %u", text, in.limit, hits.hits->len, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      const DeskHit *hit = hits.hits->pdata[i];
      const OracleHit *want = &g_array_index (wanted, OracleHit, i);

      if (hit->kind != want->kind || hit->id != want->id || hit->why != want->why)
        g_error ("«%s», limit %u: hit %u is %s %" G_GINT64_FORMAT " by %u, wanted %s %" G_GINT64_FORMAT " by %u", text,
                 in.limit, i, desk_kind_nick (hit->kind), hit->id, hit->why, desk_kind_nick (want->kind), want->id,
                 want->why);
    }
  desk_hits_clear (&hits);
}

static guint
from_environment (const char *name, guint otherwise)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint) strtoul (value, NULL, 10) : otherwise;
}

static void
test_differential (World *world, gconstpointer data)
{
  guint n_queries = from_environment ("DESK_QUERIES", 3000);
  guint seed = from_environment ("DESK_SEED", g_test_rand_int ());
  static const char *const codes[] = { "3", "11", "15" };

  g_test_message ("seed %u, %u queries", seed, n_queries);
  world->random = g_rand_new_with_seed (seed);
  desk_fixture_community (&world->base);
  for (guint i = 0; i < 3; i++)
    world->buildings[i] = desk_fixture_building (&world->base, codes[i]);
  for (guint i = 0; i < FIRST_EDITS; i++)
    edit (world);
  for (guint done = 0; done < n_queries; done += ROUND_QUERIES)
    {
      g_autoptr (SearchOracle) oracle = NULL;

      for (guint i = 0; i < ROUND_EDITS; i++)
        edit (world);
      oracle = search_oracle_new (world->base.path, desk_service_today (world->base.service));
      for (guint i = 0; i < ROUND_QUERIES; i++)
        {
          g_autofree char *text = random_query (world, oracle);

          compare (world, oracle, text);
        }
    }
  g_rand_free (world->random);
}

static void
set_up (World *world, gconstpointer data)
{
  desk_fixture_set_up (&world->base);
}

static void
tear_down (World *world, gconstpointer data)
{
  desk_fixture_tear_down (&world->base);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/search/differential", World, NULL, set_up, test_differential, tear_down);
  return g_test_run ();
}
