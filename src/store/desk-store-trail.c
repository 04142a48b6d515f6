/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-trail.h"

#include <string.h>

void
desk_act_clear (DeskAct *act)
{
  g_clear_pointer (&act->use_case, g_free);
}

void
desk_trail_row_clear (DeskTrailRow *row)
{
  g_clear_pointer (&row->use_case, g_free);
  g_clear_pointer (&row->changes, g_free);
}

void
desk_trail_hand_free (gpointer hand)
{
  DeskTrailHand *self = hand;

  g_free (self->name);
  g_free (self->changes);
  g_free (self);
}

void
desk_trail_row_free (gpointer row)
{
  desk_trail_row_clear (row);
  g_free (row);
}

/* Writes the act and takes its request key; fills in act->id. A key that was taken fails as a constraint: the caller
 * looks with desk_store_find_act() first, in the same transaction. */
gboolean
desk_store_add_act (DeskDb *db, DeskAct *act, const char *request_key, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_ADD);

  desk_stmt_bind_int (stmt, "at", act->at);
  desk_stmt_bind_int (stmt, "staff_id", act->staff_id);
  desk_stmt_bind_text (stmt, "use_case", act->use_case);
  desk_stmt_bind_text (stmt, "request_key", request_key);
  desk_stmt_bind_int (stmt, "kind", act->kind);
  desk_stmt_bind_int (stmt, "record_id", act->record_id);
  desk_stmt_bind_ref (stmt, "undoes", act->undoes);
  if (!desk_stmt_run (stmt, error))
    return FALSE;
  act->id = desk_db_last_id (db);
  return TRUE;
}

/* Says which record the act was about, once it has its id. */
gboolean
desk_store_set_act_record (DeskDb *db, gint64 act_id, DeskKind kind, gint64 record_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_RECORD);

  desk_stmt_bind_int (stmt, "id", act_id);
  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", record_id);
  return desk_stmt_run (stmt, error);
}

/* Fills in @act, cleared by desk_act_clear(); NOT_FOUND when there is none. */
gboolean
desk_store_get_act (DeskDb *db, gint64 act_id, DeskAct *act, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_GET);
  gboolean found;

  desk_stmt_bind_int (stmt, "id", act_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (!found)
    {
      desk_error_set (error, DESK_ERROR_NOT_FOUND, DESK_PROBLEM_GONE, NULL, "act", NULL);
      return FALSE;
    }
  *act = (DeskAct){ .id = act_id,
                    .staff_id = desk_stmt_int (stmt, 0),
                    .use_case = g_strdup (desk_stmt_text (stmt, 1)),
                    .kind = desk_stmt_int (stmt, 2),
                    .record_id = desk_stmt_int (stmt, 3),
                    .undoes = desk_stmt_int (stmt, 4),
                    .undone_by = desk_stmt_int (stmt, 5),
                    .at = desk_stmt_int (stmt, 6) };
  desk_stmt_reset (stmt);
  return TRUE;
}

/* @act_id: (out): the act that took @request_key, 0 when it is free. */
gboolean
desk_store_find_act (DeskDb *db, const char *request_key, gint64 *act_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_BY_KEY);
  gboolean found;

  desk_stmt_bind_text (stmt, "request_key", request_key);
  return desk_store_read_int (stmt, act_id, &found, error);
}

/* Says that act @act_id undoes @undoes. */
gboolean
desk_store_set_act_undoes (DeskDb *db, gint64 act_id, gint64 undoes, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_UNDOES);

  desk_stmt_bind_int (stmt, "id", act_id);
  desk_stmt_bind_int (stmt, "undoes", undoes);
  return desk_stmt_run (stmt, error);
}

/* Marks the act as undone by another; 0 takes the mark away. */
gboolean
desk_store_set_undone (DeskDb *db, gint64 act_id, gint64 undone_by, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, undone_by != 0 ? DESK_SQL_ACT_UNDONE : DESK_SQL_ACT_REVIVED);

  desk_stmt_bind_int (stmt, "id", act_id);
  if (undone_by != 0)
    desk_stmt_bind_int (stmt, "undone_by", undone_by);
  return desk_stmt_run (stmt, error);
}

/* Lists a record that a batch made, for its undo; @seq counts within the act. */
gboolean
desk_store_add_act_item (DeskDb *db, gint64 act_id, gint64 seq, DeskKind kind, gint64 record_id,
                         const char *changes, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_ITEM_ADD);

  desk_stmt_bind_int (stmt, "act_id", act_id);
  desk_stmt_bind_int (stmt, "seq", seq);
  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", record_id);
  desk_stmt_bind_text (stmt, "changes", changes);
  return desk_stmt_run (stmt, error);
}

