/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-badge.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The desk log: the day's entries, what each became, the line in which the next is written. */
#define DESK_TYPE_LOG_PANE (desk_log_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskLogPane, desk_log_pane, DESK, LOG_PANE, GtkWidget)

extern const DeskBadgeSpec desk_log_badge;

DeskPane *desk_log_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
