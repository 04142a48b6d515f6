/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-trail-list.h"

#include "desk-store-trail.h"
#include "desk-trail-filter.h"

/* Is there a row of @stmt? */
static gboolean
has_row (DeskStmt *stmt, gint64 id, gboolean *has, GError **error)
{
  gint64 found;

  desk_stmt_bind_int (stmt, "id", id);
  return desk_store_read_int (stmt, &found, has, error);
}

/* What kind and act alone cannot tell: few rows get here. */
static gboolean
look_closer (DeskDb *db, guint filter, gint64 id, const char *use_case, gboolean *passes, GError **error)
{
  if (filter == DESK_TRAIL_FILTER_REMOVED && *passes)
    return has_row (desk_db_get (db, DESK_SQL_TRAIL_IS_REMOVED), id, passes, error);
  if (filter == DESK_TRAIL_FILTER_REFUSED && !*passes && g_str_equal (use_case, "sign_in"))
    return has_row (desk_db_get (db, DESK_SQL_TRAIL_HAS_REFUSED), id, passes, error);
  return TRUE;
}

/**
 * desk_store_trail_ids:
 * @query: filter, whom, when (begin and end, Unix seconds, end 0: open) and within; newest first when descending
 * @ids: (element-type gint32): the ids are appended
 */
gboolean
desk_store_trail_ids (DeskDb *db, const DeskListQuery *query, GArray *ids, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, query->descending ? DESK_SQL_TRAIL_IDS_DOWN : DESK_SQL_TRAIL_IDS);
  DeskStep step;

  desk_stmt_bind_int (stmt, "begin", query->begin);
  desk_stmt_bind_int (stmt, "end", query->end != 0 ? query->end : G_MAXINT64);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint32 id = (gint32) desk_stmt_int (stmt, 0);
      gboolean passes;

      if ((query->within != NULL && !desk_id_set_has (query->within, id))
          || (query->staff_id != 0
              && (desk_stmt_int (stmt, 1) != query->staff_id || desk_trail_is_by_rule (desk_stmt_text (stmt, 3)))))
        continue;
      if (query->filter != DESK_TRAIL_FILTER_ALL)
        {
          const char *use_case = desk_stmt_text (stmt, 3);

          passes = desk_trail_filter_has ((DeskTrailFilter) query->filter, (DeskKind) desk_stmt_int (stmt, 2), use_case);
          if (!look_closer (db, query->filter, id, use_case, &passes, error))
            {
              desk_stmt_reset (stmt);
              return FALSE;
            }
          if (!passes)
            continue;
        }
      g_array_append_val (ids, id);
    }
  return step == DESK_STEP_DONE;
}

/* Adds the rows of the trail that tell something of a record: of a unit or person all that concerns it. */
gboolean
desk_store_trail_about (DeskDb *db, DeskKind kind, gint64 id, DeskIdSet *set, GError **error)
{
  gboolean subject = kind == DESK_KIND_UNIT || kind == DESK_KIND_PERSON;
  DeskStmt *stmt = desk_db_get (db, subject ? DESK_SQL_TRAIL_OF_SUBJECT : DESK_SQL_TRAIL_OF_RECORD);
  DeskStep step;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    desk_id_set_add (set, desk_stmt_int (stmt, 0));
  return step == DESK_STEP_DONE;
}

/* @trail_id: (out): the last row of a record, 0 when it has none. */
gboolean
desk_store_trail_end (DeskDb *db, DeskKind kind, gint64 id, gint64 *trail_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_END_OF_RECORD);
  gboolean found;

  *trail_id = 0;
  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    *trail_id = desk_stmt_int (stmt, 0);
  desk_stmt_reset (stmt);
  return TRUE;
}

/* @told: (out) (transfer full) (nullable): one row, NULL when there is none. */
gboolean
desk_store_trail_told (DeskDb *db, gint64 trail_id, DeskTold **told, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_ROW);
  gboolean found;

  *told = NULL;
  desk_stmt_bind_int (stmt, "id", trail_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    *told = desk_told_map (stmt);
  desk_stmt_reset (stmt);
  return TRUE;
}

/* Returns: (transfer full) (element-type DeskTold) (nullable): the rows of one act in their order, the first @limit. */
GPtrArray *
desk_store_told_of_act (DeskDb *db, gint64 act_id, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (desk_told_free);
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_OF_SAME_ACT);
  DeskStep step;

  desk_stmt_bind_int (stmt, "act_id", act_id);
  desk_stmt_bind_int (stmt, "limit", limit);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    g_ptr_array_add (rows, desk_told_map (stmt));
  return step == DESK_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}
