/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include "desk-header-registry.h"

#define KEY_SPEC "desk-header-spec"

static GtkBox *
place_of (DeskWindow *self, DeskHeaderPlace place)
{
  return place == DESK_HEADER_START ? self->header_start : self->header_end;
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* Makes what stands in the header for the store that is open now. */
void
desk_window_header_fill (DeskWindow *self)
{
  clear (self->header_start);
  clear (self->header_end);
  for (guint i = 0; i < desk_header_registry_size (); i++)
    {
      const DeskHeaderSpec *spec = desk_header_registry_get (i);
      GtkWidget *widget = spec->make (self->engine, self->text);

      g_object_set_data (G_OBJECT (widget), KEY_SPEC, (gpointer) spec);
      gtk_box_append (place_of (self, spec->place), widget);
    }
  desk_window_header_set_narrow (self);
}

static void
tell_narrow (GtkBox *box, gboolean narrow)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const DeskHeaderSpec *spec = g_object_get_data (G_OBJECT (child), KEY_SPEC);

      if (spec->set_narrow != NULL)
        spec->set_narrow (child, narrow);
    }
}

/* Tells the widgets whether there is room for words. */
void
desk_window_header_set_narrow (DeskWindow *self)
{
  tell_narrow (self->header_start, self->narrow);
  tell_narrow (self->header_end, self->narrow);
}
