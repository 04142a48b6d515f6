/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-tx.h"

G_BEGIN_DECLS

gboolean desk_staff_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error);
gboolean desk_staff_list_row (DeskTx *tx, gint64 id, DeskRow **row, GError **error);

G_END_DECLS
