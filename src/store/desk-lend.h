/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A damaged store whose schema is lost can be read again with the schema of another. */
gboolean desk_lend_schema (const char *model, const char *path, GError **error);

G_END_DECLS
