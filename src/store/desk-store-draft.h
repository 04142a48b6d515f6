/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-draft.h"

G_BEGIN_DECLS

/* <store>.drafts: its own file and connection, not backed up. */
gboolean desk_store_has_drafts (const char *store_path);
DeskDb *desk_store_open_drafts (const char *store_path, GError **error);
gboolean desk_store_put_draft (DeskDb *db, const DeskDraft *row, GError **error);
gboolean desk_store_drop_draft (DeskDb *db, gint64 staff_id, const char *form, GError **error);
GPtrArray *desk_store_get_drafts (DeskDb *db, gint64 staff_id, GError **error);

G_END_DECLS
