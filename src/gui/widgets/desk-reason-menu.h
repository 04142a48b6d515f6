/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A menu that says why something on it may not be done: what may be stands above in its sections, what may not below,
 * once under each reason. The items' actions are greyed out by whoever owns them.
 */
typedef struct
{
  GMenuItem *item; /* owned */
  char *reason;    /* (nullable): owned: why not */
  guint section;   /* from 0, of those that may be done */
} DeskReasonItem;

DeskReasonItem *desk_reason_item_new (const char *label, const char *detailed_action, const char *accel, char *reason, guint section);
void desk_reason_item_free (gpointer item);
void desk_reason_menu_fill (GMenu *menu, GPtrArray *items);

G_END_DECLS
