/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-figure-book.h"

#include "desk-read-card.h"
#include "desk-service-private.h"
#include "desk-setting.h"
#include "desk-store-figure.h"

/* The lists of figures: rows from the sums that are kept; behind each the cases themselves. */

static gboolean
let_read (DeskTx *tx, GError **error)
{
  gint64 roles = desk_matrix_roles (&tx->service->matrix, DESK_RIGHT_REPORT_ALL);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, roles);

  if (desk_tx_level (tx, DESK_RIGHT_REPORT_ALL) >= DESK_LEVEL_VIEW)
    return TRUE;
  desk_error_set (error, DESK_ERROR_FORBIDDEN, DESK_PROBLEM_NOT_ALLOWED, NULL, desk_right_nick (DESK_RIGHT_REPORT_ALL), text, NULL);
  return FALSE;
}

static gint64
kind_of (DeskList list)
{
  return list == DESK_LIST_COMPLAINT_FIGURES || list == DESK_LIST_COMPLAINTS ? DESK_CASE_COMPLAINT : DESK_CASE_REPAIR;
}

/* Sorting */

typedef struct
{
  guint column;
  gboolean descending;
} Order;

static gint64
value_of (const DeskFigureSum *sum, guint column)
{
  if (column == DESK_FIGURE_COLUMN_OF)
    return sum->of_id;
  if (column == DESK_FIGURE_COLUMN_OPENED)
    return sum->figures.n[DESK_FIGURE_OPENED];
  return desk_figures_rate (&sum->figures, (DeskRate) (column - DESK_FIGURE_COLUMN_RATE));
}

static int
by_value (gconstpointer one, gconstpointer other, gpointer data)
{
  const Order *order = data;
  gint64 a = value_of (one, order->column), b = value_of (other, order->column);

  if (a == b)
    return 0;
  return (a < b) != order->descending ? -1 : 1;
}

/* All together first, then the rest in the order that was asked for. */
gboolean
desk_figure_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error)
{
  Order order = { in->sort, in->descending };
  g_autoptr (GArray) sums = NULL;
  gint64 from, to;
  gint32 id;

  if (!let_read (tx, error))
    return FALSE;
  desk_span_months (in->span, desk_read_day (tx, in->today), &from, &to);
  sums = desk_store_figures (desk_tx_db (tx), kind_of (in->list), (DeskSlice) in->filter, DESK_FIGURE_ALL, from, to, error);
  if (sums == NULL)
    return FALSE;
  g_array_sort_with_data (sums, by_value, &order);
  if (sums->len > 0)
    {
      id = desk_figure_pack ((DeskSlice) in->filter, in->span, DESK_FIGURE_ALL);
      g_array_append_val (out->ids, id);
    }
  for (guint i = 0; i < sums->len; i++)
    {
      id = desk_figure_pack ((DeskSlice) in->filter, in->span, g_array_index (sums, DeskFigureSum, i).of_id);
      g_array_append_val (out->ids, id);
    }
  return TRUE;
}

/* What is to be reached, millionths each; 0 none. */
static gboolean
read_targets (DeskTx *tx, gint64 kind, gint64 targets[DESK_N_RATES], GError **error)
{
  DeskSettingCode code = kind == DESK_CASE_COMPLAINT ? DESK_SETTING_TARGETS_COMPLAINT : DESK_SETTING_TARGETS_REPAIR;
  g_autofree char *text = desk_service_get_setting (tx->service, desk_setting_name (code), error);

  if (text != NULL && !desk_figure_targets_parse (text, targets))
    desk_figure_targets_parse (desk_setting_default (code), targets);
  return text != NULL;
}

static gboolean
name_row (DeskTx *tx, DeskSlice slice, gint64 of_id, DeskCell *cell, GError **error)
{
  static const DeskKind kinds[] = { [DESK_SLICE_CATEGORY] = DESK_KIND_CATEGORY, [DESK_SLICE_PERSON] = DESK_KIND_STAFF,
                                    [DESK_SLICE_BUILDING] = DESK_KIND_BUILDING };
  g_autoptr (DeskRecord) record = NULL;

  cell->number = slice;
  if (of_id == DESK_FIGURE_ALL)
    {
      cell->number = DESK_SLICE_CELL_ALL;
      return TRUE;
    }
  if (slice == DESK_SLICE_MONTH)
    {
      cell->text = g_strdup_printf ("%04d-%02d", (int) (of_id / 100), (int) (of_id % 100));
      return TRUE;
    }
  if (of_id == 0)
    return TRUE;
  record = desk_tx_get (tx, kinds[slice], of_id, NULL);
  if (record != NULL)
    cell->text = g_strdup (slice == DESK_SLICE_CATEGORY ? ((DeskCategory *) record)->name
                           : slice == DESK_SLICE_PERSON ? ((DeskStaff *) record)->name
                                                        : ((DeskBuilding *) record)->code);
  return TRUE;
}

