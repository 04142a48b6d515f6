/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application.h"
#include "desk-desktop-notifier.h"
#include "desk-language.h"
#include "desk-renderer.h"

int
main (int argc, char *argv[])
{
  g_autoptr (DeskApplication) application = NULL;
  g_autoptr (DeskClock) clock = desk_clock_new_real ();

  desk_renderer_apply ();
  desk_language_start ();
  g_set_prgname (DESK_APP_ID);
  g_set_application_name ("Frontdesk");
  application = desk_application_new (desk_desktop_notifier_new (clock));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
