/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-result.h"
#include "desk-text.h"

G_BEGIN_DECLS

#define DESK_SEARCH_LIMIT 50 /* the store looks no further for one kind: so many is "50+" */

/*
 * What a search found: kinds together under their headings, the first hit chosen. Rows are made once and show one answer
 * after the other; those below the edge come only when the typing rests or the keys go there.
 *
 * Signals:
 *  chosen             another hit is chosen
 *  opened             the chosen hit was double-clicked
 *  more (guint kind)  all of a kind are wanted
 */
#define DESK_TYPE_SEARCH_LIST (desk_search_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchList, desk_search_list, DESK, SEARCH_LIST, AdwBin)

void desk_search_list_set_text (DeskSearchList *self, DeskText *text);
guint desk_search_list_show (DeskSearchList *self, DeskHits *hits, const gint64 *counts, gboolean one_kind);
void desk_search_list_show_rest (DeskSearchList *self);
const DeskHit *desk_search_list_get_chosen (DeskSearchList *self);
void desk_search_list_move (DeskSearchList *self, int rows);
void desk_search_list_move_to_end (DeskSearchList *self, gboolean last);
char *desk_search_list_count_words (gint64 n, gboolean more);

G_END_DECLS
