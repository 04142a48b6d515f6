/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-facts.h"

#define ROWS "desk-facts-rows"

/* Returns: (transfer floating): an empty grid. */
GtkWidget *
desk_facts_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "facts");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  return grid;
}

/* Takes all lines away. */
void
desk_facts_clear (GtkWidget *facts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (facts)) != NULL)
    gtk_grid_remove (GTK_GRID (facts), child);
  g_object_set_data (G_OBJECT (facts), ROWS, NULL);
}

/* One more line. A value of nothing (NULL or "") gives no line. */
void
desk_facts_add (GtkWidget *facts, const char *name, const char *value)
{
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (facts), ROWS));
  GtkWidget *left, *right;

  if (value == NULL || *value == '\0')
    return;
  left = gtk_label_new (name);
  right = gtk_label_new (value);
  gtk_widget_add_css_class (left, "fact-name");
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_set_size_request (left, 56, -1);
  gtk_widget_add_css_class (right, "fact");
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (right), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (right), FALSE);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_grid_attach (GTK_GRID (facts), left, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (facts), right, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (right), GTK_ACCESSIBLE_RELATION_LABELLED_BY, left, NULL, -1);
  g_object_set_data (G_OBJECT (facts), ROWS, GINT_TO_POINTER (row + 1));
}
