/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What an entry of the log is called on the screen. */
char *desk_log_who (const DeskText *text, const DeskVisitPage *page);
const char *desk_log_channel_icon (gint64 channel);

G_END_DECLS
