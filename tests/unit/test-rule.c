/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "desk-rule.h"
#include "desk-sign-in.h"

/* What a single record must be like: edges of every rule, and how texts are cleaned. */

static void
assert_problem (GPtrArray *problems, DeskProblemCode code, const char *field)
{
  g_assert_cmpint (problems->len, ==, 1);
  g_assert_cmpstr (desk_problem_nick (((DeskProblem *) problems->pdata[0])->code), ==, desk_problem_nick (code));
  g_assert_cmpstr (((DeskProblem *) problems->pdata[0])->field, ==, field);
}

/* A good record of each kind; the tables change one field of it. */
static gpointer
good (DeskKind kind)
{
  DeskRecord *record = desk_record_new (kind);
  static const struct
  {
    DeskKind kind;
    const char *field, *text;
    gint64 number;
  } fill[] = {
    { DESK_KIND_COMMUNITY, "name", "翠湖花园", 0 }, { DESK_KIND_BUILDING, "code", "3", 0 },
    { DESK_KIND_ENTRANCE, "code", "2", 0 },         { DESK_KIND_UNIT, "room", "1501", 0 },
    { DESK_KIND_UNIT, "kind", NULL, 1 },            { DESK_KIND_UNIT, "state", NULL, 1 },
    { DESK_KIND_PERSON, "name", "张淑芬", 0 },      { DESK_KIND_PERSON, "kind", NULL, 1 },
    { DESK_KIND_PHONE, "number", "13812345678", 0 }, { DESK_KIND_PHONE, "kind", NULL, 1 },
    { DESK_KIND_DOCUMENT, "number", "E1234567", 0 }, { DESK_KIND_DOCUMENT, "kind", NULL, 2 },
    { DESK_KIND_OCCUPANCY, "role", NULL, 1 },       { DESK_KIND_OCCUPANCY, "from_day", NULL, 20250301 },
    { DESK_KIND_VEHICLE, "plate", "浙A12345", 0 },  { DESK_KIND_SPACE_LEASE, "from_day", NULL, 20250301 },
    { DESK_KIND_SPACE_LEASE, "unit_id", NULL, 1 },  { DESK_KIND_CARE_FLAG, "kind", NULL, 1 },
    { DESK_KIND_INSTRUCTION, "kind", NULL, 1 },     { DESK_KIND_INSTRUCTION, "text", "放门口", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fill); i++)
    if (fill[i].kind == kind)
      {
        const DeskFieldSpec *field = desk_record_find_field (kind, fill[i].field);

        if (fill[i].text != NULL)
          desk_record_set_text (record, field, fill[i].text);
        else
          desk_record_set_int (record, field, fill[i].number);
      }
  return record;
}

static void
ask (DeskRecord *record, GPtrArray *problems)
{
  gpointer r = record;

  switch ((int) record->kind)
    {
    case DESK_KIND_COMMUNITY:
      desk_rule_community (r, problems);
      break;
    case DESK_KIND_BUILDING:
      desk_rule_building (r, problems);
      break;
    case DESK_KIND_ENTRANCE:
      desk_rule_entrance (r, problems);
      break;
    case DESK_KIND_UNIT:
      desk_rule_unit (r, problems);
      break;
    case DESK_KIND_PERSON:
      desk_rule_person (r, problems);
      break;
    case DESK_KIND_PHONE:
      desk_rule_phone (r, 0, problems);
      break;
    case DESK_KIND_DOCUMENT:
      desk_rule_document (r, 0, problems);
      break;
    case DESK_KIND_OCCUPANCY:
      desk_rule_occupancy (r, problems);
      break;
    case DESK_KIND_VEHICLE:
      desk_rule_vehicle (r, problems);
      break;
    case DESK_KIND_SPACE_LEASE:
      desk_rule_space_lease (r, problems);
      break;
    case DESK_KIND_CARE_FLAG:
      desk_rule_care_flag (r, problems);
      break;
    case DESK_KIND_INSTRUCTION:
      desk_rule_instruction (r, problems);
      break;
    default:
      g_assert_not_reached ();
    }
}

#define NONE DESK_N_PROBLEMS
#define LONG(n) NULL, n, TRUE

