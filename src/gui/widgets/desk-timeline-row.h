/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One line of a timeline: when, a dot on the line that runs through all of them, what, who. Nothing is kept. */
typedef struct
{
  const char *when;
  const char *whole; /* the time in full, for the tooltip */
  const char *dot;   /* (nullable): a class that colours and fills it; NULL: a ring */
  const char *what;
  int most_lines; /* of @what; 0: all */
  const char *who;
  GtkWidget *button; /* (nullable) (transfer floating): left of who */
  gboolean first, last;
} DeskTimelineLine;

GtkWidget *desk_timeline_row_new (const DeskTimelineLine *line);

G_END_DECLS
