/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * A field for a person, a unit or a case, found while typing: hanzi, pinyin, initials, phone, room number, number. The arrows walk
 * what was found, Enter takes it. With "may make" the last line makes a new person of the name that was typed.
 *
 * Signals: those of DeskField; "changed" when something was taken or given up.
 */
#define DESK_TYPE_PICK_FIELD (desk_pick_field_get_type ())
G_DECLARE_FINAL_TYPE (DeskPickField, desk_pick_field, DESK, PICK_FIELD, DeskField)

GtkWidget *desk_pick_field_new (DeskEngine *engine, DeskText *text, DeskKind kind, gboolean may_make);
void desk_pick_field_set_picked (DeskPickField *self, gint64 id, const char *words);
gint64 desk_pick_field_get_picked (DeskPickField *self);
gboolean desk_pick_field_makes_new (DeskPickField *self);
const char *desk_pick_field_get_text (DeskPickField *self);

G_END_DECLS
