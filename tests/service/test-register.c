/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-rule.h"
#include "desk-sample.h"

/* The house and its units: what is refused, with which words, and what follows from a change. */

typedef struct
{
  DeskFixture base;
  DeskSampleWorld world;
} Register;

static void
set_up (Register *self, gconstpointer data)
{
  desk_fixture_set_up (&self->base);
  desk_sample_world (&self->base, &self->world);
}

static void
tear_down (Register *self, gconstpointer data)
{
  desk_fixture_tear_down (&self->base);
}

/* Runs @use_case, frees @in. Returns: the error, or NULL; @id: (out) (optional). */
static GError *
run (Register *self, DeskUseCase use_case, gpointer in, gint64 *id)
{
  DeskSaved saved = { 0 };
  GError *error = NULL;

  desk_use_case_run (self->base.service, use_case, self->base.actor, in, &saved, &error);
  if (id != NULL)
    *id = saved.id;
  desk_saved_clear (&saved);
  desk_use_case_free_input (use_case, in);
  return error;
}

/* It is refused for this reason in this field, and the store is as it was. */
static void
assert_refused (Register *self, DeskUseCase use_case, gpointer in, DeskErrorCode code, DeskProblemCode problem,
                const char *field)
{
  g_autofree char *before = desk_dump (self->base.path, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = run (self, use_case, in, NULL);

  desk_assert_problem (error, code, problem);
  g_assert_cmpstr (desk_error_get_problem (error)->field, ==, field);
  after = desk_dump (self->base.path, TRUE);
  desk_assert_same_dump (before, after);
}

static gpointer
unit_input (Register *self, gint64 building, gint64 entrance, const char *room)
{
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT }, .building_id = building, .entrance_id = entrance,
                    .kind = DESK_UNIT_KIND_ROOM, .floor = 15, .room = (char *) room, .state = DESK_STATE_READY };

  return desk_record_input_new (NULL, &unit);
}

/* 3-2-1501 in every way somebody may type it is one unit. */
static void
test_label_taken (Register *self, gconstpointer data)
{
  static const char *const rooms[] = { "1501", "１５０１", " 1501 ", "1501室" };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    assert_refused (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, self->world.building, self->world.entrance, rooms[i]),
                    DESK_ERROR_INVALID, DESK_PROBLEM_LABEL_TAKEN, "room");
  assert_refused (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, self->world.building, 0, "2-1501"), DESK_ERROR_INVALID,
                  DESK_PROBLEM_LABEL_TAKEN, "room");
  assert_refused (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, 0, 0, "b1-023"), DESK_ERROR_INVALID,
                  DESK_PROBLEM_LABEL_TAKEN, "room");
}

static void
test_place (Register *self, gconstpointer data)
{
  gint64 far = desk_fixture_entrance (&self->base, self->world.other_building, "6");

  assert_refused (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, self->world.building, far, "101"), DESK_ERROR_INVALID,
                  DESK_PROBLEM_ENTRANCE_ELSEWHERE, "entrance_id");
  assert_refused (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, 0, far, "101"), DESK_ERROR_INVALID,
                  DESK_PROBLEM_ENTRANCE_ELSEWHERE, "entrance_id");
  assert_refused (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, 4711, 0, "101"), DESK_ERROR_NOT_FOUND,
                  DESK_PROBLEM_GONE, NULL);
}

/* Changes one field of a unit that is otherwise good, and says what is wrong with it. */
typedef struct
{
  const char *field;
  const char *text; /* or */
  gint64 number;
  DeskProblemCode problem;
} Bad;

