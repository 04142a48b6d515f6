/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-list-model.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Above the trail: about what (room, name, phone), whose acts, which days. It sets the model.
 *
 * Signals:
 *  leave ()  the rows are to have the keyboard
 */
#define DESK_TYPE_TRAIL_FILTER_BAR (desk_trail_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskTrailFilterBar, desk_trail_filter_bar, DESK, TRAIL_FILTER_BAR, GtkWidget)

GtkWidget *desk_trail_filter_bar_new (DeskEngine *engine, DeskText *text, DeskListModel *model);
void desk_trail_filter_bar_focus (DeskTrailFilterBar *self);
gboolean desk_trail_filter_bar_is_set (DeskTrailFilterBar *self);
void desk_trail_filter_bar_describe (DeskTrailFilterBar *self, DeskFilterForm *form);
void desk_trail_filter_bar_show (DeskTrailFilterBar *self, const DeskFilterForm *form);
void desk_trail_filter_bar_clear (DeskTrailFilterBar *self);

G_END_DECLS
