/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-clock-picture-draw.h"

#include "desk-paper-text.h"
#include "desk-text-figure.h"
#include "desk-text-paper.h"

/* Lines from the top, in heights of a letter: days, the two bars, what happened when, the legend. */
#define DAYS 0.0
#define RESPONSE 1.75
#define COMPLETION 4.0
#define BAR 1.35
#define WHEN 5.75
#define LEGEND 7.9
#define HEIGHT 9.5
#define GUTTER 3.6  /* at least, for the names of the bars */
#define GAP 0.85    /* of a night or a lunch */
#define MOST_GAPS 0.3 /* of the width */

/* Time that takes width: work, or a gap in it. */
typedef struct
{
  gint64 from, to;
  double x0, x1;
  gboolean open;
} Piece;

typedef struct
{
  cairo_t *cr;
  const DeskClockPicture *it;
  const DeskText *text;
  const DeskPictureInks *inks;
  double width, size, gutter;
  gint64 end;
  GArray *pieces;
} Drawing;

const DeskPictureInks desk_picture_inks_paper = {
  .text = { 0, 0, 0, 1 }, .used = { .25, .25, .25, 1 }, .left = { .8, .8, .8, 1 },
  .ground = { .94, .94, .94, 1 }, .paper = { 1, 1, 1, 1 }, .late = { 0, 0, 0, 1 }, .done = { .25, .25, .25, 1 },
};

static void
ink (Drawing *d, const DeskInk *colour, double strength)
{
  cairo_set_source_rgba (d->cr, colour->red, colour->green, colour->blue, colour->alpha * strength);
}

/* Words at @x of the picture; @side says which of their ends stands there. Returns: where they begin. */
static double
say (Drawing *d, const char *words, double x, double line, gboolean bold, DeskSide side, double *wide)
{
  PangoLayout *layout = desk_paper_layout (d->cr, d->it->faces, words, d->size, bold);
  int w;
  double at;

  pango_layout_get_size (layout, &w, NULL);
  *wide = (double) w / PANGO_SCALE;
  at = side == DESK_SIDE_RIGHT ? x - *wide : side == DESK_SIDE_MIDDLE ? x - *wide / 2 : x;
  at = CLAMP (at, 0, MAX (d->width - *wide, 0));
  cairo_move_to (d->cr, at, line * d->size);
  pango_cairo_show_layout (d->cr, layout);
  g_object_unref (layout);
  return at;
}

static double
width_of (Drawing *d, const char *words, gboolean bold)
{
  PangoLayout *layout = desk_paper_layout (d->cr, d->it->faces, words, d->size, bold);
  int w;

  pango_layout_get_size (layout, &w, NULL);
  g_object_unref (layout);
  return (double) w / PANGO_SCALE;
}

/* The axis */

static void
add_piece (Drawing *d, gint64 from, gint64 to, gboolean open)
{
  Piece piece = { from, to, 0, 0, open };

  if (from < to)
    g_array_append_val (d->pieces, piece);
}

static void
cut_pieces (Drawing *d)
{
  gint64 at = d->it->opened_at;

  if (d->it->n_stretches == 0)
    {
      add_piece (d, at, d->end, TRUE);
      return;
    }
  for (guint i = 0; i < d->it->n_stretches && at < d->end; i++)
    {
      gint64 from = MAX (d->it->stretches[i].from, at), to = MIN (d->it->stretches[i].to, d->end);

      add_piece (d, at, MIN (from, d->end), FALSE);
      add_piece (d, from, to, TRUE);
      at = MAX (at, to);
    }
  add_piece (d, at, d->end, FALSE);
}

/* Gaps are narrow and equal; working time shares the rest by its length. */
static void
lay_out (Drawing *d)
{
  double x = d->gutter, room = d->width - x, gap = GAP * d->size;
  guint n_gaps = 0;
  gint64 open = 0;

  cut_pieces (d);
  for (guint i = 0; i < d->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (d->pieces, Piece, i);

      n_gaps += piece->open ? 0 : 1;
      open += piece->open ? piece->to - piece->from : 0;
    }
  if (n_gaps > 0)
    gap = open > 0 ? MIN (gap, room * MOST_GAPS / n_gaps) : room / n_gaps;
  room -= n_gaps * gap;
  for (guint i = 0; i < d->pieces->len; i++)
    {
      Piece *piece = &g_array_index (d->pieces, Piece, i);

      piece->x0 = x;
      x += piece->open ? room * (piece->to - piece->from) / MAX (open, 1) : gap;
      piece->x1 = x;
    }
}

