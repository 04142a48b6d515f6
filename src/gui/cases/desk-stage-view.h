/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-result-case.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* The stages of a complaint on one line. */
#define DESK_TYPE_STAGE_VIEW (desk_stage_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskStageView, desk_stage_view, DESK, STAGE_VIEW, GtkWidget)

GtkWidget *desk_stage_view_new (DeskText *text);
void desk_stage_view_set (DeskStageView *self, const DeskCasePage *page);

G_END_DECLS
