/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

#define DESK_TYPE_FIGURES_PANE (desk_figures_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskFiguresPane, desk_figures_pane, DESK, FIGURES_PANE, GtkWidget)

/* What supervisors watch of repairs and of complaints: by month, category, person, building; each figure opens its rows. */
DeskPane *desk_figures_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
