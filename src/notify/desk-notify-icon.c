/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notify-private.h"

#include "desk-notify-resources.h"

#define DRAWING "/org/frontdesk/Frontdesk/notify/icon.svg"
#define SIZE 64 /* what services draw, doubled for fine screens */

static gboolean
is_in (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "icons", "hicolor", "scalable", "apps", DESK_APP_ID ".svg", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The icon by its name where the service will find it. Returns: NULL when the program is not installed: a service that is
 * given a name it does not know draws a broken picture. */
const char *
desk_notify_icon_name (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  if (is_in (g_get_user_data_dir ()))
    return DESK_APP_ID;
  for (guint i = 0; folders[i] != NULL; i++)
    if (is_in (folders[i]))
      return DESK_APP_ID;
  return NULL;
}

/* Sends the icon along as a picture. Without a loader for drawings the notification goes without. The loader is named: a
 * desk without the table of file types has nobody to guess it. */
void
desk_notify_icon_put (NotifyNotification *notification)
{
  g_autoptr (GBytes) drawing = g_resource_lookup_data (desk_notify_get_resource (), DRAWING, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("svg", NULL);
  gboolean loaded;

  if (loader == NULL)
    return;
  gdk_pixbuf_loader_set_size (loader, SIZE, SIZE);
  loaded = gdk_pixbuf_loader_write_bytes (loader, drawing, NULL);
  loaded = gdk_pixbuf_loader_close (loader, NULL) && loaded; /* also after a failure */
  if (loaded)
    notify_notification_set_image_from_pixbuf (notification, gdk_pixbuf_loader_get_pixbuf (loader));
}
