/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-staff.h"

#include "desk-store-record.h"
#include "desk-store-trail.h"

void
desk_staff_secret_clear (DeskStaffSecret *secret)
{
  g_free (secret->hash[0]);
  g_free (secret->hash[1]);
  *secret = (DeskStaffSecret){ 0 };
}

/* @secret: (out): all empty where nothing was ever set. */
gboolean
desk_store_get_secret (DeskDb *db, gint64 staff_id, DeskStaffSecret *secret, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_SECRET_GET);
  gboolean found;

  desk_staff_secret_clear (secret);
  secret->staff_id = staff_id;
  desk_stmt_bind_int (stmt, "staff_id", staff_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  for (int kind = 0; kind < 2; kind++)
    {
      secret->hash[kind] = g_strdup (found ? desk_stmt_text (stmt, kind) : "");
      secret->failures[kind] = found ? desk_stmt_int (stmt, 3 + 2 * kind) : 0;
      secret->failed_at[kind] = found ? desk_stmt_int (stmt, 4 + 2 * kind) : 0;
    }
  secret->must_change = found && desk_stmt_int (stmt, 2) != 0;
  desk_stmt_reset (stmt);
  return TRUE;
}

/* Writes all of it over what stood there. */
gboolean
desk_store_set_secret (DeskDb *db, const DeskStaffSecret *secret, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_SECRET_SET);

  desk_stmt_bind_int (stmt, "staff_id", secret->staff_id);
  desk_stmt_bind_text (stmt, "password", secret->hash[DESK_SECRET_PASSWORD]);
  desk_stmt_bind_text (stmt, "pin", secret->hash[DESK_SECRET_PIN]);
  desk_stmt_bind_int (stmt, "must_change", secret->must_change ? 1 : 0);
  desk_stmt_bind_int (stmt, "password_failures", secret->failures[DESK_SECRET_PASSWORD]);
  desk_stmt_bind_int (stmt, "password_failed_at", secret->failed_at[DESK_SECRET_PASSWORD]);
  desk_stmt_bind_int (stmt, "pin_failures", secret->failures[DESK_SECRET_PIN]);
  desk_stmt_bind_int (stmt, "pin_failed_at", secret->failed_at[DESK_SECRET_PIN]);
  return desk_stmt_run (stmt, error);
}

/* @n_any: (out): how many can sign in at all; @n_passwords: (out): how many of them by a password. */
gboolean
desk_store_count_secrets (DeskDb *db, gint64 *n_any, gint64 *n_passwords, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_SECRET_COUNTS);
  gboolean found;

  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *n_any = found ? desk_stmt_int (stmt, 0) : 0;
  *n_passwords = found ? desk_stmt_int (stmt, 1) : 0;
  desk_stmt_reset (stmt);
  return TRUE;
}

/* Returns: (transfer full) (nullable): ids of those who work here, and behind them of those who left. */
GArray *
desk_store_list_staff (DeskDb *db, gboolean with_left, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_STAFF_IDS);

  desk_stmt_bind_int (stmt, "left", with_left ? 1 : 0);
  return desk_store_read_ids (stmt, error);
}

/* Returns: (transfer full) (nullable): DeskStaffScope of one person. */
GPtrArray *
desk_store_list_scopes (DeskDb *db, gint64 staff_id, GError **error)
{
  g_autoptr (GPtrArray) scopes = g_ptr_array_new_with_free_func (desk_record_free);
  g_autoptr (GArray) ids = NULL;
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_STAFF_SCOPE_IDS);

  desk_stmt_bind_int (stmt, "staff_id", staff_id);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gpointer scope = desk_store_get (db, DESK_KIND_STAFF_SCOPE, g_array_index (ids, gint64, i), error);

      if (scope == NULL)
        return NULL;
      g_ptr_array_add (scopes, scope);
    }
  return g_steal_pointer (&scopes);
}

/* @id: (out): whose login it is, 0 nobody's. */
gboolean
desk_store_find_login (DeskDb *db, const char *login, gint64 *id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_STAFF_BY_LOGIN);
  gboolean found;

  *id = 0;
  desk_stmt_bind_text (stmt, "login", login);
  return desk_store_read_int (stmt, id, &found, error);
}

/* @n: (out): administrators besides @id who work here, and who can sign in once anybody has to. */
gboolean
desk_store_count_other_admins (DeskDb *db, gint64 id, gint64 *n, GError **error)
{
  gint64 any, passwords;
  gboolean found;
  DeskStmt *stmt;

  *n = 0;
  if (!desk_store_count_secrets (db, &any, &passwords, error))
    return FALSE;
  stmt = desk_db_get (db, DESK_SQL_STAFF_OTHER_ADMINS);
  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "secret", any > 0 ? 1 : 0);
  return desk_store_read_int (stmt, n, &found, error);
}

/* @at: (out): when the person came to the sign-in page last, 0 never. */
gboolean
desk_store_get_last_seen (DeskDb *db, gint64 staff_id, gint64 *at, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_STAFF_LAST_SEEN);
  gboolean found;

  *at = 0;
  desk_stmt_bind_int (stmt, "staff_id", staff_id);
  return desk_store_read_int (stmt, at, &found, error);
}
