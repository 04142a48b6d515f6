/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-list-case.h"

#include "desk-case-kind.h"

/* Who is to be called back: few, in one walk with all counts. */

typedef struct
{
  gint64 id;
  gint64 kind;
  gint64 due;
  gint64 again;
  gint64 tries;
} Call;

static gboolean
passes (const Call *row, guint filter, gint64 now)
{
  switch (filter)
    {
    case DESK_CALLBACK_FILTER_OVERDUE:
      return row->due < now;
    case DESK_CALLBACK_FILTER_NOT_REACHED:
      return row->tries > 0;
    case DESK_CALLBACK_FILTER_COMPLAINTS:
      return row->kind == DESK_CASE_COMPLAINT;
    case DESK_CALLBACK_FILTER_REPAIRS:
      return row->kind == DESK_CASE_REPAIR;
    case DESK_CALLBACK_FILTER_ALL:
    default:
      return TRUE;
    }
}

static int
by_again (gconstpointer a, gconstpointer b)
{
  const Call *x = a, *y = b;

  if (x->again != y->again)
    return x->again < y->again ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static int
by_id (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

static void
take (const DeskListQuery *query, const Call *row, GArray *ids)
{
  gint32 id = (gint32) row->id;

  if (passes (row, query->filter, query->now) && (query->within == NULL || desk_id_set_has (query->within, id)))
    g_array_append_val (ids, id);
}

/* Those due first come first; whom nobody reached comes when it is time again, after the others. */
gboolean
desk_store_list_callbacks (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_CALLBACKS_OPEN);
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (Call));
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      Call row = { desk_stmt_int (stmt, 0), desk_stmt_int (stmt, 1), desk_stmt_int (stmt, 2), desk_stmt_int (stmt, 3),
                   desk_stmt_int (stmt, 4) };

      if (query->building_id != 0 && query->building_id != desk_stmt_int (stmt, 5))
        continue;
      for (guint i = 0; i <= DESK_CALLBACK_FILTER_REPAIRS; i++)
        counts[i] += passes (&row, i, query->now) ? 1 : 0;
      if (row.again > query->now)
        g_array_append_val (later, row);
      else
        take (query, &row, ids);
    }
  g_array_sort (later, by_again);
  for (guint i = 0; i < later->len; i++)
    take (query, &g_array_index (later, Call, i), ids);
  if (query->sort == DESK_CASE_COLUMN_NUMBER)
    g_array_sort (ids, by_id);
  if (query->descending)
    for (guint i = 0; i < ids->len / 2; i++)
      {
        gint32 kept = g_array_index (ids, gint32, i);

        g_array_index (ids, gint32, i) = g_array_index (ids, gint32, ids->len - 1 - i);
        g_array_index (ids, gint32, ids->len - 1 - i) = kept;
      }
  return step == DESK_STEP_DONE;
}

/* Puts what matters of a callback into the row of a case: @row is NULL where the case is gone. */
gboolean
desk_store_callback_row (DeskDb *db, gint64 id, DeskRow *row, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_CALLBACK_OF);
  gboolean found;

  if (row == NULL)
    return TRUE;
  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      gint64 due = desk_stmt_int (stmt, 0), again = desk_stmt_int (stmt, 1);

      row->cells[DESK_CASE_COLUMN_DUE].number = again != 0 ? MIN (due, again) : due;
      row->cells[DESK_CASE_COLUMN_WARN_AT].number = 0;
      row->cells[DESK_CASE_COLUMN_WORK_DAYS].number = 0;
      row->cells[DESK_CASE_COLUMN_TRIES].number = desk_stmt_int (stmt, 2);
      g_free (row->cells[DESK_CASE_COLUMN_RESULT].text);
      row->cells[DESK_CASE_COLUMN_RESULT].text = g_strdup (desk_stmt_text (stmt, 3));
    }
  desk_stmt_reset (stmt);
  return TRUE;
}
