/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clock-ring.h"

#include <math.h>

#define TRACK 0.25 /* how strong the ring is that the arc lies on */
#define ARC 0.72
#define N_DOTS 8

const DeskClockInks desk_clock_inks_paper = {
  .text = { 0, 0, 0, 1 }, .soon = { 0, 0, 0, 1 }, .late = { 0, 0, 0, 1 }, .late_text = { 1, 1, 1, 1 }, .done = { 0, 0, 0, 1 },
};

static void
ink (cairo_t *cr, const DeskInk *colour, double strength)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * strength);
}

/* The rest of a circle from the top, clockwise round to it: what is left of the time. */
static void
draw_arc (cairo_t *cr, const DeskInk *colour, double strength, int share, double radius)
{
  double from = -M_PI / 2 + 2 * M_PI * (1000 - CLAMP (share, 0, 1000)) / 1000;

  ink (cr, colour, TRACK);
  cairo_arc (cr, 0, 0, radius, 0, 2 * M_PI);
  cairo_stroke (cr);
  ink (cr, colour, strength);
  cairo_arc (cr, 0, 0, radius, from, 3 * M_PI / 2);
  cairo_stroke (cr);
}

static void
draw_hands (cairo_t *cr, double radius)
{
  cairo_move_to (cr, 0, -radius * 0.6);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, radius * 0.45, 0);
  cairo_stroke (cr);
}

static void
draw_late (cairo_t *cr, const DeskClockInks *inks, double radius)
{
  ink (cr, &inks->late, 1);
  cairo_arc (cr, 0, 0, radius, 0, 2 * M_PI);
  cairo_fill (cr);
  ink (cr, &inks->late_text, 1);
  cairo_move_to (cr, 0, -radius * 0.55);
  cairo_line_to (cr, 0, radius * 0.1);
  cairo_stroke (cr);
  cairo_arc (cr, 0, radius * 0.5, radius * 0.14, 0, 2 * M_PI);
  cairo_fill (cr);
}

static void
draw_waiting (cairo_t *cr, const DeskClockInks *inks, double radius)
{
  ink (cr, &inks->text, ARC);
  cairo_arc (cr, 0, 0, radius, 0, 2 * M_PI);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, side * radius * 0.27, -radius * 0.38);
      cairo_line_to (cr, side * radius * 0.27, radius * 0.38);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const DeskClockInks *inks, double radius)
{
  ink (cr, &inks->text, ARC);
  for (int i = 0; i < N_DOTS; i++)
    {
      double angle = 2 * M_PI * i / N_DOTS;

      cairo_arc (cr, radius * cos (angle), radius * sin (angle), radius * 0.14, 0, 2 * M_PI);
      cairo_fill (cr);
    }
}

static void
draw_tick (cairo_t *cr, const DeskInk *colour, double radius)
{
  ink (cr, colour, 1);
  cairo_move_to (cr, -radius * 0.7, radius * 0.05);
  cairo_line_to (cr, -radius * 0.15, radius * 0.6);
  cairo_line_to (cr, radius * 0.75, -radius * 0.55);
  cairo_stroke (cr);
}

/**
 * desk_clock_ring_draw:
 * @face: what to show; its shape tells the state without colour
 * @size: of the square that @cr's origin is the corner of, in its units
 *
 * The one picture of a clock (window.md, Clocks), on the screen and on paper.
 */
void
desk_clock_ring_draw (cairo_t *cr, const DeskClockFace *face, const DeskClockInks *inks, double size)
{
  double line = size / 8, radius = (size - line) / 2 - size / 16;

  cairo_save (cr);
  cairo_translate (cr, size / 2, size / 2);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, face->state == DESK_FACE_DONE || face->state == DESK_FACE_DONE_LATE ? CAIRO_LINE_CAP_ROUND
                                                                                                : CAIRO_LINE_CAP_BUTT);
  switch (face->state)
    {
    case DESK_FACE_RUNNING:
    case DESK_FACE_APPOINTMENT:
      draw_arc (cr, &inks->text, ARC, face->share, radius);
      break;
    case DESK_FACE_SOON:
      draw_arc (cr, &inks->soon, 1, face->share, radius);
      draw_hands (cr, radius);
      break;
    case DESK_FACE_LATE:
      draw_late (cr, inks, radius + line / 2);
      break;
    case DESK_FACE_WAITING:
      draw_waiting (cr, inks, radius);
      break;
    case DESK_FACE_OUTSIDE:
      draw_dots (cr, inks, radius);
      break;
    case DESK_FACE_DONE:
      draw_tick (cr, &inks->done, radius);
      break;
    case DESK_FACE_DONE_LATE:
      draw_tick (cr, &inks->late, radius);
      break;
    case DESK_FACE_NONE:
    default:
      break;
    }
  cairo_restore (cr);
}