static const Bad bad_units[] = {
  { "room", "", 0, DESK_PROBLEM_EMPTY },
  { "room", " \xe3\x80\x80 ", 0, DESK_PROBLEM_EMPTY },
  { "room", "123456789012345678901", 0, DESK_PROBLEM_TOO_LONG },
  { "room", "15\x01", 0, DESK_PROBLEM_CONTROL_CHARACTER },
  { "room", "15\n01", 0, DESK_PROBLEM_CONTROL_CHARACTER },
  { "room", "\xff\xfe", 0, DESK_PROBLEM_CONTROL_CHARACTER },
  { "note", "\xe2\x80\xae反过来", 0, DESK_PROBLEM_CONTROL_CHARACTER },
  { "floor", NULL, 201, DESK_PROBLEM_OUT_OF_RANGE },
  { "floor", NULL, -21, DESK_PROBLEM_OUT_OF_RANGE },
  { "built_area", NULL, -1, DESK_PROBLEM_OUT_OF_RANGE },
  { "built_area", NULL, 100000000, DESK_PROBLEM_OUT_OF_RANGE },
  { "inner_area", NULL, 1000000000, DESK_PROBLEM_OUT_OF_RANGE },
  { "inner_area", NULL, 11848, DESK_PROBLEM_INNER_ABOVE_BUILT },
  { "kind", NULL, 4, DESK_PROBLEM_UNKNOWN_CHOICE },
  { "delivered_on", NULL, 20250230, DESK_PROBLEM_NOT_A_DAY },
  { "deemed_on", NULL, 1, DESK_PROBLEM_NOT_A_DAY },
};

static void
test_bad_units (Register *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_units); i++)
    {
      g_autoptr (DeskRecord) unit = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
      const DeskFieldSpec *field = desk_record_find_field (DESK_KIND_UNIT, bad_units[i].field);

      if (bad_units[i].text != NULL)
        desk_record_set_text (unit, field, bad_units[i].text);
      else
        desk_record_set_int (unit, field, bad_units[i].number);
      assert_refused (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, unit), DESK_ERROR_INVALID,
                      bad_units[i].problem, bad_units[i].field);
    }
}

/* What is typed into an area: 0 and 10,000,000 are refused, an empty entry is unknown. */
static void
test_area (void)
{
  static const struct
  {
    const char *text;
    gint64 area; /* -1: refused */
    DeskProblemCode problem;
  } cases[] = {
    { "118.47", 11847, 0 },
    { "１１８．４７", 11847, 0 },
    { "1,118.5", 111850, 0 },
    { "", 0, 0 },
    { "0.01", 1, 0 },
    { "999999.99", 99999999, 0 },
    { "0", -1, DESK_PROBLEM_OUT_OF_RANGE },
    { "10000000", -1, DESK_PROBLEM_OUT_OF_RANGE },
    { "1000000", -1, DESK_PROBLEM_OUT_OF_RANGE },
    { "-3", -1, DESK_PROBLEM_OUT_OF_RANGE },
    { "118.475", -1, DESK_PROBLEM_NOT_A_NUMBER },
    { "118平", -1, DESK_PROBLEM_NOT_A_NUMBER },
    { "1e3", -1, DESK_PROBLEM_NOT_A_NUMBER },
    { "99999999999999999999", -1, DESK_PROBLEM_NOT_A_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      gint64 area = 7;
      gboolean ok = desk_rule_parse_area (cases[i].text, "built_area", &area, problems);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ok, ==, cases[i].area >= 0);
      g_assert_cmpint (area, ==, MAX (cases[i].area, 0));
      g_assert_cmpint (problems->len, ==, ok ? 0 : 1);
      if (!ok)
        g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, cases[i].problem);
    }
}

