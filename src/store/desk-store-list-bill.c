/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-list-bill.h"

#include "desk-case-kind.h"
#include "desk-mask.h"
#include "desk-store-trail.h"

/* The longest waiting first; descending: the latest. */
gboolean
desk_store_list_bills (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, query->filter == DESK_BILL_FILTER_READY ? DESK_SQL_BILLS_READY : DESK_SQL_BILLS_TO_CHECK);
  gboolean found;
  DeskStep step;

  if (!desk_store_read_int (desk_db_get (db, DESK_SQL_BILLS_READY_COUNT), &counts[DESK_BILL_FILTER_READY], &found, error)
      || !desk_store_read_int (desk_db_get (db, DESK_SQL_BILLS_TO_CHECK_COUNT), &counts[DESK_BILL_FILTER_TO_CHECK], &found,
                               error))
    return FALSE;
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint32 id = (gint32) desk_stmt_int (stmt, 0);

      if ((query->building_id != 0 && query->building_id != desk_stmt_int (stmt, 1))
          || (query->within != NULL && !desk_id_set_has (query->within, id)))
        continue;
      if (query->descending)
        g_array_prepend_val (ids, id);
      else
        g_array_append_val (ids, id);
    }
  return step == DESK_STEP_DONE;
}

/* *@row stays NULL where the case has no bill any more. */
gboolean
desk_store_bill_row (DeskDb *db, gint64 id, DeskRow **row, GError **error)
{
  static const struct
  {
    DeskBillColumn column;
    int at;
  } texts[] = {
    { DESK_BILL_COLUMN_UNIT, 1 },   { DESK_BILL_COLUMN_TITLE, 5 },     { DESK_BILL_COLUMN_NUMBER, 6 },
    { DESK_BILL_COLUMN_BILLED_BY, 8 }, { DESK_BILL_COLUMN_CHECKED_BY, 9 },
  };
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_BILL_ROW);
  gboolean found;
  DeskCell *cells;

  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  *row = desk_row_new (id, desk_stmt_int (stmt, 0), desk_list_spec (DESK_LIST_BILLS)->n_columns);
  cells = (*row)->cells;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cells[texts[i].column].text = g_strdup (desk_stmt_text (stmt, texts[i].at));
  /* Somebody known by name; else the name or masked phone that was given. */
  cells[DESK_BILL_COLUMN_CALLER].text = *desk_stmt_text (stmt, 2) != '\0'   ? g_strdup (desk_stmt_text (stmt, 2))
                                        : *desk_stmt_text (stmt, 3) != '\0' ? g_strdup (desk_stmt_text (stmt, 3))
                                        : *desk_stmt_text (stmt, 4) != '\0' ? desk_mask_phone (desk_stmt_text (stmt, 4))
                                                                            : g_strdup ("");
  cells[DESK_BILL_COLUMN_AMOUNT].number = desk_stmt_int (stmt, 7);
  cells[DESK_BILL_COLUMN_SINCE].number = desk_stmt_int (stmt, 10);
  desk_stmt_reset (stmt);
  return TRUE;
}

/* Adds to @found the cases whose number, title or caller holds @text, or whose unit is one of @units. */
gboolean
desk_store_match_bills (DeskDb *db, guint filter, const char *text, const DeskIdSet *units, DeskIdSet *found, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_BILLS_MATCH);
  DeskStep step;

  desk_stmt_bind_int (stmt, "state", filter == DESK_BILL_FILTER_READY ? DESK_QUOTE_CHECKED : DESK_QUOTE_BILLED);
  desk_stmt_bind_text (stmt, "text", text);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    if (desk_stmt_int (stmt, 1) != 0 || (units != NULL && desk_id_set_has (units, (gint32) desk_stmt_int (stmt, 2))))
      desk_id_set_add (found, desk_stmt_int (stmt, 0));
  return step == DESK_STEP_DONE;
}
