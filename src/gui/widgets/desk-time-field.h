/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-entry-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A field for a time to come, typed as people say it: 明天上午, 下周一, 16:30, in 2h. What was understood stands under it
 * while typing. */
#define DESK_TYPE_TIME_FIELD (desk_time_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskTimeField, desk_time_field, DESK, TIME_FIELD, DeskEntryField)

GtkWidget *desk_time_field_new (DeskEngine *engine, DeskText *text);
void desk_time_field_set_optional (DeskTimeField *self);

G_END_DECLS
