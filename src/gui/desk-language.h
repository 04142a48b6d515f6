/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of the window: the preference, else the locale's. */
void desk_language_start (void);
void desk_language_set (const char *code);
const char *desk_language_get (void);

G_END_DECLS
