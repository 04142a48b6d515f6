/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps where the list of @pane ends, per width class of the window, in the settings. @width: where it begins. */
void desk_pane_position_keep (GtkPaned *paned, const char *pane, int width);

G_END_DECLS
