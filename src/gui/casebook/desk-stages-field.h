/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A field for the stages of a severity: which it has, within what time, and what that counts from. It writes them as the
 * setting has them (desk-complaint.h). */
#define DESK_TYPE_STAGES_FIELD (desk_stages_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskStagesField, desk_stages_field, DESK, STAGES_FIELD, DeskField)

GtkWidget *desk_stages_field_new (DeskText *text);

G_END_DECLS
