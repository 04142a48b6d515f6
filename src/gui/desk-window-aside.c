/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-bills-pane.h"
#include "desk-case-book-pane.h"

/* What stands among the panes without a row in the sidebar and is reached from the menu: categories and calendars, bills. */

static void
leave (DeskWindow *self)
{
  g_autofree char *last = g_strdup (self->pane_before_aside);
  DeskPane *before = desk_window_show_pane (self, last != NULL ? last : desk_pane_registry_get (0)->id);

  if (before != NULL)
    desk_pane_grab_start_focus (before);
}

/* Returns: (transfer none) (nullable): the pane called @page in front, made by @make at the first time. */
static GtkWidget *
bring_aside (DeskWindow *self, const char *page, GtkWidget *(*make) (DeskEngine *engine, DeskText *text))
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->panes, page);
  const char *shown = gtk_stack_get_visible_child_name (self->panes);

  if (self->engine == NULL || !desk_window_shows_desk (self))
    return NULL;
  if (child == NULL)
    {
      child = make (self->engine, self->text);
      g_signal_connect_object (child, "left", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->panes, child, page);
      desk_pane_set_narrow (DESK_PANE (child), self->narrow);
    }
  if (desk_pane_registry_find (shown) != NULL)
    {
      g_free (self->pane_before_aside);
      self->pane_before_aside = g_strdup (shown);
    }
  desk_window_bring_front (self, child);
  return child;
}

/* Categories and calendars. @route: (nullable): of a draft that is gone on with. */
void
desk_window_case_book (DeskWindow *self, const char *route)
{
  GtkWidget *child = bring_aside (self, "casebook", desk_case_book_pane_new);

  if (child != NULL && route != NULL)
    desk_pane_resume (DESK_PANE (child), route);
  if (child != NULL)
    desk_pane_grab_start_focus (DESK_PANE (child));
}

/* Bills of repairs. */
void
desk_window_bills (DeskWindow *self)
{
  GtkWidget *child = bring_aside (self, "bills", desk_bills_pane_new);

  if (child != NULL)
    desk_pane_grab_start_focus (DESK_PANE (child));
}
