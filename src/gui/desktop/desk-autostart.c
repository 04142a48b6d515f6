/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-autostart.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define GROUP G_KEY_FILE_DESKTOP_GROUP
#define GNOME_KEY "X-GNOME-Autostart-enabled"

static char *
usual_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", DESK_APP_ID ".desktop", NULL);
}

/* An Exec line's argument in the quotes of the desktop entry specification; the key file escapes the backslashes once
 * more when it writes the value. */
static char *
quote (const char *program)
{
  GString *out = g_string_new ("\"");

  for (const char *p = program; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '`' || *p == '$' || *p == '\\')
        g_string_append_c (out, '\\');
      if (*p == '%')
        g_string_append_c (out, '%');
      g_string_append_c (out, *p);
    }
  return g_string_free (g_string_append_c (out, '"'), FALSE);
}

/* The line that starts @program. The first word may hold no '=' by the specification, and desktops look for the program
 * before they read "%%" as "%": such a path stands as the argument of a program that does nothing but start it. */
static char *
exec_line (const char *program)
{
  g_autofree char *quoted = g_path_is_absolute (program) ? quote (program) : g_strdup (program);

  return g_strconcat (strpbrk (program, "%=") != NULL ? "nice -n 0 " : "", quoted, " --background", NULL);
}

/* The program by its bare name where the search path leads to this one, so that the entry outlives a move. */
static char *
usual_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path ("frontdesk");
  g_autofree char *real = found != NULL ? g_canonicalize_filename (found, NULL) : NULL;

  return self == NULL || g_strcmp0 (self, real) == 0 ? g_strdup ("frontdesk") : g_steal_pointer (&self);
}

gboolean
desk_autostart_get_at (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  gboolean enabled;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL)
      || !g_key_file_has_key (file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL)
      || g_key_file_get_boolean (file, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return FALSE;
  enabled = g_key_file_get_boolean (file, GROUP, GNOME_KEY, &error);
  return error != NULL || enabled;
}

gboolean
desk_autostart_set_at (const char *path, const char *program, gboolean on, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *exec = exec_line (program);

  if (!on)
    {
      if (g_unlink (path) == 0 || errno == ENOENT)
        return TRUE;
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Frontdesk");
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME "[zh_CN]", "物业前台");
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, DESK_APP_ID);
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, exec);
  g_key_file_set_boolean (file, GROUP, GNOME_KEY, TRUE);
  return g_key_file_save_to_file (file, path, error);
}

/* Returns: whether the session starts the program. */
gboolean
desk_autostart_get (void)
{
  g_autofree char *path = usual_path ();

  return desk_autostart_get_at (path);
}

/* Writes the file, or takes it away. Returns: FALSE with @error when the folder cannot be written. */
gboolean
desk_autostart_set (gboolean on, GError **error)
{
  g_autofree char *path = usual_path ();
  g_autofree char *program = usual_program ();

  return desk_autostart_set_at (path, program, on, error);
}
