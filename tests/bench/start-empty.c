/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "start-report.h"

/* The bare probe: a window of libadwaita with its header bar and nothing in it, with the renderer that we use, but for
 * one label in the language of the run: the pages of a Chinese face (9 MB of the regular one) are the price of saying
 * anything at all, and no part of what we add. */

static void
quit_action (GSimpleAction *action, GVariant *target, gpointer application)
{
  g_application_quit (application);
}

static void
activate_cb (AdwApplication *application)
{
  static const GActionEntry entries[] = { { "quit", quit_action, NULL, NULL, NULL } };
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("翠湖花园 今天 前台登记 住户 报修 投诉"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  start_report_when (GTK_APPLICATION (application), GTK_WINDOW (window), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.frontdesk.Empty", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
