/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-outage-io.h"
#include "desk-tx.h"

G_BEGIN_DECLS

/* What the bodies of log and cases know of outages; internal to the service. */

gboolean desk_outage_find (DeskTx *tx, const DeskVisit *visit, gint64 *id, GError **error);
gboolean desk_outage_attach (DeskTx *tx, const DeskVisit *visit, gint64 *outage_id, GError **error);
GPtrArray *desk_read_outages (DeskTx *tx, gint64 building_id, gboolean reaching, GError **error);

G_END_DECLS
