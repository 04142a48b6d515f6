/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-application-private.h"

#include <glib/gi18n.h>

#include "desk-prefs.h"

/* The object at the application's own path. Its one method answers when the last save is on the disk: whoever ends the
 * program may touch the store right after. */
#define LIFE_INTERFACE DESK_APP_ID
static const char life_xml[] = "<node><interface name='" LIFE_INTERFACE "'><method name='Quit'/></interface></node>";

/* Going on without a window */

/* Whether closing the window leaves the program running. The demonstration reminds nobody of anything. */
static gboolean
goes_on (DeskApplication *self)
{
  return self->engine != NULL && !self->is_demo && !self->quitting
         && desk_engine_get_state (self->engine) == DESK_ENGINE_READY && desk_prefs_get_boolean ("reminders", TRUE)
         && desk_prefs_get_boolean ("keep-running", TRUE);
}

/* Holds the program or lets it go, by what it has to do. */
void
desk_application_life_update (DeskApplication *self)
{
  gboolean hold = goes_on (self);

  if (hold == self->held)
    return;
  self->held = hold;
  if (hold)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

/* The first time somebody closes the window it is said that the program goes on, and what else there is. */

static gboolean
on_close_idle_cb (gpointer user_data)
{
  DeskApplication *self = user_data;

  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  return G_SOURCE_REMOVE;
}

/* The dialog is still closing itself and needs its parent for that. */
static void
on_first_close_cb (DeskApplication *self, const char *response)
{
  if (g_str_equal (response, "cancel"))
    return;
  desk_prefs_set_boolean ("keep-running-said", TRUE);
  desk_prefs_set_boolean ("keep-running", g_str_equal (response, "go-on"));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_close_idle_cb, g_object_ref (self), g_object_unref);
}

static void
say_first_close (DeskApplication *self, GtkWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _("Keep Running without a Window?"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("Then what falls due is still said on the desktop. The launcher brings the window "
                                 "back, Ctrl+Q ends the program. The preferences change this."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "end", _("_End Program"), "go-on",
                                    _("_Keep Running"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go-on", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_first_close_cb), self, G_CONNECT_SWAPPED);
  desk_window_dress (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
on_close_request_cb (DeskApplication *self, GtkWindow *window)
{
  desk_application_life_update (self);
  if (!self->held || desk_prefs_get () == NULL || desk_prefs_get_boolean ("keep-running-said", TRUE))
    return FALSE;
  say_first_close (self, window);
  return TRUE;
}

/* Looks after the closing of @window. */
void
desk_application_life_watch (DeskApplication *self, DeskWindow *window)
{
  g_signal_connect_object (window, "close-request", G_CALLBACK (on_close_request_cb), self, G_CONNECT_SWAPPED);
}

void
desk_application_life_init (DeskApplication *self)
{
  desk_prefs_watch ("reminders", G_CALLBACK (desk_application_life_update), self);
  desk_prefs_watch ("keep-running", G_CALLBACK (desk_application_life_update), self);
}

/* Ending */

static void
on_method_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
              GVariant *parameters, GDBusMethodInvocation *invocation, gpointer user_data)
{
  DeskApplication *self = user_data;

  g_ptr_array_add (self->enders, invocation);
  g_action_group_activate_action (G_ACTION_GROUP (self), "quit", NULL);
}

gboolean
desk_application_life_register (DeskApplication *self, GDBusConnection *bus, const char *path, GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_method_cb };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (life_xml, error);

  if (info == NULL)
    return FALSE;
  self->life_id = g_dbus_connection_register_object (bus, path, info->interfaces[0], &vtable, self, NULL, error);
  return self->life_id != 0;
}

void
desk_application_life_unregister (DeskApplication *self, GDBusConnection *bus)
{
  if (self->life_id != 0)
    g_dbus_connection_unregister_object (bus, self->life_id);
  self->life_id = 0;
}

/* The store is closed: tells those who wait for it. */
void
desk_application_life_ended (DeskApplication *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));

  for (guint i = 0; i < self->enders->len; i++)
    g_dbus_method_invocation_return_value (g_object_ref (self->enders->pdata[i]), NULL);
  if (self->enders->len > 0 && bus != NULL)
    g_dbus_connection_flush_sync (bus, NULL, NULL);
  g_ptr_array_set_size (self->enders, 0);
}

/* frontdesk --quit: ends the program that holds this store, also in the background, and waits until it has closed it.
 * Needs no display and starts nothing. Returns: the exit status. */
int
desk_application_life_end_other (DeskApplication *self)
{
  const char *name = g_application_get_application_id (G_APPLICATION (self));
  g_autofree char *path = g_strdelimit (g_strconcat ("/", name, NULL), ".", '/');
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;

  if (bus != NULL)
    answer = g_dbus_connection_call_sync (bus, name, path, LIFE_INTERFACE, "Quit", NULL, NULL,
                                          G_DBUS_CALL_FLAGS_NO_AUTO_START, G_MAXINT, NULL, &error);
  if (answer != NULL || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
      || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY))
    return 0; /* it ended, or there was none */
  g_dbus_error_strip_remote_error (error);
  g_printerr ("%s\n", error->message);
  return 5;
}
