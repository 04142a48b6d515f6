/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

/* The search sheet over the window. It is built when it is first asked for: the window comes up without it. */

static DeskSearchSheet *
sheet (DeskWindow *self)
{
  if (self->search != NULL)
    return self->search;
  self->search = desk_search_sheet_new ();
  g_signal_connect_object (self->search, "notify::open", G_CALLBACK (desk_window_actions_update), self,
                           G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->search));
  if (self->engine != NULL)
    desk_search_sheet_set_engine (self->search, self->engine, self->text);
  return self->search;
}

/* Opens it for @words; NULL: with what was typed last, selected. */
void
desk_window_search (DeskWindow *self, const char *words)
{
  desk_search_sheet_search (sheet (self), words);
}

void
desk_window_search_close (DeskWindow *self)
{
  if (self->search != NULL)
    desk_search_sheet_close (self->search);
}

gboolean
desk_window_search_is_open (DeskWindow *self)
{
  return self->search != NULL && desk_search_sheet_is_open (self->search);
}

/* The window shows another store. */
void
desk_window_search_set_engine (DeskWindow *self)
{
  if (self->search != NULL)
    desk_search_sheet_set_engine (self->search, self->engine, self->text);
}
