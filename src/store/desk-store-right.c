/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-right.h"

#include "desk-store-trail.h"

/* @matrix: (out): what a new store begins with, and over it what was changed. Codes and levels this program does not know
 * are left alone: a newer one wrote them. */
gboolean
desk_store_get_matrix (DeskDb *db, DeskMatrix *matrix, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_RIGHT_CHANGES);
  DeskStep step;

  desk_matrix_set_default (matrix);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      int right = desk_right_find (desk_stmt_text (stmt, 0));
      gint64 role = desk_stmt_int (stmt, 1);
      int level = desk_level_find (desk_stmt_text (stmt, 2));

      if (right >= DESK_RIGHT_FIRST && role < DESK_N_STAFF_ROLES && level >= 0
          && !desk_matrix_is_fixed ((DeskRight) right, (DeskStaffRole) role))
        matrix->level[right][role] = (guint8) level;
    }
  return step != DESK_STEP_FAILED;
}

/* @id: (out): of the change that stands for @code and @role, 0 none. */
gboolean
desk_store_find_right_change (DeskDb *db, const char *code, gint64 role, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_RIGHT_CHANGE_OF);
  gboolean found;

  *id = 0;
  desk_stmt_bind_text (stmt, "code", code);
  desk_stmt_bind_int (stmt, "role", role);
  return desk_store_read_int (stmt, id, &found, error);
}

/* Returns: (transfer full) (nullable): ids of requests that wait, and of those that @staff_id made and somebody decided
 * at @since or later; the oldest first. */
GArray *
desk_store_list_requests (DeskDb *db, gint64 staff_id, gint64 since, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_REQUEST_IDS);

  desk_stmt_bind_int (stmt, "staff_id", staff_id);
  desk_stmt_bind_int (stmt, "since", since);
  return desk_store_read_ids (stmt, error);
}
