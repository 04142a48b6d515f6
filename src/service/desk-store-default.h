/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the store lies that nobody chose a place for: window and command line agree on it. */
char *desk_store_default_path (void);
gboolean desk_store_default_prepare (const char *path);

G_END_DECLS