/* Whoever saves over somebody else's change is told who and when; the form can be filled anew and saved. */
static void
test_stale (Register *self, gconstpointer data)
{
  g_autoptr (DeskRecord) mine = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  g_autoptr (DeskRecord) theirs = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);
  g_autoptr (DeskActor) wang = NULL;
  g_autoptr (GError) error = NULL;
  DeskRecordInput in = { { NULL }, theirs };
  DeskSaved saved = { 0 };

  desk_tamper (self->base.path, "INSERT INTO staff (login, name, roles) VALUES ('wang', '王敏', 63)");
  wang = desk_actor_new (desk_fixture_count (&self->base, "SELECT max(id) FROM staff"), "王敏", 63, NULL, 0);
  desk_clock_set (self->base.clock, DESK_FIXTURE_NOW + 3660);
  ((DeskUnit *) theirs)->built_area = 12000;
  g_assert_true (desk_save_unit (self->base.service, wang, &in, &saved, &error));
  ((DeskUnit *) mine)->built_area = 13000;
  error = run (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, mine), NULL);
  desk_assert_problem (error, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE);
  g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, "王敏");
  g_assert_cmpstr (desk_error_get_problem (error)->args[1], ==, "2025-11-21 11:01");
  g_clear_error (&error);
  mine->version = saved.version;
  error = run (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, mine), NULL);
  g_assert_no_error (error);
  desk_saved_clear (&saved);
}

/* A building's new code stands in its units' labels, and search knows the new ones alone. */
static void
test_rename (Register *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean before, after;
  } cases[] = { { "3-2-1501", TRUE, FALSE }, { "8-2-1501", FALSE, TRUE }, { "8栋2单元1501", FALSE, TRUE }, { "1501", TRUE, TRUE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecord) open = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.unit);

  for (int renamed = 0; renamed < 2; renamed++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          DeskSearchInput in = { .text = (char *) cases[i].text, .limit = 20, .kind = DESK_KIND_UNIT };
          DeskHits hits = { 0 };
          gboolean found = FALSE;

          g_assert_true (desk_search (self->base.service, self->base.actor, &in, &hits, &error));
          for (guint k = 0; k < hits.hits->len; k++)
            found = found || ((DeskHit *) hits.hits->pdata[k])->id == self->world.unit;
          g_assert_cmpint (found, ==, renamed ? cases[i].after : cases[i].before);
          desk_hits_clear (&hits);
        }
      if (renamed == 0)
        error = run (self, DESK_USE_CASE_SAVE_BUILDING,
                     desk_sample_input (&self->base, &self->world, DESK_USE_CASE_SAVE_BUILDING, NULL), NULL);
      g_assert_no_error (error);
    }
  /* Whoever had the unit open meanwhile typed nothing that got lost. */
  ((DeskUnit *) open)->built_area = 12345;
  error = run (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, open), NULL);
  g_assert_no_error (error);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit WHERE label = '8-2-1501' AND built_area = 12345"),
                   ==, 1);
}

/* A code that would give two units one label is refused. */
static void
test_rename_taken (Register *self, gconstpointer data)
{
  g_autoptr (DeskRecord) building = desk_fixture_get (&self->base, DESK_KIND_BUILDING, self->world.building);

  desk_text_set (&((DeskBuilding *) building)->code, "５");
  assert_refused (self, DESK_USE_CASE_SAVE_BUILDING, desk_record_input_new (NULL, building), DESK_ERROR_INVALID,
                  DESK_PROBLEM_NAME_TAKEN, "code");
  desk_fixture_unit (&self->base, 0, 0, "9-2-1501");
  desk_text_set (&((DeskBuilding *) building)->code, "9");
  assert_refused (self, DESK_USE_CASE_SAVE_BUILDING, desk_record_input_new (NULL, building), DESK_ERROR_INVALID,
                  DESK_PROBLEM_LABEL_TAKEN, "code");
}

/* Ids of what was removed are never given to something else. */
static void
test_ids (Register *self, gconstpointer data)
{
  gint64 last = 0;

  for (int i = 0; i < 4; i++)
    {
      gint64 id = desk_fixture_unit (&self->base, self->world.building, 0, "101");
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (id, >, last);
      last = id;
      error = run (self, DESK_USE_CASE_REMOVE_UNIT, desk_remove_input_new (NULL, id, 1), NULL);
      g_assert_no_error (error);
    }
}