/* One field of a good record changed: to a text, a number, or n times the letter x. */
static const struct
{
  DeskKind kind;
  const char *field;
  const char *text;
  gint64 number;
  gboolean repeat;
  DeskProblemCode problem;
  const char *says; /* the field that is named, NULL: the same */
} cases[] = {
  { DESK_KIND_COMMUNITY, "name", LONG (60), NONE, NULL },
  { DESK_KIND_COMMUNITY, "name", LONG (61), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_COMMUNITY, "name", "", 0, FALSE, DESK_PROBLEM_EMPTY, NULL },
  { DESK_KIND_COMMUNITY, "address", LONG (200), NONE, NULL },
  { DESK_KIND_COMMUNITY, "address", LONG (201), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_COMMUNITY, "developer", LONG (101), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_BUILDING, "code", LONG (12), NONE, NULL },
  { DESK_KIND_BUILDING, "code", LONG (13), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_BUILDING, "code", " ", 0, FALSE, DESK_PROBLEM_EMPTY, NULL },
  { DESK_KIND_BUILDING, "floors", NULL, 200, FALSE, NONE, NULL },
  { DESK_KIND_BUILDING, "floors", NULL, 201, FALSE, DESK_PROBLEM_OUT_OF_RANGE, NULL },
  { DESK_KIND_BUILDING, "floors", NULL, -1, FALSE, DESK_PROBLEM_OUT_OF_RANGE, NULL },
  { DESK_KIND_BUILDING, "accepted_on", NULL, 20240229, FALSE, NONE, NULL },
  { DESK_KIND_BUILDING, "accepted_on", NULL, 20250229, FALSE, DESK_PROBLEM_NOT_A_DAY, NULL },
  { DESK_KIND_ENTRANCE, "code", LONG (13), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_UNIT, "room", LONG (20), NONE, NULL },
  { DESK_KIND_UNIT, "room", LONG (21), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_UNIT, "floor", NULL, -20, FALSE, NONE, NULL },
  { DESK_KIND_UNIT, "floor", NULL, 200, FALSE, NONE, NULL },
  { DESK_KIND_UNIT, "floor", NULL, -21, FALSE, DESK_PROBLEM_OUT_OF_RANGE, NULL },
  { DESK_KIND_UNIT, "built_area", NULL, 99999999, FALSE, NONE, NULL },
  { DESK_KIND_UNIT, "built_area", NULL, 100000000, FALSE, DESK_PROBLEM_OUT_OF_RANGE, NULL },
  { DESK_KIND_UNIT, "inner_area", NULL, 5000, FALSE, NONE, NULL },
  { DESK_KIND_UNIT, "state", NULL, 0, FALSE, DESK_PROBLEM_UNKNOWN_CHOICE, NULL },
  { DESK_KIND_UNIT, "state", NULL, 8, FALSE, DESK_PROBLEM_UNKNOWN_CHOICE, NULL },
  { DESK_KIND_UNIT, "note", "两行\n都好\t的", 0, FALSE, NONE, NULL },
  { DESK_KIND_UNIT, "note", LONG (2001), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_PERSON, "name", LONG (61), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_PERSON, "name", "a\tb", 0, FALSE, DESK_PROBLEM_CONTROL_CHARACTER, NULL },
  { DESK_KIND_PERSON, "kind", NULL, 3, FALSE, DESK_PROBLEM_UNKNOWN_CHOICE, NULL },
  { DESK_KIND_PHONE, "number", "110", 0, FALSE, NONE, NULL },
  { DESK_KIND_PHONE, "number", "11", 0, FALSE, DESK_PROBLEM_PHONE_SHORT, "phones" },
  { DESK_KIND_PHONE, "number", "(0571) 8500-1234 x 801", 0, FALSE, NONE, NULL },
  { DESK_KIND_PHONE, "number", "138*5678", 0, FALSE, DESK_PROBLEM_PHONE_MASKED, "phones" },
  { DESK_KIND_PHONE, "number", "138o0001111", 0, FALSE, DESK_PROBLEM_PHONE_LETTERS, "phones" },
  { DESK_KIND_PHONE, "kind", NULL, 5, FALSE, DESK_PROBLEM_UNKNOWN_CHOICE, "phones" },
  { DESK_KIND_DOCUMENT, "number", "E123", 0, FALSE, NONE, NULL },
  { DESK_KIND_DOCUMENT, "number", "E12", 0, FALSE, DESK_PROBLEM_ID_NUMBER_WRONG, "documents" },
  { DESK_KIND_DOCUMENT, "number", "E*12345", 0, FALSE, DESK_PROBLEM_PHONE_MASKED, "documents" },
  { DESK_KIND_OCCUPANCY, "share", NULL, 1000000, FALSE, NONE, NULL },
  { DESK_KIND_OCCUPANCY, "share", NULL, 1000001, FALSE, DESK_PROBLEM_OUT_OF_RANGE, NULL },
  { DESK_KIND_OCCUPANCY, "to_day", NULL, 20250302, FALSE, NONE, NULL },
  { DESK_KIND_OCCUPANCY, "to_day", NULL, 20250301, FALSE, DESK_PROBLEM_ENDS_BEFORE_BEGIN, NULL },
  { DESK_KIND_OCCUPANCY, "from_day", NULL, 0, FALSE, DESK_PROBLEM_EMPTY, NULL },
  { DESK_KIND_OCCUPANCY, "relation", LONG (21), DESK_PROBLEM_TOO_LONG, NULL },
  { DESK_KIND_VEHICLE, "plate", "浙A1", 0, FALSE, NONE, NULL },
  { DESK_KIND_VEHICLE, "plate", "浙A", 0, FALSE, DESK_PROBLEM_PLATE_WRONG, NULL },
  { DESK_KIND_VEHICLE, "to_day", NULL, 20250101, FALSE, NONE, NULL },
  { DESK_KIND_SPACE_LEASE, "unit_id", NULL, 0, FALSE, DESK_PROBLEM_EMPTY, "person_id" },
  { DESK_KIND_SPACE_LEASE, "to_day", NULL, 20250228, FALSE, DESK_PROBLEM_ENDS_BEFORE_BEGIN, NULL },
  { DESK_KIND_CARE_FLAG, "kind", NULL, 7, FALSE, DESK_PROBLEM_UNKNOWN_CHOICE, NULL },
  { DESK_KIND_INSTRUCTION, "text", "", 0, FALSE, DESK_PROBLEM_EMPTY, NULL },
  { DESK_KIND_INSTRUCTION, "text", LONG (1000), NONE, NULL },
  { DESK_KIND_INSTRUCTION, "text", LONG (1001), DESK_PROBLEM_TOO_LONG, NULL },
};

