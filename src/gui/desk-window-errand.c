/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

static void
forget (DeskWindow *self)
{
  self->errand = (DeskErrand){ DESK_ERRAND_NONE, DESK_KIND_NONE, 0, NULL };
  g_clear_pointer (&self->errand_words, g_free);
}

static void
run (DeskWindow *self)
{
  DeskErrand errand = self->errand;
  g_autofree char *words = g_steal_pointer (&self->errand_words);

  forget (self);
  if (errand.type == DESK_ERRAND_SEARCH)
    desk_window_search (self, words);
  else if (errand.type != DESK_ERRAND_NONE)
    {
      desk_window_search_close (self);
      if (errand.type == DESK_ERRAND_QUICK)
        desk_window_quick_entry (self, &(DeskQuickAsk){ .kind = errand.id });
      else if (errand.type == DESK_ERRAND_OPEN)
        desk_window_open_record (self, errand.kind, errand.id);
      else
        desk_window_make_record (self, errand.kind);
    }
}

/* Runs after whatever shows the desk has done so and has set the focus. */
static gboolean
on_errand_idle_cb (gpointer user_data)
{
  DeskWindow *self = user_data;

  self->errand_source = 0;
  if (!self->closing && desk_window_shows_desk (self))
    run (self);
  return G_SOURCE_REMOVE;
}

static void
queue (DeskWindow *self)
{
  if (self->errand.type != DESK_ERRAND_NONE && self->errand_source == 0 && desk_window_shows_desk (self))
    self->errand_source = g_idle_add (on_errand_idle_cb, self);
}

void
desk_window_errand_init (DeskWindow *self)
{
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (queue), self, G_CONNECT_SWAPPED);
}

void
desk_window_errand_dispose (DeskWindow *self)
{
  g_clear_handle_id (&self->errand_source, g_source_remove);
  forget (self);
}

void
desk_window_run (DeskWindow *self, const DeskErrand *errand)
{
  g_free (self->errand_words);
  self->errand = *errand;
  self->errand_words = g_strdup (errand->words);
  self->errand.words = NULL;
  queue (self);
}