static void
test_state (Register *self, gconstpointer data)
{
  static const struct
  {
    gint64 state;
    DeskDay day;
    DeskProblemCode problem;
    const char *field;
  } bad[] = {
    { DESK_STATE_LET, 0, DESK_PROBLEM_EMPTY, "from_day" },
    { DESK_STATE_LET, 20250230, DESK_PROBLEM_NOT_A_DAY, "from_day" },
    { 8, 20251121, DESK_PROBLEM_UNKNOWN_CHOICE, "state" },
    { DESK_STATE_LET, 20251120, DESK_PROBLEM_STATE_BEFORE, "from_day" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRecord) ready = NULL;
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (self, DESK_USE_CASE_CHANGE_UNIT_STATE,
                    desk_unit_state_input_new (NULL, self->world.unit, 1, bad[i].state, bad[i].day, NULL),
                    DESK_ERROR_INVALID, bad[i].problem, bad[i].field);
  assert_refused (self, DESK_USE_CASE_CHANGE_UNIT_STATE,
                  desk_unit_state_input_new (NULL, self->world.unit, 7, DESK_STATE_LET, 20251121, NULL), DESK_ERROR_STALE,
                  DESK_PROBLEM_CHANGED_MEANWHILE, NULL);

  /* The first delivery sets its day, the next leaves it. */
  error = run (self, DESK_USE_CASE_SAVE_UNIT, unit_input (self, self->world.building, 0, "101"), &id);
  g_assert_no_error (error);
  error = run (self, DESK_USE_CASE_CHANGE_UNIT_STATE,
               desk_unit_state_input_new (NULL, id, 1, DESK_STATE_HANDED_OVER, 20251201, "交钥匙"), NULL);
  g_assert_no_error (error);
  error = run (self, DESK_USE_CASE_CHANGE_UNIT_STATE,
               desk_unit_state_input_new (NULL, id, 2, DESK_STATE_DECORATING, 20251210, NULL), NULL);
  g_assert_no_error (error);
  ready = desk_fixture_get (&self->base, DESK_KIND_UNIT, id);
  g_assert_cmpint (((DeskUnit *) ready)->delivered_on, ==, 20251201);
  g_assert_cmpint (((DeskUnit *) ready)->state_since, ==, 20251210);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit_state WHERE staff_id = 1 AND at > 0 "
                                                    "AND unit_id = (SELECT max(id) FROM unit)"), ==, 3);
}

static DeskBuildingPlanInput *
plan (const char *code, guint n_entrances, int from, int to, guint doors, const char *pattern, const char *skip)
{
  DeskBuilding building = { .record = { .kind = DESK_KIND_BUILDING }, .code = (char *) code };
  DeskBuildingPlanInput *in = desk_building_plan_input_new (NULL, &building);

  in->n_entrances = n_entrances;
  in->floor_from = from;
  in->floor_to = to;
  in->doors = doors;
  in->pattern = g_strdup (pattern);
  in->skip_floors = g_strdup (skip);
  in->state = DESK_STATE_READY;
  return in;
}

static void
test_make_building (Register *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  error = run (self, DESK_USE_CASE_MAKE_BUILDING, plan ("21", 2, -1, 18, 4, "{floor}{door:02}", "4,13,14"), &id);
  g_assert_no_error (error);
  /* Floors -1, 1 … 18 without three, four doors, two entrances. */
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit WHERE building_code = '21'"), ==, 16 * 4 * 2);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit WHERE label = '21-2-1804' AND floor = 18"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit WHERE building_code = '21' AND floor IN (0, 4, 13, 14)"),
                   ==, 0);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM unit_state"), >=, 16 * 4 * 2);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT count(*) FROM trail WHERE use_case = 'make_building'"), ==, 1);
  g_assert_cmpint (desk_fixture_count (&self->base, "SELECT floors FROM building WHERE code = '21'"), ==, 18);
}

