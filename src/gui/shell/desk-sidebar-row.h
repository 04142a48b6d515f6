/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane-registry.h"

G_BEGIN_DECLS

/* One pane in the sidebar: icon, title, badge; in a slim sidebar the icon with the badge at its corner. */
#define DESK_TYPE_SIDEBAR_ROW (desk_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskSidebarRow, desk_sidebar_row, DESK, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *desk_sidebar_row_new (const DeskPaneSpec *spec, guint number);
const DeskPaneSpec *desk_sidebar_row_get_spec (DeskSidebarRow *self);
void desk_sidebar_row_set_slim (DeskSidebarRow *self, gboolean slim);
void desk_sidebar_row_set_badge (DeskSidebarRow *self, const DeskBadge *badge);

G_END_DECLS
