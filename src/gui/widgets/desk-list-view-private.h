/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-list-selection.h"
#include "desk-list-view.h"

G_BEGIN_DECLS

typedef struct
{
  DeskListView *view;
  const DeskColumnSpec *spec;
  DeskListLayout layout;
  GtkColumnViewColumn *column; /* the table's */
} DeskListColumn;

struct _DeskListView
{
  GtkWidget parent_instance;
  DeskListModel *model;
  DeskListSelection *selection;
  DeskText *text;
  GtkWidget *stop, *scrolled, *table;
  GPtrArray *columns; /* DeskListColumn, in the order of the layout */
  DeskListColumn *probed;
  GSettings *settings;
  gboolean restoring;
  guint save_id;
  guint focus_tick;
  gint64 focus_until;        /* monotonic time */
  gpointer focus_began;      /* what had the focus when it was asked for; only compared */
  gboolean had_focus;        /* before the rows that have just changed */
  gint64 now; /* what clocks in it show */
  guint scroll_tick; /* scrolls to the selected row once the table has a size */
};

/* Columns and sort as the person left them, in the settings; told later, in one go. */
void desk_list_view_restore (DeskListView *self);
void desk_list_view_remember (DeskListView *self);
void desk_list_view_save_now (DeskListView *self);

G_END_DECLS
