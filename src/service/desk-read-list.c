/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-read-card.h"
#include "desk-read-terms.h"
#include "desk-store-list.h"
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

gboolean
desk_body_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error)
{
  DeskListQuery query = { .list = in->list,
                          .filter = in->filter,
                          .sort = in->sort,
                          .descending = in->descending,
                          .building_id = in->building_id,
                          .today = desk_read_day (tx, in->today) };
  g_autoptr (DeskIdSet) within = NULL;

  if (!check_list (in, error))
    return FALSE;
  if (!desk_string_is_empty (in->text)
      && !desk_terms_match (tx, in->text, desk_list_spec (in->list)->kind, query.today, &within, error))
    return FALSE;
  query.within = within;
  out->ids = g_array_new (FALSE, FALSE, sizeof (gint32));
  return desk_store_list_ids (desk_tx_db (tx), &query, out->ids, out->counts, error);
}

gboolean
desk_body_get_rows (DeskTx *tx, const DeskRowsInput *in, DeskRows *out, GError **error)
{
  DeskDay today = desk_read_day (tx, in->today);

  out->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_row_unref);
  for (guint i = 0; i < in->ids->len; i++)
    {
      DeskRow *row;

      if (!desk_store_list_row (desk_tx_db (tx), in->list, g_array_index (in->ids, gint32, i), today, &row, error))
        return FALSE;
      if (row != NULL)
        g_ptr_array_add (out->rows, row);
    }
  return TRUE;
}
