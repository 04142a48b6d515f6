/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-box.h"

#include <adwaita.h>

#include "desk-text-label.h"

#define PICTURE_SIZE 24
#define SPACING 6
#define NAME_CHARS 16

struct _DeskPersonBox
{
  GtkWidget parent_instance;
  GtkWidget *picture, *name, *role;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (DeskPersonBox, desk_person_box, GTK_TYPE_WIDGET)

static void
desk_person_box_dispose (GObject *object)
{
  DeskPersonBox *self = DESK_PERSON_BOX (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->role, gtk_widget_unparent);
  G_OBJECT_CLASS (desk_person_box_parent_class)->dispose (object);
}

static void
desk_person_box_class_init (DeskPersonBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_person_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_person_box_init (DeskPersonBox *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  self->picture = adw_avatar_new (PICTURE_SIZE, NULL, TRUE);
  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), NAME_CHARS);
  gtk_widget_add_css_class (self->name, "person-name");
  self->role = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->role, "caption");
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  gtk_widget_set_parent (self->role, GTK_WIDGET (self));
}

/* A person may have several roles; the widest is said. */
static const char *
main_role (DeskText *text, gint64 roles)
{
  for (int role = DESK_N_STAFF_ROLES - 1; role >= 0; role--)
    if ((roles & (1 << role)) != 0)
      return desk_text_staff_role (text, (DeskStaffRole) role);
  return "";
}

static void
update (DeskPersonBox *self)
{
  const char *name = gtk_label_get_label (GTK_LABEL (self->name));
  const char *role = gtk_label_get_label (GTK_LABEL (self->role));

  gtk_widget_set_visible (self->name, !self->narrow);
  gtk_widget_set_visible (self->role, !self->narrow && !g_str_equal (name, role));
}

/* Returns: (transfer floating): the actor of @engine in the words of @text. */
GtkWidget *
desk_person_box_new (DeskEngine *engine, DeskText *text)
{
  DeskPersonBox *self = g_object_new (DESK_TYPE_PERSON_BOX, NULL);
  const DeskActor *actor = desk_engine_get_actor (engine);
  const char *name = actor != NULL && actor->name != NULL ? desk_text_staff_name (text, actor->name) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), name != NULL);
  if (name == NULL)
    return GTK_WIDGET (self);
  adw_avatar_set_text (ADW_AVATAR (self->picture), name);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->role), main_role (text, actor->roles));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  update (self);
  return GTK_WIDGET (self);
}

/* @widget: a DeskPersonBox; with @narrow there is room for its picture alone. */
void
desk_person_box_set_narrow (GtkWidget *widget, gboolean narrow)
{
  DESK_PERSON_BOX (widget)->narrow = narrow;
  update (DESK_PERSON_BOX (widget));
}
