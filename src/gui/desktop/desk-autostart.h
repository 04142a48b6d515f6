/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the desktop starts the program with the session: a file in this user's autostart folder, as every desktop
 * reads it and every settings tool may switch it off. The file is the only memory of it. */
gboolean desk_autostart_get (void);
gboolean desk_autostart_set (gboolean on, GError **error);

/* For tests: the same with the file at @path and the program at @program. */
gboolean desk_autostart_get_at (const char *path);
gboolean desk_autostart_set_at (const char *path, const char *program, gboolean on, GError **error);

G_END_DECLS
