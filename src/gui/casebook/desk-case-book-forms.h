/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-form.h"
#include "desk-result-case.h"
#include "desk-result-staff.h"

G_BEGIN_DECLS

/* The form of what cases are made with: a category or a group of them, a calendar, a day of the calendars.
 * @record: (transfer full): id 0 proposes a new one. @staff: (nullable): who can be on duty.
 * Returns: (transfer floating): it, loaded; its draft goes by "casebook:<kind>/<id>". */
GtkWidget *desk_case_book_form_new (DeskEngine *engine, DeskText *text, DeskRecord *record, const DeskCaseSettings *settings,
                                    const DeskStaffList *staff);

/* Returns: (transfer full) (nullable): what a new record of @kind begins with beside @like (nullable): its group, its times;
 * @group: a new group. */
DeskRecord *desk_case_book_propose (DeskKind kind, gint64 case_kind, gboolean group, const DeskRecord *like,
                                    const DeskCaseSettings *settings, DeskDay today);

G_END_DECLS
