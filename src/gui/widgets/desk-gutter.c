/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-gutter.h"

static void
draw_gutter (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  guint place = GPOINTER_TO_UINT (data); /* bit 0: first, bit 1: last, bit 2: filled */
  double x = width / 2.0, y = 12.5;
  GdkRGBA color;

  gtk_style_context_get_color (style, &color);
  cairo_set_line_width (cr, 1);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, .18);
  if ((place & 1) == 0)
    {
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, y - 5.5);
    }
  if ((place & 2) == 0)
    {
      cairo_move_to (cr, x, y + 5.5);
      cairo_line_to (cr, x, height);
    }
  cairo_stroke (cr);
  cairo_arc (cr, x, y, (place & 4) != 0 ? 3.5 : 3, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, (place & 4) != 0 ? 1 : .6);
  if ((place & 4) != 0)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

/* @style: (nullable): a class that gives the dot its colour and fills it: what became so; NULL: a ring, for what was merely
 * written down. Returns: (transfer floating): the dot of one line, and the line to its neighbours. */
GtkWidget *
desk_gutter_new (const char *style, gboolean first, gboolean last)
{
  GtkWidget *gutter = gtk_drawing_area_new ();
  guint place = (first ? 1 : 0) | (last ? 2 : 0) | (style != NULL ? 4 : 0);

  gtk_widget_add_css_class (gutter, "gutter");
  if (style != NULL)
    gtk_widget_add_css_class (gutter, style);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (gutter), 17);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (gutter), 25);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (gutter), draw_gutter, GUINT_TO_POINTER (place), NULL);
  return gutter;
}
