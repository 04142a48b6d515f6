/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-window-watch.h"

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ((DeskWindowWatch *) data)->engine = desk_engine_open_finish (result, &error);
  g_assert_no_error (error);
}

/* Microseconds that this thread has worked since it began. */
static gint64
worked_until_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  DeskWindowWatch *self = data;
  gint64 now = g_get_monotonic_time (), worked = worked_until_now ();

  if (self->n_frames > 0)
    {
      self->longest = MAX (self->longest, now - self->painted_at);
      self->busiest = MAX (self->busiest, worked - self->worked_at);
    }
  self->painted_at = now;
  self->worked_at = worked;
  self->n_frames++;
}

void
desk_window_watch_open (DeskWindowWatch *self, DeskFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  *self = (DeskWindowWatch){ .fixture = fixture };
  g_clear_pointer (&fixture->service, desk_service_close);
  self->application = adw_application_new (DESK_APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  self->window = desk_window_new (self->application);
  desk_engine_open_async (fixture->path, DESK_OPEN_WRITE, fixture->clock, NULL, opened_cb, self);
  while (self->engine == NULL)
    g_main_context_iteration (NULL, TRUE);
  desk_window_show_engine (self->window, self->engine, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint", G_CALLBACK (painted_cb), self);
}

void
desk_window_watch_close (DeskWindowWatch *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_engine_close (self->engine);
  g_clear_object (&self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->application);
}

void
desk_window_watch_restart (DeskWindowWatch *self)
{
  self->n_frames = 0;
  self->longest = self->busiest = 0;
}

static GtkWidget *
find_below (GtkWidget *widget, DeskWindowIs is)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, is);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
desk_window_watch_find (DeskWindowWatch *self, DeskWindowIs is)
{
  return find_below (GTK_WIDGET (self->window), is);
}

GtkWidget *
desk_window_watch_wait (DeskWindowWatch *self, DeskWindowIs is)
{
  GtkWidget *found;

  while ((found = desk_window_watch_find (self, is)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

void
desk_window_watch_frames (DeskWindowWatch *self, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  for (guint until = self->n_frames + n; self->n_frames < until;)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
}
