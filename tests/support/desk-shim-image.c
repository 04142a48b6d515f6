/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shim-image.h"

#include <string.h>

#define SECTOR 512

/* Returns: (transfer full): an empty file. */
GByteArray *
desk_shim_image_new (void)
{
  return g_byte_array_new ();
}

/* Puts one write on the image. One that is not safe may be dropped, or torn at a sector. */
void
desk_shim_image_write (GByteArray *image, gint64 at, GBytes *bytes, gboolean safe, GRand *rand)
{
  gsize n, from = (gsize) at;
  const guint8 *data = g_bytes_get_data (bytes, &n);
  int luck = safe ? 3 : g_rand_int_range (rand, 0, 4);

  if (luck == 0)
    return;
  if (luck == 1)
    n = MIN (n, (gsize) g_rand_int_range (rand, 0, (int) (n / SECTOR) + 1) * SECTOR);
  if (n == 0)
    return;
  if (from + n > image->len)
    {
      gsize old = image->len;

      g_byte_array_set_size (image, (guint) (from + n));
      if (from > old)
        memset (image->data + old, 0, from - old);
    }
  memcpy (image->data + from, data, n);
}

/* Cuts the file off at @size, or perhaps not yet. */
void
desk_shim_image_truncate (GByteArray *image, gint64 size, gboolean safe, GRand *rand)
{
  if ((safe || g_rand_boolean (rand)) && (gsize) size < image->len)
    g_byte_array_set_size (image, (guint) size);
}

/* Makes the file of @path so. */
void
desk_shim_image_save (GByteArray *image, const char *path)
{
  g_assert_true (g_file_set_contents_full (path, (const char *) image->data, (gssize) image->len, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
}
