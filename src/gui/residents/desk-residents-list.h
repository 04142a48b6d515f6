/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The left side of the residents pane: filter entry, Units | People, building, chips, the two lists and the status line.
 *
 * Signals:
 *  selected (int kind, gint64 id)   another row is selected, or the first; id 0 when the list is empty
 *  opened (int kind, gint64 id)     Enter or double click
 *  key (guint keyval) → gboolean    a letter on the focused list
 *  make (int kind)                  the button in an empty list
 */
#define DESK_TYPE_RESIDENTS_LIST (desk_residents_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskResidentsList, desk_residents_list, DESK, RESIDENTS_LIST, GtkWidget)

GtkWidget *desk_residents_list_new (DeskEngine *engine, DeskText *text);
DeskKind desk_residents_list_get_kind (DeskResidentsList *self);
void desk_residents_list_set_kind (DeskResidentsList *self, DeskKind kind);
gint64 desk_residents_list_get_selected (DeskResidentsList *self);
void desk_residents_list_select (DeskResidentsList *self, DeskKind kind, gint64 id);
void desk_residents_list_focus (DeskResidentsList *self);
void desk_residents_list_focus_filter (DeskResidentsList *self);
gboolean desk_residents_list_has_focus (DeskResidentsList *self);
gboolean desk_residents_list_clear_filter (DeskResidentsList *self);
void desk_residents_list_refresh (DeskResidentsList *self);
GtkWidget *desk_residents_list_get_saved (DeskResidentsList *self, int list);
GtkWidget *desk_residents_list_get_view (DeskResidentsList *self);
GtkWidget *desk_residents_list_get_status (DeskResidentsList *self);

G_END_DECLS
