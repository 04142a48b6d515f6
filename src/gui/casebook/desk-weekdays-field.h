/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A field for days of the week, bits 1 << weekday: seven buttons, Space or the digit 1 … 7 turns one on and off. */
#define DESK_TYPE_WEEKDAYS_FIELD (desk_weekdays_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskWeekdaysField, desk_weekdays_field, DESK, WEEKDAYS_FIELD, DeskField)

GtkWidget *desk_weekdays_field_new (DeskText *text);

G_END_DECLS
