/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-list-case.h"

#include <stdlib.h>

#include "desk-case-kind.h"
#include "desk-mask.h"
#include "desk-rule-case.h"
#include "desk-store-count.h"
#include "desk-store-trail.h"

/* Live cases are few: one walk over their index gives ids and all counts. */

typedef struct
{
  gint64 id;
  gint64 state;
  gint64 next_due;
  gint64 warn_at;
  gint64 assignee_id;
  gint64 building_id;
  gint64 entrance_id;
} Live;

static gboolean
passes (const Live *row, guint filter, const DeskListQuery *query)
{
  gboolean late = row->next_due != 0 && row->next_due < query->now;

  switch (filter)
    {
    case DESK_CASE_FILTER_OVERDUE:
      return late;
    case DESK_CASE_FILTER_SOON:
      return !late && row->next_due != 0 && row->warn_at <= query->now;
    case DESK_CASE_FILTER_NEW:
      return row->state == DESK_CASE_NEW;
    case DESK_CASE_FILTER_WAITING:
      return row->state == DESK_CASE_WAITING;
    case DESK_CASE_FILTER_CALLBACK:
      return row->state == DESK_CASE_DONE || row->state == DESK_CASE_CALLBACK;
    case DESK_CASE_FILTER_MINE:
      return row->assignee_id == query->staff_id && query->staff_id != 0;
    case DESK_CASE_FILTER_CLOSED:
      return FALSE;
    case DESK_CASE_FILTER_ALL:
    default:
      return TRUE;
    }
}

static gboolean
on_floors (const Live *row, const DeskListQuery *query)
{
  for (guint i = 0; i < query->n_floors; i++)
    if (query->floors[i].building_id == row->building_id
        && (query->floors[i].entrance_id == 0 || query->floors[i].entrance_id == row->entrance_id))
      return TRUE;
  return FALSE;
}

/* Does it stand before the rest? What somebody is through with does not. */
static gboolean
comes_first (const Live *row, const DeskListQuery *query)
{
  if (row->state == DESK_CASE_DONE || row->state == DESK_CASE_CALLBACK)
    return FALSE;
  switch (query->first)
    {
    case DESK_CASE_FIRST_UNASSIGNED:
      return row->state == DESK_CASE_NEW;
    case DESK_CASE_FIRST_FLOORS:
      return on_floors (row, query);
    case DESK_CASE_FIRST_MINE:
      return passes (row, DESK_CASE_FILTER_MINE, query);
    case DESK_CASE_FIRST_DUE:
    default:
      return TRUE;
    }
}

static gint64
kind_of (DeskList list)
{
  return list == DESK_LIST_COMPLAINTS ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR;
}

static void
take (const DeskListQuery *query, gint64 id, gint64 building_id, GArray *ids)
{
  gint32 short_id = (gint32) id;

  if ((query->building_id == 0 || query->building_id == building_id)
      && (query->within == NULL || desk_id_set_has (query->within, short_id)))
    g_array_append_val (ids, short_id);
}

static gboolean
walk_live (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_CASES_LIVE);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (gint32));
  gboolean sorted = query->sort == DESK_CASE_COLUMN_DUE;
  DeskStep step;

  desk_stmt_bind_int (stmt, "kind", kind_of (query->list));
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      Live row = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2), desk_stmt_int (stmt, 3),
                   desk_stmt_int (stmt, 4), desk_stmt_int (stmt, 5), desk_stmt_int (stmt, 6) };

      for (guint i = 0; i <= DESK_CASE_FILTER_MINE; i++)
        counts[i] += passes (&row, i, query) ? 1 : 0;
      if (passes (&row, query->filter, query))
        take (query, row.id, row.building_id, !sorted || comes_first (&row, query) ? ids : rest);
    }
  if (rest->len > 0)
    g_array_append_vals (ids, rest->data, rest->len);
  return step == DESK_STEP_DONE;
}

static gboolean
walk_closed (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  DeskStmt *stmt;
  DeskStep step = DESK_STEP_DONE;

  if (query->filter != DESK_CASE_FILTER_CLOSED)
    {
      if (query->brief)
        return TRUE;
      return desk_store_count_get (db, DESK_KIND_SERVICE_CASE, kind_of (query->list), &counts[DESK_CASE_FILTER_CLOSED], error);
    }
  stmt = desk_db_get (db, DESK_SQL_CASES_CLOSED);
  desk_stmt_bind_int (stmt, "kind", kind_of (query->list));
  while (!desk_list_query_is_met (query, ids) && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      counts[DESK_CASE_FILTER_CLOSED]++;
      take (query, desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), ids);
    }
  desk_stmt_reset (stmt);
  return step != DESK_STEP_FAILED;
}

