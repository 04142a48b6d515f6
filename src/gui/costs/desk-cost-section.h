/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * What a repair costs, as a section of its page: parts and labour with their sum, a line to type the next one, how far the
 * quote has come and the buttons for what comes next. Enter on a line takes it back into the fields, Delete takes it away
 * and can be undone.
 *
 * To embed it, a page makes one and appends it to its box; each time it shows another case it says so:
 *
 *   self->costs = desk_cost_section_new (engine, text);
 *   desk_cost_section_show (DESK_COST_SECTION (self->costs), case_id);
 *
 * It reads for itself, and anew when a line, a quote or the case changes, and shows no more than whoever is at the desk may.
 */
#define DESK_TYPE_COST_SECTION (desk_cost_section_get_type ())
G_DECLARE_FINAL_TYPE (DeskCostSection, desk_cost_section, DESK, COST_SECTION, GtkWidget)

GtkWidget *desk_cost_section_new (DeskEngine *engine, DeskText *text);
void desk_cost_section_show (DeskCostSection *self, gint64 case_id);

G_END_DECLS
