/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What stands between time and words of a history: a dot on a line. */
GtkWidget *desk_gutter_new (const char *style, gboolean first, gboolean last);

G_END_DECLS
