/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"

#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-starter.h"
#include "desk-store-record.h"

/* Categories, calendars, places: what cases are made with. */

static gboolean
refuse (DeskProblemCode problem, const char *field, const char *words, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, words, NULL);
  return FALSE;
}

/* Is what @stmt finds another record than @record? */
static gboolean
check_free (DeskStmt *stmt, const DeskRecord *record, const char *field, const char *words, GError **error)
{
  gint64 id;
  gboolean found;

  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  return !found || id == record->id || refuse (DESK_PROBLEM_NAME_TAKEN, field, words, error);
}

/* Two levels: a group, and what stands in it. No two of one group are called the same. */
static gboolean
check_category (DeskTx *tx, DeskCategory *category, GError **error)
{
  DeskStmt *stmt;

  if (category->parent_id != 0)
    {
      g_autoptr (DeskRecord) parent = desk_tx_get (tx, DESK_KIND_CATEGORY, category->parent_id, error);

      if (parent == NULL)
        return FALSE;
      if (((DeskCategory *) parent)->parent_id != 0 || category->parent_id == category->record.id)
        return refuse (DESK_PROBLEM_UNKNOWN_CHOICE, "parent_id", "", error);
      category->case_kind = ((DeskCategory *) parent)->case_kind;
    }
  stmt = desk_db_get (tx->service->db, DESK_SQL_CATEGORY_BY_NAME);
  desk_stmt_bind_text (stmt, "name", category->name);
  desk_stmt_bind_int (stmt, "case_kind", category->case_kind);
  desk_stmt_bind_int (stmt, "parent_id", category->parent_id);
  return check_free (stmt, &category->record, "name", category->name, error)
         && desk_tx_check_staff (tx, category->duty_id, "duty_id", error);
}

gboolean
desk_body_save_category (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();

  desk_rule_category ((DeskCategory *) record, problems);
  return desk_tx_refuse (problems, error) && check_category (tx, (DeskCategory *) record, error)
         && desk_tx_save (tx, record, out, error);
}

/* One that cases or categories stand in is taken out of use from today; another goes. */
gboolean
desk_body_remove_category (DeskTx *tx, const DeskRemoveInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_CATEGORY, in->id, error);
  DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CATEGORY_USERS);
  gint64 users;
  gboolean found;

  if (record == NULL || !desk_tx_check_version (tx, record, in->version, error))
    return FALSE;
  desk_stmt_bind_int (stmt, "id", in->id);
  if (!desk_store_read_int (stmt, &users, &found, error))
    return FALSE;
  desk_tx_about (tx, record->kind, record->id);
  out->id = record->id;
  out->count = 1;
  if (users == 0)
    return desk_tx_remove (tx, record, error);
  ((DeskCategory *) record)->retired_on = tx->today;
  return desk_tx_update (tx, record, error);
}

gboolean
desk_body_save_calendar (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskCalendar *calendar = (DeskCalendar *) record;

  /* A new one is known by a name of its own; the shipped keep theirs. */
  if (record->id == 0)
    desk_text_set (&calendar->nick, calendar->name);
  desk_rule_calendar (calendar, problems);
  if (!desk_tx_refuse (problems, error))
    return FALSE;
  {
    DeskStmt *stmt = desk_db_get (tx->service->db, DESK_SQL_CALENDAR_BY_NICK);

    desk_stmt_bind_text (stmt, "nick", calendar->nick);
    return check_free (stmt, record, "name", calendar->name, error) && desk_tx_save (tx, record, out, error);
  }
}

gboolean
desk_body_save_calendar_day (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autofree char *text = desk_day_format (((DeskCalendarDay *) record)->day);
  DeskStmt *stmt;

  desk_rule_calendar_day ((DeskCalendarDay *) record, problems);
  if (!desk_tx_refuse (problems, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_CALENDAR_DAY_BY_DAY);
  desk_stmt_bind_int (stmt, "day", ((DeskCalendarDay *) record)->day);
  return check_free (stmt, record, "day", text, error) && desk_tx_save (tx, record, out, error);
}

gboolean
desk_body_save_place (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  DeskPlace *place = (DeskPlace *) record;
  DeskStmt *stmt;

  desk_rule_place (place, problems);
  if (!desk_tx_refuse (problems, error))
    return FALSE;
  stmt = desk_db_get (tx->service->db, DESK_SQL_PLACE_BY_NAME);
  desk_stmt_bind_int (stmt, "building_id", place->building_id);
  desk_stmt_bind_text (stmt, "name", place->name);
  return check_free (stmt, record, "name", place->name, error) && desk_tx_save (tx, record, out, error);
}
