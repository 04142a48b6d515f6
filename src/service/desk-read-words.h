/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-search.h"
#include "desk-tx.h"

G_BEGIN_DECLS

/* What texts hold comes after all that is called so; the newest first. */
#define DESK_WORDS_RANK 1000

gboolean desk_words_match_list (DeskTx *tx, const DeskListInput *in, DeskDay today, DeskIdSet **within, GError **error);
gboolean desk_words_find (DeskTx *tx, const char *text, DeskKind only, guint bound, GPtrArray *found, GError **error);

G_END_DECLS
