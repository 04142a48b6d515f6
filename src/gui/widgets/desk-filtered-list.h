/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-list-view.h"

G_BEGIN_DECLS

/*
 * A list of the store as a pane shows it: the rows, the chips that narrow them (which the pane puts where it wants them), and in
 * the rows' place why there are none, with the way out. The first row is selected when the list is asked anew.
 *
 * Signals:
 *  listed (gboolean anew)            it is known what the list consists of; counts and rows are shown
 *  none ()                           it is empty: desk_filtered_list_say_none() is to be called; before `listed`
 *  failed (const char *sentence)     it could not be read; the sentence stands in the rows' place
 *  selected (gint64 id)              another row; 0: none is left
 *  opened (gint64 id)                Enter or double click
 *  key (guint keyval) → gboolean     a letter on the focused row
 *  describe (gpointer form)           what else narrows the list goes into the DeskFilterForm
 *  recalled (gpointer form)           a saved filter is shown: what else narrows the list follows the DeskFilterForm
 *  out ()                            the button in the rows' place was pressed
 */
#define DESK_TYPE_FILTERED_LIST (desk_filtered_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilteredList, desk_filtered_list, DESK, FILTERED_LIST, GtkWidget)

GtkWidget *desk_filtered_list_new (DeskListModel *model, DeskText *text, const DeskListLayout *layout, guint n_layout,
                                   const char *icon);
void desk_filtered_list_add_chip (DeskFilteredList *self, guint filter, gboolean late);
void desk_filtered_list_add_chips (DeskFilteredList *self);
GtkWidget *desk_filtered_list_allow_saving (DeskFilteredList *self, DeskEngine *engine, GtkWidget *bar);
GtkWidget *desk_filtered_list_get_saved (DeskFilteredList *self);
GtkWidget *desk_filtered_list_get_chips (DeskFilteredList *self);
GtkWidget *desk_filtered_list_get_view (DeskFilteredList *self);
GtkWidget *desk_filtered_list_get_empty (DeskFilteredList *self);
gint64 desk_filtered_list_get_selected (DeskFilteredList *self);
gboolean desk_filtered_list_has (DeskFilteredList *self, gint64 id);
void desk_filtered_list_select (DeskFilteredList *self, gint64 id);
void desk_filtered_list_choose (DeskFilteredList *self, guint filter);
void desk_filtered_list_say_none (DeskFilteredList *self, const char *what, const char *why, const char *out);
void desk_filtered_list_set_start (DeskFilteredList *self, GtkWidget *start);
void desk_filtered_list_focus (DeskFilteredList *self);

G_END_DECLS
