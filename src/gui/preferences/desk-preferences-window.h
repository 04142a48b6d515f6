/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* How this window looks on this computer, and what the store itself keeps. Everything applies at once. */
#define DESK_TYPE_PREFERENCES_WINDOW (desk_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskPreferencesWindow, desk_preferences_window, DESK, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* @engine and @text are NULL where no store is open: then only the window's own preferences are shown. */
void desk_preferences_window_present (GtkWindow *parent, DeskEngine *engine, DeskText *text);

G_END_DECLS
