/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-choice-field.h"
#include "desk-engine.h"

G_BEGIN_DECLS

/* A choice among those who work here today. */
GtkWidget *desk_staff_choice_new (DeskEngine *engine, DeskText *text, const DeskStaffList *staff);
void desk_staff_choice_fill (DeskChoiceField *field, DeskEngine *engine, DeskText *text, const DeskStaffList *staff,
                             gboolean with_me);

G_END_DECLS
