/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-list.h"

G_BEGIN_DECLS

/* Bills of repairs, a row for each case that has one. */
gboolean desk_store_list_bills (DeskDb *db, const DeskListQuery *query, GArray *ids, gint64 *counts, GError **error);
gboolean desk_store_bill_row (DeskDb *db, gint64 id, DeskRow **row, GError **error);
gboolean desk_store_match_bills (DeskDb *db, guint filter, const char *text, const DeskIdSet *units, DeskIdSet *found,
                                 GError **error);

G_END_DECLS
