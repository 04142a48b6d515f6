/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Filter chips: one chosen of several, each with its name and a count of the whole. A chip with 0 stays and dims.
 *
 * Signals:
 *  chosen (guint index)  somebody pressed another chip
 */
#define DESK_TYPE_FILTER_CHIPS (desk_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterChips, desk_filter_chips, DESK, FILTER_CHIPS, GtkWidget)

GtkWidget *desk_filter_chips_new (const char *name);
guint desk_filter_chips_add (DeskFilterChips *self, const char *label);
void desk_filter_chips_set_end (DeskFilterChips *self, GtkWidget *end);
void desk_filter_chips_set_count (DeskFilterChips *self, guint index, gint64 count);
void desk_filter_chips_set_words (DeskFilterChips *self, guint index, const char *words, gboolean none);
void desk_filter_chips_set_late (DeskFilterChips *self, guint index);
void desk_filter_chips_set_focusable (DeskFilterChips *self, gboolean focusable);
void desk_filter_chips_set_visible (DeskFilterChips *self, guint index, gboolean visible);
void desk_filter_chips_choose (DeskFilterChips *self, guint index);
void desk_filter_chips_turn (DeskFilterChips *self, gboolean back);
guint desk_filter_chips_get_chosen (DeskFilterChips *self);

G_END_DECLS
