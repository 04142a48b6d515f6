/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notify-mock.h"

#include <string.h>

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define TEST "org.frontdesk.Test.Notifications"
#define PATIENCE (120 * G_TIME_SPAN_SECOND)

static GTestDBus *test_bus;
static GDBusConnection *bus;
static GSubprocess *service;

void
mock_bus_up (void)
{
  g_autoptr (GError) error = NULL;

  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);
  bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (test_bus),
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                    | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Ends the service where it still runs. */
void
mock_end (void)
{
  if (service != NULL)
    mock_die ();
}

/* The bus itself ends with the process: libnotify may keep its connection. */
void
mock_bus_down (void)
{
  g_autoptr (GDBusConnection) shared = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_dbus_connection_set_exit_on_close (shared, FALSE);
  g_clear_object (&bus);
}

static GVariant *
call (const char *name, const char *path, const char *interface, const char *method, GVariant *parameters)
{
  return g_dbus_connection_call_sync (bus, name, path, interface, method, parameters, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                      -1, NULL, NULL);
}

static gboolean
has_owner (gpointer data)
{
  g_autoptr (GVariant) answer = call ("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
                                      g_variant_new ("(s)", NAME));
  gboolean has;

  g_variant_get (answer, "(b)", &has);
  return has == GPOINTER_TO_INT (data);
}

void
mock_start (const char *capabilities)
{
  g_autofree char *script = g_build_filename (g_getenv ("DESK_SUPPORT"), "desk_notification_service.py", NULL);
  g_autofree char *words = g_strconcat ("/usr/bin/python3 ", script, " ", capabilities, NULL);
  g_auto (GStrv) argv = g_strsplit (g_strchomp (words), " ", -1);
  g_autoptr (GError) error = NULL;

  service = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  mock_wait (has_owner, GINT_TO_POINTER (TRUE), "the service");
}

static void
test_call (const char *method, GVariant *parameters)
{
  g_autoptr (GVariant) answer = call (NAME, PATH, TEST, method, parameters);

  g_assert_true (answer != NULL || g_str_equal (method, "Die"));
}

void
mock_die (void)
{
  test_call ("Die", NULL);
  g_subprocess_wait (service, NULL, NULL);
  g_clear_object (&service);
  mock_wait (has_owner, GINT_TO_POINTER (FALSE), "its end");
}

void
mock_hang (gboolean on)
{
  test_call ("Hang", g_variant_new ("(b)", on));
}

void
mock_refuse (gboolean on)
{
  test_call ("Refuse", g_variant_new ("(b)", on));
}

void
mock_press (guint id, const char *key)
{
  test_call ("Press", g_variant_new ("(us)", id, key));
}

void
mock_close (guint id, guint reason)
{
  test_call ("Close", g_variant_new ("(uu)", id, reason));
}

guint
mock_count (void)
{
  g_autoptr (GVariant) answer = call (NAME, PATH, TEST, "Count", NULL);
  guint count;

  g_variant_get (answer, "(u)", &count);
  return count;
}

char *
mock_icon (guint id)
{
  g_autoptr (GVariant) answer = call (NAME, PATH, TEST, "Icon", g_variant_new ("(u)", id));
  char *icon;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(s)", &icon);
  return icon;
}

char *
mock_standing (void)
{
  g_autoptr (GVariant) answer = call (NAME, PATH, TEST, "Standing", NULL);
  char *lines;

  g_assert_nonnull (answer);
  g_variant_get (answer, "(s)", &lines);
  return lines;
}

static gboolean
on_tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
mock_wait (gboolean (*func) (gpointer data), gpointer data, const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint tick = g_timeout_add (10, on_tick_cb, NULL);

  while (!func (data))
    {
      if (g_get_monotonic_time () > end)
        g_error ("did not come: %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

static gboolean
stands (gpointer data)
{
  g_autofree char *lines = mock_standing ();

  return g_str_equal (lines, data);
}

void
mock_wait_standing (const char *lines)
{
  g_autofree char *what = g_strconcat ("on the desktop: ", lines, NULL);

  mock_wait (stands, (gpointer) lines, what);
}
