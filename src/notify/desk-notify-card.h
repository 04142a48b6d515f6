/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-text-alert.h"

G_BEGIN_DECLS

/* One notification in its words, as the thread gets it. Immutable, counted. */
typedef struct
{
  gint64 id; /* of the follow-up, DESK_ALERT_CROWD for several */
  guint serial;
  char *summary;
  char *body;                       /* plain text */
  char *labels[DESK_N_ALERT_ACTS]; /* words of the buttons; NULL: not offered */
  gboolean urgent;
  gboolean sound;
} DeskNotifyCard;

DeskNotifyCard *desk_notify_card_new (const DeskText *text, const DeskAlert *alert, gint64 now);
void desk_notify_card_unref (gpointer card);
gboolean desk_notify_card_equal (const DeskNotifyCard *a, const DeskNotifyCard *b);

G_END_DECLS
