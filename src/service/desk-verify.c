/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-service.h"

#include <string.h>

#include "desk-changes.h"
#include "desk-db-copy.h"
#include "desk-id.h"
#include "desk-register.h"
#include "desk-search-key.h"
#include "desk-service-private.h"
#include "desk-store-blob.h"
#include "desk-store-count.h"
#include "desk-store-key.h"
#include "desk-store-record.h"
#include "desk-store-words.h"
#include "desk-tx.h"
#include "desk-verify-rows.h"

static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
  return TRUE;
}

/* Is this row what its hash says? An erased one (no changes left) is checked by its digest alone. */
static gboolean
row_holds (const DeskTrailRow *row, const guint8 previous[32])
{
  guint8 digest[32], hash[32];

  desk_trail_digest (row, digest);
  if (*row->changes != '\0' && memcmp (digest, row->digest, 32) != 0)
    return FALSE;
  desk_trail_hash (row, previous, hash);
  return memcmp (hash, row->hash, 32) == 0;
}

/* Every act leaves a row: one without had its rows cut off. */
static gboolean
check_last_act (DeskService *service, gint64 last, gint64 *broken, GError **error)
{
  gint64 act;
  gboolean found;

  if (!desk_store_read_int (desk_db_get (service->db, DESK_SQL_ACT_WITHOUT_TRAIL), &act, &found, error))
    return FALSE;
  if (found)
    *broken = last + 1;
  return TRUE;
}

/* Rows that were emptied, and what the erasing rows say of them. */
typedef struct
{
  gint64 emptied, said, first;
} Erased;

static void
count_erased (Erased *erased, const DeskTrailRow *row)
{
  g_autoptr (GPtrArray) changes = NULL;
  const DeskFieldChange *change;

  if (*row->changes == '\0')
    {
      erased->emptied++;
      if (erased->first == 0)
        erased->first = row->id;
    }
  else if (g_str_equal (row->use_case, desk_use_case_nick (DESK_USE_CASE_ERASE_PERSON)))
    {
      changes = desk_changes_from_json (row->changes);
      change = changes != NULL ? desk_changes_find (changes, "erased") : NULL;
      erased->said += change != NULL ? change->new_value.number : 0;
    }
}

/* Walks the chain from its first row, a thousand at a time. A missing id is a broken link too: ids count up by one. */
static gboolean
walk_chain (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  guint8 previous[32] = { 0 };
  gint64 last = 0;
  Erased erased = { 0, 0, 0 };

  for (;;)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (is_cancelled (cancellable, error))
        return FALSE;
      rows = desk_store_get_trail_after (service->db, last, error);
      if (rows == NULL)
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          const DeskTrailRow *row = rows->pdata[i];

          if (report->broken_trail == 0 && (row->id != last + 1 || !row_holds (row, previous)))
            report->broken_trail = row->id;
          count_erased (&erased, row);
          memcpy (previous, row->hash, 32);
          last = row->id;
          report->n_trail++;
        }
      if (rows->len == 0)
        break;
    }
  report->n_erased = erased.emptied;
  /* An emptied row keeps its hash: only the rows that say how many were emptied tell that nobody else did it. */
  if (report->broken_trail == 0 && erased.emptied != erased.said)
    report->broken_trail = MAX (erased.first, 1);
  if (report->broken_trail == 0 && !check_last_act (service, last, &report->broken_trail, error))
    return FALSE;
  report->head = desk_id_hex (previous, sizeof previous);
  return TRUE;
}

/* Counts the keys @record wants, and of them those the table lacks. */
static gboolean
count_keys (DeskService *service, const DeskRecord *record, gint64 *wanted, gint64 *missing, GError **error)
{
  g_autoptr (GPtrArray) keys = desk_store_keys_of (record);

  for (guint i = 0; i < keys->len; i++)
    {
      const DeskSearchKey *key = keys->pdata[i];
      DeskStmt *stmt = desk_db_get (service->db, DESK_SQL_SEARCH_KEY_HAS);
      gint64 one;
      gboolean found;

      desk_stmt_bind_text (stmt, "key", key->key);
      desk_stmt_bind_int (stmt, "kind", record->kind);
      desk_stmt_bind_int (stmt, "why", key->why);
      desk_stmt_bind_int (stmt, "record_id", record->id);
      if (!desk_store_read_int (stmt, &one, &found, error))
        return FALSE;
      *missing += !found;
    }
  *wanted += keys->len;
  return TRUE;
}

