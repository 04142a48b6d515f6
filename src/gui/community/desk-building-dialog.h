/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-engine.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A new building with all its units in one step. */
#define DESK_TYPE_BUILDING_DIALOG (desk_building_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskBuildingDialog, desk_building_dialog, DESK, BUILDING_DIALOG, AdwWindow)

/* How its words are called in the drafts. */
#define DESK_BUILDING_DIALOG_DRAFT "community:building"

void desk_building_dialog_present (GtkWindow *parent, DeskEngine *engine, DeskText *text);

G_END_DECLS
