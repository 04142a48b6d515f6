/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-day.h"
#include "desk-id-set.h"
#include "desk-row.h"

G_BEGIN_DECLS

/* Part of the community: a building, or one entrance of it (entrance_id 0: all). */
typedef struct
{
  gint64 building_id;
  gint64 entrance_id;
} DeskFloor;

/* Which rows of a list, in which order. */
typedef struct
{
  DeskList list;
  guint filter; /* index into the list's filters */
  guint sort;   /* index of a column */
  gboolean descending;
  gint64 building_id;      /* 0: all */
  DeskDay today;
  gint64 now;
  gint64 today_begin; /* Unix seconds */
  gboolean brief; /* all that is closed, all that was ever logged: not counted */
  guint limit;    /* 0: all; else the walk may end when so many are found */
  gint64 staff_id;    /* who asks; of the trail whose acts, 0 everybody's */
  DeskCaseFirst first;     /* of cases in their own order: these stand before the rest */
  const DeskFloor *floors; /* n_floors of whoever asks: of DESK_CASE_FIRST_FLOORS */
  guint n_floors;
  gint64 begin, end;       /* of the trail: Unix seconds, [begin, end); end 0: open */
  const DeskIdSet *within; /* (nullable): only these: what a typed text matches */
} DeskListQuery;

/* Has the walk found as many as anybody wants to know of? */
static inline gboolean
desk_list_query_is_met (const DeskListQuery *query, const GArray *ids)
{
  return query->limit != 0 && ids->len >= query->limit;
}

gboolean desk_store_list_ids (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error);
gboolean desk_store_list_unmask (DeskDb *db, DeskList list, DeskRow *row, GError **error);
gboolean desk_store_list_row (DeskDb *db, DeskList list, gint64 id, DeskDay today, DeskRow **row, GError **error);

G_END_DECLS
