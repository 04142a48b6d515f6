/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-secret-row.h"

#include <adwaita.h>

static void
text_gone (gpointer row, GObject *text)
{
  g_object_unref (row);
}

GtkWidget *
desk_secret_row_new (const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* libadwaita 1.2's row listens to its text without watching itself: a text that outlives it, as one with the keyboard
   * does when its dialog goes, tells a row that is gone. The row stays until its text has gone. */
  g_object_weak_ref (G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (row))), text_gone, g_object_ref (row));
  return row;
}
