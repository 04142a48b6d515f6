/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-outage.h"

/* Who is over and has callers that are still to be told. */
static gboolean
read_untold (DeskDb *db, DeskIdSet *untold, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_OUTAGE_UNTOLD);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    desk_id_set_add (untold, desk_stmt_int (stmt, 0));
  return step == DESK_STEP_DONE;
}

/* By when they began; descending: the latest first. */
gboolean
desk_store_list_outages (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  g_autoptr (DeskIdSet) untold = desk_id_set_new ();
  DeskStmt *stmt;
  DeskStep step;

  if (!read_untold (db, untold, error))
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_OUTAGE_IDS);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint32 id = (gint32) desk_stmt_int (stmt, 0);
      gboolean running = desk_stmt_int (stmt, 1) == 0;
      gboolean passes[] = { TRUE, running, desk_id_set_has (untold, id) };

      for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
        counts[i] += passes[i] ? 1 : 0;
      if (passes[query->filter] && (query->within == NULL || desk_id_set_has (query->within, id)))
        g_array_append_val (ids, id);
    }
  if (step != DESK_STEP_DONE)
    return FALSE;
  for (guint i = 0; query->descending && i < ids->len / 2; i++)
    {
      gint32 id = g_array_index (ids, gint32, i);

      g_array_index (ids, gint32, i) = g_array_index (ids, gint32, ids->len - 1 - i);
      g_array_index (ids, gint32, ids->len - 1 - i) = id;
    }
  return TRUE;
}

/* How many hang on it, and how many of them are still to be told. */
gboolean
desk_store_outage_counts (DeskDb *db, gint64 id, gint64 *callers, gint64 *untold, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_OUTAGE_COUNTS);
  gboolean found;

  *callers = *untold = 0;
  desk_stmt_bind_int (stmt, "outage_id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      *callers = desk_stmt_int (stmt, 0);
      *untold = desk_stmt_int (stmt, 1);
      desk_stmt_reset (stmt);
    }
  return TRUE;
}

/* One row; *@row stays NULL where the outage is gone. */
gboolean
desk_store_outage_row (DeskDb *db, gint64 id, DeskRow **row, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_OUTAGE_ROW);
  gboolean found;
  DeskCell *cells;

  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = desk_row_new (id, desk_stmt_int (stmt, 0), desk_list_spec (DESK_LIST_OUTAGES)->n_columns);
  cells = (*row)->cells;
  cells[DESK_OUTAGE_COLUMN_BEGUN].number = desk_stmt_int (stmt, 1);
  cells[DESK_OUTAGE_COLUMN_TOPIC].number = desk_stmt_int (stmt, 2);
  cells[DESK_OUTAGE_COLUMN_BUILDINGS].text = g_strdup (desk_stmt_text (stmt, 3));
  cells[DESK_OUTAGE_COLUMN_TITLE].text = g_strdup (desk_stmt_text (stmt, 4));
  cells[DESK_OUTAGE_COLUMN_EXPECTED].number = desk_stmt_int (stmt, 5);
  cells[DESK_OUTAGE_COLUMN_ENDED].number = desk_stmt_int (stmt, 6);
  desk_stmt_reset (stmt);
  return desk_store_outage_counts (db, id, &cells[DESK_OUTAGE_COLUMN_CALLERS].number,
                                   &cells[DESK_OUTAGE_COLUMN_UNTOLD].number, error);
}
