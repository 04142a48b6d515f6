/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane-registry.h"

G_BEGIN_DECLS

/*
 * The sidebar: the community with its menu, one row for each pane of the registry with its badge, and the foot of two
 * caption lines.
 *
 * Signal:
 *  chosen (const char *id)  somebody pressed the pane called so
 */
#define DESK_TYPE_SIDEBAR (desk_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (DeskSidebar, desk_sidebar, DESK, SIDEBAR, GtkWidget)

void desk_sidebar_set_engine (DeskSidebar *self, DeskEngine *engine);
void desk_sidebar_set_community (DeskSidebar *self, const char *name);
void desk_sidebar_set_foot (DeskSidebar *self, const char *first, const char *second);
void desk_sidebar_select (DeskSidebar *self, const char *id);
void desk_sidebar_set_slim (DeskSidebar *self, gboolean slim);
void desk_sidebar_count_badges (DeskSidebar *self);

G_END_DECLS
