/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a request would change, kept with what it asks for, so that nobody approves unseen; internal to the service. */
char *desk_request_preview_add (const char *input, GPtrArray *lines);
GPtrArray *desk_request_preview_read (const char *input);

G_END_DECLS
