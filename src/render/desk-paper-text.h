/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Words on a drawing of ours: the Chinese forms of Hanzi whatever the locale, figures of one width. */
#define DESK_PAPER_FACES "Noto Sans CJK SC, Source Han Sans SC, Source Han Sans CN, WenQuanYi Zen Hei, sans-serif"

typedef enum
{
  DESK_SIDE_LEFT,
  DESK_SIDE_RIGHT,
  DESK_SIDE_MIDDLE,
} DeskSide;

PangoLayout *desk_paper_layout (cairo_t *cr, const char *faces, const char *words, double size, gboolean bold);
void desk_paper_line (cairo_t *cr, const char *words, double x, double y, double width, double size, gboolean bold,
                      DeskSide side);
double desk_paper_lines (cairo_t *cr, const char *words, double x, double y, double width, double height, double size);
void desk_paper_rule (cairo_t *cr, double from, double to, double y, double thickness, double grey);

G_END_DECLS
