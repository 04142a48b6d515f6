/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-field.h"

G_BEGIN_DECLS

/* A field for several lines. Tab goes on, Enter makes a line. */
#define DESK_TYPE_LINES_FIELD (desk_lines_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskLinesField, desk_lines_field, DESK, LINES_FIELD, DeskField)

GtkWidget *desk_lines_field_new (void);
void desk_lines_field_set_height (DeskLinesField *self, int height);

G_END_DECLS
