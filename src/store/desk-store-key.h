/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-db.h"

G_BEGIN_DECLS

gboolean desk_store_key_change (DeskDb *db, gconstpointer before, gconstpointer after, GError **error);
GPtrArray *desk_store_keys_of (gconstpointer record);
GBytes *desk_store_sort_key (const char *name);

G_END_DECLS
