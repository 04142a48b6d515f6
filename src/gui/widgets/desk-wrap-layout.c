/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wrap-layout.h"

#include <adwaita.h>

struct _DeskWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing, line_spacing;
};

G_DEFINE_FINAL_TYPE (DeskWrapLayout, desk_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
natural (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int size = 0;

  gtk_widget_measure (child, orientation, for_size, NULL, &size, NULL, NULL);
  return size;
}

static void
size_of (GtkWidget *child, int width, int *w, int *h)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  *w = MAX (MIN (natural (child, GTK_ORIENTATION_HORIZONTAL, -1), MAX (width, 1)), least);
  *h = natural (child, GTK_ORIENTATION_VERTICAL, *w);
}

/* The line that begins with @first. Returns: the child that does not fit on it any more, NULL at the end. */
static GtkWidget *
measure_line (DeskWrapLayout *self, GtkWidget *first, int width, int *height)
{
  GtkWidget *child = first;
  int x = 0;

  *height = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int w, h;

      if (!gtk_widget_should_layout (child))
        continue;
      size_of (child, width, &w, &h);
      if (x > 0 && x + w > width)
        break;
      x += w + self->spacing;
      *height = MAX (*height, h);
    }
  return child;
}

/* What is lower than its line stands in the middle of it. */
static void
place_line (DeskWrapLayout *self, GtkWidget *first, GtkWidget *end, int width, int y, int height)
{
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int w, h;

      if (!gtk_widget_should_layout (child))
        continue;
      size_of (child, width, &w, &h);
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, y + (height - h) / 2, w, h }, -1);
      x += w + self->spacing;
    }
}

/* Walks the children in lines of @width; places them when @place. Returns: the height of all lines. */
static int
flow (DeskWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int height;
      GtkWidget *end = measure_line (self, child, width, &height);

      if (place)
        place_line (self, child, end, width, y, height);
      y += height + (end != NULL ? self->line_spacing : 0);
      child = end;
    }
  return y;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
         int *natural_size, int *minimum_baseline, int *natural_baseline)
{
  DeskWrapLayout *self = DESK_WRAP_LAYOUT (manager);
  int least = 0, whole = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int min = 0, nat = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);
      least = MAX (least, min);
      whole += nat + (whole > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural_size = whole;
    }
  else
    *minimum = *natural_size = flow (self, widget, for_size < 0 ? whole : for_size, FALSE);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  flow (DESK_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
desk_wrap_layout_class_init (DeskWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
desk_wrap_layout_init (DeskWrapLayout *self)
{
}

/* Returns: (transfer full): a layout with @spacing px between children and @line_spacing between lines. */
GtkLayoutManager *
desk_wrap_layout_new (int spacing, int line_spacing)
{
  DeskWrapLayout *self = g_object_new (DESK_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}

GtkWidget *
desk_wrap_box_new (int spacing, int line_spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, desk_wrap_layout_new (spacing, line_spacing));
  return box;
}

/* Puts @child at the end of a box made by desk_wrap_box_new(). */
void
desk_wrap_box_append (GtkWidget *box, GtkWidget *child)
{
  gtk_widget_insert_before (child, box, NULL);
}
