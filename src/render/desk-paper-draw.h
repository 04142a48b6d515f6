/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "desk-paper.h"

G_BEGIN_DECLS

/* How a paper is drawn: for those who have a Cairo context, and for those who make a new kind of paper. */
typedef struct
{
  void (*draw) (DeskPaper *paper, cairo_t *cr, guint page);
  void (*free) (DeskPaper *paper);
} DeskPaperClass;

/* Every kind of paper begins with this. */
struct _DeskPaper
{
  const DeskPaperClass *class;
  guint n_pages;
  double width;
  double height;
};

void desk_paper_draw (DeskPaper *paper, cairo_t *cr, guint page);

G_END_DECLS