static void
copy_blob (DeskStmt *stmt, int column, guint8 *target, gsize n_target)
{
  gsize n;
  const guint8 *bytes = desk_stmt_blob (stmt, column, &n);

  memset (target, 0, n_target);
  if (n == n_target)
    memcpy (target, bytes, n);
}

/* The last row of the chain; id 0 and a hash of zeros before the first. */
gboolean
desk_store_get_trail_head (DeskDb *db, gint64 *id, guint8 hash[32], GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_HEAD);
  gboolean found;

  *id = 0;
  memset (hash, 0, 32);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  if (found)
    {
      *id = desk_stmt_int (stmt, 0);
      copy_blob (stmt, 1, hash, 32);
      desk_stmt_reset (stmt);
    }
  return TRUE;
}

/* Writes a row that is sealed already. */
gboolean
desk_store_add_trail (DeskDb *db, const DeskTrailRow *row, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_ADD);

  desk_stmt_bind_int (stmt, "id", row->id);
  desk_stmt_bind_int (stmt, "act_id", row->act_id);
  desk_stmt_bind_int (stmt, "at", row->at);
  desk_stmt_bind_int (stmt, "staff_id", row->staff_id);
  desk_stmt_bind_text (stmt, "use_case", row->use_case);
  desk_stmt_bind_int (stmt, "kind", row->kind);
  desk_stmt_bind_int (stmt, "record_id", row->record_id);
  desk_stmt_bind_blob (stmt, "salt", row->salt, sizeof row->salt);
  desk_stmt_bind_text (stmt, "changes", row->changes);
  desk_stmt_bind_blob (stmt, "digest", row->digest, sizeof row->digest);
  desk_stmt_bind_blob (stmt, "hash", row->hash, sizeof row->hash);
  return desk_stmt_run (stmt, error);
}

/* Returns: (transfer full): DeskTrailRow of the act, latest first, with id, kind, record_id and changes. */
GPtrArray *
desk_store_get_trail_of_act (DeskDb *db, gint64 act_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_OF_ACT);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (desk_trail_row_free);
  DeskStep step;

  desk_stmt_bind_int (stmt, "act_id", act_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskTrailRow *row = g_new0 (DeskTrailRow, 1);

      row->id = desk_stmt_int (stmt, 0);
      row->act_id = act_id;
      row->kind = desk_stmt_int (stmt, 1);
      row->record_id = desk_stmt_int (stmt, 2);
      row->changes = g_strdup (desk_stmt_text (stmt, 3));
      g_ptr_array_add (rows, row);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Returns: (transfer full): up to 1,000 whole rows after id @after, in order, for a walk along the chain. */
GPtrArray *
desk_store_get_trail_after (DeskDb *db, gint64 after, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_ALL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (desk_trail_row_free);
  DeskStep step;

  desk_stmt_bind_int (stmt, "after", after);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskTrailRow *row = g_new0 (DeskTrailRow, 1);

      row->id = desk_stmt_int (stmt, 0);
      row->at = desk_stmt_int (stmt, 1);
      row->staff_id = desk_stmt_int (stmt, 2);
      row->use_case = g_strdup (desk_stmt_text (stmt, 3));
      row->kind = desk_stmt_int (stmt, 4);
      row->record_id = desk_stmt_int (stmt, 5);
      copy_blob (stmt, 6, row->salt, sizeof row->salt);
      row->changes = g_strdup (desk_stmt_text (stmt, 7));
      copy_blob (stmt, 8, row->digest, sizeof row->digest);
      copy_blob (stmt, 9, row->hash, sizeof row->hash);
      g_ptr_array_add (rows, row);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Puts trail row @trail_id on the timeline of a unit or person at @happened_at, Unix seconds. */
gboolean
desk_store_add_timeline (DeskDb *db, DeskKind kind, gint64 record_id, gint64 happened_at, gint64 trail_id,
                         GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TIMELINE_ADD);

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", record_id);
  desk_stmt_bind_int (stmt, "happened_at", happened_at);
  desk_stmt_bind_int (stmt, "trail_id", trail_id);
  return desk_stmt_run (stmt, error);
}

/* @name: (out) (transfer full): "" when nobody did; @at: (out): when, Unix seconds; @act_id: (out): by which act. A
 * person is changed by changes of phones and documents, too; a look at a number changes nothing. */
gboolean
desk_store_get_last_hand (DeskDb *db, DeskKind kind, gint64 record_id, char **name, gint64 *at, gint64 *act_id,
                          GError **error)
{
  gboolean person = kind == DESK_KIND_PERSON;
  DeskStmt *stmt = desk_db_get (db, person ? DESK_SQL_TRAIL_LAST_OF_PERSON : DESK_SQL_TRAIL_LAST_OF_RECORD);
  gboolean found;

  if (!person)
    desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", record_id);
  if (!desk_stmt_one (stmt, &found, error))
    return FALSE;
  *name = g_strdup (found ? desk_stmt_text (stmt, 2) : "");
  *at = found ? desk_stmt_int (stmt, 1) : 0;
  *act_id = found ? desk_stmt_int (stmt, 3) : 0;
  desk_stmt_reset (stmt);
  return TRUE;
}

/* Returns: (transfer full) (element-type DeskTrailHand): what was done to the record after trail row @after, latest
 * first. */
GPtrArray *
desk_store_get_hands_after (DeskDb *db, DeskKind kind, gint64 record_id, gint64 after, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_OF_RECORD_AFTER);
  g_autoptr (GPtrArray) hands = g_ptr_array_new_with_free_func (desk_trail_hand_free);
  DeskStep step;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", record_id);
  desk_stmt_bind_int (stmt, "after", after);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskTrailHand *hand = g_new0 (DeskTrailHand, 1);

      hand->name = g_strdup (desk_stmt_text (stmt, 0));
      hand->changes = g_strdup (desk_stmt_text (stmt, 1));
      g_ptr_array_add (hands, hand);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&hands) : NULL;
}

