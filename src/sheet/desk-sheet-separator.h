/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char desk_sheet_separator_find (const char *text, gsize length);
gsize desk_sheet_separator_line (const char *text, gsize length, char *separator);

G_END_DECLS
