/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clock-view.h"

#include "desk-clock-ring.h"
#include "desk-text-follow-up.h"

#define RING_SIZE 16
#define SPACING 6

struct _DeskClockView
{
  GtkWidget parent_instance;
  GtkWidget *ring, *label;
  DeskText *text;
  DeskClockFace face;
};

G_DEFINE_FINAL_TYPE (DeskClockView, desk_clock_view, GTK_TYPE_WIDGET)

static DeskInk
named_ink (GtkStyleContext *style, const char *name)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  return (DeskInk){ colour.red, colour.green, colour.blue, colour.alpha };
}

/* The colours are the theme's at this moment. */
static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DeskClockView *self = data;
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (area));
  DeskClockInks inks = {
    .text = named_ink (style, "window_fg_color"),
    .soon = named_ink (style, "warning_color"),
    .late = named_ink (style, "error_bg_color"),
    .late_text = named_ink (style, "error_fg_color"),
    .done = named_ink (style, "success_color"),
  };

  desk_clock_ring_draw (cr, &self->face, &inks, MIN (width, height));
}

static void
desk_clock_view_dispose (GObject *object)
{
  DeskClockView *self = DESK_CLOCK_VIEW (object);

  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_clock_view_parent_class)->dispose (object);
}

static void
desk_clock_view_class_init (DeskClockViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_clock_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
desk_clock_view_init (DeskClockView *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  self->ring = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->ring), RING_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->ring), RING_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw, self, NULL);
  gtk_widget_set_valign (self->ring, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->ring, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/* Returns: (transfer floating): a clock that shows nothing yet, worded in @text. */
GtkWidget *
desk_clock_view_new (DeskText *text)
{
  DeskClockView *self = g_object_new (DESK_TYPE_CLOCK_VIEW, NULL);

  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}

static const char *
class_of (DeskFaceState state)
{
  switch (state)
    {
    case DESK_FACE_SOON:
      return "soon";
    case DESK_FACE_LATE:
    case DESK_FACE_DONE_LATE:
      return "late";
    case DESK_FACE_WAITING:
    case DESK_FACE_OUTSIDE:
    case DESK_FACE_DONE:
      return "dim";
    case DESK_FACE_NONE:
    case DESK_FACE_RUNNING:
    case DESK_FACE_APPOINTMENT:
    default:
      return NULL;
    }
}

/* @now: Unix seconds it is shown at. Costs nothing where the face is the same. */
void
desk_clock_view_set_face (DeskClockView *self, const DeskClockFace *face, gint64 now)
{
  const char *css_class = class_of (face->state);
  const char *classes[] = { css_class, NULL };
  g_autofree char *words = desk_text_clock (self->text, face, now);

  if (!desk_clock_face_equal (&self->face, face))
    gtk_widget_queue_draw (self->ring);
  self->face = *face;
  self->face.reason = NULL; /* only worded, not drawn */
  if (g_str_equal (words, gtk_label_get_label (GTK_LABEL (self->label))))
    return;
  gtk_label_set_label (GTK_LABEL (self->label), words);
  gtk_widget_set_css_classes (self->label, classes);
}
