/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* An entry of the log beside its list: who, what about, what it became and what it can become, its summary. */
#define DESK_TYPE_LOG_DETAIL (desk_log_detail_get_type ())
G_DECLARE_FINAL_TYPE (DeskLogDetail, desk_log_detail, DESK, LOG_DETAIL, GtkWidget)

GtkWidget *desk_log_detail_new (DeskEngine *engine, DeskText *text);
void desk_log_detail_show (DeskLogDetail *self, gint64 visit_id);
gboolean desk_log_detail_key (DeskLogDetail *self, guint keyval);
gboolean desk_log_detail_save (DeskLogDetail *self);
void desk_log_detail_focus (DeskLogDetail *self);

G_END_DECLS
