/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-store-page.h"
#include "desk-tx.h"

G_BEGIN_DECLS

/* What the pages are put together from; internal to the service. Numbers of people leave it masked. */
DeskDay desk_read_day (DeskTx *tx, DeskDay asked);
DeskPersonCard *desk_read_person_card (DeskTx *tx, gint64 person_id, GError **error);
GPtrArray *desk_read_occupants (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, GError **error);
GPtrArray *desk_read_vehicles (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, GError **error);
GPtrArray *desk_read_leases (DeskTx *tx, DeskPagePart part, gint64 of, DeskDay day, GError **error);
GPtrArray *desk_read_history (DeskTx *tx, DeskKind kind, gint64 id, GError **error);
gboolean desk_read_name (DeskTx *tx, DeskKind kind, gint64 id, char **name, GError **error);
void desk_read_mask (gpointer record);

/* Lines of history on a page. */
#define DESK_HISTORY_MAX 500

G_END_DECLS
