/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *desk_id_new_key (void);
void desk_id_random (guint8 *bytes, gsize n_bytes);
char *desk_id_hex (const guint8 *bytes, gsize n_bytes);

G_END_DECLS
