/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-private.h"

#include "desk-case-book.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-store-trail.h"
#include "desk-string.h"
#include "desk-unit-label.h"

/* Cases that come in with a sheet, in the state they ended in. */

/* Categories that a sheet brings stand together, for somebody to sort. */
#define GROUP "导入"

static gboolean
find_unit (DeskDb *db, const char *label, gint64 *id, GError **error)
{
  g_autofree char *read = desk_unit_label_read (label, DESK_LABEL_WHOLE, NULL);
  g_autofree char *key = desk_unit_label_normalize (read != NULL ? read : label);
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNIT_BY_LABEL_KEY);
  gboolean found;

  *id = 0;
  desk_stmt_bind_text (stmt, "label_key", key != NULL ? key : "");
  if (!desk_store_read_int (stmt, id, &found, error))
    return FALSE;
  if (!found)
    *id = 0;
  return TRUE;
}

/**
 * desk_import_check_case:
 * @problems: a unit that is not there is added
 * @there: (out): whether a case of this number came in already
 */
gboolean
desk_import_check_case (DeskDb *db, const DeskImportRow *row, GPtrArray *problems, gboolean *there, GError **error)
{
  DeskStmt *stmt;
  gint64 id;

  *there = FALSE;
  if (*row->label != '\0')
    {
      if (!find_unit (db, row->label, &id, error))
        return FALSE;
      if (id == 0)
        g_ptr_array_add (problems, desk_problem_new (DESK_PROBLEM_IMPORT_NO_UNIT, "label", -1, row->label, NULL));
    }
  if (desk_string_is_empty (row->service_case->external_no))
    return TRUE;
  stmt = desk_db_get (db, DESK_SQL_CASE_BY_EXTERNAL);
  desk_stmt_bind_text (stmt, "external_no", row->service_case->external_no);
  return desk_store_read_int (stmt, &id, there, error);
}

static gboolean
find_category (DeskTx *tx, const char *name, gint64 kind, gint64 parent_id, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CATEGORY_BY_NAME);
  gboolean found;

  *id = 0;
  desk_stmt_bind_text (stmt, "name", name);
  desk_stmt_bind_int (stmt, "case_kind", kind);
  desk_stmt_bind_int (stmt, "parent_id", parent_id);
  if (!desk_store_read_int (stmt, id, &found, error))
    return FALSE;
  if (!found)
    *id = 0;
  return TRUE;
}

/* The category called @name of that group, made where there is none; it sets no clock. */
static gboolean
give_category (DeskTx *tx, const char *name, gint64 kind, gint64 parent_id, gint64 *id, GError **error)
{
  DeskCategory category = { .record = { .kind = DESK_KIND_CATEGORY }, .parent_id = parent_id, .case_kind = kind,
                            .name = (char *) name, .urgency = DESK_URGENCY_ORDINARY,
                            .severity = kind == DESK_CASE_COMPLAINT ? DESK_SEVERITY_ORDINARY : 0,
                            .duration_unit = DESK_DURATION_CLOCK_HOURS, .rank = 9000 };

  if (!find_category (tx, name, kind, parent_id, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!desk_tx_insert (tx, &category, error))
    return FALSE;
  *id = category.record.id;
  return TRUE;
}

/* A category in use of that name in any group; else one of the group of what came in. */
static gboolean
set_category (DeskTx *tx, const char *typed, DeskCase *c, GError **error)
{
  g_autofree char *name = desk_case_title (typed);
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CATEGORY_ANYWHERE);
  gint64 group;
  gboolean found;

  if (*name == '\0')
    return TRUE;
  desk_stmt_bind_text (stmt, "name", name);
  desk_stmt_bind_int (stmt, "case_kind", c->kind);
  if (!desk_store_read_int (stmt, &c->category_id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  return give_category (tx, GROUP, c->kind, 0, &group, error)
         && give_category (tx, name, c->kind, group, &c->category_id, error);
}

static gboolean
set_place (DeskTx *tx, const char *name, DeskCase *c, GError **error)
{
  DeskPlace place = { .record = { .kind = DESK_KIND_PLACE }, .name = (char *) name };
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_PLACE_BY_NAME);
  gboolean found;

  if (desk_string_is_empty (name))
    return TRUE;
  desk_stmt_bind_int (stmt, "building_id", 0);
  desk_stmt_bind_text (stmt, "name", name);
  if (!desk_store_read_int (stmt, &c->place_id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  if (!desk_tx_insert (tx, &place, error))
    return FALSE;
  c->place_id = place.record.id;
  return TRUE;
}

/* What the clock on the wall showed, as it was in the store's zone. */
static gint64
from_wall (DeskTx *tx, gint64 wall)
{
  g_autoptr (GDateTime) shown = wall != 0 ? g_date_time_new_from_unix_utc (wall) : NULL;
  g_autoptr (GDateTime) time = NULL;

  if (shown == NULL)
    return 0;
  time = g_date_time_new (tx->service->zone, g_date_time_get_year (shown), g_date_time_get_month (shown),
                          g_date_time_get_day_of_month (shown), g_date_time_get_hour (shown),
                          g_date_time_get_minute (shown), g_date_time_get_second (shown));
  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* Makes the case of @row: with a number of ours beside its own, without a course. */
gboolean
desk_import_take_case (DeskTx *tx, const DeskImportRow *row, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (row->service_case);
  DeskCase *c = (DeskCase *) record;
  g_autofree char *counter = NULL;
  g_autofree char *number = NULL;
  DeskDay day;
  gint64 count;

  c->opened_at = from_wall (tx, c->opened_at);
  c->promised_due = from_wall (tx, c->promised_due);
  c->closed_at = from_wall (tx, c->closed_at);
  c->duration_unit = DESK_DURATION_CLOCK_HOURS;
  if ((*row->label != '\0' && !find_unit (desk_tx_db (tx), row->label, &c->unit_id, error))
      || !set_category (tx, row->category, c, error) || !set_place (tx, row->location, c, error))
    return FALSE;
  day = desk_day_of_time (c->opened_at, tx->service->zone);
  counter = desk_case_counter ((DeskCaseKind) c->kind, day);
  if (!desk_store_next_number (desk_tx_db (tx), counter, &count, error))
    return FALSE;
  number = desk_case_number ((DeskCaseKind) c->kind, day, count);
  desk_text_set (&c->number, number);
  return desk_tx_insert (tx, record, error);
}
