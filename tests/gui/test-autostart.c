/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>

#include "desk-autostart.h"

/* The entry is read and started here as desktops do it, by GIO: the program lies at odd paths and says how it was called. */

#define SAYS "#!/bin/sh\nprintf '%s|%s\\n' \"$0\" \"$*\" > \"$DESK_SAID.new\" && mv \"$DESK_SAID.new\" \"$DESK_SAID\"\n"

static const char *const folders[] = {
  "plain",
  "with blanks  in it",
  "\"double\" and 'single'",
  "物业 前台",
  "50%",
  "%f %u %% %",
  "$HOME `id` ${PATH}",
  "back\\slash \\n \\s",
  "a=b",
  ";semi & pipe | # ~ * ?",
  "tab\there",
};

static char *root;

static gboolean
has_said (const char *path, char **said)
{
  return g_file_get_contents (path, said, NULL, NULL);
}

static void
launch (const char *entry, char **said)
{
  g_autoptr (GDesktopAppInfo) info = g_desktop_app_info_new_from_filename (entry);
  g_autofree char *path = g_build_filename (root, "said", NULL);
  g_autoptr (GAppLaunchContext) context = g_app_launch_context_new ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (info);
  g_unlink (path);
  g_app_launch_context_setenv (context, "DESK_SAID", path);
  g_app_info_launch (G_APP_INFO (info), NULL, context, &error);
  g_assert_no_error (error);
  while (!has_said (path, said))
    g_thread_yield ();
}

static void
test_path (gconstpointer data)
{
  g_autofree char *folder = g_build_filename (root, data, NULL);
  g_autofree char *program = g_build_filename (folder, "frontdesk", NULL);
  g_autofree char *entry = g_build_filename (folder, "config", "autostart", "entry.desktop", NULL);
  g_autofree char *expected = g_strdup_printf ("%s|--background\n", program);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (program, SAYS, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0700, NULL));
  g_assert_false (desk_autostart_get_at (entry));
  g_assert_true (desk_autostart_set_at (entry, program, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (desk_autostart_get_at (entry));
  launch (entry, &said);
  g_assert_cmpstr (said, ==, expected);
  for (int i = 0; i < 2; i++) /* twice off is off */
    {
      g_assert_true (desk_autostart_set_at (entry, program, FALSE, &error));
      g_assert_no_error (error);
      g_assert_false (desk_autostart_get_at (entry));
    }
}

/* What the desktop's own settings write into the entry. */
static const struct
{
  const char *text;
  gboolean on;
} entries[] = {
  { "[Desktop Entry]\nType=Application\nExec=frontdesk --background\n", TRUE },
  { "[Desktop Entry]\nExec=frontdesk\nX-GNOME-Autostart-enabled=false\n", FALSE },
  { "[Desktop Entry]\nExec=frontdesk\nX-GNOME-Autostart-enabled=true\n", TRUE },
  { "[Desktop Entry]\nExec=frontdesk\nHidden=true\n", FALSE },
  { "[Desktop Entry]\nExec=frontdesk\nHidden=true\nX-GNOME-Autostart-enabled=true\n", FALSE },
  { "", FALSE },
  { "no entry at all \xff", FALSE },
};

static void
test_entries (void)
{
  g_autofree char *path = g_build_filename (root, "edited.desktop", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_test_message ("row %u", i);
      g_assert_true (g_file_set_contents (path, entries[i].text, -1, NULL));
      g_assert_cmpint (desk_autostart_get_at (path), ==, entries[i].on);
      g_assert_true (desk_autostart_set_at (path, "frontdesk", TRUE, NULL));
      g_assert_true (desk_autostart_get_at (path));
    }
}

/* A file where the folder should be: it says so and nothing is half on. */
static void
test_no_folder (void)
{
  g_autofree char *folder = g_build_filename (root, "in-the-way", NULL);
  g_autofree char *path = g_build_filename (folder, "entry.desktop", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  g_assert_false (desk_autostart_set_at (path, "frontdesk", TRUE, &error));
  g_assert_nonnull (error);
  g_assert_false (desk_autostart_get_at (path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  root = g_dir_make_tmp ("autostart-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/gui/autostart/path/%u", i);

      g_test_add_data_func (path, folders[i], test_path);
    }
  g_test_add_func ("/gui/autostart/entries", test_entries);
  g_test_add_func ("/gui/autostart/no-folder", test_no_folder);
  return g_test_run ();
}
