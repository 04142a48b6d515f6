/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-cap-layout.h"

struct _DeskCapLayout
{
  GtkLayoutManager parent_instance;
  int most;
};

G_DEFINE_FINAL_TYPE (DeskCapLayout, desk_cap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  DeskCapLayout *self = DESK_CAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > self->most)
    for_size = self->most;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->most);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  DeskCapLayout *self = DESK_CAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int least = 0;

  if (child == NULL)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, MAX (least, MIN (width, self->most)), height }, baseline);
}

static void
desk_cap_layout_class_init (DeskCapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
desk_cap_layout_init (DeskCapLayout *self)
{
}

GtkWidget *
desk_cap_new (GtkWidget *child, int most)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  DeskCapLayout *layout = g_object_new (DESK_TYPE_CAP_LAYOUT, NULL);

  layout->most = most;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  gtk_widget_insert_before (child, box, NULL);
  return box;
}
