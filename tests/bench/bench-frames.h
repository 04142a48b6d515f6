/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BENCH_FRAME_US 16700 /* what a frame may take at 60 a second */

/* Once a frame has been painted: what stands on the screen now. */
typedef void (*BenchPainted) (gpointer data);

/* Times what the window thread does for each frame of a window, from the first handler to the last byte at the display. */
typedef struct
{
  GtkWidget *window;
  GArray *times; /* us; NULL: not counted now */
  BenchPainted painted;
  gpointer data;
  gint64 began;
  guint n_frames;
  gulong before, after;
} BenchFrames;

void bench_frames_watch (BenchFrames *self, GtkWidget *window, BenchPainted painted, gpointer data);
void bench_frames_end (BenchFrames *self);
void bench_frames_wait (BenchFrames *self, guint n);
GtkWidget *bench_window_new (int width, int height, GtkWidget *child);

G_END_DECLS
