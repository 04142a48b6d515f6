/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-state-bars.h"

#define BAR_HEIGHT 32
#define BAR_SPACING 8

struct _DeskStateBars
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskStateBars, desk_state_bars, GTK_TYPE_WIDGET)

static void
desk_state_bars_dispose (GObject *object)
{
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (bar);
  G_OBJECT_CLASS (desk_state_bars_parent_class)->dispose (object);
}

static void
desk_state_bars_class_init (DeskStateBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_state_bars_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_state_bars_init (DeskStateBars *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
new_bar (const char *id, const DeskStateBar *state)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, BAR_SPACING);
  GtkWidget *label = gtk_label_new (state->text);

  gtk_widget_set_name (bar, id);
  gtk_widget_set_size_request (bar, -1, BAR_HEIGHT);
  gtk_widget_add_css_class (bar, "state-bar");
  if (state->late)
    gtk_widget_add_css_class (bar, "late");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (bar), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (bar), label);
  if (state->button != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (state->button);

      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), state->action);
      gtk_widget_add_css_class (button, "small");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (bar), button);
    }
  return bar;
}

static GtkWidget *
bar_of (DeskStateBars *self, const char *id)
{
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (bar != NULL && !g_str_equal (gtk_widget_get_name (bar), id))
    bar = gtk_widget_get_next_sibling (bar);
  return bar;
}

/* The bar after which a new one stands: red ones are above, else the latest is the lowest. */
static GtkWidget *
last_above (DeskStateBars *self, gboolean late)
{
  GtkWidget *bar = gtk_widget_get_last_child (GTK_WIDGET (self));

  while (late && bar != NULL && !gtk_widget_has_css_class (bar, "late"))
    bar = gtk_widget_get_prev_sibling (bar);
  return bar;
}

/* Shows the state called @id, or, with @state NULL, its end. A state that lasts already is said anew. */
void
desk_state_bars_set (DeskStateBars *self, const char *id, const DeskStateBar *state)
{
  GtkWidget *old = bar_of (self, id);

  if (old != NULL)
    gtk_widget_unparent (old);
  if (state != NULL)
    gtk_widget_insert_after (new_bar (id, state), GTK_WIDGET (self), last_above (self, state->late));
}
