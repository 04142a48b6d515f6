/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-replay.h"

#include "desk-error.h"
#include "desk-register.h"
#include "desk-service-private.h"

/* Two streams in the same order, by kind, record and act: the trail's rows, and what batches made and changed. */
typedef struct
{
  DeskStmt *stmt;
  gboolean is_item;
  gboolean there;
  gint64 kind;
  gint64 id;
  gint64 act_id;
  const char *changes;
} Stream;

static gboolean
next (Stream *self, GError **error)
{
  DeskStep step = desk_stmt_step (self->stmt, error);

  self->there = step == DESK_STEP_ROW;
  if (self->there)
    {
      self->kind = desk_stmt_int (self->stmt, 0);
      self->id = desk_stmt_int (self->stmt, 1);
      self->act_id = desk_stmt_int (self->stmt, 2);
      self->changes = desk_stmt_text (self->stmt, 3);
    }
  return step != DESK_STEP_FAILED;
}

/* Does @a come before @b, or is @b at its end? */
static gboolean
is_first (const Stream *a, const Stream *b)
{
  if (!b->there || a->kind != b->kind)
    return !b->there || a->kind < b->kind;
  if (a->id != b->id)
    return a->id < b->id;
  return a->act_id <= b->act_id;
}

static void
value_free (gpointer data)
{
  DeskValue *value = data;

  g_free (value->text);
  g_free (value);
}

static void
forget (DeskReplay *replay, gint64 kind, gint64 id)
{
  replay->kind = (DeskKind) kind;
  replay->id = id;
  replay->told = replay->blank = replay->gone = FALSE;
  g_hash_table_remove_all (replay->values);
}

/* What the changes of one act say about the record's own fields. */
typedef struct
{
  int n;
  int n_from_null;
  int n_to_null;
} Tally;

static Tally
take_changes (DeskReplay *replay, GPtrArray *changes)
{
  Tally tally = { 0 };

  for (guint i = 0; i < changes->len; i++)
    {
      const DeskFieldChange *change = changes->pdata[i];
      DeskValue *value;

      if (desk_record_find_field (replay->kind, change->field) == NULL)
        continue;
      tally.n++;
      tally.n_from_null += change->old_value.type == DESK_VALUE_NULL;
      tally.n_to_null += change->new_value.type == DESK_VALUE_NULL;
      value = g_memdup2 (&change->new_value, sizeof *value);
      value->text = g_strdup (value->text);
      g_hash_table_insert (replay->values, g_strdup (change->field), value);
    }
  return tally;
}

static void
fold (DeskReplay *replay, const Stream *stream)
{
  g_autoptr (GPtrArray) changes = *stream->changes != '\0' ? desk_changes_from_json (stream->changes) : NULL;
  Tally tally;

  if (changes == NULL)
    {
      /* A batch made it, without a word about its fields; a row of the trail was emptied for good. */
      if (stream->is_item)
        forget (replay, replay->kind, replay->id);
      else
        replay->blank = TRUE;
      return;
    }
  tally = take_changes (replay, changes);
  if (tally.n == 0)
    return;
  if (tally.n_from_null == tally.n && tally.n_to_null < tally.n)
    {
      replay->told = TRUE;
      replay->gone = FALSE;
    }
  else if (tally.n_to_null == tally.n)
    {
      forget (replay, replay->kind, replay->id);
      replay->gone = TRUE;
    }
}

static gboolean
is_known (gint64 kind)
{
  return kind > DESK_KIND_NONE && kind < DESK_N_KINDS && desk_record_spec ((DeskKind) kind) != NULL;
}

static gboolean
walk (DeskService *service, Stream streams[2], DeskReplay *replay, DeskReplayFunc func, gpointer data,
      GCancellable *cancellable, GError **error)
{
  while (streams[0].there || streams[1].there)
    {
      Stream *first = streams[0].there && is_first (&streams[0], &streams[1]) ? &streams[0] : &streams[1];

      if (g_cancellable_is_cancelled (cancellable))
        {
          desk_error_set (error, DESK_ERROR_CANCELLED, DESK_PROBLEM_CANCELLED, NULL, NULL);
          return FALSE;
        }
      if (first->kind != (gint64) replay->kind || first->id != replay->id)
        {
          if (is_known (replay->kind) && !func (service, replay, data, error))
            return FALSE;
          forget (replay, first->kind, first->id);
        }
      if (is_known (first->kind) && first->id > 0)
        fold (replay, first);
      if (!next (first, error))
        return FALSE;
    }
  return !is_known (replay->kind) || func (service, replay, data, error);
}

/**
 * desk_replay_walk:
 * @service: in a snapshot, when somebody else writes
 * @func: called for every record the trail knows, by kind and id
 *
 * Replays the changes of every record, one record at a time.
 */
gboolean
desk_replay_walk (DeskService *service, DeskReplayFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  Stream streams[2] = { { .stmt = desk_db_get (service->db, DESK_SQL_REPLAY_TRAIL) },
                        { .stmt = desk_db_get (service->db, DESK_SQL_REPLAY_ITEMS), .is_item = TRUE } };
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, value_free);
  DeskReplay replay = { .values = values };
  gboolean ok = next (&streams[0], error) && next (&streams[1], error)
                && walk (service, streams, &replay, func, data, cancellable, error);

  desk_stmt_reset (streams[0].stmt);
  desk_stmt_reset (streams[1].stmt);
  return ok;
}

/* Is @record what the trail says? Derived fields and secrets are not asked: the trail does not have them. */
gboolean
desk_replay_matches (const DeskReplay *replay, gconstpointer record)
{
  const DeskRecordSpec *spec = desk_record_spec (replay->kind);
  const DeskValue none = { DESK_VALUE_NULL, 0, NULL };

  for (guint i = 0; i < spec->n_fields && !replay->blank; i++)
    {
      const DeskFieldSpec *field = &spec->fields[i];
      const DeskValue *value = g_hash_table_lookup (replay->values, field->name);

      if ((field->flags & (DESK_FIELD_DERIVED | DESK_FIELD_SECRET)) != 0 || (value == NULL && !replay->told)
          || (value != NULL && value->type == DESK_VALUE_DIGEST))
        continue;
      if (!desk_value_matches (value != NULL ? value : &none, record, field))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the record the trail tells of, without its derived fields; NULL where it does not
 * tell enough: a batch made it, it holds a secret, or it is gone. */
gpointer
desk_replay_make (const DeskReplay *replay)
{
  const DeskRecordSpec *spec = desk_record_spec (replay->kind);
  g_autoptr (DeskRecord) record = desk_record_new (replay->kind);

  if (!replay->told || replay->blank || replay->gone)
    return NULL;
  record->id = replay->id;
  for (guint i = 0; i < spec->n_fields; i++)
    {
      const DeskValue *value = g_hash_table_lookup (replay->values, spec->fields[i].name);

      if (value != NULL && value->type == DESK_VALUE_DIGEST)
        return NULL;
      if (value != NULL)
        desk_value_apply (value, record, &spec->fields[i]);
    }
  return g_steal_pointer (&record);
}
