/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-badge.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What is due: the first thing seen. Left the list, right what waits for an answer and the one that is selected. */
#define DESK_TYPE_TODAY_PANE (desk_today_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskTodayPane, desk_today_pane, DESK, TODAY_PANE, GtkWidget)

extern const DeskBadgeSpec desk_today_badge;

DeskPane *desk_today_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
