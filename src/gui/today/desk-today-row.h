/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-follow-up-io.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What a button of a row or a key in the list asks for. */
typedef enum
{
  DESK_TODAY_DONE,
  DESK_TODAY_SNOOZE,       /* shows the lengths */
  DESK_TODAY_SNOOZE_SHORT, /* in the order of DeskSnooze */
  DESK_TODAY_SNOOZE_HOUR,
  DESK_TODAY_SNOOZE_TOMORROW,
  DESK_TODAY_EDIT, /* also: another time */
  DESK_TODAY_HAND_ON,
  DESK_TODAY_OPEN,
  DESK_TODAY_ACCEPT,
  DESK_TODAY_RETURN,
} DeskTodayAct;

/*
 * One follow-up in Today. Selected it opens to what can be done with it; each button shows its key.
 *
 * Signals:
 *  act (int DeskTodayAct)  a button was pressed
 */
#define DESK_TYPE_TODAY_ROW (desk_today_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskTodayRow, desk_today_row, DESK, TODAY_ROW, GtkListBoxRow)

GtkWidget *desk_today_row_new (DeskText *text, DeskFollowUpCard *card, gboolean may_edit);
const DeskFollowUpCard *desk_today_row_get_card (DeskTodayRow *self);
void desk_today_row_set_now (DeskTodayRow *self, gint64 now);
void desk_today_row_set_open (DeskTodayRow *self, gboolean open);
void desk_today_row_set_snoozing (DeskTodayRow *self, gboolean snoozing);
gboolean desk_today_row_is_snoozing (DeskTodayRow *self);

const char *desk_today_topic_icon (gint64 topic);

G_END_DECLS
