/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-read-card.h"
#include "desk-store-trail-list.h"

G_BEGIN_DECLS

/* The trail as a list (desk-read-trail.c), and what it shares with the histories of pages (desk-read-history.c);
 * internal to the service. */
gboolean desk_trail_check_right (DeskTx *tx, GError **error);
gboolean desk_trail_list_ids (DeskTx *tx, const DeskListInput *in, DeskIdList *out, GError **error);
gboolean desk_trail_list_row (DeskTx *tx, gint64 trail_id, DeskRow **row, GError **error);

GPtrArray *desk_told_changes (const DeskTold *told);
gpointer desk_told_record (DeskTx *tx, const DeskTold *told, GPtrArray *changes, GError **error);
char *desk_told_mask (DeskKind kind, GPtrArray *changes);
gboolean desk_told_name (DeskTx *tx, DeskKind kind, gint64 id, char **name, GError **error);
gboolean desk_told_subject (DeskTx *tx, const DeskRecord *record, DeskKind page, char **subject, GError **error);
GPtrArray *desk_read_act (DeskTx *tx, gint64 act_id, GError **error);

G_END_DECLS
