/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-stage-line.h"

#include "desk-paper-text.h"

/* Lines from the top, in heights of a letter. */
#define CIRCLE 2.75 /* its middle */
#define RADIUS 0.95
#define WORDS 4.2
#define LINE 1.4
#define HEIGHT (WORDS + LINE * DESK_STAGE_WORDS)

typedef struct
{
  cairo_t *cr;
  const DeskPictureInks *inks;
  const char *faces;
  double column, size;
} Drawing;

void
desk_stage_look_free (gpointer look)
{
  DeskStageLook *self = look;

  g_free (self->name);
  for (guint i = 0; i < DESK_STAGE_WORDS; i++)
    g_free (self->words[i]);
  g_free (self);
}

/* Returns: how high the line is with letters of @size. */
double
desk_stage_line_height (double size)
{
  return HEIGHT * size;
}

static void
ink (Drawing *d, const DeskInk *colour, double strength)
{
  cairo_set_source_rgba (d->cr, colour->red, colour->green, colour->blue, colour->alpha * strength);
}

/* Words in the middle of the column, cut where it ends. */
static void
say (Drawing *d, const char *words, guint column, double line, double size, gboolean bold)
{
  PangoLayout *layout = desk_paper_layout (d->cr, d->faces, words, size, bold);

  pango_layout_set_width (layout, (int) (MAX (d->column - 4, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (d->cr, column * d->column + 2, line * d->size);
  pango_cairo_show_layout (d->cr, layout);
  g_object_unref (layout);
}

static void
draw_tick (Drawing *d, double x, double y, double r)
{
  ink (d, &d->inks->done, 1);
  cairo_arc (d->cr, x, y, r, 0, 2 * G_PI);
  cairo_fill (d->cr);
  ink (d, &d->inks->paper, 1);
  cairo_set_line_width (d->cr, r * .22);
  cairo_set_line_cap (d->cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (d->cr, x - r * .42, y + r * .05);
  cairo_line_to (d->cr, x - r * .1, y + r * .36);
  cairo_line_to (d->cr, x + r * .45, y - r * .32);
  cairo_stroke (d->cr);
}

static void
draw_ring (Drawing *d, const DeskStageLook *look, guint i, double x, double y, double r)
{
  const DeskInk *colour = look->state == DESK_STAGE_LATE ? &d->inks->late : &d->inks->used;
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  gboolean now = look->state != DESK_STAGE_TO_COME;

  ink (d, &d->inks->paper, 1);
  cairo_arc (d->cr, x, y, r, 0, 2 * G_PI);
  cairo_fill (d->cr);
  cairo_set_line_width (d->cr, r * (now ? .24 : .1));
  ink (d, &d->inks->text, now ? .15 : .4);
  cairo_arc (d->cr, x, y, r * .88, 0, 2 * G_PI);
  cairo_stroke (d->cr);
  if (now)
    {
      double share = look->state == DESK_STAGE_LATE ? 1 : look->share / 1000.0;

      ink (d, colour, 1);
      cairo_arc (d->cr, x, y, r * .88, -G_PI / 2 + 2 * G_PI * (1 - share), 1.5 * G_PI);
      cairo_stroke (d->cr);
    }
  ink (d, now ? colour : &d->inks->text, now ? 1 : .74);
  say (d, number, i, CIRCLE - .68, d->size, now);
}

static void
draw_line (Drawing *d, GPtrArray *looks)
{
  double y = CIRCLE * d->size, dashes[] = { 3, 3 };

  for (guint i = 0; i + 1 < looks->len; i++)
    {
      gboolean solid = ((DeskStageLook *) looks->pdata[i])->state == DESK_STAGE_SIGNED;

      ink (d, solid ? &d->inks->done : &d->inks->text, solid ? 1 : .35);
      cairo_set_dash (d->cr, dashes, solid ? 0 : 2, 0);
      cairo_set_line_width (d->cr, 2);
      cairo_move_to (d->cr, (i + .5) * d->column, y);
      cairo_line_to (d->cr, (i + 1.5) * d->column, y);
      cairo_stroke (d->cr);
    }
  cairo_set_dash (d->cr, NULL, 0, 0);
}

static void
draw_stage (Drawing *d, const DeskStageLook *look, guint i)
{
  double x = (i + .5) * d->column, y = CIRCLE * d->size, r = RADIUS * d->size;
  gboolean now = look->state == DESK_STAGE_NOW || look->state == DESK_STAGE_LATE;

  ink (d, &d->inks->text, look->state == DESK_STAGE_TO_COME ? .74 : 1);
  say (d, look->name, i, 0, d->size * 1.05, look->state != DESK_STAGE_TO_COME);
  if (look->state == DESK_STAGE_SIGNED)
    draw_tick (d, x, y, r);
  else
    draw_ring (d, look, i, x, y, r);
  for (guint k = 0; k < DESK_STAGE_WORDS; k++)
    if (look->words[k] != NULL)
      {
        gboolean strong = now && k == 0;

        ink (d, !strong ? &d->inks->text : look->state == DESK_STAGE_LATE ? &d->inks->late : &d->inks->used,
             strong ? 1 : .74);
        say (d, look->words[k], i, WORDS + LINE * k, d->size * .95, strong);
      }
}

/* @looks: DeskStageLook; @faces: of the letters. */
void
desk_stage_line_draw (cairo_t *cr, GPtrArray *looks, const DeskPictureInks *inks, const char *faces, double width,
                      double size)
{
  Drawing d = { cr, inks, faces, width / MAX (looks->len, 1), size };

  draw_line (&d, looks);
  for (guint i = 0; i < looks->len; i++)
    draw_stage (&d, looks->pdata[i], i);
}
