/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-form.h"
#include "desk-result.h"

G_BEGIN_DECLS

/* The forms of the register. Every maker takes the record (transfer full): id 0 proposes a new one. @subject: what it
 * belongs to, shown in the title: a unit's label or a person's name. Returns: (transfer floating): a loaded form. */

/* Vehicle, leased space, care flag, instruction, and the edit of an occupancy. */
GtkWidget *desk_register_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const char *subject);

/* The last day of such a record, alone. */
GtkWidget *desk_end_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const char *subject);

/* Which use cases save and take away records of @kind. */
DeskUseCase desk_register_save_use_case (DeskKind kind);
DeskUseCase desk_register_remove_use_case (DeskKind kind);

GtkWidget *desk_unit_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record);
GtkWidget *desk_state_form_new (DeskEngine *engine, DeskText *text, const DeskUnit *unit);
GtkWidget *desk_owner_form_new (DeskEngine *engine, DeskText *text, const DeskUnit *unit);
GtkWidget *desk_person_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const DeskPersonCard *card,
                                 gboolean contact_only);
GtkWidget *desk_move_in_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const char *subject);

G_END_DECLS
