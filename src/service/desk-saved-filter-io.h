/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-input.h"
#include "desk-saved-filter.h"

G_BEGIN_DECLS

/* A saved filter as it can be asked for today. */
typedef struct
{
  DeskSavedFilter *filter;
  DeskFilterForm form; /* without what is gone */
  DeskFilterLost lost; /* what is gone */
  char *lost_name;     /* (nullable): of the person or category, where it is still known */
} DeskSavedFilterCard;

/* All of whoever asks, by list, the oldest first. */
typedef struct
{
  GPtrArray *cards; /* DeskSavedFilterCard */
} DeskSavedFilters;

/* Counted no further than this. */
#define DESK_FILTER_COUNT_MOST 999

typedef struct
{
  gint64 id;
  gint64 count; /* one above DESK_FILTER_COUNT_MOST: at least so many */
} DeskFilterCount;

/* Of the pinned ones of whoever asks; lists that nobody counts (the trail, figures) are left out. */
typedef struct
{
  GArray *counts; /* DeskFilterCount */
} DeskFilterCounts;

DeskListInput *desk_list_input_new_form (const DeskFilterForm *form, DeskDay today);

void desk_saved_filter_card_free (gpointer card);
void desk_saved_filters_clear (gpointer result);
void desk_filter_counts_clear (gpointer result);

G_END_DECLS
