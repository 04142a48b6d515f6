/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-list-source.h"
#include "desk-service.h"

/* A table in memory as a source of lists: tests and benchmarks drive the model with it, up to a million rows. Answers
 * come from the main loop; while it is held they wait. */
#define DESK_TYPE_TABLE_SOURCE (desk_table_source_get_type ())
G_DECLARE_FINAL_TYPE (DeskTableSource, desk_table_source, DESK, TABLE_SOURCE, GObject)

DeskTableSource *desk_table_source_new (guint n_rows);
void desk_table_source_set_ids (DeskTableSource *self, const gint32 *ids, guint n_ids);
void desk_table_source_rename (DeskTableSource *self, gint32 id);
void desk_table_source_tell (DeskTableSource *self, DeskKind kind, gint64 id, DeskChangeType type);
void desk_table_source_hold (DeskTableSource *self, gboolean hold);
void desk_table_source_fail (DeskTableSource *self, gboolean fail);
guint desk_table_source_n_queries (DeskTableSource *self);
guint desk_table_source_n_pages (DeskTableSource *self);
guint desk_table_source_n_cancelled (DeskTableSource *self);
