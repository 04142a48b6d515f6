/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-deed.h"
#include "desk-record-page.h"

G_BEGIN_DECLS

/*
 * The page of a case: what and whose it is and what comes next, its clocks as a picture, facts, course, and a line to note
 * something.
 *
 * Signals, besides those of DeskRecordPage:
 *  deed (DeskCaseDeed *)  a button or a line of the menu was pressed
 *  other (gint64 id)      another case is asked for
 */
#define DESK_TYPE_CASE_PAGE_VIEW (desk_case_page_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskCasePageView, desk_case_page_view, DESK, CASE_PAGE_VIEW, DeskRecordPage)

GtkWidget *desk_case_page_view_new (DeskEngine *engine, DeskText *text);
const DeskCasePage *desk_case_page_view_get (DeskCasePageView *self);
void desk_case_page_view_refuse (DeskCasePageView *self, const char *words);
void desk_case_page_view_focus_note (DeskCasePageView *self);
const char *desk_case_page_view_get_note (DeskCasePageView *self);
void desk_case_page_view_clear_note (DeskCasePageView *self);

G_END_DECLS
