/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A lasting state of the program that everybody should see: read only, damaged, a backup overdue. It stays until its
 * cause is gone and cannot be waved away. */
typedef struct
{
  const char *text;   /* one sentence: what is so and what to do */
  gboolean late;      /* red, and above the others: work is in danger */
  const char *button; /* (nullable): the way out, a verb */
  const char *action; /* (nullable): what it does, with its target as g_action_parse_detailed_name() reads it */
} DeskStateBar;

/* The bars under the header, one for each state that lasts now. */
#define DESK_TYPE_STATE_BARS (desk_state_bars_get_type ())
G_DECLARE_FINAL_TYPE (DeskStateBars, desk_state_bars, DESK, STATE_BARS, GtkWidget)

void desk_state_bars_set (DeskStateBars *self, const char *id, const DeskStateBar *state);

G_END_DECLS
