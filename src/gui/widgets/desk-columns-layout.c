/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-columns-layout.h"

struct _DeskColumnsLayout
{
  GtkLayoutManager parent_instance;
  int least, spacing;
};

G_DEFINE_FINAL_TYPE (DeskColumnsLayout, desk_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

/* Lays the children out in @width and places them when @place. Returns: the height they take. */
static int
lay_out (DeskColumnsLayout *self, GtkWidget *widget, int width, gboolean place)
{
  int n = count (widget), least = self->least, x = 0, y = 0, height = 0;
  gboolean beside;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int min;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
        least = MAX (least, min);
      }
  beside = n > 1 && width >= n * least + (n - 1) * self->spacing;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int w = beside ? (width - (n - 1) * self->spacing) / n : width, h;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, &h, NULL, NULL, NULL);
      if (place)
        gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, w, h }, -1);
      height = MAX (height, y + h);
      if (beside)
        x += w + self->spacing;
      else
        y += h + self->spacing / 2;
    }
  return height;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  DeskColumnsLayout *self = DESK_COLUMNS_LAYOUT (manager);
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int min;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
        least = MAX (least, min);
      }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, self->least) * MAX (count (widget), 1);
    }
  else
    *minimum = *natural = lay_out (self, widget, for_size < 0 ? least : for_size, FALSE);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (DESK_COLUMNS_LAYOUT (manager), widget, width, TRUE);
}

static void
desk_columns_layout_class_init (DeskColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
desk_columns_layout_init (DeskColumnsLayout *self)
{
}

GtkWidget *
desk_columns_new (int least, int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  DeskColumnsLayout *layout = g_object_new (DESK_TYPE_COLUMNS_LAYOUT, NULL);

  layout->least = least;
  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}
