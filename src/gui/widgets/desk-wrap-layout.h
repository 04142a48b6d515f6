/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children one after the other at their own width; what does not fit goes to the next line. */
#define DESK_TYPE_WRAP_LAYOUT (desk_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DeskWrapLayout, desk_wrap_layout, DESK, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *desk_wrap_layout_new (int spacing, int line_spacing);

/* Returns: (transfer floating): a box whose children wrap. */
GtkWidget *desk_wrap_box_new (int spacing, int line_spacing);
void desk_wrap_box_append (GtkWidget *box, GtkWidget *child);

G_END_DECLS
