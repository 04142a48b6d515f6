/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-complaint-book.h"
#include "desk-read-case.h"
#include "desk-register.h"
#include "desk-service-private.h"
#include "desk-store-record.h"

/* What the page of a complaint has besides: its stages, what was found, others like it, what it is linked with. */

/**
 * desk_read_near:
 * @category: (nullable)
 * @days: (out) (optional): so far back was looked
 *
 * Returns: (transfer full): other complaints of @category in the building of @unit_id, the latest first; none where the
 * category is one of repairs
 */
GPtrArray *
desk_read_near (DeskTx *tx, gint64 unit_id, const DeskCategory *category, gint64 before, gint64 id, gint64 *days,
                GError **error)
{
  g_autoptr (DeskRecord) unit = NULL;
  DeskStmt *stmt;
  gint64 back = 0, since;

  if (days != NULL)
    *days = 0;
  if (unit_id == 0 || category == NULL || category->case_kind != DESK_CASE_COMPLAINT)
    return g_ptr_array_new_with_free_func (desk_case_brief_free);
  unit = desk_tx_get (tx, DESK_KIND_UNIT, unit_id, error);
  since = unit != NULL ? desk_complaint_group_since (tx, before, &back, error) : -1;
  if (since < 0)
    return NULL;
  if (days != NULL)
    *days = back;
  stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_COMPLAINTS_NEAR);
  desk_stmt_bind_int (stmt, "building_id", ((DeskUnit *) unit)->building_id);
  desk_stmt_bind_int (stmt, "category_id", category->record.id);
  desk_stmt_bind_int (stmt, "since", since);
  desk_stmt_bind_int (stmt, "before", before);
  desk_stmt_bind_int (stmt, "id", id);
  return desk_read_briefs (tx, stmt, error);
}

/* The clocks of the case measure contact and solved; a stage that was signed keeps what it was due by, if anything. */
static gint64
due_of (const DeskComplaintStage *stage, const DeskCasePage *page)
{
  if (stage->due_at != 0 || stage->signed_at != 0)
    return stage->due_at;
  if (stage->stage == DESK_STAGE_CONTACT)
    return page->clock.response_due;
  return stage->stage == DESK_STAGE_SOLVED ? page->clock.completion_due : 0;
}

static gboolean
read_stages (DeskTx *tx, DeskCasePage *out, GError **error)
{
  g_autoptr (GPtrArray) rows = desk_complaint_read_stages (tx, out->service_case->record.id, error);

  out->stage = -1;
  out->stages = g_ptr_array_new_with_free_func (desk_stage_line_free);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const DeskComplaintStage *row = rows->pdata[i];
      g_autoptr (DeskRecord) staff = NULL;
      DeskStageLine *line;

      /* Of those that were done again the last one counts. */
      if (i + 1 < rows->len && ((DeskComplaintStage *) rows->pdata[i + 1])->stage == row->stage)
        continue;
      staff = row->staff_id != 0 ? desk_tx_get (tx, DESK_KIND_STAFF, row->staff_id, NULL) : NULL;
      line = g_new0 (DeskStageLine, 1);
      line->stage = desk_record_copy (row);
      line->staff_name = staff != NULL ? g_strdup (((DeskStaff *) staff)->name) : NULL;
      line->due_at = due_of (row, out);
      if (row->signed_at == 0 && out->stage < 0 && out->service_case->state != DESK_CASE_CANCELLED)
        out->stage = (int) out->stages->len;
      g_ptr_array_add (out->stages, line);
    }
  return rows != NULL;
}

/* What the page of a complaint has besides; for any case, what it is linked with. */
gboolean
desk_read_complaint (DeskTx *tx, DeskCasePage *out, const DeskCategory *category, GError **error)
{
  const DeskCase *c = out->service_case;
  GError *local = NULL;
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_CASES_LINKED);

  desk_stmt_bind_int (stmt, "id", c->record.id);
  out->linked = desk_read_briefs (tx, stmt, error);
  if (out->linked == NULL || !read_stages (tx, out, error))
    return FALSE;
  out->near = desk_read_near (tx, c->unit_id, category, c->opened_at, c->record.id, &out->near_days, error);
  if (out->near == NULL || c->kind != DESK_CASE_COMPLAINT)
    return out->near != NULL;
  out->complaint = desk_complaint_get (tx, c->record.id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
