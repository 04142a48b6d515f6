/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-book.h"
#include "desk-result-case.h"

G_BEGIN_DECLS

/* What a case's page and the preview of a line have in common; internal to the service. */
gboolean desk_read_category (DeskTx *tx, gint64 category_id, DeskCategory **category, char **group, char **name,
                             GError **error);
GPtrArray *desk_read_records (DeskTx *tx, DeskKind kind, DeskStmt *stmt, GError **error);
GPtrArray *desk_read_briefs (DeskTx *tx, DeskStmt *stmt, GError **error);
GPtrArray *desk_read_same_cases (DeskTx *tx, gint64 unit_id, const DeskCategory *category, gint64 before, gint64 id, gint64 *days,
                                 GError **error);
GPtrArray *desk_read_near (DeskTx *tx, gint64 unit_id, const DeskCategory *category, gint64 before, gint64 id,
                           gint64 *days, GError **error);
GPtrArray *desk_read_loads (DeskTx *tx, const DeskCategory *category, GError **error);
gboolean desk_read_warranty (DeskTx *tx, gint64 unit_id, const DeskCategory *category, DeskDay day,
                             DeskWarranty *warranty, GError **error);


/* What the page of a complaint has besides (desk-read-complaint.c). */
gboolean desk_read_complaint (DeskTx *tx, DeskCasePage *out, const DeskCategory *category, GError **error);

G_END_DECLS
