/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rights-view.h"

#include <glib/gi18n.h>

#include "desk-allow.h"
#include "desk-id.h"
#include "desk-text-label.h"
#include "desk-text-problem.h"
#include "desk-use-case.h"
#include "desk-window.h"

typedef struct
{
  DeskEngine *engine;
  DeskText *text;
  GtkWidget *root;    /* owns this */
  GtkWidget *cells[DESK_N_RIGHTS][DESK_N_STAFF_ROLES];
  GtkWidget *popover; /* the one that is open, a child of its cell */
} View;

typedef struct
{
  DeskRight right;
  DeskStaffRole role;
  View *view;
} Cell;

static void
view_free (gpointer data)
{
  View *self = data;

  g_object_unref (self->engine);
  desk_text_unref (self->text);
  g_free (self);
}

/* What the cells say, after anything changed. */
static void
update (View *self)
{
  g_autofree char *reason = desk_allow_reason (self->engine, self->text, DESK_RIGHT_RIGHTS_EDIT, TRUE);
  const DeskMatrix *now = desk_engine_get_matrix (self->engine);
  DeskMatrix first;

  desk_matrix_set_default (&first);
  for (int right = DESK_RIGHT_FIRST; right < DESK_N_RIGHTS; right++)
    for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
      {
        GtkWidget *cell = self->cells[right][role];
        const char *word = desk_text_level (self->text, (DeskLevel) now->level[right][role]);
        gboolean fixed = desk_matrix_is_fixed ((DeskRight) right, (DeskStaffRole) role);
        g_autofree char *tip = NULL;
        g_autofree char *told = g_strdup_printf ("%s, %s: %s", desk_text_right (self->text, desk_right_nick ((DeskRight) right)),
                                                 desk_text_staff_role (self->text, (DeskStaffRole) role), word);

        gtk_button_set_label (GTK_BUTTON (cell), word);
        if (now->level[right][role] == DESK_LEVEL_NONE)
          gtk_widget_add_css_class (cell, "none");
        else
          gtk_widget_remove_css_class (cell, "none");
        gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
        if (now->level[right][role] != first.level[right][role])
          {
            gtk_widget_add_css_class (cell, "strong");
            tip = g_strdup_printf (_("In a new store: %s"),
                                   desk_text_level (self->text, (DeskLevel) first.level[right][role]));
          }
        else
          gtk_widget_remove_css_class (cell, "strong");
        gtk_widget_set_sensitive (cell, reason == NULL && !fixed);
        gtk_widget_set_tooltip_text (cell, reason != NULL ? reason : fixed ? _("Administrators keep this right.") : tip);
      }
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) root = user_data;
  g_autoptr (GError) error = NULL;
  DeskSaved *saved = desk_engine_call_finish (DESK_ENGINE (source), result, &error);
  DeskWindow *window = desk_window_of (root);

  if (saved == NULL)
    desk_window_say_error (window, error);
  else if (saved->act_id != 0)
    desk_window_toast_undo (window, _("Rights changed"), saved->act_id);
  desk_use_case_free_result (DESK_USE_CASE_CHANGE_RIGHT, saved);
}

static void
on_level_cb (GtkButton *button, gpointer user_data)
{
  Cell *cell = user_data;
  DeskLevel level = (DeskLevel) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "desk-level"));
  g_autoptr (DeskRecord) record = desk_record_new (DESK_KIND_RIGHT_CHANGE);
  DeskRightChange *change = (DeskRightChange *) record;
  g_autofree char *key = desk_id_new_key ();

  desk_text_set (&change->code, desk_right_nick (cell->right));
  desk_text_set (&change->level, desk_level_nick (level));
  change->role = cell->role;
  gtk_popover_popdown (GTK_POPOVER (cell->view->popover));
  desk_engine_call_async (cell->view->engine, DESK_USE_CASE_CHANGE_RIGHT, desk_record_input_new (key, record), NULL,
                          on_saved_cb, g_object_ref (cell->view->root));
}

