/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-blob.h"

#include <string.h>

#include "desk-store-trail.h"

#define SHA256_LENGTH 32

static void
digest_of (const guint8 *bytes, gsize n_bytes, guint8 digest[SHA256_LENGTH])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = SHA256_LENGTH;

  g_checksum_update (sum, bytes, (gssize) n_bytes);
  g_checksum_get_digest (sum, digest, &length);
}

/* Keeps @bytes, or finds that they are kept already. @id: (out). */
gboolean
desk_store_keep_blob (DeskDb *db, GBytes *bytes, const char *mime, gint64 *id, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint8 digest[SHA256_LENGTH];
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_BLOB_BY_SHA256);
  gboolean found;

  digest_of (data, size, digest);
  desk_stmt_bind_blob (stmt, "sha256", digest, sizeof digest);
  if (!desk_store_read_int (stmt, id, &found, error))
    return FALSE;
  if (found)
    return TRUE;
  stmt = desk_db_get (db, DESK_SQL_BLOB_INSERT);
  desk_stmt_bind_blob (stmt, "sha256", digest, sizeof digest);
  desk_stmt_bind_text (stmt, "mime", mime);
  desk_stmt_bind_blob (stmt, "bytes", data, size);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  *id = desk_db_last_id (db);
  return TRUE;
}

/* Reads one and asks whether it is what was kept. */
static GBytes *
read_blob (DeskDb *db, gint64 id, gboolean *sound, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_BLOB_GET);
  guint8 digest[SHA256_LENGTH];
  const guint8 *kept, *bytes;
  gsize n_kept, n_bytes;
  gboolean found;
  GBytes *result;

  desk_stmt_bind_int (stmt, "id", id);
  if (!desk_stmt_one (stmt, &found, error))
    return NULL;
  if (!found)
    {
      *sound = FALSE;
      return g_bytes_new (NULL, 0);
    }
  kept = desk_stmt_blob (stmt, 0, &n_kept);
  bytes = desk_stmt_blob (stmt, 1, &n_bytes);
  digest_of (bytes, n_bytes, digest);
  *sound = n_kept == sizeof digest && memcmp (kept, digest, sizeof digest) == 0;
  result = g_bytes_new (bytes, n_bytes);
  desk_stmt_reset (stmt);
  return result;
}

/* Returns: (transfer full) (nullable): a content; DAMAGED where it is not what was kept. */
GBytes *
desk_store_get_blob (DeskDb *db, gint64 id, GError **error)
{
  gboolean sound;
  g_autoptr (GBytes) bytes = read_blob (db, id, &sound, error);

  if (bytes == NULL || sound)
    return g_steal_pointer (&bytes);
  desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED, NULL, desk_db_get_path (db), NULL);
  return NULL;
}

/* Reads every content against its digest. @n_damaged, @n_missing: (out): contents that are not what was kept, and files
 * whose content is not there. */
gboolean
desk_store_check_blobs (DeskDb *db, gint64 *n_damaged, gint64 *n_missing, GError **error)
{
  gint64 after = 0;
  gboolean found;

  *n_damaged = 0;
  for (;;)
    {
      DeskStmt *stmt = desk_db_get (db, DESK_SQL_BLOB_IDS);
      g_autoptr (GArray) ids = NULL;

      desk_stmt_bind_int (stmt, "after", after);
      ids = desk_store_read_ids (stmt, error);
      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        {
          gboolean sound;
          g_autoptr (GBytes) bytes = read_blob (db, g_array_index (ids, gint64, i), &sound, error);

          if (bytes == NULL)
            return FALSE;
          *n_damaged += sound ? 0 : 1;
        }
      if (ids->len == 0)
        return desk_store_read_int (desk_db_get (db, DESK_SQL_BLOBS_MISSING), n_missing, &found, error);
      after = g_array_index (ids, gint64, ids->len - 1);
    }
}
