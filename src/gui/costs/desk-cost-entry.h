/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-register-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The line in which a part or labour is typed: kind, name, quantity, price. Enter goes on to the next field, in the last
 * one it saves; Esc gives back a line that was being changed.
 *
 * Signals:
 *  entered (DeskCostLine *)   to be saved; the fields stay until desk_cost_entry_clear()
 *  wrong (char *sentence)     what was typed is no such thing, the field has the focus
 */
#define DESK_TYPE_COST_ENTRY (desk_cost_entry_get_type ())
G_DECLARE_FINAL_TYPE (DeskCostEntry, desk_cost_entry, DESK, COST_ENTRY, GtkWidget)

GtkWidget *desk_cost_entry_new (DeskText *text);
void desk_cost_entry_edit (DeskCostEntry *self, const DeskCostLine *line);
void desk_cost_entry_clear (DeskCostEntry *self);
gboolean desk_cost_entry_focus_field (DeskCostEntry *self, const char *field);

/* Returns: (transfer full): thousandths without the zeros nobody wrote: 2, 1.5. */
char *desk_cost_quantity (gint64 quantity);

G_END_DECLS
