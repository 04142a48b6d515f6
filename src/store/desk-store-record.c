/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-record.h"

#include "desk-store-key.h"

#define ROW(kind) \
  [DESK_KIND_##kind] = { DESK_SQL_##kind##_GET, DESK_SQL_##kind##_INSERT, DESK_SQL_##kind##_UPDATE, DESK_SQL_##kind##_DELETE }

static const struct
{
  DeskSql get;
  DeskSql insert;
  DeskSql update;
  DeskSql remove;
} statements[DESK_N_KINDS] = {
#define X(name, number, nick) ROW (name),
  DESK_KINDS (X)
#undef X
};

/* Returns: (transfer full): the record whose id, version and fields stand in @stmt's row from @first_column on. */
gpointer
desk_store_map (DeskStmt *stmt, DeskKind kind, int first_column)
{
  const DeskRecordSpec *spec = desk_record_spec (kind);
  DeskRecord *record = desk_record_new (kind);

  record->id = desk_stmt_int (stmt, first_column);
  record->version = desk_stmt_int (stmt, first_column + 1);
  for (guint i = 0; i < spec->n_fields; i++)
    if (spec->fields[i].type == DESK_FIELD_TEXT)
      desk_record_set_text (record, &spec->fields[i], desk_stmt_text (stmt, first_column + 2 + (int) i));
    else
      desk_record_set_int (record, &spec->fields[i], desk_stmt_int (stmt, first_column + 2 + (int) i));
  return record;
}

/**
 * desk_store_get:
 * @kind: of the record
 * @id: its id
 * @error: NOT_FOUND with problem GONE, or a store error
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
desk_store_get (DeskDb *db, DeskKind kind, gint64 id, GError **error)
{
  DeskStmt *stmt;
  gpointer record = NULL;
  gboolean found;

  g_return_val_if_fail (desk_record_spec (kind) != NULL, NULL);
  stmt = desk_db_get (db, statements[kind].get);
  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return NULL;
  if (found)
    record = desk_store_map (stmt, kind, 0);
  else
    desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, desk_kind_nick (kind), NULL);
  desk_stmt_reset (stmt);
  return record;
}

static void
bind_fields (DeskStmt *stmt, gconstpointer record)
{
  const DeskRecord *head = record;
  const DeskRecordSpec *spec = desk_record_spec (head->kind);

  desk_stmt_bind_ref (stmt, "id", head->id);
  desk_stmt_bind_int (stmt, "version", head->version);
  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];

      if (field->type == DESK_FIELD_TEXT)
        desk_stmt_bind_text (stmt, field->name, desk_record_get_text (record, field));
      else if (field->type == DESK_FIELD_REF)
        desk_stmt_bind_ref (stmt, field->name, desk_record_get_int (record, field));
      else
        desk_stmt_bind_int (stmt, field->name, desk_record_get_int (record, field));
    }
}

/* Makes @record, with the id it carries (an undone removal) or a new one, which is filled in together with the
 * version; writes its search keys. */
gboolean
desk_store_insert (DeskDb *db, gpointer record, GError **error)
{
  DeskRecord *head = record;
  DeskStmt *stmt = desk_db_get (db, statements[head->kind].insert);

  if (head->version == 0)
    head->version = 1;
  bind_fields (stmt, record);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  head->id = desk_db_last_id (db);
  return desk_store_key_change (db, NULL, record, error);
}

static void
set_stale (GError **error)
{
  desk_error_set (error, DESK_ERROR_STALE, DESK_PROBLEM_CHANGED_MEANWHILE, NULL, "", "", NULL);
}

/* Writes @record where the stored version is still its own, and counts the version up; rewrites its search keys.
 * Error STALE when somebody was faster; NOT_FOUND when it is gone. */
gboolean
desk_store_update (DeskDb *db, gpointer record, GError **error)
{
  DeskRecord *head = record;
  g_autoptr (DeskRecord) before = desk_store_get (db, head->kind, head->id, error);
  DeskStmt *stmt;

  if (before == NULL)
    return FALSE;
  stmt = desk_db_get (db, statements[head->kind].update);
  bind_fields (stmt, record);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  if (desk_db_changes (db) != 1)
    {
      set_stale (error);
      return FALSE;
    }
  head->version++;
  return desk_store_key_change (db, before, record, error);
}

/* Takes @record away under its version, with its search keys. CONSEQUENCE when other records point at it. */
gboolean
desk_store_delete (DeskDb *db, gconstpointer record, GError **error)
{
  const DeskRecord *head = record;
  DeskStmt *stmt;

  if (!desk_store_key_change (db, record, NULL, error))
    return FALSE;
  stmt = desk_db_get (db, statements[head->kind].remove);
  desk_stmt_bind_int (stmt, "id", head->id);
  desk_stmt_bind_int (stmt, "version", head->version);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  if (desk_db_changes (db) == 1)
    return TRUE;
  set_stale (error);
  return FALSE;
}
