/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-record.h"

G_BEGIN_DECLS

/* Records of every kind through one mapper, driven by their field tables. */
gpointer desk_store_get (DeskDb *db, DeskKind kind, gint64 id, GError **error);
gpointer desk_store_map (DeskStmt *stmt, DeskKind kind, int first_column);
gboolean desk_store_insert (DeskDb *db, gpointer record, GError **error);
gboolean desk_store_update (DeskDb *db, gpointer record, GError **error);
gboolean desk_store_delete (DeskDb *db, gconstpointer record, GError **error);

G_END_DECLS
