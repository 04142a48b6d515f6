/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* How far each category has come this month: done, drawn, the share of it, and what they said. Nothing is shown before the
 * month's first draw. */
#define DESK_TYPE_CALLBACK_SHARES (desk_callback_shares_get_type ())
G_DECLARE_FINAL_TYPE (DeskCallbackShares, desk_callback_shares, DESK, CALLBACK_SHARES, GtkWidget)

GtkWidget *desk_callback_shares_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
