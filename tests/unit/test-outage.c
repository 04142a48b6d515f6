/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage.h"

/* Known outages: what people write for buildings, and what a report must say. */

static void
test_split (void)
{
  static const struct
  {
    const char *typed, *words;
  } rows[] = {
    { "", "" },           { NULL, "" },           { "3", "3" },          { "3, 5", "3|5" },
    { "3、5；7", "3|5|7" }, { "３栋，５栋", "3栋|5栋" }, { " 3  5 ", "3|5" },  { "3-2 5-7", "3-2|5-7" },
    { "3,3, 3", "3" },    { ",,、", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = desk_outage_split (rows[i].typed);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, rows[i].words);
    }
}

static void
test_range (void)
{
  static const struct
  {
    const char *word;
    gint64 from, to; /* 0: none */
  } rows[] = {
    { "5-7", 5, 7 },  { "5~7栋", 5, 7 }, { "7-7", 7, 7 }, { "7-5", 0, 0 },     { "5", 0, 0 },        { "a-b", 0, 0 },
    { "5-", 0, 0 },   { "-5", 0, 0 },    { "0-3", 0, 0 }, { "1-9999", 0, 0 },  { "5-7-9", 0, 0 },    { "5-7x", 0, 0 },
    { "", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 from, to;
      gboolean is = desk_outage_range (rows[i].word, &from, &to);

      g_assert_cmpint (is, ==, rows[i].from != 0);
      if (is)
        {
          g_assert_cmpint (from, ==, rows[i].from);
          g_assert_cmpint (to, ==, rows[i].to);
        }
    }
}

static void
test_bare (void)
{
  static const char *const rows[][2]
      = { { "3栋", "3" }, { "3号楼", "3" }, { "3#", "3" }, { "B座", "B" }, { "栋", "栋" }, { "3", "3" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bare = desk_outage_bare (rows[i][0]);

      g_assert_cmpstr (bare, ==, rows[i][1]);
    }
}

static void
test_rule (void)
{
  static const struct
  {
    gint64 topic, begun_at, expected_at, ended_at;
    const char *script, *ending;
    int problem; /* 0: none */
    const char *field;
  } rows[] = {
    { DESK_OUTAGE_WATER, 100, 0, 0, "停水", NULL, 0, NULL },
    { DESK_OUTAGE_WATER, 100, 200, 0, "停水", NULL, 0, NULL },
    { DESK_OUTAGE_WATER, 100, 200, 150, "停水", "来水", 0, NULL },
    { 0, 100, 0, 0, "停水", NULL, DESK_PROBLEM_EMPTY, "topic" },
    { 99, 100, 0, 0, "停水", NULL, DESK_PROBLEM_UNKNOWN_CHOICE, "topic" },
    { DESK_OUTAGE_WATER, 100, 0, 0, "  ", NULL, DESK_PROBLEM_EMPTY, "script" },
    { DESK_OUTAGE_WATER, 0, 0, 0, "停水", NULL, DESK_PROBLEM_EMPTY, "begun_at" },
    { DESK_OUTAGE_WATER, 100, 100, 0, "停水", NULL, DESK_PROBLEM_OUTAGE_ENDS_EARLY, "expected_at" },
    { DESK_OUTAGE_WATER, 100, 50, 0, "停水", NULL, DESK_PROBLEM_OUTAGE_ENDS_EARLY, "expected_at" },
    { DESK_OUTAGE_WATER, 100, 0, 150, "停水", "", DESK_PROBLEM_EMPTY, "ending" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_OUTAGE);
      g_autoptr (GPtrArray) problems = desk_problems_new ();
      DeskOutage *outage = (DeskOutage *) record;

      outage->topic = rows[i].topic;
      outage->begun_at = rows[i].begun_at;
      outage->expected_at = rows[i].expected_at;
      outage->ended_at = rows[i].ended_at;
      desk_text_set (&outage->script, rows[i].script);
      desk_text_set (&outage->ending, rows[i].ending);
      desk_rule_outage (outage, problems);
      g_assert_cmpint (problems->len, ==, rows[i].field != NULL ? 1 : 0);
      if (problems->len > 0)
        {
          g_assert_cmpstr (((DeskProblem *) problems->pdata[0])->field, ==, rows[i].field);
          if (rows[i].problem != DESK_PROBLEM_UNKNOWN_CHOICE && rows[i].topic != 0)
            g_assert_cmpint (((DeskProblem *) problems->pdata[0])->code, ==, rows[i].problem);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outage/split", test_split);
  g_test_add_func ("/outage/range", test_range);
  g_test_add_func ("/outage/bare", test_bare);
  g_test_add_func ("/outage/rule", test_rule);
  return g_test_run ();
}
