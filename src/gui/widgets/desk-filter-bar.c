/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-filter-bar.h"

#include <glib/gi18n.h>

#include "desk-notice.h"

struct _DeskFilterBar
{
  GtkWidget parent_instance;
  GtkWidget *box, *entry;
};

enum
{
  TYPED,
  LEAVE,
  ALL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFilterBar, desk_filter_bar, GTK_TYPE_WIDGET)

static void
typed (GtkSearchEntry *entry, DeskFilterBar *self)
{
  g_signal_emit (self, signals[TYPED], 0);
}

static void
entry_done (GtkSearchEntry *entry, DeskFilterBar *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
entry_left (GtkSearchEntry *entry, DeskFilterBar *self)
{
  g_signal_emit (self, signals[ALL], 0);
}

static gboolean
entry_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskFilterBar *self)
{
  if (keyval != GDK_KEY_Down)
    return FALSE;
  g_signal_emit (self, signals[LEAVE], 0);
  return TRUE;
}

static void
desk_filter_bar_dispose (GObject *object)
{
  g_clear_pointer (&DESK_FILTER_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_filter_bar_parent_class)->dispose (object);
}

static void
desk_filter_bar_class_init (DeskFilterBarClass *klass)
{
  static const char *const names[N_SIGNALS] = { "typed", "leave", "all" };

  G_OBJECT_CLASS (klass)->dispose = desk_filter_bar_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DESK_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_filter_bar_init (DeskFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->box, "list-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_tooltip_text (self->entry, _("Filter (Ctrl+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (typed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entry_done), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (entry_left), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (self->box), self->entry);
}

/* @placeholder: what may be typed. @delay: milliseconds after the last key, more where the list is dear.
 * Returns: (transfer floating). */
GtkWidget *
desk_filter_bar_new (const char *placeholder, guint delay)
{
  DeskFilterBar *self = g_object_new (DESK_TYPE_FILTER_BAR, NULL);

  g_object_set (self->entry, "placeholder-text", placeholder, "search-delay", delay, NULL);
  return GTK_WIDGET (self);
}

/* Puts @widget (transfer floating) at the end of the bar. */
void
desk_filter_bar_add (DeskFilterBar *self, GtkWidget *widget)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), widget);
}

/* @name: what it narrows by, for screen readers. Returns: (transfer none): a drop-down of strings, still without any, at
 * the end of the bar. */
GtkWidget *
desk_filter_bar_add_drop (DeskFilterBar *self, const char *name)
{
  GtkWidget *drop = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  desk_name_drop_down (drop, name);
  desk_filter_bar_add (self, drop);
  return drop;
}

/* Returns: (transfer none): what stands in the entry. */
const char *
desk_filter_bar_get_text (DeskFilterBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* @words: (nullable): what stands in the entry from now on; "typed" comes after the delay. */
void
desk_filter_bar_set_text (DeskFilterBar *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words != NULL ? words : "");
}

/* Empties the entry; "typed" comes after the delay. */
void
desk_filter_bar_clear (DeskFilterBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* Puts the focus into the entry. */
void
desk_filter_bar_focus (DeskFilterBar *self)
{
  gtk_widget_grab_focus (self->entry);
}
