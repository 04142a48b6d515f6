/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-notice.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What a person can answer to a notification. */
typedef enum
{
  DESK_NOTICE_OPEN, /* raises the window on the record; what a click beside the buttons does, too */
  DESK_NOTICE_DONE,
  DESK_NOTICE_SNOOZE,
} DeskNoticeAct;
#define DESK_N_NOTICE_ACTS 3

/* The words of a notification, plain text: who shows them escapes them if need be. Never a name or a number out of the
 * register; bare ones say neither the place nor what was typed. (transfer full) */
char *desk_text_notice_summary (const DeskText *text, const DeskNotice *notice);
char *desk_text_notice_body (const DeskText *text, const DeskNotice *notice, gint64 now);
const char *desk_text_notice_act (const DeskText *text, DeskNoticeAct act);

G_END_DECLS
