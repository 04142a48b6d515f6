/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* How a list says what narrows it, and is narrowed. */
typedef struct
{
  void (*describe) (gpointer owner, DeskFilterForm *form); /* (out caller-allocates) */
  void (*show) (gpointer owner, const DeskFilterForm *form);
  void (*focus) (gpointer owner); /* the rows get the keyboard */
} DeskFilterMenuOwner;

/*
 * Beside the chips of a list: the saved filters of whoever is at the desk, to be recalled by digits, called something else,
 * pinned and removed, and a name for what is shown. @owner outlives it.
 */
#define DESK_TYPE_FILTER_MENU (desk_filter_menu_get_type ())
G_DECLARE_FINAL_TYPE (DeskFilterMenu, desk_filter_menu, DESK, FILTER_MENU, GtkWidget)

GtkWidget *desk_filter_menu_new (DeskEngine *engine, DeskText *text, DeskList list, const DeskFilterMenuOwner *asks,
                                 gpointer owner);
void desk_filter_menu_open (DeskFilterMenu *self);
gboolean desk_filter_menu_recall (DeskFilterMenu *self, gint64 id);

G_END_DECLS