static double
x_of (Drawing *d, gint64 time)
{
  for (guint i = 0; i < d->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (d->pieces, Piece, i);

      if (time < piece->to)
        return piece->x0
               + (piece->x1 - piece->x0) * (double) (MAX (time, piece->from) - piece->from) / (piece->to - piece->from);
    }
  return d->width;
}

/* Bars */

static void
fill_bar (Drawing *d, double line, double x0, double x1, const DeskInk *colour, double strength)
{
  if (x1 <= x0)
    return;
  ink (d, colour, strength);
  cairo_rectangle (d->cr, x0, line * d->size, x1 - x0, BAR * d->size);
  cairo_fill (d->cr);
}

/* Slanting lines: what does not count. */
static void
hatch (Drawing *d, double top, double high, double x0, double x1, double strength)
{
  double step = d->size / 3;

  if (x1 <= x0)
    return;
  cairo_save (d->cr);
  cairo_rectangle (d->cr, x0, top, x1 - x0, high);
  cairo_clip (d->cr);
  ink (d, &d->inks->text, strength);
  cairo_set_line_width (d->cr, d->size / 16);
  for (double x = (int) (x0 / step) * step - high; x < x1; x += step)
    {
      cairo_move_to (d->cr, x, top + high);
      cairo_line_to (d->cr, x + high, top);
    }
  cairo_stroke (d->cr);
  cairo_restore (d->cr);
}

/* Fills working time between two moments. */
static void
fill_between (Drawing *d, double line, gint64 from, gint64 to, const DeskInk *colour, double strength)
{
  for (guint i = 0; i < d->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (d->pieces, Piece, i);

      if (piece->open && from < piece->to && to > piece->from)
        fill_bar (d, line, MAX (x_of (d, from), piece->x0), to >= piece->to ? piece->x1 : x_of (d, to), colour, strength);
    }
}

/* The same, but not while completion stood still. */
static void
fill_running (Drawing *d, double line, gint64 from, gint64 to, const DeskInk *colour)
{
  for (guint i = 0; i < d->it->n_waits && from < to; i++)
    {
      const DeskPictureWait *wait = &d->it->waits[i];

      if (wait->to <= from)
        continue;
      fill_between (d, line, from, MIN (wait->from, to), colour, 1);
      from = MAX (from, wait->to);
    }
  if (from < to)
    fill_between (d, line, from, to, colour, 1);
}

static void
draw_ground (Drawing *d)
{
  double top = RESPONSE * d->size, high = (COMPLETION + BAR - RESPONSE) * d->size;

  for (guint i = 0; i < d->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (d->pieces, Piece, i);

      if (!piece->open)
        {
          hatch (d, top, high, piece->x0, piece->x1, .16);
          continue;
        }
      fill_bar (d, RESPONSE, piece->x0, piece->x1, &d->inks->ground, 1);
      fill_bar (d, COMPLETION, piece->x0, piece->x1, &d->inks->ground, 1);
    }
}

