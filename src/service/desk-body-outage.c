/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-book.h"

#include <string.h>

#include "desk-case-book.h"
#include "desk-rule-case.h"
#include "desk-service-private.h"
#include "desk-store-record.h"
#include "desk-string.h"

/* Known outages: reported with the buildings they reach, callers hung on them, told, and all closed together. */

static gboolean
refuse (DeskProblemCode problem, const char *field, const char *words, GError **error)
{
  desk_error_set (error, DESK_ERROR_INVALID, problem, field, words, NULL);
  return FALSE;
}

static void
answer (DeskTx *tx, const DeskRecord *outage, gint64 count, DeskSaved *out)
{
  desk_tx_about (tx, DESK_KIND_OUTAGE, outage->id);
  out->id = outage->id;
  out->version = outage->version;
  out->count = count;
}

/* Buildings */

/* Returns: (transfer full) (nullable): codes of all buildings, each with its id. */
static GHashTable *
read_codes (DeskTx *tx, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_BUILDING_CODES);
  DeskStep step;

  while ((step = desk_stmt_step (stmt, error)) == DESK_STEP_ROW)
    g_hash_table_insert (codes, g_strdup (desk_stmt_text (stmt, 1)), GSIZE_TO_POINTER ((gsize) desk_stmt_int (stmt, 0)));
  return step == DESK_STEP_DONE ? g_steal_pointer (&codes) : NULL;
}

static void
take (GHashTable *codes, const char *code, GArray *ids, GString *words)
{
  gint64 id = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (codes, code));

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", code);
}

/* The word as a code, as people write a code, or as a run of numbers. */
static gboolean
take_word (GHashTable *codes, const char *word, GArray *ids, GString *words)
{
  g_autofree char *bare = desk_outage_bare (word);
  gint64 from, to;

  if (g_hash_table_contains (codes, word) || g_hash_table_contains (codes, bare))
    {
      take (codes, g_hash_table_contains (codes, word) ? word : bare, ids, words);
      return TRUE;
    }
  if (!desk_outage_range (word, &from, &to))
    return FALSE;
  for (gint64 number = from; number <= to; number++)
    {
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, number);

      if (!g_hash_table_contains (codes, code))
        return FALSE;
      take (codes, code, ids, words);
    }
  return TRUE;
}

/* @ids: gint64, filled; the outage's text becomes their codes. */
static gboolean
resolve_buildings (DeskTx *tx, DeskOutage *outage, GArray *ids, GError **error)
{
  g_autoptr (GHashTable) codes = read_codes (tx, error);
  g_auto (GStrv) words = desk_outage_split (outage->buildings);
  g_autoptr (GString) text = g_string_new (NULL);

  if (codes == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (!take_word (codes, words[i], ids, text))
      return refuse (DESK_PROBLEM_BUILDING_UNKNOWN, "buildings", words[i], error);
  desk_text_set (&outage->buildings, text->str);
  return TRUE;
}

static GArray *
rows_of (DeskTx *tx, DeskSql sql, gint64 outage_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), sql);

  desk_stmt_bind_int (stmt, "outage_id", outage_id);
  return desk_store_read_ids (stmt, error);
}

/* Rows of buildings it does not reach go, the others come. */
static gboolean
keep_buildings (DeskTx *tx, gint64 outage_id, GArray *wanted, GError **error)
{
  g_autoptr (GArray) rows = rows_of (tx, DESK_SQL_OUTAGE_BUILDINGS, outage_id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (DeskRecord) row = desk_tx_get (tx, DESK_KIND_OUTAGE_BUILDING, g_array_index (rows, gint64, i), error);
      guint at = 0;

      if (row == NULL)
        return FALSE;
      while (at < wanted->len && g_array_index (wanted, gint64, at) != ((DeskOutageBuilding *) row)->building_id)
        at++;
      if (at < wanted->len)
        g_array_remove_index (wanted, at);
      else if (!desk_tx_remove (tx, row, error))
        return FALSE;
    }
  for (guint i = 0; rows != NULL && i < wanted->len; i++)
    {
      DeskOutageBuilding row = { .record = { .kind = DESK_KIND_OUTAGE_BUILDING }, .outage_id = outage_id,
                                 .building_id = g_array_index (wanted, gint64, i) };

      if (!desk_tx_insert (tx, &row, error))
        return FALSE;
    }
  return rows != NULL;
}

/* Who reported it, and how it ended, are not the form's. */
static void
keep_course (DeskOutage *outage, const DeskOutage *stored)
{
  outage->staff_id = stored->staff_id;
  outage->ended_at = stored->ended_at;
  outage->ended_by = stored->ended_by;
  desk_text_set (&outage->ending, stored->ending);
}

