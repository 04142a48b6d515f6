/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-family.h"
#include "desk-engine.h"

G_BEGIN_DECLS

/*
 * The list of one kind of cases: chips with counts, filter entry, rows with running clocks, the line below.
 *
 * Signals:
 *  selected (gint64 id)              another row; 0: none is left
 *  opened (gint64 id)                Enter or double click
 *  key (guint keyval) → gboolean     a letter on the focused row
 *  leave ()                          the rows are to have the keyboard
 */
#define DESK_TYPE_CASE_LIST (desk_case_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskCaseList, desk_case_list, DESK, CASE_LIST, GtkWidget)

GtkWidget *desk_case_list_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family);
GtkWidget *desk_case_list_get_bar (DeskCaseList *self);
GtkWidget *desk_case_list_get_saved (DeskCaseList *self);
GtkWidget *desk_case_list_get_view (DeskCaseList *self);
gint64 desk_case_list_get_selected (DeskCaseList *self);
void desk_case_list_select (DeskCaseList *self, gint64 id);
gint64 desk_case_list_get_next (DeskCaseList *self);
GArray *desk_case_list_get_chosen (DeskCaseList *self);
gboolean desk_case_list_clear_marks (DeskCaseList *self);
gboolean desk_case_list_clear_filter (DeskCaseList *self);
void desk_case_list_focus (DeskCaseList *self);
void desk_case_list_focus_filter (DeskCaseList *self);
void desk_case_list_refresh (DeskCaseList *self);
void desk_case_list_tick (DeskCaseList *self);
void desk_case_list_begin (DeskCaseList *self);
void desk_case_list_show_figure (DeskCaseList *self, const DeskFigureRows *rows);

G_END_DECLS
