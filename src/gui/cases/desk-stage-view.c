/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stage-view.h"

#include "desk-case-picture-view.h"
#include "desk-stage-line.h"
#include "desk-stage-picture.h"

struct _DeskStageView
{
  GtkWidget parent_instance;
  GtkWidget *area;
  DeskText *text;
  GPtrArray *looks; /* (nullable): DeskStageLook */
};

G_DEFINE_FINAL_TYPE (DeskStageView, desk_stage_view, GTK_TYPE_WIDGET)

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  DeskStageView *self = data;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (area));
  DeskPictureInks inks = desk_case_picture_inks (GTK_WIDGET (area));

  if (self->looks != NULL)
    desk_stage_line_draw (cr, self->looks, &inks,
                          pango_font_description_get_family (pango_context_get_font_description (context)), width,
                          desk_case_picture_letters (GTK_WIDGET (area)));
}

static void
desk_stage_view_dispose (GObject *object)
{
  DeskStageView *self = DESK_STAGE_VIEW (object);

  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->area, gtk_widget_unparent);
  g_clear_pointer (&self->text, desk_text_unref);
  G_OBJECT_CLASS (desk_stage_view_parent_class)->dispose (object);
}

static void
desk_stage_view_class_init (DeskStageViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_stage_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
desk_stage_view_init (DeskStageView *self)
{
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_widget_set_hexpand (self->area, TRUE);
  gtk_widget_set_parent (self->area, GTK_WIDGET (self));
}

/* Returns: (transfer floating): a line without stages. */
GtkWidget *
desk_stage_view_new (DeskText *text)
{
  DeskStageView *self = g_object_new (DESK_TYPE_STAGE_VIEW, NULL);

  self->text = desk_text_ref (text);
  return GTK_WIDGET (self);
}

/* What a screen reader says: which are signed, which is next and until when. */
static char *
words_of (DeskStageView *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->looks->len; i++)
    {
      const DeskStageLook *look = self->looks->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", look->name);
      if (look->state == DESK_STAGE_SIGNED)
        g_string_append_printf (words, " ✓");
      else if (look->state != DESK_STAGE_TO_COME && look->words[0] != NULL)
        g_string_append_printf (words, " (%s)", look->words[0]);
    }
  return g_string_free (words, FALSE);
}

/* Shows the stages of @page; what has none hides the line. */
void
desk_stage_view_set (DeskStageView *self, const DeskCasePage *page)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->looks, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), page->stages->len > 0);
  if (page->stages->len == 0)
    return;
  self->looks = desk_stage_looks (page, self->text);
  words = words_of (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area),
                                       (int) desk_stage_line_height (desk_case_picture_letters (GTK_WIDGET (self))) + 1);
  gtk_widget_queue_draw (self->area);
}