gboolean
desk_body_save_outage (DeskTx *tx, const DeskRecordInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_record_copy (in->record);
  g_autoptr (DeskRecord) stored = record->id != 0 ? desk_tx_get (tx, DESK_KIND_OUTAGE, record->id, error) : NULL;
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const DeskOutage none = { .staff_id = tx->actor->staff_id };
  DeskOutage *outage = (DeskOutage *) record;

  if (record->id != 0 && (stored == NULL || !desk_tx_check_version (tx, stored, record->version, error)))
    return FALSE;
  keep_course (outage, stored != NULL ? (DeskOutage *) stored : &none);
  if (outage->begun_at == 0)
    outage->begun_at = tx->now;
  desk_rule_outage (outage, problems);
  if (!desk_tx_refuse (problems, error) || !resolve_buildings (tx, outage, ids, error)
      || !(record->id == 0 ? desk_tx_insert (tx, record, error) : desk_tx_update (tx, record, error))
      || !keep_buildings (tx, record->id, ids, error))
    return FALSE;
  answer (tx, record, 1, out);
  return TRUE;
}

/* Callers */

static gboolean
building_of (DeskTx *tx, gint64 visit_id, gint64 *building_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_BUILDING_OF_VISIT);
  gboolean found;

  *building_id = 0;
  desk_stmt_bind_int (stmt, "id", visit_id);
  return desk_store_read_int (stmt, building_id, &found, error);
}

/* The running one that reaches the entry's building, the latest first; else the only one that runs. OUTAGE_NONE. */
gboolean
desk_outage_find (DeskTx *tx, const DeskVisit *visit, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) reaching = NULL;
  g_autoptr (GPtrArray) running = NULL;
  gint64 building_id;

  if (!building_of (tx, visit->record.id, &building_id, error))
    return FALSE;
  reaching = desk_read_outages (tx, building_id, TRUE, error);
  running = reaching != NULL ? desk_read_outages (tx, 0, FALSE, error) : NULL;
  if (running == NULL)
    return FALSE;
  if (reaching->len > 0)
    *id = ((DeskOutageCard *) reaching->pdata[0])->outage->record.id;
  else if (running->len == 1)
    *id = ((DeskOutageCard *) running->pdata[0])->outage->record.id;
  else
    return refuse (DESK_PROBLEM_OUTAGE_NONE, "outage_id", NULL, error);
  return TRUE;
}

/**
 * desk_outage_attach:
 * @visit: an entry that stands
 * @outage_id: (inout): 0: the one that fits
 *
 * Hangs the entry on the outage; the link both ways is the caller's.
 */
gboolean
desk_outage_attach (DeskTx *tx, const DeskVisit *visit, gint64 *outage_id, GError **error)
{
  DeskOutageCall call = { .record = { .kind = DESK_KIND_OUTAGE_CALL }, .visit_id = visit->record.id };
  g_autoptr (DeskRecord) outage = NULL;
  DeskStmt *stmt;
  gint64 id;
  gboolean found;

  if (*outage_id == 0 && !desk_outage_find (tx, visit, outage_id, error))
    return FALSE;
  outage = desk_tx_get (tx, DESK_KIND_OUTAGE, *outage_id, error);
  if (outage == NULL)
    return FALSE;
  if (((DeskOutage *) outage)->ended_at != 0)
    return refuse (DESK_PROBLEM_OUTAGE_OVER, "outage_id", NULL, error);
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_OUTAGE_CALL_OF_VISIT);
  desk_stmt_bind_int (stmt, "outage_id", *outage_id);
  desk_stmt_bind_int (stmt, "visit_id", visit->record.id);
  if (!desk_store_read_int (stmt, &id, &found, error))
    return FALSE;
  if (found)
    return refuse (DESK_PROBLEM_ATTACHED_ALREADY, "outage_id", NULL, error);
  call.outage_id = *outage_id;
  return desk_tx_insert (tx, &call, error);
}

/* The entry that was asked for, or the one the case came from. */
static DeskRecord *
entry_of (DeskTx *tx, const DeskAttachCallInput *in, GError **error)
{
  g_autoptr (DeskRecord) service_case = NULL;

  if (in->visit_id != 0)
    return desk_tx_get (tx, DESK_KIND_VISIT, in->visit_id, error);
  service_case = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, in->case_id, error);
  if (service_case == NULL)
    return NULL;
  if (((DeskCase *) service_case)->visit_id != 0)
    return desk_tx_get (tx, DESK_KIND_VISIT, ((DeskCase *) service_case)->visit_id, error);
  refuse (DESK_PROBLEM_OUTAGE_NO_ENTRY, "visit_id", ((DeskCase *) service_case)->number, error);
  return NULL;
}

gboolean
desk_body_attach_call (DeskTx *tx, const DeskAttachCallInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = entry_of (tx, in, error);
  DeskVisitInput become = { .target = DESK_TARGET_OUTAGE, .outage_id = in->outage_id };

  if (record == NULL || !desk_visit_become (tx, (DeskVisit *) record, &become, error))
    return FALSE;
  desk_tx_about (tx, DESK_KIND_VISIT, record->id);
  out->id = record->id;
  out->version = record->version;
  out->count = 1;
  return TRUE;
}

