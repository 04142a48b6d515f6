/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-book.h"
#include "desk-figure-book.h"
#include "desk-read-card.h"
#include "desk-read-terms.h"
#include "desk-read-words.h"
#include "desk-case-kind.h"
#include "desk-read-follow-up.h"
#include "desk-read-staff.h"
#include "desk-read-trail.h"
#include "desk-store-list-bill.h"
#include "desk-store-list-case.h"
#include "desk-string.h"

static gboolean
check_list (const DeskListInput *in, GError **error)
{
  const DeskListSpec *spec = (int) in->list >= 0 && in->list < DESK_N_LISTS ? desk_list_spec (in->list) : NULL;
  const char *wrong = NULL;

  if (spec == NULL)
    wrong = "list";
  else if (in->filter >= spec->n_filters)
    wrong = "filter";
  else if (in->sort >= spec->n_columns || !spec->columns[in->sort].sortable)
    wrong = "sort";
  if (wrong == NULL)
    return TRUE;
  desk_error_set (error, DESK_ERROR_INVALID, DESK_PROBLEM_UNKNOWN_CHOICE, wrong, "", NULL);
  return FALSE;
}

static gboolean
match_outages (DeskTx *tx, const char *text, DeskIdSet **within, GError **error)
{
  DeskStmt *stmt = desk_db_get (desk_tx_db (tx), DESK_SQL_OUTAGES_MATCH);
  g_autoptr (GArray) ids = NULL;

  desk_stmt_bind_text (stmt, "text", text);
  ids = desk_store_read_ids (stmt, error);
  if (ids == NULL)
    return FALSE;
  *within = desk_id_set_new ();
  for (guint i = 0; i < ids->len; i++)
    desk_id_set_add (*within, g_array_index (ids, gint64, i));
  return TRUE;
}

/* What stands in the filter entry: of cases and entries their words, and whose and where they are. */
static gboolean
match (DeskTx *tx, const DeskListInput *in, DeskDay today, DeskIdSet **within, GError **error)
{
  g_autoptr (DeskIdSet) units = NULL;
  g_autoptr (DeskIdSet) found = NULL;
  g_autofree char *text = desk_string_clean (in->text);

  switch ((int) in->list)
    {
    case DESK_LIST_UNITS:
    case DESK_LIST_PEOPLE:
      return desk_terms_match (tx, in->text, desk_list_spec (in->list)->kind, today, within, error);
    case DESK_LIST_OUTAGES:
      return match_outages (tx, text, within, error);
    case DESK_LIST_BILLS:
      found = desk_id_set_new ();
      if (!desk_terms_match (tx, in->text, DESK_KIND_UNIT, today, &units, error)
          || !desk_store_match_bills (desk_tx_db (tx), in->filter, text, units, found, error))
        return FALSE;
      *within = g_steal_pointer (&found);
      return TRUE;
    default:
      return desk_words_match_list (tx, in, today, within, error);
    }
}

/* What work begins with for whoever asks: a housekeeper's floors, a technician's own cases, the desk's pool. */
static DeskCaseFirst
first_of (const DeskActor *actor)
{
  if ((actor->roles & (1 << DESK_STAFF_ROLE_SUPERVISOR)) != 0)
    return DESK_CASE_FIRST_DUE;
  if ((actor->roles & (1 << DESK_STAFF_ROLE_DESK)) != 0)
    return DESK_CASE_FIRST_UNASSIGNED;
  if ((actor->roles & (1 << DESK_STAFF_ROLE_HOUSEKEEPER)) != 0 && actor->n_scopes > 0)
    return DESK_CASE_FIRST_FLOORS;
  if ((actor->roles & (1 << DESK_STAFF_ROLE_TECHNICIAN)) != 0)
    return DESK_CASE_FIRST_MINE;
  return DESK_CASE_FIRST_DUE;
}

