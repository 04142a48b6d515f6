/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-salvage.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-backup.h"
#include "desk-db-copy.h"
#include "desk-db-salvage.h"
#include "desk-disk.h"
#include "desk-door.h"
#include "desk-error.h"
#include "desk-figure-book.h"
#include "desk-lend.h"
#include "desk-place.h"
#include "desk-replay.h"
#include "desk-service-private.h"
#include "desk-store-count.h"
#include "desk-store-figure.h"
#include "desk-store-key.h"
#include "desk-store-record.h"
#include "desk-store-words.h"
#include "desk-tx.h"

#define MOST_STRETCHES 20

typedef struct
{
  const char *old;
  const char *fresh;
  char *work; /* a copy of the old file, which SQLite may mend its log in */
  char *part; /* the new store until it is whole */
  DeskClock *clock;
  GCancellable *cancellable;
  GPtrArray *salvaged; /* DeskSalvaged */
  GHashTable *remade;  /* table → how many */
  gboolean head_lent;
} Salvage;

static void
remove_files (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

/* The old file and its log, as they lie there: nobody has them open behind this door. */
static gboolean
copy_old (Salvage *self, GError **error)
{
  g_autofree char *log = g_strconcat (self->old, "-wal", NULL);
  g_autofree char *copy = g_strconcat (self->work, "-wal", NULL);

  remove_files (self->work);
  if (!desk_disk_copy (self->old, self->work, self->cancellable, error))
    return FALSE;
  return !g_file_test (log, G_FILE_TEST_EXISTS) || desk_disk_copy (log, copy, self->cancellable, error);
}

/* The first page of the newest backup, which has the same schema; else that of a new store. */
static gboolean
lend_head (Salvage *self, GError **error)
{
  g_autofree char *folder = desk_backup_folder_beside (self->old);
  g_autoptr (GPtrArray) list = desk_backup_list (folder, NULL);
  const DeskBackupInfo *newest = desk_backup_newest (list, desk_clock_now (self->clock), TRUE);
  g_autofree char *model = newest != NULL ? g_strdup (newest->path) : g_strconcat (self->fresh, ".model", NULL);
  g_autofree char *log = g_strconcat (self->work, "-wal", NULL);
  gboolean ok = TRUE;

  if (newest == NULL)
    {
      g_autoptr (DeskDb) db = NULL;

      remove_files (model);
      db = desk_db_create_at (model, desk_db_schema (), error);
      ok = db != NULL;
    }
  /* A log that belongs to a head that is lost could only harm. */
  g_unlink (log);
  ok = ok && desk_lend_schema (model, self->work, error);
  if (newest == NULL)
    remove_files (model);
  self->head_lent = ok;
  return ok;
}

static DeskDb *
open_old (Salvage *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  DeskDb *db = desk_db_open_damaged (self->work, &local);

  if (db != NULL)
    return db;
  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return lend_head (self, error) ? desk_db_open_damaged (self->work, error) : NULL;
}

/* The rows that can be read, into a new store of the same schema. */
static gboolean
read_rows (Salvage *self, GError **error)
{
  g_autoptr (DeskDb) from = open_old (self, error);
  g_autoptr (DeskDb) to = NULL;
  int schema;

  if (from == NULL)
    return FALSE;
  schema = desk_db_get_schema (from);
  if (schema > desk_db_schema ())
    {
      g_autofree char *theirs = g_strdup_printf ("%d", schema), *ours = g_strdup_printf ("%d", desk_db_schema ());

      desk_error_set (error, DESK_ERROR_NEWER_SCHEMA, DESK_PROBLEM_STORE_NEWER, NULL, self->old, theirs, ours, NULL);
      return FALSE;
    }
  remove_files (self->part);
  to = desk_db_create_at (self->part, schema > 0 ? schema : desk_db_schema (), error);
  if (to == NULL || (self->salvaged = desk_db_salvage (from, to, self->cancellable, error)) == NULL)
    return FALSE;
  return desk_db_begin (to, error) && desk_stmt_run (desk_db_get (to, DESK_SQL_ACTS_OF_TRAIL), error)
         && desk_db_commit (to, error);
}

/* What the trail tells of and no table has. */
static gboolean
collect_lost (DeskService *service, const DeskReplay *replay, gpointer data, GError **error)
{
  GPtrArray *lost = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) there = replay->gone ? NULL : desk_store_get (service->db, replay->kind, replay->id, &local);
  DeskRecord *record;

  if (replay->gone || there != NULL)
    return TRUE;
  if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  record = desk_replay_make (replay);
  if (record != NULL)
    g_ptr_array_add (lost, record);
  return TRUE;
}