static gboolean
tell (DeskTx *tx, DeskOutageCall *call, gboolean told, GError **error)
{
  if ((call->told_at != 0) == told)
    return TRUE;
  call->told_at = told ? tx->now : 0;
  call->told_by = told ? tx->actor->staff_id : 0;
  return desk_tx_update (tx, call, error);
}

/* All or none. */
gboolean
desk_body_tell_callers (DeskTx *tx, const DeskTellInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) outage = NULL;
  gint64 outage_id = 0;

  for (guint i = 0; i < in->ids->len; i++)
    {
      g_autoptr (DeskRecord) call = desk_tx_get (tx, DESK_KIND_OUTAGE_CALL, g_array_index (in->ids, gint64, i), error);

      if (call == NULL || !tell (tx, (DeskOutageCall *) call, in->told, error))
        return FALSE;
      outage_id = ((DeskOutageCall *) call)->outage_id;
    }
  if (outage_id == 0)
    return refuse (DESK_PROBLEM_EMPTY, "ids", NULL, error);
  outage = desk_tx_get (tx, DESK_KIND_OUTAGE, outage_id, error);
  if (outage == NULL)
    return FALSE;
  answer (tx, outage, in->ids->len, out);
  return TRUE;
}

/* The end */

/* Repairs that came with the entry and that nobody has taken yet are settled by what ended the outage; what somebody has,
 * or what has no category yet, stays with them. */
static gboolean
settle_cases (DeskTx *tx, gint64 visit_id, const char *text, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_LINKS_FROM);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_int (stmt, "kind", DESK_KIND_VISIT);
  desk_stmt_bind_int (stmt, "id", visit_id);
  desk_stmt_bind_int (stmt, "to_kind", DESK_KIND_SERVICE_CASE);
  ids = desk_store_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_SERVICE_CASE, g_array_index (ids, gint64, i), error);
      const DeskCase *service_case = (DeskCase *) record;
      DeskMoveInput done = { .move = DESK_MOVE_FINISH, .text = (char *) text };
      DeskSaved saved = { 0 };
      gboolean moved;

      if (record == NULL)
        return FALSE;
      if (service_case->state != DESK_CASE_NEW || service_case->kind != DESK_CASE_REPAIR || service_case->category_id == 0)
        continue;
      done.case_id = record->id;
      moved = desk_case_make_move (tx, &done, FALSE, &saved, error);
      desk_saved_clear (&saved);
      if (!moved)
        return FALSE;
    }
  return ids != NULL;
}

static gboolean
close_entry (DeskTx *tx, gint64 visit_id, const char *text, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_VISIT, visit_id, error);
  DeskVisit *visit = (DeskVisit *) record;

  if (record == NULL)
    return FALSE;
  if (visit->closed_at == 0)
    {
      if (desk_string_is_empty (visit->summary))
        desk_text_set (&visit->summary, text);
      visit->closed_at = tx->now;
      if (!desk_tx_update (tx, record, error))
        return FALSE;
    }
  return settle_cases (tx, visit_id, text, error);
}

gboolean
desk_body_end_outage (DeskTx *tx, const DeskEndOutageInput *in, DeskSaved *out, GError **error)
{
  g_autoptr (DeskRecord) record = desk_tx_get (tx, DESK_KIND_OUTAGE, in->outage_id, error);
  g_autoptr (GPtrArray) problems = desk_problems_new ();
  g_autoptr (GArray) calls = NULL;
  DeskOutage *outage = (DeskOutage *) record;

  if (record == NULL || (in->version != 0 && !desk_tx_check_version (tx, record, in->version, error)))
    return FALSE;
  if (outage->ended_at != 0)
    return refuse (DESK_PROBLEM_OUTAGE_OVER, NULL, NULL, error);
  outage->ended_at = tx->now;
  outage->ended_by = tx->actor->staff_id;
  desk_text_set (&outage->ending, in->text);
  desk_rule_outage (outage, problems);
  calls = rows_of (tx, DESK_SQL_OUTAGE_CALLS, record->id, error);
  if (calls == NULL || !desk_tx_refuse (problems, error) || !desk_tx_update (tx, record, error))
    return FALSE;
  for (guint i = 0; i < calls->len; i++)
    {
      g_autoptr (DeskRecord) call = desk_tx_get (tx, DESK_KIND_OUTAGE_CALL, g_array_index (calls, gint64, i), error);

      if (call == NULL || (in->told && !tell (tx, (DeskOutageCall *) call, TRUE, error))
          || !close_entry (tx, ((DeskOutageCall *) call)->visit_id, outage->ending, error))
        return FALSE;
    }
  answer (tx, record, calls->len, out);
  return TRUE;
}
