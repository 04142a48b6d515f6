/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "desk-clock-face.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} DeskInk;

/* The colours of a ring: on the screen those of the theme, on paper black. */
typedef struct
{
  DeskInk text;      /* arcs, bars, dots */
  DeskInk soon;      /* arc and hands when little is left */
  DeskInk late;      /* the disc */
  DeskInk late_text; /* the mark on it */
  DeskInk done;      /* the tick */
} DeskClockInks;

extern const DeskClockInks desk_clock_inks_paper;

void desk_clock_ring_draw (cairo_t *cr, const DeskClockFace *face, const DeskClockInks *inks, double size);

G_END_DECLS