gboolean
desk_body_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error)
{
  DeskListQuery query = { .list = in->list,
                          .filter = in->filter,
                          .sort = in->sort,
                          .descending = in->descending,
                          .building_id = in->building_id,
                          .brief = in->brief,
                          .limit = in->limit,
                          .today = desk_read_day (tx, in->today),
                          .now = tx->now,
                          .staff_id = tx->actor->staff_id,
                          .first = first_of (tx->actor),
                          .n_floors = tx->actor->n_scopes };
  g_autoptr (DeskIdSet) within = NULL;
  g_autofree DeskFloor *floors = g_new0 (DeskFloor, tx->actor->n_scopes);

  for (guint i = 0; i < tx->actor->n_scopes; i++)
    floors[i] = (DeskFloor){ tx->actor->scopes[i].building_id, tx->actor->scopes[i].entrance_id };
  query.floors = floors;
  if (!check_list (in, error))
    return FALSE;
  if (in->list == DESK_LIST_TRAIL)
    {
      out->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
      return desk_trail_list_ids (tx, in, out, error);
    }
  if (in->list == DESK_LIST_FOLLOW_UPS)
    {
      out->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
      return desk_follow_up_list_ids (tx, in, out, error);
    }
  if (in->list == DESK_LIST_STAFF)
    {
      out->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
      return desk_staff_list_ids (tx, in, out, error);
    }
  if (in->list == DESK_LIST_REPAIR_FIGURES || in->list == DESK_LIST_COMPLAINT_FIGURES)
    {
      out->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
      return desk_figure_list_ids (tx, in, out, error);
    }
  query.today_begin = desk_day_start (query.today, desk_service_zone (tx->service));
  if (!desk_string_is_empty (in->text) && !match (tx, in, query.today, &within, error))
    return FALSE;
  query.within = within;
  out->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  if (!desk_store_list_ids (desk_tx_db (tx), &query, out->ids, out->counts, error))
    return FALSE;
  if (!in->figured || (in->list != DESK_LIST_REPAIRS && in->list != DESK_LIST_COMPLAINTS))
    return TRUE;
  g_array_set_size (out->ids, 0);
  return desk_figure_case_ids (tx, in, out->ids, error);
}

static void
count_work_days (DeskTx *tx, DeskRow *row)
{
  DeskCell *cell = &row->cells[DESK_CASE_COLUMN_WORK_DAYS];

  cell->number = desk_case_work_days_until (tx->service, cell->number, tx->now, row->cells[DESK_CASE_COLUMN_DUE].number);
}

static gboolean
read_row (DeskTx *tx, DeskList list, gint64 id, DeskDay today, DeskRow **row, GError **error)
{
  if (list == DESK_LIST_TRAIL)
    return desk_trail_list_row (tx, id, row, error);
  if (list == DESK_LIST_REPAIR_FIGURES || list == DESK_LIST_COMPLAINT_FIGURES)
    return desk_figure_list_row (tx, list, id, today, row, error);
  if (list == DESK_LIST_FOLLOW_UPS)
    return desk_follow_up_list_row (tx, id, row, error);
  if (list == DESK_LIST_STAFF)
    return desk_staff_list_row (tx, id, row, error);
  if (!desk_store_list_row (desk_tx_db (tx), list, id, today, row, error))
    return FALSE;
  if (*row != NULL && (list == DESK_LIST_REPAIRS || list == DESK_LIST_COMPLAINTS))
    count_work_days (tx, *row);
  return TRUE;
}

gboolean
desk_body_get_rows (DeskTx *tx, const DeskRowsInput *in, DeskRows *out, GError **error)
{
  DeskDay today = desk_read_day (tx, in->today);

  out->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_row_unref);
  for (guint i = 0; i < in->ids->len; i++)
    {
      gint64 id = g_array_index (in->ids, gint32, i);
      DeskRow *row;

      if (!read_row (tx, in->list, id, today, &row, error))
        return FALSE;
      if (row != NULL)
        g_ptr_array_add (out->rows, row);
    }
  return TRUE;
}
