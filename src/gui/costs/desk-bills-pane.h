/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Bills of repairs: those a second person has checked, ready for the unit's account, and those that wait for one. It stands
 * among the panes without a row in the sidebar: signal "left" when somebody goes on. */
#define DESK_TYPE_BILLS_PANE (desk_bills_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskBillsPane, desk_bills_pane, DESK, BILLS_PANE, GtkWidget)

GtkWidget *desk_bills_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