static void
test_records (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DeskRecord) record = good (cases[i].kind);
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      const DeskFieldSpec *field = desk_record_find_field (cases[i].kind, cases[i].field);
      g_autofree char *repeated = cases[i].repeat ? g_strnfill ((gsize) cases[i].number, 'x') : NULL;

      g_test_message ("%s %s (%u)", desk_kind_nick (cases[i].kind), cases[i].field, i);
      if (field->type == DESK_FIELD_TEXT)
        desk_record_set_text (record, field, repeated != NULL ? repeated : cases[i].text);
      else
        desk_record_set_int (record, field, cases[i].number);
      ask (record, problems);
      if (cases[i].problem == NONE)
        g_assert_cmpint (problems->len, ==, 0);
      else
        assert_problem (problems, cases[i].problem, cases[i].says != NULL ? cases[i].says : cases[i].field);
    }
}

/* Texts are cleaned where they stand. */
static void
test_cleaned (void)
{
  static const struct
  {
    DeskKind kind;
    const char *field, *typed, *stored;
  } texts[] = {
    { DESK_KIND_PERSON, "name", "  张　 三 ", "张 三" },
    { DESK_KIND_PERSON, "name", "张三　", "张三" },
    { DESK_KIND_UNIT, "room", "１５０１Ａ", "1501A" },
    { DESK_KIND_BUILDING, "code", " ３ ", "3" },
    { DESK_KIND_ENTRANCE, "code", "２", "2" },
    { DESK_KIND_PHONE, "number", "１３８－１２３４", "138-1234" },
    { DESK_KIND_DOCUMENT, "number", "ｅ1234567", "E1234567" },
    { DESK_KIND_VEHICLE, "plate", "浙ａ·12345", "浙A·12345" },
    { DESK_KIND_INSTRUCTION, "text", "\n\n一\n二 \n\n", "一\n二" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DeskRecord) record = good (texts[i].kind);
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      const DeskFieldSpec *field = desk_record_find_field (texts[i].kind, texts[i].field);

      desk_record_set_text (record, field, texts[i].typed);
      ask (record, problems);
      g_assert_cmpint (problems->len, ==, 0);
      g_assert_cmpstr (desk_record_get_text (record, field), ==, texts[i].stored);
    }
}

/* All faults of a record are said at once. */
static void
test_all_at_once (void)
{
  DeskUnit unit = { .record = { .kind = DESK_KIND_UNIT }, .floor = 999, .built_area = -1, .delivered_on = 20251301 };
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_unit (&unit, problems);
  g_assert_cmpint (problems->len, ==, 6);
  g_free (unit.room);
  g_free (unit.note);
}

