/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-page-view.h"

G_BEGIN_DECLS

struct _DeskCasePageView
{
  DeskRecordPage parent_instance;
  DeskCasePage *page; /* (nullable): what is shown */
  GtkWidget *number, *pills, *buttons, *menu, *title, *people, *answers, *refused;
  GtkWidget *picture, *stages, *left, *right, *found, *same, *detail, *costs, *files, *course;
  GtkWidget *note, *note_problem;
  gboolean saving;
};

/* The head: what it is, whose, what comes next. */
void desk_case_page_head_build (DeskCasePageView *self);
void desk_case_page_head_fill (DeskCasePageView *self);

/* For the head: somebody wants that done. */
void desk_case_page_view_do (DeskCasePageView *self, const DeskCaseDeed *deed);

G_END_DECLS
