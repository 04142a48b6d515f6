/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-case-picture-view.h"

#include "desk-case-picture.h"
#include "desk-clock-picture-draw.h"
#include "desk-text-figure.h"
#include "desk-text-paper.h"

#define LETTERS .86 /* em: a caption */

struct _DeskCasePictureView
{
  GtkWidget parent_instance;
  GtkWidget *area;
  DeskText *text;
  const DeskCasePage *page; /* held by whoever shows it */
};

G_DEFINE_FINAL_TYPE (DeskCasePictureView, desk_case_picture_view, GTK_TYPE_WIDGET)

/* The colours are the theme's at this moment. */
static DeskInk
ink (GtkStyleContext *style, const char *name, double alpha)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, name, &colour))
    gtk_style_context_get_color (style, &colour);
  return (DeskInk){ colour.red, colour.green, colour.blue, colour.alpha * alpha };
}

/* How large the letters of a picture in @widget are, in pixels. */
double
desk_case_picture_letters (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  return size * LETTERS;
}

/* The colours of a picture in @widget, as the theme has them now. */
DeskPictureInks
desk_case_picture_inks (GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  return (DeskPictureInks){
    .text = ink (style, "window_fg_color", 1),
    .used = ink (style, "accent_bg_color", 1),
    .left = ink (style, "accent_bg_color", .3),
    .ground = ink (style, "window_fg_color", .07),
    .paper = ink (style, "window_bg_color", 1),
    .late = ink (style, "error_color", 1),
    .done = ink (style, "success_color", 1),
  };
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DeskCasePictureView *self = data;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (area));
  DeskPictureInks inks = desk_case_picture_inks (GTK_WIDGET (area));
  DeskClockPicture picture;
  g_autoptr (GArray) waits = NULL;

  if (self->page == NULL)
    return;
  waits = desk_case_page_picture (self->page, self->text, &picture);
  picture.faces = pango_font_description_get_family (pango_context_get_font_description (context));
  desk_clock_picture_draw (cr, &picture, self->text, &inks, width, desk_case_picture_letters (GTK_WIDGET (area)));
}

static void
desk_case_picture_view_dispose (GObject *object)
{
  DeskCasePictureView *self = DESK_CASE_PICTURE_VIEW (object);

  self->page = NULL;
  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_case_picture_view_parent_class)->dispose (object);
}

static void
desk_case_picture_view_class_init (DeskCasePictureViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_case_picture_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
desk_case_picture_view_init (DeskCasePictureView *self)
{
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_widget_set_hexpand (self->area, TRUE);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
}

/* Returns: (transfer floating): an empty picture. */
GtkWidget *
desk_case_picture_view_new (DeskText *text)
{
  DeskCasePictureView *self = g_object_new (DESK_TYPE_CASE_PICTURE_VIEW, NULL);

  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}

/* @page: (nullable): held by the caller until the next one is set. */
void
desk_case_picture_view_set (DeskCasePictureView *self, const DeskCasePage *page)
{
  g_autofree char *due = NULL;
  g_autofree char *words = NULL;

  self->page = page;
  gtk_widget_set_visible (GTK_WIDGET (self), page != NULL && page->clock.opened_at != 0);
  if (page == NULL)
    return;
  due = desk_text_time_whole (self->text, page->due_if_resumed != 0 ? page->due_if_resumed : page->clock.completion_due);
  words = page->clock.completion_due != 0 ? desk_text_paper_fill (self->text, DESK_PAPER_CLOCK_DUE, due, NULL)
                                          : g_strdup (desk_text_paper (self->text, DESK_PAPER_ORDER_NO_CLOCK));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) desk_clock_picture_height (desk_case_picture_letters (GTK_WIDGET (self))) + 1);
  gtk_widget_queue_draw (self->area);
}
