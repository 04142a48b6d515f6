/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At @position of the list as it stands when the hunk's turn comes, @removed ids go and @added come. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} DeskIdHunk;

GArray *desk_id_diff (const gint32 *before, guint n_before, const gint32 *after, guint n_after, guint max_hunks);

G_END_DECLS
