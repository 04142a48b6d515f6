/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-list-cell.h"
#include "desk-list-model.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A column as the window shows it. Widths are px at a system font of 11 pt and grow with it. */
typedef struct
{
  guint column; /* index into the list's columns */
  int width;
  gboolean expand; /* one column takes the slack */
  gboolean right;  /* figures */
  const DeskCellLook *look; /* (nullable): other than in words */
} DeskListLayout;

/*
 * A list of the store as a table: equal rows, fixed widths, sorting by the heads, one selected row kept by its
 * record. Widths, order and sort are remembered under the list's nick.
 *
 * Property "selected" (int64): id of the selected record.
 * Signals:
 *  opened (gint64 id)                 Enter or double click
 *  key (guint keyval) → gboolean      a letter or digit pressed on the focused list, without modifiers
 *  menu (double x, double y)          menu key, Shift+F10 or right click on the selected row
 *  marked ()                          other rows are marked: Space, Shift and arrows, Ctrl and click
 */
#define DESK_TYPE_LIST_VIEW (desk_list_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskListView, desk_list_view, DESK, LIST_VIEW, GtkWidget)

GtkWidget *desk_list_view_new (DeskListModel *model, DeskText *text, const DeskListLayout *layout, guint n_layout);
DeskListModel *desk_list_view_get_model (DeskListView *self);
gint64 desk_list_view_get_selected (DeskListView *self);
DeskListSheetInput *desk_list_view_describe (DeskListView *self);
void desk_list_view_select (DeskListView *self, gint64 id);
void desk_list_view_select_position (DeskListView *self, guint position);
void desk_list_view_set_now (DeskListView *self, gint64 now);
void desk_list_view_allow_marks (DeskListView *self);
GArray *desk_list_view_get_marked (DeskListView *self);
void desk_list_view_set_marked (DeskListView *self, GArray *ids);
gboolean desk_list_view_clear_marks (DeskListView *self);
void desk_list_view_set_sort (DeskListView *self, guint column, gboolean descending);
void desk_list_view_focus (DeskListView *self);
gboolean desk_list_view_has_focus (DeskListView *self);

G_END_DECLS
