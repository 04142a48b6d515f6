/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * Two people side by side, one of whom is to go into the other.
 *
 * Signals:
 *  merged (gint64 kept_id, gint64 act_id)
 *  left ()
 */
#define DESK_TYPE_MERGE_PAGE (desk_merge_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskMergePage, desk_merge_page, DESK, MERGE_PAGE, GtkWidget)

GtkWidget *desk_merge_page_new (DeskEngine *engine, DeskText *text, gint64 one, gint64 other);
void desk_merge_page_focus (DeskMergePage *self);

G_END_DECLS
