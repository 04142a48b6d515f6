/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-private.h"

#include <glib/gi18n.h>

#include "desk-form.h"

#define SHEET_WIDTH 560
#define AROUND 48

/* A form in a sheet over the window, over a scrim; no popover, so that input methods and every renderer are safe. One at
 * a time. */

/* Takes the sheet away and gives the focus back where it came from. What was saved may have come to its row already and taken
 * the focus there: then it stays. */
static void
close_sheet (DeskWindow *self)
{
  GtkWidget *sheet = self->sheet, *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean elsewhere = focus != NULL && sheet != NULL && !gtk_widget_is_ancestor (focus, sheet);

  if (sheet == NULL)
    return;
  self->sheet = NULL;
  gtk_overlay_remove_overlay (self->overlay, sheet);
  desk_window_actions_update (self);
  if (!elsewhere && self->came_from != NULL && gtk_widget_get_mapped (self->came_from))
    gtk_widget_grab_focus (self->came_from);
  else if (!elsewhere && desk_window_shown_pane (self) != NULL) /* its row was made anew meanwhile */
    desk_pane_grab_start_focus (desk_window_shown_pane (self));
  g_clear_weak_pointer (&self->came_from);
}

static gboolean
close_later (gpointer data)
{
  g_autoptr (DeskWindow) self = data;

  close_sheet (self);
  return G_SOURCE_REMOVE;
}

/* The form still speaks when it says that it is done. */
static void
on_form_done (DeskWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, close_later, g_object_ref (self), NULL);
}

static void
on_scrim (DeskWindow *self)
{
  GtkWidget *form = self->sheet != NULL ? g_object_get_data (G_OBJECT (self->sheet), "desk-form") : NULL;

  if (form != NULL)
    desk_form_leave (DESK_FORM (form));
}

static GtkWidget *
scrim_new (DeskWindow *self)
{
  GtkWidget *scrim = gtk_button_new ();

  gtk_widget_add_css_class (scrim, "flat");
  gtk_widget_add_css_class (scrim, "scrim");
  gtk_widget_set_focusable (scrim, FALSE);
  gtk_widget_set_focus_on_click (scrim, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrim), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close Form"), -1);
  g_signal_connect_object (scrim, "clicked", G_CALLBACK (on_scrim), self, G_CONNECT_SWAPPED);
  return scrim;
}

/**
 * desk_window_present_form:
 * @form: (transfer floating): a DeskForm, loaded
 *
 * Shows it in a sheet over the window; it goes when it is saved, taken away or left.
 */
void
desk_window_present_form (DeskWindow *self, GtkWidget *form)
{
  GtkWidget *layers, *sheet;

  if (self == NULL || self->sheet != NULL)
    {
      g_object_ref_sink (form);
      g_object_unref (form);
      return;
    }
  layers = gtk_overlay_new ();
  sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_set_weak_pointer (&self->came_from, gtk_root_get_focus (GTK_ROOT (self)));
  gtk_overlay_set_child (GTK_OVERLAY (layers), scrim_new (self));
  gtk_widget_add_css_class (sheet, "sheet");
  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sheet, GTK_ALIGN_START);
  gtk_widget_set_margin_top (sheet, AROUND);
  gtk_widget_set_margin_bottom (sheet, 8);
  gtk_widget_set_overflow (sheet, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (sheet, MIN (SHEET_WIDTH, gtk_widget_get_width (GTK_WIDGET (self)) - 32), -1);
  gtk_widget_set_vexpand (form, FALSE);
  gtk_box_append (GTK_BOX (sheet), form);
  gtk_overlay_add_overlay (GTK_OVERLAY (layers), sheet);
  g_object_set_data (G_OBJECT (layers), "desk-form", form);
  g_signal_connect_object (form, "saved", G_CALLBACK (on_form_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "removed", G_CALLBACK (on_form_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "left", G_CALLBACK (on_form_done), self, G_CONNECT_SWAPPED);
  self->sheet = layers;
  gtk_overlay_add_overlay (self->overlay, layers);
  desk_window_actions_update (self);
  desk_form_focus (DESK_FORM (form));
}

/* Takes away a sheet nobody answered: the desk is locked or closed. */
void
desk_window_sheet_dispose (DeskWindow *self)
{
  g_clear_weak_pointer (&self->came_from);
  if (self->sheet != NULL && self->overlay != NULL)
    gtk_overlay_remove_overlay (self->overlay, self->sheet);
  self->sheet = NULL;
}
