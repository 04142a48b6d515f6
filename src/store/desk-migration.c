/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-db-private.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "desk-db-copy.h"
#include "desk-store-resource.h"

/* Append-only: released files are never edited. */
static const char *const migrations[] = {
  "0001-register.sql",
  "0002-staff.sql",
  "0003-backup.sql",
  "0004-rights.sql",
  "0005-cases.sql",
  "0006-follow-up.sql",
  "0007-trail.sql",
  "0008-follow-up-index.sql",
  "0009-case-order.sql",
  "0010-follow-up-moment.sql",
  "0011-quote.sql",
  "0012-complaint.sql",
  "0013-outage.sql",
  "0014-bill.sql",
  "0015-figure.sql",
  "0016-callback.sql",
  "0017-phrase.sql",
  "0018-words.sql",
  "0019-row-count.sql",
  "0020-saved-filter.sql",
  "0021-response.sql",
};

int
desk_db_schema (void)
{
  return G_N_ELEMENTS (migrations);
}

/* One step: its statements and the new user_version in one transaction, or nothing at all. */
static gboolean
run_step (DeskDb *db, const char *text, int step, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", step);
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", DESK_STORE_APPLICATION_ID);

  if (!desk_db_begin (db, error))
    return FALSE;
  if (!desk_db_exec (db, text, error) || !desk_db_exec (db, id, error)
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
  if (g_rename (part, copy) == 0)
    return TRUE;
  desk_error_set (error, DESK_ERROR_IO, DESK_PROBLEM_DISK_FAILED, NULL, copy, g_strerror (errno), NULL);
  return FALSE;
}

/**
 * desk_db_migrate_by:
 * @texts: (array length=n_texts): the statements of every step there ever was, the first one's first
 * @n_texts: the schema the store shall have
 * @fresh: the store was just made
 *
 * Brings the store from its schema to @n_texts, step by step. A step that fails leaves the store at the one before.
 */
gboolean
desk_db_migrate_by (DeskDb *db, const char *const *texts, int n_texts, gboolean fresh, GError **error)
{
  gint64 from;

  if (!desk_db_pragma_int (db, "PRAGMA user_version", &from, error))
    return FALSE;
  if (from == n_texts)
    return TRUE;
  if (!fresh && !keep_copy (db, from, error))
    return FALSE;
  for (int step = (int) from + 1; step <= n_texts; step++)
    if (!run_step (db, texts[step - 1], step, error))
      return FALSE;
  return TRUE;
}

/* The same by the program's own steps, as far as @n_steps. */
static gboolean
migrate_to (DeskDb *db, int n_steps, gboolean fresh, GError **error)
{
  const char *texts[G_N_ELEMENTS (migrations)];
  GBytes *bytes[G_N_ELEMENTS (migrations)] = { NULL };
  gboolean ok = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (migrations) && ok; i++)
    {
      g_autofree char *name = g_strconcat ("/org/frontdesk/Frontdesk/migrations/", migrations[i], NULL);

      bytes[i] = g_resource_lookup_data (desk_store_get_resource (), name, 0, error);
      ok = bytes[i] != NULL;
      texts[i] = ok ? g_bytes_get_data (bytes[i], NULL) : NULL;
    }
  ok = ok && desk_db_migrate_by (db, texts, n_steps, fresh, error);
  for (guint i = 0; i < G_N_ELEMENTS (migrations); i++)
    g_clear_pointer (&bytes[i], g_bytes_unref);
  return ok;
}

/* Brings the store to the schema of this program. @fresh: it was just made. */
gboolean
desk_db_migrate (DeskDb *db, gboolean fresh, GError **error)
{
  return migrate_to (db, G_N_ELEMENTS (migrations), fresh, error);
}

/* Gives an empty file that is open the @schema of an earlier program. */
gboolean
desk_db_migrate_fresh_to (DeskDb *db, int schema, GError **error)
{
  return migrate_to (db, CLAMP (schema, 1, (int) G_N_ELEMENTS (migrations)), TRUE, error);
}