/* Makes one again. Its version goes above all there were: no version came without a trail row. */
static void
remake (Salvage *self, DeskService *service, DeskRecord *record, gint64 version)
{
  DeskTx tx = { .service = service, .now = desk_service_now (service), .today = desk_service_today (service) };
  const char *table = desk_kind_nick (record->kind);
  g_autoptr (GError) error = NULL;
  gboolean ok = desk_tx_derive (&tx, record, &error) && desk_db_savepoint (service->db, &error);

  record->version = version;
  if (ok)
    {
      ok = desk_store_insert (service->db, record, &error);
      desk_db_release (service->db, ok, NULL);
    }
  if (ok)
    g_hash_table_insert (self->remade, (gpointer) table,
                         GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (self->remade, table)) + 1));
  else
    g_info ("%s %" G_GINT64_FORMAT ": %s", table, record->id, error != NULL ? error->message : "");
}

/* Records that could not be read are made again from the trail, as far as that tells all of them. */
static gboolean
remake_lost (Salvage *self, DeskService *service, GError **error)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (desk_record_free);
  guint8 head[32];
  gint64 version;

  if (!desk_replay_walk (service, collect_lost, lost, self->cancellable, error)
      || !desk_store_get_trail_head (service->db, &version, head, error) || !desk_db_begin (service->db, error))
    return FALSE;
  /* By kind: what others belong to comes first. */
  for (guint i = 0; i < lost->len; i++)
    remake (self, service, lost->pdata[i], version + 1);
  return desk_db_commit (service->db, error);
}

static gboolean
write_keys (DeskService *service, DeskKind kind, GError **error)
{
  g_autoptr (GArray) ids = desk_db_table_ids (service->db, desk_kind_nick (kind), error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_store_get (service->db, kind, g_array_index (ids, gint64, i), error);

      if (record == NULL || !desk_store_key_change (service->db, NULL, record, error))
        return FALSE;
    }
  return ids != NULL;
}

/* Everything that is searched, anew; the sums of cases go, to be made anew. */
static gboolean
make_keys (DeskService *service, GError **error)
{
  static const DeskKind kinds[]
      = { DESK_KIND_UNIT, DESK_KIND_PERSON, DESK_KIND_PHONE, DESK_KIND_VEHICLE, DESK_KIND_DOCUMENT };

  if (!desk_db_begin (service->db, error) || !desk_stmt_run (desk_db_get (service->db, DESK_SQL_SEARCH_KEYS_CLEAR), error)
      || !desk_stmt_run (desk_db_get (service->db, DESK_SQL_PERSON_ORDER_CLEAR), error)
      || !desk_store_clear_figures (service->db, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!write_keys (service, kinds[i], error))
      return FALSE;
  if (!desk_store_words_make (service->db, error) || !desk_store_count_make (service->db, error))
    return FALSE;
  return desk_db_commit (service->db, error);
}

static void
drop_upgrade_copy (const char *part, int schema)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%d", part, schema + 1);

  g_unlink (copy);
}

/* The new store is brought to our schema and made sound. @broken_trail: (out): where the chain does not hold. */
static gboolean
make_sound (Salvage *self, gint64 *broken_trail, GError **error)
{
  g_autoptr (DeskService) service = NULL;
  DeskVerifyReport report = { 0 };
  gboolean ok;

  service = desk_service_open (self->part, DESK_OPEN_WRITE, self->clock, error);
  for (int schema = 1; schema < desk_db_schema (); schema++)
    drop_upgrade_copy (self->part, schema);
  if (service == NULL || !remake_lost (self, service, error) || !desk_db_drop_orphans (service->db, self->salvaged, error)
      || !make_keys (service, error) || !desk_figures_make (service, error))
    return FALSE;
  ok = desk_service_verify (service, FALSE, &report, self->cancellable, error);
  if (ok && report.detail != NULL)
    {
      desk_error_set (error, DESK_ERROR_DAMAGED, DESK_PROBLEM_STORE_DAMAGED, NULL, self->fresh, NULL);
      ok = FALSE;
    }
  *broken_trail = report.broken_trail;
  desk_verify_report_clear (&report);
  return ok;
}

