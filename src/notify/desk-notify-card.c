/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-notify-card.h"

/* Which buttons it gets: nobody can answer before the sign-in, and several are answered in the window. */
static gboolean
offers (const DeskNotice *notice, DeskNoticeAct act)
{
  return act == DESK_NOTICE_OPEN || (!notice->locked && notice->id != DESK_NOTICE_CROWD);
}

DeskNotifyCard *
desk_notify_card_new (const DeskText *text, const DeskNotice *notice, gint64 now)
{
  DeskNotifyCard *card = g_atomic_rc_box_new0 (DeskNotifyCard);

  card->id = notice->id;
  card->serial = notice->serial;
  card->summary = desk_text_notice_summary (text, notice);
  card->body = desk_text_notice_body (text, notice, now);
  for (DeskNoticeAct act = 0; act < DESK_N_NOTICE_ACTS; act++)
    card->labels[act] = offers (notice, act) ? g_strdup (desk_text_notice_act (text, act)) : NULL;
  card->urgent = notice->urgent;
  card->sound = notice->sound;
  return card;
}

static void
clear (gpointer data)
{
  DeskNotifyCard *card = data;

  g_free (card->summary);
  g_free (card->body);
  for (guint act = 0; act < DESK_N_NOTICE_ACTS; act++)
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
  for (guint act = 0; act < DESK_N_NOTICE_ACTS; act++)
    if (g_strcmp0 (a->labels[act], b->labels[act]) != 0)
      return FALSE;
  return a->id == b->id && a->serial == b->serial && g_str_equal (a->summary, b->summary) && a->urgent == b->urgent
         && (a->id != DESK_NOTICE_CROWD || g_str_equal (a->body, b->body));
}
