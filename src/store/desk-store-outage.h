/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-list.h"

G_BEGIN_DECLS

/* The list of known outages: desk-store-list.c asks for it. */
gboolean desk_store_list_outages (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error);
gboolean desk_store_outage_row (DeskDb *db, gint64 id, DeskRow **row, GError **error);
gboolean desk_store_outage_counts (DeskDb *db, gint64 id, gint64 *callers, gint64 *untold, GError **error);

G_END_DECLS
