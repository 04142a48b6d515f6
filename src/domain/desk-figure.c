/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-figure.h"

#include "desk-decimal.h"
#include "desk-rule-case.h"

static const struct
{
  DeskFigure part, whole;
} rates[DESK_N_RATES] = {
  [DESK_RATE_RESPONSE] = { DESK_FIGURE_RESPONDED, DESK_FIGURE_TIMED },
  [DESK_RATE_COMPLETION] = { DESK_FIGURE_DONE, DESK_FIGURE_OPENED },
  [DESK_RATE_ON_TIME] = { DESK_FIGURE_ON_TIME, DESK_FIGURE_DUE },
  [DESK_RATE_REOPENED] = { DESK_FIGURE_REOPENED, DESK_FIGURE_ENDED },
  [DESK_RATE_CALLBACK] = { DESK_FIGURE_ANSWERED, DESK_FIGURE_DRAWN },
  [DESK_RATE_SATISFIED] = { DESK_FIGURE_PASSED, DESK_FIGURE_ANSWERED },
};

/* What the case adds to the sums of its month. */
void
desk_figures_of (const DeskCase *service_case, DeskFigures *figures)
{
  const DeskCase *c = service_case;
  guint ends = DESK_CASE_BIT (DESK_CASE_DONE) | DESK_CASE_BIT (DESK_CASE_CALLBACK) | DESK_CASE_BIT (DESK_CASE_CLOSED);
  gboolean done = (DESK_CASE_BIT (c->state) & ends) != 0;
  int overdue = done ? desk_case_overdue (c, 0) : -1;
  gboolean answered = c->answer != 0;

  *figures = (DeskFigures){ 0 };
  if (c->state == DESK_CASE_CANCELLED)
    return;
  figures->n[DESK_FIGURE_OPENED] = 1;
  figures->n[DESK_FIGURE_TIMED] = c->response_minutes > 0;
  figures->n[DESK_FIGURE_RESPONDED] = c->response_minutes > 0 && c->responded_at != 0
                                      && (c->response_due == 0 || c->responded_at <= c->response_due);
  figures->n[DESK_FIGURE_DONE] = done;
  figures->n[DESK_FIGURE_DUE] = overdue >= 0;
  figures->n[DESK_FIGURE_ON_TIME] = overdue == 0;
  figures->n[DESK_FIGURE_ENDED] = done || c->reopened > 0;
  figures->n[DESK_FIGURE_REOPENED] = c->reopened > 0;
  figures->n[DESK_FIGURE_DRAWN] = c->drawn != 0 || answered;
  figures->n[DESK_FIGURE_ANSWERED] = answered;
  figures->n[DESK_FIGURE_PASSED] = c->answer == DESK_ANSWER_SATISFIED || c->answer == DESK_ANSWER_FAIR;
}

/* @times: 1 adds, -1 takes away. */
void
desk_figures_add (DeskFigures *to, const DeskFigures *of, gint64 times)
{
  for (int i = 0; i < DESK_N_FIGURES; i++)
    to->n[i] += times * of->n[i];
}

gboolean
desk_figures_equal (const DeskFigures *one, const DeskFigures *other)
{
  for (int i = 0; i < DESK_N_FIGURES; i++)
    if (one->n[i] != other->n[i])
      return FALSE;
  return TRUE;
}

/* Returns: the rate in millionths, rounded half up; DESK_RATE_NONE where there is nothing to divide by. */
gint64
desk_figures_rate (const DeskFigures *figures, DeskRate rate)
{
  gint64 part = figures->n[rates[rate].part], whole = figures->n[rates[rate].whole];

  return whole > 0 ? (part * 2000000 + whole) / (2 * whole) : DESK_RATE_NONE;
}

/* What the rate is divided by: the rows behind it. */
DeskFigure
desk_rate_whole (DeskRate rate)
{
  return rates[rate].whole;
}

/* Both in millionths; a target of 0 is none. */
gboolean
desk_rate_is_missed (DeskRate rate, gint64 value, gint64 target)
{
  if (value == DESK_RATE_NONE || target == 0)
    return FALSE;
  return rate == DESK_RATE_REOPENED ? value > target : value < target;
}

/* Reads "95,95,95,2,100,98.5": percent in the order of the rates, 0 none. @targets: (out): millionths. */
gboolean
desk_figure_targets_parse (const char *text, gint64 targets[DESK_N_RATES])
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) != DESK_N_RATES)
    return FALSE;
  for (int i = 0; i < DESK_N_RATES; i++)
    {
      gint64 tenths;

      if (!desk_decimal_parse (g_strstrip (parts[i]), 1, &tenths) || tenths < 0 || tenths > 1000)
        return FALSE;
      targets[i] = tenths * 1000;
    }
  return TRUE;
}

/* @from, @to: (out): the first and the last month, yyyymm. */
void
desk_span_months (DeskSpan span, DeskDay today, gint64 *from, gint64 *to)
{
  gint64 year = today / 10000, month = today / 100 % 100;

  *from = *to = year * 100 + month;
  switch (span)
    {
    case DESK_SPAN_LAST_MONTH:
      *from = *to = month > 1 ? *to - 1 : (year - 1) * 100 + 12;
      break;
    case DESK_SPAN_YEAR:
      *from = month == 12 ? year * 100 + 1 : (year - 1) * 100 + month + 1;
      break;
    case DESK_SPAN_THIS_YEAR:
      *from = year * 100 + 1;
      *to = year * 100 + 12;
      break;
    case DESK_SPAN_LAST_YEAR:
      *from = (year - 1) * 100 + 1;
      *to = (year - 1) * 100 + 12;
      break;
    case DESK_SPAN_ALL:
      *from = DESK_FIGURE_FROM;
      *to = DESK_FIGURE_TO;
      break;
    case DESK_SPAN_MONTH:
    case DESK_N_SPANS:
    default:
      break;
    }
}

/* Returns: what of @slice the case, opened in @month, belongs to; 0 none. */
gint64
desk_slice_of (DeskSlice slice, const DeskCase *service_case, gint64 month)
{
  switch (slice)
    {
    case DESK_SLICE_CATEGORY:
      return service_case->category_id;
    case DESK_SLICE_PERSON:
      return service_case->assignee_id;
    case DESK_SLICE_BUILDING:
      return service_case->building_id;
    case DESK_SLICE_MONTH:
    case DESK_N_SLICES:
    default:
      return month;
    }
}

gint32
desk_figure_pack (DeskSlice slice, DeskSpan span, gint64 of_id)
{
  return (gint32) ((of_id * DESK_N_SPANS + span) * DESK_N_SLICES + slice + 1);
}

void
desk_figure_unpack (gint64 id, DeskSlice *slice, DeskSpan *span, gint64 *of_id)
{
  gint64 rest = id - 1;

  *slice = (DeskSlice) (rest % DESK_N_SLICES);
  rest /= DESK_N_SLICES;
  *span = (DeskSpan) (rest % DESK_N_SPANS);
  *of_id = rest / DESK_N_SPANS;
}