static void
draw_response (Drawing *d)
{
  const DeskClockPicture *it = d->it;
  gint64 until = it->responded_at != 0 ? it->responded_at : it->done_at != 0 ? it->done_at : it->now;
  gboolean late = it->response_due != 0 && until > it->response_due;
  g_autofree char *length = NULL;
  g_autofree char *words = NULL;
  double x, wide;

  if (it->response_due == 0 && it->responded_at == 0)
    return;
  fill_between (d, RESPONSE, it->opened_at, it->response_due, &d->inks->left, 1);
  fill_between (d, RESPONSE, it->opened_at, until, late ? &d->inks->late : it->responded_at != 0 ? &d->inks->done : &d->inks->used, 1);
  length = desk_text_minutes (d->text, MAX (until - it->opened_at, 0) / 60);
  if (it->responded_at != 0)
    words = desk_text_paper_fill (d->text, late ? DESK_PAPER_CLOCK_ANSWERED_LATE : DESK_PAPER_CLOCK_ANSWERED, length, NULL);
  else if (late)
    words = desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_NO_ANSWER, length, NULL);
  else
    words = g_strdup (desk_text_paper (d->text, DESK_PAPER_CLOCK_NOT_YET));
  x = MAX (x_of (d, MAX (until, it->response_due)), d->gutter) + d->size * .5;
  wide = width_of (d, words, FALSE);
  if (x + wide > d->width)
    {
      /* It stands in the bar, on a ground of its own, or the same colour would lie on itself. */
      x = MAX (d->width - wide - d->size * .3, d->gutter);
      fill_bar (d, RESPONSE, x - d->size * .3, MIN (x + wide + d->size * .3, d->width), &d->inks->paper, 1);
    }
  ink (d, late ? &d->inks->late : it->responded_at != 0 ? &d->inks->done : &d->inks->text, late || it->responded_at != 0 ? 1 : .74);
  say (d, words, x, RESPONSE + .05, FALSE, DESK_SIDE_LEFT, &wide);
}

static void
draw_wait (Drawing *d, const DeskPictureWait *wait)
{
  g_autofree char *reason = desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_WAIT, wait->reason, NULL);
  double x0 = x_of (d, wait->from), x1 = x_of (d, wait->to), wide = width_of (d, reason, FALSE);
  double pad = d->size * .3;

  for (guint i = 0; i < d->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (d->pieces, Piece, i);
      double from = MAX (x0, piece->x0), to = MIN (x1, piece->x1);

      if (!piece->open || to <= from)
        continue;
      hatch (d, COMPLETION * d->size, BAR * d->size, from, to, .55);
    }
  if (x1 - x0 < wide + 4 * pad)
    return;
  fill_bar (d, COMPLETION, (x0 + x1 - wide) / 2 - pad, (x0 + x1 + wide) / 2 + pad, &d->inks->paper, 1);
  ink (d, &d->inks->text, 1);
  say (d, reason, (x0 + x1) / 2, COMPLETION + .05, FALSE, DESK_SIDE_MIDDLE, &wide);
}

static void
draw_completion (Drawing *d)
{
  const DeskClockPicture *it = d->it;
  gint64 until = it->done_at != 0 ? it->done_at : it->now;
  gint64 due = it->completion_due;

  if (due != 0 && it->done_at == 0)
    fill_between (d, COMPLETION, MIN (until, due), due, &d->inks->left, 1);
  fill_running (d, COMPLETION, it->opened_at, due != 0 ? MIN (until, due) : until, &d->inks->used);
  if (due != 0 && until > due)
    fill_running (d, COMPLETION, due, until, &d->inks->late);
  for (guint i = 0; i < it->n_waits; i++)
    draw_wait (d, &it->waits[i]);
}

/* Marks */

static void
draw_flag (Drawing *d, double x)
{
  double top = (RESPONSE + BAR + .1) * d->size;

  ink (d, &d->inks->text, .8);
  cairo_set_line_width (d->cr, d->size / 8);
  cairo_move_to (d->cr, x - d->size / 16, top);
  cairo_line_to (d->cr, x - d->size / 16, (COMPLETION + BAR) * d->size);
  cairo_stroke (d->cr);
  cairo_rectangle (d->cr, MAX (x - d->size, 0), top, d->size, d->size * .5);
  cairo_fill (d->cr);
}

static void
draw_now (Drawing *d, double x)
{
  double top = (RESPONSE - .35) * d->size;

  x = MIN (x, d->width - d->size * .35);
  ink (d, &d->inks->late, 1);
  cairo_set_line_width (d->cr, d->size / 10);
  cairo_move_to (d->cr, x, top);
  cairo_line_to (d->cr, x, (COMPLETION + BAR + .25) * d->size);
  cairo_stroke (d->cr);
  cairo_move_to (d->cr, x - d->size * .35, top);
  cairo_line_to (d->cr, x + d->size * .35, top);
  cairo_line_to (d->cr, x, top + d->size * .5);
  cairo_close_path (d->cr);
  cairo_fill (d->cr);
}

