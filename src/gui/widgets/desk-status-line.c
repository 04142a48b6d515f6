/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-status-line.h"

#define KEY_STATUS_LINE "status-line"

struct _DeskStatusLine
{
  GtkWidget parent_instance;
  GtkWidget *counts, *keys;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (DeskStatusLine, desk_status_line, GTK_TYPE_WIDGET)

static void
desk_status_line_dispose (GObject *object)
{
  DeskStatusLine *self = DESK_STATUS_LINE (object);

  g_clear_pointer (&self->counts, gtk_widget_unparent);
  g_clear_pointer (&self->keys, gtk_widget_unparent);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (desk_status_line_parent_class)->dispose (object);
}

static void
desk_status_line_class_init (DeskStatusLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_status_line_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_status_line_init (DeskStatusLine *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, DESK_APP_ID, TRUE) : NULL;

  gtk_widget_add_css_class (GTK_WIDGET (self), "status-line");
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->counts = gtk_label_new (NULL);
  gtk_widget_set_parent (self->counts, GTK_WIDGET (self));
  self->keys = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->keys), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->keys), 1);
  gtk_widget_set_hexpand (self->keys, TRUE);
  gtk_widget_add_css_class (self->keys, "keys");
  gtk_widget_set_parent (self->keys, GTK_WIDGET (self));
  if (schema != NULL && g_settings_schema_has_key (schema, KEY_STATUS_LINE))
    {
      self->settings = g_settings_new (DESK_APP_ID);
      g_settings_bind (self->settings, KEY_STATUS_LINE, self, "visible", G_SETTINGS_BIND_GET);
    }
}

/* Returns: (transfer floating): an empty line. */
GtkWidget *
desk_status_line_new (void)
{
  return g_object_new (DESK_TYPE_STATUS_LINE, NULL);
}

/* @words: how many rows of what. */
void
desk_status_line_set_counts (DeskStatusLine *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->counts), words);
}

/* @words: the four to six keys that work here. */
void
desk_status_line_set_keys (DeskStatusLine *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->keys), words);
  gtk_widget_set_tooltip_text (self->keys, words);
}
