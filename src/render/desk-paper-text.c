/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-paper-text.h"

/**
 * desk_paper_layout:
 * @faces: (nullable): font families; NULL: those of papers
 * @size: of the letters, in units of @cr
 *
 * Returns: (transfer full): the words, not wrapped and not cut
 */
PangoLayout *
desk_paper_layout (cairo_t *cr, const char *faces, const char *words, double size, gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (faces != NULL ? faces : DESK_PAPER_FACES);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, words, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

/* One line in a box @width wide, cut with "…" where it does not fit. */
void
desk_paper_line (cairo_t *cr, const char *words, double x, double y, double width, double size, gboolean bold,
                 DeskSide side)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_RIGHT, PANGO_ALIGN_CENTER };
  PangoLayout *layout = desk_paper_layout (cr, NULL, words, size, bold);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_alignment (layout, alignments[side]);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

/* Several lines in a box; what does not fit its height is cut with "…". Returns: how high they came to be. */
double
desk_paper_lines (cairo_t *cr, const char *words, double x, double y, double width, double height, double size)
{
  PangoLayout *layout = desk_paper_layout (cr, NULL, words, size, FALSE);
  int high;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &high);
  g_object_unref (layout);
  return (double) high / PANGO_SCALE;
}

/* A line across; black is set again afterwards. */
void
desk_paper_rule (cairo_t *cr, double from, double to, double y, double thickness, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}
