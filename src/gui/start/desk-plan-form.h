/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-input.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The fields of a building whose units are made in one step, and what will be made. They are added to a form that
 * may have others above. Signal of the object "changed". */
#define DESK_TYPE_PLAN_FORM (desk_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskPlanForm, desk_plan_form, DESK, PLAN_FORM, GObject)

DeskPlanForm *desk_plan_form_new (GtkGrid *grid, DeskText *text, gboolean may_be_empty);
gboolean desk_plan_form_is_empty (DeskPlanForm *self);
guint desk_plan_form_count (DeskPlanForm *self);
const char *desk_plan_form_get_outcome (DeskPlanForm *self);
DeskBuildingPlanInput *desk_plan_form_get_input (DeskPlanForm *self, const char *request_key, gint64 community_id);
GHashTable *desk_plan_form_get_typed (DeskPlanForm *self);
void desk_plan_form_set_typed (DeskPlanForm *self, GHashTable *words);
void desk_plan_form_grab_focus (DeskPlanForm *self);

G_END_DECLS
