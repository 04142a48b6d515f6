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
gboolean desk_store_update_from (DeskDb *db, gconstpointer before, gpointer record, GError **error);
gboolean desk_store_delete (DeskDb *db, gconstpointer record, GError **error);

/* What else the house does to rows: labels that follow a building's code, a person whose phones changed, and who
 * still points at a record. */
gboolean desk_store_relabel (DeskDb *db, gconstpointer before, gconstpointer unit, GError **error);
gboolean desk_store_touch_person (DeskDb *db, gint64 id, GError **error);
gboolean desk_store_find_user (DeskDb *db, DeskKind kind, gint64 id, DeskKind *user, GError **error);

G_END_DECLS
