/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-tx.h"

G_BEGIN_DECLS

gboolean desk_follow_up_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error);
gboolean desk_follow_up_list_row (DeskTx *tx, gint64 id, DeskRow **row, GError **error);

/* @response, @finish: (out): when a question is due that was asked at @at (Unix seconds), as the rules of this store say; 0
 * where the rule is off. Source: domain.md, the clocks' table. */
gboolean desk_follow_rule_enquiry_due (DeskTx *tx, gint64 at, gint64 *response, gint64 *finish, GError **error);

G_END_DECLS
