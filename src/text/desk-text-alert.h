/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-alert.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The words of a notification, plain text: who shows them escapes them if need be. Never a name or a number out of the
 * register; bare ones say neither the place nor what was typed. (transfer full) */
char *desk_text_alert_summary (const DeskText *text, const DeskAlert *alert);
char *desk_text_alert_body (const DeskText *text, const DeskAlert *alert, gint64 now);
const char *desk_text_alert_act (const DeskText *text, DeskAlertAct act);

G_END_DECLS
