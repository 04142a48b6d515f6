/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Who did what: by record, by person, by day, by kind; what an act did beside it, with its undo; the recycle bin. */
#define DESK_TYPE_TRAIL_PANE (desk_trail_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskTrailPane, desk_trail_pane, DESK, TRAIL_PANE, GtkWidget)

DeskPane *desk_trail_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
