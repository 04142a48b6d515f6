/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-error.h"

G_BEGIN_DECLS

/* Returns: whether a call ended because nobody wants its answer any more: skipped by the engine, or stopped by GIO. */
static inline gboolean
desk_cancelled (const GError *error)
{
  return g_error_matches (error, DESK_ERROR, DESK_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

G_END_DECLS
