/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-alert.h"

G_BEGIN_DECLS

typedef struct _DeskText DeskText;

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
 *  answered (DeskDueItem *, int DeskAlertAct, char *token) somebody answered; the item is NULL for several at once, whose
 *            answer is to open the window; the token (nullable) lets it come to the front
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

  /* What this person wants said and in which words; at once for what stands, too. */
  void (*set_wishes) (DeskNotifier *notifier, const DeskAlertWishes *wishes, DeskText *text);

  /* Locked: what stands is withdrawn, and what comes says nothing personal. Nobody there: everything is withdrawn. */
  void (*set_session) (DeskNotifier *notifier, gboolean somebody, gboolean locked);
};

void desk_notifier_notify (DeskNotifier *notifier, GPtrArray *items, gboolean missed);
void desk_notifier_withdraw (DeskNotifier *notifier, GArray *ids);
void desk_notifier_set_wishes (DeskNotifier *notifier, const DeskAlertWishes *wishes, DeskText *text);
void desk_notifier_set_session (DeskNotifier *notifier, gboolean somebody, gboolean locked);
void desk_notifier_answered (DeskNotifier *notifier, const DeskDueItem *item, DeskAlertAct act, const char *token);
void desk_notifier_told (DeskNotifier *notifier, GPtrArray *items);

G_END_DECLS
