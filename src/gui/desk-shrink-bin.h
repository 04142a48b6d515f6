/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Holds the window's content and lets the window become smaller than what stands in it wants at least. The content
 * is cut off at the right for the moment until the window has seen its new width and shows less of itself; without
 * that a wide layout could never be made narrow.
 */
#define DESK_TYPE_SHRINK_BIN (desk_shrink_bin_get_type ())
G_DECLARE_FINAL_TYPE (DeskShrinkBin, desk_shrink_bin, DESK, SHRINK_BIN, GtkWidget)

G_END_DECLS
