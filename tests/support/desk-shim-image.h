/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The contents of one file as a power cut could have left it, put together again from what was written, cut off and synced.
 * What the disk was told to keep is @safe; of the rest each part is kept, dropped or torn.
 */
GByteArray *desk_shim_image_new (void);
void desk_shim_image_write (GByteArray *image, gint64 at, GBytes *bytes, gboolean safe, GRand *rand);
void desk_shim_image_truncate (GByteArray *image, gint64 size, gboolean safe, GRand *rand);
void desk_shim_image_save (GByteArray *image, const char *path);

G_END_DECLS
