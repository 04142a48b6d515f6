/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The right side of Today: what waits for the approval of whoever is at the desk, what was handed on to them and waits
 * for an answer, and the one that is selected in the list with what happened to it.
 *
 * Signals:
 *  accept (gpointer DeskFollowUpCard)  Y or the button
 *  return (gpointer DeskFollowUpCard)  N or the button
 *  decide (gpointer DeskRequestCard, int DeskRequestState)  likewise of what waits for approval
 */
#define DESK_TYPE_TODAY_SIDE (desk_today_side_get_type ())
G_DECLARE_FINAL_TYPE (DeskTodaySide, desk_today_side, DESK, TODAY_SIDE, GtkWidget)

GtkWidget *desk_today_side_new (DeskEngine *engine, DeskText *text);
gboolean desk_today_side_begin (DeskTodaySide *self);
void desk_today_side_set_waiting (DeskTodaySide *self, GPtrArray *cards);
void desk_today_side_set_requests (DeskTodaySide *self, GPtrArray *cards);
void desk_today_side_show (DeskTodaySide *self, const DeskFollowUpCard *card);
gboolean desk_today_side_focus (DeskTodaySide *self);

void desk_today_side_tick (DeskTodaySide *self);

G_END_DECLS
