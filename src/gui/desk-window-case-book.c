/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <string.h>

#include "desk-case-book-pane.h"

/* Categories and calendars stand among the panes without a row in the sidebar: they are reached from the menu. */

#define PAGE "casebook"

static void
leave (DeskWindow *self)
{
  g_autofree char *last = g_strdup (self->pane_before_case_book);
  DeskPane *before = desk_window_show_pane (self, last != NULL ? last : desk_pane_registry_get (0)->id);

  if (before != NULL)
    desk_pane_grab_start_focus (before);
}

/* @route: (nullable): of a draft that is gone on with. */
void
desk_window_case_book (DeskWindow *self, const char *route)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->panes, PAGE);
  const char *shown = gtk_stack_get_visible_child_name (self->panes);

  if (self->engine == NULL || !desk_window_shows_desk (self))
    return;
  if (child == NULL)
    {
      child = desk_case_book_pane_new (self->engine, self->text);
      g_signal_connect_object (child, "left", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->panes, child, PAGE);
      desk_pane_set_narrow (DESK_PANE (child), self->narrow);
    }
  if (desk_pane_registry_find (shown) != NULL)
    {
      g_free (self->pane_before_case_book);
      self->pane_before_case_book = g_strdup (shown);
    }
  desk_window_bring_front (self, child);
  if (route != NULL)
    desk_pane_resume (DESK_PANE (child), route);
  desk_pane_grab_start_focus (DESK_PANE (child));
}
