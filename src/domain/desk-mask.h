/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as they stand on screens and papers for everybody: domain.md, Formats. */
char *desk_mask_phone (const char *number);
char *desk_mask_document (const char *number);
gboolean desk_mask_is_masked (const char *number);

G_END_DECLS
