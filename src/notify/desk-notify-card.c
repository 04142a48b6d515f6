/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notify-card.h"

/* Which buttons it gets: nobody can answer before the sign-in, and several are answered in the window. */
static gboolean
offers (const DeskAlert *alert, DeskAlertAct act)
{
  return act == DESK_ALERT_OPEN || (!alert->locked && alert->id != DESK_ALERT_CROWD);
}

DeskNotifyCard *
desk_notify_card_new (const DeskText *text, const DeskAlert *alert, gint64 now)
{
  DeskNotifyCard *card = g_atomic_rc_box_new0 (DeskNotifyCard);

  card->id = alert->id;
  card->serial = alert->serial;
  card->summary = desk_text_alert_summary (text, alert);
  card->body = desk_text_alert_body (text, alert, now);
  for (DeskAlertAct act = 0; act < DESK_N_ALERT_ACTS; act++)
    card->labels[act] = offers (alert, act) ? g_strdup (desk_text_alert_act (text, act)) : NULL;
  card->urgent = alert->urgent;
  card->sound = alert->sound;
  return card;
}

static void
clear (gpointer data)
{
  DeskNotifyCard *card = data;

  g_free (card->summary);
  g_free (card->body);
  for (guint act = 0; act < DESK_N_ALERT_ACTS; act++)
    g_free (card->labels[act]);
}

void
desk_notify_card_unref (gpointer card)
{
  g_atomic_rc_box_release_full (card, clear);
}

/* Whether the desktop shows the same for both: then nothing is to be done. How long ago something fell due is no reason
 * to say it again, so the body of a single one does not count. */
gboolean
desk_notify_card_equal (const DeskNotifyCard *a, const DeskNotifyCard *b)
{
  for (guint act = 0; act < DESK_N_ALERT_ACTS; act++)
    if (g_strcmp0 (a->labels[act], b->labels[act]) != 0)
      return FALSE;
  return a->id == b->id && a->serial == b->serial && g_str_equal (a->summary, b->summary) && a->urgent == b->urgent
         && (a->id != DESK_ALERT_CROWD || g_str_equal (a->body, b->body));
}
