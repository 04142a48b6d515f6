/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* People who work here, and what each role may do. */
#define DESK_TYPE_STAFF_WINDOW (desk_staff_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskStaffWindow, desk_staff_window, DESK, STAFF_WINDOW, AdwWindow)

void desk_staff_window_present (GtkWindow *parent, DeskEngine *engine, DeskText *text);
void desk_staff_window_resume (GtkWindow *parent, DeskEngine *engine, DeskText *text, gint64 staff_id);

G_END_DECLS
