/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The community's own name, address and developer, and its buildings. */
#define DESK_TYPE_COMMUNITY_WINDOW (desk_community_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskCommunityWindow, desk_community_window, DESK, COMMUNITY_WINDOW, AdwPreferencesWindow)

void desk_community_window_present (GtkWindow *parent, DeskEngine *engine, DeskText *text);

G_END_DECLS
