/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Above a list: the entry that Ctrl+F goes to, and whatever else narrows the list beside it.
 *
 * Signals:
 *  typed ()  other words stand in the entry
 *  leave ()  Enter or an arrow down: the rows are to have the keyboard
 *  all ()    Esc: nothing is to be left out any more, and the rows are to have the keyboard
 */
#define DESK_TYPE_FILTER_BAR (desk_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterBar, desk_filter_bar, DESK, FILTER_BAR, GtkWidget)

GtkWidget *desk_filter_bar_new (const char *placeholder, guint delay);
void desk_filter_bar_add (DeskFilterBar *self, GtkWidget *widget);
GtkWidget *desk_filter_bar_add_drop (DeskFilterBar *self, const char *name);
const char *desk_filter_bar_get_text (DeskFilterBar *self);
void desk_filter_bar_set_text (DeskFilterBar *self, const char *words);
void desk_filter_bar_clear (DeskFilterBar *self);
void desk_filter_bar_focus (DeskFilterBar *self);

G_END_DECLS
