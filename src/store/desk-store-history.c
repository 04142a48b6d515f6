/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-history.h"

void
desk_told_free (gpointer told)
{
  DeskTold *self = told;

  if (self == NULL)
    return;
  g_free (self->use_case);
  g_free (self->staff_name);
  g_free (self->changes);
  g_free (self);
}

/* Returns: (transfer full): the row of a statement with the columns of DESK_SQL_TOLD. */
DeskTold *
desk_told_map (DeskStmt *stmt)
{
  DeskTold *told = g_new0 (DeskTold, 1);

  told->trail_id = desk_stmt_int (stmt, 0);
  told->act_id = desk_stmt_int (stmt, 1);
  told->happened_at = desk_stmt_int (stmt, 2);
  told->at = desk_stmt_int (stmt, 3);
  told->kind = desk_stmt_int (stmt, 4);
  told->record_id = desk_stmt_int (stmt, 5);
  told->staff_id = desk_stmt_int (stmt, 6);
  told->use_case = g_strdup (desk_stmt_text (stmt, 7));
  told->staff_name = g_strdup (desk_stmt_text (stmt, 8));
  told->changes = g_strdup (desk_stmt_text (stmt, 9));
  told->undone_by = desk_stmt_int (stmt, 10);
  return told;
}

/**
 * desk_store_history:
 * @kind: UNIT and PERSON give everything that concerns them, other kinds what was done to the record itself
 * @limit: at most so many, the latest
 *
 * Returns: (transfer full) (element-type DeskTold) (nullable): latest first
 */
GPtrArray *
desk_store_history (DeskDb *db, DeskKind kind, gint64 id, guint limit, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (desk_told_free);
  gboolean subject = kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON;
  DeskStmt *stmt = desk_db_get (db, subject ? DESK_SQL_HISTORY_OF_SUBJECT : DESK_SQL_HISTORY_OF_RECORD);
  DeskStep step;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", id);
  desk_stmt_bind_int (stmt, "limit", limit);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    g_ptr_array_add (lines, desk_told_map (stmt));
  return step == DESK_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}
