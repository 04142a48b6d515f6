/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "desk-store-resource.h"

/* Append-only: released files are never edited. */
static const char *const migrations[] = {
  "0001-register.sql",
};

int
desk_db_schema (void)
{
  return G_N_ELEMENTS (migrations);
}

/* One step: its statements and the new user_version in one transaction, or nothing at all. */
static gboolean
run_step (DeskDb *db, int step, GError **error)
{
  g_autofree char *name = g_strconcat ("/org/frontdesk/Frontdesk/migrations/", migrations[step - 1], NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (desk_store_get_resource (), name, 0, error);
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step);
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", DESK_STORE_APPLICATION_ID);

  if (bytes == NULL || !desk_db_begin (db, error))
    return FALSE;
  if (!desk_db_exec (db, g_bytes_get_data (bytes, NULL), error) || !desk_db_exec (db, id, error)
      || !desk_db_exec (db, version, error))
    {
      desk_db_rollback (db);
      return FALSE;
    }
  return desk_db_commit (db, error);
}

/* The copy that is kept before an upgrade: <store>.before-<schema>. One that is there already (an upgrade that was cut
 * off) is left: it is the older state. */
static gboolean
keep_copy (DeskDb *db, gint64 from, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%" G_GINT64_FORMAT, db->path, from + 1);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  g_unlink (part);
  if (!desk_db_copy_to (db, part, error))
    return FALSE;
  g_chmod (part, 0600);
  if (g_rename (part, copy) == 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, copy, g_strerror (errno), NULL);
  return FALSE;
}

/**
 * desk_db_migrate:
 * @fresh: the store was just made
 *
 * Brings the store to the schema of this program, step by step. A step that fails leaves the store at the one before.
 */
gboolean
desk_db_migrate (DeskDb *db, gboolean fresh, GError **error)
{
  gint64 from;

  if (!desk_db_pragma_int (db, "PRAGMA user_version", &from, error))
    return FALSE;
  if (from == desk_db_schema ())
    return TRUE;
  if (!fresh && !keep_copy (db, from, error))
    return FALSE;
  for (int step = (int) from + 1; step <= desk_db_schema (); step++)
    if (!run_step (db, step, error))
      return FALSE;
  return TRUE;
}
