/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"

G_BEGIN_DECLS

/*
 * The saved filters of whoever is at the desk, with how many rows the pinned ones have. One of each engine, so that lists and
 * sidebar show the same. Counting is nobody's hurry: it goes the way of long reads, some time after the last change, never
 * twice for one, and the longer it takes the seldomer it is done.
 *
 * Signals:
 *  changed ()  others than before, or other counts
 */
#define DESK_TYPE_FILTER_SHELF (desk_filter_shelf_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterShelf, desk_filter_shelf, DESK, FILTER_SHELF, GObject)

DeskFilterShelf *desk_filter_shelf_of (DeskEngine *engine);
const GPtrArray *desk_filter_shelf_get_cards (DeskFilterShelf *self);
const DeskSavedFilterCard *desk_filter_shelf_find (DeskFilterShelf *self, gint64 id);
gint64 desk_filter_shelf_get_count (DeskFilterShelf *self, gint64 id);
void desk_filter_shelf_count_again (DeskFilterShelf *self);
void desk_filter_shelf_set_patience (DeskFilterShelf *self, guint milliseconds);

G_END_DECLS
