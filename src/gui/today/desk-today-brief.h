/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-list.h"
#include "desk-row.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The first rows of another list beside Today, under a heading with the count of the whole; not there while it is empty. A row
 * that is activated opens its record, where a pane does. */
#define DESK_TYPE_TODAY_BRIEF (desk_today_brief_get_type ())
G_DECLARE_FINAL_TYPE (DeskTodayBrief, desk_today_brief, DESK, TODAY_BRIEF, GtkWidget)

/* One row's widgets; @name: (out): what a screen reader says. */
typedef GtkWidget *(*DeskBriefRowFunc) (const DeskRow *row, DeskText *text, gint64 now, char **name);

GtkWidget *desk_today_brief_new (DeskEngine *engine, DeskText *text, const char *title, DeskList list, guint filter,
                                 guint most, DeskBriefRowFunc make_row);

void desk_today_brief_reload (DeskTodayBrief *self);

/* Of cases: clock, where, what, state. */
GtkWidget *desk_today_case_row (const DeskRow *row, DeskText *text, gint64 now, char **name);

/* Of the desk log: when, how, where, what. */
GtkWidget *desk_today_visit_row (const DeskRow *row, DeskText *text, gint64 now, char **name);

G_END_DECLS
