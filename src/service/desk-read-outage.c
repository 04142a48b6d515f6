/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-outage-book.h"

#include "desk-read-card.h"
#include "desk-read-case.h"
#include "desk-service-private.h"
#include "desk-store-outage.h"
#include "desk-store-record.h"

/* Outages that run, and the page of one with everybody who hangs on it. */

static DeskOutageCard *
read_card (DeskTx *tx, gint64 id, GError **error)
{
  g_autoptr (DeskRecord) outage = desk_tx_get (tx, DESK_KIND_OUTAGE, id, error);
  DeskOutageCard card = { 0 }, *self;

  if (outage == NULL || !desk_store_outage_counts (desk_tx_db (tx), id, &card.n_callers, &card.n_untold, error))
    return NULL;
  self = g_new0 (DeskOutageCard, 1);
  *self = card;
  self->outage = (DeskOutage *) g_steal_pointer (&outage);
  return self;
}

/**
 * desk_read_outages:
 * @building_id: 0: none
 * @reaching: only those that reach @building_id, or the whole community
 *
 * Returns: (transfer full) (nullable): DeskOutageCard of what runs, the latest first
 */
GPtrArray *
desk_read_outages (DeskTx *tx, gint64 building_id, gboolean reaching, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), reaching ? DESK_SQL_OUTAGES_REACHING : DESK_SQL_OUTAGES_RUNNING);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func (desk_outage_card_free);
  g_autoptr (GArray) ids = NULL;

  if (reaching)
    desk_stmt_bind_int (stmt, "building_id", building_id);
  ids = desk_store_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DeskOutageCard *card = read_card (tx, g_array_index (ids, gint64, i), error);

      if (card == NULL)
        return NULL;
      g_ptr_array_add (cards, card);
    }
  return ids != NULL ? g_steal_pointer (&cards) : NULL;
}

/* What runs: all of it, or what reaches the building or unit that is asked for. */
gboolean
desk_body_list_outages (DeskTx *tx, const DeskGetInput *in, DeskOutages *out, GError **error)
{
  gint64 building_id = in->kind == DESK_KIND_BUILDING ? in->id : 0;

  if (in->kind == DESK_KIND_UNIT && in->id != 0)
    {
      g_autoptr (DeskRecord) unit = desk_tx_get (tx, DESK_KIND_UNIT, in->id, error);

      if (unit == NULL)
        return FALSE;
      building_id = ((DeskUnit *) unit)->building_id;
    }
  out->now = tx->now;
  out->cards = desk_read_outages (tx, building_id, in->id != 0, error);
  return out->cards != NULL;
}

/* The first case that came out of the entry. */
static gboolean
read_case (DeskTx *tx, DeskOutageCaller *caller, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_LINKS_FROM);
  g_autoptr (GPtrArray) briefs = NULL;

  desk_stmt_bind_int (stmt, "kind", DESK_KIND_VISIT);
  desk_stmt_bind_int (stmt, "id", caller->visit->record.id);
  desk_stmt_bind_int (stmt, "to_kind", DESK_KIND_SERVICE_CASE);
  briefs = desk_read_briefs (tx, stmt, error);
  if (briefs != NULL && briefs->len > 0)
    {
      caller->case_id = ((DeskCaseBrief *) briefs->pdata[0])->id;
      caller->case_number = g_strdup (((DeskCaseBrief *) briefs->pdata[0])->number);
    }
  return briefs != NULL;
}

static gboolean
read_caller (DeskTx *tx, gint64 id, GPtrArray *callers, GError **error)
{
  g_autoptr (DeskRecord) call = desk_tx_get (tx, DESK_KIND_OUTAGE_CALL, id, error);
  g_autoptr (DeskRecord) visit
      = call != NULL ? desk_tx_get (tx, DESK_KIND_VISIT, ((DeskOutageCall *) call)->visit_id, error) : NULL;
  DeskOutageCaller *caller;

  if (visit == NULL)
    return FALSE;
  desk_read_mask (visit);
  caller = g_new0 (DeskOutageCaller, 1);
  caller->call = (DeskOutageCall *) g_steal_pointer (&call);
  caller->visit = (DeskVisit *) g_steal_pointer (&visit);
  g_ptr_array_add (callers, caller);
  return desk_read_name (tx, DESK_KIND_UNIT, caller->visit->unit_id, &caller->unit_label, error)
         && desk_read_name (tx, DESK_KIND_PERSON, caller->visit->person_id, &caller->who, error)
         && read_case (tx, caller, error);
}

gboolean
desk_body_get_outage (DeskTx *tx, const DeskGetInput *in, DeskOutagePage *out, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  DeskStmt *stmt;

  out->card = read_card (tx, in->id, error);
  if (out->card == NULL || !desk_read_name (tx, DESK_KIND_STAFF, out->card->outage->staff_id, &out->staff_name, error)
      || !desk_read_name (tx, DESK_KIND_STAFF, out->card->outage->ended_by, &out->ended_name, error))
    return FALSE;
  out->now = tx->now;
  out->callers = g_ptr_array_new_with_free_func (desk_outage_caller_free);
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_OUTAGE_CALLS);
  desk_stmt_bind_int (stmt, "outage_id", in->id);
  ids = desk_store_read_ids (stmt, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!read_caller (tx, g_array_index (ids, gint64, i), out->callers, error))
      return FALSE;
  return ids != NULL;
}
