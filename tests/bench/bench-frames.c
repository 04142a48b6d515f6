/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include "bench-report.h"

static void
before_cb (GdkFrameClock *clock, gpointer data)
{
  ((BenchFrames *) data)->began = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock, gpointer data)
{
  BenchFrames *self = data;

  gdk_display_sync (gtk_widget_get_display (self->window));
  if (self->times != NULL && self->began != 0)
    bench_times_add (self->times, g_get_monotonic_time () - self->began);
  self->began = 0;
  self->n_frames++;
  if (self->painted != NULL)
    self->painted (self->data);
}

/* @window: shown already. */
void
bench_frames_watch (BenchFrames *self, GtkWidget *window, BenchPainted painted, gpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  *self = (BenchFrames){ .window = window, .painted = painted, .data = data };
  self->before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), self);
  self->after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), self);
}

void
bench_frames_end (BenchFrames *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  g_signal_handler_disconnect (clock, self->before);
  g_signal_handler_disconnect (clock, self->after);
}

/* Lets @n frames be painted. */
void
bench_frames_wait (BenchFrames *self, guint n)
{
  for (guint until = self->n_frames + n; self->n_frames < until;)
    {
      gtk_widget_queue_draw (self->window);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Returns: (transfer none): a window of our look with @child, on the screen. */
GtkWidget *
bench_window_new (int width, int height, GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/frontdesk/Frontdesk/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (style);
  gtk_widget_add_css_class (window, "desk");
  gtk_widget_add_css_class (window, "zh");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (window) || gtk_widget_get_height (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}
