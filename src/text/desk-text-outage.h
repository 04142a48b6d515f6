/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-outage.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* How a known outage is told in one line, and what there is to do about it. Free the words. */
char *desk_text_outage (const DeskText *text, const DeskOutage *outage, gint64 now);
char *desk_text_outage_place (const DeskText *text, const DeskOutage *outage);
char *desk_text_outage_callers (const DeskText *text, const DeskOutage *outage, gint64 n_callers, gint64 n_untold, gint64 now);

G_END_DECLS
