/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-import-plan.h"

G_BEGIN_DECLS

/*
 * The cells of one rejected row that are wrong, each in an entry; the file stays as it is.
 *
 * Signals:
 *  mended (guint row, guint column, const char *text)  for every cell that is another now
 *  left ()                                             done, or Esc
 */
#define DESK_TYPE_IMPORT_MEND (desk_import_mend_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportMend, desk_import_mend, DESK, IMPORT_MEND, GtkWidget)

GtkWidget *desk_import_mend_new (void);
gboolean desk_import_mend_open (DeskImportMend *self, DeskImportPlan *plan, guint index);
void desk_import_mend_close (DeskImportMend *self);

G_END_DECLS
