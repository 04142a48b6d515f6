/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"

G_BEGIN_DECLS

/*
 * Which days of a list: all, today, yesterday, the last 7 or 30, or one that is typed.
 *
 * Signals:
 *  chosen (int from, int to)  days [from, to); 0: no end on that side
 *  leave ()                   Enter in the day: the rows are to have the keyboard
 */
#define DESK_TYPE_DAYS_DROP (desk_days_drop_get_type ())
G_DECLARE_FINAL_TYPE (DeskDaysDrop, desk_days_drop, DESK, DAYS_DROP, GtkWidget)

GtkWidget *desk_days_drop_new (DeskEngine *engine);
gboolean desk_days_drop_is_set (DeskDaysDrop *self);
DeskDays desk_days_drop_get (DeskDaysDrop *self, DeskDay *day);
void desk_days_drop_set (DeskDaysDrop *self, DeskDays days, DeskDay day);
void desk_days_drop_clear (DeskDaysDrop *self);

G_END_DECLS
