/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-family.h"
#include "desk-case-deed.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* Where forms of cases are shown and what is told of them. */
typedef void (*DeskCaseFormDone) (gint64 id, gint64 act_id, gpointer data);

/* A new case, or one that is corrected: what is typed is read along (category, clocks, warranty, the same fault before). */
void desk_case_form_new (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                         gint64 unit_id, const char *unit_label, GObject *owner, DeskCaseFormDone done);
void desk_case_form_edit (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                          const DeskCasePage *page, GObject *owner, DeskCaseFormDone done);
void desk_case_form_complain (DeskWindow *window, DeskEngine *engine, DeskText *text, const DeskCasePage *page,
                              GObject *owner, DeskCaseFormDone done);

/* What stands in a case's course and moves nothing: contact, hurry-up, appointment. (transfer floating), loaded */
GtkWidget *desk_case_note_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                    const DeskCaseDeed *deed, const DeskCasePage *page);

G_END_DECLS
