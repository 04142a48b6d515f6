/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-person-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk-menu-button.h"
#include "desk-text-label.h"

#define PICTURE_SIZE 24
#define SPACING 6
#define NAME_CHARS 16

struct _DeskPersonBox
{
  GtkWidget parent_instance;
  GtkWidget *button; /* the only child: everything stands in it */
  GtkWidget *picture, *name, *role;
  DeskEngine *engine;
  DeskText *text;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (DeskPersonBox, desk_person_box, GTK_TYPE_WIDGET)

static void
desk_person_box_dispose (GObject *object)
{
  DeskPersonBox *self = DESK_PERSON_BOX (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_person_box_parent_class)->dispose (object);
}

static void
desk_person_box_class_init (DeskPersonBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_person_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) lock = g_menu_item_new (_("_Lock, or Change Places"), "win.lock");

  g_menu_item_set_attribute (lock, "accel", "s", "<Control><Alt>l");
  g_menu_append_item (menu, lock);
  g_menu_append (menu, _("My _Password…"), "win.password");
  g_menu_append (menu, _("My P_IN…"), "win.pin");
  return G_MENU_MODEL (menu);
}

static void
desk_person_box_init (DeskPersonBox *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->picture = adw_avatar_new (PICTURE_SIZE, NULL, TRUE);
  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), NAME_CHARS);
  gtk_widget_add_css_class (self->name, "person-name");
  self->role = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->role, "caption");
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->role);
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  desk_menu_button_set_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
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

/* Somebody else is at the desk, or has another name or role. */
static void
show_actor (DeskPersonBox *self)
{
  const DeskActor *actor = desk_engine_get_actor (self->engine);
  const char *name = desk_text_staff_name (self->text, actor->name);
  g_autofree char *told = g_strdup_printf (_("%s: Lock, Password, PIN"), name);

  gtk_widget_set_visible (GTK_WIDGET (self), actor->staff_id != 0);
  adw_avatar_set_text (ADW_AVATAR (self->picture), name);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->role), main_role (self->text, actor->roles));
  gtk_widget_set_tooltip_text (self->button, told);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
  update (self);
}

/* Returns: (transfer floating): the actor of @engine in the words of @text, and what they do about themselves. */
GtkWidget *
desk_person_box_new (DeskEngine *engine, DeskText *text)
{
  DeskPersonBox *self = g_object_new (DESK_TYPE_PERSON_BOX, NULL);

  self->engine = g_object_ref (engine);
  self->text = desk_text_ref (text);
  g_signal_connect_object (engine, "session", G_CALLBACK (show_actor), self, G_CONNECT_SWAPPED);
  show_actor (self);
  return GTK_WIDGET (self);
}

/* @widget: a DeskPersonBox; with @narrow there is room for its picture alone. */
void
desk_person_box_set_narrow (GtkWidget *widget, gboolean narrow)
{
  DESK_PERSON_BOX (widget)->narrow = narrow;
  update (DESK_PERSON_BOX (widget));
}
