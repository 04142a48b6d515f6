/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-result.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The kinds that can be searched for as chips, all of them first; counts are of the whole. Signal "chosen": another kind is
 * wanted. */
#define DESK_TYPE_SEARCH_CHIPS (desk_search_chips_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchChips, desk_search_chips, DESK, SEARCH_CHIPS, AdwBin)

void desk_search_chips_set_text (DeskSearchChips *self, DeskText *text);
void desk_search_chips_show_counts (DeskSearchChips *self, const gint64 *counts);
void desk_search_chips_choose (DeskSearchChips *self, DeskKind kind);
void desk_search_chips_turn (DeskSearchChips *self, gboolean back);
DeskKind desk_search_chips_get_kind (DeskSearchChips *self);

G_END_DECLS
