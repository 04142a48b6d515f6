/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where stores lie and which running program holds which of them. */
char *desk_store_path_standard (void);
char *desk_store_path_usual (void);
char *desk_store_path_demo (void);
char *desk_store_path_canonical (const char *path);
char *desk_store_path_instance_id (const char *path, const char *usual);
char *desk_store_path_words (const char *path);
gboolean desk_store_path_prepare (const char *path);

G_END_DECLS
