/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-kind.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title; /* translated; NULL: none of the columns has one */
  int width;         /* px at 11 pt, 0: as wide as its content */
  gboolean expand;
} DeskSectionColumn;

/*
 * A section of a page: heading, a hint or a button at its right edge, rows of cells. Every row stands for a record;
 * rows are walked with the arrows and act on keys like rows of a list.
 *
 * Signals:
 *  add (int kind)                                   a button in the heading
 *  opened (int kind, gint64 id)                     Enter or double click on a row
 *  key (int kind, gint64 id, guint keyval) → bool   a letter, Delete or F8 on a row
 *  menu (int kind, gint64 id, GtkWidget *row)       menu key, Shift+F10, right click
 */
#define DESK_TYPE_SECTION (desk_section_get_type ())
G_DECLARE_FINAL_TYPE (DeskSection, desk_section, DESK, SECTION, GtkWidget)

GtkWidget *desk_section_new (const char *title);
void desk_section_set_columns (DeskSection *self, const DeskSectionColumn *columns, guint n_columns);
GtkWidget *desk_section_add_button (DeskSection *self, DeskKind kind, const char *label, const char *key);
void desk_section_set_hint (DeskSection *self, const char *hint);
void desk_section_clear (DeskSection *self);
GtkWidget *desk_section_add_row (DeskSection *self, DeskKind kind, gint64 id, GtkWidget **cells, guint n_cells);
void desk_section_add_words (DeskSection *self, const char *words);
GtkWidget *desk_section_cell (const char *words, const char *css_class);
guint desk_section_get_n_rows (DeskSection *self);
gint64 desk_section_get_selected (DeskSection *self, DeskKind *kind);
gboolean desk_section_focus (DeskSection *self, gint64 id);

G_END_DECLS
