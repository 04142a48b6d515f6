/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-count.h"

#include "desk-register-case.h"
#include "desk-store-trail.h"

/* The parts that are counted, and how they are counted from the records. */
static const struct
{
  DeskKind kind;
  gint64 part;
  DeskSql recount;
} parts[] = {
  { DESK_KIND_VISIT, 0, DESK_SQL_VISITS_COUNT },
  { DESK_KIND_SERVICE_CASE, DESK_CASE_REPAIR, DESK_SQL_CASES_CLOSED_COUNT },
  { DESK_KIND_SERVICE_CASE, DESK_CASE_COMPLAINT, DESK_SQL_CASES_CLOSED_COUNT },
};

/* Returns: the part that @record counts in, -1 none. */
static gint64
part_of (const DeskRecord *record)
{
  if (record == NULL)
    return -1;
  if (record->kind == DESK_KIND_VISIT)
    return 0;
  if (record->kind == DESK_KIND_SERVICE_CASE && ((const DeskCase *) record)->live == 0)
    return ((const DeskCase *) record)->kind;
  return -1;
}

static gboolean
add (DeskDb *db, DeskKind kind, gint64 part, gint64 n, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ROW_COUNT_ADD);

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "part", part);
  desk_stmt_bind_int (stmt, "n", n);
  return desk_stmt_run (stmt, error);
}

/* Keeps the counts in step with a record, in the caller's transaction. @before, @after: (nullable): as it was and as it is. */
gboolean
desk_store_count_change (DeskDb *db, gconstpointer before, gconstpointer after, GError **error)
{
  const DeskRecord *record = after != NULL ? after : before;
  gint64 from = part_of (before), to = part_of (after);

  return from == to
         || ((from < 0 || add (db, record->kind, from, -1, error)) && (to < 0 || add (db, record->kind, to, 1, error)));
}

static gboolean
recount (DeskDb *db, guint i, gint64 *n, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, parts[i].recount);
  gboolean found;

  if (parts[i].kind == DESK_KIND_SERVICE_CASE)
    desk_stmt_bind_int (stmt, "kind", parts[i].part);
  return desk_store_read_int (stmt, n, &found, error);
}

/* Counts anew from the records. */
gboolean
desk_store_count_make (DeskDb *db, GError **error)
{
  if (!desk_stmt_run (desk_db_get (db, DESK_SQL_ROW_COUNT_CLEAR), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64 n;

      if (!recount (db, i, &n, error) || !add (db, parts[i].kind, parts[i].part, n, error))
        return FALSE;
    }
  return TRUE;
}

/* @n: (out): how many there are of that part. */
gboolean
desk_store_count_get (DeskDb *db, DeskKind kind, gint64 part, gint64 *n, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ROW_COUNT_GET);
  gboolean found;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "part", part);
  return desk_store_read_int (stmt, n, &found, error);
}

/* @n_wrong: (out): how many of the counts a recount does not confirm. */
gboolean
desk_store_count_check (DeskDb *db, gint64 *n_wrong, GError **error)
{
  *n_wrong = 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gint64 counted, kept = 0;

      if (!recount (db, i, &counted, error) || !desk_store_count_get (db, parts[i].kind, parts[i].part, &kept, error))
        return FALSE;
      *n_wrong += counted != kept;
    }
  return TRUE;
}
