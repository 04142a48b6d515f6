/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-clock-picture-draw.h"
#include "desk-stage-look.h"

G_BEGIN_DECLS

/* How the stages of a complaint are drawn: for those who have a Cairo context. */
double desk_stage_line_height (double size);
void desk_stage_line_draw (cairo_t *cr, GPtrArray *looks, const DeskPictureInks *inks, const char *faces, double width,
                           double size);

G_END_DECLS