/* Words that stand under the axis, the most telling first; what finds no room is left out. */
typedef struct
{
  double from[4], to[4];
  guint n;
} Taken;

static void
place (Drawing *d, Taken *taken, const char *words, double x, gboolean bold, DeskSide side)
{
  double wide = width_of (d, words, bold), pad = d->size * .6;
  double at = side == DESK_SIDE_RIGHT ? x - wide : side == DESK_SIDE_MIDDLE ? x - wide / 2 : x;

  at = CLAMP (at, 0, MAX (d->width - wide, 0));
  for (guint i = 0; i < taken->n; i++)
    if (at < taken->to[i] + pad && at + wide + pad > taken->from[i])
      {
        at = taken->from[i] - pad - wide; /* just before it */
        if (i > 0 || at < 0)
          return;
      }
  say (d, words, at, WHEN, bold, DESK_SIDE_LEFT, &wide);
  taken->from[taken->n] = at;
  taken->to[taken->n++] = at + wide;
}

static void
draw_marks (Drawing *d)
{
  const DeskClockPicture *it = d->it;
  gint64 mark = it->done_at != 0 ? it->done_at : it->now;
  g_autofree char *due = desk_text_time (d->text, it->completion_due, it->now);
  g_autofree char *then = desk_text_time (d->text, mark, it->now);
  g_autofree char *opened = desk_text_time (d->text, it->opened_at, it->now);
  g_autofree char *due_words = desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_DUE, due, NULL);
  g_autofree char *mark_words
      = it->done_at != 0 ? desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_DONE, then, NULL) : desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_NOW, then, NULL);
  g_autofree char *opened_words = desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_TAKEN_IN, opened, NULL);
  Taken taken = { .n = 0 };

  if (it->completion_due != 0)
    {
      draw_flag (d, x_of (d, it->completion_due));
      ink (d, &d->inks->text, 1);
      place (d, &taken, due_words, x_of (d, it->completion_due), TRUE, DESK_SIDE_RIGHT);
    }
  if (it->done_at == 0)
    draw_now (d, x_of (d, mark));
  ink (d, it->done_at == 0 ? &d->inks->late : &d->inks->done, 1);
  place (d, &taken, mark_words, x_of (d, mark), TRUE, DESK_SIDE_MIDDLE);
  ink (d, &d->inks->text, .74);
  place (d, &taken, opened_words, d->gutter, FALSE, DESK_SIDE_LEFT);
}

/* Days above: the first whole, of the others the day of the month. */
static void
draw_days (Drawing *d)
{
  GTimeZone *zone = desk_text_zone (d->text);
  DeskDay first = desk_day_of_time (d->it->opened_at, zone), last = desk_day_of_time (d->end - 1, zone);
  double free_from = 0, wide;
  int n = desk_day_diff (last, first) + 1;

  ink (d, &d->inks->text, .74);
  for (int i = 0; i < n; i++)
    {
      DeskDay day = desk_day_add (first, i);
      double x = x_of (d, i == 0 ? d->it->opened_at : desk_day_start (day, zone));
      g_autofree char *words = NULL;

      /* The night belongs to no day: a day begins with its work. */
      for (guint k = 0; k < d->pieces->len; k++)
        {
          const Piece *piece = &g_array_index (d->pieces, Piece, k);

          if (!piece->open && x >= piece->x0 && x < piece->x1)
            x = piece->x1;
        }
      words = i == 0 ? g_strdup_printf ("%s %02d-%02d", desk_text_weekday (d->text, day), desk_day_month (day), desk_day_of_month (day))
                     : g_strdup_printf ("%s %d", desk_text_weekday (d->text, day), desk_day_of_month (day));
      wide = width_of (d, words, FALSE);
      if (x < free_from || x + wide > d->width)
        continue;
      say (d, words, x, DAYS, FALSE, DESK_SIDE_LEFT, &wide);
      free_from = x + wide + d->size * .8;
    }
}

