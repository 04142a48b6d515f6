/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-backup.h"

#include <string.h>

#include "desk-db-copy.h"
#include "desk-setting.h"
#include "desk-store-trail.h"

void
desk_mark_clear (DeskMark *mark)
{
  g_clear_pointer (&mark->store_id, g_free);
  g_clear_pointer (&mark->counts, g_free);
}

/* Puts @mark into a copy. */
gboolean
desk_store_add_mark (DeskDb *db, const DeskMark *mark, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_BACKUP_MARK_ADD);

  desk_stmt_bind_int (stmt, "at", mark->at);
  desk_stmt_bind_text (stmt, "store_id", mark->store_id);
  desk_stmt_bind_int (stmt, "act_id", mark->act_id);
  desk_stmt_bind_int (stmt, "trail_id", mark->trail_id);
  desk_stmt_bind_blob (stmt, "head", mark->head, sizeof mark->head);
  desk_stmt_bind_text (stmt, "counts", mark->counts);
  return desk_stmt_run (stmt, error);
}

/* Reads the latest mark. A copy that an upgrade kept has none. */
gboolean
desk_store_get_mark (DeskDb *db, DeskMark *mark, gboolean *found, GError **error)
{
  DeskStmt *stmt;
  const guint8 *head;
  gsize n;

  *found = FALSE;
  if (desk_db_get_schema (db) < DESK_SCHEMA_WITH_MARKS)
    return TRUE;
  stmt = desk_db_get (db, DESK_SQL_BACKUP_MARK_LAST);
  if (!desk_stmt_one (stmt, found, error))
    return FALSE;
  if (*found)
    {
      mark->at = desk_stmt_int (stmt, 0);
      mark->store_id = g_strdup (desk_stmt_text (stmt, 1));
      mark->act_id = desk_stmt_int (stmt, 2);
      mark->trail_id = desk_stmt_int (stmt, 3);
      head = desk_stmt_blob (stmt, 4, &n);
      memcpy (mark->head, head, MIN (n, sizeof mark->head));
      mark->counts = g_strdup (desk_stmt_text (stmt, 5));
    }
  desk_stmt_reset (stmt);
  return TRUE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* Returns: (transfer full): the rows of every table but the marks, as DeskMark has them. */
static char *
count_rows (DeskDb *db, GError **error)
{
  g_autoptr (GHashTable) counts = desk_db_count_tables (db, error);
  g_autoptr (GList) names = NULL;
  GString *lines;

  if (counts == NULL)
    return NULL;
  lines = g_string_new (NULL);
  names = g_list_sort (g_hash_table_get_keys (counts), by_name);
  for (GList *name = names; name != NULL; name = name->next)
    if (!g_str_equal (name->data, "backup_mark"))
      g_string_append_printf (lines, "%s %" G_GINT64_FORMAT ";", (char *) name->data,
                              *(gint64 *) g_hash_table_lookup (counts, name->data));
  return g_string_free (lines, FALSE);
}

/* What a backup of this very state says of itself, @at the time. */
gboolean
desk_store_take_mark (DeskDb *db, gint64 at, DeskMark *mark, GError **error)
{
  gboolean found;

  mark->at = at;
  mark->store_id = desk_store_get_setting (db, desk_setting_name (DESK_SETTING_STORE_ID), error);
  return mark->store_id != NULL && desk_store_read_int (desk_db_get (db, DESK_SQL_ACT_LAST), &mark->act_id, &found, error)
         && desk_store_get_trail_head (db, &mark->trail_id, mark->head, error)
         && (mark->counts = count_rows (db, error)) != NULL;
}

gboolean
desk_store_count_acts_after (DeskDb *db, gint64 act_id, gint64 *n, gint64 *last_at, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACTS_AFTER);
  gboolean found;

  desk_stmt_bind_int (stmt, "act_id", act_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *n = found ? desk_stmt_int (stmt, 0) : 0;
  *last_at = found ? desk_stmt_int (stmt, 1) : 0;
  desk_stmt_reset (stmt);
  return TRUE;
}

gboolean
desk_store_has_head (DeskDb *db, const DeskMark *mark, gboolean *has, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_HASH);
  gboolean found;
  gsize n = 0;

  desk_stmt_bind_int (stmt, "id", mark->trail_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *has = mark->trail_id == 0
         || (found && memcmp (desk_stmt_blob (stmt, 0, &n), mark->head, sizeof mark->head) == 0 && n == sizeof mark->head);
  desk_stmt_reset (stmt);
  return TRUE;
}

gboolean
desk_store_touched_after (DeskDb *db, DeskKind kind, gint64 id, const DeskMark *mark, gboolean *touched, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TOUCHED_AFTER);
  gint64 n;
  gboolean found;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", id);
  desk_stmt_bind_int (stmt, "trail_id", mark->trail_id);
  desk_stmt_bind_int (stmt, "act_id", mark->act_id);
  if (!desk_store_read_int (stmt, &n, &found, error))
    return FALSE;
  *touched = n > 0;
  return TRUE;
}
