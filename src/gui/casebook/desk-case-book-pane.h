/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-engine.h"
#include "desk-pane.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What cases are made with: categories as a tree, calendars, holidays; beside them the form of what is selected. It stands
 * among the panes without a row in the sidebar: signal "left" when somebody goes on. */
#define DESK_TYPE_CASE_BOOK_PANE (desk_case_book_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskCaseBookPane, desk_case_book_pane, DESK, CASE_BOOK_PANE, GtkWidget)

/* Before the route of a draft of its forms. */
#define DESK_CASE_BOOK_DRAFT "casebook:"

GtkWidget *desk_case_book_pane_new (DeskEngine *engine, DeskText *text);

G_END_DECLS
