/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-path.h"

#include <string.h>

#include "desk-prefs.h"
#include "desk-store-default.h"

/* Returns: (transfer full): where the store lies that nobody chose a place for. */
char *
desk_store_path_standard (void)
{
  return desk_store_default_path ();
}

/* Returns: (transfer full): the store that opens without --store: the one chosen on the first-start page, else the
 * standard one. */
char *
desk_store_path_usual (void)
{
  g_autofree char *chosen = desk_prefs_get_string ("last-store", "");

  return *chosen != '\0' ? g_steal_pointer (&chosen) : desk_store_path_standard ();
}

/* Returns: (transfer full): where the demonstration lies. */
char *
desk_store_path_demo (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "demo.frontdesk", NULL);
}

/* Returns: (transfer full): @path absolute, without . and .. */
char *
desk_store_path_canonical (const char *path)
{
  return g_canonicalize_filename (path, NULL);
}

/* Returns: (transfer full): the application id a program has that holds @path: the usual store's is the plain one, so
 * that the desktop starts it; another store has its own, so that both run and each is raised by its name. */
char *
desk_store_path_instance_id (const char *path, const char *usual)
{
  g_autofree char *digest = NULL;

  if (g_strcmp0 (path, usual) == 0)
    return g_strdup (DESK_APP_ID);
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  digest[16] = '\0';
  return g_strconcat (DESK_APP_ID, ".s", digest, NULL);
}

/* Returns: (transfer full): @path as a person reads it: from the home folder on, "Documents › desk.frontdesk". */
char *
desk_store_path_words (const char *path)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);
  const char *rest = g_str_has_prefix (path, home) && path[length] == G_DIR_SEPARATOR ? path + length + 1 : path;
  g_autofree char *shown = g_filename_display_name (rest);
  g_auto (GStrv) parts = g_strsplit (shown, G_DIR_SEPARATOR_S, -1);

  if (rest == path)
    return g_steal_pointer (&shown);
  return g_strjoinv (" › ", parts);
}

/* Makes the folder of @path, for this user only. Returns: FALSE when it is not there and cannot be made. */
gboolean
desk_store_path_prepare (const char *path)
{
  return desk_store_default_prepare (path);
}
