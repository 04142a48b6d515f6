/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-badge.h"
#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

#define DESK_TYPE_OUTAGES_PANE (desk_outages_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskOutagesPane, desk_outages_pane, DESK, OUTAGES_PANE, GtkWidget)

/* Known outages: those that run, those that are over, and who called about them. */
extern const DeskBadgeSpec desk_outages_badge;

DeskPane *desk_outages_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
