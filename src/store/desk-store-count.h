/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"
#include "desk-kind.h"

G_BEGIN_DECLS

/* Counts that are kept with the records, so that no list counts a million for a chip: of each kind of cases those that are
 * closed, and all entries of the log. */
gboolean desk_store_count_change (DeskDb *db, gconstpointer before, gconstpointer after, GError **error);
gboolean desk_store_count_make (DeskDb *db, GError **error);
gboolean desk_store_count_get (DeskDb *db, DeskKind kind, gint64 part, gint64 *n, GError **error);
gboolean desk_store_count_check (DeskDb *db, gint64 *n_wrong, GError **error);

G_END_DECLS
