/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shrink-bin.h"

struct _DeskShrinkBin
{
  GtkWidget parent_instance;

  int least_width; /* px that it can always be made to */
  int least_height;
};

enum
{
  PROP_0,
  PROP_LEAST_WIDTH,
  PROP_LEAST_HEIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void desk_shrink_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskShrinkBin, desk_shrink_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, desk_shrink_bin_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
desk_shrink_bin_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
desk_shrink_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = desk_shrink_bin_add_child;
}

/* Always the same, whatever the child wants: nothing above asks for the natural size of a window that has been given one,
 * a pane whose height for any width differs by a pixel from its height for one would not do, and to measure every word
 * of the window once more than it is laid out is a fifth of its start. */
static void
desk_shrink_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  DeskShrinkBin *self = DESK_SHRINK_BIN (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->least_width : self->least_height;
}

static void
desk_shrink_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int wants_width, wants_height;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &wants_width, NULL, NULL, NULL);
  width = MAX (width, wants_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &wants_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, wants_height), -1, NULL);
}

static void
desk_shrink_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  DeskShrinkBin *self = DESK_SHRINK_BIN (object);

  if (prop_id == PROP_LEAST_WIDTH)
    g_value_set_int (value, self->least_width);
  else if (prop_id == PROP_LEAST_HEIGHT)
    g_value_set_int (value, self->least_height);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
desk_shrink_bin_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  DeskShrinkBin *self = DESK_SHRINK_BIN (object);

  if (prop_id == PROP_LEAST_WIDTH)
    self->least_width = g_value_get_int (value);
  else if (prop_id == PROP_LEAST_HEIGHT)
    self->least_height = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
desk_shrink_bin_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (desk_shrink_bin_parent_class)->dispose (object);
}

static void
desk_shrink_bin_class_init (DeskShrinkBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_shrink_bin_dispose;
  object_class->get_property = desk_shrink_bin_get_property;
  object_class->set_property = desk_shrink_bin_set_property;
  properties[PROP_LEAST_WIDTH]
      = g_param_spec_int ("least-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEAST_HEIGHT]
      = g_param_spec_int ("least-height", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  widget_class->measure = desk_shrink_bin_measure;
  widget_class->size_allocate = desk_shrink_bin_size_allocate;
}

static void
desk_shrink_bin_init (DeskShrinkBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