static void
test_resident_id (void)
{
  static const struct
  {
    const char *number;
    gboolean valid;
  } ids[] = {
    { "11010519491231002X", TRUE },  { "110105194912310021", FALSE }, { "440524188001010014", TRUE },
    { "110105491231002", TRUE },     { "110105491331002", FALSE },    { "11010519490229002X", FALSE },
    { "1101051949123100", FALSE },   { "", FALSE },                   { "11010519491231002x", FALSE },
    { "X1010519491231002X", FALSE }, { "11010519491231002XX", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_test_message ("%s", ids[i].number);
      g_assert_cmpint (desk_rule_resident_id_is_valid (ids[i].number), ==, ids[i].valid);
    }
}

static void
test_shares (void)
{
  static const struct
  {
    DeskShare shares[4];
    guint n;
    DeskDay day;
  } sums[] = {
    { { { 1, 1000000, 20200101, 0 } }, 1, 0 },
    { { { 1, 500000, 20200101, 0 }, { 2, 500000, 20210101, 0 } }, 2, 0 },
    { { { 1, 500000, 20200101, 0 }, { 2, 500001, 20210101, 0 } }, 2, 20210101 },
    { { { 1, 1000000, 20200101, 20210101 }, { 2, 1000000, 20210101, 0 } }, 2, 0 },
    { { { 1, 1000000, 20200101, 20210102 }, { 2, 1000000, 20210101, 0 } }, 2, 20210101 },
    { { { 1, 1000000, 20220101, 0 }, { 2, 1000000, 20200101, 20230101 } }, 2, 20220101 },
    { { { 1, 400000, 20200101, 0 }, { 2, 400000, 20210101, 20220101 }, { 3, 400000, 20220101, 0 } }, 3, 0 },
    { { { 1, 400000, 20200101, 0 }, { 2, 400000, 20210101, 20220102 }, { 3, 400000, 20220101, 0 } }, 3, 20220101 },
    { { { 0 } }, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmpint (desk_rule_shares_exceed (sums[i].shares, sums[i].n), ==, sums[i].day);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 share; /* -1: refused */
  } shares[] = {
    { "50", 500000 }, { "50%", 500000 }, { "33.3333％", 333333 }, { "100", 1000000 }, { "", 0 },     { " ", 0 },
    { "0", -1 },      { "100.0001", -1 }, { "33.33333", -1 },     { "半", -1 },       { "-5", -1 }, { "0.0001", 1 },
  };
  static const struct
  {
    const char *text;
    DeskDay day; /* -1: refused */
  } days[] = {
    { "2025-03-01", 20250301 }, { "2025年3月1日", 20250301 }, { "２０２５．３．１", 20250301 }, { "20250301", 20250301 },
    { "", 0 },                  { "2025-02-29", -1 },         { "昨天", -1 },                   { "25-3-1", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      gint64 share;

      g_test_message ("share %s", shares[i].text);
      g_assert_cmpint (desk_rule_parse_share (shares[i].text, "share", &share, problems), ==, shares[i].share >= 0);
      g_assert_cmpint (share, ==, MAX (shares[i].share, 0));
      g_assert_cmpint (problems->len, ==, shares[i].share < 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      DeskDay day;

      g_test_message ("day %s", days[i].text);
      g_assert_cmpint (desk_rule_parse_day (days[i].text, "from_day", &day, problems), ==, days[i].day >= 0);
      g_assert_cmpint (day, ==, MAX (days[i].day, 0));
      g_assert_cmpint (problems->len, ==, days[i].day < 0);
    }
}

/* What somebody signs in with: small letters; what cannot be typed everywhere is told as it was typed. */
static void
test_login (void)
{
  static const struct
  {
    const char *typed, *kept, *told;
  } logins[] = {
    { " LiQiang ", "liqiang", NULL }, { "li.qiang-2_b", "li.qiang-2_b", NULL }, { "Zhou Ping", "Zhou Ping", "Zhou Ping" },
    { ".li", ".li", ".li" },          { "周萍", "周萍", "周萍" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (logins); i++)
    {
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      g_autofree char *login = g_strdup (logins[i].typed);

      desk_rule_login (&login, problems);
      g_assert_cmpstr (login, ==, logins[i].kept);
      g_assert_cmpint (problems->len, ==, logins[i].told != NULL);
      if (logins[i].told != NULL)
        g_assert_cmpstr (((DeskProblem *) problems->pdata[0])->args[0], ==, logins[i].told);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/records", test_records);
  g_test_add_func ("/rule/cleaned", test_cleaned);
  g_test_add_func ("/rule/all-at-once", test_all_at_once);
  g_test_add_func ("/rule/resident-id", test_resident_id);
  g_test_add_func ("/rule/shares", test_shares);
  g_test_add_func ("/rule/parse", test_parse);
  g_test_add_func ("/rule/login", test_login);
  return g_test_run ();
}