static int
by_id (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

static void
reverse (GArray *ids)
{
  for (guint i = 0; i < ids->len / 2; i++)
    {
      gint32 *low = &g_array_index (ids, gint32, i);
      gint32 *high = &g_array_index (ids, gint32, ids->len - 1 - i);
      gint32 kept = *low;

      *low = *high;
      *high = kept;
    }
}

/* What comes first for whoever asks, and in it most late first; or by number, which is the order of ids. */
gboolean
desk_store_list_cases (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  if (!walk_live (db, query, ids, counts, error) || !walk_closed (db, query, ids, counts, error))
    return FALSE;
  if (query->sort == DESK_CASE_COLUMN_NUMBER)
    g_array_sort (ids, by_id);
  if (query->descending)
    reverse (ids);
  return TRUE;
}

/* Counts today's entries by channel and taker, those without a summary, and those handed over. */
static gboolean
count_visits (DeskDb *db, const DeskListQuery *query, gint64 *counts, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_VISITS_TODAY);
  DeskStep step;
  gboolean found;

  desk_stmt_bind_int (stmt, "since", query->today_begin);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 channel = desk_stmt_int (stmt, 1);

      counts[DESK_VISIT_FILTER_TODAY]++;
      counts[DESK_VISIT_FILTER_WALK_IN] += channel == DESK_CHANNEL_WALK_IN ? 1 : 0;
      counts[DESK_VISIT_FILTER_PHONE] += channel == DESK_CHANNEL_PHONE ? 1 : 0;
      counts[DESK_VISIT_FILTER_MESSAGE] += channel == DESK_CHANNEL_MESSAGE ? 1 : 0;
      counts[DESK_VISIT_FILTER_MINE] += desk_stmt_int (stmt, 2) == query->staff_id ? 1 : 0;
    }
  if (step != DESK_STEP_DONE
      || (!query->brief
          && !desk_store_count_get (db, DESK_KIND_VISIT, 0, &counts[DESK_VISIT_FILTER_ALL], error)))
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_VISITS_OPEN_COUNT);
  desk_stmt_bind_int (stmt, "outage_kind", DESK_KIND_OUTAGE);
  if (!desk_store_read_int (stmt, &counts[DESK_VISIT_FILTER_OPEN], &found, error))
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_VISITS_OFFERED_COUNT);
  desk_stmt_bind_int (stmt, "staff_id", query->staff_id);
  return desk_store_read_int (stmt, &counts[DESK_VISIT_FILTER_OFFERED], &found, error);
}

static DeskStmt *
visits_of (DeskDb *db, const DeskListQuery *query)
{
  DeskStmt *stmt;

  switch (query->filter)
    {
    case DESK_VISIT_FILTER_ALL:
      return desk_db_get (db, DESK_SQL_VISITS_ALL);
    case DESK_VISIT_FILTER_OPEN:
      stmt = desk_db_get (db, DESK_SQL_VISITS_OPEN);
      desk_stmt_bind_int (stmt, "outage_kind", DESK_KIND_OUTAGE);
      return stmt;
    case DESK_VISIT_FILTER_OFFERED:
      stmt = desk_db_get (db, DESK_SQL_VISITS_OFFERED);
      desk_stmt_bind_int (stmt, "staff_id", query->staff_id);
      return stmt;
    default:
      stmt = desk_db_get (db, DESK_SQL_VISITS_TODAY);
      desk_stmt_bind_int (stmt, "since", query->today_begin);
      return stmt;
    }
}

