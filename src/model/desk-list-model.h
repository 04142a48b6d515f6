/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-list-source.h"
#include "desk-row-item.h"
#include "desk-saved-filter.h"
#include "desk-service.h"

G_BEGIN_DECLS

/*
 * A list of the store as a GListModel of DeskRowItem: all ids in order in memory, rows only around what is looked at.
 * get_item() gives an item at once; its row follows. Never waits and never asks by offset.
 *
 * Properties (writable ones ask anew): filter, text, sort, descending, building; loading is TRUE until the first ids
 * are there.
 * Signals:
 *  listed (gboolean anew)  the ids are there; @anew: for another question, not after a change
 *  failed (GError *)       ids or rows could not be read
 */
#define DESK_TYPE_LIST_MODEL (desk_list_model_get_type ())
G_DECLARE_FINAL_TYPE (DeskListModel, desk_list_model, DESK, LIST_MODEL, GObject)

DeskListModel *desk_list_model_new (DeskListSource *source, DeskList list);
DeskList desk_list_model_get_list (DeskListModel *self);
const DeskListInput *desk_list_model_get_query (DeskListModel *self);
const DeskListSpec *desk_list_model_get_spec (DeskListModel *self);

void desk_list_model_set_filter (DeskListModel *self, guint filter);
guint desk_list_model_get_filter (DeskListModel *self);
void desk_list_model_set_text (DeskListModel *self, const char *text);
const char *desk_list_model_get_text (DeskListModel *self);
void desk_list_model_set_sort (DeskListModel *self, guint column, gboolean descending);
guint desk_list_model_get_sort (DeskListModel *self, gboolean *descending);
void desk_list_model_set_building (DeskListModel *self, gint64 building_id);
gint64 desk_list_model_get_building (DeskListModel *self);

/* Of the trail: whose acts (0 everybody's), of which days ([from, to), 0 open), about which record (NONE all). */
void desk_list_model_set_staff (DeskListModel *self, gint64 staff_id);
void desk_list_model_set_days (DeskListModel *self, DeskDay from, DeskDay to);
void desk_list_model_set_span (DeskListModel *self, DeskSpan span);
void desk_list_model_set_figure (DeskListModel *self, const DeskFigureRows *rows);
gboolean desk_list_model_is_figured (DeskListModel *self);
void desk_list_model_get_form (DeskListModel *self, DeskFilterForm *form);
void desk_list_model_set_form (DeskListModel *self, const DeskFilterForm *form);
void desk_list_model_set_about (DeskListModel *self, DeskKind kind, gint64 id);

void desk_list_model_set_viewport (DeskListModel *self, guint first, guint last);
void desk_list_model_set_resting (DeskListModel *self, gboolean resting);
void desk_list_model_refresh (DeskListModel *self);
gboolean desk_list_model_is_loading (DeskListModel *self);

gint64 desk_list_model_get_count (DeskListModel *self, guint filter);
gint64 desk_list_model_get_id (DeskListModel *self, guint position);
guint desk_list_model_index_of (DeskListModel *self, gint64 id);
guint desk_list_model_get_held (DeskListModel *self);

gboolean desk_list_is_touched (DeskList list, DeskChangeSet *changes);

G_END_DECLS
