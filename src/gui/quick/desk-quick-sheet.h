/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"
#include "desk-window.h"

G_BEGIN_DECLS

/*
 * Quick entry: one line over the window, what was understood of it as tokens (Alt+1 … Alt+7 correct them), what is known
 * of that unit beside it, what will be made and until when. Nothing is saved before Ctrl+Enter; what is typed is kept.
 *
 * Property "open".
 * Signals:
 *  saved (gint64 visit_id, gint64 act_id, int then)  the entry stands; then: TRUE where a follow-up of it is to be written
 */
#define DESK_TYPE_QUICK_SHEET (desk_quick_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DeskQuickSheet, desk_quick_sheet, DESK, QUICK_SHEET, GtkWidget)

#define DESK_QUICK_DRAFT "quick:entry"

DeskQuickSheet *desk_quick_sheet_new (void);
void desk_quick_sheet_set_engine (DeskQuickSheet *self, DeskEngine *engine, DeskText *text);
void desk_quick_sheet_open (DeskQuickSheet *self, const DeskQuickAsk *ask);
void desk_quick_sheet_close (DeskQuickSheet *self);
gboolean desk_quick_sheet_is_open (DeskQuickSheet *self);

G_END_DECLS
