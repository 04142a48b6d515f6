/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_PART_LIST,
  DESK_PART_DETAIL,
  DESK_PART_FILTER, /* stands on the list's side */
} DeskListPart;

/*
 * What a pane consists of: a list and beside it the page of what is selected; one of the two where the window is narrow.
 * It lies in a DeskPane, which it asks for F6, F8 and Esc (DESK_PANE_CYCLE, _SHOW_NUMBER, _BACK) before GtkPaned and the
 * toasts take them, and whose `get_list` says whether the rows have the keyboard.
 *
 * Signals:
 *  focus (int part)  that part is in front and is to have the keyboard
 */
#define DESK_TYPE_LIST_DETAIL (desk_list_detail_get_type ())
G_DECLARE_FINAL_TYPE (DeskListDetail, desk_list_detail, DESK, LIST_DETAIL, GtkWidget)

GtkWidget *desk_list_detail_new (GtkWidget *list, GtkWidget *detail, const char *pane, int width, gboolean list_grows);
void desk_list_detail_go (DeskListDetail *self, DeskListPart part);
void desk_list_detail_cycle (DeskListDetail *self);
void desk_list_detail_show (DeskListDetail *self, DeskListPart part);
gboolean desk_list_detail_in_detail (DeskListDetail *self);
void desk_list_detail_set_narrow (DeskListDetail *self, gboolean narrow, DeskListPart part);
gboolean desk_list_detail_get_narrow (DeskListDetail *self);
gboolean desk_has_focus_inside (GtkWidget *widget);

G_END_DECLS
