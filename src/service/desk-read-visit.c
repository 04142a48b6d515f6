/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-case.h"

#include "desk-read-card.h"
#include "desk-read-follow-up.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* The page of an entry of the log: who, what about, what became of it. */

static DeskStmt *
links_from (DeskTx *tx, DeskKind kind, gint64 id, DeskKind to_kind)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_LINKS_FROM);

  desk_stmt_bind_int (stmt, "kind", kind);
  desk_stmt_bind_int (stmt, "id", id);
  desk_stmt_bind_int (stmt, "to_kind", to_kind);
  return stmt;
}

/* Returns: (transfer full) (nullable): the records @id of the log became, as far as they are still there. */
static GPtrArray *
read_linked (DeskTx *tx, gint64 id, DeskKind kind, GError **error)
{
  g_autoptr (GArray) ids = desk_store_read_ids (links_from (tx, DESK_KIND_VISIT, id, kind), error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (desk_record_free);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) local = NULL;
      DeskRecord *record = desk_tx_get (tx, kind, g_array_index (ids, gint64, i), &local);

      if (record != NULL)
        g_ptr_array_add (records, record);
      else if (!g_error_matches (local, DESK_ERROR, DESK_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  return g_steal_pointer (&records);
}

static gboolean
read_names (DeskTx *tx, DeskVisitPage *out, GError **error)
{
  const DeskVisit *visit = out->visit;
  const struct
  {
    DeskKind kind;
    gint64 id;
    char **name;
  } names[] = {
    { DESK_KIND_UNIT, visit->unit_id, &out->unit_label },      { DESK_KIND_PLACE, visit->place_id, &out->place_name },
    { DESK_KIND_PERSON, visit->person_id, &out->person_name }, { DESK_KIND_STAFF, visit->staff_id, &out->staff_name },
    { DESK_KIND_STAFF, visit->owner_id, &out->owner_name },    { DESK_KIND_STAFF, visit->offered_id, &out->offered_name },
    { DESK_KIND_STAFF, visit->praised_id, &out->praised_name },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!desk_read_name (tx, names[i].kind, names[i].id, names[i].name, error))
      return FALSE;
  return TRUE;
}

static GPtrArray *
read_memos (DeskTx *tx, gint64 visit_id, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_MEMOS_OF_VISIT);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (desk_memo_card_free);
  g_autoptr (GPtrArray) memos = NULL;

  desk_stmt_bind_int (stmt, "visit_id", visit_id);
  memos = desk_read_records (tx, DESK_KIND_MEMO, stmt, error);
  if (memos == NULL)
    return NULL;
  for (guint i = 0; i < memos->len; i++)
    {
      DeskMemoCard *card = g_new0 (DeskMemoCard, 1);

      card->memo = desk_record_copy (memos->pdata[i]);
      desk_read_mask (card->memo);
      g_ptr_array_add (cards, card);
      if (!desk_read_name (tx, DESK_KIND_STAFF, card->memo->to_id, &card->to_name, error)
          || !desk_read_name (tx, DESK_KIND_STAFF, card->memo->staff_id, &card->staff_name, error))
        return NULL;
    }
  return g_steal_pointer (&cards);
}

/* A question is due for an answer as long as nothing else became of it (the rules look at the same). */
static gboolean
read_due (DeskTx *tx, DeskVisitPage *out, GError **error)
{
  const DeskVisit *visit = out->visit;

  return visit->kind != DESK_VISIT_ENQUIRY || visit->closed_at != 0 || visit->link_id != 0
         || desk_follow_rule_enquiry_due (tx, visit->at, &out->response_due, &out->finish_due, error);
}

/* What is asked for by a memo is its entry. */
static gboolean
find_visit (DeskTx *tx, const DeskGetInput *in, gint64 *id, GError **error)
{
  g_autoptr (DeskRecord) memo = NULL;

  *id = in->id;
  if (in->kind != DESK_KIND_MEMO)
    return TRUE;
  memo = desk_tx_get (tx, DESK_KIND_MEMO, in->id, error);
  if (memo == NULL)
    return FALSE;
  *id = ((DeskMemo *) memo)->visit_id;
  return TRUE;
}

gboolean
desk_body_get_visit_page (DeskTx *tx, const DeskGetInput *in, DeskVisitPage *out, GError **error)
{
  DeskStmt *stmt;
  gint64 id;

  if (!find_visit (tx, in, &id, error))
    return FALSE;
  out->visit = desk_tx_get (tx, DESK_KIND_VISIT, id, error);
  if (out->visit == NULL || !read_names (tx, out, error))
    return FALSE;
  desk_read_mask (out->visit);
  out->now = tx->now;
  out->offered = out->visit->handing == DESK_HANDING_OFFERED && out->visit->offered_id == tx->actor->staff_id;
  out->cases = desk_read_briefs (tx, links_from (tx, DESK_KIND_VISIT, id, DESK_KIND_SERVICE_CASE), error);
  out->memos = out->cases != NULL ? read_memos (tx, id, error) : NULL;
  out->follow_ups = out->memos != NULL ? read_linked (tx, id, DESK_KIND_FOLLOW_UP, error) : NULL;
  out->outages = out->follow_ups != NULL ? read_linked (tx, id, DESK_KIND_OUTAGE, error) : NULL;
  if (out->outages == NULL || !read_due (tx, out, error))
    return FALSE;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_FILES_OF);
  desk_stmt_bind_int (stmt, "of_kind", DESK_KIND_VISIT);
  desk_stmt_bind_int (stmt, "of_id", id);
  out->files = desk_read_records (tx, DESK_KIND_ATTACHMENT, stmt, error);
  return out->files != NULL;
}
