/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A proved store takes the place of the one that lies there. The old one is renamed with its log and journal, so that
 * they stay together and nothing of theirs is ever replayed into the new one. Several names change, so what is under way
 * is written down first, in <store>.restore: whoever opens the store after a cut ends it. So there is the old store or
 * the new one, whole, at every moment.
 */
char *desk_swap_fresh_path (const char *store);
char *desk_swap_kept_path (const char *store, const char *time);
gboolean desk_swap_run (const char *store, const char *kept, GError **error);
gboolean desk_swap_is_pending (const char *store);
gboolean desk_swap_resume (const char *store, GError **error);
void desk_swap_drop (const char *store);

G_END_DECLS
