/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import-plan.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* Where every row goes: sums that add up to the sheet. */
#define DESK_TYPE_IMPORT_COUNTS (desk_import_counts_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportCounts, desk_import_counts, DESK, IMPORT_COUNTS, GtkWidget)

GtkWidget *desk_import_counts_new (DeskText *text);
void desk_import_counts_show (DeskImportCounts *self, DeskImportPlan *plan);

G_END_DECLS
