/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Units and people: the list left, the page of the selected one right, forms in the page's place. */
#define DESK_TYPE_RESIDENTS_PANE (desk_residents_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskResidentsPane, desk_residents_pane, DESK, RESIDENTS_PANE, GtkWidget)

DeskPane *desk_residents_pane_new (DeskEngine *engine, DeskText *text);
gboolean desk_residents_pane_open (DeskResidentsPane *self, DeskKind kind, gint64 id);

G_END_DECLS
