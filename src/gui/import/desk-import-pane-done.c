/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-import-pane-private.h"

#include <glib/gi18n.h>

#include "desk-notice.h"
#include "desk-text-import.h"
#include "desk-text-figure.h"
#include "desk-text-label.h"

/* After the import: what it made, what is left, and the ways from here. */

static void
undo_clicked (GtkButton *button, DeskImportPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-act", "x", self->act_id);
}

static void
rest_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_read (self);
}

static void
rejects_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_save_rejects (self);
}

static void
again_clicked (GtkButton *button, DeskImportPane *self)
{
  desk_import_pane_choose (self);
}

static GtkWidget *
add_way (DeskImportPane *self, GtkWidget *box, const char *label, const char *key, GCallback clicked)
{
  GtkWidget *button = desk_button_new (NULL, label, key);

  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* Builds the page. */
void
desk_import_pane_build_done (DeskImportPane *self)
{
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->done_page = desk_empty_new ("object-select-symbolic", "", "");
  gtk_widget_set_halign (ways, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (ways, 12);
  self->done_rest = gtk_button_new ();
  g_signal_connect (self->done_rest, "clicked", G_CALLBACK (rest_clicked), self);
  gtk_box_append (GTK_BOX (ways), self->done_rest);
  self->done_rejects = add_way (self, ways, _("Save Rejected Rows…"), NULL, G_CALLBACK (rejects_clicked));
  self->done_undo = add_way (self, ways, _("Undo the Import"), "Ctrl+Z", G_CALLBACK (undo_clicked));
  self->done_again = add_way (self, ways, _("Another Sheet…"), NULL, G_CALLBACK (again_clicked));
  gtk_box_append (GTK_BOX (self->done_page), ways);
  gtk_stack_add_named (GTK_STACK (self->stack), self->done_page, "done");
}

static char *
rest_words (guint rest)
{
  g_autofree char *number = desk_text_number (rest);

  return rest == 0 ? g_strdup (_("Every row has found its place."))
                   : desk_text_fill (_("Rows not taken: %1. Mend them here, or save them as a sheet with the reasons."),
                                     (const char *[]){ number, NULL });
}

/* Says what the import made. */
void
desk_import_pane_show_done (DeskImportPane *self, guint taken, guint n_units, guint n_people)
{
  guint rest = desk_import_plan_count_rejects (self->plan);
  g_autofree char *number = desk_text_number (taken);
  g_autofree char *made
      = desk_text_import_new (self->text, desk_import_plan_get_import (self->plan), taken, n_units, n_people);
  g_autofree char *what = desk_text_fill (_("Rows imported: %1 (new: %2)"), (const char *[]){ number, made, NULL });
  g_autofree char *why = rest_words (rest);

  desk_empty_set_words (self->done_page, what, why);
  gtk_button_set_label (GTK_BUTTON (self->done_rest), _("Mend the Rest"));
  gtk_widget_set_visible (self->done_rest, rest > 0);
  gtk_widget_set_visible (self->done_rejects, rest > 0);
  gtk_widget_set_visible (self->done_undo, self->act_id != 0);
  desk_import_pane_show (self, "done");
  gtk_widget_grab_focus (rest > 0 ? self->done_rest : self->done_again);
}

/* Ctrl+Z while the page is looked at takes the import back, and the page says so; what is there then is read anew when
 * it is asked for. */
void
desk_import_pane_follow_undo (DeskImportPane *self, DeskChangeSet *changes)
{
  if (self->act_id == 0 || !gtk_widget_get_mapped (self->done_page)
      || !(desk_change_set_touches (changes, DESK_KIND_UNIT) || desk_change_set_touches (changes, DESK_KIND_PERSON)))
    return;
  self->act_id = 0;
  desk_empty_set_words (self->done_page, _("The import was taken back"),
                        _("Everything stands as before. The sheet can be tried and imported again."));
  gtk_widget_set_visible (self->done_undo, FALSE);
  gtk_widget_set_visible (self->done_rejects, FALSE);
  gtk_widget_set_visible (self->done_rest, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->done_rest), _("Try Again"));
  gtk_widget_grab_focus (self->done_rest);
}
