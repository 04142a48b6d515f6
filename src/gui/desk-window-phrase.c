/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-compose.h"
#include "desk-phrase-sheet.h"

/* Phrases over the window: one key for every text, wherever it stands, also in a sheet. */

static gboolean
close_later (gpointer data)
{
  g_autoptr (DeskWindow) self = data;

  desk_window_phrase_close (self);
  return G_SOURCE_REMOVE;
}

/* The sheet still speaks when it says that it is done. */
static void
on_closed (DeskWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, close_later, g_object_ref (self), NULL);
}

/* Opens them for the text that has the focus. */
void
desk_window_phrase (DeskWindow *self)
{
  GtkWidget *target = gtk_root_get_focus (GTK_ROOT (self));

  if (self->engine == NULL || self->phrases != NULL || !desk_window_shows_desk (self)
      || desk_window_search_is_open (self))
    return;
  if (target == NULL || !desk_phrase_fits (target))
    {
      desk_window_toast (self, _("Put the cursor into a text first, then Ctrl+;."));
      return;
    }
  self->phrases = desk_phrase_sheet_new (self->engine, self->text, target);
  g_signal_connect_object (self->phrases, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (self->overlay, self->phrases);
  desk_window_actions_update (self);
  desk_phrase_sheet_focus (DESK_PHRASE_SHEET (self->phrases));
}

/* Takes them away as they are: done, or the desk is locked or closed. */
void
desk_window_phrase_close (DeskWindow *self)
{
  GtkWidget *phrases = self->phrases;

  if (phrases == NULL)
    return;
  self->phrases = NULL;
  if (self->overlay != NULL)
    {
      gtk_overlay_remove_overlay (self->overlay, phrases);
      desk_window_actions_update (self);
    }
}

/* Before the text itself: its own Ctrl+; brings pictures of faces, and input methods have a clipboard there. Alt+; is the
 * same where the desktop keeps Ctrl+; for itself. */
static gboolean
on_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskWindow *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (keyval != GDK_KEY_semicolon || (held != GDK_CONTROL_MASK && held != GDK_ALT_MASK)
      || desk_compose_is_under_way (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  desk_window_phrase (self);
  return GDK_EVENT_STOP;
}

void
desk_window_phrase_init (DeskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
