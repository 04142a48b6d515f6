/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-case-family.h"
#include "desk-engine.h"
#include "desk-pane.h"

G_BEGIN_DECLS

/* The pane of one kind of cases: list and page, every move one key. */
#define DESK_TYPE_CASES_PANE (desk_cases_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskCasesPane, desk_cases_pane, DESK, CASES_PANE, GtkWidget)

DeskPane *desk_cases_pane_new (DeskEngine *engine, DeskText *text, const DeskCaseFamily *family);

/* Shows only the cases behind a figure. */
void desk_cases_pane_show_figure (DeskCasesPane *self, const DeskFigureRows *rows);

G_END_DECLS
