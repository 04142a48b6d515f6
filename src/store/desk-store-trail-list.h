/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-history.h"
#include "desk-store-list.h"

G_BEGIN_DECLS

/* The trail as a list. */
gboolean desk_store_trail_ids (DeskDb *db, const DeskListQuery *query, GArray *ids, GError **error);
gboolean desk_store_trail_about (DeskDb *db, DeskKind kind, gint64 id, DeskIdSet *set, GError **error);
gboolean desk_store_trail_end (DeskDb *db, DeskKind kind, gint64 id, gint64 *trail_id, GError **error);
gboolean desk_store_trail_told (DeskDb *db, gint64 trail_id, DeskTold **told, GError **error);
GPtrArray *desk_store_told_of_act (DeskDb *db, gint64 act_id, guint limit, GError **error);

G_END_DECLS
