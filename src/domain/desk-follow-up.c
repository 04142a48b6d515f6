/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-follow-up.h"

static const char *const topic_nicks[]
    = { "task", "call", "appointment", "message", "lease_end", "instruction", "request" };
const DeskEnumSpec desk_enum_topic = { "topic", topic_nicks, DESK_N_TOPICS };

/* Returns: (transfer full) (nullable): a deep copy; NULL of NULL. */
DeskDueItem *
desk_due_item_copy (const DeskDueItem *item)
{
  DeskDueItem *copy;

  if (item == NULL)
    return NULL;
  copy = g_memdup2 (item, sizeof *item);
  copy->place = g_strdup (item->place);
  copy->note = g_strdup (item->note);
  return copy;
}

void
desk_due_item_free (gpointer item)
{
  DeskDueItem *self = item;

  if (self == NULL)
    return;
  g_free (self->place);
  g_free (self->note);
  g_free (self);
}
