/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-engine.h"
#include "desk-field.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * The frame of every form: title, fields with their labels left, what will happen, the button that carries the
 * result. Enter goes to the next field, or in a quick form saves at once, Ctrl+Enter saves from anywhere, Esc leaves. One request key from opening to
 * saving, so a second Enter makes nothing twice. What is wrong stands under its field, with focus on the first;
 * nothing is cleared. A record that was changed meanwhile is offered: read anew, or keep what stands here. What is typed
 * is kept in the drafts a second behind the hand, and stands there again when its author opens the form the next time.
 *
 * Signals:
 *  saved (gint64 id, gint64 act_id)  the record stands; act_id is what undo takes, 0 unknown
 *  removed (gint64 act_id)           it was taken away
 *  left ()                           somebody goes without saving
 *  loaded ()                         the fields show the record; also after reading anew
 */
#define DESK_TYPE_FORM (desk_form_get_type ())
G_DECLARE_FINAL_TYPE (DeskForm, desk_form, DESK, FORM, GtkWidget)

/* Makes the input of the use case from @record, into which the fields have written; may choose another use case.
 * Returns: (transfer full): the input, or NULL with @problems filled. */
typedef gpointer (*DeskFormInput) (DeskForm *form, const char *request_key, DeskRecord *record, DeskUseCase *use_case,
                                   GPtrArray *problems, gpointer data);

/* A problem of no field that the form knows. Returns: whether it was shown. */
typedef gboolean (*DeskFormProblem) (DeskForm *form, const DeskProblem *problem, const char *sentence, gpointer data);

/* What stands in a widget that is no DeskField, as a text; and the way back. */
typedef char *(*DeskFormGetTyped) (gpointer widget);
typedef void (*DeskFormSetTyped) (gpointer widget, const char *typed);

GtkWidget *desk_form_new (DeskEngine *engine, DeskText *text, const char *title, DeskRecord *record);
void desk_form_set_use_case (DeskForm *self, DeskUseCase use_case, DeskFormInput input, gpointer data);
void desk_form_set_problem_func (DeskForm *self, DeskFormProblem func);
void desk_form_set_save_label (DeskForm *self, const char *label);
void desk_form_set_remove (DeskForm *self, DeskUseCase use_case, const char *label);
void desk_form_set_quick (DeskForm *self);
void desk_form_set_outcome (DeskForm *self, const char *words);

DeskField *desk_form_add_entry (DeskForm *self, const char *name, const char *example);
DeskField *desk_form_add_lines (DeskForm *self, const char *name);
DeskField *desk_form_add_choice (DeskForm *self, const char *name);
DeskField *desk_form_add_pick (DeskForm *self, const char *name, DeskKind kind, gboolean may_make);
DeskField *desk_form_add (DeskForm *self, GtkWidget *field, DeskKind kind, const char *name, const char *label);
void desk_form_add_widget (DeskForm *self, GtkWidget *widget);
void desk_form_add_typed (DeskForm *self, GtkWidget *widget, const char *name, DeskFormGetTyped get, DeskFormSetTyped set);
GtkSizeGroup *desk_form_get_labels (DeskForm *self);
DeskField *desk_form_get_field (DeskForm *self, const char *name);

DeskEngine *desk_form_get_engine (DeskForm *self);
DeskText *desk_form_get_text (DeskForm *self);
DeskRecord *desk_form_get_record (DeskForm *self);
void desk_form_load (DeskForm *self);
void desk_form_touch (DeskForm *self);
gboolean desk_form_is_dirty (DeskForm *self);
void desk_form_set_draft_name (DeskForm *self, const char *name);
void desk_form_settle (DeskForm *self, const char *name);
void desk_form_focus (DeskForm *self);
void desk_form_save (DeskForm *self);
void desk_form_leave (DeskForm *self);

G_END_DECLS
