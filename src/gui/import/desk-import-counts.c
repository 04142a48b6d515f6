/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-counts.h"

#include <glib/gi18n.h>

#include "desk-import-cell.h"
#include "desk-text-figure.h"
#include "desk-text-import.h"
#include "desk-text-label.h"

struct _DeskImportCounts
{
  GtkWidget parent_instance;
  DeskText *text;
  GtkWidget *grid;
  GtkWidget *numbers[DESK_N_FATES], *notes[DESK_N_FATES];
};

G_DEFINE_FINAL_TYPE (DeskImportCounts, desk_import_counts, GTK_TYPE_WIDGET)

static GtkWidget *
words (const char *text, const char *style, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* What is said beside each sum. */
static char *
note (DeskImportCounts *self, DeskImportPlan *plan, DeskFate fate)
{
  guint n_units, n_people;

  switch (fate)
    {
    case DESK_FATE_NEW:
      desk_import_plan_count_new (plan, &n_units, &n_people);
      return desk_text_import_new (self->text, desk_import_plan_get_import (plan), desk_import_plan_count (plan, fate), n_units,
                                   n_people);
    case DESK_FATE_CHANGE:
      return g_strdup (_("old values are kept"));
    case DESK_FATE_DOUBT:
      return g_strdup (_("taken only if ticked"));
    case DESK_FATE_REJECT:
      return g_strdup (_("given back with the reason"));
    case DESK_FATE_SAME:
    case DESK_N_FATES:
    default:
      return g_strdup (_("nothing to do"));
    }
}

/* Shows the sums of @plan. */
void
desk_import_counts_show (DeskImportCounts *self, DeskImportPlan *plan)
{
  for (guint i = 0; i < DESK_N_FATES; i++)
    {
      g_autofree char *number = desk_text_number (desk_import_plan_count (plan, (DeskFate) i));
      g_autofree char *more = note (self, plan, (DeskFate) i);

      gtk_label_set_text (GTK_LABEL (self->numbers[i]), number);
      gtk_label_set_text (GTK_LABEL (self->notes[i]), more);
    }
}

static void
desk_import_counts_dispose (GObject *object)
{
  DeskImportCounts *self = DESK_IMPORT_COUNTS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_import_counts_parent_class)->dispose (object);
}

static void
desk_import_counts_class_init (DeskImportCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_import_counts_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_import_counts_init (DeskImportCounts *self)
{
}

/* Returns: (transfer floating): the sums, empty. */
GtkWidget *
desk_import_counts_new (DeskText *text)
{
  DeskImportCounts *self = g_object_new (DESK_TYPE_IMPORT_COUNTS, NULL);
  GtkGrid *grid;

  self->text = desk_text_ref (text);
  self->grid = gtk_grid_new ();
  grid = GTK_GRID (self->grid);
  gtk_widget_add_css_class (self->grid, "import-counts");
  gtk_grid_set_column_spacing (grid, 10);
  gtk_grid_set_row_spacing (grid, 4);
  gtk_grid_attach (grid, words (_("Where Every Row Goes"), "section", 0), 0, 0, 4, 1);
  for (guint i = 0; i < DESK_N_FATES; i++)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (desk_import_fate_icon ((DeskFate) i));

      gtk_widget_add_css_class (icon, desk_import_fate_style ((DeskFate) i));
      self->numbers[i] = words (NULL, "import-sum", 1);
      self->notes[i] = words (NULL, "caption", 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->notes[i]), PANGO_ELLIPSIZE_END);
      gtk_grid_attach (grid, icon, 0, (int) i + 1, 1, 1);
      gtk_grid_attach (grid, self->numbers[i], 1, (int) i + 1, 1, 1);
      gtk_grid_attach (grid, words (desk_text_import_fate (text, (DeskFate) i), "body-text", 0), 2, (int) i + 1, 1, 1);
      gtk_grid_attach (grid, self->notes[i], 3, (int) i + 1, 1, 1);
    }
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
