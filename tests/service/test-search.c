/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"
#include "desk-search-key.h"

/* Search as people type: one small house, and what each text must find first. */

typedef struct
{
  DeskFixture base;
  gint64 unit; /* 3-2-1501 */
  gint64 zhang;
} World;

static gint64
add_vehicle (DeskFixture *fixture, gint64 person_id, gint64 unit_id, const char *plate, const char *description)
{
  DeskVehicle vehicle = { .record = { .kind = DESK_KIND_VEHICLE },
                          .person_id = person_id,
                          .unit_id = unit_id,
                          .plate = (char *) plate,
                          .description = (char *) description };

  return desk_fixture_save (fixture, DESK_USE_CASE_SAVE_VEHICLE, &vehicle);
}

static void
add_document (DeskFixture *fixture, gint64 person_id, const char *number)
{
  g_autoptr (DeskRecord) person = desk_fixture_get (fixture, DESK_KIND_PERSON, person_id);
  DeskDocument row = { .record = { .kind = DESK_KIND_DOCUMENT },
                       .kind = DESK_DOCUMENT_KIND_PASSPORT,
                       .number = (char *) number };
  g_autoptr (GPtrArray) phones = g_ptr_array_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  DeskPersonInput in = { .person = (DeskPerson *) person, .phones = phones, .documents = documents };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };

  g_ptr_array_add (documents, &row);
  desk_save_person (fixture->service, fixture->actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

static const char *const others[] = {
  "单雄信", "万俟卨", "覃勇", "尉迟恭", "区志明", "仇英", "查良镛", "朴树", "盖叫天", "乐嘉", "歐陽震華", "John Smith",
};

static void
set_up (World *world, gconstpointer data)
{
  DeskFixture *fixture = &world->base;
  gint64 building, entrance, other;

  desk_fixture_set_up (fixture);
  desk_fixture_community (fixture);
  building = desk_fixture_building (fixture, "3");
  entrance = desk_fixture_entrance (fixture, building, "2");
  world->unit = desk_fixture_unit (fixture, building, entrance, "1501");
  other = desk_fixture_unit (fixture, building, entrance, "1502");
  desk_fixture_unit (fixture, building, entrance, "0301");
  building = desk_fixture_building (fixture, "15");
  desk_fixture_unit (fixture, building, 0, "203");
  desk_fixture_space (fixture, "B1-023");
  world->zhang = desk_fixture_person (fixture, "张淑芬", "13812345678");
  desk_fixture_occupancy (fixture, world->unit, world->zhang, DESK_ROLE_OWNER, 20210618, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gint64 id = desk_fixture_person (fixture, others[i], NULL);

      if (i == 0)
        desk_fixture_occupancy (fixture, other, id, DESK_ROLE_TENANT, 20240101, 0);
      if (i == 5)
        add_document (fixture, id, "E12345901");
    }
  desk_fixture_person (fixture, "黄志强", "13977771501");
  add_vehicle (fixture, world->zhang, world->unit, "浙A·1501X", "白色轿车");
}

static void
tear_down (World *world, gconstpointer data)
{
  desk_fixture_tear_down (&world->base);
}

static void
search (World *world, const char *text, guint limit, DeskKind kind, DeskHits *hits)
{
  DeskSearchInput in = { .text = (char *) text, .limit = limit, .kind = kind };
  g_autoptr (GError) error = NULL;

  desk_search (world->base.service, world->base.actor, &in, hits, &error);
  g_assert_no_error (error);
}

static const struct
{
  const char *typed;
  DeskKind kind;
  const char *title;  /* of the first hit; NULL: nothing is found */
  DeskSearchWhy why;
  const char *matched;
  const char *unit;
  const char *detail;
} cases[] = {
  /* every spelling of a room */
  { "3-2-1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL, "3-2-1501", "3-2-1501", "张淑芬" },
  { "3栋2单元1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL, "3-2-1501", "3-2-1501", "张淑芬" },
  { "3#2-1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL, "3-2-1501", "3-2-1501", "张淑芬" },
  { "3#1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL_SHORT, NULL, "3-2-1501", "张淑芬" },
  { "3号楼2单元1501室", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL, "3-2-1501", "3-2-1501", "张淑芬" },
  { "３－２－１５０１", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL, "3-2-1501", "3-2-1501", "张淑芬" },
  { "1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_ROOM, "1501", "3-2-1501", "张淑芬" },
  { "2-1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_ROOM, "2-1501", "3-2-1501", "张淑芬" },
  { "321501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL_SHORT, "3-2-1501", "3-2-1501", "张淑芬" },
  { "301", DESK_KIND_UNIT, "3-2-0301", DESK_SEARCH_WHY_ROOM, "301", "3-2-0301", "" },
  { "b1-023", DESK_KIND_UNIT, "B1-023", DESK_SEARCH_WHY_LABEL, "B1-023", "B1-023", "" },
  { "203", DESK_KIND_UNIT, "15-203", DESK_SEARCH_WHY_ROOM, "203", "15-203", "" },
  /* names: characters, pinyin, initials, traditional and simplified */
  { "张淑芬", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_NAME, "张淑芬", "3-2-1501", "138****5678" },
  { "淑芬", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_NAME_PART, "淑芬", "3-2-1501", "138****5678" },
  { "zsf", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_INITIALS, "张淑芬", "3-2-1501", "138****5678" },
  { "zhangshufen", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_PINYIN, "张淑芬", "3-2-1501", "138****5678" },
  { "zhang shu", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_PINYIN, "张淑", "3-2-1501", "138****5678" },
  { "zhangsf", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_INITIALS, "张淑芬", "3-2-1501", "138****5678" },
  { "sxx", DESK_KIND_PERSON, "单雄信", DESK_SEARCH_WHY_INITIALS, "单雄信", "3-2-1502", "" },
  { "shan", DESK_KIND_PERSON, "单雄信", DESK_SEARCH_WHY_PINYIN, "单", "3-2-1502", "" },
  { "mq", DESK_KIND_PERSON, "万俟卨", DESK_SEARCH_WHY_INITIALS, "万俟", NULL, "" },
  { "moqi", DESK_KIND_PERSON, "万俟卨", DESK_SEARCH_WHY_PINYIN, "万俟", NULL, "" },
  { "qiny", DESK_KIND_PERSON, "覃勇", DESK_SEARCH_WHY_INITIALS, "覃勇", NULL, "" },
  { "tany", DESK_KIND_PERSON, "覃勇", DESK_SEARCH_WHY_INITIALS, "覃勇", NULL, "" },
  { "yuchi", DESK_KIND_PERSON, "尉迟恭", DESK_SEARCH_WHY_PINYIN, "尉迟", NULL, "" },
  { "ou z", DESK_KIND_PERSON, "区志明", DESK_SEARCH_WHY_PINYIN, "区志", NULL, "" },
  { "qiuy", DESK_KIND_PERSON, "仇英", DESK_SEARCH_WHY_INITIALS, "仇英", NULL, "" },
  { "zhal", DESK_KIND_PERSON, "查良镛", DESK_SEARCH_WHY_PINYIN, "查良", NULL, "" },
  { "piao", DESK_KIND_PERSON, "朴树", DESK_SEARCH_WHY_PINYIN, "朴", NULL, "" },
  { "gej", DESK_KIND_PERSON, "盖叫天", DESK_SEARCH_WHY_PINYIN, "盖叫", NULL, "" },
  { "yuej", DESK_KIND_PERSON, "乐嘉", DESK_SEARCH_WHY_INITIALS, "乐嘉", NULL, "" },
  { "欧阳震华", DESK_KIND_PERSON, "歐陽震華", DESK_SEARCH_WHY_NAME, "歐陽震華", NULL, "" },
  { "ouy", DESK_KIND_PERSON, "歐陽震華", DESK_SEARCH_WHY_PINYIN, "歐陽", NULL, "" },
  { "smith", DESK_KIND_PERSON, "John Smith", DESK_SEARCH_WHY_NAME_PART, "Smith", NULL, "" },
  /* numbers */
  { "138", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_PHONE, "138", "3-2-1501", "138****5678" },
  { "5678", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_PHONE_TAIL, "5678", "3-2-1501", "138****5678" },
  { "１３８１２３４５６７８", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_PHONE, "138****5678", "3-2-1501", "138****5678" },
  { "浙A15", DESK_KIND_VEHICLE, "浙A·1501X", DESK_SEARCH_WHY_PLATE, "浙A·15", "3-2-1501", "张淑芬 白色轿车" },
  { "501x", DESK_KIND_VEHICLE, "浙A·1501X", DESK_SEARCH_WHY_PLATE_TAIL, "501X", "3-2-1501", "张淑芬 白色轿车" },
  { "5901", DESK_KIND_PERSON, "仇英", DESK_SEARCH_WHY_DOCUMENT, "5901", NULL, "****5901" },
  /* several terms */
  { "3-2-1501 张", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_LABEL, "3-2-1501", "3-2-1501", "张淑芬" },
  { "张 1501", DESK_KIND_UNIT, "3-2-1501", DESK_SEARCH_WHY_ROOM, "1501", "3-2-1501", "张淑芬" },
  { "张　浙a15", DESK_KIND_PERSON, "张淑芬", DESK_SEARCH_WHY_NAME, "张", "3-2-1501", "138****5678" },
  /* nothing */
  { "单 1501", DESK_KIND_NONE, NULL, 0, NULL, NULL, NULL },
  { "不存在", DESK_KIND_NONE, NULL, 0, NULL, NULL, NULL },
  { "  ", DESK_KIND_NONE, NULL, 0, NULL, NULL, NULL },
  { "", DESK_KIND_NONE, NULL, 0, NULL, NULL, NULL },
  { "%", DESK_KIND_NONE, NULL, 0, NULL, NULL, NULL },
  { "'; DROP TABLE person; --", DESK_KIND_NONE, NULL, 0, NULL, NULL, NULL },
};

static void
test_examples (World *world, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskHits hits = { 0 };
      const DeskHit *first;

      g_test_message ("%s", cases[i].typed);
      search (world, cases[i].typed, 0, DESK_KIND_NONE, &hits);
      g_assert_cmpint (hits.hits->len > 0, ==, cases[i].title != NULL);
      first = hits.hits->len > 0 ? hits.hits->pdata[0] : NULL;
      if (first != NULL)
        {
          g_assert_cmpstr (first->title, ==, cases[i].title);
          g_assert_cmpint (first->kind, ==, cases[i].kind);
          g_assert_cmpuint (first->why, ==, cases[i].why);
          g_assert_cmpstr (first->matched, ==, cases[i].matched);
          g_assert_cmpstr (first->unit, ==, cases[i].unit);
          g_assert_cmpstr (first->detail, ==, cases[i].detail);
          g_assert_cmpint (first->unit_id != 0, ==, cases[i].unit != NULL);
        }
      desk_hits_clear (&hits);
    }
}

/* 1501: the room first, then the car and the phone; each kind counted, each alone when asked for. */
static void
test_kinds (World *world, gconstpointer data)
{
  DeskHits hits = { 0 };

  search (world, "1501", 0, DESK_KIND_NONE, &hits);
  g_assert_cmpint (hits.counts[DESK_KIND_UNIT], ==, 1);
  g_assert_cmpint (hits.counts[DESK_KIND_PERSON], ==, 1);
  g_assert_cmpint (hits.counts[DESK_KIND_VEHICLE], ==, 1);
  g_assert_cmpuint (hits.hits->len, ==, 3);
  g_assert_cmpint (((DeskHit *) hits.hits->pdata[0])->kind, ==, DESK_KIND_UNIT);
  desk_hits_clear (&hits);
  search (world, "1501", 0, DESK_KIND_PERSON, &hits);
  g_assert_cmpuint (hits.hits->len, ==, 1);
  g_assert_cmpstr (((DeskHit *) hits.hits->pdata[0])->title, ==, "黄志强");
  g_assert_cmpstr (((DeskHit *) hits.hits->pdata[0])->detail, ==, "139****1501");
  desk_hits_clear (&hits);
  search (world, "1501", 1, DESK_KIND_NONE, &hits);
  g_assert_cmpuint (hits.hits->len, ==, 1);
  g_assert_cmpint (hits.counts[DESK_KIND_VEHICLE], ==, 1);
  desk_hits_clear (&hits);
}

/* Several terms: the room, who of that name lives there and the car; not the neighbour of another name. */
static void
test_terms (World *world, gconstpointer data)
{
  static const struct
  {
    DeskKind kind;
    const char *title;
  } wanted[] = {
    { DESK_KIND_UNIT, "3-2-1501" },
    { DESK_KIND_PERSON, "张淑芬" },
    { DESK_KIND_VEHICLE, "浙A·1501X" },
  };
  static const char *const typed[] = { "1501 张", "张 1501", "1501　zsf", "  zhang   1501 " };
  gint64 wife = desk_fixture_person (&world->base, "陈建平", NULL);

  desk_fixture_occupancy (&world->base, world->unit, wife, DESK_ROLE_FAMILY, 20210618, 0);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      DeskHits hits = { 0 };

      search (world, typed[i], 0, DESK_KIND_NONE, &hits);
      g_assert_cmpuint (hits.hits->len, ==, G_N_ELEMENTS (wanted));
      for (guint k = 0; k < hits.hits->len; k++)
        {
          g_assert_cmpint (((DeskHit *) hits.hits->pdata[k])->kind, ==, wanted[k].kind);
          g_assert_cmpstr (((DeskHit *) hits.hits->pdata[k])->title, ==, wanted[k].title);
        }
      desk_hits_clear (&hits);
    }
}

/* Many rooms do not crowd out the one person. */
static void
test_share (World *world, gconstpointer data)
{
  DeskHits hits = { 0 };
  guint n_people = 0;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *room = g_strdup_printf ("C-1501%02d", i);

      desk_fixture_space (&world->base, room);
    }
  search (world, "1501", 16, DESK_KIND_NONE, &hits);
  g_assert_cmpuint (hits.hits->len, ==, 16);
  for (guint i = 0; i < hits.hits->len; i++)
    n_people += ((DeskHit *) hits.hits->pdata[i])->kind == DESK_KIND_PERSON ? 1 : 0;
  g_assert_cmpuint (n_people, ==, 1);
  g_assert_cmpint (hits.counts[DESK_KIND_UNIT], ==, 16); /* as far as the limit goes */
  desk_hits_clear (&hits);
}

/* A merged person is not found; the phone that stayed with it leads to the one who is kept. */
static void
test_merged (World *world, gconstpointer data)
{
  gint64 other = desk_fixture_person (&world->base, "章淑芬", "13812345678");
  DeskMergeInput in = { .keep_id = world->zhang, .lose_id = other };
  g_autoptr (GError) error = NULL;
  DeskSaved saved = { 0 };
  DeskHits hits = { 0 };

  desk_merge_people (world->base.service, world->base.actor, &in, &saved, &error);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
  search (world, "章淑芬", 0, DESK_KIND_NONE, &hits);
  g_assert_cmpuint (hits.hits->len, ==, 0);
  desk_hits_clear (&hits);
  search (world, "5678", 0, DESK_KIND_NONE, &hits);
  g_assert_cmpuint (hits.hits->len, ==, 1);
  g_assert_cmpint (((DeskHit *) hits.hits->pdata[0])->id, ==, world->zhang);
  desk_hits_clear (&hits);
}

/* Whole phone and document numbers stay inside. */
static void
test_masked (World *world, gconstpointer data)
{
  static const char *const typed[] = { "13812345678", "zsf", "5901", "1501" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      DeskHits hits = { 0 };

      search (world, typed[i], 0, DESK_KIND_NONE, &hits);
      g_assert_cmpuint (hits.hits->len, >, 0);
      for (guint k = 0; k < hits.hits->len; k++)
        {
          const DeskHit *hit = hits.hits->pdata[k];

          g_assert_null (strstr (hit->detail, "12345"));
          g_assert_null (strstr (hit->matched != NULL ? hit->matched : "", "12345"));
        }
      desk_hits_clear (&hits);
    }
}

#define ADD(path, func) g_test_add (path, World, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/examples", test_examples);
  ADD ("/search/kinds", test_kinds);
  ADD ("/search/terms", test_terms);
  ADD ("/search/share", test_share);
  ADD ("/search/merged", test_merged);
  ADD ("/search/masked", test_masked);
  return g_test_run ();
}
