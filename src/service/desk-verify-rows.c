/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-verify-rows.h"

#include "desk-backup.h"
#include "desk-db-copy.h"
#include "desk-error.h"
#include "desk-register.h"
#include "desk-replay.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-backup.h"
#include "desk-store-record.h"

/* Returns: (transfer full) (nullable): the record; NULL without an error where there is none. */
static DeskRecord *
get_if_there (DeskDb *db, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  DeskRecord *record = desk_store_get (db, kind, id, &local);

  if (record == NULL && !g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return record;
}

static void
note_unlike (DeskVerifyReport *report, DeskKind kind, gint64 id)
{
  if (report->n_unlike++ > 0)
    return;
  report->unlike_kind = kind;
  report->unlike_id = id;
}

typedef struct
{
  DeskVerifyReport *report;
  gint64 n_alive[DESK_N_KINDS];
} Rows;

static gboolean
check_replay (DeskService *service, const DeskReplay *replay, gpointer data, GError **error)
{
  Rows *rows = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) record = get_if_there (service->db, replay->kind, replay->id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  rows->n_alive[replay->kind] += record != NULL;
  /* Of an erased person the trail tells nothing any more, and numbers are gone without a word. */
  if (!replay->blank && (replay->gone ? record != NULL : record == NULL || !desk_replay_matches (replay, record)))
    note_unlike (rows->report, replay->kind, replay->id);
  return TRUE;
}

/* A new store begins with these, before there is anybody who could have made them. */
static gboolean
may_be_untold (DeskKind kind)
{
  return kind == DESK_KIND_STAFF || kind == DESK_KIND_SETTING || kind == DESK_KIND_CALENDAR || kind == DESK_KIND_CALENDAR_DAY
         || kind == DESK_KIND_CATEGORY || kind == DESK_KIND_PHRASE;
}

/* Rows of which the trail has never heard. */
static gboolean
check_untold (DeskService *service, Rows *rows, GError **error)
{
  g_autoptr (GHashTable) counts = desk_db_count_tables (service->db, error);

  for (int kind = 1; counts != NULL && kind < DESK_N_KINDS; kind++)
    {
      const gint64 *n = g_hash_table_lookup (counts, desk_kind_nick ((DeskKind) kind));

      if (n != NULL && *n > rows->n_alive[kind] && !may_be_untold ((DeskKind) kind))
        for (gint64 i = rows->n_alive[kind]; i < *n; i++)
          note_unlike (rows->report, (DeskKind) kind, 0);
    }
  return counts != NULL;
}

/* Replays the changes against the rows: each record is what the trail says, and the trail knows each. */
gboolean
desk_verify_rows (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  Rows rows = { .report = report };

  return desk_replay_walk (service, check_replay, &rows, cancellable, error) && check_untold (service, &rows, error);
}

/* The backup beside the store, and the store as far as nobody has touched it since. */
typedef struct
{
  DeskDb *live;
  DeskDb *copy;
  DeskMark mark;
  DeskVerifyReport *report;
} Comparison;

/* Do the two hold the same in what a person can change? Derived fields follow other records. */
static gboolean
is_same (const DeskRecord *one, const DeskRecord *other)
{
  const DeskRecordSpec *spec = desk_record_spec (one->kind);

  for (guint i = 0; i < spec->n_fields; i++)
    if ((spec->fields[i].flags & DESK_FIELD_DERIVED) == 0 && !desk_record_field_equal (one, other, &spec->fields[i]))
      return FALSE;
  return TRUE;
}

/* Was @then erased since, or is it of somebody who was? Then it is another thing now, or none, by right. */
static gboolean
is_erased (Comparison *self, const DeskRecord *then, gboolean *erased, GError **error)
{
  const DeskRecordSpec *spec = desk_record_spec (then->kind);
  gint64 person_id = then->kind == DESK_KIND_PERSON ? then->id : 0;
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) person = NULL;

  for (guint i = 0; i < spec->n_fields && person_id == 0; i++)
    if (spec->fields[i].type == DESK_FIELD_REF && spec->fields[i].ref == DESK_KIND_PERSON)
      person_id = desk_record_get_int (then, &spec->fields[i]);
  if (person_id != 0)
    person = get_if_there (self->live, DESK_KIND_PERSON, person_id, &local);
  *erased = person != NULL && ((DeskPerson *) person)->erased_at != 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
compare_record (Comparison *self, DeskKind kind, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (DeskRecord) then = NULL, now = NULL;
  gboolean touched;

  if (!desk_store_touched_after (self->live, kind, id, &self->mark, &touched, error))
    return FALSE;
  if (touched)
    return TRUE;
  then = get_if_there (self->copy, kind, id, &local);
  if (local == NULL)
    now = get_if_there (self->live, kind, id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (then != NULL && !is_erased (self, then, &touched, error))
    return FALSE;
  if (touched)
    return TRUE;
  self->report->n_compared++;
  self->report->n_changed += then != NULL && (now == NULL || !is_same (then, now));
  return TRUE;
}

static gboolean
compare_kind (Comparison *self, DeskKind kind, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = desk_db_table_ids (self->copy, desk_kind_nick (kind), error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
          return FALSE;
        }
      if (!compare_record (self, kind, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
compare (Comparison *self, GCancellable *cancellable, GError **error)
{
  gboolean found, same_line;

  if (!desk_store_get_mark (self->copy, &self->mark, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  /* A store that was restored to before this backup went another way. */
  if (!desk_store_has_head (self->live, &self->mark, &same_line, error))
    return FALSE;
  for (int kind = 1; same_line && kind < DESK_N_KINDS; kind++)
    if (desk_record_spec ((DeskKind) kind) != NULL && !compare_kind (self, (DeskKind) kind, cancellable, error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full) (nullable): the newest backup that needs no passphrase and has our schema. */
static DeskBackupInfo *
find_backup (DeskService *service)
{
  g_autoptr (DeskBackupPlan) plan = desk_backup_plan_new (service, NULL);
  g_autofree char *id = desk_service_get_setting (service, desk_setting_name (DESK_SETTING_STORE_ID), NULL);
  g_autoptr (GPtrArray) list = plan != NULL && id != NULL ? desk_backup_list (plan->folder, id) : NULL;
  const DeskBackupInfo *info = list != NULL ? desk_backup_newest (list, desk_service_now (service), TRUE) : NULL;

  return info != NULL && info->schema == desk_db_schema () ? desk_backup_info_copy (info) : NULL;
}

/* Compares what nobody touched since the last good backup with that backup. Without one there is nothing to compare; one
 * that cannot be read any more is no fault of the store. */
gboolean
desk_verify_against_backup (DeskService *service, DeskVerifyReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (DeskBackupInfo) info = find_backup (service);
  g_autoptr (DeskDb) copy = info != NULL ? desk_db_open_copy (info->path, NULL) : NULL;
  Comparison self = { .live = service->db, .copy = copy, .report = report };
  gboolean ok;

  if (copy == NULL)
    return TRUE;
  report->compared_with = g_strdup (info->path);
  ok = compare (&self, cancellable, error);
  desk_mark_clear (&self.mark);
  return ok;
}
