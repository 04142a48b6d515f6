/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"

G_BEGIN_DECLS

/* What the sidebar says beside a pane: a plain number of what is open for the person today, or, as soon as something is
 * late, a red disc with how many that are; never both (window.md, section 11). Nothing is shown of zeros. */
typedef struct
{
  guint open;
  guint late;
} DeskBadge;

/* How a pane's badge is counted, without the pane, which is built at its first visit only. It is counted when a store
 * opens, after each change of one of @kinds, and every minute, since clocks run; so the read should be a cheap one. */
typedef struct
{
  DeskUseCase use_case;                                    /* a read */
  gpointer (*make_input) (DeskEngine *engine);             /* Returns: (transfer full): its input, as of now */
  void (*read) (gconstpointer result, DeskBadge *badge);   /* takes the figures out of its result */
  const DeskKind *kinds;                                   /* ended by DESK_KIND_NONE */
} DeskBadgeSpec;

G_END_DECLS
