/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-deed.h"
#include "desk-case-family.h"
#include "desk-window.h"

G_BEGIN_DECLS

/* The forms of moves: each asks for what the move needs and for nothing else. */
GtkWidget *desk_case_move_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                    const DeskCaseDeed *deed, const DeskCasePage *page);
GtkWidget *desk_case_link_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                    const DeskCaseDeed *deed, const DeskCasePage *page);
GtkWidget *desk_case_assign_form_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family,
                                      const DeskCasePage *page, GArray *ids);

/* What is said of it when it stands: "3-2-1502: assigned to 赵强". (transfer full); of a form (nullable), once it saved. */
char *desk_case_move_told (DeskText *text, const DeskCasePage *page, const DeskCaseDeed *deed, gint64 assignee_id,
                           gint64 wait_reason);
char *desk_case_move_form_told (GtkWidget *form, DeskText *text);

G_END_DECLS
