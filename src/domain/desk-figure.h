/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-list.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/*
 * What supervisors watch. Every case counts in the month it was opened in, and no figure asks what time it is: what a case
 * adds to the sums changes only when the case does, so that the sums are kept with it and need no counting.
 */
typedef enum
{
  DESK_FIGURE_OPENED, /* not cancelled, not joined with another */
  DESK_FIGURE_TIMED,  /* of these: to be answered within some time */
  DESK_FIGURE_RESPONDED, /* of these: somebody spoke with them or began, in time */
  DESK_FIGURE_DONE,   /* of the opened: brought to an end */
  DESK_FIGURE_DUE,    /* of these: something was due */
  DESK_FIGURE_ON_TIME, /* of these: in time */
  DESK_FIGURE_ENDED,  /* once done at least, whatever came after */
  DESK_FIGURE_REOPENED, /* of these: opened again */
  DESK_FIGURE_DRAWN,  /* for the callback */
  DESK_FIGURE_ANSWERED, /* of these: reached */
  DESK_FIGURE_PASSED, /* of these: A or B */
  DESK_N_FIGURES
} DeskFigure;

typedef struct
{
  gint64 n[DESK_N_FIGURES];
} DeskFigures;

typedef enum
{
  DESK_RATE_RESPONSE,
  DESK_RATE_COMPLETION,
  DESK_RATE_ON_TIME,
  DESK_RATE_REOPENED, /* the lower the better */
  DESK_RATE_CALLBACK,
  DESK_RATE_SATISFIED,
  DESK_N_RATES
} DeskRate;

/* By what they are told apart; the filters of the lists of figures. Stored: append, never renumber. */
typedef enum
{
  DESK_SLICE_MONTH,
  DESK_SLICE_CATEGORY,
  DESK_SLICE_PERSON,
  DESK_SLICE_BUILDING,
  DESK_N_SLICES
} DeskSlice;

/* In a cell: not one of them, all together. */
#define DESK_SLICE_CELL_ALL DESK_N_SLICES

/* Which months. */
typedef enum
{
  DESK_SPAN_YEAR, /* the last twelve months with this one */
  DESK_SPAN_MONTH,
  DESK_SPAN_LAST_MONTH,
  DESK_SPAN_THIS_YEAR,
  DESK_SPAN_LAST_YEAR,
  DESK_SPAN_ALL,
  DESK_N_SPANS
} DeskSpan;

/* The rows behind a figure: of cases of one kind, opened in [from, to], of one slice. */
typedef struct
{
  DeskSlice slice;
  gint64 of_id; /* category, person, building; 0 none; of MONTH the month itself */
  DeskSpan span;
  int rate;     /* DeskRate; -1: all that were opened */
} DeskFigureRows;

void desk_figures_of (const DeskCase *service_case, DeskFigures *figures);
void desk_figures_add (DeskFigures *to, const DeskFigures *of, gint64 times);
gboolean desk_figures_equal (const DeskFigures *one, const DeskFigures *other);
gint64 desk_figures_rate (const DeskFigures *figures, DeskRate rate);
DeskFigure desk_rate_whole (DeskRate rate);
gboolean desk_rate_is_missed (DeskRate rate, gint64 value, gint64 target);
gboolean desk_figure_targets_parse (const char *text, gint64 targets[DESK_N_RATES]);
void desk_span_months (DeskSpan span, DeskDay today, gint64 *from, gint64 *to);
gint64 desk_slice_of (DeskSlice slice, const DeskCase *service_case, gint64 month);

/* A row of a list of figures has its slice in its id. */
gint32 desk_figure_pack (DeskSlice slice, DeskSpan span, gint64 of_id);
void desk_figure_unpack (gint64 id, DeskSlice *slice, DeskSpan *span, gint64 *of_id);

/* A rate with nothing under it. */
#define DESK_RATE_NONE G_GINT64_CONSTANT (-1)

/* In place of a month, category, person or building: all of them. */
#define DESK_FIGURE_ALL 80000000

#define DESK_FIGURE_FROM 100001
#define DESK_FIGURE_TO 999912

G_END_DECLS
