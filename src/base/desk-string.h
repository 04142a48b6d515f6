/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *desk_string_half_width (const char *text);
char *desk_string_clean (const char *text);
gboolean desk_string_has_control (const char *text, gboolean allow_lines);
char *desk_string_digits (const char *text);
gboolean desk_string_is_empty (const char *text);

G_END_DECLS