/* One row; @id says of what and of which months. */
gboolean
desk_figure_list_row (DeskTx *tx, DeskList list, gint64 id, DeskDay today, DeskRow **row, GError **error)
{
  g_autoptr (GArray) sums = NULL;
  gint64 targets[DESK_N_RATES], of_id, from, to;
  DeskFigures total = { { 0 } };
  DeskSlice slice;
  DeskSpan span;
  DeskCell *cells;

  *row = NULL;
  desk_figure_unpack (id, &slice, &span, &of_id);
  desk_span_months (span, today, &from, &to);
  if (!let_read (tx, error) || !read_targets (tx, kind_of (list), targets, error))
    return FALSE;
  sums = desk_store_figures (desk_tx_db (tx), kind_of (list), slice, of_id, from, to, error);
  if (sums == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    desk_figures_add (&total, &g_array_index (sums, DeskFigureSum, i).figures, 1);
  *row = desk_row_new (id, 0, desk_list_spec (list)->n_columns);
  cells = (*row)->cells;
  cells[DESK_FIGURE_COLUMN_OPENED].number = total.n[DESK_FIGURE_OPENED];
  for (int rate = 0; rate < DESK_N_RATES; rate++)
    {
      DeskCell *cell = &cells[DESK_FIGURE_COLUMN_RATE + rate];

      cell->number = desk_figures_rate (&total, (DeskRate) rate);
      if (desk_rate_is_missed ((DeskRate) rate, cell->number, targets[rate]))
        cell->text = g_strdup ("!");
    }
  return name_row (tx, slice, of_id, &cells[DESK_FIGURE_COLUMN_OF], error);
}

/* Behind a figure */

typedef struct
{
  const DeskFigureRows *rows;
  DeskService *service;
  GArray *ids;
} Behind;

static gboolean
take_case (const DeskCase *c, gpointer data, GError **error)
{
  Behind *behind = data;
  const DeskFigureRows *rows = behind->rows;
  gint64 month = rows->slice == DESK_SLICE_MONTH ? desk_day_period (desk_day_of_time (c->opened_at, desk_service_zone (behind->service))) : 0;
  DeskFigure whole = rows->rate >= 0 && rows->rate < DESK_N_RATES ? desk_rate_whole ((DeskRate) rows->rate) : DESK_FIGURE_OPENED;
  gint32 id = (gint32) c->record.id;
  DeskFigures figures;

  desk_figures_of (c, &figures);
  if (figures.n[whole] != 0 && (rows->of_id == DESK_FIGURE_ALL || desk_slice_of (rows->slice, c, month) == rows->of_id))
    g_array_append_val (behind->ids, id);
  return TRUE;
}

/* Appends the cases the figure is divided by: whoever opens it sees all of them. */
gboolean
desk_figure_case_ids (DeskTx *tx, const DeskListInput *in, GArray *ids, GError **error)
{
  Behind behind = { &in->figure, tx->service, ids };
  GTimeZone *zone = desk_service_zone (tx->service);
  gint64 from, to, begin, end;

  desk_span_months (in->figure.span, desk_read_day (tx, in->today), &from, &to);
  if (in->figure.slice == DESK_SLICE_MONTH && in->figure.of_id != DESK_FIGURE_ALL)
    from = to = in->figure.of_id;
  begin = from == DESK_FIGURE_FROM ? G_MININT64 : desk_day_start ((DeskDay) (from * 100 + 1), zone);
  end = to == DESK_FIGURE_TO ? G_MAXINT64 : desk_day_start ((DeskDay) ((to % 100 == 12 ? to + 89 : to + 1) * 100 + 1), zone);
  return desk_store_figure_cases (desk_tx_db (tx), kind_of (in->list), begin, end, take_case, &behind, error);
}
