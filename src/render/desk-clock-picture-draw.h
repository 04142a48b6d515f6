/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-clock-picture.h"
#include "desk-clock-ring.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* How the picture of a case's clocks is drawn: for those who have a Cairo context. */
typedef struct
{
  DeskInk text;
  DeskInk used;
  DeskInk left;
  DeskInk ground; /* under the bars */
  DeskInk paper;  /* under words in them */
  DeskInk late;   /* now, and what is over */
  DeskInk done;   /* what was kept */
} DeskPictureInks;

extern const DeskPictureInks desk_picture_inks_paper;

double desk_clock_picture_height (double size);
void desk_clock_picture_draw (cairo_t *cr, const DeskClockPicture *picture, const DeskText *text,
                              const DeskPictureInks *inks, double width, double size);

G_END_DECLS
