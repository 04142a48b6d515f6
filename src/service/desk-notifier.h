/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-follow-up.h"

G_BEGIN_DECLS

/*
 * Whoever brings what is due before people's eyes outside the window: the desktop (src/notify), a fake in tests.
 * Everything happens on the main context, and nothing here may wait.
 *
 * At least once: what was given to desk_notifier_notify () stands in the store as told only after "told" came for it.
 * Until then it is given again in the next run of the program, not in this one. So a notifier says "told" when the
 * desktop has taken the item, or when it is sure that there is no desktop to take it (the bell counts it anyway), and
 * not before.
 *
 * Signals:
 *  told (GPtrArray of DeskDueItem) these have been shown
 */
#define DESK_TYPE_NOTIFIER (desk_notifier_get_type ())
G_DECLARE_INTERFACE (DeskNotifier, desk_notifier, DESK, NOTIFIER, GObject)

struct _DeskNotifierInterface
{
  GTypeInterface parent_interface;

  /* @items: DeskDueItem. An item of an id that was told before replaces it. @missed: they fell due while the program
   * was off or asleep; they come once, as one list. */
  void (*notify) (DeskNotifier *notifier, GPtrArray *items, gboolean missed);

  /* @ids: (element-type gint64): follow-ups that are done, snoozed, handed on or gone by any route, or are no longer
   * this person's to see. An id that was never told is nothing. */
  void (*withdraw) (DeskNotifier *notifier, GArray *ids);
};

void desk_notifier_notify (DeskNotifier *notifier, GPtrArray *items, gboolean missed);
void desk_notifier_withdraw (DeskNotifier *notifier, GArray *ids);
void desk_notifier_told (DeskNotifier *notifier, GPtrArray *items);

G_END_DECLS
