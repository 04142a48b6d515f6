/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-box.h"

/* Removes all that stands in the GtkListBox @list, rows and their headings; the toolkit has this from 4.12 on. */
void
desk_list_box_clear (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
}
