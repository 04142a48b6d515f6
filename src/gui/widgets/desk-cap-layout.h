/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One child at the start, as wide as there is room but never wider than a most. */
#define DESK_TYPE_CAP_LAYOUT (desk_cap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DeskCapLayout, desk_cap_layout, DESK, CAP_LAYOUT, GtkLayoutManager)

/* Returns: (transfer floating): a box with @child (transfer floating) at most @most px wide. */
GtkWidget *desk_cap_new (GtkWidget *child, int most);

G_END_DECLS
