/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-desktop-notifier.h"

#include "desk-notify-thread.h"
#include "desk-text.h"

/* Quiet hours end by the clock on the wall, which may be set and sleeps with the computer: looked at again so often. */
#define LONGEST_WAIT 600

struct _DeskDesktopNotifier
{
  GObject parent_instance;

  DeskClock *clock;
  DeskText *text; /* NULL: no wishes yet */
  DeskAlertBoard *board;
  DeskNotifyThread *thread; /* made with the first notification */

  DeskAlertWishes wishes;
  gboolean somebody;
  gboolean locked;
  guint wake_source;
};

static void iface_init (DeskNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskDesktopNotifier, desk_desktop_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DESK_TYPE_NOTIFIER, iface_init))

static void refresh (DeskDesktopNotifier *self);

/* What the thread tells */

static void
on_shown (gint64 id, guint serial, gpointer data)
{
  DeskDesktopNotifier *self = data;
  g_autoptr (GPtrArray) told = desk_alert_board_shown (self->board, id, serial);

  if (told->len > 0)
    desk_notifier_told (DESK_NOTIFIER (self), told);
}

static void
on_closed (gint64 id, guint serial, gpointer data)
{
  DeskDesktopNotifier *self = data;

  desk_alert_board_closed (self->board, id, serial);
  refresh (self);
}

static void
on_answered (gint64 id, DeskAlertAct act, const char *token, gpointer data)
{
  DeskDesktopNotifier *self = data;
  const DeskDueItem *found = desk_alert_board_find (self->board, id);
  g_autoptr (DeskDueItem) item = found != NULL ? desk_due_item_copy (found) : NULL;

  /* Answered just when it was withdrawn: what is done already is not done again, but the window may still come. */
  if (item == NULL)
    act = DESK_ALERT_OPEN;
  /* The desk was locked after the buttons were drawn. */
  if (self->locked || !self->somebody)
    act = DESK_ALERT_OPEN;
  desk_notifier_answered (DESK_NOTIFIER (self), item, act, token);
}

static const DeskNotifyFuncs funcs = { on_shown, on_closed, on_answered };

/* What is to stand */

static gboolean
on_wake_cb (gpointer user_data)
{
  DeskDesktopNotifier *self = user_data;

  self->wake_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
wake_at (DeskDesktopNotifier *self, gint64 at)
{
  g_clear_handle_id (&self->wake_source, g_source_remove);
  if (at != 0)
    self->wake_source
        = g_timeout_add_seconds ((guint) CLAMP (at - desk_clock_now (self->clock), 1, LONGEST_WAIT), on_wake_cb, self);
}

static GPtrArray *
make_cards (DeskDesktopNotifier *self, const DeskAlertMoment *moment)
{
  g_autoptr (GPtrArray) alerts = desk_alert_board_alerts (self->board, &self->wishes, moment);
  GPtrArray *cards = g_ptr_array_new_with_free_func (desk_notify_card_unref);

  for (guint i = 0; i < alerts->len; i++)
    g_ptr_array_add (cards, desk_notify_card_new (self->text, alerts->pdata[i], moment->now));
  return cards;
}

static void
refresh (DeskDesktopNotifier *self)
{
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (desk_due_item_free);
  g_autoptr (GPtrArray) cards = NULL;
  DeskAlertMoment moment;

  if (self->text == NULL)
    return;
  moment = (DeskAlertMoment){ desk_clock_now (self->clock), desk_text_zone (self->text), self->locked };
  wake_at (self, desk_alert_board_settle (self->board, &self->wishes, &moment, skipped));
  cards = make_cards (self, &moment);
  if (self->thread == NULL && cards->len > 0)
    self->thread = desk_notify_thread_new (&funcs, self);
  if (self->thread != NULL)
    desk_notify_thread_set (self->thread, g_steal_pointer (&cards));
  if (skipped->len > 0)
    desk_notifier_told (DESK_NOTIFIER (self), skipped);
}

static void
desktop_notify (DeskNotifier *notifier, GPtrArray *items, gboolean missed)
{
  DeskDesktopNotifier *self = DESK_DESKTOP_NOTIFIER (notifier);

  for (guint i = 0; i < items->len; i++)
    desk_alert_board_add (self->board, items->pdata[i], missed);
  refresh (self);
}

static void
desktop_withdraw (DeskNotifier *notifier, GArray *ids)
{
  DeskDesktopNotifier *self = DESK_DESKTOP_NOTIFIER (notifier);

  for (guint i = 0; i < ids->len; i++)
    desk_alert_board_remove (self->board, g_array_index (ids, gint64, i));
  refresh (self);
}

static void
desktop_set_wishes (DeskNotifier *notifier, const DeskAlertWishes *wishes, DeskText *text)
{
  DeskDesktopNotifier *self = DESK_DESKTOP_NOTIFIER (notifier);
  DeskText *old = self->text;

  self->wishes = *wishes;
  self->text = desk_text_ref (text);
  desk_text_unref (old);
  refresh (self);
}

static void
desktop_set_session (DeskNotifier *notifier, gboolean somebody, gboolean locked)
{
  DeskDesktopNotifier *self = DESK_DESKTOP_NOTIFIER (notifier);

  if (!somebody)
    desk_alert_board_clear (self->board);
  else if (locked && !self->locked)
    desk_alert_board_take_down (self->board);
  self->somebody = somebody;
  self->locked = locked;
  refresh (self);
}

static void
iface_init (DeskNotifierInterface *iface)
{
  iface->notify = desktop_notify;
  iface->withdraw = desktop_withdraw;
  iface->set_wishes = desktop_set_wishes;
  iface->set_session = desktop_set_session;
}

static void
desk_desktop_notifier_dispose (GObject *object)
{
  DeskDesktopNotifier *self = DESK_DESKTOP_NOTIFIER (object);

  g_clear_handle_id (&self->wake_source, g_source_remove);
  g_clear_pointer (&self->thread, desk_notify_thread_stop);
  G_OBJECT_CLASS (desk_desktop_notifier_parent_class)->dispose (object);
}

static void
desk_desktop_notifier_finalize (GObject *object)
{
  DeskDesktopNotifier *self = DESK_DESKTOP_NOTIFIER (object);

  g_clear_pointer (&self->board, desk_alert_board_free);
  g_clear_pointer (&self->text, desk_text_unref);
  g_clear_pointer (&self->clock, desk_clock_unref);
  G_OBJECT_CLASS (desk_desktop_notifier_parent_class)->finalize (object);
}

static void
desk_desktop_notifier_class_init (DeskDesktopNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_desktop_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_desktop_notifier_finalize;
}

static void
desk_desktop_notifier_init (DeskDesktopNotifier *self)
{
  self->board = desk_alert_board_new ();
}

DeskNotifier *
desk_desktop_notifier_new (DeskClock *clock)
{
  DeskDesktopNotifier *self = g_object_new (DESK_TYPE_DESKTOP_NOTIFIER, NULL);

  self->clock = desk_clock_ref (clock);
  return DESK_NOTIFIER (self);
}