static void
test_bad_plans (Register *self, gconstpointer data)
{
  const struct
  {
    DeskBuildingPlanInput *in;
    DeskErrorCode code;
    DeskProblemCode problem;
    const char *field;
  } bad[] = {
    { plan ("", 1, 1, 2, 1, "{floor}{door:02}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_EMPTY, "code" },
    { plan ("3", 1, 1, 2, 1, "{floor}{door:02}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_NAME_TAKEN, "code" },
    { plan ("22", 1, 1, 2, 1, "101", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { plan ("22", 1, 1, 2, 1, "{etage}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { plan ("22", 1, 1, 2, 1, "", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { plan ("22", 1, 1, 2, 2, "{floor}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_PATTERN_WRONG, "pattern" },
    { plan ("22", 1, 5, 2, 1, "{floor}{door:02}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, "floor_to" },
    { plan ("22", 1, 1, 2, 0, "{floor}{door:02}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, "doors" },
    { plan ("22", 51, 1, 2, 1, "{floor}{door:02}", NULL), DESK_ERROR_INVALID, DESK_PROBLEM_OUT_OF_RANGE, "n_entrances" },
    { plan ("22", 1, 1, 2, 1, "{floor}{door:02}", "四"), DESK_ERROR_INVALID, DESK_PROBLEM_NOT_A_NUMBER, "skip_floors" },
    { plan ("22", 50, 1, 100, 2, "{floor}{door:02}", NULL), DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY, "doors" },
    { plan ("22", 1, 1, 200, 200, "{floor}{door:03}", NULL), DESK_ERROR_LIMIT, DESK_PROBLEM_TOO_MANY, "doors" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("plan %u", i);
      assert_refused (self, DESK_USE_CASE_MAKE_BUILDING, bad[i].in, bad[i].code, bad[i].problem, bad[i].field);
    }
}

/* Units that are to join a building do not double what is there; nothing of the plan is made then. */
static void
test_plan_meets_units (Register *self, gconstpointer data)
{
  DeskBuildingPlanInput *in = plan ("3", 2, 14, 16, 2, "{floor}{door:02}", NULL);

  in->building->record.id = self->world.building;
  assert_refused (self, DESK_USE_CASE_MAKE_BUILDING, in, DESK_ERROR_INVALID, DESK_PROBLEM_LABEL_TAKEN, "room");
}

/* What something else hangs on stays, and the error says what. */
static void
test_remove_in_use (Register *self, gconstpointer data)
{
  const struct
  {
    DeskUseCase use_case;
    DeskKind kind;
    gint64 id;
    const char *user;
  } cases[] = {
    { DESK_USE_CASE_REMOVE_BUILDING, DESK_KIND_BUILDING, self->world.building, "unit" },
    { DESK_USE_CASE_REMOVE_ENTRANCE, DESK_KIND_ENTRANCE, self->world.entrance, "unit" },
    { DESK_USE_CASE_REMOVE_UNIT, DESK_KIND_UNIT, self->world.unit, "occupancy" },
    { DESK_USE_CASE_REMOVE_UNIT, DESK_KIND_UNIT, self->world.space, "space_lease" },
    { DESK_USE_CASE_REMOVE_PERSON, DESK_KIND_PERSON, self->world.elsewhere, "occupancy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskRecord) record = desk_fixture_get (&self->base, cases[i].kind, cases[i].id);
      g_autoptr (GError) error = run (self, cases[i].use_case, desk_remove_input_new (NULL, record->id, record->version), NULL);

      desk_assert_problem (error, DESK_ERROR_CONSEQUENCE, DESK_PROBLEM_IN_USE);
      g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, cases[i].user);
    }
  assert_refused (self, DESK_USE_CASE_REMOVE_PERSON, desk_remove_input_new (NULL, self->world.bare_person, 9),
                  DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE, NULL);
  assert_refused (self, DESK_USE_CASE_REMOVE_VEHICLE, desk_remove_input_new (NULL, 4711, 1), DESK_ERROR_NOT_FOUND,
                  DESK_PROBLEM_GONE, NULL);
}

/* A space that is leased stays a space. */
static void
test_leased_space (Register *self, gconstpointer data)
{
  g_autoptr (DeskRecord) space = desk_fixture_get (&self->base, DESK_KIND_UNIT, self->world.space);

  ((DeskUnit *) space)->kind = DESK_UNIT_KIND_SHOP;
  assert_refused (self, DESK_USE_CASE_SAVE_UNIT, desk_record_input_new (NULL, space), DESK_ERROR_CONSEQUENCE,
                  DESK_PROBLEM_IN_USE, "kind");
}

static void
test_settings (Register *self, gconstpointer data)
{
  static const struct
  {
    const char *name, *value, *field;
  } bad[] = {
    { "store.zone", "Mars/Olympus", "value" }, { "store.zone", "", "value" },      { "store.language", "tlh", "value" },
    { "backup.time", "24:00", "value" },       { "backup.folder", "here", "value" }, { "backup.seal", "ab", "value" },
    { "backup.days", "0", "value" },           { "backup.share", "91", "value" },    { "backup.late", "-1", "value" },
    { "store.id", "0000", "value" },           { "no.such.setting", "1", "name" }, { "search.pinyin", "9", "value" },
    { "case.same_days", "0", "value" },        { "warranty.structure_years", "x", "value" }, { "warranty.season", "1115", "value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      DeskSetting setting = { .record = { .kind = DESK_KIND_SETTING }, .name = (char *) bad[i].name, .value = (char *) bad[i].value };

      assert_refused (self, DESK_USE_CASE_CHANGE_SETTING, desk_record_input_new (NULL, &setting), DESK_ERROR_INVALID,
                      DESK_PROBLEM_UNKNOWN_CHOICE, bad[i].field);
    }
}

/* Before there is a community there is nowhere to build. */
static void
test_no_community (DeskFixture *fixture, gconstpointer data)
{
  DeskBuilding building = { .record = { .kind = DESK_KIND_BUILDING }, .code = (char *) "1" };
  DeskUnit space = { .record = { .kind = DESK_KIND_UNIT }, .kind = DESK_UNIT_KIND_SPACE, .room = (char *) "B1-001", .state = 1 };
  const struct
  {
    DeskUseCase use_case;
    DeskRecord *record;
  } cases[] = { { DESK_USE_CASE_SAVE_BUILDING, &building.record }, { DESK_USE_CASE_SAVE_UNIT, &space.record } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DeskRecordInput in = { { NULL }, cases[i].record };
      g_autoptr (GError) error = NULL;
      DeskSaved saved = { 0 };

      g_assert_false (desk_use_case_run (fixture->service, cases[i].use_case, fixture->actor, &in, &saved, &error));
      desk_assert_problem (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE);
      g_assert_cmpstr (desk_error_get_problem (error)->args[0], ==, "community");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Register, NULL, set_up, func, tear_down)
  ADD ("/register/label-taken", test_label_taken);
  ADD ("/register/place", test_place);
  ADD ("/register/bad-units", test_bad_units);
  g_test_add_func ("/register/area", test_area);
  ADD ("/register/stale", test_stale);
  ADD ("/register/rename", test_rename);
  ADD ("/register/rename-taken", test_rename_taken);
  ADD ("/register/ids", test_ids);
  ADD ("/register/state", test_state);
  ADD ("/register/make-building", test_make_building);
  ADD ("/register/bad-plans", test_bad_plans);
  ADD ("/register/plan-meets-units", test_plan_meets_units);
  ADD ("/register/remove-in-use", test_remove_in_use);
  ADD ("/register/leased-space", test_leased_space);
  ADD ("/register/settings", test_settings);
  desk_fixture_add ("/register/no-community", test_no_community);
  return g_test_run ();
}
