/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * One act: when, who, and everything it did, old → new. It can be undone for the rest of its day; what was removed can be
 * restored as long as nothing took its place.
 *
 * Signals:
 *  open (int kind, gint64 id)   the record it is about
 *  about (int kind, gint64 id)  only what concerns that record
 */
#define DESK_TYPE_TRAIL_DETAIL (desk_trail_detail_get_type ())
G_DECLARE_FINAL_TYPE (DeskTrailDetail, desk_trail_detail, DESK, TRAIL_DETAIL, GtkWidget)

GtkWidget *desk_trail_detail_new (DeskEngine *engine, DeskText *text);
void desk_trail_detail_show (DeskTrailDetail *self, gint64 trail_id);
gboolean desk_trail_detail_key (DeskTrailDetail *self, guint keyval);
void desk_trail_detail_open (DeskTrailDetail *self);

G_END_DECLS
