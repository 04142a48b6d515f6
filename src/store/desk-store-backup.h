/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* What a backup says of itself. */
typedef struct
{
  gint64 at; /* when its state was taken, Unix seconds */
  char *store_id;
  gint64 act_id; /* the last act it holds */
  gint64 trail_id;
  guint8 head[32];
  char *counts; /* of every table: its name, a blank, its rows, a semicolon */
} DeskMark;

/* The first schema with marks (migration 0003-backup). */
#define DESK_SCHEMA_WITH_MARKS 3

void desk_mark_clear (DeskMark *mark);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskMark, desk_mark_clear)

gboolean desk_store_add_mark (DeskDb *db, const DeskMark *mark, GError **error);
gboolean desk_store_get_mark (DeskDb *db, DeskMark *mark, gboolean *found, GError **error);
gboolean desk_store_take_mark (DeskDb *db, gint64 at, DeskMark *mark, GError **error);

/* What happened since: acts after @act_id with the time of the last; does the trail hold the mark's head; was the record
 * touched by an act or trail row after the mark's. */
gboolean desk_store_count_acts_after (DeskDb *db, gint64 act_id, gint64 *n, gint64 *last_at, GError **error);
gboolean desk_store_has_head (DeskDb *db, const DeskMark *mark, gboolean *has, GError **error);
gboolean desk_store_touched_after (DeskDb *db, DeskKind kind, gint64 id, const DeskMark *mark, gboolean *touched,
                                   GError **error);

G_END_DECLS
