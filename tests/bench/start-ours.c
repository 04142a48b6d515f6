/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application.h"
#include "desk-language.h"
#include "desk-list-cell.h"
#include "desk-pane.h"
#include "desk-renderer.h"
#include "start-report.h"

/* The program as main.c starts it but for its notifier, until the first rows of its first pane are painted. */

/* A row of a table that has been read, or one of a list that a pane filled. */
static gboolean
is_row (GtkWidget *widget)
{
  if (DESK_IS_LIST_CELL (widget))
    {
      DeskRowItem *item = desk_list_cell_get_item (DESK_LIST_CELL (widget));

      return item != NULL && desk_row_item_get_row (item) != NULL;
    }
  return GTK_IS_LIST_BOX_ROW (widget);
}

static gboolean
has_rows (GtkWidget *widget, gboolean in_pane)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (in_pane && is_row (widget))
    return TRUE;
  in_pane = in_pane || DESK_IS_PANE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_rows (child, in_pane))
      return TRUE;
  return FALSE;
}

static gboolean
ready (GtkWidget *window)
{
  return has_rows (window, FALSE);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  start_report_when (application, window, ready);
}

int
main (int argc, char *argv[])
{
  g_autoptr (DeskApplication) application = NULL;

  desk_renderer_apply ();
  desk_language_start ();
  g_set_prgname (DESK_APP_ID);
  g_set_application_name ("Frontdesk");
  application = desk_application_new (NULL);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
