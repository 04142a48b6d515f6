/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

/* Contents of files, each once, known by its digest. They are no records: what mentions one is. */

gboolean desk_store_keep_blob (DeskDb *db, GBytes *bytes, const char *mime, gint64 *id, GError **error);
GBytes *desk_store_get_blob (DeskDb *db, gint64 id, GError **error);
gboolean desk_store_check_blobs (DeskDb *db, gint64 *n_damaged, gint64 *n_missing, GError **error);

G_END_DECLS
