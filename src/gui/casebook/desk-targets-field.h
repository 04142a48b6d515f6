/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A field for what the figures are to reach, a percentage each; nothing typed: no target. It writes them as the setting has
 * them (desk-figure.h). */
#define DESK_TYPE_TARGETS_FIELD (desk_targets_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskTargetsField, desk_targets_field, DESK, TARGETS_FIELD, DeskField)

GtkWidget *desk_targets_field_new (DeskText *text);

G_END_DECLS
