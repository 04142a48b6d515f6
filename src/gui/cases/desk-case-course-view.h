/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-result-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* What happened to a case, the latest first: moves, contacts, hurry-ups, notes. */
#define DESK_TYPE_CASE_COURSE_VIEW (desk_case_course_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskCaseCourseView, desk_case_course_view, DESK, CASE_COURSE_VIEW, GtkWidget)

GtkWidget *desk_case_course_view_new (DeskText *text);
void desk_case_course_view_set (DeskCaseCourseView *self, const DeskCasePage *page);

G_END_DECLS
