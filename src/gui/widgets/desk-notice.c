/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notice.h"

/**
 * desk_notice_new:
 * @style: (nullable): soon, late or info
 * @icon: name of its icon
 * @fact: what is so
 * @advice: (nullable): what to do about it
 *
 * Returns: (transfer floating): the notice
 */
GtkWidget *
desk_notice_new (const char *style, const char *icon, const char *fact, const char *advice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (fact);

  gtk_widget_add_css_class (box, "notice");
  if (style != NULL)
    gtk_widget_add_css_class (box, style);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_widget_add_css_class (label, "strong");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Alone it has the whole width; by itself a label is as wide as makes a handsome block, and as high as a wider one. */
  if (advice == NULL)
    gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, advice == NULL);
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (advice);
  gtk_widget_add_css_class (label, "dim");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (label, advice != NULL);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Returns: (transfer none): the notice's button. */
GtkWidget *
desk_notice_add_button (GtkWidget *notice, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (notice), button);
  return button;
}

/* @why: (nullable). Returns: (transfer floating): words in the middle of an empty place. */
GtkWidget *
desk_empty_new (const char *icon, const char *what, const char *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *first = gtk_label_new (NULL), *second = gtk_label_new (NULL);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_add_css_class (image, "empty-icon");
  gtk_image_set_pixel_size (GTK_IMAGE (image), 48);
  gtk_box_append (GTK_BOX (box), image);
  gtk_widget_add_css_class (first, "desk-title");
  gtk_box_append (GTK_BOX (box), first);
  gtk_widget_add_css_class (second, "dim");
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_label_set_justify (GTK_LABEL (second), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), second);
  g_object_set_data (G_OBJECT (box), "desk-what", first);
  g_object_set_data (G_OBJECT (box), "desk-why", second);
  desk_empty_set_words (box, what, why);
  return box;
}

/* Other words; @what NULL: the icon and @why alone. */
void
desk_empty_set_words (GtkWidget *empty, const char *what, const char *why)
{
  GtkWidget *first = g_object_get_data (G_OBJECT (empty), "desk-what");
  GtkWidget *second = g_object_get_data (G_OBJECT (empty), "desk-why");

  gtk_label_set_text (GTK_LABEL (first), what != NULL ? what : "");
  gtk_widget_set_visible (first, what != NULL);
  gtk_label_set_text (GTK_LABEL (second), why != NULL ? why : "");
  gtk_widget_set_visible (second, why != NULL);
}

/* Returns: (transfer none): the way out of the empty place. */
GtkWidget *
desk_empty_add_button (GtkWidget *empty, const char *label, const char *key)
{
  GtkWidget *button = desk_button_new (NULL, label, key);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 8);
  gtk_box_append (GTK_BOX (empty), button);
  return button;
}

/* Returns: (transfer floating). */
GtkWidget *
desk_keycap_new (const char *key)
{
  GtkWidget *cap = gtk_label_new (key);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  return cap;
}

/* A button with its key in a frame, in its tooltip and in its description. @icon, @key: (nullable).
 * Returns: (transfer floating). */
GtkWidget *
desk_button_new (const char *icon, const char *label, const char *key)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *tip = key != NULL ? g_strdup_printf ("%s (%s)", label, key) : NULL;

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  if (key != NULL)
    gtk_box_append (GTK_BOX (box), desk_keycap_new (key));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (key != NULL)
    {
      gtk_widget_set_tooltip_text (button, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, key,
                                      GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
    }
  return button;
}

/* Names a drop-down and the button inside it, which is what takes the focus. */
void
desk_name_drop_down (GtkWidget *drop, const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (drop);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Names the arrow of an AdwSplitButton, and the button inside it, which is what takes the focus. */
void
desk_name_arrow (GtkWidget *split, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      {
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
        gtk_widget_set_tooltip_text (child, name);
      }
}

/* Names the parts of an AdwPreferencesGroup that take the focus and that libadwaita leaves without a name: its list by @name,
 * buttons that are only a picture by their tooltip. To be called once its rows are there. */
void
desk_name_group (GtkWidget *group, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *words = GTK_IS_LIST_BOX (child) ? name
                          : GTK_IS_BUTTON (child) && gtk_button_get_label (GTK_BUTTON (child)) == NULL
                              ? gtk_widget_get_tooltip_text (child)
                              : NULL;

      if (words != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      desk_name_group (child, name);
    }
}

/* @style: (nullable): ok, soon, late, info, solid. Returns: (transfer floating). */
GtkWidget *
desk_pill_new (const char *words, const char *style)
{
  GtkWidget *pill = gtk_label_new (words);

  gtk_widget_add_css_class (pill, "pill");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (pill, style);
  return pill;
}
