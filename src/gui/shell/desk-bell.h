/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The bell in the header: how many are late or wait for whoever is at the desk; its popover has the first of them, the
 * same items in the same words as Today, and says what fell due while the program was off. */
#define DESK_TYPE_BELL (desk_bell_get_type ())
G_DECLARE_FINAL_TYPE (DeskBell, desk_bell, DESK, BELL, GtkWidget)

GtkWidget *desk_bell_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
