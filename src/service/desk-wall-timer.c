/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-timer.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* Waiting for nothing in particular still sees the clock being set: 2286-11-20. */
#define NEVER 9999999999

struct _DeskWallTimer
{
  int fd; /* -1: this machine has none; then only the next look at the clock helps */
  GSource *source;
  DeskWallFunc func;
  gpointer data;
  DeskWallTimer **asked;     /* (nullable): where the answer of the system's bus finds this; emptied when it goes */
  GDBusConnection *bus;      /* (nullable) */
  guint sleep_id;
  guint wakes;
};

static gboolean
on_fd (gint fd, GIOCondition condition, gpointer data)
{
  DeskWallTimer *self = data;
  guint64 times;
  gboolean jumped = read (fd, &times, sizeof times) < 0;

  if (jumped && errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  self->wakes++;
  self->func (jumped, self->data);
  return G_SOURCE_CONTINUE;
}

/* logind says before and after a sleep; after it counts. */
static void
on_sleep (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name,
          GVariant *parameters, gpointer data)
{
  DeskWallTimer *self = data;
  gboolean begins = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (begins)
    return;
  self->wakes++;
  self->func (TRUE, self->data);
}

/* A machine without the system's bus has no logind to ask; the timer itself still notices that time has gone by. The question
 * is never cancelled: the connection is one for the whole process, and would be cancelled for everybody. */
static void
on_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  g_autofree DeskWallTimer **asked = data;
  DeskWallTimer *self = *asked;

  if (self == NULL)
    return;
  self->asked = NULL;
  if (bus == NULL || g_dbus_connection_is_closed (bus)) /* the process has one, which may have ended */
    {
      g_debug ("no system bus, sleeping is seen by the clock alone: %s", error != NULL ? error->message : "it has ended");
      return;
    }
  g_dbus_connection_set_exit_on_close (bus, FALSE); /* a bus that ends takes nobody's typing with it */
  self->bus = g_object_ref (bus);
  self->sleep_id = g_dbus_connection_signal_subscribe (bus, "org.freedesktop.login1", "org.freedesktop.login1.Manager",
                                                       "PrepareForSleep", "/org/freedesktop/login1", NULL,
                                                       G_DBUS_SIGNAL_FLAGS_NONE, on_sleep, self, NULL);
}

/**
 * desk_wall_timer_new:
 * @func: called on the thread-default main context of now
 *
 * Returns: (transfer full): a timer that waits for nothing but a clock that is set
 */
DeskWallTimer *
desk_wall_timer_new (DeskWallFunc func, gpointer data)
{
  DeskWallTimer *self = g_new0 (DeskWallTimer, 1);

  self->func = func;
  self->data = data;
  self->asked = g_new (DeskWallTimer *, 1);
  *self->asked = self;
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    {
      g_warning ("no timer: %s", g_strerror (errno));
    }
  else
    {
      self->source = g_unix_fd_source_new (self->fd, G_IO_IN);
      g_source_set_callback (self->source, G_SOURCE_FUNC (on_fd), self, NULL);
      g_source_attach (self->source, g_main_context_get_thread_default ());
      desk_wall_timer_set (self, 0);
    }
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, on_bus_cb, self->asked);
  return self;
}

void
desk_wall_timer_free (DeskWallTimer *timer)
{
  if (timer == NULL)
    return;
  if (timer->asked != NULL)
    *timer->asked = NULL;
  if (timer->bus != NULL)
    g_dbus_connection_signal_unsubscribe (timer->bus, timer->sleep_id);
  g_clear_object (&timer->bus);
  if (timer->source != NULL)
    g_source_destroy (timer->source);
  g_clear_pointer (&timer->source, g_source_unref);
  if (timer->fd >= 0)
    close (timer->fd);
  g_free (timer);
}

/* Wakes at @at (Unix seconds), at once when that has gone by; 0: not before the clock is set. One time at once. */
void
desk_wall_timer_set (DeskWallTimer *timer, gint64 at)
{
  struct itimerspec spec = { .it_value = { .tv_sec = at > 0 ? MIN (at, NEVER) : NEVER } };

  if (timer->fd >= 0
      && timerfd_settime (timer->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) < 0)
    g_warning ("the timer is not set: %s", g_strerror (errno));
}

/* How often it has woken the program: for the benchmark. */
guint
desk_wall_timer_get_wakes (DeskWallTimer *timer)
{
  return timer->wakes;
}
