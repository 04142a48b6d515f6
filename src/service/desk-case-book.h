/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-clock.h"
#include "desk-case-move.h"
#include "desk-register-case.h"
#include "desk-tx.h"
#include "desk-warranty.h"

G_BEGIN_DECLS

/* What the bodies of cases share: calendars, clocks, courses; internal to the service. */

/* Calendars in a form that counts, kept until one of them changes. */
const DeskWorktime *desk_service_worktime (DeskService *service, gint64 calendar_id, GError **error);
gint64 desk_service_calendar_id (DeskService *service, const char *nick, GError **error);
void desk_service_forget_calendars (DeskService *service);

/* What the store's settings say of warranty, and how far back the same fault is pointed out. */
gboolean desk_case_warranty_terms (DeskService *service, DeskWarrantyTerms *terms, GError **error);
gboolean desk_case_same_days (DeskService *service, gint64 *days, GError **error);

/* A case's clocks: its plan, and where they stand after its course. */
gboolean desk_case_get_plan (DeskService *service, const DeskCase *service_case, DeskClockPlan *plan, GError **error);
gboolean desk_case_get_clock (DeskService *service, const DeskCase *service_case, const DeskClockPlan *plan,
                              DeskCaseClock *clock, GError **error);
gint64 desk_case_work_days (const DeskClockPlan *plan, const DeskCase *service_case, gint64 now);
gint64 desk_case_work_days_until (DeskService *service, gint64 calendar_id, gint64 now, gint64 due);
gboolean desk_case_derive (DeskTx *tx, DeskCase *service_case, GError **error);
gboolean desk_case_refresh (DeskTx *tx, gint64 case_id, GError **error);
gboolean desk_case_follow_calendars (DeskTx *tx, GError **error);

/* The course. */
gboolean desk_case_add_event (DeskTx *tx, const DeskCase *service_case, DeskCaseEvent *event, GError **error);
gboolean desk_case_set_category (DeskTx *tx, DeskCase *service_case, GError **error);
gboolean desk_case_open (DeskTx *tx, DeskCase *service_case, GError **error);
gboolean desk_case_make_move (DeskTx *tx, const DeskMoveInput *in, gboolean program, DeskSaved *out, GError **error);
gboolean desk_visit_become (DeskTx *tx, DeskVisit *visit, const DeskVisitInput *in, GError **error);
gboolean desk_case_take_files (DeskTx *tx, DeskKind from_kind, gint64 from_id, DeskKind kind, gint64 id, GError **error);
gboolean desk_case_let (DeskTx *tx, const DeskCase *service_case, GError **error);
gboolean desk_tx_check_staff (DeskTx *tx, gint64 staff_id, const char *field, GError **error);

G_END_DECLS