static gboolean
count_kind (DeskService *service, DeskKind kind, DeskSql sql, gint64 *wanted, gint64 *missing, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GArray) ids = desk_store_read_ids (desk_db_get (service->db, sql), error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = NULL;

      if (is_cancelled (cancellable, error))
        return FALSE;
      record = desk_store_get (service->db, kind, g_array_index (ids, gint64, i), error);
      if (record == NULL || !count_keys (service, record, wanted, missing, error))
        return FALSE;
    }
  return TRUE;
}

/* Keys that records want and the table lacks, keys nobody wants, and counts that are wrong. */
static gboolean
check_keys (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    DeskKind kind;
    DeskSql sql;
  } kinds[] = {
    { DESK_KIND_UNIT, DESK_SQL_ALL_UNITS },       { DESK_KIND_PERSON, DESK_SQL_ALL_PEOPLE },
    { DESK_KIND_PHONE, DESK_SQL_ALL_PHONES },     { DESK_KIND_VEHICLE, DESK_SQL_ALL_VEHICLES },
    { DESK_KIND_DOCUMENT, DESK_SQL_ALL_DOCUMENTS },
  };
  gint64 wanted = 0, missing = 0, stored, n_wrong;
  gboolean found;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!count_kind (service, kinds[i].kind, kinds[i].sql, &wanted, &missing, cancellable, error))
      return FALSE;
  if (!desk_store_read_int (desk_db_get (service->db, DESK_SQL_SEARCH_KEY_COUNT), &stored, &found, error)
      || !desk_store_count_check (service->db, &n_wrong, error))
    return FALSE;
  report->n_missing_keys = missing + ABS (stored - (wanted - missing)) + n_wrong;
  return TRUE;
}

static void
note_words (DeskKind kind, gint64 id, gpointer data)
{
  DeskVerifyReport *report = data;

  if (report->n_bad_words++ > 0)
    return;
  report->words_kind = kind;
  report->words_id = id;
}

/* What is searched in texts against the texts. */
static gboolean
check_words (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  return !is_cancelled (cancellable, error) && desk_store_words_check (service->db, note_words, report, error);
}

/* Contents of files lie outside the trail: each is checked against its own digest. */
static gboolean
check_files (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  gint64 damaged, missing = 0;

  if (is_cancelled (cancellable, error) || !desk_store_check_blobs (service->db, &damaged, &missing, error))
    return FALSE;
  report->n_bad_files = damaged + missing;
  return TRUE;
}

/* All of it in one snapshot: beside a writer, records and their keys belong together. */
static gboolean
check_rows (DeskService *service, gboolean deep, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  gboolean ok;

  if (!desk_db_begin_read (service->db, error))
    return FALSE;
  ok = walk_chain (service, report, cancellable, error)
       && (!deep
           || (check_keys (service, report, cancellable, error) && check_words (service, report, cancellable, error)
               && desk_verify_rows (service, report, cancellable, error)
               && desk_db_check_counters (service->db, &report->counter, error)
               && check_files (service, report, cancellable, error)
               && desk_verify_against_backup (service, report, cancellable, error)));
  desk_db_end_read (service->db);
  return ok;
}

/**
 * desk_service_verify:
 * @deep: integrity_check, foreign keys, search keys and the index of texts besides, the changes replayed against the rows, the counters of
 * ids, contents of files, and rows that nobody touched since the last good backup against that
 * @report: (out): what was found; clear with desk_verify_report_clear()
 * @error: when the check could not run to its end
 *
 * Proves the chain against itself: an edit or deletion by another program shows. It does not prove it against somebody
 * who can compute the chain anew; only a head kept elsewhere does.
 *
 * Returns: whether the check ran; see report->ok for the answer
 */
gboolean
desk_service_verify (DeskService *service, gboolean deep, DeskVerifyReport *report, GCancellable *cancellable,
                     GError **error)
{
  *report = (DeskVerifyReport){ 0 };
  if (!desk_db_quick_check (service->db, deep, &report->detail, error))
    return FALSE;
  if (report->detail != NULL)
    return TRUE;
  if (is_cancelled (cancellable, error) || !check_rows (service, deep, report, cancellable, error))
    return FALSE;
  report->ok = report->broken_trail == 0 && report->n_missing_keys == 0 && report->n_bad_words == 0
               && report->n_unlike == 0
               && report->counter == NULL && report->n_changed == 0 && report->n_bad_files == 0;
  return TRUE;
}

void
desk_verify_report_clear (DeskVerifyReport *report)
{
  g_clear_pointer (&report->detail, g_free);
  g_clear_pointer (&report->head, g_free);
  g_clear_pointer (&report->counter, g_free);
  g_clear_pointer (&report->compared_with, g_free);
}
