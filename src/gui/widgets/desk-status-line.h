/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The line under a list: counts left, the keys that work here right; hidden by a setting. */
#define DESK_TYPE_STATUS_LINE (desk_status_line_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatusLine, desk_status_line, DESK, STATUS_LINE, GtkWidget)

GtkWidget *desk_status_line_new (void);
void desk_status_line_set_counts (DeskStatusLine *self, const char *words);
void desk_status_line_set_keys (DeskStatusLine *self, const char *words);

G_END_DECLS
