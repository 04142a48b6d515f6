/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Several phones or documents of a person: kind, number, and a button that takes the line out; one more below. A
 * number that is stored stands masked and stays as it is unless somebody types another.
 *
 * Signals:
 *  changed ()
 */
#define DESK_TYPE_NUMBERS_FIELD (desk_numbers_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskNumbersField, desk_numbers_field, DESK, NUMBERS_FIELD, GtkWidget)

GtkWidget *desk_numbers_field_new (DeskText *text, DeskKind kind, GtkSizeGroup *labels);
void desk_numbers_field_load (DeskNumbersField *self, GPtrArray *numbers);
char *desk_numbers_field_get_typed (DeskNumbersField *self);
void desk_numbers_field_set_typed (DeskNumbersField *self, const char *typed);
GPtrArray *desk_numbers_field_store (DeskNumbersField *self);
void desk_numbers_field_set_problem (DeskNumbersField *self, int row, const char *sentence);
gboolean desk_numbers_field_focus_problem (DeskNumbersField *self);

G_END_DECLS
