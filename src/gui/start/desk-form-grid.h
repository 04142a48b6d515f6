/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-error.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* A form whose fields are no record's: label left, field, the sentence under it. Rows are known by the name the
 * rules use for the field, so that a refused input finds its place. */

GtkWidget *desk_form_grid_new (void);
void desk_form_grid_add_heading (GtkGrid *grid, const char *title);
GtkWidget *desk_form_grid_add_entry (GtkGrid *grid, const char *field, const char *label, const char *example);
GtkWidget *desk_form_grid_add_number (GtkGrid *grid, const char *field, const char *label, int value, int least,
                                      int most);
GtkWidget *desk_form_grid_add_number_beside (GtkGrid *grid, GtkWidget *first, const char *label, int value, int least,
                                             int most);
GtkWidget *desk_form_grid_add (GtkGrid *grid, const char *field, const char *label, GtkWidget *input);
void desk_form_grid_clear_faults (GtkGrid *grid);
gboolean desk_form_grid_show_faults (GtkGrid *grid, const char *prefix, const GError *error, const DeskText *text);

G_END_DECLS
