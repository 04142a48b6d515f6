/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bench-table.h"

G_BEGIN_DECLS

/* The bare probe: GTK's table with the same columns and cells of text over ids in memory, whose words are at hand. */
GtkWidget *scroll_view_bare_new (GArray *ids, GtkWidget **scrolled);

/* Ours: the list widget of the panes over a model that reads from @table. */
GtkWidget *scroll_view_ours_new (BenchTable *table);

G_END_DECLS
