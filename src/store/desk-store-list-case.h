/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-list.h"

G_BEGIN_DECLS

/* The lists of the log and of cases; called by desk_store_list_ids() and desk_store_list_row(). */
gboolean desk_store_list_visits (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error);
gboolean desk_store_list_cases (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error);
gboolean desk_store_visit_row (DeskDb *db, gint64 id, DeskRow **row, GError **error);
gboolean desk_store_case_row (DeskDb *db, gint64 id, DeskRow **row, GError **error);
gboolean desk_store_list_callbacks (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error);
gboolean desk_store_callback_row (DeskDb *db, gint64 id, DeskRow *row, GError **error);

G_END_DECLS
