/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "desk-import-plan.h"

G_BEGIN_DECLS

/* What of a dry run is shown: all rows, those of one fate, or those worth a look. The fates come in their own order. */
typedef enum
{
  DESK_IMPORT_SHOW_ALL,
  DESK_IMPORT_SHOW_FATE, /* + DeskFate */
  DESK_IMPORT_SHOW_NOTICES = DESK_IMPORT_SHOW_FATE + DESK_N_FATES,
  DESK_N_IMPORT_SHOWS
} DeskImportShow;

/* One row of the dry run. Signal "changed" (): it was ticked or unticked. */
#define DESK_TYPE_IMPORT_ITEM (desk_import_item_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportItem, desk_import_item, DESK, IMPORT_ITEM, GObject)

DeskImportPlan *desk_import_item_get_plan (DeskImportItem *self);
guint desk_import_item_get_index (DeskImportItem *self);
const DeskImportLine *desk_import_item_get_line (DeskImportItem *self);

/* The rows of a plan as a list of DeskImportItem, made when they are looked at. */
#define DESK_TYPE_IMPORT_MODEL (desk_import_model_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportModel, desk_import_model, DESK, IMPORT_MODEL, GObject)

DeskImportModel *desk_import_model_new (void);
void desk_import_model_set_plan (DeskImportModel *self, DeskImportPlan *plan);
DeskImportPlan *desk_import_model_get_plan (DeskImportModel *self);
void desk_import_model_set_show (DeskImportModel *self, DeskImportShow show);
guint desk_import_model_count (DeskImportModel *self, DeskImportShow show);
void desk_import_model_set_taken (DeskImportModel *self, guint index, gboolean taken);
guint desk_import_model_position_of_row (DeskImportModel *self, guint row);

G_END_DECLS
