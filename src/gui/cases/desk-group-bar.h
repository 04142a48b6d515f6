/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Above a list of complaints: that several are about the same in one building. Not there where none are.
 *
 * Signal "look" (GArray *ids): somebody wants to see them; gint64, the first opened first.
 */
#define DESK_TYPE_GROUP_BAR (desk_group_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskGroupBar, desk_group_bar, DESK, GROUP_BAR, GtkWidget)

GtkWidget *desk_group_bar_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
