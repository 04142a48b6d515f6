/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A field for one of several: up to five are buttons side by side, more a drop-down with search. */
#define DESK_TYPE_CHOICE_FIELD (desk_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskChoiceField, desk_choice_field, DESK, CHOICE_FIELD, DeskField)

GtkWidget *desk_choice_field_new (void);
GtkWidget *desk_choice_field_new_enum (const DeskText *text, const DeskEnumSpec *spec);
void desk_choice_field_set_choices (DeskChoiceField *self, const gint64 *values, const char *const *labels, guint n);
gint64 desk_choice_field_get_value (DeskChoiceField *self);
void desk_choice_field_set_value (DeskChoiceField *self, gint64 value);

G_END_DECLS
