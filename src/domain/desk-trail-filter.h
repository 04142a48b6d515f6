/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-kind.h"

G_BEGIN_DECLS

/* The filters of the list of the trail, in the order of its table (desk-list.c). Later work appends its kinds and acts to
 * the table in desk-trail-filter.c. */
typedef enum
{
  DESK_TRAIL_FILTER_ALL,
  DESK_TRAIL_FILTER_PEOPLE,
  DESK_TRAIL_FILTER_HOUSES,
  DESK_TRAIL_FILTER_OFFICE,  /* staff, rights, settings */
  DESK_TRAIL_FILTER_SHOWN,   /* whole numbers somebody looked at */
  DESK_TRAIL_FILTER_ENTERED, /* signed in, locked, wrong secrets */
  DESK_TRAIL_FILTER_REFUSED,
  DESK_TRAIL_FILTER_SHEETS,  /* imports, exports, prints */
  DESK_TRAIL_FILTER_REMOVED, /* what was removed and can be restored */
} DeskTrailFilter;

gboolean desk_trail_filter_has (DeskTrailFilter filter, DeskKind kind, const char *use_case);
gboolean desk_trail_is_by_rule (const char *use_case);

G_END_DECLS