/* "12–40, 77", at most so many stretches. */
static char *
stretches (GArray *unread)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i + 1 < unread->len && i < 2 * MOST_STRETCHES; i += 2)
    {
      gint64 first = g_array_index (unread, gint64, i), last = g_array_index (unread, gint64, i + 1);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", first);
      if (last != first)
        g_string_append_printf (text, "–%" G_GINT64_FORMAT, last);
    }
  if (unread->len > 2 * MOST_STRETCHES)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static void
table_free (gpointer data)
{
  DeskSalvageTable *table = data;

  g_free (table->table);
  g_free (table->unread);
  g_free (table);
}

static DeskSalvageReport *
make_report (Salvage *self, gint64 broken_trail)
{
  DeskSalvageReport *report = g_new0 (DeskSalvageReport, 1);

  report->tables = g_ptr_array_new_with_free_func (table_free);
  report->head_lent = self->head_lent;
  report->broken_trail = broken_trail;
  for (guint i = 0; i < self->salvaged->len; i++)
    {
      const DeskSalvaged *from = self->salvaged->pdata[i];
      DeskSalvageTable *table;

      if (from->n_read + from->n_unread + from->n_unfit + from->n_orphans == 0)
        continue;
      table = g_new0 (DeskSalvageTable, 1);
      table->table = g_strdup (from->table);
      table->n_read = from->n_read;
      table->n_remade = GPOINTER_TO_INT (g_hash_table_lookup (self->remade, from->table));
      table->n_unread = from->n_unread;
      table->n_unfit = from->n_unfit;
      table->n_orphans = from->n_orphans;
      table->unread = stretches (from->unread);
      report->n_read += from->n_read;
      report->n_lost += from->n_unread + from->n_unfit + from->n_orphans - table->n_remade;
      g_ptr_array_add (report->tables, table);
    }
  report->n_lost = MAX (report->n_lost, 0);
  return report;
}

static DeskSalvageReport *
run (Salvage *self, GError **error)
{
  gint64 broken_trail;

  if (!copy_old (self, error) || !read_rows (self, error) || !make_sound (self, &broken_trail, error)
      || !desk_disk_sync (self->part, error) || !desk_disk_rename (self->part, self->fresh, error))
    return NULL;
  return make_report (self, broken_trail);
}

static gboolean
check_paths (Salvage *self, GError **error)
{
  if (g_file_test (self->fresh, G_FILE_TEST_EXISTS))
    {
      desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_STORE_EXISTS, NULL, self->fresh, NULL);
      return FALSE;
    }
  if (!g_file_test (self->old, G_FILE_TEST_IS_REGULAR))
    return desk_disk_set_error (error, self->old, g_file_test (self->old, G_FILE_TEST_EXISTS) ? EISDIR : ENOENT);
  return desk_place_check (self->fresh, error);
}

/**
 * desk_salvage_run:
 * @old: the damaged store; it is read and stays as it is
 * @fresh: the new one, which must not exist; it gets its name when it is whole
 * @clock: now
 * @cancellable: (nullable)
 * @error: LOCKED when a program has the old one, NEWER_SCHEMA, INVALID when the new one is there, DAMAGED when nothing at
 * all can be read, FULL, IO, CANCELLED
 *
 * Brings every row that can be read into a new store, makes records that cannot again from the trail as far as it tells,
 * leaves out what belongs to records that are lost, and makes the search keys anew.
 *
 * Returns: (transfer full) (nullable): what came out and what did not
 */
DeskSalvageReport *
desk_salvage_run (const char *old, const char *fresh, DeskClock *clock, GCancellable *cancellable, GError **error)
{
  Salvage self = { .old = old, .fresh = fresh, .clock = clock, .cancellable = cancellable };
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskDoor) door = NULL;
  DeskSalvageReport *report;

  if (!check_paths (&self, error))
    return NULL;
  door = desk_door_open (old, &local);
  /* Where nobody can write, nobody does. */
  if (door == NULL && !g_error_matches (local, DESK_ERROR, DESK_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  self.work = g_strconcat (fresh, ".from", NULL);
  self.part = g_strconcat (fresh, ".part", NULL);
  self.remade = g_hash_table_new (g_str_hash, g_str_equal);
  report = run (&self, error);
  remove_files (self.work);
  remove_files (self.part);
  g_clear_pointer (&self.salvaged, g_ptr_array_unref);
  g_hash_table_unref (self.remade);
  g_free (self.work);
  g_free (self.part);
  return report;
}

void
desk_salvage_report_free (gpointer data)
{
  DeskSalvageReport *report = data;

  if (report == NULL)
    return;
  g_ptr_array_unref (report->tables);
  g_free (report);
}
