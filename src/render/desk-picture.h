/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Photographs: read with limits, turned as the camera was held, made smaller. Any thread; takes its time. */

/* Rows of pixels, red green blue a byte each, from the top. */
typedef struct
{
  int width;
  int height;
  int stride;
  GBytes *pixels; /* NULL: nothing to see */
} DeskPicture;

typedef enum
{
  DESK_PICTURE_READ,
  DESK_PICTURE_DAMAGED,
  DESK_PICTURE_TOO_LARGE, /* more than @most_pixels */
  DESK_PICTURE_STOPPED,
} DeskPictureVerdict;

DeskPictureVerdict desk_picture_shrink (GBytes *bytes, const char *decoder, gint64 most_pixels, int side,
                                        GCancellable *cancellable, GBytes **jpeg);
DeskPictureVerdict desk_picture_look (GBytes *bytes, const char *decoder, gint64 most_pixels, int side,
                                      GCancellable *cancellable, DeskPicture *picture);
void desk_picture_clear (DeskPicture *picture);

G_END_DECLS
