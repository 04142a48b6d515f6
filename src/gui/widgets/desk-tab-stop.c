/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-tab-stop.h"

struct _DeskTabStop
{
  GtkWidget parent_instance;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskTabStop, desk_tab_stop, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static gboolean
desk_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (desk_tab_stop_parent_class)->focus (widget, direction);
}

static void
desk_tab_stop_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_tab_stop_parent_class)->dispose (object);
}

static void
desk_tab_stop_class_init (DeskTabStopClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_tab_stop_dispose;
  GTK_WIDGET_CLASS (klass)->focus = desk_tab_stop_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_tab_stop_init (DeskTabStop *self)
{
}

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

/**
 * desk_tab_stop_new:
 * @child: (transfer floating): the list, or what scrolls it
 *
 * Returns: (transfer floating): the stop around it
 */
GtkWidget *
desk_tab_stop_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (DESK_TYPE_TAB_STOP, NULL);

  gtk_widget_set_parent (child, self);
  return self;
}
