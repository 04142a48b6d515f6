/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define CHUNK 65536
#define QUALITY "85"

/* What is asked of a picture before its pixels are made. */
typedef struct
{
  gint64 most_pixels;
  int side;
  gboolean too_large;
} Limits;

/* A picture says its size in its first bytes: one that would not fit into memory is left before it is unpacked. */
static void
size_known (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Limits *limits = data;
  int longer = MAX (width, height);

  if (width < 1 || height < 1 || (gint64) width * height > limits->most_pixels)
    {
      limits->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (longer > limits->side)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) ((gint64) width * limits->side / longer)),
                                MAX (1, (int) ((gint64) height * limits->side / longer)));
}

static gboolean
feed (GdkPixbufLoader *loader, GBytes *bytes, const Limits *limits, GCancellable *cancellable)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += CHUNK)
    if (limits->too_large || g_cancellable_is_cancelled (cancellable)
        || !gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), NULL))
      return FALSE;
  return TRUE;
}

/* Without what shines through, and standing as the camera was held. */
static GdkPixbuf *
straighten (GdkPixbuf *read)
{
  g_autoptr (GdkPixbuf) turned = gdk_pixbuf_apply_embedded_orientation (read);
  GdkPixbuf *flat;

  if (turned == NULL || !gdk_pixbuf_get_has_alpha (turned))
    return g_steal_pointer (&turned);
  flat = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, gdk_pixbuf_get_width (turned), gdk_pixbuf_get_height (turned));
  if (flat == NULL)
    return NULL;
  gdk_pixbuf_fill (flat, 0xFFFFFFFF);
  gdk_pixbuf_composite (turned, flat, 0, 0, gdk_pixbuf_get_width (flat), gdk_pixbuf_get_height (flat), 0, 0, 1, 1,
                        GDK_INTERP_NEAREST, 255);
  return flat;
}

/* Only the one decoder that the file's first bytes ask for is let near it. */
static DeskPictureVerdict
decode (GBytes *bytes, const char *decoder, Limits *limits, GCancellable *cancellable, GdkPixbuf **pixbuf)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (decoder, NULL);
  gboolean fed, closed;
  GdkPixbuf *read;

  if (loader == NULL)
    return DESK_PICTURE_DAMAGED;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_known), limits);
  fed = feed (loader, bytes, limits, cancellable);
  closed = gdk_pixbuf_loader_close (loader, NULL);
  if (limits->too_large)
    return DESK_PICTURE_TOO_LARGE;
  if (g_cancellable_is_cancelled (cancellable))
    return DESK_PICTURE_STOPPED;
  read = fed && closed ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  *pixbuf = read != NULL ? straighten (read) : NULL;
  return *pixbuf != NULL ? DESK_PICTURE_READ : DESK_PICTURE_DAMAGED;
}

/**
 * desk_picture_shrink:
 * @decoder: which reads it: DeskMedia.decoder
 * @most_pixels: above this it is not unpacked
 * @side: px that the longer side has at most afterwards
 * @cancellable: (nullable)
 * @jpeg: (out): the picture anew as a JPEG, without what the camera wrote into it: place, owner, serial number
 */
DeskPictureVerdict
desk_picture_shrink (GBytes *bytes, const char *decoder, gint64 most_pixels, int side, GCancellable *cancellable,
                     GBytes **jpeg)
{
  Limits limits = { most_pixels, side, FALSE };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  DeskPictureVerdict verdict = decode (bytes, decoder, &limits, cancellable, &pixbuf);
  char *buffer;
  gsize size;

  if (verdict != DESK_PICTURE_READ)
    return verdict;
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", NULL, "quality", QUALITY, NULL))
    return DESK_PICTURE_DAMAGED;
  *jpeg = g_bytes_new_take (buffer, size);
  return DESK_PICTURE_READ;
}

/* The same to look at: its pixels. @picture: (out): to be cleared. */
DeskPictureVerdict
desk_picture_look (GBytes *bytes, const char *decoder, gint64 most_pixels, int side, GCancellable *cancellable,
                   DeskPicture *picture)
{
  Limits limits = { most_pixels, side, FALSE };
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  DeskPictureVerdict verdict = decode (bytes, decoder, &limits, cancellable, &pixbuf);

  *picture = (DeskPicture){ 0 };
  if (verdict != DESK_PICTURE_READ)
    return verdict;
  *picture = (DeskPicture){ gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                            gdk_pixbuf_get_rowstride (pixbuf), gdk_pixbuf_read_pixel_bytes (pixbuf) };
  return verdict;
}

void
desk_picture_clear (DeskPicture *picture)
{
  g_clear_pointer (&picture->pixels, g_bytes_unref);
}
