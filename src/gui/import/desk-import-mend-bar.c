/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-mend-bar.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text.h"

#define MOST_CELLS 4

struct _DeskImportMendBar
{
  GtkWidget parent_instance;
  GtkWidget *box, *title, *fields, *done;
  GtkWidget *entries[MOST_CELLS];
  guint columns[MOST_CELLS];
  guint n;
  guint row;
};

enum
{
  MENDED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskImportMendBar, desk_import_mend_bar, GTK_TYPE_WIDGET)

static gboolean
has_column (DeskImportMendBar *self, guint column)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* Enter: on to the next cell, or done after the last. */
static void
entered (GtkEntry *entry, DeskImportMendBar *self)
{
  for (guint i = 0; i + 1 < self->n; i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      {
        gtk_widget_grab_focus (self->entries[i + 1]);
        return;
      }
  gtk_widget_activate (self->done);
}

static void
add_cell (DeskImportMendBar *self, const char *heading, const char *text, guint column)
{
  GtkWidget *label = gtk_label_new (heading), *entry = gtk_entry_new ();

  gtk_widget_add_css_class (label, "field-name");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect (entry, "activate", G_CALLBACK (entered), self);
  g_object_set_data_full (G_OBJECT (entry), "desk-before", g_strdup (text), g_free);
  gtk_box_append (GTK_BOX (self->fields), label);
  gtk_box_append (GTK_BOX (self->fields), entry);
  self->entries[self->n] = entry;
  self->columns[self->n++] = column;
}

static void
clear (DeskImportMendBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->fields)) != NULL)
    gtk_box_remove (GTK_BOX (self->fields), child);
  self->n = 0;
}

static void
done_clicked (GtkButton *button, DeskImportMendBar *self)
{
  guint row = self->row, n = self->n, columns[MOST_CELLS];
  char *texts[MOST_CELLS];

  /* The answer to a signal may open another row here. */
  for (guint i = 0; i < n; i++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
      gboolean same = g_strcmp0 (text, g_object_get_data (G_OBJECT (self->entries[i]), "desk-before")) == 0;

      columns[i] = self->columns[i];
      texts[i] = same ? NULL : g_strdup (text);
    }
  g_signal_emit (self, signals[LEFT], 0);
  for (guint i = 0; i < n; i++)
    {
      if (texts[i] != NULL)
        g_signal_emit (self, signals[MENDED], 0, row, columns[i], texts[i]);
      g_free (texts[i]);
    }
}

static void
cancel_clicked (GtkButton *button, DeskImportMendBar *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, DeskImportMendBar *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  g_signal_emit (self, signals[LEFT], 0);
  return TRUE;
}

/**
 * desk_import_mend_bar_open:
 *
 * Shows what is wrong in row @index and puts the focus there.
 *
 * Returns: FALSE where no cell of the row is to blame
 */
gboolean
desk_import_mend_bar_open (DeskImportMendBar *self, DeskImportPlan *plan, guint index)
{
  const DeskImportLine *line = desk_import_plan_get_line (plan, index);
  g_autofree char *row = g_strdup_printf ("%u", line->row);
  g_autofree char *title = desk_text_fill (_("Row %1"), (const char *[]){ row, NULL });

  clear (self);
  self->row = line->row;
  for (guint i = 0; line->problems != NULL && i < line->problems->len; i++)
    {
      int column = desk_import_plan_find_column (plan, line->problems->pdata[i]);

      if (column >= 0 && self->n < MOST_CELLS && !has_column (self, (guint) column))
        add_cell (self, desk_import_plan_get_heading (plan, (guint) column), line->cells[column], (guint) column);
    }
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0);
  if (self->n == 0)
    return FALSE;
  gtk_widget_grab_focus (self->entries[0]);
  return TRUE;
}

/* Puts the entries away. */
void
desk_import_mend_bar_close (DeskImportMendBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear (self);
}

static void
desk_import_mend_bar_dispose (GObject *object)
{
  g_clear_pointer (&DESK_IMPORT_MEND_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_import_mend_bar_parent_class)->dispose (object);
}

static void
desk_import_mend_bar_class_init (DeskImportMendBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_import_mend_bar_dispose;
  signals[MENDED] = g_signal_new ("mended", DESK_TYPE_IMPORT_MEND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", DESK_TYPE_IMPORT_MEND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_import_mend_bar_init (DeskImportMendBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *cancel;

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->box, "mend-bar");
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "strong");
  gtk_box_append (GTK_BOX (self->box), self->title);
  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (self->fields, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->fields);
  cancel = desk_button_new (NULL, _("Leave It"), "Esc");
  g_signal_connect (cancel, "clicked", G_CALLBACK (cancel_clicked), self);
  gtk_box_append (GTK_BOX (self->box), cancel);
  self->done = desk_button_new (NULL, _("Mend"), "Enter");
  g_signal_connect (self->done, "clicked", G_CALLBACK (done_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->done);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer floating): hidden until a row is opened. */
GtkWidget *
desk_import_mend_bar_new (void)
{
  return g_object_new (DESK_TYPE_IMPORT_MEND_BAR, NULL);
}
