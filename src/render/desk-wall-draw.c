/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-draw.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "desk-kind.h"
#include "desk-paper-draw.h"

/* Shape says the same as colour: bars and figures for repairs, hatching and words for states (window.md, section 3). */

#define FLOORS_WIDTH 34 /* px at a letter of 14 */
#define HEAD_HEIGHT 44
#define LEAST_WIDTH 46
#define MOST_WIDTH 76
#define LEAST_HEIGHT 21
#define MOST_HEIGHT 27
#define MOST_BARS 4

const DeskWallInks desk_wall_inks_paper = { { 0, 0, 0, 1 }, { .45, .45, .45, 1 }, { 1, 1, 1, 1 }, { 0, 0, 0, 1 }, FALSE };

static double
between (double value, double least, double most)
{
  return MAX (least, MIN (most, value));
}

/* Cells as wide and high as there is room, within what can be read; what is larger than the area is scrolled. */
void
desk_wall_plan (const DeskWall *wall, double width, double height, double letter, DeskWallPlan *plan)
{
  double scale = letter / 14;
  guint n = MAX (wall->doors->len, 1), gaps = MAX (wall->entrances->len, 1) - 1;

  *plan = (DeskWallPlan){ .left = FLOORS_WIDTH * scale, .top = HEAD_HEIGHT * scale, .gap = 14 * scale, .letter = letter };
  plan->cell_width = between ((width - plan->left - 14 * scale - gaps * plan->gap) / n, LEAST_WIDTH * scale, MOST_WIDTH * scale);
  plan->cell_height = between ((height - plan->top - 8 * scale) / MAX (wall->floors->len, 1), LEAST_HEIGHT * scale,
                               MOST_HEIGHT * scale);
}

static guint
entrance_of (const DeskWall *wall, int column)
{
  guint found = 0;

  for (guint i = 0; i < wall->entrances->len; i++)
    if (((DeskWallEntrance *) wall->entrances->pdata[i])->column <= column)
      found = i;
  return found;
}

static double
left_of (const DeskWall *wall, const DeskWallPlan *plan, int column)
{
  return plan->left + column * plan->cell_width + entrance_of (wall, column) * plan->gap;
}

/* Where @cell is drawn: x, y, width, height. */
void
desk_wall_cell_box (const DeskWall *wall, const DeskWallPlan *plan, const DeskWallCell *cell, double box[4])
{
  box[0] = left_of (wall, plan, cell->column) + 1;
  box[1] = plan->top + cell->row * plan->cell_height + 1;
  box[2] = plan->cell_width - 2;
  box[3] = plan->cell_height - 2;
}

/* Returns: (nullable): the cell at this point. */
const DeskWallCell *
desk_wall_pick (const DeskWall *wall, const DeskWallPlan *plan, double x, double y)
{
  for (guint i = 0; i < wall->cells->len; i++)
    {
      double box[4];

      desk_wall_cell_box (wall, plan, wall->cells->pdata[i], box);
      if (x >= box[0] && x < box[0] + box[2] && y >= box[1] && y < box[1] + box[3])
        return wall->cells->pdata[i];
    }
  return NULL;
}

static void
set_ink (cairo_t *cr, const DeskInk *ink, double alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * alpha);
}

static void
round_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* @align: 0 left, 0.5 in the middle, 1 right of the width. */
static void
say (cairo_t *cr, const char *words, double x, double y, double width, double height, double letter, gboolean bold,
     double align)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK SC, Sans");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int text_width, text_height;

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_font_description_set_absolute_size (font, letter * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  cairo_move_to (cr, x + (width - text_width) * align, y + (height - text_height) / 2);
  pango_cairo_show_layout (cr, layout);
}

/* How many steps of the tint, and bars, a cell has: by open repairs, and darker where one is late. */
static guint
step_of (const DeskWallCell *cell)
{
  if (cell->n_open == 0)
    return 0;
  return (guint) (cell->n_late > 0 ? MIN (2 + cell->n_late, MOST_BARS) : MIN (cell->n_open, 2));
}

static double
tint_of (guint step, gboolean dark)
{
  static const double light_steps[] = { 0, .10, .24, .42, .85 }, dark_steps[] = { 0, .22, .40, .62, .95 };

  return dark ? dark_steps[step] : light_steps[step];
}

