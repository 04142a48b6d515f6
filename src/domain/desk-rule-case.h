/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-problem.h"
#include "desk-register-case.h"

G_BEGIN_DECLS

/* What a record of log and cases must be like by itself; texts are cleaned. As in desk-rule.h. */

#define DESK_TITLE_LENGTH 200
#define DESK_DETAIL_LENGTH 20000

void desk_rule_calendar (DeskCalendar *calendar, GPtrArray *problems);
void desk_rule_calendar_day (DeskCalendarDay *day, GPtrArray *problems);
void desk_rule_category (DeskCategory *category, GPtrArray *problems);
void desk_rule_place (DeskPlace *place, GPtrArray *problems);
void desk_rule_visit (DeskVisit *visit, GPtrArray *problems);
void desk_rule_memo (DeskMemo *memo, GPtrArray *problems);
void desk_rule_case (DeskCase *service_case, GPtrArray *problems);
void desk_rule_course (char **text, const char *field, GPtrArray *problems);
void desk_rule_cost_line (DeskCostLine *line, int row, GPtrArray *problems);

char *desk_case_number (DeskCaseKind kind, DeskDay day, gint64 count);
gint64 desk_visit_state (gint64 closed_at, gint64 handing);
char *desk_case_counter (DeskCaseKind kind, DeskDay day);
char *desk_case_title (const char *about);
int desk_case_overdue (const DeskCase *service_case, gint64 now);

G_END_DECLS
