/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * One outage: its script, and everybody who called about it with a mark for whoever has been told that it is over. T marks
 * the caller with the keyboard and goes to the next, Enter opens their entry in the log.
 *
 * Signals:
 *  entry (gint64 visit_id)  the caller's entry is to be opened
 */
#define DESK_TYPE_OUTAGE_PAGE (desk_outage_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskOutagePageView, desk_outage_page, DESK, OUTAGE_PAGE, GtkWidget)

GtkWidget *desk_outage_page_new (DeskEngine *engine, DeskText *text);
void desk_outage_page_show (DeskOutagePageView *self, gint64 outage_id);
gboolean desk_outage_page_key (DeskOutagePageView *self, guint keyval);
void desk_outage_page_focus (DeskOutagePageView *self);

G_END_DECLS