static void
hatch (cairo_t *cr, const double box[4], const DeskInk *ink)
{
  cairo_save (cr);
  round_box (cr, box[0], box[1], box[2], box[3], 3);
  cairo_clip (cr);
  set_ink (cr, ink, .22);
  cairo_set_line_width (cr, 1);
  for (double x = box[0] - box[3]; x < box[0] + box[2]; x += 4)
    {
      cairo_move_to (cr, x, box[1] + box[3]);
      cairo_line_to (cr, x + box[3], box[1]);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bars (cairo_t *cr, const double box[4], guint n, const DeskInk *ink)
{
  set_ink (cr, ink, .9);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (cr, box[0] + box[2] - 7 - 4.0 * i, box[1] + box[3] - 9, 2.5, 6);
  cairo_fill (cr);
}

static void
draw_corner (cairo_t *cr, const double box[4], const DeskInk *ink)
{
  set_ink (cr, ink, 1);
  cairo_move_to (cr, box[0] + box[2] - 8, box[1]);
  cairo_line_to (cr, box[0] + box[2], box[1]);
  cairo_line_to (cr, box[0] + box[2], box[1] + 8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_cell (cairo_t *cr, const double box[4], const DeskWallCell *cell, DeskWallLayer layer, const DeskText *text,
           const DeskWallInks *inks, double letter)
{
  g_autofree char *words = desk_text_wall_cell (text, cell, layer);
  guint step = layer == DESK_WALL_REPAIRS ? step_of (cell) : 0;
  const DeskInk *ink = step == MOST_BARS ? &inks->late_text : &inks->text;

  round_box (cr, box[0], box[1], box[2], box[3], 3);
  set_ink (cr, &inks->text, .045);
  cairo_fill_preserve (cr);
  set_ink (cr, &inks->late, tint_of (step, inks->dark));
  cairo_fill (cr);
  if (cell->state == DESK_STATE_VACANT && step == 0)
    hatch (cr, box, &inks->text);
  if (layer == DESK_WALL_REPAIRS)
    draw_bars (cr, box, step, ink);
  else if (cell->n_open > 0)
    draw_corner (cr, box, &inks->accent);
  set_ink (cr, ink, step > 0 ? 1 : .8);
  say (cr, words, box[0] + 6, box[1], box[2] - 12, box[3], letter * .86, step > 2, 0);
}

/* A cell by itself: what the legend explains. */
void
desk_wall_draw_swatch (cairo_t *cr, double width, double height, const DeskWallCell *cell, DeskWallLayer layer,
                       const DeskText *text, const DeskWallInks *inks, double letter)
{
  double box[4] = { 0, 0, width, height };

  draw_cell (cr, box, cell, layer, text, inks, letter);
}

static void
draw_heads (cairo_t *cr, const DeskWall *wall, const DeskWallPlan *plan, const DeskText *text, const DeskWallInks *inks)
{
  double half = plan->top / 2;

  for (guint i = 0; i < wall->entrances->len; i++)
    {
      const DeskWallEntrance *entrance = wall->entrances->pdata[i];
      g_autofree char *words = desk_text_wall_entrance (text, entrance->code);

      set_ink (cr, &inks->text, .85);
      say (cr, words, left_of (wall, plan, entrance->column), 2, entrance->n_columns * plan->cell_width, half, plan->letter,
           TRUE, .5);
    }
  set_ink (cr, &inks->text, .74);
  for (guint i = 0; i < wall->doors->len; i++)
    say (cr, wall->doors->pdata[i], left_of (wall, plan, (int) i), half, plan->cell_width, half, plan->letter * .86, FALSE, .5);
  for (guint i = 0; i < wall->floors->len; i++)
    {
      int floor = g_array_index (wall->floors, int, i);
      g_autofree char *words = floor != 0 ? g_strdup_printf ("%d", floor) : g_strdup ("–");

      say (cr, words, 0, plan->top + i * plan->cell_height, plan->left - 8, plan->cell_height, plan->letter * .86, FALSE, 1);
    }
}

/* The wall at its plan's place. @chosen_id: the unit that is framed, 0 none. */
void
desk_wall_draw (cairo_t *cr, const DeskWall *wall, const DeskWallPlan *plan, DeskWallLayer layer, const DeskText *text,
                const DeskWallInks *inks, gint64 chosen_id)
{
  double box[4];

  draw_heads (cr, wall, plan, text, inks);
  for (guint i = 0; i < wall->cells->len; i++)
    {
      const DeskWallCell *cell = wall->cells->pdata[i];

      desk_wall_cell_box (wall, plan, cell, box);
      draw_cell (cr, box, cell, layer, text, inks, plan->letter);
      if (cell->unit_id != chosen_id)
        continue;
      round_box (cr, box[0] - .5, box[1] - .5, box[2] + 1, box[3] + 1, 3);
      set_ink (cr, &inks->accent, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}

/* Paper: the same drawing on one A4 page, made to fit. */

typedef struct
{
  DeskPaper paper;
  DeskWall *wall;
  DeskWallLayer layer;
  DeskText *text;
  char *title;
} WallPaper;

static void
draw_page (DeskPaper *paper, cairo_t *cr, guint page)
{
  WallPaper *self = (WallPaper *) paper;
  double margin = 12 * DESK_POINTS_PER_MM, width = paper->width - 2 * margin, height = paper->height - 2 * margin - 24;
  DeskWallPlan plan;
  double right, bottom, scale;

  cairo_set_source_rgb (cr, 0, 0, 0);
  say (cr, self->title, margin, margin - 4, width, 20, 13, TRUE, 0);
  desk_wall_plan (self->wall, width, height, 9, &plan);
  right = left_of (self->wall, &plan, (int) MAX (self->wall->doors->len, 1) - 1) + plan.cell_width;
  bottom = plan.top + self->wall->floors->len * plan.cell_height;
  scale = MIN (1, MIN (width / right, height / bottom));
  cairo_save (cr);
  cairo_translate (cr, margin, margin + 24);
  cairo_scale (cr, scale, scale);
  desk_wall_draw (cr, self->wall, &plan, self->layer, self->text, &desk_wall_inks_paper, 0);
  cairo_restore (cr);
}

static void
free_paper (DeskPaper *paper)
{
  WallPaper *self = (WallPaper *) paper;

  desk_wall_free (self->wall);
  desk_text_unref (self->text);
  g_free (self->title);
  g_free (self);
}

/* @wall: (transfer full). Returns: (transfer full): the wall on an A4 page; lying where the building is wide. */
DeskPaper *
desk_wall_paper_new (DeskWall *wall, DeskWallLayer layer, const DeskText *text, const char *title)
{
  static const DeskPaperClass class = { draw_page, free_paper };
  WallPaper *self = g_new0 (WallPaper, 1);
  gboolean lying = wall->doors->len * 2 > wall->floors->len;

  self->paper = (DeskPaper){ &class, 1, (lying ? 297 : 210) * DESK_POINTS_PER_MM, (lying ? 210 : 297) * DESK_POINTS_PER_MM };
  self->wall = wall;
  self->layer = layer;
  self->text = desk_text_ref ((DeskText *) text);
  self->title = g_strdup (title);
  return &self->paper;
}
