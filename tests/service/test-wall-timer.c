/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-wall-timer.h"

#include <gio/gio.h>

typedef struct
{
  guint n;
  gboolean jumped;
} Wakes;

static void
on_wake (gboolean jumped, gpointer data)
{
  Wakes *wakes = data;

  wakes->n++;
  wakes->jumped = jumped;
}

/* A time that has gone by wakes at once, one to come later; another time takes the place of the first. */
static void
test_times (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Wakes wakes = { 0 };
  g_autoptr (DeskWallTimer) timer = desk_wall_timer_new (on_wake, &wakes);

  desk_wall_timer_set (timer, now - 5);
  while (wakes.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (wakes.jumped);
  desk_wall_timer_set (timer, now + 86400);
  desk_wall_timer_set (timer, now + 1);
  while (wakes.n == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_real_time () / G_USEC_PER_SEC, >=, now + 1);
  g_assert_cmpuint (desk_wall_timer_get_wakes (timer), ==, 2);
}

/* Gone, it wakes nobody, and what it asked the bus does not come back to it. */
static void
test_gone (void)
{
  Wakes wakes = { 0 };
  DeskWallTimer *timer = desk_wall_timer_new (on_wake, &wakes);

  desk_wall_timer_set (timer, 1);
  desk_wall_timer_free (timer);
  desk_wall_timer_free (NULL);
  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (wakes.n, ==, 0);
}

/* Sleeping */

#define LOGIND "org.freedesktop.login1"

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection
      = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                    | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

/* Asks the bus and waits: what was said on @connection before has been passed on, what was meant for it has come. */
static void
ask_bus (GDBusConnection *connection, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", method, parameters,
                                     NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

/* Says it as logind does; when this returns the timer has heard it, or never will. */
static void
say_sleep (GDBusConnection *logind, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) here = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_emit_signal (logind, NULL, "/org/freedesktop/login1", LOGIND ".Manager", "PrepareForSleep", parameters,
                                 &error);
  g_assert_no_error (error);
  ask_bus (logind, "GetId", NULL);
  ask_bus (here, "GetId", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Waking up from a sleep is a jump, falling asleep is none, and neither is what others say or what makes no sense. */
static void
test_sleep (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) here = NULL;
  g_autoptr (GDBusConnection) logind = NULL;
  g_autoptr (GDBusConnection) other = NULL;
  Wakes wakes = { 0 };
  DeskWallTimer *timer;

  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  logind = connect_to (bus);
  other = connect_to (bus);
  ask_bus (logind, "RequestName", g_variant_new ("(su)", LOGIND, 0));
  timer = desk_wall_timer_new (on_wake, &wakes);
  while (wakes.n == 0) /* until it has come to listen */
    say_sleep (logind, g_variant_new ("(b)", FALSE));
  g_assert_true (wakes.jumped);
  wakes = (Wakes){ 0 };
  say_sleep (logind, g_variant_new ("(b)", TRUE));
  say_sleep (other, g_variant_new ("(b)", FALSE));
  say_sleep (logind, g_variant_new ("(s)", "no"));
  g_assert_cmpuint (wakes.n, ==, 0);
  say_sleep (logind, g_variant_new ("(b)", FALSE));
  g_assert_cmpuint (wakes.n, ==, 1);
  here = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);
  g_clear_object (&other);
  g_clear_object (&logind);
  g_test_dbus_stop (bus); /* which ends the connection, not the program */
  while (!g_dbus_connection_is_closed (here)) /* the next test gets the process's connection in a state that is known */
    g_main_context_iteration (NULL, FALSE);
  wakes.n = 0;
  desk_wall_timer_set (timer, 1);
  while (wakes.n == 0)
    g_main_context_iteration (NULL, TRUE);
  desk_wall_timer_free (timer);
  g_test_dbus_down (bus);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-timer/sleep", test_sleep); /* the first to ask for the system's bus, which is its own */
  g_test_add_func ("/wall-timer/times", test_times);
  g_test_add_func ("/wall-timer/gone", test_gone);
  return g_test_run ();
}