/* By time; descending: the latest first. */
gboolean
desk_store_list_visits (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  static const gint64 channels[] = { [DESK_VISIT_FILTER_WALK_IN] = DESK_CHANNEL_WALK_IN,
                                     [DESK_VISIT_FILTER_PHONE] = DESK_CHANNEL_PHONE,
                                     [DESK_VISIT_FILTER_MESSAGE] = DESK_CHANNEL_MESSAGE,
                                     [DESK_VISIT_FILTER_OFFERED] = 0 };
  DeskStmt *stmt;
  DeskStep step = DESK_STEP_DONE;

  if (!count_visits (db, query, counts, error))
    return FALSE;
  stmt = visits_of (db, query);
  while (!desk_list_query_is_met (query, ids) && (step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 channel = channels[query->filter];

      if ((channel == 0 || desk_stmt_int (stmt, 1) == channel)
          && (query->filter != DESK_VISIT_FILTER_MINE || desk_stmt_int (stmt, 2) == query->staff_id))
        take (query, desk_stmt_int (stmt, 0), query->building_id, ids);
    }
  desk_stmt_reset (stmt);
  if (step == DESK_STEP_FAILED)
    return FALSE;
  if (query->descending)
    reverse (ids);
  return TRUE;
}

static void
set_text (DeskCell *cell, DeskStmt *stmt, int column)
{
  cell->text = g_strdup (desk_stmt_text (stmt, column));
}

/* Somebody known by name; else the name or masked phone that was given. */
static char *
caller_of (DeskStmt *stmt, int name, int caller, int phone)
{
  if (*desk_stmt_text (stmt, name) != '\0')
    return g_strdup (desk_stmt_text (stmt, name));
  if (*desk_stmt_text (stmt, caller) != '\0')
    return g_strdup (desk_stmt_text (stmt, caller));
  return *desk_stmt_text (stmt, phone) != '\0' ? desk_mask_phone (desk_stmt_text (stmt, phone)) : g_strdup ("");
}

/* One row of the log; *@row stays NULL where the entry is gone. */
gboolean
desk_store_visit_row (DeskDb *db, gint64 id, DeskRow **row, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_VISIT_ROW);
  gboolean found;
  DeskCell *cells;

  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "case_kind", DESK_KIND_SERVICE_CASE);
  desk_stmt_bind_int (stmt, "memo_kind", DESK_KIND_MEMO);
  desk_stmt_bind_int (stmt, "outage_kind", DESK_KIND_OUTAGE);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = desk_row_new (id, desk_stmt_int (stmt, 0), desk_list_spec (DESK_LIST_VISITS)->n_columns);
  cells = (*row)->cells;
  cells[DESK_VISIT_COLUMN_AT].number = desk_stmt_int (stmt, 1);
  cells[DESK_VISIT_COLUMN_CHANNEL].number = desk_stmt_int (stmt, 2);
  cells[DESK_VISIT_COLUMN_KIND].number = desk_stmt_int (stmt, 3);
  set_text (&cells[DESK_VISIT_COLUMN_UNIT], stmt, 4);
  cells[DESK_VISIT_COLUMN_CALLER].text = caller_of (stmt, 5, 6, 7);
  set_text (&cells[DESK_VISIT_COLUMN_ABOUT], stmt, 8);
  set_text (&cells[DESK_VISIT_COLUMN_SUMMARY], stmt, 9);
  set_text (&cells[DESK_VISIT_COLUMN_BECAME], stmt, 10);
  cells[DESK_VISIT_COLUMN_BECAME].number = desk_stmt_int (stmt, 11);
  cells[DESK_VISIT_COLUMN_STATE].number = desk_visit_state (desk_stmt_int (stmt, 14), desk_stmt_int (stmt, 15));
  set_text (&cells[DESK_VISIT_COLUMN_STAFF], stmt, 12);
  set_text (&cells[DESK_VISIT_COLUMN_OWNER], stmt, 13);
  desk_stmt_reset (stmt);
  return TRUE;
}

/* One row of a list of cases; *@row stays NULL where the case is gone. In the place of the working days left stands the
 * calendar that counts them, 0 none: calendars are the service's. */
gboolean
desk_store_case_row (DeskDb *db, gint64 id, DeskRow **row, GError **error)
{
  static const DeskCaseColumn numbers[]
      = { DESK_CASE_COLUMN_DUE, DESK_CASE_COLUMN_STATE, DESK_CASE_COLUMN_OPENED, DESK_CASE_COLUMN_URGENCY,
          DESK_CASE_COLUMN_HURRIED, DESK_CASE_COLUMN_WAIT_REASON, DESK_CASE_COLUMN_SINCE, DESK_CASE_COLUMN_WARN_AT,
          DESK_CASE_COLUMN_FINISHED_DUE, DESK_CASE_COLUMN_SEVERITY, DESK_CASE_COLUMN_STAGE, DESK_CASE_COLUMN_WORK_DAYS };
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_CASE_ROW);
  gboolean found;
  DeskCell *cells;

  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = desk_row_new (id, desk_stmt_int (stmt, 0), desk_list_spec (DESK_LIST_REPAIRS)->n_columns);
  cells = (*row)->cells;
  set_text (&cells[DESK_CASE_COLUMN_UNIT], stmt, 1);
  set_text (&cells[DESK_CASE_COLUMN_TITLE], stmt, 2);
  set_text (&cells[DESK_CASE_COLUMN_CATEGORY], stmt, 3);
  set_text (&cells[DESK_CASE_COLUMN_ASSIGNEE], stmt, 4);
  set_text (&cells[DESK_CASE_COLUMN_NUMBER], stmt, 5);
  cells[DESK_CASE_COLUMN_CALLER].text = caller_of (stmt, 6, 7, 8);
  cells[DESK_CASE_COLUMN_RESULT].text = g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    cells[numbers[i]].number = desk_stmt_int (stmt, 9 + (int) i);
  desk_stmt_reset (stmt);
  return TRUE;
}
