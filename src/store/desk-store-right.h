/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-right.h"

G_BEGIN_DECLS

gboolean desk_store_get_matrix (DeskDb *db, DeskMatrix *matrix, GError **error);
gboolean desk_store_find_right_change (DeskDb *db, const char *code, gint64 role, gint64 *id, GError **error);
GArray *desk_store_list_requests (DeskDb *db, gint64 staff_id, gint64 since, GError **error);

G_END_DECLS
