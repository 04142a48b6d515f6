/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-timeline-row.h"

#include "desk-gutter.h"

#define WHEN_WIDTH 84

static GtkWidget *
label_new (const char *words, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
what_new (const DeskTimelineLine *line)
{
  GtkWidget *label = label_new (line->what, "what", 0);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (line->most_lines > 0)
    {
      gtk_label_set_lines (GTK_LABEL (label), line->most_lines);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_bottom (label, 3);
  return label;
}

/* Returns: (transfer floating): a row of a list box, which a screen reader reads as a whole. */
GtkWidget *
desk_timeline_row_new (const DeskTimelineLine *line)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *when = label_new (line->when, "when", 1);
  g_autofree char *name = g_strdup_printf ("%s %s %s", line->when, line->what, line->who);

  gtk_widget_set_size_request (when, WHEN_WIDTH, -1);
  gtk_widget_set_tooltip_text (when, line->whole);
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), desk_gutter_new (line->dot, line->first, line->last));
  gtk_box_append (GTK_BOX (box), what_new (line));
  if (line->button != NULL)
    gtk_box_append (GTK_BOX (box), line->button);
  gtk_box_append (GTK_BOX (box), label_new (line->who, "who", 1));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
