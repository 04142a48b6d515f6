/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-saved-filter-io.h"

G_BEGIN_DECLS

/* A pinned saved filter below its pane in the sidebar: its name, and how many rows it has. */
#define DESK_TYPE_PINNED_ROW (desk_pinned_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskPinnedRow, desk_pinned_row, DESK, PINNED_ROW, GtkListBoxRow)

GtkWidget *desk_pinned_row_new (const DeskSavedFilterCard *card);
gint64 desk_pinned_row_get_id (DeskPinnedRow *self);
const char *desk_pinned_row_get_name (DeskPinnedRow *self);
void desk_pinned_row_set_count (DeskPinnedRow *self, gint64 count);

G_END_DECLS
