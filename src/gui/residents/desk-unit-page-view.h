/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-record-page.h"
#include "desk-register.h"

G_BEGIN_DECLS

/* The page of a unit: its number, state and care; people with masked phones, vehicles and leased spaces, instructions,
 * facts; one timeline. */
#define DESK_TYPE_UNIT_PAGE_VIEW (desk_unit_page_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskUnitPageView, desk_unit_page_view, DESK, UNIT_PAGE_VIEW, DeskRecordPage)

GtkWidget *desk_unit_page_view_new (DeskEngine *engine, DeskText *text);
const DeskUnitPage *desk_unit_page_view_get (DeskUnitPageView *self);
gboolean desk_unit_page_view_key (DeskUnitPageView *self, guint keyval);
void desk_unit_page_view_focus_record (DeskUnitPageView *self, DeskKind kind, gint64 id);

G_END_DECLS