static void
drop_popover (View *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
on_cell_cb (GtkButton *button, gpointer user_data)
{
  Cell *cell = user_data;
  View *self = cell->view;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  drop_popover (self);
  self->popover = gtk_popover_new ();
  for (int level = 0; level < DESK_N_LEVELS; level++)
    {
      GtkWidget *choice;

      if (!desk_matrix_takes (cell->right, (DeskLevel) level))
        continue;
      choice = gtk_button_new_with_label (desk_text_level (self->text, (DeskLevel) level));
      gtk_widget_add_css_class (choice, "flat");
      g_object_set_data (G_OBJECT (choice), "desk-level", GINT_TO_POINTER (level));
      g_signal_connect (choice, "clicked", G_CALLBACK (on_level_cb), cell);
      gtk_box_append (GTK_BOX (box), choice);
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (button));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_root_destroyed_cb (GtkWidget *root, gpointer data)
{
  drop_popover (data);
}

static GtkWidget *
make_cell (View *self, DeskRight right, DeskStaffRole role)
{
  GtkWidget *button = gtk_button_new ();
  Cell *cell = g_new0 (Cell, 1);

  *cell = (Cell){ right, role, self };
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "desk-cell", cell, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_cell_cb), cell);
  self->cells[right][role] = button;
  return button;
}

static GtkWidget *
make_label (const char *words, gboolean heading)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), heading ? 0.5f : 0.0f);
  if (heading)
    gtk_widget_add_css_class (label, "strong");
  return label;
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "rights");
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  return grid;
}

/* The roles stay above while the rights scroll. @columns: as wide as theirs. */
static GtkWidget *
make_head (View *self, GtkSizeGroup **columns)
{
  GtkWidget *head = make_grid ();

  for (int column = 0; column <= DESK_N_STAFF_ROLES; column++)
    {
      GtkWidget *label = make_label (column > 0 ? desk_text_staff_role (self->text, (DeskStaffRole) (column - 1)) : "", TRUE);

      gtk_size_group_add_widget (columns[column], label);
      gtk_grid_attach (GTK_GRID (head), label, column, 0, 1, 1);
    }
  gtk_widget_add_css_class (head, "head");
  return head;
}

static GtkWidget *
make_rows (View *self, GtkSizeGroup **columns)
{
  GtkWidget *grid = make_grid ();

  for (int right = DESK_RIGHT_FIRST; right < DESK_N_RIGHTS; right++)
    {
      int row = right - DESK_RIGHT_FIRST;
      GtkWidget *name = make_label (desk_text_right (self->text, desk_right_nick ((DeskRight) right)), FALSE);

      gtk_size_group_add_widget (columns[0], name);
      gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
      for (int role = 0; role < DESK_N_STAFF_ROLES; role++)
        {
          GtkWidget *cell = make_cell (self, (DeskRight) right, (DeskStaffRole) role);

          gtk_size_group_add_widget (columns[role + 1], cell);
          gtk_grid_attach (GTK_GRID (grid), cell, role + 1, row, 1, 1);
        }
    }
  return grid;
}

GtkWidget *
desk_rights_view_new (DeskEngine *engine, DeskText *text)
{
  View *self = g_new0 (View, 1);
  GtkSizeGroup *columns[DESK_N_STAFF_ROLES + 1];
  GtkWidget *scrolled = gtk_scrolled_window_new (), *above = gtk_scrolled_window_new ();

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  self->root = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (int column = 0; column <= DESK_N_STAFF_ROLES; column++)
    columns[column] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_rows (self, columns));
  /* On a narrow screen the head moves sideways with the rows. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (above), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (above),
                                       gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (above), make_head (self, columns));
  gtk_box_append (GTK_BOX (self->root), above);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->root), scrolled);
  for (int column = 0; column <= DESK_N_STAFF_ROLES; column++)
    g_object_unref (columns[column]);
  g_object_set_data_full (G_OBJECT (self->root), "desk-view", self, view_free);
  g_signal_connect (self->root, "destroy", G_CALLBACK (on_root_destroyed_cb), self);
  {
    GClosure *closure = g_cclosure_new_swap (G_CALLBACK (update), self, NULL);

    g_object_watch_closure (G_OBJECT (self->root), closure);
    g_signal_connect_closure (engine, "session", closure, FALSE);
  }
  update (self);
  return self->root;
}
