/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-record.h"

#include "desk-store-key.h"
#include "desk-store-trail.h"

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
  const DeskRecord *head = record;
  g_autoptr (DeskRecord) before = desk_store_get (db, head->kind, head->id, error);

  return before != NULL && desk_store_update_from (db, before, record, error);
}

/* The same for a caller that has read the stored record in this transaction: @before. */
gboolean
desk_store_update_from (DeskDb *db, gconstpointer before, gpointer record, GError **error)
{
  DeskRecord *head = record;
  DeskStmt *stmt = desk_db_get (db, statements[head->kind].update);

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

/* Writes the derived fields of @unit, which was @before, with its search keys. The version stays: nobody typed
 * anything, and an editor that is open on the unit works them out anew when it saves. */
gboolean
desk_store_relabel (DeskDb *db, gconstpointer before, gconstpointer unit, GError **error)
{
  static const char *const fields[] = { "building_code", "entrance_code", "label", "label_key", "sort_key" };
  const DeskRecord *head = unit;
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_UNIT_RELABEL);

  g_assert (head->kind == DESK_KIND_UNIT);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    desk_stmt_bind_text (stmt, fields[i],
                         desk_record_get_text (unit, desk_record_find_field (DESK_KIND_UNIT, fields[i])));
  desk_stmt_bind_int (stmt, "id", head->id);
  desk_stmt_bind_int (stmt, "version", head->version);
  return desk_stmt_run (stmt, error) && desk_store_key_change (db, before, unit, error);
}

/* Counts the version of person @id up, because phones or documents changed: whoever has the person open is told. */
gboolean
desk_store_touch_person (DeskDb *db, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) person = desk_store_get (db, DESK_KIND_PERSON, id, error);
  DeskStmt *stmt;

  if (person == NULL)
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_PERSON_TOUCH);
  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "version", person->version);
  return desk_stmt_run (stmt, error);
}

/* @user: (out): a kind of which some record still points at record @id of @kind, DESK_KIND_NONE when none does. */
gboolean
desk_store_find_user (DeskDb *db, DeskKind kind, gint64 id, DeskKind *user, GError **error)
{
  static const DeskSql users[DESK_N_KINDS] = {
    [DESK_KIND_COMMUNITY] = DESK_SQL_USERS_OF_COMMUNITY, [DESK_KIND_BUILDING] = DESK_SQL_USERS_OF_BUILDING,
    [DESK_KIND_ENTRANCE] = DESK_SQL_USERS_OF_ENTRANCE,   [DESK_KIND_UNIT] = DESK_SQL_USERS_OF_UNIT,
    [DESK_KIND_PERSON] = DESK_SQL_USERS_OF_PERSON,
  };
  DeskStmt *stmt;
  gint64 found_kind;
  gboolean found;

  *user = DESK_KIND_NONE;
  if (users[kind] == 0)
    return TRUE;
  stmt = desk_db_get (db, users[kind]);
  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_store_read_int (stmt, &found_kind, &found, error))
    return FALSE;
  if (found)
    *user = (DeskKind) found_kind;
  return TRUE;
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
