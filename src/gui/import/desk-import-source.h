/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import-plan.h"
#include "desk-text.h"

G_BEGIN_DECLS

/*
 * How a file is read: which kind of sheet it is, which sheet of a workbook, which encoding and separator, where the
 * headings stand. All is found out; all can be corrected.
 *
 * Signals:
 *  changed ()  somebody chose otherwise: the file is to be read anew
 */
#define DESK_TYPE_IMPORT_SOURCE (desk_import_source_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportSource, desk_import_source, DESK, IMPORT_SOURCE, GtkWidget)

GtkWidget *desk_import_source_new (DeskText *text);
void desk_import_source_clear (DeskImportSource *self);
void desk_import_source_set_plan (DeskImportSource *self, DeskImportPlan *plan);
void desk_import_source_fill (DeskImportSource *self, DeskImportRequest *request);

G_END_DECLS
