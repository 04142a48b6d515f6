/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-text.h"
#include "desk-today-row.h"

G_BEGIN_DECLS

/*
 * The list of Today: late, today, later, under their headings. One is selected and open. Letters act on it while the list
 * has the focus.
 *
 * Signals:
 *  selected ()            another one, or none; also when it was read anew
 *  act (int DeskTodayAct) something is to be done with the selected one
 *  more ()                more than are shown are wanted
 */
#define DESK_TYPE_TODAY_LIST (desk_today_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskTodayList, desk_today_list, DESK, TODAY_LIST, GtkWidget)

GtkWidget *desk_today_list_new (DeskEngine *engine, DeskText *text);
void desk_today_list_fill (DeskTodayList *self, DeskFollowUps *follow_ups, const gint64 counts[DESK_N_DUE_GROUPS]);
const DeskFollowUpCard *desk_today_list_get_selected (DeskTodayList *self);
gboolean desk_today_list_select (DeskTodayList *self, gint64 id);
void desk_today_list_select_neighbour (DeskTodayList *self);
void desk_today_list_focus (DeskTodayList *self);
gboolean desk_today_list_has_focus (DeskTodayList *self);
gboolean desk_today_list_tick (DeskTodayList *self);
gboolean desk_today_list_back (DeskTodayList *self);

G_END_DECLS