/* @n: (out): how many other acts than @act_id and @root, neither undone nor undoing, changed the record. */
gboolean
desk_store_count_other_acts (DeskDb *db, DeskKind kind, gint64 record_id, gint64 act_id, gint64 root, gint64 *n,
                             GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_TRAIL_OTHER_ACTS);
  gboolean found;

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "record_id", record_id);
  desk_stmt_bind_int (stmt, "act_id", act_id);
  desk_stmt_bind_int (stmt, "root", root);
  return desk_store_read_int (stmt, n, &found, error);
}

/* Returns: (transfer full) (element-type DeskTrailRow) (nullable): kinds and ids of what a batch made, latest first;
 * empty for an act that was none. */
GPtrArray *
desk_store_get_act_items (DeskDb *db, gint64 act_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_ACT_ITEMS);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (desk_trail_row_free);
  DeskStep step;
  guint8 hash[32];
  gint64 head;

  if (!desk_store_get_trail_head (db, &head, hash, error))
    return NULL;
  desk_stmt_bind_int (stmt, "act_id", act_id);
  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      DeskTrailRow *row = g_new0 (DeskTrailRow, 1);

      row->act_id = act_id;
      row->kind = desk_stmt_int (stmt, 0);
      row->record_id = desk_stmt_int (stmt, 1);
      row->changes = g_strdup (desk_stmt_text (stmt, 2));
      row->id = head + 1; /* above every version there was */
      g_ptr_array_add (rows, row);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* The first column of the only row; 0 and not found without one. */
gboolean
desk_store_read_int (DeskStmt *stmt, gint64 *value, gboolean *found, GError **error)
{
  if (!desk_stmt_one (stmt, found, error))
    return FALSE;
  *value = *found ? desk_stmt_int (stmt, 0) : 0;
  desk_stmt_reset (stmt);
  return TRUE;
}

/* Returns: (transfer full) (element-type gint64): the first column of all rows. */
GArray *
desk_store_read_ids (DeskStmt *stmt, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    {
      gint64 id = desk_stmt_int (stmt, 0);

      g_array_append_val (ids, id);
    }
  return step == DESK_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Returns: (transfer full) (nullable): the value of setting @name; "" when it was never set; NULL on error. */
char *
desk_store_get_setting (DeskDb *db, const char *name, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_SETTING_VALUE);
  char *value;
  gboolean found;

  desk_stmt_bind_text (stmt, "name", name);
  if (!desk_stmt_one (stmt, &found, error))
    return NULL;
  value = g_strdup (found ? desk_stmt_text (stmt, 0) : "");
  desk_stmt_reset (stmt);
  return value;
}

/* @number: (out): the next number of @counter, beginning with 1; it is taken when the transaction commits. */
gboolean
desk_store_next_number (DeskDb *db, const char *counter, gint64 *number, GError **error)
{
  DeskStmt *stmt = desk_db_get (db, DESK_SQL_COUNTER_NEXT);
  gboolean found;

  desk_stmt_bind_text (stmt, "name", counter);
  return desk_store_read_int (stmt, number, &found, error);
}
