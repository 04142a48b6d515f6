/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-form-grid.h"

#include "desk-text-problem.h"

/* What a field keeps: its row's name and the label for its sentence. */
#define NAME "desk-field-name"
#define FAULT "desk-field-fault"
#define NEXT_ROW "desk-next-row"

static int
take_row (GtkGrid *grid)
{
  int row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), NEXT_ROW));

  g_object_set_data (G_OBJECT (grid), NEXT_ROW, GINT_TO_POINTER (row + 1));
  return row;
}

/* Returns: (transfer none): an empty form. */
GtkWidget *
desk_form_grid_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  return grid;
}

/* A heading over the rows that follow. */
void
desk_form_grid_add_heading (GtkGrid *grid, const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  int row = take_row (grid);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section");
  if (row > 0)
    gtk_widget_set_margin_top (label, 10);
  gtk_grid_attach (grid, label, 0, row, 2, 1);
}

/* A row with any widget. Returns: @input. */
GtkWidget *
desk_form_grid_add (GtkGrid *grid, const char *field, const char *label, GtkWidget *input)
{
  GtkWidget *name = gtk_label_new_with_mnemonic (label);
  GtkWidget *fault = gtk_label_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  int row = take_row (grid);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), input);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_margin_top (name, 7);
  gtk_widget_add_css_class (name, "field-name");
  gtk_label_set_xalign (GTK_LABEL (fault), 0);
  gtk_label_set_wrap (GTK_LABEL (fault), TRUE);
  gtk_widget_add_css_class (fault, "field-error");
  gtk_widget_set_visible (fault, FALSE);
  gtk_widget_set_hexpand (input, TRUE);
  gtk_box_append (GTK_BOX (box), input);
  gtk_box_append (GTK_BOX (box), fault);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, box, 1, row, 1, 1);
  g_object_set_data (G_OBJECT (box), NAME, (gpointer) field);
  g_object_set_data (G_OBJECT (box), FAULT, fault);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  return input;
}

/* Enter goes on to the next field. */
static void
on_entry_activate_cb (GtkWidget *entry)
{
  GtkWidget *grid = gtk_widget_get_ancestor (entry, GTK_TYPE_GRID);

  if (grid != NULL)
    gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD);
}

/* A row with an entry. Returns: (transfer none): the entry. */
GtkWidget *
desk_form_grid_add_entry (GtkGrid *grid, const char *field, const char *label, const char *example)
{
  GtkWidget *entry = gtk_entry_new ();

  if (example != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), example);
  g_signal_connect (entry, "activate", G_CALLBACK (on_entry_activate_cb), NULL);
  return desk_form_grid_add (grid, field, label, entry);
}

/* A row with a whole number. Returns: (transfer none): the spin button. */
GtkWidget *
desk_form_grid_add_number (GtkGrid *grid, const char *field, const char *label, int value, int least, int most)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_halign (spin, GTK_ALIGN_START);
  return desk_form_grid_add (grid, field, label, spin);
}

/* A second number in the row of @first; faults of both stand under the row. Returns: (transfer none). */
GtkWidget *
desk_form_grid_add_number_beside (GtkGrid *grid, GtkWidget *first, const char *label, int value, int least, int most)
{
  GtkWidget *box = gtk_widget_get_parent (first);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), spin);
  gtk_widget_add_css_class (name, "field-name");
  g_object_ref (first);
  gtk_box_remove (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (pair), first);
  g_object_unref (first);
  gtk_widget_set_hexpand (first, FALSE);
  gtk_box_append (GTK_BOX (pair), name);
  gtk_box_append (GTK_BOX (pair), spin);
  gtk_box_prepend (GTK_BOX (box), pair);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  return spin;
}

static void
set_fault (GtkWidget *box, const char *sentence)
{
  GtkWidget *fault = g_object_get_data (G_OBJECT (box), FAULT);
  GtkWidget *input = gtk_widget_get_first_child (box);

  gtk_label_set_label (GTK_LABEL (fault), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (fault, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (input, "error");
  else
    gtk_widget_remove_css_class (input, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Takes all sentences away. */
void
desk_form_grid_clear_faults (GtkGrid *grid)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_object_get_data (G_OBJECT (child), FAULT) != NULL)
      set_fault (child, NULL);
}

static GtkWidget *
find_row (GtkGrid *grid, const char *prefix, const char *field)
{
  g_autofree char *name = g_strconcat (prefix, field, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (field != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (child), NAME), name) == 0)
      return child;
  return NULL;
}

/* Writes each problem of @error under its field and puts the focus into the first. @prefix stands before the names of
 * the rows that are meant ("" usually). Returns: FALSE when none has its field here: the sentence belongs elsewhere. */
gboolean
desk_form_grid_show_faults (GtkGrid *grid, const char *prefix, const GError *error, const DeskText *text)
{
  const GPtrArray *problems = desk_error_get_problems (error);
  gboolean placed = FALSE;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const DeskProblem *problem = problems->pdata[i];
      GtkWidget *row = find_row (grid, prefix, problem->field);
      g_autofree char *sentence = NULL;

      if (row == NULL)
        continue;
      sentence = desk_text_problem_here (text, problem);
      set_fault (row, sentence);
      if (!placed)
        gtk_widget_grab_focus (gtk_widget_get_first_child (row));
      placed = TRUE;
    }
  return placed;
}
