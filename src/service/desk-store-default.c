/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-store-default.h"

#include <glib/gstdio.h>

/* Returns: (transfer full): the file below the user's data folder. */
char *
desk_store_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "frontdesk", "desk.frontdesk", NULL);
}

/* Makes the folder of @path, for this user only. Returns: FALSE when it is not there and cannot be made. */
gboolean
desk_store_default_prepare (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, 0700) == 0;
}
