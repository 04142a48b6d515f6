/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-move.h"
#include "desk-complaint.h"
#include "desk-tx.h"

G_BEGIN_DECLS

/* What the bodies of cases know of complaints: their stages go along with the moves; internal to the service. Each does
 * nothing where the case is no complaint. */

GPtrArray *desk_complaint_read_stages (DeskTx *tx, gint64 case_id, GError **error);
gboolean desk_complaint_begin (DeskTx *tx, const DeskCase *service_case, GError **error);
gboolean desk_complaint_check_move (DeskTx *tx, const DeskCase *service_case, DeskMove move, DeskCaseState *to,
                                    GPtrArray *problems, GError **error);
gboolean desk_complaint_moved (DeskTx *tx, const DeskCase *service_case, const DeskCaseEvent *event, GError **error);
gboolean desk_complaint_sign (DeskTx *tx, const DeskCase *service_case, DeskStage stage, const char *text, gint64 at,
                              GError **error);
gboolean desk_complaint_plan_anew (DeskTx *tx, const DeskCase *service_case, GError **error);
gboolean desk_complaint_follow_stages (DeskTx *tx, DeskSeverity severity, GError **error);
gboolean desk_complaint_next_due (DeskTx *tx, const DeskCase *service_case, gint64 *due, GError **error);
gboolean desk_complaint_set_clocks (DeskTx *tx, DeskCase *service_case, GError **error);
gint64 desk_complaint_group_since (DeskTx *tx, gint64 before, gint64 *days, GError **error);
gpointer desk_complaint_get (DeskTx *tx, gint64 case_id, GError **error);

G_END_DECLS
