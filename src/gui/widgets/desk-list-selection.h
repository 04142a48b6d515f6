/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-list-model.h"

G_BEGIN_DECLS

/*
 * One selected row of a DeskListModel, remembered by its record's id: sorting, filtering and changes do not lose it,
 * and looking for it makes no items (GtkSingleSelection would make them all). Where it stood is kept when it leaves the list,
 * so that whoever worked there can go on with the next one.
 *
 * Where marks are allowed several rows can be marked besides; a mark belongs to a record, too. Filtering takes none away,
 * but only those in the list are given out.
 *
 * Property "selected" (int64): the id, 0 none; it may name a record that is not in the list now.
 * Signal "marked" (): other rows are marked.
 */
#define DESK_TYPE_LIST_SELECTION (desk_list_selection_get_type ())
G_DECLARE_FINAL_TYPE (DeskListSelection, desk_list_selection, DESK, LIST_SELECTION, GObject)

DeskListSelection *desk_list_selection_new (DeskListModel *model);
DeskListModel *desk_list_selection_get_model (DeskListSelection *self);
gint64 desk_list_selection_get_selected (DeskListSelection *self);
void desk_list_selection_set_selected (DeskListSelection *self, gint64 id);
guint desk_list_selection_get_position (DeskListSelection *self);
gboolean desk_list_selection_go_on (DeskListSelection *self);
void desk_list_selection_allow_marks (DeskListSelection *self);
void desk_list_selection_toggle_mark (DeskListSelection *self, guint position);
GArray *desk_list_selection_get_marked (DeskListSelection *self);
void desk_list_selection_set_marked (DeskListSelection *self, GArray *ids);
gboolean desk_list_selection_clear_marks (DeskListSelection *self);

G_END_DECLS
