/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-text.h"

G_BEGIN_DECLS

/* The words of what could be read of a damaged store, for its report in a file. (transfer full) */
char *desk_text_salvage_head (const DeskText *text, const char *store, gint64 at, gint64 n_read, gint64 n_lost);
char *desk_text_salvage_columns (const DeskText *text);

G_END_DECLS
