/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Holds a list that is one stop of the Tab key: Tab comes to the row that had the keyboard last and goes on to what
 * follows the list; the arrows walk through its rows. GTK 4.8 walks through every row by Tab, which nobody leaves who
 * has a thousand of them (its tab-behavior came with 4.12). In a builder file it stands around the list; its type is
 * registered by whoever reads that file.
 */
#define DESK_TYPE_TAB_STOP (desk_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (DeskTabStop, desk_tab_stop, DESK, TAB_STOP, GtkWidget)

GtkWidget *desk_tab_stop_new (GtkWidget *child);

G_END_DECLS
