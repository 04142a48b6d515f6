/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-result.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What happened, latest first: heading, chips by kind, and one line each with time, dot, words and who. */
#define DESK_TYPE_HISTORY_VIEW (desk_history_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskHistoryView, desk_history_view, DESK, HISTORY_VIEW, GtkWidget)

GtkWidget *desk_history_view_new (DeskText *text);
void desk_history_view_hide_chips (DeskHistoryView *self);
void desk_history_view_set_about (DeskHistoryView *self, DeskKind kind, gint64 id);
void desk_history_view_set (DeskHistoryView *self, GPtrArray *history, gint64 now);

G_END_DECLS
