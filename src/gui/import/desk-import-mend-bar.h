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
#define DESK_TYPE_IMPORT_MEND_BAR (desk_import_mend_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskImportMendBar, desk_import_mend_bar, DESK, IMPORT_MEND_BAR, GtkWidget)

GtkWidget *desk_import_mend_bar_new (void);
gboolean desk_import_mend_bar_open (DeskImportMendBar *self, DeskImportPlan *plan, guint index);
void desk_import_mend_bar_close (DeskImportMendBar *self);

G_END_DECLS
