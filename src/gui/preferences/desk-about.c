/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-about.h"
#include "desk-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>


void
desk_about_present (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "transient-for", parent, "modal", TRUE, "application-name", _("Frontdesk"), "application-icon",
                DESK_APP_ID, "version", DESK_VERSION, "developer-name", _("The Frontdesk developers"), "comments",
                _("The front desk of a property management office."), "license-type", GTK_LICENSE_GPL_3_0, NULL);
  desk_window_dress (window);
  gtk_window_present (GTK_WINDOW (window));
}