/* The legend */

typedef enum
{
  KEY_USED,
  KEY_STOPPED,
  KEY_LEFT,
  KEY_OVER,
  KEY_OFF,
} Key;

static double
draw_key (Drawing *d, double x, Key key, const char *words)
{
  double top = (LEGEND + .3) * d->size, high = .8 * d->size, wide = 1.4 * d->size;

  if (x + wide + d->size * .5 + width_of (d, words, FALSE) > d->width)
    return x; /* the last ones say least */
  if (key == KEY_STOPPED || key == KEY_OFF)
    hatch (d, top, high, x, x + wide, key == KEY_OFF ? .2 : .55);
  else
    {
      ink (d, key == KEY_USED ? &d->inks->used : key == KEY_LEFT ? &d->inks->left : &d->inks->late, 1);
      cairo_rectangle (d->cr, x, top, wide, high);
      cairo_fill (d->cr);
    }
  x += wide + d->size * .5;
  ink (d, &d->inks->text, .9);
  say (d, words, x, LEGEND, FALSE, DESK_SIDE_LEFT, &wide);
  return x + wide + d->size * 1.4;
}

static void
draw_legend (Drawing *d)
{
  const DeskClockPicture *it = d->it;
  g_autofree char *used = desk_text_minutes (d->text, it->used / 60);
  g_autofree char *stopped = desk_text_minutes (d->text, it->stopped / 60);
  g_autofree char *left = desk_text_minutes (d->text, ABS (it->left) / 60);
  g_autofree char *used_words = desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_USED, used, NULL);
  g_autofree char *stopped_words = desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_STOPPED, stopped, NULL);
  g_autofree char *left_words
      = it->left < 0 ? desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_OVER, left, NULL) : desk_text_paper_fill (d->text, DESK_PAPER_CLOCK_LEFT, left, NULL);
  double x = d->gutter;

  x = draw_key (d, x, KEY_USED, used_words);
  if (it->stopped > 0)
    x = draw_key (d, x, KEY_STOPPED, stopped_words);
  if ((it->completion_due != 0 || it->left != 0) && (it->done_at == 0 || it->left < 0))
    x = draw_key (d, x, it->left < 0 ? KEY_OVER : KEY_LEFT, left_words);
  if (it->n_stretches > 0)
    draw_key (d, x, KEY_OFF, desk_text_paper (d->text, DESK_PAPER_CLOCK_OFF));
}

/* How high the picture is with letters of @size. */
double
desk_clock_picture_height (double size)
{
  return HEIGHT * size;
}

/**
 * desk_clock_picture_draw:
 * @text: its language
 * @width: what it may take, from @cr's origin
 * @size: of its letters, in units of @cr
 */
void
desk_clock_picture_draw (cairo_t *cr, const DeskClockPicture *picture, const DeskText *text, const DeskPictureInks *inks,
                         double width, double size)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  Drawing d = { cr, picture, text, inks, width, size, 0, 0, pieces };
  const char *response = desk_text_paper (text, DESK_PAPER_CLOCK_RESPONSE), *finish = desk_text_paper (text, DESK_PAPER_CLOCK_FINISH);
  double wide;

  d.end = MAX (picture->completion_due, picture->done_at != 0 ? picture->done_at : picture->now);
  d.end = MAX (d.end, picture->opened_at + 60);
  d.gutter = MAX (width_of (&d, response, FALSE), width_of (&d, finish, FALSE)) + size * .8;
  d.gutter = MIN (MAX (d.gutter, GUTTER * size), width / 3);
  cairo_save (cr);
  lay_out (&d);
  draw_days (&d);
  draw_ground (&d);
  draw_response (&d);
  draw_completion (&d);
  draw_marks (&d);
  ink (&d, &inks->text, .9);
  say (&d, response, 0, RESPONSE + .05, FALSE, DESK_SIDE_LEFT, &wide);
  say (&d, finish, 0, COMPLETION + .05, FALSE, DESK_SIDE_LEFT, &wide);
  draw_legend (&d);
  cairo_restore (cr);
}
