/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * A notice for each outage that runs, until it ends: what is out, where and until when, how many have called; its button
 * shows what is read out. Not there where none runs.
 */
#define DESK_TYPE_OUTAGE_BAR (desk_outage_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskOutageBar, desk_outage_bar, DESK, OUTAGE_BAR, GtkWidget)

GtkWidget *desk_outage_bar_new (DeskEngine *engine, DeskText *text);
GtkWidget *desk_outage_notice_new (DeskText *text, const DeskOutageCard *card, gint64 now, gboolean open);

/* Hangs an entry of the log, or that of a case (@visit_id 0), on the outage that fits, and says so. */
void desk_outage_attach_call (GtkWidget *widget, gint64 visit_id, gint64 case_id);

G_END_DECLS
