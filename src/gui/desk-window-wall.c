/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-wall-pane.h"

/* The room wall belongs to the residents: Ctrl+M goes from their list to the wall and back. */

#define PAGE "wall"

static void
leave (DeskWindow *self)
{
  DeskPane *residents = desk_window_show_pane (self, "residents");

  if (residents != NULL)
    desk_pane_grab_start_focus (residents);
}

/* Wall and list take turns. */
void
desk_window_toggle_wall (DeskWindow *self)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->panes, PAGE);

  if (self->engine == NULL || !desk_window_shows_desk (self))
    return;
  if (child != NULL && gtk_stack_get_visible_child (self->panes) == child)
    {
      leave (self);
      return;
    }
  if (child == NULL)
    {
      child = desk_wall_pane_new (self->engine, self->text);
      g_signal_connect_object (child, "left", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->panes, child, PAGE);
    }
  desk_window_show_pane (self, "residents");
  desk_window_bring_front (self, child);
  desk_pane_grab_start_focus (DESK_PANE (child));
}
