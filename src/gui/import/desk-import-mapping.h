/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import-plan.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * What every column of a sheet is taken for: heading, a sample, the field, and how sure that is.
 *
 * Signals:
 *  changed ()  somebody chose another field for a column
 */
#define DESK_TYPE_IMPORT_MAPPING (desk_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportMapping, desk_import_mapping, DESK, IMPORT_MAPPING, GtkWidget)

GtkWidget *desk_import_mapping_new (DeskText *text);
void desk_import_mapping_set_plan (DeskImportMapping *self, DeskImportPlan *plan);
const DeskImportField *desk_import_mapping_get_fields (DeskImportMapping *self, guint *n_fields);
guint desk_import_mapping_count_guesses (DeskImportMapping *self);
void desk_import_mapping_focus (DeskImportMapping *self);

G_END_DECLS
