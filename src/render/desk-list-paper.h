/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-paper.h"
#include "desk-text.h"

G_BEGIN_DECLS

/* One column of a printed list. */
typedef struct
{
  const char *heading;
  guint width;        /* share of the line, in characters of a digit */
  gboolean right;     /* figures stand right */
  gboolean bold;      /* what the row is called by */
} DeskPaperColumn;

DeskPaper *desk_list_paper_new (const DeskText *text, const char *community, const char *title, const char *filter,
                                   const char *printed_on, const DeskPaperColumn *columns, guint n_columns,
                                   GPtrArray *rows);

G_END_DECLS
