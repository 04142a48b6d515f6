/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "desk-db.h"

/* What must come from an index alone stays so: a list of a million rows may not be sorted or sifted row by row. */

static const char *const texts[] = {
#define X(name, text) text,
  DESK_STATEMENTS (X)
#undef X
};

static const struct
{
  DeskSql sql;
  const char *wanted;   /* stands in the plan */
  gboolean may_sort;
} plans[] = {
  { DESK_SQL_UNIT_IDS_LABEL, "COVERING INDEX unit_order", FALSE },
  { DESK_SQL_UNIT_IDS_LABEL_DOWN, "COVERING INDEX unit_order", FALSE },
  { DESK_SQL_UNIT_IDS_STATE, "COVERING INDEX unit_order_state", FALSE },
  { DESK_SQL_UNIT_IDS_STATE_DOWN, "COVERING INDEX unit_order_state", FALSE },
  { DESK_SQL_UNIT_IDS_AREA, "COVERING INDEX unit_order_area", FALSE },
  { DESK_SQL_UNIT_IDS_AREA_DOWN, "COVERING INDEX unit_order_area", FALSE },
  /* The owner of a day stands in no index: sorted, but each is looked up in one. */
  { DESK_SQL_UNIT_IDS_OWNER, "COVERING INDEX occupancy_unit (unit_id=? AND role=?", TRUE },
  { DESK_SQL_UNIT_IDS_OWNER_DOWN, "COVERING INDEX occupancy_unit (unit_id=? AND role=?", TRUE },
  { DESK_SQL_PERSON_IDS, "COVERING INDEX person_order_key", FALSE },
  { DESK_SQL_PERSON_IDS_DOWN, "COVERING INDEX person_order_key", FALSE },
  { DESK_SQL_OCCUPANTS_TODAY, "COVERING INDEX occupancy_", FALSE },
  { DESK_SQL_UNITS_WITH_CARE, "COVERING INDEX care_flag_unit", FALSE },
  { DESK_SQL_UNITS_IN_BUILDING, "COVERING INDEX unit_building", FALSE },
  { DESK_SQL_UNIT_ROW, "SEARCH u USING INTEGER PRIMARY KEY", TRUE },
  { DESK_SQL_PERSON_ROW, "SEARCH p USING INTEGER PRIMARY KEY", FALSE },
  { DESK_SQL_SEARCH_RANGE, "SEARCH k USING PRIMARY KEY (kind=? AND why=? AND key>? AND key<?)", FALSE },
  { DESK_SQL_SEARCH_RANGE_PHONE, "SEARCH k USING PRIMARY KEY (kind=? AND why=? AND key>? AND key<?)", FALSE },
  { DESK_SQL_SEARCH_RANGE_CASE, "INDEX case_number (number>? AND number<?)", FALSE },
  { DESK_SQL_SEARCH_RANGE_DOCUMENT, "SEARCH k USING PRIMARY KEY (kind=? AND why=? AND key>? AND key<?)", FALSE },
  { DESK_SQL_HISTORY_OF_SUBJECT, "SEARCH l USING PRIMARY KEY (kind=? AND record_id=?)", FALSE },
  { DESK_SQL_HISTORY_OF_RECORD, "SEARCH t USING INDEX trail_record (kind=? AND record_id=?)", FALSE },
  { DESK_SQL_REPLAY_TRAIL, "USING INDEX trail_record", FALSE },
  { DESK_SQL_REPLAY_ITEMS, "USING INDEX act_item_record", FALSE },
  { DESK_SQL_TRAIL_IDS, "COVERING INDEX trail_list (at>? AND at<?)", FALSE },
  { DESK_SQL_TRAIL_IDS_DOWN, "COVERING INDEX trail_list (at>? AND at<?)", FALSE },
  { DESK_SQL_TRAIL_ROW, "SEARCH t USING INTEGER PRIMARY KEY", FALSE },
  { DESK_SQL_TRAIL_OF_RECORD, "SEARCH trail USING COVERING INDEX trail_record", FALSE },
  { DESK_SQL_FOLLOW_UP_NEXT_TELLING, "COVERING INDEX follow_up_tell (tell_at>?)", FALSE },
  { DESK_SQL_FOLLOW_UPS_TO_TELL, "COVERING INDEX follow_up_tell (tell_at>? AND tell_at<?)", FALSE },
  { DESK_SQL_FOLLOW_UPS_OF_OWNER, "COVERING INDEX follow_up_owner", FALSE },
  { DESK_SQL_FOLLOW_UPS_OF_ROLE, "COVERING INDEX follow_up_role", FALSE },
  { DESK_SQL_FOLLOW_UPS_OF_BUILDING, "COVERING INDEX follow_up_building", FALSE },
  { DESK_SQL_FOLLOW_UPS_OF_ALL, "COVERING INDEX follow_up_due", FALSE },
  { DESK_SQL_COUNT_FOLLOW_UPS_OF_OWNER, "COVERING INDEX follow_up_owner (owner_id=? AND due_at>? AND due_at<?)", FALSE },
  { DESK_SQL_FOLLOW_UPS_HANDED, "COVERING INDEX follow_up_hand", FALSE },
  /* Rules look along what is live, open or to come, and at the follow-ups of each record; never at all there ever was. */
  { DESK_SQL_FOLLOW_RULE_CASE_SOON, "c USING INDEX case_warning (warn_at>? AND warn_at<?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_CASE_SOON, "f USING COVERING INDEX follow_up_rule (rule=? AND about_id=?", FALSE },
  { DESK_SQL_FOLLOW_RULE_CASE_SOON_STALE, "f USING COVERING INDEX follow_up_ruled (rule=?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_CASE_LATE, "c USING INDEX case_due (next_due>? AND next_due<?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_CASE_LATE_STALE, "f USING COVERING INDEX follow_up_ruled (rule=?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_CASE_BACK, "c USING INDEX case_wait (wait_until>? AND wait_until<?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_APPOINTMENT, "c USING INDEX case_appointment (appointment_from>?", FALSE },
  { DESK_SQL_FOLLOW_RULE_COMPLAINT, "c USING INDEX case_severe", FALSE },
  { DESK_SQL_FOLLOW_RULE_CALLBACK, "c USING INDEX case_callback", FALSE },
  { DESK_SQL_FOLLOW_RULE_MEMO, "m USING INDEX memo_", TRUE },
  { DESK_SQL_FOLLOW_RULE_ENQUIRY, "v USING INDEX visit_enquiry (at>? AND at<?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_NEXT_WARNING, "COVERING INDEX case_warning (warn_at>?)", FALSE },
  { DESK_SQL_FOLLOW_RULE_NEXT_DUE, "COVERING INDEX case_due (next_due>?)", FALSE },
  { DESK_SQL_CASE_NEXT_RESUMING, "COVERING INDEX case_wait (wait_until>?)", FALSE },
  { DESK_SQL_CASES_LIVE, "COVERING INDEX case_live (kind=?)", FALSE },
  { DESK_SQL_CASES_CLOSED, "COVERING INDEX case_closed (kind=?)", FALSE },
  /* A filter by words: the index of words, and those of units, people and categories; newest first without sorting. */
  { DESK_SQL_CASE_WORDS_FIND, "VIRTUAL TABLE INDEX", FALSE },
  { DESK_SQL_VISIT_WORDS_FIND, "VIRTUAL TABLE INDEX", FALSE },
  { DESK_SQL_CASES_NEWEST, "USING INTEGER PRIMARY KEY (rowid>?)", FALSE },
  { DESK_SQL_VISITS_NEWEST, "USING INTEGER PRIMARY KEY (rowid>?)", FALSE },
  { DESK_SQL_CASES_AT_UNIT, "COVERING INDEX case_unit (unit_id=?)", FALSE },
  { DESK_SQL_CASES_BY_PERSON, "COVERING INDEX case_person (person_id=?)", FALSE },
  { DESK_SQL_CASES_IN_CATEGORY, "COVERING INDEX case_category (category_id=?)", FALSE },
  { DESK_SQL_CASES_SIFT_LIVE, "INDEX case_live (kind=?)", FALSE },
  { DESK_SQL_CASES_SIFT_CLOSED, "SCAN service_case", FALSE },
  { DESK_SQL_VISITS_SIFT_ALL, "USING INTEGER PRIMARY KEY", FALSE },
  { DESK_SQL_VISITS_AT_UNIT, "COVERING INDEX visit_unit (unit_id=?)", FALSE },
  { DESK_SQL_VISITS_BY_PERSON, "COVERING INDEX visit_person (person_id=?)", FALSE },
  { DESK_SQL_VISITS_SIFT, "INDEX visit_at (at>?)", FALSE },
  { DESK_SQL_VISITS_SIFT_OPEN, "INDEX visit_open", FALSE },
  { DESK_SQL_CASES_CLOSED_COUNT, "COVERING INDEX case_closed (kind=?)", FALSE },
  { DESK_SQL_CASES_OF_UNIT_LIVE, "INDEX case_unit (unit_id=?)", TRUE },
  { DESK_SQL_WALL_CASES, "c USING COVERING INDEX case_unit_live (unit_id=? AND kind=? AND state<?)", TRUE },
  { DESK_SQL_BILLS_READY, "q USING INDEX case_quote_checked", FALSE },
  { DESK_SQL_BILLS_TO_CHECK, "q USING INDEX case_quote_billed", FALSE },
  { DESK_SQL_CASE_BY_EXTERNAL, "INDEX case_external (external_no=?)", FALSE },
  { DESK_SQL_CASE_BY_NUMBER, "INDEX case_number (number=?)", FALSE },
  { DESK_SQL_CASE_EVENTS, "INDEX case_event_case (case_id=?)", TRUE },
  { DESK_SQL_CASE_WAITS_OVER, "COVERING INDEX case_wait", FALSE },
  { DESK_SQL_CASE_TO_CLOSE, "INDEX case_done (done_at<?)", FALSE },
  { DESK_SQL_CASE_LOAD, "INDEX case_assignee (assignee_id=?)", FALSE },
  { DESK_SQL_PLACE_BY_NAME, "INDEX place_building (building_id=? AND name=?)", FALSE },
  { DESK_SQL_VISITS_TODAY, "COVERING INDEX visit_at (at>?)", FALSE },
  { DESK_SQL_VISITS_ALL, "COVERING INDEX visit_at", FALSE },
  { DESK_SQL_VISITS_OPEN, "COVERING INDEX visit_open", FALSE },
  { DESK_SQL_VISITS_OF_UNIT, "INDEX visit_unit (unit_id=?)", FALSE },
  { DESK_SQL_VISITS_OF_PHONE, "INDEX visit_phone (phone=?)", FALSE },
  { DESK_SQL_TWINS_PHONE, "SEARCH k USING PRIMARY KEY (kind=? AND why=?)", FALSE },
};

static char *
plan_of (sqlite3 *db, const char *text)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", text, NULL);
  GString *plan = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, explain, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_string_append_printf (plan, "%s\n", sqlite3_column_text (stmt, 3));
  sqlite3_finalize (stmt);
  return g_string_free (plan, FALSE);
}

static sqlite3 *database;

static void
test_plan (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *plan = plan_of (database, texts[plans[i].sql]);

  if (strstr (plan, plans[i].wanted) == NULL || (!plans[i].may_sort && strstr (plan, "TEMP B-TREE") != NULL))
    g_error ("%s\n%s", texts[plans[i].sql], plan);
}

/* Those of the drafts' own file. */
static gboolean
is_draft (const char *text)
{
  static const char *const drafts[] = {
#define X(name, words) words,
    DESK_SQL_DRAFT (X)
#undef X
        NULL
  };

  return g_strv_contains (drafts, text);
}

/* Every statement fits the schema, so that one that does not is a store's damage. */
static void
test_prepared (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!is_draft (texts[i]))
      g_free (plan_of (database, texts[i]));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("desk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plans.frontdesk", NULL);
  g_autoptr (GError) error = NULL;
  DeskDb *db;
  int result;

  g_test_init (&argc, &argv, NULL);
  db = desk_db_open (path, DESK_DB_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *name = g_strdup_printf ("/plans/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_plan);
    }
  g_test_add_func ("/plans/prepared", test_prepared);
  result = g_test_run ();
  sqlite3_close (database);
  desk_db_close (db);
  {
    g_autofree char *lock = g_strconcat (path, ".lock", NULL);

    g_unlink (lock);
  }
  g_unlink (path);
  g_rmdir (folder);
  return result;
}
