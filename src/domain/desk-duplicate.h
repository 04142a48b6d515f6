/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Are two people perhaps one? */
gboolean desk_names_same (const char *one, const char *other);
gboolean desk_names_similar (const char *one, const char *other);

G_END_DECLS
