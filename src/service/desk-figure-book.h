/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-tx.h"

G_BEGIN_DECLS

/* The sums that are kept with the cases, and the lists that show them; internal to the service. */

gboolean desk_figures_keep (DeskTx *tx, gconstpointer before, gconstpointer after, GError **error);
gboolean desk_figures_make (DeskService *service, GError **error);
gboolean desk_figure_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error);
gboolean desk_figure_list_row (DeskTx *tx, DeskList list, gint64 id, DeskDay today, DeskRow **row, GError **error);
gboolean desk_figure_case_ids (DeskTx *tx, const DeskListInput *in, GArray *ids, GError **error);

G_END_DECLS
