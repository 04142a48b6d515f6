/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notifier.h"

enum
{
  TOLD,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (DeskNotifier, desk_notifier, G_TYPE_OBJECT)

static void
desk_notifier_default_init (DeskNotifierInterface *iface)
{
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT, G_TYPE_STRING);
}

/**
 * desk_notifier_notify:
 * @items: (element-type DeskDueItem): what is due, the first due first; kept by reference if need be, never changed
 * @missed: they fell due while the program was off or asleep
 *
 * Shows the items. The answer comes as the signal "told".
 */
void
desk_notifier_notify (DeskNotifier *notifier, GPtrArray *items, gboolean missed)
{
  DESK_NOTIFIER_GET_IFACE (notifier)->notify (notifier, items, missed);
}

/* Takes back what was shown of the follow-ups @ids (gint64). */
void
desk_notifier_withdraw (DeskNotifier *notifier, GArray *ids)
{
  DESK_NOTIFIER_GET_IFACE (notifier)->withdraw (notifier, ids);
}

/* Tells what this person wants said on this computer, and the words to say it in. */
void
desk_notifier_set_wishes (DeskNotifier *notifier, const DeskAlertWishes *wishes, DeskText *text)
{
  if (DESK_NOTIFIER_GET_IFACE (notifier)->set_wishes != NULL)
    DESK_NOTIFIER_GET_IFACE (notifier)->set_wishes (notifier, wishes, text);
}

/* Tells whether somebody has signed in, and whether the desk is locked. */
void
desk_notifier_set_session (DeskNotifier *notifier, gboolean somebody, gboolean locked)
{
  if (DESK_NOTIFIER_GET_IFACE (notifier)->set_session != NULL)
    DESK_NOTIFIER_GET_IFACE (notifier)->set_session (notifier, somebody, locked);
}

/* For implementations: somebody answered to @item (NULL: to several at once). */
void
desk_notifier_answered (DeskNotifier *notifier, const DeskDueItem *item, DeskAlertAct act, const char *token)
{
  g_signal_emit (notifier, signals[ANSWERED], 0, item, (int) act, token);
}

/* For implementations: @items (DeskDueItem) have been shown. */
void
desk_notifier_told (DeskNotifier *notifier, GPtrArray *items)
{
  g_signal_emit (notifier, signals[TOLD], 0, items);
}
